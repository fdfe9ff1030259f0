import { describe, expect, it } from '@jest/globals';
import { commandOf } from '../../../bench/observation.ts';

describe('a child process is named', () => {
  it.each([
    [['docker', 'buildx', 'build', '--push', '.'], 'docker buildx build'],
    [['docker', 'buildx', 'version'], 'docker buildx version'],
    [['docker', 'login', '--username', 'AWS', '127.0.0.1:1'], 'docker login'],
    [['docker', '--version'], 'docker'],
    [['git', 'status', 'src'], 'git status'],
    [[], ''],
  ])('%j as %j', (args, expected) => {
    expect(commandOf(args)).toBe(expected);
  });
});
