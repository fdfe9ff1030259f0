import { type ApiModel, type Shape, shapeOf } from '../models/model.ts';
import { AwsError } from './aws-error.ts';
import { itemPath, memberPath } from './paths.ts';
import type { Input } from './service.ts';

const refuse = (message: string) => new AwsError('SerializationException', message);

/** AWS's word for a JSON value that is in the wrong place. */
function tokenOf(value: unknown): string {
  if (typeof value === 'string') return 'STRING_VALUE';
  if (typeof value === 'boolean') return value ? 'TRUE_VALUE' : 'FALSE_VALUE';
  if (typeof value === 'number') return Number.isInteger(value) ? 'NUMBER_VALUE' : 'DECIMAL_VALUE';
  return 'Start of structure or map';
}

const scalarNames: Partial<Record<Shape['type'], string>> = {
  string: 'a String',
  boolean: 'a Boolean',
  integer: 'an Integer',
  long: 'a Long',
  float: 'a Float',
  double: 'a Double',
  timestamp: 'a Timestamp',
  blob: 'a Blob',
};

function scalarFits(type: Shape['type'], value: unknown): boolean {
  if (type === 'string' || type === 'blob') return typeof value === 'string';
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'integer' || type === 'long') return Number.isSafeInteger(value);
  return typeof value === 'number';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Checks a JSON value against a shape's types and answers it without its null members, which AWS
 * takes as absent. Throws SerializationException for a wrong type and for a member that the model
 * does not know: AWS ignores such a member, here it is refused so that a misspelt one is found.
 */
export function checkTypes(model: ApiModel, name: string, value: unknown, path = ''): unknown {
  const shape = shapeOf(model, name);
  const where = path === '' ? '' : ` at '${path}'`;
  if (shape.type === 'list') {
    if (!Array.isArray(value)) throw refuse(`Expected list or null${where}`);
    const member = shape.member ?? '';
    return value.map((item, index) => checkTypes(model, member, item, itemPath(path, index + 1)));
  }
  if (shape.type === 'map') {
    if (!isObject(value)) throw refuse(`Expected map or null${where}`);
    const entries = Object.entries(value).filter(([, item]) => item !== null);
    return Object.fromEntries(
      entries.map(([key, item]) => [
        key,
        checkTypes(model, shape.value ?? '', item, itemPath(path, key)),
      ]),
    );
  }
  if (shape.type === 'structure') return checkStructure(model, shape, value, path);
  if (scalarFits(shape.type, value)) return value;
  const token = tokenOf(value);
  if (token.startsWith('Start'))
    throw refuse(`${token} found where not expected.${where && ` Found${where}`}`);
  throw refuse(`${token} can not be converted to ${scalarNames[shape.type]}${where}`);
}

function checkStructure(model: ApiModel, shape: Shape, value: unknown, path: string): Input {
  const where = path === '' ? 'the request' : `'${path}'`;
  if (!isObject(value)) throw refuse(`Unexpected field type: ${where} must be an object`);
  const members = shape.members ?? {};
  const result: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const member = Object.hasOwn(members, key) ? members[key] : undefined;
    if (member === undefined) throw refuse(`Unknown member '${key}' in ${where}`);
    if (item !== null) result[key] = checkTypes(model, member, item, memberPath(path, key));
  }
  return result;
}
