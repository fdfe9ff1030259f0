import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PullSource } from '../../local-aws/ecr/images.ts';
import type { RegistryBackend } from '../../local-aws/registry/backend.ts';
import { startRegistry } from '../../local-aws/registry/start.ts';
import { createDockerRuntime } from '../../local-aws/runtime/docker.ts';
import type {
  HealthCheck,
  Instance,
  InstanceSpec,
  Runtime,
} from '../../local-aws/runtime/runtime.ts';
import { build, nodeDockerfile, run } from './machine.ts';
import { preparedRegistry } from './prepared.ts';

jest.setTimeout(120_000);

const app = `
const { PORT, HOST, ...env } = process.env;
require('http').createServer((q, r) => {
  if (q.url === '/private') r.statusCode = 401;
  r.end(JSON.stringify({ QUOTED: env.QUOTED, LINES: env.LINES, argv: process.argv.slice(1) }));
}).listen(PORT, HOST, () => console.log('listens'));
`.replaceAll('\n', ' ');

let registry: RegistryBackend;
let runtime: Runtime;
let image: PullSource;
let scratch: string;

const push = async (name: string): Promise<PullSource> => {
  const env = { ...process.env, DOCKER_CONFIG: scratch };
  const login = ['login', '--username', 'AWS', '--password-stdin', registry.host];
  await run('docker', login, { env, input: registry.password });
  await run('docker', ['push', '--quiet', name], { env });
  // The build cache of an earlier run gives the same image, which then has that registry's name too.
  const format = '{{join .RepoDigests "\\n"}}';
  const references = await run('docker', ['image', 'inspect', '--format', format, name]);
  const reference = references.split('\n').find((line) => line.startsWith(registry.host)) ?? '';
  const digest = reference.slice(reference.indexOf('@') + 1);
  return { reference, digest, username: 'AWS', password: registry.password };
};

const spec = (changes: Partial<InstanceSpec> = {}): InstanceSpec => ({
  serviceName: 'hello',
  imageIdentifier: 'hello:1',
  image,
  port: 3000,
  environment: { PORT: '3000' },
  cpuUnits: 512,
  memoryMb: 1024,
  ...changes,
});

const tcp: HealthCheck = { protocol: 'TCP', path: '/', timeoutSeconds: 2 };

/** Probes until one passes; false when none did within the time. */
const passes = async (instance: Instance, check: HealthCheck, withinMs: number) => {
  const end = Date.now() + withinMs;
  while (Date.now() < end) {
    if (await instance.probe(check)) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
};

/** Resolves when the application wrote a line, so that it is known to run. */
const firstLine = (instance: Instance) =>
  new Promise<string>((resolve) => instance.onOutput(resolve));

const withInstance = async <T>(
  changes: Partial<InstanceSpec>,
  work: (instance: Instance) => Promise<T>,
): Promise<T> => {
  const instance = await runtime.start(spec(changes));
  try {
    return await work(instance);
  } finally {
    await instance.stop();
  }
};

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'runtime-test-'));
  registry = await startRegistry(preparedRegistry());
  runtime = await createDockerRuntime();
  const name = `${registry.host}/hello:1`;
  await build(name, nodeDockerfile(app));
  image = await push(name);
});

afterAll(async () => {
  await runtime.close();
  await registry.close();
  await rm(scratch, { recursive: true, force: true });
});

describe('pulling', () => {
  it('needs the right password, and leaves the docker configuration of the user alone', async () => {
    const directory = process.env.DOCKER_CONFIG ?? join(homedir(), '.docker');
    const read = () => readFile(join(directory, 'config.json'), 'utf8').catch(() => 'none');
    const before = await read();
    await run('docker', ['image', 'rm', '--force', image.reference, `${registry.host}/hello:1`]);
    await expect(runtime.pull({ ...image, password: 'wrong' })).rejects.toThrow(
      /unauthorized|denied|no basic auth/,
    );
    await runtime.pull(image);
    const pulled = ['image', 'inspect', '--format', '{{json .RepoDigests}}', image.reference];
    expect(JSON.parse(await run('docker', pulled))).toContain(image.reference);
    expect(await read()).toBe(before);
  });
});

describe('a container', () => {
  it('gets its environment to the letter, and no value is in any argument list', async () => {
    const environment = { PORT: '3000', QUOTED: `a "b" 'c' $d #e`, LINES: 'one\ntwo' };
    await withInstance({ environment }, async (instance) => {
      expect(await passes(instance, tcp, 20_000)).toBe(true);
      const { host, port } = instance.address;
      const answer: unknown = await (await fetch(`http://${host}:${port}/`)).json();
      expect(answer).toMatchObject({ QUOTED: environment.QUOTED, LINES: environment.LINES });
      const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
      const lines = await Promise.all(
        processes.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')),
      );
      const docker = lines.filter((line) => line.includes(instance.id));
      expect(docker.length).toBeGreaterThan(0);
      expect(docker.filter((line) => line.includes('$d #e'))).toEqual([]);
    });
  });

  it('has the CPU and memory of its service', async () => {
    await withInstance({}, async (instance) => {
      expect(await passes(instance, tcp, 20_000)).toBe(true);
      const limits = '{{.HostConfig.NanoCpus}} {{.HostConfig.Memory}}';
      const name = `local-aws-${instance.id}`;
      expect(await run('docker', ['inspect', '--format', limits, name])).toBe(
        `500000000 ${1024 ** 3}`,
      );
    });
  });

  it('runs the start command in place of its own, split into words but without a shell', async () => {
    const startCommand = `node -e "console.log(process.argv.slice(1).join('|'))" 'a b' $HOME`;
    await withInstance({ startCommand }, async (instance) => {
      expect(await firstLine(instance)).toBe('a b|$HOME');
      expect(await instance.exited).toBe(0);
    });
  });

  it('is healthy by HTTP on a path that answers 200, not on one that answers 401', async () => {
    await withInstance({}, async (instance) => {
      const http: HealthCheck = { protocol: 'HTTP', path: '/', timeoutSeconds: 2 };
      expect(await passes(instance, http, 20_000)).toBe(true);
      expect(await instance.probe({ ...http, path: '/private' })).toBe(false);
    });
  });

  it.each([
    ['on another port', { port: 4000 }],
    ['on its own loopback only', { environment: { PORT: '3000', HOST: '127.0.0.1' } }],
  ])('is not healthy when it listens %s', async (_, changes) => {
    await withInstance(changes, async (instance) => {
      expect(await firstLine(instance)).toBe('listens');
      expect(await passes(instance, tcp, 1_500)).toBe(false);
    });
  });

  it('tells its output and exit code when it ends by itself', async () => {
    const startCommand = `node -e "console.log('out'); console.error('err'); process.exit(7)"`;
    await withInstance({ startCommand }, async (instance) => {
      expect(await instance.exited).toBe(7);
      const lines: string[] = [];
      instance.onOutput((line) => lines.push(line));
      expect(lines.sort()).toEqual(['err', 'out']);
    });
  });

  it('ends with an exec format error when it is of another architecture', async () => {
    const elf = Buffer.alloc(120);
    // An ELF header for AArch64 (machine 0xb7): enough for the kernel to refuse it.
    elf.write('\x7fELF\x02\x01\x01', 'latin1');
    elf.writeUInt16LE(2, 16);
    elf.writeUInt16LE(0xb7, 18);
    elf.writeUInt32LE(1, 20);
    const context = await mkdtemp(join(scratch, 'arm-'));
    await writeFile(join(context, 'app'), elf, { mode: 0o755 });
    const name = `${registry.host}/arm:1`;
    await build(name, 'FROM scratch\nCOPY app /app\nCMD ["/app"]\n', context);
    await withInstance({ image: await push(name) }, async (instance) => {
      expect(await instance.exited).not.toBe(0);
      const lines: string[] = [];
      instance.onOutput((line) => lines.push(line));
      expect(lines.join('\n')).toContain('exec format error');
    });
  });
});

it('leaves no container and no file behind when it is closed', async () => {
  const own = await createDockerRuntime();
  const instances = await Promise.all([own.start(spec()), own.start(spec())]);
  expect(await passes(instances[0] ?? instances[1], tcp, 20_000)).toBe(true);
  await own.close();
  const filters = instances.flatMap(({ id }) => ['--filter', `name=local-aws-${id}`]);
  expect(await run('docker', ['ps', '--all', '--quiet', ...filters])).toBe('');
});
