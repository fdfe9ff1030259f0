import type { AwsService } from '../protocol/service.ts';
import { eventOperations } from './events-api.ts';
import { groupOperations } from './groups-api.ts';
import type { LogsContext } from './lookup.ts';

/** CloudWatch Logs on a store that others fill. */
export function createLogs(context: LogsContext): AwsService {
  return {
    model: 'logs',
    operations: { ...groupOperations(context), ...eventOperations(context) },
  };
}
