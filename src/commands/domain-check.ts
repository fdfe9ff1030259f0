import type { Service } from '@aws-sdk/client-apprunner';
import { aliasZone } from '../domain/alias-zones.ts';
import { associationProblem, domainOf } from '../domain/association.ts';
import { planRecords } from '../domain/plan.ts';
import type { HostedZone, ServiceDomains } from '../domain/port.ts';
import type { DomainRecord } from '../domain/record.ts';
import { type Target, wantedRecords } from '../domain/wanted.ts';
import { ActionError } from '../errors.ts';
import type { DomainInputs } from '../inputs/domain.ts';
import { isPrivate, remaining } from '../service/states.ts';
import { findZone, readZone } from './domain-zone.ts';
import type { DeployJob } from './job.ts';

/** A domain of which all is known that can be known before the build. */
export interface CheckedDomain {
  readonly domain: DomainInputs;
  /** Where its records are written; undefined where they are made by hand. */
  readonly zone: HostedZone | undefined;
}

/** What a domain's names lead to while there is no service that they could. */
const NOWHERE = 'the service, which is not there yet';

/**
 * Checks what can be known of a domain before anything is built: that its zone is there, public and
 * holds its name, that no foreign record is in the way, and that the service has room for it.
 *
 * @throws ActionError when one of them is not so
 */
export async function checkDomain(
  job: DeployJob,
  found: Service | undefined,
): Promise<CheckedDomain | undefined> {
  const { aws, inputs, runner } = job;
  const { domain, settings } = inputs;
  if (!domain) return undefined;
  const service = remaining(found);
  const [zone, domains] = await Promise.all([
    domain.zone && findZone(aws, domain.name, domain.zone),
    service && aws.domains().then((calls) => calls.list(`${service.ServiceArn}`)),
  ]);
  const problem = domains && associationProblem(domain.name, domain.www, domains);
  if (problem) throw new ActionError(problem);
  if (!zone) return { domain, zone };
  runner.info(`Hosted zone ${zone.id} (${zone.name}) holds '${domain.name}'.`);
  refusePrivate(domain, settings.publiclyAccessible ?? !(service && isPrivate(service)));
  const wanted = recordsNow(job, domain, domains);
  refuseApex(job, zone, wanted);
  throwIfInTheWay(zone, planRecords(wanted, await readZone(await aws.dns(), zone, wanted), zone));
  return { domain, zone };
}

/** The records that a domain needs as things stand. */
function recordsNow(
  { inputs }: DeployJob,
  { name, www }: DomainInputs,
  domains: ServiceDomains | undefined,
): readonly DomainRecord[] {
  const own = domains && domainOf(name, domains);
  const target: Target = {
    host: domains?.target ?? NOWHERE,
    aliasZone: aliasZone(inputs.region),
    dualStack: false,
  };
  return wantedRecords(name, www, own?.CertificateValidationRecords, target);
}

/** @throws ActionError for a private service, whose domain is nothing for a public zone */
export function refusePrivate({ name }: DomainInputs, isPublic: boolean): void {
  if (isPublic) return;
  throw new ActionError(
    `Domain '${name}' can't be written to a public hosted zone: the service is private, and its domain leads to the VPC's own endpoint. Remove hosted-zone-id; the records to make in a private zone are listed then.`,
  );
}

/** DNS allows no CNAME at the apex, which is all that a Region without a known ALIAS would leave. */
function refuseApex({ inputs }: DeployJob, zone: HostedZone, wanted: readonly DomainRecord[]) {
  const apex = wanted.find(
    ({ name, type, purpose }) => purpose === 'target' && type === 'CNAME' && name === zone.name,
  );
  if (!apex) return;
  throw new ActionError(
    `Domain '${apex.name}' is the apex of its zone, where only an ALIAS can lead to the service, and App Runner's hosted zone in ${inputs.region} is not known to this version of the action. Use a subdomain.`,
  );
}

/** @throws ActionError when something foreign is in the place of our records */
export function throwIfInTheWay(
  zone: HostedZone,
  { inTheWay }: { readonly inTheWay: readonly string[] },
): void {
  if (inTheWay.length === 0) return;
  throw new ActionError(
    `Hosted zone ${zone.id} (${zone.name}) has records in the way that are not this service's: ${inTheWay.join('; ')}. ` +
      'None was changed. Delete or rename them if nobody needs them, or choose another domain.',
  );
}
