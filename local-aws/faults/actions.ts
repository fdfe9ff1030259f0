import type { ApiModel } from '../models/model.ts';

/** Says whether `action` is `*`, `SERVICE:*` or a call of one of the services. */
export const actionsOf = (models: readonly ApiModel[]): ((action: string) => boolean) => {
  const known = new Set(['*']);
  for (const { name, operations, unserved } of models) {
    for (const operation of ['*', ...Object.keys(operations), ...unserved]) {
      known.add(`${name}:${operation}`);
    }
  }
  return (action) => known.has(action);
};

/** Says whether a fault's action covers that of a call; `by-name` when `*` covers nothing. */
export const covers = (pattern: string, action: string, how: 'any' | 'by-name'): boolean => {
  if (pattern === action || how === 'by-name') return pattern === action;
  return pattern === '*' || (pattern.endsWith(':*') && action.startsWith(pattern.slice(0, -1)));
};
