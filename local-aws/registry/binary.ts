import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { RegistryBackend } from './backend.ts';
import { writeRegistryFiles } from './files.ts';

/** The port in the registry's line `listening on 127.0.0.1:PORT`; rejects when it ends before. */
function listeningPort(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    const read = (stream: ChildProcess['stderr']) => {
      if (!stream) return;
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        const port = /listening on [^"\s]*:(\d+)/.exec(line)?.[1];
        if (port) resolve(port);
      });
    };
    read(child.stderr);
    read(child.stdout);
    child.once('error', reject);
    child.once('exit', (code) => {
      const tail = said.slice(-5).join('\n');
      reject(new Error(`The registry ended with code ${code} before it listened.\n${tail}`));
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  const { pid, exitCode, signalCode } = child;
  if (pid === undefined || exitCode !== null || signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/**
 * Starts Debian's docker-registry (or another build of the distribution registry) on a free loopback
 * port with its files in a temporary directory. Throws when the binary is missing or does not start.
 */
export async function startBinaryRegistry(
  path: string,
  password: string,
): Promise<RegistryBackend> {
  const files = await writeRegistryFiles(password, { address: '127.0.0.1:0' });
  const child = spawn(path, ['serve', files.config], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', OTEL_TRACES_EXPORTER: 'none' },
  });
  // A program that ends without closing must leave neither process nor files behind.
  const abandon = () => {
    child.kill('SIGKILL');
    rmSync(files.directory, { recursive: true, force: true });
  };
  process.once('exit', abandon);
  const close = async () => {
    process.off('exit', abandon);
    child.kill('SIGTERM');
    await ended(child);
    await files.remove();
  };
  try {
    const port = await listeningPort(child);
    return { host: `127.0.0.1:${port}`, password, close };
  } catch (error) {
    await close();
    throw new Error(`Could not start the registry ${path}`, { cause: error });
  }
}
