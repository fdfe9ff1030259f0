import { describe, expect, it } from '@jest/globals';
import { median } from '../../../bench/figures.ts';
import { draws } from '../../../bench/lag-plan.ts';
import { eventLines } from '../../../src/commands/event-lines.ts';
import { Progress } from '../../../src/commands/progress.ts';
import { FIRST_LOOK_MS, pauseAt } from '../../../src/service/polling.ts';
import { createInputs } from '../../support/create-inputs.ts';
import { SERVICE_ARN } from '../../support/create-service.ts';
import { fakeLogs } from '../../support/fake-logs.ts';
import { fakePorts } from '../../support/fake-ports.ts';
import { type Watched, watchDeployments } from '../../support/polled-deployments.ts';

/** The looks at an operation of so many seconds, in seconds since its start. */
function looks(seconds: number, expected: Parameters<typeof pauseAt>[1]): number[] {
  const at: number[] = [];
  for (let ms = FIRST_LOOK_MS; ms < seconds * 1_000; ms += pauseAt(ms, expected)) at.push(ms / 1e3);
  return at;
}

const between = (at: readonly number[], from: number, to: number) =>
  at.filter((second) => second >= from && second < to).length;

describe('the pauses between looks', () => {
  const expected = [158, 160, 161, 164, 166].map((s) => ({ ms: s * 1_000, spread: 16_000 }));

  it('are long before the earliest plausible end, short around it, and grow after it', () => {
    const at = looks(600, expected);
    expect(between(at, 0, 140)).toBeLessThan(12);
    const closest = Math.min(...at.slice(1).map((second, i) => second - (at[i] ?? 0)));
    expect(closest).toBeGreaterThan(1.49);
    expect(between(at, 150, 180) / 30).toBeGreaterThan(1 / 3);
    expect(between(at, 150, 180) / 30).toBeGreaterThan(2 * (between(at, 300, 600) / 300));
  });

  it('stay within 18 seconds before it and 7 seconds after it', () => {
    for (let second = 6; second < 140; second += 1) {
      expect(pauseAt(second * 1_000, expected)).toBeLessThanOrEqual(18_000);
    }
    for (let second = 180; second < 7_200; second += 60) {
      expect(pauseAt(second * 1_000, expected)).toBeLessThanOrEqual(7_000);
    }
  });

  it('do not skip the time in which the end is likely', () => {
    for (let second = 6; second < 160; second += 1) {
      const next = second + pauseAt(second * 1_000, expected) / 1_000;
      expect(next).toBeLessThan(Math.max(153, second + 5));
    }
  });

  it('grow with the time that has passed where nothing is known', () => {
    const at = looks(300, []);
    expect(at.slice(0, 4).map(Math.round)).toEqual([5, 9, 15, 25]);
    expect(pauseAt(30_000, [])).toBeLessThan(3_000);
    expect(pauseAt(120_000, [])).toBeGreaterThan(4_000);
    expect(pauseAt(3_000_000, [])).toBe(7_000);
  });

  it('have a second zone where a known failure may end', () => {
    const failures = [...expected, { ms: 900_000, spread: 20_000 }];
    expect(pauseAt(900_000, failures)).toBeLessThan(pauseAt(700_000, failures));
  });
});

/** Twenty deployments of a service, several times over, with the readings of their event lines. */
async function watchAll(duration: (next: () => number) => number, earlier: number) {
  const runs: Watched[][] = [];
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const next = draws(seed);
    const draw = (count: number) => Array.from({ length: count }, () => duration(next));
    runs.push(await watchDeployments(draw(20), draw(earlier), countingReader));
  }
  return runs;
}

const RUNS = 15;

/** Readings as the action makes them, each counted as it starts. */
function countingReader(): (elapsedMs: number, pauseMs: number) => number {
  let calls = 0;
  const { ports, runner } = fakePorts();
  const logs = async () => {
    calls += 1;
    return fakeLogs();
  };
  const lines = eventLines(
    {
      inputs: createInputs({}),
      ports,
      runner,
      progress: new Progress(),
      aws: { ...NO_AWS, logs },
    },
    { serviceArn: SERVICE_ARN, since: 0 },
  );
  return (elapsedMs, pauseMs) => {
    const before = calls;
    lines.afterLook(elapsedMs, pauseMs);
    return calls - before;
  };
}

const NO_AWS = await fakePorts().ports.aws('us-east-1').load();

const normal = (next: () => number) =>
  60 + 5 * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

/** Milliseconds from the look that sees the end to the process's exit, generously. */
const EXIT_MS = 150;

describe('twenty deployments of 30 to 90 seconds', () => {
  it.each([
    ['of any length, with a history', (next: () => number) => 30 + 60 * next(), 19],
    ['of any length, the first one without a history', (next: () => number) => 30 + 60 * next(), 0],
    ['of a length that differs by up to 15 %', (next: () => number) => 51 + 18 * next(), 8],
    ['of about a minute', normal, 10],
    ['of about a minute, the first one without a history', normal, 0],
    [
      'of half a minute or one and a half',
      (next: () => number) => (next() < 0.5 ? 33 : 85) + 4 * next(),
      10,
    ],
  ] as const)(
    '%s are seen to end within 1.5 s at a quarter of the calls of a poll a second',
    async (name, duration, earlier) => {
      const runs = await watchAll(duration, earlier);
      const all = runs.flat();
      const exitMs = median(all.map(({ lagMs }) => lagMs)) + EXIT_MS;
      const calls = all.reduce((sum, one) => sum + one.calls, 0);
      const seconds = all.reduce((sum, one) => sum + one.seconds, 0);
      const worst = Math.max(...runs.map((run) => median(run.map(({ lagMs }) => lagMs)))) + EXIT_MS;
      process.stdout.write(
        `  ${name}: exit ${Math.round(exitMs)} ms after the end in the median (worst of ${RUNS} times 20: ${Math.round(worst)} ms), ${(calls / seconds).toFixed(3)} calls a second\n`,
      );
      expect(exitMs).toBeLessThanOrEqual(1_500);
      expect(calls / seconds).toBeLessThanOrEqual(0.25);
    },
  );
});
