import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createCase } from './case.ts';
import { violations } from './invariants/all.ts';
import { makePlaces } from './places.ts';
import { type Played, play } from './play.ts';
import type { Places } from './ports.ts';
import { COMMANDS } from './table/commands.ts';
import { ENDINGS } from './table/endings.ts';
import { HICCUPS } from './table/hiccups.ts';
import { REFUSALS } from './table/refusals.ts';
import type { Row } from './table/row.ts';
import { STATES } from './table/states.ts';
import { traceText } from './trace.ts';

jest.setTimeout(60_000);

let places: Places;
beforeAll(async () => {
  places = await makePlaces();
});

const WRITE = /^(Create|Update|Start|Pause|Resume|Delete)/;

/** What the run changed or tried to, in order; what happened after its end is not the run's. */
function callsOf({ trace, end }: Played): string[] {
  return trace.flatMap((one) =>
    one.kind === 'call' &&
    one.time <= end &&
    one.call.service === 'apprunner' &&
    WRITE.test(one.call.operation)
      ? [`${one.call.operation} ${one.call.errorCode ?? ''}`.trim()]
      : [],
  );
}

describe.each([
  ['the state of the service: it', STATES],
  ['the end of the operation: it', ENDINGS],
  ['a hiccup of AWS: it', HICCUPS],
  ['what AWS refuses or does not tell: it', REFUSALS],
  ['a command: it', COMMANDS],
])('%s', (_what, rows: readonly Row[]) => {
  it.each(rows)('$name', async ({ of, code = 0, result, calls, says = [], seconds }) => {
    const played = await play(createCase(of), places);
    const text = traceText(played.trace, played.begin);
    expect({ code: played.code, result: played.outputs.result, calls: callsOf(played) }).toEqual({
      code,
      result,
      calls,
    });
    for (const phrase of says) expect(text).toMatch(phrase);
    expect(violations(played)).toEqual([]);
    if (seconds) expect(played.end - played.begin).toBeLessThanOrEqual(seconds * 1_000);
  });
});
