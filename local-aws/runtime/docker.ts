import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { containerProbe } from './container-probe.ts';
import { envFile, multiLine, runCommand } from './docker-command.ts';
import { ownLabel, removeLeftovers } from './docker-leftovers.ts';
import { createDockerLogin, type DockerLogin } from './docker-login.ts';
import { createOutput } from './output.ts';
import type { Instance, InstanceSpec, Runtime } from './runtime.ts';

/** What the docker command says about the machine, not the application. */
const ownWords =
  /^(WARNING: (Your kernel|The requested image's platform|IPv4 forwarding)|(Run|See) 'docker run --help')/;

/** Runs docker to its end; throws with its last line of stderr. */
const docker = async (args: readonly string[], environment = process.env): Promise<void> => {
  const child = spawn('docker', args, { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  const exit = once(child, 'close');
  const [said, [code]] = await Promise.all([text(child.stderr), exit]);
  if (code !== 0) {
    throw new Error(said.trim().split('\n').at(-1) || `docker ${args[0]} ended with code ${code}`);
  }
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
};

/** Removes a container for as long as its attached `docker run` lives: it may not exist yet. */
const remove = async (name: string, child: ChildProcess, exited: Promise<number>) => {
  while (child.exitCode === null && child.signalCode === null) {
    await docker(['rm', '--force', name]).catch(() => undefined);
    const tick = new Promise<void>((resolve) => setTimeout(resolve, 200));
    await Promise.race([exited, tick]);
  }
};

const startContainer = async (spec: InstanceSpec, login: DockerLogin): Promise<Instance> => {
  const id = randomBytes(16).toString('hex');
  const name = `local-aws-${id}`;
  const file = join(login.directory, `${name}.env`);
  const idFile = join(login.directory, `${name}.id`);
  const forget = () => rm(file, { force: true });
  const [hostPort] = await Promise.all([
    freePort(),
    writeFile(file, envFile(spec.environment), { mode: 0o600 }),
  ]);
  const apart = multiLine(spec.environment).map((key) => [key, spec.environment[key]]);
  const child = spawn(
    'docker',
    runCommand(spec, { name, hostPort, envFile: file, idFile, label: ownLabel }),
    {
      env: { ...process.env, ...Object.fromEntries(apart) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const { promise: exited, resolve: exit } = Promise.withResolvers<number>();
  const output = createOutput();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      if (!ownWords.test(line)) output.line(line);
    });
  }
  child.on('close', (code) => {
    void forget();
    void rm(idFile, { force: true });
    exit(code ?? 137);
  });
  await once(child, 'spawn');
  const probe = containerProbe(name, idFile, hostPort, spec.port);
  return {
    id,
    address: { host: '127.0.0.1', port: hostPort },
    exited,
    probe: async (check) => {
      const healthy = await probe(check);
      if (healthy) await forget();
      return healthy;
    },
    onOutput: output.listen,
    stop: () => remove(name, child, exited),
  };
};

/**
 * Runs images with the docker command: one process to pull, one for the container's life, one to
 * remove it. Containers answer on 127.0.0.1 only. `start` throws when there is no docker command;
 * whatever the engine refuses later shows as output and exit code 125 to 127.
 */
export const createDockerRuntime = async (): Promise<Runtime> => {
  const [login] = await Promise.all([createDockerLogin(), removeLeftovers()]);
  const instances = new Set<Instance>();
  return {
    pull: async (image) => {
      await docker(['pull', '--quiet', image.reference], await login.environmentFor(image));
    },
    start: async (spec) => {
      const instance = await startContainer(spec, login);
      instances.add(instance);
      void instance.exited.then(() => instances.delete(instance));
      return instance;
    },
    close: async () => {
      await Promise.all([...instances].map((instance) => instance.stop()));
      await login.close();
    },
  };
};
