import type { RefusalFault } from '../faults/call-refusal.ts';
import { deniedText } from '../faults/denial.ts';
import type { CallTrouble, FaultBook } from '../faults/fault-book.ts';
import type { Parking } from '../faults/parking.ts';
import { loadModel } from '../models/model.ts';
import type { Caller } from '../protocol/service.ts';
import { RegistryFault } from './faults.ts';

/** What faults around a push need. */
export interface PushFaults {
  readonly faults: Pick<FaultBook, 'onCall'>;
  readonly parking: Pick<Parking, 'hold'>;
  readonly caller: Caller;
}

/** The operations that only pushes make. The others are calls of the API as well. */
const ofPushes: ReadonlySet<string> = new Set([
  'BatchCheckLayerAvailability',
  'InitiateLayerUpload',
  'UploadLayerPart',
  'CompleteLayerUpload',
  'PutImage',
]);

/** What faults make of a request, and the operation that they are about. */
export interface PushTrouble extends CallTrouble {
  readonly operation: string;
}

/** Asks the faults that name one of a request's operations; those for `*` are about API calls. */
export const pushTrouble = (
  { faults }: PushFaults,
  operations: readonly string[],
): PushTrouble | undefined => {
  for (const operation of operations.filter((each) => ofPushes.has(each))) {
    const trouble = faults.onCall(`ecr:${operation}`, 'by-name');
    if (trouble.fault !== undefined || trouble.delayMs > 0) return { ...trouble, operation };
  }
  return undefined;
};

/** A fault's error in the form of the registry's API, as Docker shows ECR's. */
export const pushRefusal = (
  fault: RefusalFault,
  { caller }: PushFaults,
  operation: string,
  repositoryName: string,
): RegistryFault => {
  switch (fault.kind) {
    case 'throttle':
      return new RegistryFault(429, 'TOOMANYREQUESTS', 'Rate exceeded');
    case 'server-error':
      return new RegistryFault(fault.status ?? 500, 'UNKNOWN', 'Internal server error');
    case 'refuse':
      return new RegistryFault(fault.status ?? 400, fault.code, fault.message);
    case 'deny': {
      const call = { model: loadModel('ecr'), operation, input: { repositoryName }, caller };
      return new RegistryFault(403, 'DENIED', deniedText(call));
    }
  }
};
