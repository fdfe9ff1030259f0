import type { LogGroups } from './log-groups.ts';
import type { Known } from './seen.ts';

/** The title of the link to the application's log. */
export const APPLICATION_LOG = 'Application log';

/** A failure to look into; times in milliseconds since 1970. */
export interface Asked {
  readonly groups: LogGroups;
  /** The service's ARN, to name what a policy has to allow. */
  readonly serviceArn: string;
  readonly operationId?: string | undefined;
  /** When what failed was started. */
  readonly since: number;
  /** When it was seen to have failed: what is written later is about something else. */
  readonly ended: number;
  /** Until when lagging logs may be read again. */
  readonly until: number;
  /** The port that the service was to have. */
  readonly port?: string | undefined;
  /** Application lines to show; 0 where an application has no part in the failure. */
  readonly lines: number;
  /** The cause, where it is known; App Runner's log then has nothing to add. */
  readonly known?: Known | undefined;
  readonly links: Readonly<Record<string, string>>;
}
