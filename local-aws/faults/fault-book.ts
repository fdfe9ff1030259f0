import type { OperationType } from '../apprunner/shapes.ts';
import { covers } from './actions.ts';
import { checkFault } from './check-fault.ts';
import type { CallFault, EndingFault, Fault, Faults } from './fault.ts';

/** What faults make of one call. */
export interface CallTrouble {
  /** The answer comes so much later. */
  readonly delayMs: number;
  /** What answers in place of the service, or breaks the connection. */
  readonly fault?: Exclude<CallFault, { kind: 'slow' }>;
}

/** What faults make of one operation of App Runner. */
export interface OperationTrouble {
  readonly ending?: EndingFault;
  /** How long after its begin the operation is listed; changes when faults are taken away. */
  listLagMs(): number;
}

/** The faults as the services ask for them. Each question counts as one time. */
export interface FaultBook extends Faults {
  /** `by-name` leaves out the faults for `*`. */
  onCall(action: string, how?: 'any' | 'by-name'): CallTrouble;
  onOperation(type: OperationType): OperationTrouble;
  /** Whether the call that asks answers no operation id. */
  silentId(): boolean;
  /** How long log lines can't be read. */
  logLagMs(): number;
  /** Takes one away; false when there is none of that id. */
  remove(id: number): boolean;
  /** Those that can still happen, in the order they were added. */
  list(): readonly { readonly id: number; readonly fault: Fault }[];
}

interface Entry {
  readonly id: number;
  readonly fault: Fault;
  skip: number;
  left: number;
}

const endless: ReadonlySet<Fault['kind']> = new Set(['deny', 'list-lag', 'log-lag']);

const entryOf = (id: number, fault: Fault): Entry => ({
  id,
  fault,
  skip: ('skip' in fault && fault.skip) || 0,
  left:
    ('times' in fault && fault.times) || (endless.has(fault.kind) ? Number.POSITIVE_INFINITY : 1),
});

/** Counts something that fits; says whether the fault happens to it. */
const take = (entry: Entry): boolean => {
  if (entry.left === 0) return false;
  if (entry.skip > 0) {
    entry.skip -= 1;
    return false;
  }
  entry.left -= 1;
  return true;
};

/** A book without faults. `isAction` says whether a call exists. */
export const createFaultBook = (isAction: (action: string) => boolean = () => true): FaultBook => {
  // Those that happened often enough stay: an operation that is listed late may still be theirs.
  const entries = new Map<number, Entry>();
  let lastId = 0;

  return {
    add: (given) => {
      const fault = checkFault(given, isAction);
      lastId += 1;
      const entry = entryOf(lastId, fault);
      entries.set(entry.id, entry);
      return () => {
        entries.delete(entry.id);
      };
    },
    clear: () => entries.clear(),
    remove: (id) => entries.delete(id),
    list: () =>
      [...entries.values()]
        .filter(({ left }) => left > 0)
        .map(({ id, fault, skip, left }) => ({
          id,
          fault: {
            ...fault,
            ...('action' in fault || fault.kind === 'ending' ? { skip } : {}),
            ...(fault.kind === 'log-lag' ? {} : { times: left }),
          },
        })),
    onCall: (action, how = 'any') => {
      let delayMs = 0;
      for (const entry of entries.values()) {
        const { fault } = entry;
        if (!('action' in fault) || !covers(fault.action, action, how) || !take(entry)) continue;
        if (fault.kind !== 'slow') return { delayMs, fault };
        delayMs += fault.ms;
      }
      return { delayMs };
    },
    onOperation: (type) => {
      const lags: { readonly id: number; readonly ms: number }[] = [];
      let ending: EndingFault | undefined;
      for (const entry of entries.values()) {
        const { id, fault } = entry;
        if (fault.kind === 'list-lag' && take(entry)) lags.push({ id, ms: fault.ms });
        if (fault.kind !== 'ending' || ending !== undefined) continue;
        if ((fault.type ?? type) === type && take(entry)) ending = fault;
      }
      return {
        ...(ending && { ending }),
        listLagMs: () =>
          Math.max(0, ...lags.filter(({ id }) => entries.has(id)).map((lag) => lag.ms)),
      };
    },
    silentId: () =>
      [...entries.values()].some((entry) => entry.fault.kind === 'silent-id' && take(entry)),
    logLagMs: () =>
      Math.max(
        0,
        ...[...entries.values()].map(({ fault }) => (fault.kind === 'log-lag' ? fault.ms : 0)),
      ),
  };
};
