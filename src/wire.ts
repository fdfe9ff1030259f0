import { loadRunner } from './github/runner.ts';
import { dockerProcess } from './image/docker-process.ts';
import { fetchBlob } from './image/registry-blob.ts';
import type { Ports, Runner } from './ports.ts';

/** The real world behind the ports: this process, docker, AWS and the runner. */
export function realPorts(): Ports {
  let runner: Promise<Runner> | undefined;
  return {
    env: process.env,
    clock: {
      now: () => Date.now(),
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    },
    docker: dockerProcess(process.env, process.stdout),
    aws: async (region) => (await import('./aws/clients.ts')).awsClients(region),
    fetchBlob,
    runner: () => {
      runner ??= loadRunner(process.env);
      return runner;
    },
  };
}
