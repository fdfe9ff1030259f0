import type { AfterwardsCommand, AfterwardsInputs } from './afterwards.ts';
import type { CommonInputs } from './common.ts';
import type { GetInput, InputReader } from './reader.ts';

/** The commands of the days after a deployment. */
export const AFTERWARDS = ['rollback', 'wait', 'status', 'logs'] as const;

/** Reads what one of these commands is told beside what every command is. */
export type ReadAfterwards = (
  reader: InputReader,
  common: CommonInputs,
  command: AfterwardsCommand,
) => AfterwardsInputs;

/** Loads what reads their inputs where one of them is asked for: a deployment is in a hurry. */
export async function loadAfterwards(get: GetInput): Promise<ReadAfterwards | undefined> {
  const asked = get('command');
  if (!AFTERWARDS.some((command) => command === asked)) return undefined;
  return (await import('./afterwards.ts')).readAfterwards;
}
