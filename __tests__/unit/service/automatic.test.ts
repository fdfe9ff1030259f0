import type { OperationSummary } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import {
  automaticDeployment,
  deploysByItself,
  PATIENCE_MS,
} from '../../../src/service/automatic.ts';
import { createService, REGISTRY, SERVICE_ARN } from '../../support/create-service.ts';
import { fakeAppRunner } from '../../support/fake-ports.ts';
import { manualClock } from '../../support/manual-clock.ts';

const TAG = `${REGISTRY}/hello-api:1.0.0`;

function following(AutoDeploymentsEnabled: boolean | undefined, ImageIdentifier = TAG) {
  return createService({
    SourceConfiguration: {
      ImageRepository: { ImageIdentifier, ImageRepositoryType: 'ECR' },
      ...(AutoDeploymentsEnabled !== undefined && { AutoDeploymentsEnabled }),
    },
  });
}

describe('a service deploys a push by itself', () => {
  it.each([
    ['when it follows the tag', following(true), true],
    ['not when it follows another tag', following(true, `${REGISTRY}/hello-api:2`), false],
    ['not when it is told not to', following(false), false],
    ['not when it does not say', following(undefined), false],
    [
      'not from code',
      createService({ SourceConfiguration: { AutoDeploymentsEnabled: true } }),
      false,
    ],
  ])('%s', (_, service, itself) => {
    expect(deploysByItself(service, TAG)).toBe(itself);
  });
});

describe('the deployment that a push starts', () => {
  const PUSHED = Date.UTC(2026, 0, 1, 12);

  function deployment(seconds: number, overrides: Partial<OperationSummary> = {}) {
    return {
      Id: `id-${seconds}`,
      Type: 'START_DEPLOYMENT' as const,
      Status: 'IN_PROGRESS' as const,
      StartedAt: new Date(PUSHED + seconds * 1_000),
      ...overrides,
    };
  }

  async function find(script: readonly (readonly OperationSummary[])[], giveUpMs = PATIENCE_MS) {
    const clock = manualClock(PUSHED);
    let looks = 0;
    const appRunner = fakeAppRunner({
      newestOperations: async () => {
        looks += 1;
        return script[Math.min(looks, script.length) - 1] ?? [];
      },
    });
    const id = await automaticDeployment(appRunner, clock, SERVICE_ARN, PUSHED, PUSHED + giveUpMs);
    return { id, looks, elapsed: clock.now() - PUSHED };
  }

  it('is there at once', async () => {
    expect(await find([[deployment(5), deployment(-90)]])).toEqual({
      id: 'id-5',
      looks: 1,
      elapsed: 0,
    });
  });

  it('is waited for', async () => {
    const { id, elapsed } = await find([[], [deployment(-90)], [deployment(4), deployment(-90)]]);
    expect(id).toBe('id-4');
    expect(elapsed).toBe(6_000);
  });

  it('is looked for once when there is no time to wait', async () => {
    const { id, elapsed } = await find([[], [deployment(4)]], -1);
    expect([id, elapsed]).toEqual([undefined, 0]);
  });

  it('may have a start that is cut to whole seconds', async () => {
    expect((await find([[deployment(-0.9)]])).id).toBe('id--0.9');
  });

  it.each([
    ['an older deployment', deployment(-5)],
    ['an update', deployment(5, { Type: 'UPDATE_SERVICE' })],
    ['one without a start', { Id: 'x', Type: 'START_DEPLOYMENT' as const }],
  ])('is not %s, and is given up after a minute', async (_, operation) => {
    const { id, elapsed } = await find([[operation]]);
    expect(id).toBeUndefined();
    expect(elapsed).toBeGreaterThanOrEqual(60_000);
    expect(elapsed).toBeLessThan(65_000);
  });
});
