import {
  CloudWatchLogsClient,
  type CloudWatchLogsClientConfig,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Logs } from '../ports.ts';

/** The CloudWatch Logs calls. */
export function logsCalls(config: CloudWatchLogsClientConfig): Logs {
  const client = new CloudWatchLogsClient(config);
  throw new Error(`not yet ${client.config.serviceId}`);
}
