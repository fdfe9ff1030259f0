import { ActionError } from '../errors.ts';
import type { LifecycleInputs } from '../inputs/inputs.ts';
import type { Ports } from '../ports.ts';
import type { Result } from '../result.ts';
import type { Progress } from './progress.ts';

/**
 * Pauses, resumes or deletes the service.
 *
 * @returns what was done
 * @throws ActionError for everything that is not a success
 */
export async function lifecycle(
  _inputs: LifecycleInputs,
  _ports: Ports,
  _progress: Progress,
): Promise<Result> {
  throw new ActionError('not yet');
}
