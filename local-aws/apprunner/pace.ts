import type { OperationType } from './shapes.ts';

/**
 * How fast operations go.
 * - `container`: as fast as the container allows. A healthy one is accepted as soon as it answers;
 *   an unhealthy one is given up after Interval x UnhealthyThreshold seconds, as configured.
 * - `quick`: as `container`, with a tenth of the health check's interval, at least 50 ms. For tests.
 * - `app-runner`: every phase lasts at least what users of App Runner report.
 * - `operationMs`: as `quick`, but no operation ends earlier than that after its call came in.
 */
export type Pace = 'container' | 'quick' | 'app-runner' | { readonly operationMs: number };

/** The parts of an operation that take time. */
export type Phase =
  | 'pending'
  | 'pull'
  | 'build'
  | 'provision'
  | 'health'
  | 'route'
  | 'give-up'
  | 'rollback'
  | 'teardown'
  | 'notice-push'
  | 'ingress'
  | 'domain-records'
  | 'domain-failure'
  | 'domain-validation'
  | 'domain-binding'
  | 'domain-removal';

/** Milliseconds everywhere. */
export interface Timing {
  /** The least that a phase lasts. */
  phaseMs(phase: Phase, type: OperationType): number;
  /** The least that a whole operation lasts. */
  readonly operationMs: number;
  /** The time between two health checks. */
  intervalMs(intervalSeconds: number): number;
}

const minute = 60_000;

/**
 * Users' figures: create about 5 min, deployment under 3, pause and resume 2 to 5, and 15 to 20
 * from source code. That of an ingress is ours. Of a domain they say minutes, and
 * seconds until its records are known and until it is removed; the figures are ours.
 */
const appRunnerPhases: Readonly<Record<Phase, number>> = {
  pending: 5_000,
  pull: 2 * minute,
  build: 12 * minute,
  provision: 25_000,
  health: 1.5 * minute,
  route: minute,
  'give-up': 16 * minute,
  rollback: 10 * minute,
  teardown: 2 * minute,
  'notice-push': 10_000,
  ingress: minute,
  'domain-records': 20_000,
  'domain-failure': 4 * minute,
  'domain-validation': 3 * minute,
  'domain-binding': 2 * minute,
  'domain-removal': 30_000,
};

const appRunnerPhaseMs = (phase: Phase, type: OperationType): number => {
  const usual = appRunnerPhases[phase];
  if (phase === 'give-up') return type === 'CREATE_SERVICE' ? usual : 6 * minute;
  return type === 'START_DEPLOYMENT' && phase !== 'build' ? usual / 2 : usual;
};

const tenth = (seconds: number) => Math.max(50, seconds * 100);
const whole = (seconds: number) => seconds * 1000;
const none = () => 0;

/** Turns a pace into the figures that operations ask for. */
export const timingOf = (pace: Pace): Timing => {
  if (pace === 'container') return { phaseMs: none, operationMs: 0, intervalMs: whole };
  if (pace === 'quick') return { phaseMs: none, operationMs: 0, intervalMs: tenth };
  if (pace === 'app-runner') {
    return { phaseMs: appRunnerPhaseMs, operationMs: 0, intervalMs: whole };
  }
  return { phaseMs: none, operationMs: pace.operationMs, intervalMs: tenth };
};
