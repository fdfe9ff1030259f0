import type { Facts, Result } from '../result.ts';
import { recordsJson } from './domain.ts';

/** The outputs of action.yml that are known, by name. */
export function outputsOf(facts: Facts, result: Result): Readonly<Record<string, string>> {
  const outputs = {
    'service-url': facts.serviceUrl && withScheme(facts.serviceUrl),
    'service-arn': facts.serviceArn,
    'service-id': facts.serviceId,
    'service-name': facts.serviceName,
    'service-status': facts.serviceStatus,
    'operation-id': facts.operationId,
    'operation-status': facts.operationStatus,
    image: facts.image && withDigest(facts.image, facts.imageDigest),
    'image-digest': facts.imageDigest,
    commit: facts.commit,
    health: facts.health,
    operations: facts.operations,
    'domain-status': facts.domain?.status ?? facts.domainStatus,
    'domain-records': facts.domain?.records.length ? recordsJson(facts.domain) : undefined,
    result,
  };
  return Object.fromEntries(
    Object.entries(outputs).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

/** `repo:tag@sha256:...`; the name may hold the digest already. */
function withDigest(image: string, digest: string | undefined): string {
  return digest ? `${image.replace(/@.*/, '')}@${digest}` : image;
}

/** App Runner's ServiceUrl has no scheme; the local AWS says http:// itself. */
export function withScheme(url: string): string {
  return /^https?:\/\//.test(url) ? url : `https://${url}`;
}
