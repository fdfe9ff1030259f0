import type { Case } from '../case.ts';

/** A case with what must come of it. */
export interface Row {
  readonly name: string;
  readonly of: Partial<Case>;
  /** Default 0. */
  readonly code?: number;
  readonly result: string;
  /** The calls of the run that changed something, or would have; one that AWS refused has its code. */
  readonly calls: readonly string[];
  /** What the log must say, each somewhere. */
  readonly says?: readonly (string | RegExp)[];
  /** The most seconds of virtual time that the run may take. */
  readonly seconds?: number;
}
