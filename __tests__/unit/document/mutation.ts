import type { Shape } from '../../../src/document/shape.ts';
import { itemPath, memberPath } from '../../../src/document/show.ts';

/** A wrong document, and the path of the one member that is wrong in it. */
export interface Mutation {
  readonly path: string;
  readonly document: unknown;
}

/** Puts a value in place of another in the whole document; undefined takes the member out. */
type Put = (value: unknown) => unknown;

/** What stands where a value of each type should; what it holds must not show. */
const WRONG: Readonly<Record<Shape['type'], readonly unknown[]>> = {
  structure: ['secretwrong', 7, true, null, ['secretwrong']],
  list: ['secretwrong', 7, { secretname: 'secretwrong' }, null],
  map: ['secretwrong', 7, null, ['secretwrong'], [{ Name: 'A', Value: 'secretwrong' }]],
  string: [7_654_321, false, null, ['secretwrong'], { A: 'secretwrong' }],
  integer: ['secretwrong', '5', true, null, [], 0, 21, 2.5, -1],
  boolean: ['secretwrong', 'true', 0, null, {}],
};

/** Every way in which this knows to make a document wrong in one place. */
export function mutationsOf(
  shape: Shape,
  value: unknown,
  path = '',
  put: Put = (whole) => whole,
): Mutation[] {
  const here =
    path === '' ? [] : WRONG[shape.type].map((wrong) => ({ path, document: put(wrong) }));
  return [...here, ...withinLimits(shape, value, path, put), ...below(shape, value, path, put)];
}

/** Values of the right type that the model's limits exclude. */
function withinLimits(shape: Shape, value: unknown, path: string, put: Put): Mutation[] {
  if (shape.type !== 'string' || typeof value !== 'string') return [];
  const { enum: words, pattern, max } = shape;
  const wrong = [
    ...(words ? [`${value}_`, value.toLowerCase()] : []),
    ...(pattern ? [`${value}\n\0`] : []),
    ...(max === undefined ? [] : ['x'.repeat(max + 1)]),
  ];
  return wrong.map((text) => ({ path, document: put(text) }));
}

function below(shape: Shape, value: unknown, path: string, put: Put): Mutation[] {
  if (Array.isArray(value)) {
    if (shape.type !== 'list') return [];
    return value.flatMap((item, index) =>
      mutationsOf(shape.item, item, itemPath(path, index), (wrong) =>
        put(value.with(index, wrong)),
      ),
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  const members = new Map(Object.entries(value));
  const replace =
    (name: string): Put =>
    (wrong) => {
      const changed = new Map(members);
      if (wrong === undefined) changed.delete(name);
      else changed.set(name, wrong);
      return put(Object.fromEntries(changed));
    };
  const inner = [...members].flatMap(([name, member]) => {
    const known =
      shape.type === 'structure'
        ? shape.members[name]
        : shape.type === 'map'
          ? shape.value
          : undefined;
    return known ? mutationsOf(known, member, memberPath(path, name), replace(name)) : [];
  });
  if (shape.type !== 'structure') return inner;
  const required =
    path.startsWith('SourceConfiguration') && !path.endsWith('Version')
      ? []
      : (shape.required ?? []);
  return [
    ...inner,
    ...['secretly', 'portt', 'constructor', 'A\nB'].map((name) => ({
      path: memberPath(path, name),
      document: replace(name)('secretwrong'),
    })),
    ...required
      .filter((name) => path !== '' && members.has(name))
      .map((name) => ({ path: memberPath(path, name), document: replace(name)(undefined) })),
  ];
}
