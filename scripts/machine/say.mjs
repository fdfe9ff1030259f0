import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Something this machine lacks and the scripts can't get by themselves; the message says how to get it. */
export class MachineError extends Error {
  /** @param {string} message @param {{ cause?: unknown }} [options] */
  constructor(message, options) {
    super(message, options);
    this.name = 'MachineError';
  }
}

/**
 * Prints one line about what is to be done, before it is done.
 * @param {string} line
 */
export function say(line) {
  process.stdout.write(`> ${line}\n`);
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] added to this process's own environment
 * @property {string} [input] what the command reads from its standard input
 * @property {boolean} [inherit] let the command write to the terminal
 * @property {number} [timeoutMs] after this the command is killed
 * @property {number} [firstOutputMs] killed too when it has printed nothing by then
 *
 * @typedef {object} Outcome
 * @property {boolean} ok
 * @property {string} stdout
 * @property {string} stderr
 * @property {string} why one line saying how it ended, empty when it ended well
 */

/**
 * Runs a command and tells how it ended; never throws.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Outcome>}
 */
export function attempt(command, args, options = {}) {
  return new Promise((resolve) => {
    const output = options.inherit ? 'inherit' : 'pipe';
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: [options.input === undefined ? 'ignore' : 'pipe', output, output],
    });
    let stdout = '';
    let stderr = '';
    let killed = '';
    /** @param {string} reason */
    const kill = (reason) => {
      killed = reason;
      child.kill('SIGKILL');
    };
    const timers = [
      options.timeoutMs &&
        setTimeout(kill, options.timeoutMs, `no end within ${options.timeoutMs / 1000} s`),
    ];
    const firstOutput =
      options.firstOutputMs &&
      setTimeout(kill, options.firstOutputMs, `no answer within ${options.firstOutputMs / 1000} s`);
    timers.push(firstOutput);
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      clearTimeout(firstOutput || undefined);
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.stdin?.on('error', () => {}).end(options.input);
    /** @param {string} why */
    const end = (why) => {
      for (const timer of timers) clearTimeout(timer || undefined);
      resolve({ ok: why === '', stdout, stderr, why });
    };
    child.once('error', (error) => end(error.message));
    child.once('close', (code, signal) => {
      if (code === 0) return end('');
      const lines = (stderr.trim() || stdout.trim()).split('\n').slice(-5).join('\n  ');
      end(
        `${killed || (signal ? `ended by ${signal}` : `exit code ${code}`)}${lines && `: ${lines}`}`,
      );
    });
  });
}

/**
 * Runs a command that has to succeed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ stdout: string, stderr: string }>} throws MachineError with the command's last lines
 */
export async function run(command, args, options = {}) {
  const outcome = await attempt(command, args, options);
  if (!outcome.ok) {
    throw new MachineError(`\`${[command, ...args].join(' ')}\` failed, ${outcome.why}`);
  }
  return outcome;
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Finds a program. The system's own folders are searched too: they are often missing in a plain user's PATH.
 * @param {string} name
 * @returns {string | undefined} its path
 */
export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...folders, '/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/local/go/bin']
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

/** @type {Promise<string[] | undefined> | undefined} */
let prefix;

/**
 * What to put before a command that needs root: nothing for root itself, `sudo -n` where sudo asks no password.
 * @returns {Promise<string[] | undefined>} undefined when root can't be had
 */
export function rootPrefix() {
  prefix ??= (async () => {
    if (process.getuid?.() === 0) return [];
    const sudo = await attempt('sudo', ['-n', 'true']);
    return sudo.ok ? ['sudo', '-n'] : undefined;
  })();
  return prefix;
}
