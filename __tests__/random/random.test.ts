import { randomInt } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { expect, it, jest } from '@jest/globals';
import type { Case } from './case.ts';
import { casesOf } from './generate.ts';
import { violations } from './invariants/all.ts';
import { makePlaces } from './places.ts';
import { play } from './play.ts';
import type { Places } from './ports.ts';
import { traceText } from './trace.ts';

/*
 * Runs of the action under faults that a seed chooses, judged by what the local AWS knows.
 * RANDOM_SEED and RANDOM_CASE play one case again and print all that happened in it;
 * RANDOM_CASES is for more of them, or fewer.
 */
const { RANDOM_SEED, RANDOM_CASE, RANDOM_CASES = '320' } = process.env;
const seed = RANDOM_SEED ? Number(RANDOM_SEED) : randomInt(1, 2 ** 31);
const count = Number(RANDOM_CASES);
const only = RANDOM_CASE ? Number(RANDOM_CASE) : undefined;

/** A case takes a sixth of a second, and up to a whole one on a busy machine. */
jest.setTimeout(count * 1_000 + 60_000);

const print = (text: string) => process.stderr.write(`${text}\n`);

/** So many cases that got stuck are enough to know of; each takes half a minute. */
const MOST_STUCK = 2;

/** Plays a case; what it did wrong, and all that happened in it. */
async function judged(one: Case, places: Places) {
  try {
    const played = await play(one, places);
    return {
      stuck: false,
      wrong: violations(played),
      text: traceText(played.trace, played.begin),
    };
  } catch (error) {
    return { stuck: true, wrong: [`theRunEnds: ${Object(error).message}`], text: '' };
  }
}

it(`tells the truth under random faults, seed ${seed}`, async () => {
  const places = await makePlaces();
  const failed: string[] = [];
  let stuck = 0;
  const begin = performance.now();
  for (const [at, one] of casesOf(seed, count).entries()) {
    if (only !== undefined && at !== only) continue;
    const { wrong, text, ...its } = await judged(one, places);
    stuck += its.stuck ? 1 : 0;
    for (const what of wrong) failed.push(`RANDOM_SEED=${seed} RANDOM_CASE=${at}: ${what}`);
    if (wrong.length > 0 || at === only) {
      print(`RANDOM_SEED=${seed} RANDOM_CASE=${at}\n${shown(one)}\n${text}`);
      print(wrong.map((what) => `  VIOLATION ${what}\n`).join(''));
    }
    if (stuck === MOST_STUCK) break;
  }
  const seconds = Math.round((performance.now() - begin) / 1_000);
  print(
    `random faults: seed ${seed}, ${only === undefined ? count : 1} cases in ${seconds} s, ${failed.length} violations`,
  );
  expect(failed).toEqual([]);
});

/** A case as JSON, which has no infinity. */
function shown(one: Case): string {
  return JSON.stringify(one, (_name, value: unknown) =>
    value === Number.POSITIVE_INFINITY ? 'Infinity' : value,
  );
}
