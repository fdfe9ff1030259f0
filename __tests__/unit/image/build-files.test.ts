import { beforeAll, describe, expect, it } from '@jest/globals';
import { checkBuildFiles } from '../../../src/image/build-files.ts';
import type { BuildInputs } from '../../../src/inputs/build.ts';
import { createBuildInputs } from '../../support/create-inputs.ts';
import { temporaryDirectory, writeTree } from '../../support/unit-temporary-directory.ts';

let workspace = '';

beforeAll(async () => {
  workspace = await temporaryDirectory();
  await writeTree(workspace, {
    Dockerfile: 'FROM scratch',
    'api/Dockerfile': 'FROM scratch',
    'web/package.json': '{}',
    'docker/web.Dockerfile': 'FROM scratch',
    npmrc: 'x',
  });
});

describe('what a build needs is there', () => {
  it.each<[string, Partial<BuildInputs>]>([
    ['Dockerfile in the checkout', {}],
    ['in another context', { context: './api' }],
    ['a file relative to the checkout', { context: 'web', file: 'docker/web.Dockerfile' }],
    ['a secret file', { secretFiles: [['npmrc', './npmrc']] }],
    ['a git context', { context: 'https://github.com/team/app.git#main:api' }],
    ['a git context by ssh', { context: 'git@github.com:team/app.git' }],
    ['a context on GitHub in short', { context: 'github.com/team/app' }],
    ['standard input', { context: '-' }],
    ['a Dockerfile from the net', { context: 'web', file: 'https://example.com/Dockerfile' }],
  ])('%s', async (_, build) => {
    await expect(checkBuildFiles(createBuildInputs(build), workspace)).resolves.toBeUndefined();
  });

  it('wherever the checkout is, with an absolute path', async () => {
    const build = createBuildInputs({ context: `${workspace}/api` });
    await expect(checkBuildFiles(build, '/')).resolves.toBeUndefined();
  });
});

describe('what is missing is named with a way out', () => {
  it.each<[string, Partial<BuildInputs>, string[]]>([
    [
      'the context',
      { context: './nope' },
      ["Input 'context' is './nope'", 'actions/checkout', 'Example: context: ./api'],
    ],
    [
      'a context that is a file',
      { context: 'Dockerfile' },
      ["Input 'context' is 'Dockerfile'", 'no directory'],
    ],
    [
      'the Dockerfile',
      { context: 'web' },
      ['no Dockerfile at', 'web/Dockerfile', 'Example: file:'],
    ],
    [
      'a file that is relative to the context',
      { context: 'api', file: 'web.Dockerfile' },
      ['no Dockerfile at', '/web.Dockerfile', 'relative to the checkout'],
    ],
    [
      'a secret file',
      { secretFiles: [['npmrc', './.npmrc']] },
      ["Input 'secret-files'", 'npmrc', "'./.npmrc'"],
    ],
    [
      'a secret file of a build from the net',
      { context: 'https://github.com/team/app.git', secretFiles: [['k', 'key.pem']] },
      ["Input 'secret-files'", "'key.pem'"],
    ],
  ])('%s', async (_, build, parts) => {
    const check = checkBuildFiles(createBuildInputs(build), workspace);
    const message = await check.then(
      () => '',
      (error: unknown) => String(error),
    );
    for (const part of parts) expect(message).toContain(part);
  });
});
