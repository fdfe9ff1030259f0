import type { LocalAws } from '../../local-aws/start.ts';
import type { Demo } from './arguments.ts';

/** What is played, and where. */
export interface Stage {
  readonly demo: Demo;
  /** A local AWS with the ECR repository. */
  readonly aws: LocalAws;
  /** A directory for files. */
  readonly temp: string;
  /** Directory of this action. */
  readonly action: string;
}
