import { describe, expect, it } from '@jest/globals';
import { isImmutable } from '../../../src/image/immutability.ts';

describe('a tag can not be moved', () => {
  it.each<[string, boolean, string[], string, boolean]>([
    ['in a mutable repository', false, [], '1.0', false],
    ['in an immutable one', true, [], '1.0', true],
    ['that is excepted', true, ['latest'], 'latest', false],
    ['that is not excepted', true, ['latest'], '1.0', true],
    ['that only starts like an exception', true, ['latest'], 'latest-2', true],
    ['that matches a pattern', true, ['dev-*'], 'dev-7', false],
    ['that matches a pattern with nothing for the star', true, ['dev-*'], 'dev-', false],
    ['that matches a pattern in its middle', true, ['*rc*'], '1.0-rc1', false],
    ['whose dot is not any character', true, ['1.0'], '1x0', true],
    ['of a mutable repository that excepts it', false, ['v*'], 'v1', true],
    ['of a mutable repository that excepts others', false, ['v*'], 'latest', false],
    ['by the second exception', true, ['a', 'b*'], 'bc', false],
  ])('%s: immutable %s, exceptions %j, tag %s is %s', (_, immutable, exceptions, tag, fixed) => {
    expect(isImmutable({ name: 'hello', immutable, exceptions }, tag)).toBe(fixed);
  });
});
