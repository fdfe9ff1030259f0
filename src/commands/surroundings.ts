import type { Service } from '@aws-sdk/client-apprunner';
import { type Around, readAround } from '../service/around.ts';
import { remaining } from '../service/states.ts';
import { type Checked, sharedName } from './check.ts';
import type { DeployJob } from './job.ts';

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
      this.#around = await readAround(aws.appRunner, sharedName(inputs), service, inputs.settings);
      this.#service = service;
    }
    return this.#around;
  }

  /** Notes that the auto scaling configuration has been made, so that it is made once. */
  made(arn: string): void {
    this.#around = { ...this.#around, scaling: { kind: 'arn', arn } };
  }
}
