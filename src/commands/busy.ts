import { duration } from '../report/duration.ts';
import { refusalOf } from '../service/refusals.ts';
import { runningOperation } from '../service/states.ts';
import { followOperation } from '../service/wait.ts';
import { overdue } from './deadline.ts';
import type { Job } from './job.ts';

const LOOK_MS = 5_000;

/**
 * Waits for a busy service: for the operation that works on it or, where none is listed, as in
 * AWS maintenance (App Runner developer guide, architecture), for its status. A service that
 * goes away meanwhile is no longer busy.
 *
 * @param deadline milliseconds since 1970
 * @throws ActionError at the deadline
 */
export async function waitUntilFree(job: Job, serviceArn: string, deadline: number): Promise<void> {
  try {
    await waitForOperation(job, serviceArn, deadline);
  } catch (error) {
    if (refusalOf(error) !== 'gone') throw error;
  }
}

async function waitForOperation(job: Job, serviceArn: string, deadline: number): Promise<void> {
  const { aws, ports, runner } = job;
  const { clock } = ports;
  const operation = runningOperation(await aws.appRunner.newestOperations(serviceArn));
  const { Id: operationId, Type: type, StartedAt } = operation ?? {};
  if (!operationId || !type) return waitForStatus(job, serviceArn, deadline);
  const since = StartedAt?.getTime() ?? clock.now();
  const what = `${type} (operation ${operationId})`;
  const age = duration(Math.max(0, clock.now() - since));
  runner.info(`The service is busy with ${what}, begun ${age} ago; waiting for it to end.`);
  const awaited = { serviceArn, operationId, type, since };
  const end = await followOperation(aws.appRunner, clock, awaited, deadline, {
    onStatus: (status) => runner.info(`${type} is ${status}.`),
    onUsual: (ms) => runner.info(`This usually takes ${duration(ms)} here.`),
    onNote: (text) => runner.info(text),
  });
  if (end.kind === 'deadline') throw overdue(job, `the service is still busy with ${what}`);
}

async function waitForStatus(job: Job, serviceArn: string, deadline: number): Promise<void> {
  const { aws, ports, runner } = job;
  const begin = ports.clock.now();
  runner.info('The service is busy with no operation listed, as in AWS maintenance; waiting.');
  for (;;) {
    const { Status } = await aws.appRunner.describe(serviceArn);
    const now = ports.clock.now();
    if (Status !== 'OPERATION_IN_PROGRESS') {
      runner.info(`The service is ${Status} after ${duration(now - begin)}.`);
      return;
    }
    if (now >= deadline) throw overdue(job, 'the service is still busy with AWS maintenance');
    await ports.clock.sleep(Math.min(LOOK_MS, deadline - now));
  }
}
