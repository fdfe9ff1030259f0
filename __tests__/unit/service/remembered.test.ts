import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Remembered, rememberedIn, tagsOf } from '../../../src/service/remembered.ts';

const ALL: Remembered = {
  digest: `sha256:${'d'.repeat(64)}`,
  operationId: '3c0d9a2e-5b1f-4a6d-8e7c-0f1a2b3c4d5e',
  commit: '0123456789abcdef0123456789abcdef01234567',
  runUrl: 'https://github.com/octo/hello/actions/runs/42',
  repository: 'octo/hello',
  image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/hello:1.1.0',
  previousImage: '123456789012.dkr.ecr.us-east-1.amazonaws.com/hello:1.0.0',
  previousDigest: `sha256:${'c'.repeat(64)}`,
  previousCommit: '76543210fedcba9876543210fedcba9876543210',
};

describe('the tags that remember a deployment', () => {
  it('have keys of this action', () => {
    expect(tagsOf(ALL)).toEqual({
      'apprunner-deploy:digest': ALL.digest,
      'apprunner-deploy:operation': ALL.operationId,
      'apprunner-deploy:commit': ALL.commit,
      'apprunner-deploy:run-url': ALL.runUrl,
      'apprunner-deploy:repository': ALL.repository,
      'apprunner-deploy:image': ALL.image,
      'apprunner-deploy:previous-image': ALL.previousImage,
      'apprunner-deploy:previous-digest': ALL.previousDigest,
      'apprunner-deploy:previous-commit': ALL.previousCommit,
    });
  });

  it('are read back', () => {
    expect(rememberedIn({ team: 'a', ...tagsOf(ALL) })).toEqual(ALL);
  });

  it('say that something is not known, so that no older value stays', () => {
    const { digest, operationId } = ALL;
    const tags = tagsOf({ digest, operationId });
    expect(tags['apprunner-deploy:commit']).toBe('unknown');
    expect(rememberedIn({ ...tagsOf(ALL), ...tags })).toEqual({
      digest,
      operationId,
      commit: undefined,
      runUrl: undefined,
      repository: undefined,
      image: undefined,
      previousImage: undefined,
      previousDigest: undefined,
      previousCommit: undefined,
    });
  });

  it('name no image whose name is too long for a tag, since its start is another', () => {
    const tags = tagsOf({ ...ALL, image: `${'a'.repeat(256)}:1` });
    expect(rememberedIn(tags)?.image).toBeUndefined();
  });

  it.each([
    ['no tags', {}],
    ['other tags', { team: 'a' }],
    ['no operation', { 'apprunner-deploy:digest': ALL.digest }],
    ['no digest', { 'apprunner-deploy:operation': ALL.operationId }],
    [
      'an empty digest',
      { 'apprunner-deploy:operation': ALL.operationId, 'apprunner-deploy:digest': '' },
    ],
  ])('are missing among %s', (_, tags) => {
    expect(rememberedIn(tags)).toBeUndefined();
  });

  it('have values that AWS takes, whatever the run is called', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme', maxLength: 400 }));
    fc.assert(
      fc.property(text, text, text, (commit, runUrl, repository) => {
        for (const [key, value] of Object.entries(tagsOf({ ...ALL, commit, runUrl, repository }))) {
          expect(key.length).toBeLessThanOrEqual(128);
          expect(value).toMatch(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}$/u);
        }
      }),
      { seed: 20_261_121 },
    );
  });
});
