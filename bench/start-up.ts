import { basename } from 'node:path';
import type { Step } from '../scripts/runner/run-action.ts';
import type { Figure } from './figures.ts';
import { observed } from './observation.ts';
import { timeNodeAlone, timeStep } from './timing.ts';
import { startWatchedAws, type WatchedAws } from './watched-aws.ts';

/** Where the measured steps run. */
export type Place = Pick<Step, 'action' | 'workspace' | 'temp' | 'env'>;

/**
 * Measures the start of the action against a local AWS in memory: node alone, the first request
 * and bad input by turns, so that a noisy machine is noisy for all three.
 *
 * @throws Error when a run does not end as it should
 */
export async function measureStartUp(place: Place, runs: number): Promise<Figure[]> {
  const watched = await startWatchedAws({});
  const at = { ...place, env: { ...place.env, ...watched.aws.env } };
  const node: number[] = [];
  const request: number[] = [];
  const refusal: number[] = [];
  try {
    const loaded = await startPath(watched, at);
    // The first round warms the disk cache and the servers, and is not counted.
    for (let round = 0; round <= runs; round += 1) {
      const values = [
        await timeNodeAlone(at.env),
        await firstRequest(watched, at),
        await badInput(watched, at),
      ] as const;
      if (round === 0) continue;
      node.push(values[0]);
      request.push(values[1]);
      refusal.push(values[2]);
    }
    return [
      { name: 'Node alone, from start to exit', unit: 'ms', values: node, note: '`node -e 0`' },
      { name: 'Start to the first AWS request', unit: 'ms', values: request },
      { name: 'Start to exit on bad input', unit: 'ms', values: refusal },
      {
        name: 'Loaded before the first AWS request',
        unit: 'kB',
        values: [loaded.reduce((sum, { bytes }) => sum + bytes, 0)],
        note: loaded.map(({ url }) => `\`${basename(url)}\``).join(', '),
      },
    ];
  } finally {
    await watched.close();
  }
}

/** A whole check, ended by a repository that is not there: nothing is built. */
function checkOnly({ env, ...place }: Place): Step {
  return { ...place, env, skipPost: true, inputs: { service: 'bench-start', repository: 'none' } };
}

async function firstRequest(watched: WatchedAws, place: Place): Promise<number> {
  watched.take();
  const { begin, result } = await timeStep(checkOnly(place));
  const { firstAt } = watched.take();
  if (firstAt === undefined || !/RepositoryNotFoundException/.test(result.log)) {
    throw new Error(`The check was to end at the missing repository, but:\n${result.log}`);
  }
  return firstAt - begin;
}

async function badInput(watched: WatchedAws, place: Place): Promise<number> {
  watched.take();
  const inputs = { service: 'bench-start', port: '0' };
  const { mainMs, result } = await timeStep({ ...place, skipPost: true, inputs });
  const { firstAt } = watched.take();
  if (result.code !== 1 || firstAt !== undefined || !/Input 'port'/.test(result.log)) {
    throw new Error(`Port 0 was to be refused before any AWS call, but:\n${result.log}`);
  }
  return mainMs;
}

async function startPath(watched: WatchedAws, place: Place) {
  const { observations } = await observed(place.temp, true, (observer) =>
    firstRequest(watched, { ...place, env: { ...place.env, ...observer } }),
  );
  const [main] = observations;
  if (!main || main.files.length === 0) throw new Error('The action told of no file it loaded.');
  return main.files;
}
