import { InputError } from '../errors.ts';
import type { ServiceDocument } from './document.ts';
import { wrongName, wrongNumber, wrongText } from './limits.ts';
import { adviceFor } from './nearest.ts';
import { contradictions } from './rules.ts';
import { CREATE_SERVICE } from './schema.ts';
import type { ListShape, MapShape, Shape, StructureShape } from './shape.ts';
import { itemPath, memberPath } from './show.ts';
import { isMap, wrongType } from './types.ts';

/** Required members that the run or an input of the action gives where the document does not. */
const SUPPLIED = new Set([
  'ServiceName',
  'SourceConfiguration',
  'SourceConfiguration.ImageRepository.ImageIdentifier',
  'SourceConfiguration.ImageRepository.ImageRepositoryType',
  'SourceConfiguration.CodeRepository.RepositoryUrl',
  'SourceConfiguration.CodeRepository.SourceCodeVersion',
  'SourceConfiguration.CodeRepository.CodeConfiguration.ConfigurationSource',
  'SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.Runtime',
]);

/** Not required in the model, which would let a tag be nothing. */
const ALSO_REQUIRED = /^Tags\[\d+\]\.Key$/;

/**
 * Checks a document's value against the API model and what AWS says beside it. Types are as the
 * AWS CLI takes them: no number for text, no text for a number, no null. A map of variables may
 * also be written as a list of maps with one name each, as AWS's CLI reference shows it, though
 * that CLI itself refuses it; the result has the map.
 *
 * @throws InputError with every problem; each starts with the member's path and repeats no value
 * that the model calls sensitive
 */
export function checkDocument(value: unknown): ServiceDocument {
  if (value === null) {
    throw new InputError([
      'The document holds nothing. Example: InstanceConfiguration: {Cpu: 1 vCPU}',
    ]);
  }
  const problems: string[] = [];
  const document = read(CREATE_SERVICE, value, '', (path, rest) => {
    problems.push(`${path === '' ? 'The document' : path} ${rest}`);
  });
  if (document !== undefined) problems.push(...contradictions(document as ServiceDocument));
  if (problems.length > 0) throw new InputError(problems);
  return document as ServiceDocument;
}

type Complain = (path: string, rest: string) => void;

/** The value as the model has it, without what is wrong; undefined when nothing is left. */
function read(shape: Shape, value: unknown, path: string, complain: Complain): unknown {
  switch (shape.type) {
    case 'structure':
      if (isMap(value)) return readStructure(shape, value, path, complain);
      break;
    case 'map': {
      const map = isMap(value) ? value : mapFromList(value, path, complain);
      if (map) return readMap(shape, map, path, complain);
      break;
    }
    case 'list':
      if (Array.isArray(value)) return readList(shape, value, path, complain);
      break;
    case 'string':
      if (typeof value === 'string') {
        return readScalar(value, wrongText(shape, value), path, complain);
      }
      break;
    case 'integer':
      if (typeof value === 'number') {
        return readScalar(value, wrongNumber(shape, value), path, complain);
      }
      break;
    case 'boolean':
      if (typeof value === 'boolean') return value;
      break;
  }
  complain(path, wrongType(shape, value));
  return undefined;
}

function readStructure(
  shape: StructureShape,
  value: Readonly<Record<string, unknown>>,
  path: string,
  complain: Complain,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
    const inner = memberPath(path, name);
    const known = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
    if (known) return kept(name, read(known, member, inner, complain));
    complain(inner, `is no member that CreateService knows. ${adviceFor(name, shape)}`);
    return [];
  });
  for (const name of Object.keys(shape.members)) {
    const inner = memberPath(path, name);
    if (Object.hasOwn(value, name) || !isRequired(shape, name, inner)) continue;
    complain(inner, `is missing, and App Runner takes no ${path} without it.`);
  }
  return Object.fromEntries(entries);
}

function isRequired(shape: StructureShape, name: string, path: string): boolean {
  return (shape.required?.includes(name) && !SUPPLIED.has(path)) || ALSO_REQUIRED.test(path);
}

function readMap(
  shape: MapShape,
  value: Readonly<Record<string, unknown>>,
  path: string,
  complain: Complain,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(value).flatMap(([name, item]): [string, unknown][] => {
    const inner = memberPath(path, name);
    const wrong = wrongName(shape.key, name);
    if (wrong !== undefined) complain(path, wrong);
    return kept(name, read(shape.value, item, inner, complain));
  });
  return Object.fromEntries(entries);
}

function readList(
  shape: ListShape,
  value: readonly unknown[],
  path: string,
  complain: Complain,
): readonly unknown[] {
  return value.map((item, index) => read(shape.item, item, itemPath(path, index), complain));
}

function readScalar(
  value: string | number,
  wrong: string | undefined,
  path: string,
  complain: Complain,
): string | number | undefined {
  if (wrong === undefined) return value;
  complain(path, wrong);
  return undefined;
}

/**
 * `[{ A: '1' }, { B: '2' }]` as one map. Items of several names are not taken: CloudFormation's
 * `{ Name: A, Value: 1 }` would give a variable called Name.
 */
function mapFromList(
  value: unknown,
  path: string,
  complain: Complain,
): Readonly<Record<string, unknown>> | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  if (!value.every((item) => isMap(item) && Object.keys(item).length === 1)) return undefined;
  const map = new Map<string, unknown>();
  for (const [name, item] of value.flatMap((entry) => Object.entries(entry))) {
    if (map.has(name)) {
      complain(memberPath(path, name), 'stands in the list twice; keep the one that is meant.');
    }
    map.set(name, item);
  }
  return Object.fromEntries(map);
}

function kept(name: string, value: unknown): [string, unknown][] {
  return value === undefined ? [] : [[name, value]];
}
