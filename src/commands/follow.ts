import { ActionError } from '../errors.ts';
import type { Aws, Ports, Runner } from '../ports.ts';
import { duration } from '../report/duration.ts';
import { followOperation } from '../service/wait.ts';
import type { Progress } from './progress.ts';

const VERDICTS: Readonly<Record<string, string>> = {
  FAILED: 'failed',
  ROLLBACK_SUCCEEDED: 'was rolled back: the new version was rejected and the one before serves on',
  ROLLBACK_FAILED: 'failed, and so did the rollback to the version before',
};

/**
 * Waits for the operation in `progress` to end.
 *
 * @param deadline milliseconds since 1970
 * @throws ActionError unless the operation ends SUCCEEDED
 */
export async function followToEnd(
  aws: Aws,
  ports: Ports,
  runner: Runner,
  progress: Progress,
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
  const service = await aws.appRunner.describe(serviceArn);
  progress.learn({ operationStatus: end.status, serviceStatus: service.Status });
  throw new ActionError(
    end.kind === 'deadline'
      ? `timeout-minutes is over and operation ${operationId} is still ${end.status}. App Runner goes on with it; the service is ${service.Status}.`
      : `Operation ${operationId} ${VERDICTS[end.status] ?? `ended ${end.status}`}. The service is ${service.Status}. ` +
          `Its event log is in CloudWatch Logs: /aws/apprunner/${service.ServiceName}/${service.ServiceId}/service`,
  );
}
