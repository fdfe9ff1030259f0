import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { CancelledError } from '../../../src/errors.ts';
import { commandProcess } from '../../../src/image/command-process.ts';
import type { ProcessOptions } from '../../../src/ports.ts';
import { stillRunning } from '../../support/still-running.ts';
import { temporaryDirectory, writeTree } from '../../support/unit-temporary-directory.ts';

/** A command named docker that says what it was given. */
const SCRIPT = `#!/bin/sh
case "$1" in
  fail) echo out; echo problem >&2; exit 3 ;;
  killed) kill -9 $$ ;;
  deaf) exit 0 ;;
  umlaut) printf '\\303'; sleep 0.05; printf '\\244'; exit 0 ;;
  tidy) trap 'echo tidied; exit 9' TERM; echo ready; while :; do sleep 0.05; done ;;
  tree)
    # A child and a grandchild that ignore the signal, and one that has no outputs any more.
    trap '' TERM
    sh -c "trap '' TERM; sleep 31 & echo \\$! >> $PIDS; wait" &
    echo $! >> $PIDS
    sleep 32 > /dev/null 2>&1 < /dev/null &
    echo $! >> $PIDS
    echo ready; sleep 33 ;;
  quick) sh -c "trap '' TERM; sleep 34" > /dev/null 2>&1 < /dev/null & echo $! >> $PIDS; echo ready; sleep 35 ;;
  escaped) setsid sh -c 'echo ready; sleep 5' & sleep 36 ;;
esac
echo "args: $*"
echo "env: $OWN $ADDED"
printf 'input: '
cat
echo "to the log" >&2
`;

const never = new AbortController().signal;
let path = '';

beforeAll(async () => {
  path = await temporaryDirectory();
  await writeTree(path, { docker: SCRIPT });
  await chmod(join(path, 'docker'), 0o755);
});

async function run(args: string[], options?: ProcessOptions, directory = path) {
  const log = new PassThrough();
  const env = { PATH: `${directory}:/usr/bin:/bin`, OWN: 'own', UNSET: undefined };
  const result = await commandProcess('docker', env, log, never)(args, options);
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
    const docker = commandProcess('docker', { PATH: '/nowhere' }, log, never);
    await expect(docker(['version'])).rejects.toThrow('spawn docker ENOENT');
  });
});

describe('a cancel', () => {
  const reason = new CancelledError('SIGTERM');

  /** Starts a command, cancels it once it has said something, and gives how long the end took. */
  async function cancelled(command: string) {
    const log = new PassThrough();
    const cancel = new AbortController();
    const pids = join(await temporaryDirectory(), 'pids');
    const env = { PATH: `${path}:/usr/bin:/bin`, PIDS: pids };
    const running = commandProcess('docker', env, log, cancel.signal)([command], { stream: true });
    await once(log, 'readable');
    const begin = performance.now();
    cancel.abort(reason);
    await expect(running).rejects.toBe(reason);
    const ms = performance.now() - begin;
    const children = (await readFile(pids, 'utf8').catch(() => '')).trim().split('\n');
    return { ms, children: children.map(Number), logged: String(log.read() ?? '') };
  }

  it('asks a child to end and waits until it has', async () => {
    const { ms, logged } = await cancelled('tidy');
    expect(logged).toContain('tidied');
    expect(ms).toBeLessThan(1_500);
  });

  it('kills what ignores being asked, with all its children', async () => {
    const { ms, children } = await cancelled('tree');
    expect(ms).toBeGreaterThan(1_900);
    expect(ms).toBeLessThan(3_500);
    expect(children).toHaveLength(3);
    expect(await stillRunning(children)).toEqual([]);
  });

  it('kills a child that stays behind when the command itself ends', async () => {
    const { ms, children } = await cancelled('quick');
    expect(ms).toBeLessThan(1_500);
    expect(children).toHaveLength(1);
    expect(await stillRunning(children)).toEqual([]);
  });

  it('does not wait for somebody who has left the group', async () => {
    const { ms } = await cancelled('escaped');
    expect(ms).toBeGreaterThan(1_900);
    expect(ms).toBeLessThan(3_500);
  });

  it('is not needed to end a child when the whole process ends', async () => {
    const source = fileURLToPath(new URL('../../../src/image/command-process.ts', import.meta.url));
    const program = `
      import { commandProcess } from ${JSON.stringify(source)};
      const docker = commandProcess('docker', process.env, process.stdout, new AbortController().signal);
      process.stdout.write = (text) => process.exit(text.includes('ready') ? 0 : 1);
      await docker(['tree'], { stream: true });`;
    const pids = join(await temporaryDirectory(), 'pids');
    await promisify(execFile)(
      process.execPath,
      ['--no-warnings', '--input-type=module', '-e', program],
      { env: { PATH: `${path}:/usr/bin:/bin`, PIDS: pids } },
    );
    const children = (await readFile(pids, 'utf8')).trim().split('\n').map(Number);
    expect(children.length).toBeGreaterThan(1);
    expect(await stillRunning(children)).toEqual([]);
  });

  it('starts nothing after it', async () => {
    const docker = commandProcess(
      'docker',
      { PATH: '/nowhere' },
      new PassThrough(),
      AbortSignal.abort(reason),
    );
    await expect(docker(['version'])).rejects.toBe(reason);
  });

  it('is no matter to a command that has ended', async () => {
    const cancel = new AbortController();
    const docker = commandProcess('docker', { PATH: path }, new PassThrough(), cancel.signal);
    expect((await docker(['fail'])).code).toBe(3);
    cancel.abort(reason);
  });
});
