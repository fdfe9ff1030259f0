import { allowedNumber, allowedText } from './limits.ts';
import type { Shape } from './shape.ts';
import { listed } from './show.ts';

/** True for what a document writes as a map. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How a value of the wrong type goes on after its path. The value itself may be a secret. */
export function wrongType(shape: Shape, value: unknown): string {
  const seen = value === null || value === undefined ? 'has no value' : `is ${kindOf(value)}`;
  return `${seen}; allowed: ${allowed(shape)}.${hint(shape, value)}`;
}

function hint(shape: Shape, value: unknown): string {
  if (value === null || value === undefined) {
    return ' Remove it where the setting is to stay as it is.';
  }
  const isScalar = typeof value === 'number' || typeof value === 'boolean';
  if (shape.type === 'string') return isScalar ? ' Write it in quotes.' : '';
  if (shape.type === 'integer') {
    return typeof value === 'string' && /^\d+$/.test(value) ? ' Write it without quotes.' : '';
  }
  if (shape.type === 'boolean') {
    return value === 'true' || value === 'false' ? ' Write it without quotes.' : '';
  }
  return '';
}

function allowed(shape: Shape): string {
  switch (shape.type) {
    case 'structure':
      return `a map with ${listed(Object.keys(shape.members), 'and')}`;
    case 'list':
      return 'a list';
    case 'map':
      return 'a map of names to values, NAME: value';
    case 'string':
      return shape.enum ? `one of ${allowedText(shape).allowed}` : 'text';
    case 'integer':
      return allowedNumber(shape);
    case 'boolean':
      return 'true or false';
  }
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number' || typeof value === 'bigint') return 'a number';
  return typeof value === 'boolean' ? 'true or false' : 'a map';
}
