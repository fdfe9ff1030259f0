import fc from 'fast-check';
import type { Fault } from '../../local-aws/faults/fault.ts';
import type { Case, Intrusion, Start } from './case.ts';
import { aimed, fault } from './generate-faults.ts';

const intrusion: fc.Arbitrary<Intrusion> = fc.record({
  deed: fc.constantFrom('create', 'update', 'deploy', 'pause', 'resume', 'delete', 'maintain'),
  atSeconds: fc.oneof(
    // Between the run's first looks at the service and its own call.
    fc.integer({ min: 0, max: 40 }).map((tenths) => tenths / 10),
    fc.integer({ min: 1, max: 400 }),
  ),
});

const start: fc.Arbitrary<Start> = fc.constantFrom(
  'none',
  'none',
  'running',
  'running',
  'current',
  'automatic',
  'paused',
  'create-failed',
  'delete-failed',
  'wedged',
  'being-updated',
  'being-created',
  'being-deleted',
  'maintained',
);

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    command: fc.oneof(
      { weight: 7, arbitrary: fc.constant('deploy' as const) },
      { weight: 2, arbitrary: fc.constantFrom('pause' as const, 'resume' as const) },
      { weight: 1, arbitrary: fc.constant('delete' as const) },
    ),
    source: fc.constantFrom('image' as const, 'image' as const, 'build' as const),
    wait: fc.oneof(
      { weight: 7, arbitrary: fc.constant(true) },
      { weight: 1, arbitrary: fc.constant(false) },
    ),
    timeoutMinutes: fc.oneof(
      fc.constantFrom(1, 2, 5, 10),
      fc.integer({ min: 1, max: 30 }),
      fc.constant(30),
    ),
    start,
    neighbours: fc.constantFrom(0, 0, 1, 2, 25),
    operationSeconds: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 3, max: 240 }) },
      { weight: 1, arbitrary: fc.constant('app-runner' as const) },
    ),
    container: fc.constantFrom(
      'listens' as const,
      'listens' as const,
      'listens' as const,
      'listens' as const,
      'exits' as const,
      'unhealthy' as const,
      'wrong-architecture' as const,
    ),
    smoke: fc.constantFrom(
      'none' as const,
      'none' as const,
      'none' as const,
      'good' as const,
      'late' as const,
      'bad' as const,
    ),
    faults: fc.oneof(
      { weight: 1, arbitrary: fc.constant([]) },
      { weight: 6, arbitrary: fc.array(fault, { minLength: 1, maxLength: 4 }) },
    ),
    intrusions: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(intrusion, { minLength: 1, maxLength: 2 }) },
    ),
    luck: fc.integer({ min: 1, max: 1_000_000 }),
  })
  .chain((plain) =>
    fc
      .oneof(
        { weight: 7, arbitrary: fc.constant(undefined) },
        {
          weight: 1,
          arbitrary: fc.record({
            signal: fc.constantFrom('SIGINT' as const, 'SIGTERM' as const),
            atSeconds: fc.oneof(
              fc.integer({ min: 0, max: 40 }).map((tenths) => tenths / 10),
              fc.integer({ min: 0, max: 300 }),
            ),
          }),
        },
      )
      .map((cancel) => ({ ...plain, ...(cancel && { cancel }) })),
  )
  .map(fitting);

/** Inputs that exclude each other are refused before anything happens; there is nothing to play. */
function fitting(one: Case): Case {
  return {
    ...one,
    smoke: one.wait && one.command === 'deploy' ? one.smoke : 'none',
    faults: [...one.faults, ...hanging(one)].map((each) => aimed(each, one)),
  };
}

/** A cancel is hardest while a call hangs, so it often meets one that does. */
function hanging({ cancel, luck }: Case): readonly Fault[] {
  const skip = luck % 12;
  return cancel && luck % 3 === 0 ? [{ kind: 'slow', action: '*', ms: 70_000, skip }] : [];
}

/** The cases of a seed, the first `count` of them. */
export function casesOf(seed: number, count: number): readonly Case[] {
  return fc.sample(anyCase, { seed, numRuns: count });
}
