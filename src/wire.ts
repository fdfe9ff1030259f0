import { loadRunner } from './github/runner.ts';
import { dockerProcess } from './image/docker-process.ts';
import { fetchBlob } from './image/registry-blob.ts';
import type { Ports, Runner } from './ports.ts';

/** The real world behind the ports: this process, docker, AWS and the runner. */
export function realPorts(): Ports {
  const cancelled = new AbortController().signal;
  let runner: Promise<Runner> | undefined;
  return {
    env: process.env,
    clock: {
      now: () => Date.now(),
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    },
    docker: dockerProcess(process.env, process.stdout),
    aws: (region) => {
      const session = import('./aws/session.ts').then(({ startSession }) => startSession(region));
      return {
        underWay: session.then(({ underWay }) => underWay),
        load: async () => (await import('./aws/clients.ts')).awsClients(await session),
      };
    },
    fetchBlob,
    get: async () => {
      throw new Error('not yet');
    },
    cancelled,
    runner: () => {
      runner ??= loadRunner(process.env);
      return runner;
    },
  };
}
