import { availableParallelism } from 'node:os';
import type { InstanceSpec } from './runtime.ts';
import { shellWords } from './shell-words.ts';

/** What a container's command line needs beside its specification. */
export interface ContainerPlace {
  readonly name: string;
  /** The port on 127.0.0.1 that is to lead to the container's. */
  readonly hostPort: number;
  readonly envFile: string;
  /** Where docker is to write the container's id once there is one. */
  readonly idFile: string;
  /** Marks this process's containers. */
  readonly label: string;
}

/** Docker refuses more CPUs than the machine has. */
const cpus = (units: number): string => `${Math.min(units / 1024, availableParallelism())}`;

/** Values with a line break don't fit into an env file: they go through docker's environment. */
export const multiLine = (environment: Readonly<Record<string, string>>): string[] =>
  Object.keys(environment).filter((name) => /[\r\n]/.test(environment[name] ?? ''));

/** The env file's content: NAME=VALUE lines, values literal. */
export const envFile = (environment: Readonly<Record<string, string>>): string => {
  const apart = new Set(multiLine(environment));
  return Object.entries(environment)
    .filter(([name]) => !apart.has(name))
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
};

/**
 * `docker run`, attached: one process gives the output, and its exit code is the container's. No
 * value of the environment is in it. The start command replaces the image's own command.
 */
export const runCommand = (spec: InstanceSpec, place: ContainerPlace): string[] => [
  'run',
  '--rm',
  '--pull=never',
  `--name=${place.name}`,
  `--cidfile=${place.idFile}`,
  `--label=${place.label}`,
  `--publish=127.0.0.1:${place.hostPort}:${spec.port}`,
  `--cpus=${cpus(spec.cpuUnits)}`,
  `--memory=${spec.memoryMb}m`,
  `--env-file=${place.envFile}`,
  ...multiLine(spec.environment).map((name) => `--env=${name}`),
  spec.image.reference,
  ...(spec.startCommand === undefined ? [] : shellWords(spec.startCommand)),
];
