import type { PullSource } from '../ecr/images.ts';
import type { Outcome } from './outcome.ts';

/** One container to run for one version of a service. */
export interface InstanceSpec {
  readonly serviceName: string;
  /** The identifier the service is configured with; for source code URL#BRANCH. */
  readonly imageIdentifier: string;
  readonly image: PullSource;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly startCommand?: string | undefined;
  /** 1024 units are one vCPU. */
  readonly cpuUnits: number;
  readonly memoryMb: number;
  /** What becomes of it, where containers are scripted. */
  readonly outcome?: Outcome | undefined;
}

/** App Runner's health check, times in seconds. */
export interface HealthCheck {
  readonly protocol: 'TCP' | 'HTTP';
  readonly path: string;
  readonly timeoutSeconds: number;
}

/** A started container. */
export interface Instance {
  readonly id: string;
  /** Where the container's port answers on this machine. */
  readonly address: { readonly host: string; readonly port: number };
  /** Resolves with the exit code when the process ends, whoever ended it. */
  readonly exited: Promise<number>;
  /** One probe; never throws. */
  probe(check: HealthCheck): Promise<boolean>;
  /** Calls back for each line the process wrote so far and will write, stdout and stderr. */
  onOutput(listener: (line: string) => void): void;
  stop(): Promise<void>;
}

/** Runs images. `pull` and `start` throw when the image can't be had or started. */
export interface Runtime {
  /** False when instances answer on no address: services then open no port either. */
  readonly sockets?: false;
  /** True when containers are scripted: there need be no image for them. */
  readonly scripted?: true;
  pull(image: PullSource): Promise<void>;
  start(spec: InstanceSpec): Promise<Instance>;
  close(): Promise<void>;
}
