import { afterAll, describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { realPorts } from '../../../src/wire.ts';
import { temporaryDirectory, writeTree } from '../../support/unit-temporary-directory.ts';

const before = { ...process.env };

afterAll(() => {
  process.env = before;
});

describe("GitHub's client", () => {
  it('that can not be loaded is an error that says what it reads', async () => {
    const directory = await temporaryDirectory();
    await writeTree(directory, { 'event.json': '{' });
    process.env.GITHUB_REPOSITORY = 'acme/web';
    process.env.GITHUB_EVENT_PATH = `${directory}/event.json`;
    const made = realPorts(new AbortController().signal).github('ghs_token');
    const error = await made.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ActionError);
    expect(error).toHaveProperty('cause', expect.any(SyntaxError));
    expect(String(error)).toMatch(
      /^ActionError: GitHub's client could not be loaded: .*JSON.* It reads the GITHUB_ variables and the file of GITHUB_EVENT_PATH\.$/,
    );
  });
});
