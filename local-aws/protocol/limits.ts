import { type ApiModel, type Shape, shapeOf } from '../models/model.ts';
import { itemPath, memberPath } from './paths.ts';

/** One limit of the model that a value breaks. */
export interface Violation {
  /** Null for a missing member; undefined for a sensitive value, which AWS does not repeat. */
  readonly value: string | null | undefined;
  readonly path: string;
  /** From 'Member must' on. */
  readonly constraint: string;
}

/** Java's matches(): the pattern covers the whole value. */
const matches = (pattern: string, value: string) => new RegExp(`^(?:${pattern})$`).test(value);

function stringConstraints(shape: Shape, value: string): string[] {
  const { min, max, pattern, alsoPattern, enum: allowed } = shape;
  const found: string[] = [];
  if (max !== undefined && value.length > max) {
    found.push(`Member must have length less than or equal to ${max}`);
  }
  if (min !== undefined && value.length < min) {
    found.push(`Member must have length greater than or equal to ${min}`);
  }
  if (pattern !== undefined && !matches(pattern, value)) {
    if (alsoPattern === undefined || !matches(alsoPattern, value)) {
      found.push(`Member must satisfy regular expression pattern: ${pattern}`);
    }
  }
  if (allowed && !allowed.includes(value)) {
    found.push(`Member must satisfy enum value set: [${allowed.join(', ')}]`);
  }
  return found;
}

function numberConstraints({ min, max }: Shape, value: number): string[] {
  const found: string[] = [];
  if (max !== undefined && value > max) {
    found.push(`Member must have value less than or equal to ${max}`);
  }
  if (min !== undefined && value < min) {
    found.push(`Member must have value greater than or equal to ${min}`);
  }
  return found;
}

function sizeConstraints({ min, max }: Shape, size: number): string[] {
  const found: string[] = [];
  if (max !== undefined && size > max) {
    found.push(`Member must have length less than or equal to ${max}`);
  }
  if (min !== undefined && size < min) {
    found.push(`Member must have length greater than or equal to ${min}`);
  }
  return found;
}

/** A collection as Java prints it in AWS's texts. */
const printed = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map(printed).join(', ')}]` : String(value);

/**
 * Every length, range, pattern, enum and required member of the model that a value breaks, in the
 * order of the model's members. The value's types have been checked before.
 */
export function findViolations(
  model: ApiModel,
  name: string,
  value: unknown,
  path = '',
): Violation[] {
  const shape = shapeOf(model, name);
  const at = (constraint: string): Violation => ({
    value: shape.sensitive ? undefined : printed(value),
    path,
    constraint,
  });
  if (typeof value === 'string') return stringConstraints(shape, value).map(at);
  if (typeof value === 'number') return numberConstraints(shape, value).map(at);
  if (Array.isArray(value))
    return [...sizeConstraints(shape, value.length).map(at), ...inList(model, shape, value, path)];
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  if (shape.type === 'map') {
    return [
      ...sizeConstraints(shape, entries.length).map(at),
      ...inMap(model, shape, entries, path),
    ];
  }
  return inStructure(model, shape, new Map(entries), path);
}

/** Limits of plain items are reported on the list itself, those of structures on the item. */
function inList(model: ApiModel, shape: Shape, items: unknown[], path: string): Violation[] {
  const found = items.map((item, index) =>
    findViolations(model, shape.member ?? '', item, itemPath(path, index + 1)),
  );
  if (shapeOf(model, shape.member ?? '').type === 'structure') return found.flat();
  return collected(found.flat(), path, printed(items), 'Member');
}

function inMap(
  model: ApiModel,
  shape: Shape,
  entries: [string, unknown][],
  path: string,
): Violation[] {
  const keys = entries.flatMap(([key]) => findViolations(model, shape.key ?? '', key, path));
  const values = entries.flatMap(([key, value]) =>
    findViolations(model, shape.value ?? '', value, itemPath(path, key)),
  );
  const print = `{${entries.map(([key, value]) => `${key}=${printed(value)}`).join(', ')}}`;
  return [
    ...collected(values, path, print, 'Map value'),
    ...collected(keys, path, print, 'Map keys'),
  ];
}

function collected(found: Violation[], path: string, print: string, what: string): Violation[] {
  const constraints = [...new Set(found.map((violation) => violation.constraint))];
  if (constraints.length === 0) return [];
  const value = found.some((violation) => violation.value === undefined) ? undefined : print;
  return [
    { value, path, constraint: `${what} must satisfy constraint: [${constraints.join(', ')}]` },
  ];
}

function inStructure(
  model: ApiModel,
  shape: Shape,
  given: ReadonlyMap<string, unknown>,
  path: string,
): Violation[] {
  return Object.entries(shape.members ?? {}).flatMap(([key, member]) => {
    const inner = memberPath(path, key);
    const value = given.get(key);
    if (value !== undefined) return findViolations(model, member, value, inner);
    if (!shape.required?.includes(key)) return [];
    return [{ value: null, path: inner, constraint: 'Member must not be null' }];
  });
}
