import { expect, it, jest } from '@jest/globals';
import { createCase } from './case.ts';
import { casesOf } from './generate.ts';
import { makePlaces } from './places.ts';
import { type Played, play } from './play.ts';
import { traceText } from './trace.ts';

jest.setTimeout(120_000);

/**
 * What happened, without what is made anew each time, which is ids and ports. Lines of one moment
 * are sorted: the checks run side by side, each over a connection of its own.
 */
function essence({ trace, begin }: Played): string {
  const moments = Map.groupBy(trace, ({ time }) => time);
  return [...moments.values()]
    .map((moment) => traceText(moment, begin))
    .map((text) => text.replaceAll(/[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}/g, 'ID'))
    .flatMap((text) =>
      text
        .replaceAll(/127\.0\.0\.1(:|%3A)\d+/g, 'HOST')
        .split('\n')
        .sort(),
    )
    .join('\n');
}

it('plays a case the same way each time', async () => {
  const places = await makePlaces();
  const n = Number(process.env.REPLAYS ?? 8);
  for (const one of casesOf(20_260_101, n)) {
    const first = essence(await play(one, places));
    expect(essence(await play(one, places))).toBe(first);
  }
});

it('lets minutes pass in no time', async () => {
  const played = await play(
    createCase({ start: 'none', operationSeconds: 1_500 }),
    await makePlaces(),
  );
  expect(played.outputs.result).toBe('created');
  expect(played.end - played.begin).toBeGreaterThan(1_500_000);
});
