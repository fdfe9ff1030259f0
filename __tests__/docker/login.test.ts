import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Stage, setStage } from './action-fixture.ts';
import { watchProcesses } from './watch-processes.ts';

jest.setTimeout(180_000);

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(async () => {
  await stage?.close();
});

/** Path and digest of each file below a directory. */
async function fingerprint(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async (file) => {
      const path = join(file.parentPath, file.name);
      return `${path} ${createHash('sha256')
        .update(await readFile(path))
        .digest('hex')}`;
    }),
  );
}

/** A credential store that notes what it is asked and given, and knows nothing. */
async function makeCredentialStore(): Promise<{ readonly path: string; readonly notes: string }> {
  const directory = join(stage.temp, 'store');
  const notes = join(directory, 'notes');
  await mkdir(directory);
  await writeFile(notes, '');
  const program = join(directory, 'docker-credential-notes');
  await writeFile(
    program,
    `#!/bin/sh\necho "$1" >> '${notes}'\ncat >> '${notes}'\necho 'credentials not found in native keychain'\nexit 1\n`,
  );
  await chmod(program, 0o755);
  return { path: [directory, process.env.PATH].join(delimiter), notes };
}

const build = (env: Readonly<Record<string, string>> = {}) =>
  stage.deploy(
    { 'build-args': `BASE_IMAGE=${stage.baseImage}`, wait: 'false' },
    { GITHUB_SHA: 'd'.repeat(40), ...env },
  );

describe('the registry login', () => {
  it('is needed: a push without it is refused', async () => {
    await stage.docker('tag', stage.baseImage, `${stage.aws.registryHost}/hello:foreign`);
    await expect(stage.docker('push', `${stage.aws.registryHost}/hello:foreign`)).rejects.toThrow(
      /no basic auth credentials|unauthorized|authentication required/i,
    );
  });

  it('shows in no argument list of any process and in no log line', async () => {
    const watch = watchProcesses();
    const step = await build();
    const seen = await watch.stop();
    expect(step.code).toBe(0);
    expect(seen.filter((list) => / login .*--password-stdin/.test(list))).not.toEqual([]);
    expect(seen.filter((list) => /buildx build/.test(list))).not.toEqual([]);
    expect(stage.password.length).toBeGreaterThan(20);
    expect(seen.filter((list) => list.includes(stage.password))).toEqual([]);
    expect(step.raw.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain(stage.password);
    expect(step.summary).not.toContain(stage.password);
  });

  it("leaves the user's docker configuration as it was, byte for byte, and nothing of its own", async () => {
    const before = await fingerprint(stage.dockerConfig);
    const step = await build();
    expect(step).toMatchObject({ code: 0, postCode: 0 });
    expect(await fingerprint(stage.dockerConfig)).toEqual(before);
    expect(before.some((file) => file.includes('buildx/instances/modern'))).toBe(true);
    expect(await readdir(join(stage.temp, 'runner-temp'))).toEqual([]);
  });

  it("stays out of the user's credential store, which goes on serving other registries", async () => {
    const store = await makeCredentialStore();
    const config = join(stage.dockerConfig, 'config.json');
    const own = JSON.stringify({ credsStore: 'notes', auths: { 'registry.example.com': {} } });
    await writeFile(config, own);
    const step = await build({ PATH: store.path });
    expect(step.code).toBe(0);
    const notes = await readFile(store.notes, 'utf8');
    expect(notes).not.toContain(stage.password);
    expect(notes).not.toContain('store\n');
    expect(await readFile(config, 'utf8')).toBe(own);
  });
});
