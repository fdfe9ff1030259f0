import type { Service } from '@aws-sdk/client-apprunner';
import type { Around } from '../service/around.ts';
import { remaining } from '../service/states.ts';
import type { Checked } from './check.ts';
import { type DeployJob, hideVariables } from './job.ts';
import { readSurroundings } from './read-surroundings.ts';

/** What decisions have to know beside the service, read again when the service was. */
export class Surroundings {
  readonly #job: DeployJob;
  #service: Service | undefined;
  #around: Around;

  constructor(job: DeployJob, { service, around }: Pick<Checked, 'service' | 'around'>) {
    this.#job = job;
    this.#service = remaining(service);
    this.#around = around;
  }

  /** @param service as it was read last; undefined when it is to be created */
  async of(service: Service | undefined): Promise<Around> {
    const { aws, inputs } = this.#job;
    if (service !== this.#service) {
      this.#around = await readSurroundings(aws, inputs, service);
      if (this.#around.base) hideVariables(this.#job, this.#around.base);
      this.#service = service;
    }
    return this.#around;
  }

  /** Notes that the auto scaling configuration has been made, or can't be, so that it is tried once. */
  made(arn: string | undefined): void {
    const scaling = arn === undefined ? undefined : ({ kind: 'arn', arn } as const);
    this.#around = { ...this.#around, scaling };
  }
}
