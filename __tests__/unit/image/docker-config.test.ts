import { existsSync } from 'node:fs';
import { chmod, lstat, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { configForRegistry, makePrivateDockerConfig } from '../../../src/image/docker-config.ts';
import { readTree, temporaryDirectory, writeTree } from '../../support/unit-temporary-directory.ts';

const HOST = '123456789012.dkr.ecr.us-east-1.amazonaws.com';

describe('config.json for one registry', () => {
  it.each([
    ['nothing there', {}, { auths: {}, credHelpers: { [HOST]: '' } }],
    [
      "a credential store, which must not see this run's password",
      { credsStore: 'osxkeychain' },
      { credsStore: 'osxkeychain', auths: {}, credHelpers: { [HOST]: '' } },
    ],
    [
      'helpers of other registries',
      { credHelpers: { 'gcr.io': 'gcloud' } },
      { auths: {}, credHelpers: { 'gcr.io': 'gcloud', [HOST]: '' } },
    ],
    [
      'a helper of this registry',
      { credHelpers: { [HOST]: 'ecr-login' } },
      { auths: {}, credHelpers: { [HOST]: '' } },
    ],
    [
      'logins of other registries and an old one of this',
      { auths: { 'ghcr.io': { auth: 'eA==' }, [HOST]: { auth: 'b2xk' } } },
      { auths: { 'ghcr.io': { auth: 'eA==' } }, credHelpers: { [HOST]: '' } },
    ],
    [
      'everything else',
      {
        currentContext: 'remote',
        proxies: { default: { httpProxy: 'http://proxy:3128' } },
        plugins: { x: { y: 'z' } },
        HttpHeaders: { a: 'b' },
        cliPluginsExtraDirs: ['/opt/plugins'],
      },
      {
        currentContext: 'remote',
        proxies: { default: { httpProxy: 'http://proxy:3128' } },
        plugins: { x: { y: 'z' } },
        HttpHeaders: { a: 'b' },
        cliPluginsExtraDirs: ['/opt/plugins'],
        auths: {},
        credHelpers: { [HOST]: '' },
      },
    ],
    [
      'members of the wrong kind',
      { auths: null, credHelpers: ['x'] },
      { auths: {}, credHelpers: { [HOST]: '' } },
    ],
  ])('%s', (_, config, expected) => {
    const before = structuredClone(config);
    expect(configForRegistry(config, HOST)).toEqual(expected);
    expect(config).toEqual(before);
  });
});

describe('the private configuration', () => {
  const files = {
    'config.json': '{"auths": {"ghcr.io": {"auth": "eA=="}},\n\t"currentContext": "remote"}\n',
    'contexts/meta/abc/meta.json': '{"Name":"remote"}',
    'cli-plugins/docker-buildx': '#!/bin/sh\n',
    'buildx/current': '{"Key":"unix:///var/run/docker.sock"}',
    'buildx/instances/mine': '{"Name":"mine"}',
    'buildx/refs/mine/mine0/abc': '{"large":"history"}',
    '.token_seed': 'seed',
  };
  let user = '';
  let temp = '';

  beforeEach(async () => {
    user = await temporaryDirectory();
    temp = await temporaryDirectory();
    await writeTree(user, files);
    await chmod(join(user, 'cli-plugins/docker-buildx'), 0o755);
  });

  function make(
    env: Record<string, string | undefined> = {},
    beforeMaking: (directory: string) => void = () => undefined,
  ) {
    const all = { DOCKER_CONFIG: user, RUNNER_TEMP: temp, ...env };
    return makePrivateDockerConfig(all, HOST, beforeMaking);
  }

  it('is told before it exists', async () => {
    const told: [string, boolean][] = [];
    const { directory } = await make({}, (path) => told.push([path, existsSync(path)]));
    expect(told).toEqual([[directory, false]]);
  });

  it('is a directory of its own under RUNNER_TEMP that docker and buildx are pointed at', async () => {
    const { directory, env } = await make();
    expect(dirname(directory)).toBe(temp);
    expect(basename(directory)).toMatch(/^apprunner-deploy-/);
    expect(env).toEqual({ DOCKER_CONFIG: directory, BUILDX_CONFIG: join(directory, 'buildx') });
    expect((await make()).directory).not.toBe(directory);
  });

  it('may be read by its owner alone', async () => {
    const { directory } = await make();
    expect((await stat(directory)).mode & 0o777).toBe(0o700);
    expect((await stat(join(directory, 'config.json'))).mode & 0o777).toBe(0o600);
  });

  it("has the user's logins and settings beside this registry", async () => {
    const { directory } = await make();
    expect(JSON.parse(await readFile(join(directory, 'config.json'), 'utf8'))).toEqual({
      auths: { 'ghcr.io': { auth: 'eA==' } },
      currentContext: 'remote',
      credHelpers: { [HOST]: '' },
    });
  });

  it('reaches contexts, plugins and other files', async () => {
    const { directory } = await make();
    for (const path of [
      'contexts/meta/abc/meta.json',
      'cli-plugins/docker-buildx',
      '.token_seed',
    ] as const) {
      expect(await readFile(join(directory, path), 'utf8')).toBe(files[path]);
    }
    expect((await stat(join(directory, 'cli-plugins/docker-buildx'))).mode & 0o111).toBe(0o111);
  });

  it('has a copy of the builders, which buildx may change, without the build history', async () => {
    const { directory } = await make();
    expect((await lstat(join(directory, 'buildx'))).isSymbolicLink()).toBe(false);
    expect(await readTree(join(directory, 'buildx'))).toEqual({
      current: files['buildx/current'],
      'instances/mine': files['buildx/instances/mine'],
    });
  });

  it('has the builders of BUILDX_CONFIG where that is set', async () => {
    const elsewhere = await temporaryDirectory();
    await writeTree(elsewhere, { 'instances/other': '{}', 'refs/other/x': '{}' });
    const { directory } = await make({ BUILDX_CONFIG: elsewhere });
    expect(await readTree(join(directory, 'buildx'))).toEqual({ 'instances/other': '{}' });
  });

  it("leaves the user's directory byte for byte as it was, also when docker writes", async () => {
    const { directory } = await make();
    await writeFile(join(directory, 'config.json'), '{"auths":{"x":{}}}');
    await writeFile(join(directory, 'buildx/current'), '{}');
    await writeFile(join(directory, 'buildx/instances/made'), '{}');
    expect(await readTree(user)).toEqual(files);
  });

  it('is made where the user has none', async () => {
    const { directory } = await make({ DOCKER_CONFIG: join(user, 'nowhere') });
    expect(await readTree(directory)).toEqual({
      'config.json': JSON.stringify({ auths: {}, credHelpers: { [HOST]: '' } }, null, 2),
    });
    expect((await stat(join(directory, 'buildx'))).isDirectory()).toBe(true);
  });

  it('bears a link to nowhere', async () => {
    await symlink(join(user, 'gone'), join(user, 'broken-link'));
    const { directory } = await make();
    expect((await lstat(join(directory, 'broken-link'))).isSymbolicLink()).toBe(true);
  });

  it.each(['{"auths": {"ghcr.io": {"auth": "aHVudGVyMg=="', '[]', '"x"', 'null', ''])(
    'is refused where config.json is %j, by name and without its text',
    async (text) => {
      await writeFile(join(user, 'config.json'), text);
      const message = await make().then(
        () => '',
        (error: unknown) => String(error),
      );
      expect(message).toContain(join(user, 'config.json'));
      expect(message).toContain('not a JSON object');
      expect(message).not.toContain('aHVudGVyMg');
    },
  );

  it('is refused where config.json can not be read', async () => {
    const other = await temporaryDirectory();
    await writeTree(other, { 'config.json/x': '' });
    await expect(make({ DOCKER_CONFIG: other })).rejects.toThrow(
      /config\.json can't be read: EISDIR/,
    );
  });
});
