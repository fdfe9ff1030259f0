import { AwsError } from '../../protocol/aws-error.ts';
import type { Engine } from '../engine.ts';
import { page } from '../paging.ts';
import { invalidRequest } from '../refusals.ts';
import type { PageInput, ServiceArnInput } from '../shapes.ts';
import type { StoredService } from '../store.ts';
import { checkDomain } from './names.ts';
import { beginAssociation, beginRemoval, giveUp, release } from './progress.ts';
import type { StoredDomain } from './store.ts';
import { dnsTargetOf } from './target.ts';

type DomainInput = ServiceArnInput & { readonly DomainName: string };

/** App Runner's guide, manage-custom-domains: up to five a service. */
const mostDomains = 5;

const domainAnswer = (domain: StoredDomain): object => ({
  DomainName: domain.name,
  EnableWWWSubdomain: domain.www,
  ...(domain.recordsShown && {
    CertificateValidationRecords: domain.certificate.records.map((record) => ({ ...record })),
  }),
  Status: domain.status,
});

/** What all three operations answer beside the domains. */
const around = (engine: Engine, service: StoredService): object => ({
  DNSTarget: dnsTargetOf(engine.region, service),
  ServiceArn: service.arn,
  VpcDNSTargets: engine.ingress
    .living()
    .filter(({ serviceArn }) => serviceArn === service.arn)
    .map(({ arn, vpc, domainName }) => ({
      VpcIngressConnectionArn: arn,
      VpcId: vpc.VpcId,
      DomainName: domainName,
    })),
});

/** Domains come and go on a running service only (developer guide, manage-pause); our words. */
const demandRunning = ({ status }: StoredService, participle: string): void => {
  if (status === 'RUNNING') return;
  throw new AwsError(
    'InvalidStateException',
    `Custom domain cannot be ${participle} a service in the current state: ${status}`,
  );
};

/**
 * AssociateCustomDomain: `creating` at first and without validation records. A name that a service
 * has is refused in the words that AWS's copilot looks for; the other words are ours.
 */
export const associateCustomDomain = (
  engine: Engine,
  input: DomainInput & { readonly EnableWWWSubdomain?: boolean },
): object => {
  const { ServiceArn, DomainName: name, EnableWWWSubdomain: www = true } = input;
  const service = engine.services.find(ServiceArn);
  if (service === undefined || service.status === 'DELETED') {
    // The operation has no ResourceNotFoundException in the API model.
    throw invalidRequest(`Service cannot be found for the provided ARN: ${ServiceArn}`);
  }
  checkDomain(name, www);
  demandRunning(service, 'associated with');
  const { domains } = engine;
  const holder = domains.holderOf(name, www);
  if (holder !== undefined) {
    const by = holder === 'elsewhere' ? 'another App Runner service' : holder;
    throw invalidRequest(`${name} is already associated with ${by}`);
  }
  if (domains.of(service.arn).length >= mostDomains) {
    throw invalidRequest(
      `You've reached the quota of ${mostDomains} custom domains for the service ${service.arn}`,
    );
  }
  const now = engine.clock.now();
  const domain = domains.add({
    order: engine.nextOrder(),
    serviceArn: service.arn,
    name,
    www,
    certificate: domains.certificates.use(name, www, now),
    recordsShown: false,
    status: 'creating',
    since: now,
  });
  const answer = { ...around(engine, service), CustomDomain: domainAnswer(domain) };
  beginAssociation(engine, domain);
  return answer;
};

/** DescribeCustomDomains: newest first, with those that are being removed. */
export const describeCustomDomains = (
  engine: Engine,
  input: ServiceArnInput & PageInput,
): object => {
  const service = engine.services.get(input.ServiceArn);
  const found = engine.domains.of(service.arn);
  for (const domain of found) giveUp(engine, domain);
  const { items, next } = page(`domains ${service.arn}`, found, input, mostDomains);
  return { ...around(engine, service), CustomDomains: items.map(domainAnswer), ...next };
};

/** DisassociateCustomDomain: `deleting` at first, gone later. */
export const disassociateCustomDomain = (engine: Engine, input: DomainInput): object => {
  const service = engine.services.get(input.ServiceArn);
  const domain = engine.domains.find(service.arn, input.DomainName);
  if (domain === undefined) {
    throw new AwsError(
      'ResourceNotFoundException',
      `No custom domain ${input.DomainName} found for the provided service`,
    );
  }
  demandRunning(service, 'disassociated from');
  if (domain.status === 'deleting') {
    throw new AwsError(
      'InvalidStateException',
      `Custom domain ${domain.name} cannot be disassociated in the current state: deleting`,
    );
  }
  beginRemoval(engine, domain);
  return { ...around(engine, service), CustomDomain: domainAnswer(domain) };
};

/** A service that is deleted has no domains any more; other services can have them then. */
export const releaseDomains = (engine: Engine, { arn }: StoredService): void => {
  for (const domain of engine.domains.of(arn)) release(engine, domain);
};
