import { ActionError } from '../errors.ts';

/**
 * A member of an answer. The SDK types every one as optional; the API model requires these.
 *
 * @throws ActionError when it is not there
 */
export function present<T>(value: T | undefined, call: string, member: string): T {
  if (value === undefined) throw new ActionError(`AWS answered ${call} without ${member}.`);
  return value;
}
