import type { Inputs } from '../inputs/inputs.ts';
import { DOMAIN, type Facts, type Phase, type Result, SMOKE_TEST } from '../result.ts';

const HEADLINES: Readonly<Record<Exclude<Result, 'failed'>, string>> = {
  created: 'created',
  updated: 'updated',
  deployed: 'deployed again with the same settings',
  unchanged: 'unchanged, image and settings are what runs already',
  planned: 'planned, nothing was changed',
  skipped: 'skipped, nothing was changed',
  deleted: 'deleted',
  paused: 'paused',
  resumed: 'resumed',
  'rolled-back': 'not deployed: App Runner rolled back to the version before',
};

const FAILED: Readonly<Record<Inputs['command'], string>> = {
  deploy: 'not deployed',
  pause: 'not paused',
  resume: 'not resumed',
  delete: 'not deleted',
  teardown: 'not deleted, or not all that belongs to it',
  sweep: 'previews could not all be deleted',
  rollback: 'not taken back to an earlier image',
  wait: 'the operation did not succeed',
  status: 'its status could not be read',
  logs: 'its logs could not be read',
  skip: 'failed',
};

/** Results that mean something else than after a deployment. */
const OWN: Partial<Readonly<Record<Inputs['command'], Partial<Readonly<Record<Result, string>>>>>> =
  {
    sweep: { deleted: 'previews that nobody needs are deleted' },
    rollback: {
      updated: 'back to an earlier image',
      deployed: 'deployed again with the same image',
    },
    wait: { deployed: 'deployed' },
    status: { unchanged: 'status' },
    logs: { unchanged: 'logs' },
  };

const UNDER_WAY = new Set(['PENDING', 'IN_PROGRESS', 'ROLLBACK_IN_PROGRESS']);

/** How a run ended, as far as one line tells it. */
export interface Outcome {
  readonly command: Inputs['command'];
  readonly result: Result;
  readonly facts: Facts;
  readonly phases: readonly Phase[];
}

/** How a run ended, after the name of the service. */
export function headline({ command, result, facts, phases }: Outcome): string {
  const own = OWN[command]?.[result];
  if (own) return own;
  if (result !== 'failed') return HEADLINES[result];
  const last = phases.at(-1)?.name;
  if (last !== DOMAIN && last !== SMOKE_TEST) return FAILED[command];
  const done = facts.operationId ? 'deployed' : 'nothing to deploy';
  return `${done}, but the ${last.toLowerCase()} failed`;
}

/** True when a run was good and did not wait for its operation, whose end nobody knows. */
export function goesOn({ result, facts }: Pick<Outcome, 'result' | 'facts'>): boolean {
  return result !== 'failed' && UNDER_WAY.has(facts.operationStatus ?? '');
}

/** All phases together, in milliseconds. */
export function totalMs(phases: readonly Phase[]): number {
  return phases.reduce((sum, { ms }) => sum + ms, 0);
}
