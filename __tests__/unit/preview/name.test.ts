import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { couldBePreview, previewName } from '../../../src/preview/name.ts';

const SEED = { seed: 20_261_121, numRuns: 2_000 };
const LONG = 'payments-and-invoices-of-the-web-shop-eu';

/** Names that App Runner takes; many of them start alike and end like a preview's. */
const service = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{3,39}$/),
  fc
    .tuple(
      fc.constantFrom(LONG.slice(0, 30), 'hello', 'a'.repeat(33)),
      fc.string({ maxLength: 10 }),
    )
    .map(([start, end]) => (start + end.replaceAll(/[^A-Za-z0-9_-]/g, '-')).slice(0, 40)),
  fc.constantFrom('hello-pr-7', 'hello-pr-7-pr-7', `${'b'.repeat(35)}-pr-7`),
);
const number = fc.oneof(
  fc.integer({ min: 1, max: 120 }),
  fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
);

describe("a preview's name", () => {
  it.each([
    ['hello', 7, 'hello-pr-7'],
    ['Hello_API', 1234, 'Hello_API-pr-1234'],
    ['x'.repeat(35), 7, `${'x'.repeat(35)}-pr-7`],
    [LONG, 7, 'payments-and-invoices-of-b65b012007-pr-7'],
    [LONG, 12345, 'payments-and-invoice-b65b012007-pr-12345'],
  ])('of %s for pull request %d', (name, pullRequest, expected) => {
    expect(previewName(name, pullRequest)).toBe(expected);
  });

  it('is one that App Runner takes, and tells the pull request and the service', () => {
    fc.assert(
      fc.property(service, number, (name, pullRequest) => {
        const preview = previewName(name, pullRequest);
        expect(preview).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]{3,39}$/);
        expect(previewName(name, pullRequest)).toBe(preview);
        expect(couldBePreview(preview)).toBe(pullRequest);
        expect(couldBePreview(preview, name)).toBe(pullRequest);
      }),
      SEED,
    );
  });

  it('is never that of another service or pull request', () => {
    const pair = fc.tuple(service, number);
    fc.assert(
      fc.property(
        fc.uniqueArray(pair, { selector: String, minLength: 2, maxLength: 60 }),
        (all) => {
          const names = new Set(all.map(([name, pullRequest]) => previewName(name, pullRequest)));
          expect(names.size).toBe(all.length);
        },
      ),
      { ...SEED, numRuns: 300 },
    );
  });

  it('differs for 20,000 long names that start alike', () => {
    const names = Array.from({ length: 20_000 }, (_, index) =>
      previewName(`${LONG.slice(0, 34)}${`${index}`.padStart(6, '0')}`, 4711),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('a name that could be a preview', () => {
  it.each([
    ['hello', undefined],
    ['hello-pr-', undefined],
    ['hello-pr-0', undefined],
    ['hello-pr-07', undefined],
    ['hello-pr-7x', undefined],
    ['hello-pr-7-', undefined],
    ['hello-PR-7', undefined],
    [`h-pr-${'9'.repeat(17)}`, undefined],
    ['hello-pr-7', 7],
    ['hello-pr-7-pr-8', 8],
  ])('%s: %p', (name, pullRequest) => {
    expect(couldBePreview(name)).toBe(pullRequest);
  });

  it('of one service is not one of another that starts alike', () => {
    expect(couldBePreview('hello-api-pr-7', 'hello')).toBeUndefined();
    expect(couldBePreview('hello-pr-7', 'hello-api')).toBeUndefined();
    expect(couldBePreview('hello-pr-7-pr-8', 'hello')).toBeUndefined();
    expect(couldBePreview('hello-pr-7-pr-8', 'hello-pr-7')).toBe(8);
    expect(couldBePreview(previewName(LONG, 7), LONG)).toBe(7);
    expect(couldBePreview(previewName(LONG, 7), `${LONG.slice(0, -1)}x`)).toBeUndefined();
  });
});
