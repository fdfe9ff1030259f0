import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TAG } from '../../../src/inputs/image-reference.ts';
import { isTagOf, previewTag } from '../../../src/preview/image-tags.ts';
import { previewName } from '../../../src/preview/name.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const commit = fc.stringMatching(/^[0-9a-f]{40}$/);
const base = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{3,39}$/),
  fc.constantFrom('hello', 'hello-pr-7', `hello-pr-7-${COMMIT}`.slice(0, 40), 'hello-'),
);
const preview = fc
  .tuple(base, fc.integer({ min: 1, max: 100 }))
  .map(([service, number]) => previewName(service, number));

describe("the tag of a preview's image", () => {
  it('is one that ECR takes and belongs to its preview', () => {
    fc.assert(
      fc.property(preview, commit, (service, sha) => {
        const tag = previewTag({ service, commit: sha });
        expect(tag).toMatch(TAG);
        expect(isTagOf(service, tag)).toBe(true);
      }),
    );
  });

  it('belongs to no other preview', () => {
    fc.assert(
      fc.property(preview, preview, commit, (service, other, sha) => {
        fc.pre(service !== other);
        expect(isTagOf(other, previewTag({ service, commit: sha }))).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['hello-pr-7', `hello-pr-7-${COMMIT}`, true],
    ['hello-pr-7', `hello-pr-70-${COMMIT}`, false],
    ['hello-pr-7', `hello-pr-7-pr-8-${COMMIT}`, false],
    ['hello-pr-7', `x-hello-pr-7-${COMMIT}`, false],
    ['hello-pr-7', `Hello-pr-7-${COMMIT}`, false],
    ['hello-pr-7', `hello-pr-7-${COMMIT}0`, false],
    ['hello-pr-7', `hello-pr-7-${COMMIT}\n`, false],
    ['hello-pr-7', `hello-pr-7-${COMMIT.slice(1)}`, false],
    ['hello-pr-7', `hello-pr-7-${COMMIT.toUpperCase()}`, false],
    ['hello-pr-7', COMMIT, false],
    ['hello-pr-7', 'hello-pr-7-latest', false],
    ['hello-pr-7', 'hello-pr-7', false],
  ])('of %s: %j %p', (service, tag, its) => {
    expect(isTagOf(service, tag)).toBe(its);
  });
});
