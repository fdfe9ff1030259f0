import { errorCode } from '../aws/errors.ts';
import { associationProblem, domainOf } from '../domain/association.ts';
import { ActionError, CancelledError, errorMessage } from '../errors.ts';
import { refusalOf } from '../service/refusals.ts';
import { changing } from './changing.ts';
import type { Job } from './job.ts';
import { Patience } from './patience.ts';

/** App Runner's words, as users report them; the code is InvalidRequestException for many things. */
const TAKEN = /already associated/i;
const NOT_THERE = /No custom domain .* found/i;

/** A service, and how long it may refuse calls because it is busy. */
export interface Holder {
  readonly job: Job;
  readonly serviceArn: string;
  /** Milliseconds since 1970. */
  readonly deadline: number;
}

/**
 * Associates a domain with a service; one that it has already is left as it is. A busy service is
 * waited for.
 *
 * @throws ActionError when another service has it, when there is no room, and at the deadline
 */
export async function associate(holder: Holder, name: string, www: boolean): Promise<void> {
  const { job, serviceArn } = holder;
  const calls = await job.aws.domains();
  job.runner.info(`AssociateCustomDomain: ${name}${www ? ` with www.${name}` : ''}.`);
  try {
    await patiently(holder, 'AssociateCustomDomain', `${name} is associated with the service`, () =>
      calls.associate(serviceArn, name, www),
    );
  } catch (error) {
    if (!(error instanceof ActionError) || error instanceof CancelledError) throw error;
    const { cause } = error;
    if (errorCode(cause) === 'ServiceQuotaExceededException') {
      const problem = associationProblem(name, www, await calls.list(serviceArn));
      throw problem ? new ActionError(problem, { cause }) : error;
    }
    if (!TAKEN.test(errorMessage(cause))) throw error;
    // Of a call that was sent again because its answer was lost, too.
    if (domainOf(name, await calls.list(serviceArn))) return;
    throw new ActionError(
      `Domain '${name}' belongs to another service: ${errorMessage(cause)} ` +
        'Dissociate it there first (aws apprunner disassociate-custom-domain), or name another domain. No record was changed.',
      { cause },
    );
  }
}

/** Dissociates a domain from a service, where it is associated still. */
export async function disassociate(holder: Holder, name: string): Promise<void> {
  const { job, serviceArn } = holder;
  const calls = await job.aws.domains();
  job.runner.info(`DisassociateCustomDomain: ${name}.`);
  try {
    await patiently(
      holder,
      'DisassociateCustomDomain',
      `${name} is being dissociated from the service`,
      () => calls.disassociate(serviceArn, name),
    );
  } catch (error) {
    const gone =
      error instanceof ActionError &&
      (NOT_THERE.test(errorMessage(error.cause)) || refusalOf(error) === 'gone');
    if (!gone) throw error;
  }
}

/** Makes a call that changes something, again while the service is busy. */
async function patiently(
  { job, deadline }: Holder,
  call: string,
  effect: string,
  send: () => Promise<void>,
): Promise<void> {
  const patience = new Patience(job, deadline);
  for (;;) {
    try {
      return await changing(job, call, send, () => effect);
    } catch (error) {
      const refusal = refusalOf(error);
      if (error instanceof CancelledError || refusal !== 'state') throw error;
      await patience.after({ kind: 'refused', refusal, error });
    }
  }
}
