import type { InputReader } from './reader.ts';

/** True when the run is to say what it would do, and to change nothing. */
export function readDryRun(reader: InputReader): boolean {
  return reader.flag('dry-run') ?? false;
}

/** True when nothing is to be deployed where image and settings are what already runs. */
export function readSkipUnchanged(reader: InputReader): boolean {
  return reader.flag('skip-unchanged') ?? false;
}
