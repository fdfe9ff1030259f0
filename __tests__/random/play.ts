import type { Call } from '../../local-aws/call-log.ts';
import { CancelledError } from '../../src/errors.ts';
import { run } from '../../src/run.ts';
import { virtualClock } from '../support/virtual-clock.ts';
import { Stage } from '../support/virtual-clock-stage.ts';
import { virtualTimers } from '../support/virtual-clock-timers.ts';
import { watchWorld } from '../support/virtual-clock-world.ts';
import type { Case } from './case.ts';
import { seededRandom } from './luck.ts';
import { makeOthers, type Others, prepare } from './others.ts';
import { makePorts, type Places } from './ports.ts';
import { SECRETS } from './secrets.ts';
import { type Happening, traceText } from './trace.ts';
import { type TrueConfiguration, type TrueOperation, truthOf } from './truth.ts';
import { makeWorld } from './world.ts';

/** A case that was played to its end and beyond; times in milliseconds since 1970. */
export interface Played {
  readonly case: Case;
  /** The exit code; undefined when the run did not end. */
  readonly code: number | undefined;
  readonly log: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summaries: readonly string[];
  readonly trace: readonly Happening[];
  readonly begin: number;
  readonly end: number;
  readonly cancelledAt: number | undefined;
  /** Every operation, as it stood when the run ended, and as it ended. */
  readonly atEnd: readonly TrueOperation[];
  readonly operations: readonly TrueOperation[];
  /** Ids of the operations that somebody else set off. */
  readonly others: ReadonlySet<string>;
  /** States of the service while the run went on, each with when it began. */
  readonly states: readonly { readonly time: number; readonly state: string }[];
  /** What the service was configured with when the run ended. */
  readonly configuration: TrueConfiguration;
  /** Names of the services there were before and after. */
  readonly names: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly secrets: readonly string[];
}

/** No run may take longer than this: two hours are the longest deadline. */
const LONGEST_MS = 4 * 60 * 60_000;
/** What is looked at after the run's end: time for every operation to end. */
const AFTERMATH_MS = 45 * 60_000;

/** Plays one case on a clock of its own. @throws Error with what came last when the case gets stuck */
export async function play(played: Case, places: Places): Promise<Played> {
  const clock = virtualClock();
  const trace: Happening[] = [];
  let state = 'none';
  const note = (text: string) => trace.push({ kind: 'other', time: clock.now(), text });
  let calls = (_call: Call): void => undefined;
  const world = await makeWorld(played, clock, (call) => calls(call));
  const { aws } = world;
  const before = { ...process.env };
  const { random } = Math;
  const timers = virtualTimers(clock);
  const watched = watchWorld(() => aws.parked());
  const stage = new Stage(clock, async () => {
    do await watched.quiet();
    while (timers.pending() > 0);
  });
  try {
    Object.assign(process.env, aws.env);
    Math.random = seededRandom(played.luck);
    const truth = truthOf(aws.appRunner);
    const others = makeOthers(world, clock);
    await prepare(world, others, played);
    for (const fault of played.faults) aws.faults.add(fault);
    const names = await truth.names();
    const states: { time: number; state: string }[] = [];
    const sample = async () => {
      const now = await truth.status();
      if (now !== state || states.length === 0) states.push({ time: clock.now(), state: now });
      state = now;
    };
    await sample();
    calls = (call) => trace.push({ kind: 'call', time: clock.now(), call });

    const begin = clock.now();
    let code: number | undefined;
    let end: number | undefined;
    const cancelling = new AbortController();
    let cancelledAt: number | undefined;
    for (const { deed, atSeconds } of played.intrusions) {
      clock.after(atSeconds * 1_000, () => {
        if (end === undefined) others.act(deed).then(note);
      });
    }
    const { ports, runner } = makePorts({
      played,
      world,
      places,
      clock,
      cancelled: cancelling.signal,
      over: () => end !== undefined,
      hear: (text) => trace.push({ kind: 'log', time: clock.now(), text }),
    });
    const { cancel } = played;
    if (cancel) {
      clock.after(cancel.atSeconds * 1_000, () => {
        if (end !== undefined) return;
        note(`the runner sends ${cancel.signal}`);
        cancelledAt = clock.now();
        cancelling.abort(new CancelledError(cancel.signal));
      });
    }
    const running = run(ports).then((ended) => {
      code = ended;
      end = clock.now();
      note(`the run ends with code ${ended}`);
    });
    await stage.until(() => end !== undefined, begin + LONGEST_MS, sample);
    if (end !== undefined) await running;
    // What is listed late is true all the same; and nothing more is to go wrong.
    aws.faults.clear();
    await truth.look();
    const atEnd = truth.operations();
    const seen = [...states];
    const configuration = await truth.configuration();
    const ended = end ?? clock.now();
    const cancelledBefore = cancelledAt;
    await stage.until(() => false, ended + AFTERMATH_MS, sample);
    await truth.look();
    return {
      case: played,
      code,
      log: [...runner.log],
      outputs: { ...runner.outputs },
      summaries: [...runner.summaries],
      trace,
      begin,
      end: ended,
      cancelledAt: cancelledBefore,
      atEnd,
      operations: truth.operations(),
      others: new Set([...others.operations, ...idsOf(others.unnamed, truth.operations())]),
      states: seen,
      configuration,
      names: { before: names, after: await truth.names() },
      secrets: [...Object.values(SECRETS), ...world.passwords],
    };
  } catch (error) {
    const last = traceText(trace.slice(-40), clock.now());
    throw new Error(`${Object(error).stack}\nat last, in seconds before that:\n${last}`);
  } finally {
    Math.random = random;
    timers.restore();
    watched.close();
    for (const name of Object.keys(aws.env)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
    await aws.close();
  }
}

/** The ids of what was set off without one, by its kind and the time of the call. */
function idsOf(unnamed: Others['unnamed'], operations: readonly TrueOperation[]): string[] {
  return operations
    .filter(({ type, startedAt }) =>
      unnamed.some((one) => one.type === type && one.at === startedAt),
    )
    .map(({ id }) => id);
}
