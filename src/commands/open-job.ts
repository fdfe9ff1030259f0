import type { CommonInputs } from '../inputs/inputs.ts';
import type { Aws, Ports } from '../ports.ts';
import { noted } from './check.ts';
import { type Job, phase } from './job.ts';
import type { Progress } from './progress.ts';

/**
 * Begins a command with its phase Check: asks AWS who we are and the command's first question side
 * by side.
 *
 * @param ask the first question
 * @param check looks at the answer, within the phase
 * @returns the job, and what `check` made of the answer
 * @throws ActionError when AWS can't be asked; credentials that it refuses are said once
 */
export async function openJob<I extends CommonInputs, A, T>(
  inputs: I,
  ports: Ports,
  progress: Progress,
  ask: (aws: Aws) => Promise<A>,
  check: (job: Job<I>, answer: A) => T | Promise<T>,
): Promise<{ readonly job: Job<I>; readonly checked: T }> {
  const connection = ports.aws(inputs.region, inputs.role);
  const aws = await connection.underWay.then(() => connection.load());
  const identity = aws.identity();
  const asking = ask(aws);
  // Credentials that AWS refuses make both fail in the same way: said once.
  asking.catch(noted);
  identity.catch(noted);
  const job: Job<I> = { inputs, ports, aws, runner: await ports.runner(), progress };
  const checked = await phase(job, 'Check', async () => {
    const { account, arn } = await identity;
    job.runner.info(`AWS account ${account} in ${inputs.region} as ${arn}`);
    return check(job, await asking);
  });
  return { job, checked };
}
