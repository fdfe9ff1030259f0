import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { dockerProcess } from '../../../src/image/docker-process.ts';
import type { ProcessOptions } from '../../../src/ports.ts';
import { temporaryDirectory, writeTree } from '../../support/unit-temporary-directory.ts';

/** A command named docker that says what it was given. */
const SCRIPT = `#!/bin/sh
case "$1" in
  fail) echo out; echo problem >&2; exit 3 ;;
  killed) kill -9 $$ ;;
  deaf) exit 0 ;;
  umlaut) printf '\\303'; sleep 0.05; printf '\\244'; exit 0 ;;
esac
echo "args: $*"
echo "env: $OWN $ADDED"
printf 'input: '
cat
echo "to the log" >&2
`;

let path = '';

beforeAll(async () => {
  path = await temporaryDirectory();
  await writeTree(path, { docker: SCRIPT });
  await chmod(join(path, 'docker'), 0o755);
});

async function run(args: string[], options?: ProcessOptions, directory = path) {
  const log = new PassThrough();
  const env = { PATH: `${directory}:/usr/bin:/bin`, OWN: 'own', UNSET: undefined };
  const result = await dockerProcess(env, log)(args, options);
  const logged = log.read();
  return { ...result, logged: logged === null ? '' : String(logged) };
}

describe('the docker command', () => {
  it('gets arguments as they are, environment and input', async () => {
    const { code, stdout, stderr } = await run(['a b', '$HOME', '*'], {
      env: { ADDED: 'added' },
      input: 'secret',
    });
    expect(code).toBe(0);
    expect(stdout).toBe('args: a b $HOME *\nenv: own added\ninput: secret');
    expect(stderr).toBe('to the log\n');
  });

  it('has an empty input when none is given', async () => {
    expect((await run(['x'])).stdout).toMatch(/input: $/);
  });

  it('is silent in the log unless it is streamed', async () => {
    expect((await run(['x'])).logged).toBe('');
    const { logged } = await run(['x'], { stream: true, input: 'in' });
    expect(logged).toContain('args: x');
    expect(logged).toContain('to the log');
  });

  it('answers with its code when it fails', async () => {
    expect(await run(['fail'])).toEqual({
      code: 3,
      stdout: 'out\n',
      stderr: 'problem\n',
      logged: '',
    });
  });

  it('has failed when it was killed', async () => {
    expect((await run(['killed'])).code).toBe(1);
  });

  it('may end without reading a large input', async () => {
    expect((await run(['deaf'], { input: 'x'.repeat(2_000_000) })).code).toBe(0);
  });

  it('keeps a character whole that comes in two pieces', async () => {
    const { stdout, logged } = await run(['umlaut'], { stream: true });
    expect(stdout).toBe('ä');
    expect(logged).toBe('ä');
  });

  it('rejects when there is none', async () => {
    const log = new PassThrough();
    const docker = dockerProcess({ PATH: '/nowhere' }, log);
    await expect(docker(['version'])).rejects.toThrow('spawn docker ENOENT');
  });
});
