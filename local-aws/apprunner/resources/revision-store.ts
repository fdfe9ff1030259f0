import { invalidRequest, quotaExceeded } from '../refusals.ts';

/** One immutable revision of a named configuration, with what it configures. */
export type Revision<Values extends object> = Values & {
  readonly order: number;
  readonly name: string;
  readonly revision: number;
  readonly arn: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly tags: Map<string, string>;
  /** Absent while the revision is active. */
  deletedAt?: number;
};

/** What tells one kind of configuration from another. */
export interface RevisionRules {
  /** All ARNs up to the name. */
  readonly prefix: string;
  /** Its name in sentences. */
  readonly what: string;
  /** Names that may be active at once. */
  readonly mostNames: number;
  /** Revisions of one name that may be active at once. */
  readonly mostRevisions: number;
}

/** The revisions of every configuration of one kind in an account. */
export class RevisionStore<Values extends object> {
  readonly #rules: RevisionRules;
  readonly #revisions: Revision<Values>[] = [];

  constructor(rules: RevisionRules) {
    this.#rules = rules;
  }

  /**
   * Adds the next revision of a name. Refuses a name and a revision beyond the quotas; AWS's own
   * text for that is not known to us.
   */
  add(name: string, id: string, now: number, values: Values): Revision<Values> {
    const { prefix, what, mostNames, mostRevisions } = this.#rules;
    const active = this.active();
    if (active.filter((each) => each.name === name).length >= mostRevisions) {
      throw quotaExceeded(
        `You've reached the quota of ${mostRevisions} revisions of ${what} ${name}.`,
      );
    }
    const names = new Set(active.map((each) => each.name));
    if (!names.has(name) && names.size >= mostNames) {
      throw quotaExceeded(`You've reached the quota of ${mostNames} ${what}s.`);
    }
    const same = this.#revisions.filter((each) => each.name === name);
    const revision = Math.max(0, ...same.map((each) => each.revision)) + 1;
    const added: Revision<Values> = {
      ...values,
      order: this.#revisions.length,
      name,
      revision,
      arn: `${prefix}${name}/${revision}/${id}`,
      createdAt: now,
      tags: new Map(),
    };
    this.#revisions.push(added);
    return added;
  }

  /** Every revision that was not deleted, newest first. */
  active(): Revision<Values>[] {
    return this.#revisions.filter((each) => each.deletedAt === undefined).reverse();
  }

  /** The highest active revision of a name. */
  latest(name: string): Revision<Values> | undefined {
    return this.active()
      .filter((each) => each.name === name)
      .sort((a, b) => b.revision - a.revision)[0];
  }

  /** The active revisions as a list call wants them: of one name or all, or only each one's latest. */
  listed(name: string | undefined, latestOnly: boolean): Revision<Values>[] {
    return this.active()
      .filter((each) => name === undefined || each.name === name)
      .filter((each) => !latestOnly || this.latest(each.name) === each);
  }

  /** What a full ARN, or one ending in NAME or NAME/REVISION, stands for; a full one also if deleted. */
  find(arn: string): Revision<Values> | undefined {
    const { prefix } = this.#rules;
    if (!arn.startsWith(prefix)) return undefined;
    const [name = '', revision, id] = arn.slice(prefix.length).split('/');
    if (id !== undefined) return this.#revisions.find((each) => each.arn === arn);
    if (revision === undefined) return this.latest(name);
    return this.active().find((each) => each.name === name && `${each.revision}` === revision);
  }

  /** The active revision a service is to use; refused as App Runner refuses an unknown ARN. */
  usable(arn: string): Revision<Values> {
    const found = this.find(arn);
    if (found === undefined || found.deletedAt !== undefined) {
      throw invalidRequest(`The ${this.#rules.what} ARN you specified isn't valid. ARN: '${arn}'`);
    }
    return found;
  }

  /** The tags of an active revision, by its full ARN. */
  tagsOf(arn: string): Map<string, string> | undefined {
    return this.active().find((each) => each.arn === arn)?.tags;
  }
}
