import type { CustomDomain } from '@aws-sdk/client-apprunner';
import { aliasZone } from '../domain/alias-zones.ts';
import { domainOf, statusOf, stepAfter } from '../domain/association.ts';
import type { ServiceDomains } from '../domain/port.ts';
import type { DomainRecord } from '../domain/record.ts';
import { type Target, wantedRecords } from '../domain/wanted.ts';
import { ActionError, CancelledError } from '../errors.ts';
import { duration } from '../report/duration.ts';
import { isPrivate } from '../service/states.ts';
import { associate, disassociate } from './domain-association.ts';
import { type CheckedDomain, refusePrivate } from './domain-check.ts';
import { DomainRecords } from './domain-records.ts';
import { failedText, overdueText, stateText } from './domain-texts.ts';
import { type Job, learnService } from './job.ts';

/**
 * App Runner tells the certificate's records some seconds after the association (copilot-cli asks
 * for 30 s); without them a run ends with half of the records.
 */
const RECORDS_MS = 90_000;

/** A dissociation takes seconds; a run that does not wait for the domain waits for this at least. */
const LEAVING_MS = 300_000;

/** A new association is listed within this time. */
const LISTED_MS = 60_000;

/** Pauses grow with the time that has passed: a certificate takes minutes, or an hour. */
const SHORTEST_MS = 3_000;
const LONGEST_MS = 20_000;
const GROWTH = 0.2;

/**
 * Gives the service its domain: associates it, writes its records to the zone, and waits until it
 * is active where the inputs say so. What is there already stays as it is; an association that
 * failed is made anew, once.
 *
 * @param deadline milliseconds since 1970
 * @throws ActionError that says that the deployment stands
 */
export async function settleDomain(
  job: Job,
  checked: CheckedDomain,
  deadline: number,
): Promise<void> {
  try {
    await new Settling(job, checked, deadline).settle();
  } catch (error) {
    if (!(error instanceof ActionError) || error instanceof CancelledError) throw error;
    throw new ActionError(
      `${error.message} The deployment stands; the next run goes on with the domain.`,
      { cause: error.cause },
    );
  }
}

/** The way of one domain to its service, within one run. */
class Settling {
  readonly #job: Job;
  readonly #checked: CheckedDomain;
  readonly #deadline: number;
  readonly #serviceArn: string;
  readonly #begin: number;
  readonly #records: DomainRecords;
  #dualStack = false;
  #private = false;
  /** True once a failed association was made anew. */
  #renewed = false;
  /** When this run associated it, in milliseconds since 1970. */
  #associatedAt = Number.NEGATIVE_INFINITY;
  #told: string | undefined;

  constructor(job: Job, checked: CheckedDomain, deadline: number) {
    this.#job = job;
    this.#checked = checked;
    this.#deadline = deadline;
    this.#serviceArn = `${job.progress.facts.serviceArn}`;
    this.#begin = job.ports.clock.now();
    this.#records = new DomainRecords(job, checked);
  }

  async settle(): Promise<void> {
    const { aws, inputs, ports, progress, runner } = this.#job;
    const service = await aws.appRunner.describe(this.#serviceArn);
    learnService(this.#job, service);
    this.#dualStack = service.NetworkConfiguration?.IpAddressType === 'DUAL_STACK';
    this.#private = isPrivate(service);
    if (this.#checked.zone) refusePrivate(this.#checked.domain, !this.#private);
    const calls = await aws.domains();
    while (!(await this.#goOn(await calls.list(this.#serviceArn)))) {
      if (ports.clock.now() >= this.#deadline) {
        const { status } = progress.facts.domain ?? {};
        throw new ActionError(
          overdueText(this.#checked.domain.name, status, inputs.timeoutMinutes),
        );
      }
      await this.#pause();
    }
    const { domain } = progress.facts;
    if (domain) runner.info(stateText(domain));
  }

  /**
   * Does what the state of the association asks for.
   *
   * @returns true when nothing is left for this run to do
   */
  async #goOn(found: ServiceDomains): Promise<boolean> {
    const { domain } = this.#checked;
    const own = domainOf(domain.name, found);
    const records = this.#recordsFor(own, found);
    const waited = this.#job.ports.clock.now() - this.#begin;
    if (own) this.#learn(statusOf(own), records);
    switch (stepAfter(own?.Status)) {
      case 'associate':
        await this.#associate(records);
        return false;
      case 'renew':
        await this.#renew(own, records);
        return false;
      case 'leaving':
        return !domain.wait && waited >= LEAVING_MS;
      case 'pending': {
        const known = (own?.CertificateValidationRecords ?? []).length > 0;
        if (!known && waited < RECORDS_MS) return false;
        await this.#records.write(records);
        return !domain.wait;
      }
      case 'active':
        await this.#records.write(records);
        return true;
    }
  }

  #recordsFor(
    own: CustomDomain | undefined,
    { target: host, vpcTargets }: ServiceDomains,
  ): readonly DomainRecord[] {
    const { domain, zone } = this.#checked;
    const target: Target = {
      host,
      dualStack: this.#dualStack,
      aliasZone: zone && aliasZone(this.#job.inputs.region),
      ...(this.#private && { vpcTargets }),
    };
    return wantedRecords(domain.name, domain.www, own?.CertificateValidationRecords, target);
  }

  /** Notes the state, and says it when it is another one. */
  #learn(status: string, records: readonly DomainRecord[]): void {
    const { ports, progress, runner } = this.#job;
    const { domain, zone } = this.#checked;
    progress.learn({ domain: { name: domain.name, status, records, zone: zone?.id } });
    if (status === this.#told) return;
    this.#told = status;
    const elapsed = duration(ports.clock.now() - this.#begin).padStart(10);
    runner.info(`${elapsed}  ${domain.name} is ${status}`);
  }

  async #associate(records: readonly DomainRecord[]): Promise<void> {
    const { domain } = this.#checked;
    const { now } = this.#job.ports.clock;
    // It may take a moment until an association is listed.
    if (now() - this.#associatedAt < LISTED_MS) return;
    // The build took its time: what is in the way by now is seen before anything is changed.
    await this.#records.check(records);
    await associate(this.#holder(), domain.name, domain.www);
    this.#associatedAt = now();
  }

  async #renew(own: CustomDomain | undefined, records: readonly DomainRecord[]): Promise<void> {
    const { domain } = this.#checked;
    const { runner } = this.#job;
    if (this.#renewed) throw new ActionError(failedText(domain.name, `${own && statusOf(own)}`));
    this.#renewed = true;
    this.#records.outdated(records);
    runner.info(
      `${domain.name} is ${own && statusOf(own)}: it is dissociated and made anew, once.`,
    );
    await disassociate(this.#holder(), domain.name);
    this.#associatedAt = Number.NEGATIVE_INFINITY;
  }

  async #pause(): Promise<void> {
    const { clock } = this.#job.ports;
    const now = clock.now();
    const grown = Math.round((now - this.#begin) * GROWTH);
    const pause = Math.max(SHORTEST_MS, Math.min(LONGEST_MS, grown));
    await clock.sleep(Math.min(pause, this.#deadline - now));
  }

  #holder() {
    return { job: this.#job, serviceArn: this.#serviceArn, deadline: this.#deadline };
  }
}
