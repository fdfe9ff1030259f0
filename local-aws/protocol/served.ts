import type { Input, Operation } from './service.ts';

/**
 * An operation whose input has a type of its own. The server has checked the input against the API
 * model before, which is what such a type spells out.
 */
export function served<T extends object>(
  operation: (input: T) => object | Promise<object>,
): Operation {
  return (input) => operation(input as Input & T);
}
