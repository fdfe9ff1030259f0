import { types } from 'node:util';

/**
 * jest runs a test file in a realm of its own, while errors of node:fs and node:child_process
 * come from the outer one, where `instanceof Error` fails for them. In the action there is one
 * realm; importing this makes it look so here.
 */
Object.defineProperty(Error, Symbol.hasInstance, {
  value(this: unknown, value: unknown): boolean {
    if (this === Error) return types.isNativeError(value);
    return typeof this === 'function' && Function.prototype[Symbol.hasInstance].call(this, value);
  },
});
