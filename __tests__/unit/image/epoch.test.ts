import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { CancelledError } from '../../../src/errors.ts';
import { commandProcess } from '../../../src/image/command-process.ts';
import { sourceEpoch } from '../../../src/image/epoch.ts';
import type { BuildInputs } from '../../../src/inputs/build.ts';
import { createBuildInputs } from '../../support/create-inputs.ts';
import { makeRepository, type Repository } from '../../support/git-repository.ts';
import { fakeDocker } from '../../support/unit-docker.ts';
import { temporaryDirectory, writeTree } from '../../support/unit-temporary-directory.ts';

const ENV = { PATH: process.env.PATH, HOME: process.env.HOME };
const git = commandProcess('git', ENV, new PassThrough(), new AbortController().signal);

const epochOf = (workspace: string, build: Partial<BuildInputs>, env = {}) =>
  sourceEpoch(git, createBuildInputs(build), { env, workspace });

let repository: Repository;

beforeAll(async () => {
  repository = await makeRepository(await temporaryDirectory());
  const { commit } = repository;
  await commit({ 'README.md': '1', ':(top)/Dockerfile': 'FROM scratch' }, 1_000);
  await commit({ 'api/Dockerfile': 'FROM scratch', 'api/server.js': '1' }, 2_000);
  await commit({ 'docker/api': 'FROM scratch' }, 3_000);
  await commit({ 'shared/index.js': '1' }, 4_000);
  await commit({ 'web/Dockerfile': 'FROM scratch' }, 5_000);
  await writeTree(repository.directory, { 'new/Dockerfile': 'FROM scratch' });
});

describe('the epoch of a build', () => {
  it.each<[string, Partial<BuildInputs>, number]>([
    ['the last commit that touched its context', { context: 'api' }, 2_000],
    ['the last commit of all for the whole checkout', { context: '.' }, 5_000],
    ['the Dockerfile, where that was touched later', { context: 'api', file: 'docker/api' }, 3_000],
    ['the context, where that was touched later', { context: 'web', file: 'docker/api' }, 5_000],
    [
      'the other contexts, those in the checkout',
      { context: 'api', buildContexts: ['shared=shared', 'base=docker-image://alpine:3.20'] },
      4_000,
    ],
    ['a context whose name git could take for a pattern', { context: ':(top)' }, 1_000],
    [
      'no value of its own that the environment has none for',
      { context: 'api', buildArgs: ['SOURCE_DATE_EPOCH'] },
      2_000,
    ],
    ['a Dockerfile from elsewhere: the context', { context: 'api', file: 'https://x/y' }, 2_000],
  ])('is the time of %s', async (_, build, seconds) => {
    expect(await epochOf(repository.directory, build)).toEqual({
      kind: 'commit',
      seconds,
      cutOff: false,
    });
  });

  it('is found where the checkout is below the workspace', async () => {
    const workspace = await temporaryDirectory();
    await symlink(repository.directory, join(workspace, 'checkout'));
    expect(await epochOf(workspace, { context: 'checkout/api' })).toMatchObject({ seconds: 2_000 });
  });

  it("is found in a checkout that is somebody else's, as in a job's container", async () => {
    const env = { ...ENV, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
    const stranger = commandProcess('git', env, new PassThrough(), new AbortController().signal);
    const checkout = { env: {}, workspace: repository.directory };
    const plain = await stranger(['-C', repository.directory, 'log', '-1']);
    expect(plain.stderr).toContain('detected dubious ownership');
    expect(
      await sourceEpoch(stranger, createBuildInputs({ context: 'api' }), checkout),
    ).toMatchObject({ seconds: 2_000 });
  });

  it("is HEAD's in a shallow checkout, which is said", async () => {
    const clone = await repository.checkout('shallow');
    expect(await epochOf(clone, { context: 'api' })).toEqual({
      kind: 'commit',
      seconds: 5_000,
      cutOff: true,
    });
  });

  it.each<[string, Partial<BuildInputs>, Record<string, string>]>([
    ['the environment', {}, { SOURCE_DATE_EPOCH: '1' }],
    ['build-args', { buildArgs: ['A=1', 'SOURCE_DATE_EPOCH=1'] }, {}],
    [
      'build-args from the environment',
      { buildArgs: ['SOURCE_DATE_EPOCH'] },
      { SOURCE_DATE_EPOCH: '1' },
    ],
  ])("is the workflow's own in %s, and git is not asked", async (_, build, env) => {
    const asked = fakeDocker();
    const checkout = { env, workspace: repository.directory };
    expect(await sourceEpoch(asked.docker, createBuildInputs(build), checkout)).toEqual({
      kind: 'own',
    });
    expect(asked.calls).toEqual([]);
  });
});

describe('there is no epoch', () => {
  it.each<[string, Partial<BuildInputs>, RegExp]>([
    ['for a URL', { context: 'https://x/y.git' }, /^the context 'https:\/\/x\/y.git' is no dir/],
    ['for what is not committed', { context: 'new' }, /^no commit has touched \/.*\/new$/],
    [
      'for a Dockerfile outside the repository',
      { context: 'api', file: '/etc/hostname' },
      /^git log ended with code 128: fatal: .*outside repository/,
    ],
  ])('%s', async (_, build, reason) => {
    expect(await epochOf(repository.directory, build)).toEqual({
      kind: 'unknown',
      reason: expect.stringMatching(reason),
    });
  });

  it('outside a repository', async () => {
    const workspace = await temporaryDirectory();
    await mkdir(join(workspace, 'api'));
    expect(await epochOf(workspace, { context: 'api' })).toEqual({
      kind: 'unknown',
      reason: expect.stringMatching(/^git log ended with code 128: fatal: not a git repository/),
    });
  });

  it('without git', async () => {
    const { docker: none } = fakeDocker(() => new Error('spawn git ENOENT'));
    expect(await sourceEpoch(none, createBuildInputs(), { env: {}, workspace: '/' })).toEqual({
      kind: 'unknown',
      reason: "git can't be started: spawn git ENOENT",
    });
  });

  it('after a cancel, which is thrown', async () => {
    const { docker: stopped } = fakeDocker(() => new CancelledError('SIGINT'));
    await expect(
      sourceEpoch(stopped, createBuildInputs(), { env: {}, workspace: '/' }),
    ).rejects.toThrow(CancelledError);
  });
});
