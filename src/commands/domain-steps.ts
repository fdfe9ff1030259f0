import type { Service } from '@aws-sdk/client-apprunner';
import { aliasZone } from '../domain/alias-zones.ts';
import { domainOf, stepAfter } from '../domain/association.ts';
import { changeText, planRecords } from '../domain/plan.ts';
import type { ServiceDomains } from '../domain/port.ts';
import type { Target } from '../domain/wanted.ts';
import { wantedRecords } from '../domain/wanted.ts';
import type { CheckedDomain } from './domain-check.ts';
import { readZone } from './domain-zone.ts';
import type { Job } from './job.ts';

/**
 * What a run would do about a domain after its deployment, a sentence each.
 *
 * @param service as it was found; undefined when it is to be created
 */
export async function domainSteps(
  job: Job,
  { domain, zone }: CheckedDomain,
  service: Service | undefined,
): Promise<readonly string[]> {
  const found = service && (await (await job.aws.domains()).list(`${service.ServiceArn}`));
  const step = stepAfter(found && domainOf(domain.name, found)?.Status);
  const waits = domain.wait ? [`Wait until ${domain.name} is active.`] : [];
  const association = step === 'active' || step === 'pending' ? [] : [STEPS[step](domain.name)];
  if (!zone) {
    return step === 'active' && association.length === 0
      ? []
      : [...association, 'List the DNS records that the domain needs.', ...waits];
  }
  const records = found ? await recordSteps(job, { domain, zone }, found, service) : undefined;
  const written = records ?? [
    `ChangeResourceRecordSets in hosted zone ${zone.id} (${zone.name}): the records of ${domain.name}, which are not known before.`,
  ];
  return [...association, ...written, ...(step === 'active' ? [] : waits)];
}

const STEPS = {
  associate: (name: string) => `AssociateCustomDomain: ${name}.`,
  renew: (name: string) =>
    `DisassociateCustomDomain and AssociateCustomDomain: ${name}, whose association has failed.`,
  leaving: (name: string) =>
    `AssociateCustomDomain: ${name}, once App Runner has ended its dissociation.`,
} as const;

/** Undefined while App Runner has not told the certificate's records. */
async function recordSteps(
  { aws, inputs }: Job,
  { domain, zone }: Required<CheckedDomain>,
  found: ServiceDomains,
  service: Service | undefined,
): Promise<readonly string[] | undefined> {
  const own = domainOf(domain.name, found);
  if (!zone || !own?.CertificateValidationRecords?.length) return undefined;
  const target: Target = {
    host: found.target,
    aliasZone: aliasZone(inputs.region),
    dualStack: service?.NetworkConfiguration?.IpAddressType === 'DUAL_STACK',
  };
  const wanted = wantedRecords(domain.name, domain.www, own.CertificateValidationRecords, target);
  const held = await readZone(await aws.dns(), zone, wanted);
  const { changes } = planRecords(wanted, held, zone);
  if (changes.length === 0) return [];
  return [
    `ChangeResourceRecordSets in hosted zone ${zone.id} (${zone.name}): ${changes.map(changeText).join('; ')}.`,
  ];
}
