import { ActionError } from '../errors.ts';
import type { Aws } from '../ports.ts';
import { duration } from '../report/duration.ts';
import { followOperation } from '../service/wait.ts';
import type { Job } from './job.ts';

const VERDICTS: Readonly<Record<string, string>> = {
  FAILED: 'failed',
  ROLLBACK_SUCCEEDED: 'was rolled back: the new version was rejected and the one before serves on',
  ROLLBACK_FAILED: 'failed, and so did the rollback to the version before',
};

/**
 * Waits for the operation that the job's progress names to end.
 *
 * @param deadline milliseconds since 1970
 * @throws ActionError unless the operation ends SUCCEEDED
 */
export async function followToEnd(
  { aws, ports, runner, progress }: Job,
  deadline: number,
): Promise<void> {
  const { serviceArn = '', operationId = '' } = progress.facts;
  runner.info(`Waiting for operation ${operationId}.`);
  const end = await followOperation(
    aws.appRunner,
    ports.clock,
    serviceArn,
    operationId,
    deadline,
    (status, elapsed) => {
      progress.learn({ operationStatus: status });
      runner.info(`${duration(elapsed).padStart(10)}  ${status}`);
    },
  );
  if (end.status === 'SUCCEEDED') {
    // An operation that succeeded leaves its service running; asking again would tell no more.
    progress.learn({ operationStatus: end.status, serviceStatus: 'RUNNING' });
    return;
  }
  progress.learn({ operationStatus: end.status, serviceStatus: await statusOf(aws, serviceArn) });
  const {
    serviceStatus = 'in a state that could not be read',
    serviceName,
    serviceId,
  } = progress.facts;
  throw new ActionError(
    end.kind === 'deadline'
      ? `timeout-minutes is over and operation ${operationId} is still ${end.status}. App Runner goes on with it; the service is ${serviceStatus}.`
      : `Operation ${operationId} ${VERDICTS[end.status] ?? `ended ${end.status}`}. The service is ${serviceStatus}. ` +
          `Its event log is in CloudWatch Logs: /aws/apprunner/${serviceName}/${serviceId}/service`,
  );
}

/** The verdict stands whether or not the service can be read after it. */
function statusOf(aws: Aws, serviceArn: string): Promise<string | undefined> {
  return aws.appRunner.describe(serviceArn).then(
    ({ Status }) => Status,
    () => undefined,
  );
}
