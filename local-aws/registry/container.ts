import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { RegistryBackend } from './backend.ts';
import { writeRegistryFiles } from './files.ts';

const run = promisify(execFile);
const inside = '/registry';

async function docker(...args: string[]): Promise<string> {
  const { stdout } = await run('docker', args);
  return stdout.trim();
}

/** Waits until the registry answers at all, which without a login is 401. */
async function untilAnswering(host: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answered = await fetch(`http://${host}/v2/`).then(
      (response) => response.status === 401,
      () => false,
    );
    if (answered) return;
    if (Date.now() > deadline) throw new Error(`The registry at ${host} did not answer in 30 s.`);
    await sleep(100);
  }
}

/**
 * Starts a registry image such as registry:3 with Docker, published on a free loopback port, its
 * configuration mounted from a temporary directory. Throws when Docker can't pull or run it.
 */
export async function startContainerRegistry(
  image: string,
  password: string,
): Promise<RegistryBackend> {
  const files = await writeRegistryFiles(password, {
    address: '0.0.0.0:5000',
    directory: inside,
    storage: '/var/lib/registry',
  });
  const mount = `type=bind,source=${files.directory},target=${inside},readonly`;
  const options = ['--detach', '--rm', '--publish', '127.0.0.1::5000', '--mount', mount];
  const command = [image, 'serve', `${inside}/config.yml`];
  let container: string | undefined;
  const close = async () => {
    if (container) await docker('rm', '--force', '--volumes', container);
    await files.remove();
  };
  try {
    container = await docker('run', ...options, '--env', 'OTEL_TRACES_EXPORTER=none', ...command);
    const published = await docker('port', container, '5000/tcp');
    const host = `127.0.0.1:${published.split('\n')[0]?.split(':').at(-1)}`;
    await untilAnswering(host);
    return { host, password, close };
  } catch (error) {
    await close();
    throw new Error(`Could not start the registry image ${image}`, { cause: error });
  }
}
