import type { SkipInputs } from '../inputs/inputs.ts';
import type { Ports } from '../ports.ts';
import type { Result } from '../result.ts';
import type { Progress } from './progress.ts';

/** Says why nothing is to be done, and asks neither AWS nor GitHub anything. */
export async function skip(
  { reason }: SkipInputs,
  ports: Ports,
  progress: Progress,
): Promise<Result> {
  progress.reason = reason;
  (await ports.runner()).info(`Skipped: ${reason}`);
  return 'skipped';
}
