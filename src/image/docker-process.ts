import { spawn } from 'node:child_process';
import type { Docker } from '../ports.ts';

/**
 * Makes the port that runs the `docker` command.
 *
 * @param env environment of every child, before what a call adds
 * @param log where streamed output goes
 */
export function dockerProcess(
  env: Readonly<Record<string, string | undefined>>,
  log: NodeJS.WritableStream,
): Docker {
  return (args, options = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn('docker', args, { env: { ...env, ...options.env } });
      const output = { stdout: '', stderr: '' };
      for (const name of ['stdout', 'stderr'] as const) {
        child[name].setEncoding('utf8').on('data', (text: string) => {
          output[name] += text;
          if (options.stream) log.write(text);
        });
      }
      child.once('error', reject);
      // A child that ends before it read all its input is judged by its exit code.
      child.stdin.on('error', () => undefined);
      child.stdin.end(options.input ?? '');
      child.once('close', (code) => resolve({ code: code ?? 1, ...output }));
    });
}
