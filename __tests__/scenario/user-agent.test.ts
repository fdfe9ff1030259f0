import { describe, expect, it, jest } from '@jest/globals';
import type { Call } from '../../local-aws/call-log.ts';
import { USER_AGENT } from '../../src/version.ts';
import { pushTags } from '../support/pushed-tags.ts';
import { withVirtualScene } from '../support/virtual-run.ts';
import { ACCESS_ROLE, withScene } from './fixture.ts';

// Real operations, each waited for as the action waits.
jest.setTimeout(120_000);

/** What docker asks of the registry by itself. */
const BY_DOCKER = /^ecr:(BatchCheckLayerAvailability|\w+Layer(Upload|Part)|PutImage)$/;

/** The services that were asked, and the calls of this action that do not tell who makes them. */
function told(calls: readonly Call[]) {
  const own = calls.filter(({ action }) => !BY_DOCKER.test(action));
  return {
    services: [...new Set(own.map(({ service }) => service))].sort(),
    nameless: own.filter(({ userAgent = '' }) => !userAgent.split(' ').includes(USER_AGENT)),
  };
}

describe('every AWS call tells which version of this action makes it', () => {
  it('when a repository and a service are made and deleted', () =>
    withScene({}, async (scene) => {
      const { aws } = scene;
      const from = aws.calls.length;
      const inputs = { repository: 'team/fresh', 'create-repository': 'true', tags: 'team=web' };
      expect((await scene.deploy({ ...inputs, 'max-size': '3' })).code).toBe(0);
      expect((await scene.deploy({ command: 'delete' })).outputs.result).toBe('deleted');
      const calls = aws.calls.slice(from);
      expect(told(calls)).toEqual({ services: ['apprunner', 'ecr', 'sts'], nameless: [] });
      // Asked of the registry itself, not of the API.
      expect(calls.map(({ action }) => action)).toContain('ecr:GetDownloadUrlForLayer');
    }));

  it('when the logs are read for the cause of a failure', () =>
    withVirtualScene(
      () => ({}),
      async ({ aws, act }) => {
        await pushTags(aws, ['1.0.0']);
        const from = aws.calls.length;
        aws.faults.add({ kind: 'ending', end: 'FAILED' });
        const registry = `${aws.accountId}.dkr.ecr.${aws.region}.amazonaws.com`;
        const image = `${registry}/hello:1.0.0`;
        const failed = await act({ service: 'hello', image, 'access-role-arn': ACCESS_ROLE });
        expect(failed.code).toBe(1);
        expect(told(aws.calls.slice(from))).toEqual({
          services: ['apprunner', 'ecr', 'logs', 'sts'],
          nameless: [],
        });
      },
    ));
});
