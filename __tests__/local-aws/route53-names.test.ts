import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalName, isWithin, orderOf } from '../../local-aws/route53/names.ts';

describe('a name in Route 53', () => {
  it.each([
    ['Example.COM', 'example.com.'],
    ['example.com.', 'example.com.'],
    ['*.example.com', '\\052.example.com.'],
    ['\\052.example.com', '\\052.example.com.'],
    ['_x-1.example.com', '_x-1.example.com.'],
    ['a@b.example.com', 'a\\100b.example.com.'],
    ['\\141.example.com', 'a.example.com.'],
    ['com', 'com.'],
  ])('%s is shown as %s', (name, shown) => {
    expect(canonicalName(name)).toBe(shown);
  });

  it('is shown as it is shown', () => {
    const label = fc
      .string({ minLength: 1, maxLength: 20 })
      .filter((text) => !/[.\\\s]/.test(text));
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), (labels) => {
        const shown = canonicalName(labels.join('.'));
        expect(canonicalName(shown)).toBe(shown);
      }),
    );
  });

  it.each([
    ['', 'DomainNameEmpty'],
    ['.', 'DomainNameEmpty'],
    ['.example.com', 'DomainLabelEmpty'],
    ['a..example.com', 'DomainLabelEmpty'],
    [`${'a'.repeat(64)}.com`, 'DomainLabelTooLong'],
    [`${'abcdefghi.'.repeat(26)}com`, 'DomainNameTooLong'],
    ['exämple.com', 'UnsupportedCharacter'],
    ['a b.com', 'UnsupportedCharacter'],
  ])('%j is none: %s', (name, problem) => {
    expect(() => canonicalName(name)).toThrow(`FATAL problem: ${problem} (`);
  });

  it('lies in a zone by whole labels', () => {
    const within = ['example.com.', 'a.example.com.', 'badexample.com.', 'com.'];
    expect(within.map((name) => isWithin(name, 'example.com.'))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('is put in order by its labels from the right', () => {
    expect(orderOf('www.example.com.')).toBe('com.example.www.');
  });
});
