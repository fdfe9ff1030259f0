import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shownUrl } from '../../../src/commands/smoke-texts.ts';
import { InputError } from '../../../src/errors.ts';
import { queryValues } from '../../../src/inputs/smoke-test.ts';
import { readVariables } from '../../../src/inputs/variables.ts';
import {
  problemsIn,
  problemsOf,
  readerOf,
  readTexts,
  splitList,
} from '../../support/create-inputs.ts';
import { actionFile } from '../../support/unit-action-file.ts';

// The same cases in every run; another seed looks further.
fc.configureGlobal({ seed: 20_260_101 });

const NAMES = Object.keys(actionFile().inputs);

/** Texts made of what the readers look for, so that they come near to what is right. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', "'", '`', '\n', '\r\n', '=', '#', ',', ':', '/', '@', ' ', '\\', '-'),
      fc.constantFrom('true', 'A', 'AWSAPPRUNNER', 'export ', 'arn:aws:iam::', '1 vCPU', '443'),
      fc.constantFrom('deploy', 'pause', '/health', '?token=', 'https://'),
      fc.constantFrom('123456789012.dkr.ecr.us-east-1.amazonaws.com/', 'public.ecr.aws/', ':1.0'),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('').trim());

describe('whatever is written in the inputs', () => {
  it('reading them succeeds or tells what is wrong, each problem on a line and with a name', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...NAMES), text, { maxKeys: 6 }), (texts) => {
        try {
          const inputs = readTexts(texts);
          if ('service' in inputs) expect(inputs.service).toMatch(/^[\w-]{4,40}$/);
          else expect(inputs.command).toBe('sweep');
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          for (const problem of error.problems) {
            expect(problem).not.toMatch(/[\r\n]/);
            expect(NAMES.some((name) => problem.includes(`'${name}'`))).toBe(true);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('a smoke path that is taken', () => {
  const part = fc.oneof(
    fc.constantFrom('/', '//', '\\', '..', '@', ':', '?', '%2f', 'evil.example', '#', ' ', '\t'),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  );
  const path = fc.array(part, { maxLength: 8 }).map((parts) => `/${parts.join('')}`.trim());

  it('asks the host of the service and no other, and all of it reaches the server', () => {
    fc.assert(
      fc.property(path, (text) => {
        fc.pre(problemsOf({ 'smoke-path': text }).length === 0);
        const url = new URL(text, 'https://service.example');
        expect(url.origin).toBe('https://service.example');
        expect([url.username, url.hash]).toEqual(['', '']);
        expect(url.search).toBe(new URL(`x:y${text}`).search);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is shown without any value of its query', () => {
    const value = fc.stringMatching(/^secret[a-z0-9]{8}$/);
    fc.assert(
      fc.property(path, value, fc.constantFrom('?', '?a=', '?a=1&b='), (text, secret, query) => {
        const asked = `${text}${query}${secret}`;
        expect(shownUrl(`https://service.example${asked}`)).not.toContain(secret);
        expect(problemsOf({ 'smoke-path': asked }).join()).not.toContain(secret);
        expect(queryValues(asked).some((one) => one.includes(secret))).toBe(true);
      }),
    );
  });
});

describe('variables', () => {
  const name = fc
    .stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,8}$/)
    .filter((word) => word !== '__proto__' && !/^awsapprunner/i.test(word));
  const value = fc
    .string({ unit: 'binary', maxLength: 12 })
    .filter((word) => !/['\r\n]/.test(word));

  it('written in single quotes are read as they are, whatever they hold', () => {
    fc.assert(
      fc.property(
        fc.dictionary(name, value, { noNullPrototype: true }),
        fc.constantFrom('\n', '\r\n', '\n\n# comment\n'),
        (variables, between) => {
          const lines = Object.entries(variables).map(([key, one]) => `${key}='${one}'`);
          const reader = readerOf({ x: lines.join(between) });
          expect(readVariables(reader, 'x') ?? {}).toEqual(variables);
          expect(problemsIn(reader)).toEqual([]);
        },
      ),
    );
  });

  it('have no value in any problem', () => {
    const secret = fc.stringMatching(/^secret[a-z0-9]{8}$/);
    const line = fc
      .tuple(
        fc.constantFrom('A', 'B', 'AWSAPPRUNNER_A', '', 'A B', 'export A', '#'),
        fc.constantFrom('=', ' = ', ': ', ''),
        fc.constantFrom('', "'", '"', '`', '#', 'x#', '{"a":"'),
        secret,
        fc.constantFrom('', "'", '"', '`', '#', '#x', '"}', '\n'),
      )
      // A secret at the place of a name would be told as a name.
      .filter(([key, between]) => between !== '' || key === 'A B' || key === '#')
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const reader = readerOf({ x: lines.join('\n') });
        readVariables(reader, 'x');
        expect(problemsIn(reader).join('\n')).not.toMatch(/secret[a-z0-9]{8}/);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a list', () => {
  it('of quoted items is read as it is, whatever they hold', () => {
    const item = fc
      .string({ maxLength: 10 })
      .filter((word) => word.trim() !== '' && word.trim() === word);
    fc.assert(
      fc.property(
        fc.array(item),
        fc.constantFrom<['line' | 'comma or line', string]>(['line', '\n'], ['comma or line', ',']),
        (items, [separator, between]) => {
          const written = items.map((word) => `"${word.replaceAll('"', '""')}"`).join(between);
          expect(splitList(written, separator)).toEqual(items);
        },
      ),
    );
  });
});
