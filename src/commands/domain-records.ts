import type { Change } from '@aws-sdk/client-route-53';
import { planRecords } from '../domain/plan.ts';
import type { DomainRecord } from '../domain/record.ts';
import { recordLines } from '../report/domain.ts';
import { type CheckedDomain, throwIfInTheWay } from './domain-check.ts';
import { changeZone } from './domain-zone.ts';
import type { Job } from './job.ts';

/** The records of a domain, in its zone or on a list for whoever has to make them. */
export class DomainRecords {
  readonly #job: Job;
  readonly #zone: CheckedDomain['zone'];
  /** Those of an association that is gone. */
  #stale: readonly DomainRecord[] = [];
  /** What the zone has been brought to, so that it is read once. */
  #written = '';

  constructor(job: Job, { zone }: CheckedDomain) {
    this.#job = job;
    this.#zone = zone;
  }

  /** Notes that these are of no use any more; those for the certificate go with the next change. */
  outdated(records: readonly DomainRecord[]): void {
    this.#stale = records.filter(({ purpose }) => purpose === 'certificate');
  }

  /** @throws ActionError when something is in the way of records; nothing is changed */
  async check(records: readonly DomainRecord[]): Promise<void> {
    await this.#change(records, () => []);
  }

  /**
   * Brings the zone to the records, or lists them where there is none.
   *
   * @throws ActionError when something is in the way, and when they can't be written
   */
  async write(records: readonly DomainRecord[]): Promise<void> {
    const { runner } = this.#job;
    const zone = this.#zone;
    const key = JSON.stringify(records.map(({ name, type, value }) => [name, type, value]));
    if (key === this.#written) return;
    this.#written = key;
    if (!zone) {
      runner.info('Records that the domain needs, to be made where it is looked after:');
      for (const line of recordLines(records)) runner.info(`  ${line}`);
      return;
    }
    runner.info(`Records in hosted zone ${zone.id} (${zone.name}):`);
    const made = await this.#change(records, (changes) => changes);
    if (made.length === 0) runner.info('  all there');
  }

  /**
   * @param chosen which of the changes to make
   * @returns those that were made
   */
  async #change(
    records: readonly DomainRecord[],
    chosen: (changes: readonly Change[]) => readonly Change[],
  ): Promise<readonly string[]> {
    const zone = this.#zone;
    if (!zone) return [];
    return changeZone(this.#job, zone, [...records, ...this.#stale], (held) => {
      const plan = planRecords(records, held, zone, this.#stale);
      throwIfInTheWay(zone, plan);
      return chosen(plan.changes);
    });
  }
}
