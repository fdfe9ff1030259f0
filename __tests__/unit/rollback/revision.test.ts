import { describe, expect, it } from '@jest/globals';
import { identifierOf, imageNameOf, isSameName } from '../../../src/rollback/image-name.ts';
import { revisionIn, revisionOf, revisionText } from '../../../src/rollback/revision.ts';
import { REGISTRY } from '../../support/create-service.ts';

const COMMIT = 'a1'.repeat(20);
const DIGEST = `sha256:${'d'.repeat(64)}`;

describe('what an image was made from', () => {
  it.each([
    [[COMMIT], { commit: COMMIT }, `commit ${COMMIT}`],
    [['1.0', COMMIT], { commit: COMMIT }, `commit ${COMMIT}`],
    [
      [`hello-pr-7-${COMMIT}`],
      { commit: COMMIT, pullRequest: 7 },
      `pull request 7, commit ${COMMIT}`,
    ],
    [['1.0', 'latest', COMMIT.slice(1)], {}, ''],
    [[], {}, ''],
  ])('is told by the tags %j', (tags, revision, text) => {
    expect(revisionIn(tags)).toEqual(revision);
    expect(revisionText(revisionIn(tags))).toBe(text);
  });

  it.each([
    [{ config: { Labels: { 'org.opencontainers.image.revision': COMMIT } } }, COMMIT],
    [{ config: { Labels: { 'org.opencontainers.image.revision': '::error::x' } } }, undefined],
    [{ config: { Labels: null } }, undefined],
    [{ config: {} }, undefined],
    [{}, undefined],
  ])('is told by the label of %j', (config, commit) => {
    expect(revisionOf(JSON.stringify(config))).toBe(commit);
  });
});

describe('an image identifier', () => {
  it.each([
    [`${REGISTRY}/team/hello:1.0`, 'team/hello', '1.0', undefined],
    [`${REGISTRY}/hello@${DIGEST}`, 'hello', undefined, DIGEST],
    [`${REGISTRY}/hello:1@${DIGEST}`, 'hello', '1', DIGEST],
    ['public.ecr.aws/alias/hello:1', 'alias/hello', '1', undefined],
    ['127.0.0.1:5000/hello:1', 'hello', '1', undefined],
  ])('%s is taken apart', (identifier, repository, tag, digest) => {
    const name = imageNameOf(identifier);
    expect(name).toMatchObject({ repository });
    expect([name?.tag, name?.digest]).toEqual([tag, digest]);
    if (name && !(tag && digest)) expect(identifierOf(name)).toBe(identifier);
  });

  it('names the same image with a digest beside its tag', () => {
    expect(isSameName(`${REGISTRY}/hello:1`, `${REGISTRY}/hello:1@${DIGEST}`)).toBe(true);
    expect(isSameName(`${REGISTRY}/hello:1`, `${REGISTRY}/hello:2`)).toBe(false);
    expect(isSameName(`${REGISTRY}/hello:1`, `${REGISTRY}/other:1`)).toBe(false);
    expect(isSameName('', '')).toBe(false);
  });
});
