import type { Service } from '@aws-sdk/client-apprunner';
import { ActionError } from '../errors.ts';
import type { Aws } from '../ports.ts';
import { duration } from '../report/duration.ts';
import { type Awaited, followOperation } from '../service/wait.ts';
import type { Job } from './job.ts';

const VERDICTS: Readonly<Record<string, string>> = {
  FAILED: 'failed',
  ROLLBACK_SUCCEEDED: 'was rolled back: the new version was rejected and the one before serves on',
  ROLLBACK_FAILED: 'failed, and so did the rollback to the version before',
};

/** An operation whose success this run has to answer for. */
export interface Followed extends Awaited {
  /**
   * True when the service has what this run asked for. It decides where App Runner never lists
   * the operation; without it a service that runs is taken for a success.
   */
  readonly stands?: (service: Service) => boolean;
}

/**
 * Waits for an operation to end, its event lines going to the log as they come. Facts of the
 * job's progress are kept up to date; after a failure its diagnosis is too.
 *
 * @param deadline milliseconds since 1970
 * @throws ActionError unless the operation ends SUCCEEDED
 */
export async function followToEnd(
  { aws, ports, runner, progress }: Job,
  followed: Followed,
  deadline: number,
): Promise<void> {
  const { serviceArn, operationId } = followed;
  runner.info(`Waiting for operation ${operationId}.`);
  const end = await followOperation(aws.appRunner, ports.clock, followed, deadline, {
    onStatus: (status, elapsed) => {
      progress.learn({ operationStatus: status });
      runner.info(`${duration(elapsed).padStart(10)}  ${status}`);
    },
  });
  if (end.kind === 'gone' || end.kind === 'unlisted') throw new ActionError(end.kind);
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
