import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { previewName } from '../../../src/preview/name.ts';
import { foreignText, ownedBy, ownerIn, ownershipTags } from '../../../src/preview/ownership.ts';
import type { Preview } from '../../../src/preview/preview.ts';
import { rememberedIn, tagsOf } from '../../../src/service/remembered.ts';

const PREVIEW: Preview = {
  of: 'hello',
  service: 'hello-pr-7',
  repository: 'octo/hello',
  pullRequest: 7,
  commit: '0123456789abcdef0123456789abcdef01234567',
};
const TAGS = ownershipTags(PREVIEW);
const OWNER = { of: 'hello', repository: 'octo/hello', pullRequest: 7 };

describe("the tags of a preview's service", () => {
  it('say who made it, for what, and which commit', () => {
    expect(TAGS).toEqual({
      'apprunner-deploy:made-by': 'preview',
      'apprunner-deploy:repository': 'octo/hello',
      'apprunner-deploy:pull-request': '7',
      'apprunner-deploy:commit': PREVIEW.commit,
      'apprunner-deploy:service': 'hello',
    });
  });

  it('are read back, whatever other tags there are', () => {
    expect(ownerIn({ team: 'web', ...TAGS })).toEqual(OWNER);
    expect(ownedBy('Octo/Hello', 'hello-pr-7', TAGS)).toEqual(OWNER);
    expect(foreignText(PREVIEW, { ...TAGS, team: 'web' })).toBeUndefined();
  });

  it('stay true when skip-unchanged remembers the deployment of its commit', () => {
    const { commit, repository } = PREVIEW;
    const remembered = { digest: 'sha256:1', operationId: 'op', commit, repository };
    const tags = { ...TAGS, ...tagsOf(remembered) };
    expect(foreignText(PREVIEW, tags)).toBeUndefined();
    expect(tags).toMatchObject(TAGS);
    expect(rememberedIn(tags)).toMatchObject(remembered);
  });
});

/** Tags of services that are not this preview, and what the error says of them. */
const FOREIGN: readonly [string, Readonly<Record<string, string>>, string][] = [
  ['none', {}, 'none of the tags'],
  ['others', { team: 'web' }, 'none of the tags'],
  [
    "skip-unchanged's alone",
    tagsOf({ digest: 'd', operationId: 'o', commit: 'c', repository: 'octo/hello' }),
    'its tags say apprunner-deploy:repository=octo/hello.',
  ],
  ['no maker', without('made-by'), 'pull-request=7'],
  ['another maker', { ...TAGS, 'apprunner-deploy:made-by': 'hand' }, 'made-by=hand'],
  ['no repository', without('repository'), 'made-by=preview'],
  ['another repository', { ...TAGS, 'apprunner-deploy:repository': 'octo/x' }, 'repository=octo/x'],
  ['no pull request', without('pull-request'), 'made-by=preview'],
  ['another pull request', { ...TAGS, 'apprunner-deploy:pull-request': '70' }, 'pull-request=70'],
  ['an odd pull request', { ...TAGS, 'apprunner-deploy:pull-request': '07' }, 'pull-request=07'],
  ['no service', without('service'), 'made-by=preview'],
  ['another service', { ...TAGS, 'apprunner-deploy:service': 'hallo' }, 'service=hallo'],
];

function without(end: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(TAGS).filter(([key]) => !key.endsWith(`:${end}`)));
}

describe('a service with the name of a preview is foreign', () => {
  it.each(FOREIGN)('when its tags are %s', (_, tags, seen) => {
    const text = foreignText(PREVIEW, tags) ?? '';
    expect(text).toContain("Service 'hello-pr-7' is not the preview of 'hello' for pull request 7");
    expect(text).toContain(seen);
    expect(text).toContain('It was not touched.');
  });

  it.each(FOREIGN.filter(([, tags]) => !ownerIn(tags)))(
    'and no preview at all when its tags are %s',
    (_, tags) => {
      expect(ownedBy('octo/hello', 'hello-pr-7', tags)).toBeUndefined();
    },
  );
});

describe('a service of another name', () => {
  it('is no preview, though it has the tags of one', () => {
    expect(ownedBy('octo/hello', 'hello-pr-7-copy', TAGS)).toBeUndefined();
    expect(ownedBy('octo/hello', 'hello', TAGS)).toBeUndefined();
  });

  it('shows no value of tags that are not ours', () => {
    expect(foreignText(PREVIEW, { team: 'hunter2' })).not.toContain('hunter2');
  });
});

describe('whatever service, repository and number', () => {
  it('the tags are read back, and are values that AWS takes', () => {
    const service = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{3,39}$/);
    const repository = fc.stringMatching(/^[A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100}$/);
    fc.assert(
      fc.property(service, repository, fc.integer({ min: 1 }), (of, name, pullRequest) => {
        const preview: Preview = {
          of,
          service: previewName(of, pullRequest),
          repository: name,
          pullRequest,
          commit: PREVIEW.commit,
        };
        const tags = ownershipTags(preview);
        expect(foreignText(preview, tags)).toBeUndefined();
        expect(ownedBy(name, preview.service, tags)).toEqual({ of, repository: name, pullRequest });
        for (const value of Object.values(tags)) {
          expect(value).toMatch(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}$/u);
        }
      }),
    );
  });
});
