import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { checkDocument } from '../../../src/document/check.ts';
import { parseDocument } from '../../../src/document/parse.ts';
import { CREATE_SERVICE } from '../../../src/document/schema.ts';
import { InputError } from '../../../src/errors.ts';
import { document } from './arbitrary.ts';
import { mutationsOf } from './mutation.ts';

// The same cases in every run; another seed looks further.
const SEED = 20_260_101;

function problemsIn(value: unknown): readonly string[] {
  try {
    checkDocument(value);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

describe('a document that App Runner takes', () => {
  it('passes unchanged', () => {
    fc.assert(
      fc.property(document, (value) => {
        expect(checkDocument(value)).toEqual(value);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('is the same written as JSON and as YAML', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (value) => {
        expect(await parseDocument(JSON.stringify(value, null, 2), 'json')).toEqual(value);
        expect(await parseDocument(JSON.stringify(value, null, 2), 'yaml')).toEqual(value);
        expect(await parseDocument(stringify(value), 'yaml')).toEqual(value);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});

describe('a document with one wrong member', () => {
  const mutated = fc
    .tuple(document, fc.nat())
    .map(([value, nth]) => {
      const mutations = mutationsOf(CREATE_SERVICE, value);
      return mutations[nth % mutations.length];
    })
    .filter((mutation) => mutation !== undefined);

  it('is refused with the path of that member, and of no other', () => {
    fc.assert(
      fc.property(mutated, ({ path, document: wrong }) => {
        const problems = problemsIn(wrong);
        expect({ path, problems }).toEqual({ path, problems: [expect.any(String)] });
        expect(problems[0]?.slice(0, path.length + 1)).toBe(`${path} `);
      }),
      { seed: SEED, numRuns: 1500 },
    );
  });

  it('is refused without a value that may be secret', () => {
    fc.assert(
      fc.property(mutated, ({ document: wrong }) => {
        expect(problemsIn(wrong).join('\n')).not.toMatch(/secret[a-z0-9]{14}|secretwrong|7654321/);
      }),
      { seed: SEED, numRuns: 1500 },
    );
  });
});
