import type { Service } from '@aws-sdk/client-apprunner';
import { aliasZone } from '../domain/alias-zones.ts';
import { domainOf, stepAfter } from '../domain/association.ts';
import { planRemoval } from '../domain/plan.ts';
import type { HostedZone, ServiceDomains } from '../domain/port.ts';
import type { DomainRecord } from '../domain/record.ts';
import { wantedRecords } from '../domain/wanted.ts';
import type { NamedZone } from '../inputs/domain.ts';
import { recordLines } from '../report/domain.ts';
import { refusalOf } from '../service/refusals.ts';
import { disassociate } from './domain-association.ts';
import { changeZone, findZone, readZone } from './domain-zone.ts';
import type { Job } from './job.ts';

/** A domain that goes with its service. */
export interface Leaving {
  readonly name: string;
  /** Of an association that is gone it is not known otherwise. */
  readonly www?: boolean;
  readonly zone?: NamedZone | undefined;
}

/**
 * Takes a domain from a service that is about to be deleted: its records out of the zone first, so
 * that the name never leads to what is gone, then the association. It comes before the deletion:
 * after it nobody knows which records were the service's. Records that somebody has changed since
 * are left and named, as are the service's other domains.
 *
 * @param deadline milliseconds since 1970
 * @throws ActionError when records or association can't be removed; the service is as it was then
 */
export async function removeDomain(
  job: Job,
  domain: Leaving,
  service: Service,
  deadline: number,
): Promise<void> {
  const { runner } = job;
  const found = await domainsOf(job, service);
  if (!found) return;
  tellOthers(job, domain.name, found);
  const own = domainOf(domain.name, found);
  const records = recordsOf(job, domain, found);
  if (domain.zone) {
    await removeRecords(job, await findZone(job.aws, domain.name, domain.zone), records);
  } else if (own) {
    runner.info(`Records of ${domain.name} to delete where the domain is looked after:`);
    for (const line of recordLines(records)) runner.info(`  ${line}`);
  }
  if (!own) runner.info(`Domain '${domain.name}' is not associated with the service.`);
  else if (service.Status !== 'RUNNING') {
    runner.info(
      `The association of ${domain.name} goes with the service: App Runner takes no dissociation while that is ${service.Status}.`,
    );
  } else if (stepAfter(own.Status) !== 'leaving') {
    await disassociate({ job, serviceArn: `${service.ServiceArn}`, deadline }, domain.name);
  }
  job.progress.learn({
    domain: { name: domain.name, status: 'deleted', records: [] },
  });
}

/** What removeDomain would do, a sentence each. */
export async function removalSteps(
  job: Job,
  domain: Leaving,
  service: Service | undefined,
): Promise<readonly string[]> {
  const found = service && (await domainsOf(job, service));
  if (!found) return [];
  const own = domainOf(domain.name, found);
  const records = recordsOf(job, domain, found);
  const steps: string[] = [];
  if (domain.zone) {
    const zone = await findZone(job.aws, domain.name, domain.zone);
    const held = await readZone(await job.aws.dns(), zone, records);
    const { changes, left } = planRemoval(records, held);
    tellLeft(job, zone, left);
    const names = changes.map(({ ResourceRecordSet: set }) => `${set?.Name} ${set?.Type}`);
    if (names.length > 0) {
      steps.push(`ChangeResourceRecordSets in hosted zone ${zone.id}: delete ${names.join(', ')}.`);
    }
  }
  if (own && service?.Status === 'RUNNING' && stepAfter(own.Status) !== 'leaving') {
    steps.push(`DisassociateCustomDomain: ${domain.name}.`);
  }
  return steps;
}

/** A service that is gone has no domains. */
async function domainsOf(
  { aws }: Job,
  { ServiceArn }: Service,
): Promise<ServiceDomains | undefined> {
  try {
    return await (await aws.domains()).list(`${ServiceArn}`);
  } catch (error) {
    if (refusalOf(error) === 'gone') return undefined;
    throw error;
  }
}

/** All that a domain may have in its zone: both types of address, whatever the service is now. */
function recordsOf(
  { inputs }: Job,
  { name, www = false, zone }: Leaving,
  found: ServiceDomains,
): readonly DomainRecord[] {
  const own = domainOf(name, found);
  return wantedRecords(name, own?.EnableWWWSubdomain ?? www, own?.CertificateValidationRecords, {
    host: found.target,
    aliasZone: zone && aliasZone(inputs.region),
    dualStack: true,
  });
}

async function removeRecords(
  job: Job,
  zone: HostedZone,
  records: readonly DomainRecord[],
): Promise<void> {
  job.runner.info(`Records in hosted zone ${zone.id} (${zone.name}):`);
  let left: readonly string[] = [];
  const removed = await changeZone(job, zone, records, (held) => {
    const plan = planRemoval(records, held);
    left = plan.left;
    return plan.changes;
  });
  if (removed.length === 0) job.runner.info('  none of the service');
  tellLeft(job, zone, left);
}

function tellLeft({ runner }: Job, zone: HostedZone, left: readonly string[]): void {
  if (left.length === 0) return;
  runner.warning(
    `Left in hosted zone ${zone.id} (${zone.name}), because somebody has made it otherwise: ${left.join('; ')}.`,
  );
}

function tellOthers({ runner }: Job, name: string, found: ServiceDomains): void {
  const others = found.domains.flatMap(({ DomainName }) => DomainName ?? []);
  const more = others.filter((other) => other !== name);
  if (more.length === 0) return;
  runner.info(
    `Other domains go with the service, and their records stay where they are: ${more.join(', ')}.`,
  );
}
