import type { Change } from '@aws-sdk/client-route-53';
import { errorCode } from '../aws/errors.ts';
import { changeText, namesToRead, type ZoneRecords } from '../domain/plan.ts';
import type { Dns, HostedZone } from '../domain/port.ts';
import type { DomainRecord } from '../domain/record.ts';
import { longestZone, namedZone } from '../domain/zones.ts';
import { ActionError } from '../errors.ts';
import type { NamedZone } from '../inputs/domain.ts';
import type { Aws } from '../ports.ts';
import { settleAll } from '../teardown/pool.ts';
import { changing } from './changing.ts';
import type { Job } from './job.ts';

/** Names that are read at the same time: Route 53 takes five calls a second of an account. */
const AT_ONCE = 2;

/** How often a change is planned anew that somebody else's came before. */
const TRIES = 3;

/**
 * The zone that a domain's records belong in.
 *
 * @throws ActionError when there is none, or it can't hold them
 */
export async function findZone(aws: Aws, name: string, zone: NamedZone): Promise<HostedZone> {
  const dns = await aws.dns();
  const found =
    zone.kind === 'auto'
      ? longestZone(name, await dns.zones())
      : namedZone(name, await dns.zone(zone.id));
  if ('zone' in found) return found.zone;
  throw new ActionError(found.problem);
}

/** Reads what a zone holds at the names of records, and at those above them. */
export async function readZone(
  dns: Dns,
  zone: HostedZone,
  records: readonly DomainRecord[],
): Promise<ZoneRecords> {
  const names = namesToRead(records, zone);
  const answers = await settleAll(names, AT_ONCE, (name) => dns.records(zone.id, name));
  return new Map(
    names.map((name, index) => {
      const answer = answers[index];
      if (answer?.status === 'fulfilled') return [name, answer.value];
      throw answer?.reason;
    }),
  );
}

/**
 * Brings a zone to a plan: reads, plans, and changes all or nothing. Where Route 53 says that the
 * zone is not as it was read, it is read and planned again.
 *
 * @param planned what is to be changed; throws where nothing may be
 * @returns the changes that were made
 */
export async function changeZone(
  job: Job,
  zone: HostedZone,
  records: readonly DomainRecord[],
  planned: (held: ZoneRecords) => readonly Change[],
): Promise<readonly string[]> {
  const dns = await job.aws.dns();
  for (let tried = 1; ; tried += 1) {
    const changes = planned(await readZone(dns, zone, records));
    if (changes.length === 0) return [];
    const told = changes.map(changeText);
    try {
      await changing(
        job,
        'ChangeResourceRecordSets',
        () => dns.change(zone.id, changes),
        () => `hosted zone ${zone.id} (${zone.name}) has taken ${told.join('; ')}`,
      );
      for (const text of told) job.runner.info(`  ${text}`);
      return told;
    } catch (error) {
      // Of a call that was sent again because its answer was lost, too.
      const outdated =
        error instanceof ActionError && errorCode(error.cause) === 'InvalidChangeBatch';
      if (!outdated || tried === TRIES) throw error;
    }
  }
}
