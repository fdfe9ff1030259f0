import type { Facts } from '../result.ts';

/** The log groups of one service. */
export interface LogGroups {
  /** What App Runner says: stream `events`, and one for each longer operation. */
  readonly service: string;
  /** What the application writes: one stream for each instance. */
  readonly application: string;
}

/**
 * The log groups of a service (App Runner developer guide, Logs); undefined while its name and id
 * are not known. Both also stand at the end of its ARN: service/NAME/ID.
 */
export function logGroupsOf({ serviceName, serviceId, serviceArn }: Facts): LogGroups | undefined {
  const [, arnName, arnId] = /:service\/([^/]+)\/([^/]+)$/.exec(serviceArn ?? '') ?? [];
  const name = arnName ?? serviceName;
  const id = arnId ?? serviceId;
  if (!name || !id) return undefined;
  const prefix = `/aws/apprunner/${name}/${id}`;
  return { service: `${prefix}/service`, application: `${prefix}/application` };
}

/** An operation's id as stream names have it: dashed in the API model, 32 digits in CloudWatch. */
export function streamId(operationId: string): string {
  return operationId.replaceAll('-', '').toLowerCase();
}
