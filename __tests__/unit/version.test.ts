import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { USER_AGENT, VERSION } from '../../src/version.ts';

it('the version that the action tells is that of package.json', async () => {
  const file = new URL('../../package.json', import.meta.url);
  const { version }: { version: string } = JSON.parse(await readFile(file, 'utf8'));
  expect(VERSION).toBe(version);
  expect(USER_AGENT).toBe(`apprunner-deploy/${version}`);
});
