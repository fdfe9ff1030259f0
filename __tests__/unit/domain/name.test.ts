import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dnsName, isWithin, namesBelow, sameName } from '../../../src/domain/dns-name.ts';
import { readDomainName, wwwProblem } from '../../../src/domain/name.ts';

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
const name = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 3 }), fc.constantFrom('com', 'co.uk', 'io'))
  .map(([labels, top]) => [...labels, top].join('.'));

describe('a domain is read', () => {
  it.each([
    ['app.example.com', 'app.example.com'],
    ['Example.COM', 'example.com'],
    ['example.com.', 'example.com'],
    ['*.example.com', '*.example.com'],
    ['bücher.de', 'xn--bcher-kva.de'],
    ['*.BÜCHER.de', '*.xn--bcher-kva.de'],
    ['xn--bcher-kva.de', 'xn--bcher-kva.de'],
    ['例え.jp', 'xn--r8jz45g.jp'],
    ['pr-7.preview.example.com', 'pr-7.preview.example.com'],
    [`${'a'.repeat(60)}.com`, `${'a'.repeat(60)}.com`],
  ])('%s as %s', (text, read) => {
    expect(readDomainName(text)).toEqual({ name: read });
  });

  it.each([
    ['https://example.com', 'without https://'],
    ['example.com/path', 'without https://'],
    ['example.com:443', 'without https://'],
    ['me@example.com', 'without https://'],
    ['localhost', 'a whole name'],
    ['com', 'a whole name'],
    ['', 'a whole name'],
    ['.', 'a whole name'],
    ['a..example.com', 'labels'],
    ['.example.com', 'labels'],
    ['-a.example.com', 'labels'],
    ['a-.example.com', 'labels'],
    ['a_b.example.com', 'labels'],
    ['a b.example.com', 'spaces'],
    ['app.*.example.com', 'first label'],
    ['app*.example.com', 'first label'],
    ['*.*.example.com', 'first label'],
    ['*', 'a whole name'],
    ['*.com', 'a whole name'],
    [`${'a'.repeat(64)}.com`, 'labels'],
    [`${'a'.repeat(61)}.com`, '64 characters'],
    ['192.0.2.1', 'no IP address'],
    ['shop.test', "'.test' is kept"],
    ['printer.local', "'.local' is kept"],
    ['ü a.example.com', 'spaces'],
  ])('not from %j', (text, words) => {
    expect(readDomainName(text)).toEqual({ problem: expect.stringContaining(words) });
  });

  it('in one form, whatever the capitals and the last dot, and is what the API takes', () => {
    fc.assert(
      fc.property(name, (text) => {
        const read = readDomainName(text);
        expect(readDomainName(`${text.toUpperCase()}.`)).toEqual(read);
        if ('name' in read) expect(read.name).toMatch(/^[A-Za-z0-9*.-]{1,255}$/);
      }),
    );
  });

  it('twice as once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const read = readDomainName(text);
        if ('name' in read) expect(readDomainName(read.name)).toEqual(read);
      }),
    );
  });
});

describe('www comes beside', () => {
  it.each(['example.com', 'example.co.uk', 'example.com.au', 'xn--bcher-kva.de'])(
    '%s',
    (domain) => {
      expect(wwwProblem(domain)).toBeUndefined();
    },
  );
});

describe('www does not come beside', () => {
  it.each([
    ['app.example.com', 'subdomain'],
    ['www.example.com', 'subdomain'],
    ['app.example.co.uk', 'subdomain'],
    ['a.co.com', 'subdomain'],
    ['*.example.com', 'wildcard'],
  ])('%s, because it is a %s', (domain, reason) => {
    expect(wwwProblem(domain)).toContain(reason);
  });
});

describe('names are compared', () => {
  it.each([
    ['App.Example.Com.', 'app.example.com', true],
    ['\\052.example.com.', '*.example.com', true],
    ['a\\137b.example.com', 'a_b.example.com', true],
    ['app.example.com', 'app.example.org', false],
    ['xapp.example.com', 'app.example.com', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(sameName(one, other)).toBe(same);
    expect(sameName(other, one)).toBe(same);
  });

  it('and a name that is not there is like none', () => {
    expect(sameName(undefined, undefined)).toBe(false);
    expect(sameName('a.b', undefined)).toBe(false);
  });

  it('by a form that stays as it is', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(dnsName(dnsName(text))).toBe(dnsName(text));
      }),
    );
  });

  it('by whole labels within a zone', () => {
    expect(isWithin('app.example.com', 'example.com')).toBe(true);
    expect(isWithin('example.com', 'example.com')).toBe(true);
    expect(isWithin('badexample.com', 'example.com')).toBe(false);
    expect(namesBelow('a.b.example.com', 'example.com')).toEqual([
      'a.b.example.com',
      'b.example.com',
    ]);
    expect(namesBelow('example.com', 'example.com')).toEqual([]);
    expect(namesBelow('other.org', 'example.com')).toEqual([]);
  });
});
