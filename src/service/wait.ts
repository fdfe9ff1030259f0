import type {
  OperationSummary,
  OperationType,
  Service,
  ServiceStatus,
} from '@aws-sdk/client-apprunner';
import { errorMessage } from '../errors.ts';
import type { AppRunner, Clock } from '../ports.ts';
import { expectations, usualDuration } from './history.ts';
import { type Answer, type Asked, ask } from './look.ts';
import { FIRST_LOOK_MS, pauseAt } from './polling.ts';
import { runningOperation, startedSince } from './states.ts';

/** An operation to wait for. */
export interface Awaited {
  readonly serviceArn: string;
  /** Undefined where App Runner told none; it is then known by its type and time. */
  readonly operationId?: string | undefined;
  readonly type: OperationType;
  /** Milliseconds since 1970 when the call was made that started it. */
  readonly since: number;
}

/** How an operation stood when the waiting ended. */
export type OperationEnd =
  | { readonly kind: 'ended'; readonly status: string }
  | { readonly kind: 'deadline'; readonly status: string }
  /** The operation is not listed; the service is no longer busy. */
  | {
      readonly kind: 'unlisted';
      readonly serviceStatus: ServiceStatus;
      readonly service: Service;
    }
  /** The service does not exist any more. */
  | { readonly kind: 'gone' };

/** What a wait tells while it lasts. */
export interface Watching {
  /** Told each status of the operation once, with the milliseconds since it began. */
  onStatus(status: string, elapsedMs: number): void;
  /** Told after each look that was not the last one, with the pause until the next. */
  onLook?(elapsedMs: number, pauseMs: number): void;
  /** Told once how many milliseconds earlier operations of this type took. */
  onUsual?(ms: number): void;
  /** Told the id of an operation that was waited for without one, once it is listed. */
  onFound?(operationId: string): void;
  /** Told in a sentence what is unusual about this wait; each thing once. */
  onNote?(text: string): void;
}

/** The state in which an operation that succeeded leaves its service. */
export const AFTER_SUCCESS: Readonly<Record<OperationType, ServiceStatus>> = {
  CREATE_SERVICE: 'RUNNING',
  UPDATE_SERVICE: 'RUNNING',
  START_DEPLOYMENT: 'RUNNING',
  RESUME_SERVICE: 'RUNNING',
  PAUSE_SERVICE: 'PAUSED',
  DELETE_SERVICE: 'DELETED',
};

/** An operation that is not listed by then is taken for one that never will be. */
const LISTED_MS = 60_000;

/** How long a look may go on after the deadline. */
const GRACE_MS = 2_000;

/**
 * Follows one operation to its end. A fresh operation may be missing from ListOperations for a
 * while; it then counts as PENDING. Where it stays missing for a minute, or has no id and is not
 * found, the service's status decides, and the list is still looked at.
 *
 * @param deadline milliseconds since 1970
 * @throws ActionError when App Runner can't be asked and asking again would not help
 */
export async function followOperation(
  appRunner: AppRunner,
  clock: Clock,
  awaited: Awaited,
  deadline: number,
  watching: Watching,
): Promise<OperationEnd> {
  const wait = new Wait(appRunner, clock, awaited, deadline, watching);
  // What has begun long ago may have ended.
  let pause = clock.now() - awaited.since < FIRST_LOOK_MS ? FIRST_LOOK_MS : 0;
  for (;;) {
    const left = deadline - clock.now();
    if (left <= 0) return { kind: 'deadline', status: wait.status };
    await clock.sleep(Math.min(pause, left));
    const end = await wait.look();
    if (end) return end;
    pause = wait.pause();
  }
}

/** What is known of an operation while it is followed. */
class Wait {
  readonly #appRunner: AppRunner;
  readonly #clock: Clock;
  readonly #awaited: Awaited;
  readonly #deadline: number;
  readonly #watching: Watching;
  readonly #noted = new Set<string>();
  #operationId: string | undefined;
  #since: number;
  #listedAt: number;
  #operations: readonly OperationSummary[] = [];
  #usual: number | undefined;
  status = 'PENDING';

  constructor(
    appRunner: AppRunner,
    clock: Clock,
    awaited: Awaited,
    deadline: number,
    watching: Watching,
  ) {
    this.#appRunner = appRunner;
    this.#clock = clock;
    this.#awaited = awaited;
    this.#deadline = deadline;
    this.#watching = watching;
    this.#operationId = awaited.operationId;
    this.#since = awaited.since;
    this.#listedAt = clock.now();
  }

  /** Looks once; undefined when the operation goes on, as far as can be seen. */
  async look(): Promise<OperationEnd | undefined> {
    const list = await this.#ask((arn) => this.#appRunner.newestOperations(arn));
    if (list.kind === 'gone') return list;
    if (list.kind === 'unanswered') return undefined;
    this.#operations = list.value;
    const row = this.#row();
    if (row) return this.#seen(row);
    return !this.#operationId || this.#isMissing() ? this.#askService() : undefined;
  }

  /** Milliseconds until the next look; tells what the looks so far have brought. */
  pause(): number {
    const { type } = this.#awaited;
    if (this.#usual === undefined) {
      this.#usual = usualDuration(this.#operations, type);
      if (this.#usual !== undefined) this.#watching.onUsual?.(this.#usual);
    }
    const elapsed = Math.max(0, this.#clock.now() - this.#since);
    const pause = pauseAt(elapsed, expectations(this.#operations, type, this.status));
    if (this.#clock.now() < this.#deadline) this.#watching.onLook?.(elapsed, pause);
    return pause;
  }

  #row(): OperationSummary | undefined {
    const { type, since } = this.#awaited;
    const id = this.#operationId;
    return id
      ? this.#operations.find(({ Id }) => Id !== undefined && plain(Id) === plain(id))
      : startedSince(this.#operations, type, since);
  }

  #seen(row: OperationSummary): OperationEnd | undefined {
    if (!this.#operationId && row.Id) this.#watching.onFound?.(row.Id);
    this.#operationId ??= row.Id;
    this.#listedAt = this.#clock.now();
    this.#since = beginOf(row, this.#awaited.since, this.#listedAt);
    const status = row.Status?.toUpperCase() ?? this.status;
    if (status !== this.status) this.#watching.onStatus(status, this.#listedAt - this.#since);
    this.status = status;
    return runningOperation([row]) || !row.Status ? undefined : { kind: 'ended', status };
  }

  async #askService(): Promise<OperationEnd | undefined> {
    const what = this.#operationId ? `Operation ${this.#operationId}` : 'The operation';
    this.#note(`${what} is not in App Runner's list; the service's status decides.`);
    const answer = await this.#ask((arn) => this.#appRunner.describe(arn));
    if (answer.kind === 'gone') return answer;
    if (answer.kind === 'unanswered') return undefined;
    const service = answer.value;
    // The model's states are upper case, and AWS was seen to answer others in lower case.
    const serviceStatus = service.Status?.toUpperCase() as ServiceStatus | undefined;
    if (serviceStatus === undefined || serviceStatus === 'OPERATION_IN_PROGRESS') return undefined;
    if (serviceStatus === 'DELETED') return { kind: 'gone' };
    // Until the list is surely complete the state may be the one from before the operation.
    return this.#isMissing() || serviceStatus === AFTER_SUCCESS[this.#awaited.type]
      ? { kind: 'unlisted', serviceStatus, service }
      : undefined;
  }

  async #ask<T extends Asked>(question: (arn: string) => Promise<T>): Promise<Answer<T>> {
    const { serviceArn, type } = this.#awaited;
    const left = Math.max(0, this.#deadline - this.#clock.now());
    const answer = await ask(() => question(serviceArn), left + GRACE_MS);
    if (answer.kind === 'unanswered' && answer.error !== undefined) {
      const said = errorMessage(answer.error);
      this.#note(`App Runner can't be asked at the moment; the wait goes on. ${said}`, 'trouble');
    }
    // A service that was just created may be unknown for a moment.
    const early = type === 'CREATE_SERVICE' && !this.#isMissing();
    return answer.kind === 'gone' && early ? { kind: 'unanswered' } : answer;
  }

  #isMissing(): boolean {
    return this.#clock.now() - this.#listedAt >= LISTED_MS;
  }

  /** Tells a text once; one that is different each time is known by its key. */
  #note(text: string, key = text): void {
    if (!this.#noted.has(key)) this.#watching.onNote?.(text);
    this.#noted.add(key);
  }
}

/** When an operation began: an adopted one later than what set it off. The clocks may differ. */
function beginOf({ StartedAt }: OperationSummary, since: number, now: number): number {
  const begin = StartedAt?.getTime() ?? since;
  return begin > since && begin <= now ? begin : since;
}

/** Operation ids are dashed in the API model, and were seen without dashes in answers. */
function plain(id: string): string {
  return id.replaceAll('-', '').toLowerCase();
}
