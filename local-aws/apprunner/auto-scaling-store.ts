import { type Revision, RevisionStore } from './resources/revision-store.ts';

/** What a revision of an auto scaling configuration holds. */
export interface Scaling {
  readonly maxConcurrency: number;
  readonly minSize: number;
  readonly maxSize: number;
}

/** One immutable revision of an auto scaling configuration. */
export type AutoScalingRevision = Revision<Scaling>;

/** The quotas are of App Runner's developer guide, manage-autoscaling. */
const quotas = { mostNames: 10, mostRevisions: 5 };

/** The auto scaling configurations of an account; App Runner's own default is there from the start. */
export class AutoScalingStore extends RevisionStore<Scaling> {
  default: AutoScalingRevision;

  constructor(region: string, accountId: string, now: number) {
    super({
      ...quotas,
      prefix: `arn:aws:apprunner:${region}:${accountId}:autoscalingconfiguration/`,
      what: 'auto scaling configuration',
    });
    const values = { maxConcurrency: 100, minSize: 1, maxSize: 25 };
    this.default = this.add('DefaultConfiguration', '1'.padStart(32, '0'), now, values);
  }
}
