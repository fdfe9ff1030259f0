import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type Model, schemaText } from '../../../scripts/document/schema-text.ts';
import { allowedText } from '../../../src/document/limits.ts';
import { CREATE_SERVICE } from '../../../src/document/schema.ts';
import type { Shape, TextShape } from '../../../src/document/shape.ts';
import { WORDS } from '../../../src/document/words.ts';

const MODEL: Model = JSON.parse(
  readFileSync(new URL('../../../local-aws/models/apprunner.json', import.meta.url), 'utf8'),
);

/** A shape of the model with those it reaches in place of their names. */
function whole(name: string): unknown {
  const shape = MODEL.shapes[name];
  if (!shape) throw new Error(`no shape ${name}`);
  const { members, member, key, value, ...rest } = shape;
  return {
    ...rest,
    ...(shape.type === 'string' && { name }),
    ...(members && {
      members: Object.fromEntries(Object.entries(members).map(([at, to]) => [at, whole(to)])),
    }),
    ...(member && { item: whole(member) }),
    ...(key && { key: whole(key) }),
    ...(value && { value: whole(value) }),
  };
}

function textsOf(shape: Shape): TextShape[] {
  switch (shape.type) {
    case 'structure':
      return Object.values(shape.members).flatMap(textsOf);
    case 'list':
      return textsOf(shape.item);
    case 'map':
      return [...textsOf(shape.key), ...textsOf(shape.value)];
    case 'string':
      return [shape];
    default:
      return [];
  }
}

describe('the schema of documents', () => {
  it('says of CreateService what the API model says', () => {
    expect(CREATE_SERVICE).toEqual(whole('CreateServiceRequest'));
  });

  it('has words for every text of the model that is no enum, and no others', () => {
    const names = textsOf(CREATE_SERVICE).flatMap((text) => (text.enum ? [] : [text.name]));
    expect([...new Set(names)].sort()).toEqual(Object.keys(WORDS).sort());
  });

  it.each<[string, TextShape, string]>([
    ['nothing', { type: 'string', name: 'New' }, 'text'],
    ['lengths', { type: 'string', name: 'New', min: 1, max: 9 }, 'text of 1 to 9 characters'],
    ['a least length', { type: 'string', name: 'New', min: 1 }, 'text of at least 1 characters'],
    [
      'a pattern',
      { type: 'string', name: 'New', max: 9, pattern: 'a+' },
      'text of 0 to 9 characters that matches a+',
    ],
  ])('is told in its own terms where a new model has a text with %s', (_, shape, allowed) => {
    expect(allowedText(shape)).toEqual({ allowed });
  });
});

describe('making the schema', () => {
  const of = (shapes: Model['shapes']) => schemaText({ shapes }, 'Root');

  it('declares each shape once, before those that have it', () => {
    const text = of({
      Root: { type: 'structure', members: { A: 'Item', B: 'String', C: 'Flag' }, required: ['A'] },
      Item: { type: 'list', member: 'String' },
      String: { type: 'string', min: 1, pattern: "\\w+'" },
      Flag: { type: 'boolean' },
      Unused: { type: 'string' },
    });
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        "import type { FlagShape, ListShape, StructureShape, TextShape } from './shape.ts';",
        `const string: TextShape = { type: "string", name: "String", min: 1, pattern: "\\\\w+'" };`,
        'const item: ListShape = { type: "list", item: string };',
        'export const CREATE_SERVICE: StructureShape = root;',
      ]),
    );
    expect(text.indexOf('const string')).toBeLessThan(text.indexOf('const item'));
    expect(text.match(/const string/g)).toHaveLength(1);
    expect(text).not.toContain('unused');
  });

  it('fails at a shape that is not there, and at a type the check does not know', () => {
    expect(() => of({ Root: { type: 'structure', members: { A: 'Gone' } } })).toThrow(
      'The model has no shape Gone.',
    );
    expect(() => of({ Root: { type: 'timestamp' } })).toThrow(
      'The shape Root is of type timestamp, which src/document/shape.ts does not know.',
    );
  });
});
