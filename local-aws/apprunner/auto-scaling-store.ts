import { invalidRequest, quotaExceeded } from './refusals.ts';

/** One immutable revision of an auto scaling configuration. */
export interface AutoScalingRevision {
  readonly order: number;
  readonly name: string;
  readonly revision: number;
  readonly arn: string;
  readonly maxConcurrency: number;
  readonly minSize: number;
  readonly maxSize: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly tags: Map<string, string>;
  /** Absent while the revision is active. */
  deletedAt?: number;
}

const mostNames = 10;
const mostRevisions = 5;
const kind = 'autoscalingconfiguration/';

/** What a new revision holds. */
export type Scaling = Pick<AutoScalingRevision, 'maxConcurrency' | 'minSize' | 'maxSize'>;

/** The auto scaling configurations of an account; App Runner's own default is there from the start. */
export class AutoScalingStore {
  readonly #prefix: string;
  readonly #revisions: AutoScalingRevision[] = [];
  #default: AutoScalingRevision;

  constructor(region: string, accountId: string, now: number) {
    this.#prefix = `arn:aws:apprunner:${region}:${accountId}:${kind}`;
    this.#default = {
      order: 0,
      name: 'DefaultConfiguration',
      revision: 1,
      arn: `${this.#prefix}DefaultConfiguration/1/${'1'.padStart(32, '0')}`,
      maxConcurrency: 100,
      minSize: 1,
      maxSize: 25,
      createdAt: now,
      tags: new Map(),
    };
    this.#revisions.push(this.#default);
  }

  get default(): AutoScalingRevision {
    return this.#default;
  }

  set default(revision: AutoScalingRevision) {
    this.#default = revision;
  }

  /** Adds the next revision of a name; refuses an eleventh name and a sixth active revision. */
  add(name: string, id: string, now: number, scaling: Scaling): AutoScalingRevision {
    const same = this.#revisions.filter((each) => each.name === name);
    const active = this.active();
    if (active.filter((each) => each.name === name).length >= mostRevisions) {
      throw quotaExceeded(
        `You've reached the quota of ${mostRevisions} revisions of auto scaling configuration ${name}.`,
      );
    }
    const names = new Set(active.map((each) => each.name));
    if (!names.has(name) && names.size >= mostNames) {
      throw quotaExceeded(`You've reached the quota of ${mostNames} auto scaling configurations.`);
    }
    const revision = Math.max(0, ...same.map((each) => each.revision)) + 1;
    const added: AutoScalingRevision = {
      order: this.#revisions.length,
      name,
      revision,
      arn: `${this.#prefix}${name}/${revision}/${id}`,
      createdAt: now,
      tags: new Map(),
      ...scaling,
    };
    this.#revisions.push(added);
    return added;
  }

  /** Every revision that was not deleted, newest first. */
  active(): AutoScalingRevision[] {
    return this.#revisions.filter((each) => each.deletedAt === undefined).reverse();
  }

  /** The highest active revision of a name. */
  latest(name: string): AutoScalingRevision | undefined {
    return this.active()
      .filter((each) => each.name === name)
      .sort((a, b) => b.revision - a.revision)[0];
  }

  /** What a full ARN, or one ending in NAME or NAME/REVISION, stands for; a full one also if deleted. */
  find(arn: string): AutoScalingRevision | undefined {
    if (!arn.startsWith(this.#prefix)) return undefined;
    const [name = '', revision, id] = arn.slice(this.#prefix.length).split('/');
    if (id !== undefined) return this.#revisions.find((each) => each.arn === arn);
    if (revision === undefined) return this.latest(name);
    return this.active().find((each) => each.name === name && `${each.revision}` === revision);
  }

  /** The active revision a service is to use; refused as App Runner refuses an unknown ARN. */
  usable(arn: string): AutoScalingRevision {
    const found = this.find(arn);
    if (found === undefined || found.deletedAt !== undefined) {
      throw invalidRequest(
        `The auto scaling configuration ARN you specified isn't valid. ARN: '${arn}'`,
      );
    }
    return found;
  }
}
