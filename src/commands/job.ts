import type { Service } from '@aws-sdk/client-apprunner';
import type { CommonInputs, DeployInputs } from '../inputs/inputs.ts';
import type { Aws, Ports, Runner } from '../ports.ts';
import type { Progress } from './progress.ts';

/** What every part of a command works with. */
export interface Job<I extends CommonInputs = CommonInputs> {
  readonly inputs: I;
  readonly ports: Ports;
  readonly aws: Aws;
  readonly runner: Runner;
  readonly progress: Progress;
}

/** What a preview's deployment makes sure of before it changes anything. */
export interface PreviewGuard {
  /**
   * Lets a service pass that is the preview.
   *
   * @param tags of the service, where they are known
   * @throws ActionError for any other service, and when its tags can't be read
   */
  refuseForeign(
    service: Service | undefined,
    tags?: Readonly<Record<string, string>>,
  ): Promise<void>;
  /**
   * True when the run is not wanted any more: its commit is not the newest of the pull request, or
   * that is closed. It says why.
   */
  stops(): Promise<boolean>;
}

/** A job that deploys. */
export interface DeployJob extends Job<DeployInputs> {
  /** Absent unless the service is a preview. */
  readonly guard?: PreviewGuard;
}

/** Runs one phase of a job in a log group of its own and records its time. */
export function phase<T>(job: Job, name: string, work: () => Promise<T>): Promise<T> {
  return job.progress.phase(name, job.runner, job.ports.clock, work);
}

/** Notes what an answer says about the service, for outputs and summary. */
export function learnService(job: Job, service: Service | undefined): void {
  if (!service) return;
  hideVariables(job, service);
  job.progress.learn({
    serviceArn: service.ServiceArn,
    serviceId: service.ServiceId,
    serviceUrl: service.ServiceUrl,
    serviceStatus: service.Status,
  });
}

/** Keeps the values of a service's variables out of the log lines that the run shows. */
export function hideVariables(
  { progress }: Job,
  { SourceConfiguration: source }: Pick<Service, 'SourceConfiguration'>,
): void {
  const image = source?.ImageRepository?.ImageConfiguration;
  const code = source?.CodeRepository?.CodeConfiguration?.CodeConfigurationValues;
  for (const configuration of [image, code]) {
    progress.hide(Object.values(configuration?.RuntimeEnvironmentVariables ?? {}));
  }
}
