import type { Clock } from './clock.ts';

/** One request that the local AWS answered. */
export interface Call {
  /** The API model's name of the service; `unknown` when the request was for none of them. */
  readonly service: string;
  readonly operation: string;
  /** The IAM action that AWS would have checked, such as `apprunner:ListServices`. */
  readonly action: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** The HTTP status of the answer; 0 when a fault broke the connection in place of one. */
  readonly status: number;
  /** AWS's code, or DroppedBefore and DroppedAfter for a broken connection. */
  readonly errorCode?: string;
  /** How the caller named itself. */
  readonly userAgent?: string;
}

/** Every call since the start, oldest first. */
export interface CallLog {
  readonly calls: readonly Call[];
  record(call: Omit<Call, 'action' | 'time'>): void;
}

/** Makes an empty call log; `onCall` hears of each call when its answer is made. */
export function createCallLog(clock: Clock, onCall: (call: Call) => void = () => {}): CallLog {
  const calls: Call[] = [];
  return {
    calls,
    record(entry) {
      const action = `${entry.service}:${entry.operation}`;
      const call = { ...entry, action, time: clock.now() };
      calls.push(call);
      onCall(call);
    },
  };
}
