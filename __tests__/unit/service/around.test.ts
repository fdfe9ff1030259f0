import { describe, expect, it } from '@jest/globals';
import type { ServiceSettings } from '../../../src/inputs/settings.ts';
import { readAround } from '../../../src/service/around.ts';
import { createSettings } from '../../support/create-inputs.ts';
import {
  createService,
  OBSERVABILITY_ARN,
  SCALING_ARN,
  SERVICE_ARN,
} from '../../support/create-service.ts';
import { fakeAppRunner } from '../../support/fake-ports.ts';
import { createScaling, ModelResources } from '../../support/model-resources.ts';

const BIG = createScaling('big', 3, [1, 25, 100]);
const BIGGER = createScaling('big', 4, [1, 30, 100]);

async function read(settings: Partial<ServiceSettings>, service = createService()) {
  const model = new ModelResources([BIG, BIGGER]);
  const appRunner = fakeAppRunner({
    ...model,
    tags: async (arn) => ({ arn }),
  });
  const around = await readAround(appRunner, 'hello-api', service, createSettings(settings));
  return { around, calls: model.calls };
}

const latest = (arn: string) => arn.replace(/\/\d+\/\d+$/, '');

describe('what is read beside the service', () => {
  it.each<Partial<ServiceSettings>>([
    {},
    { port: '1', kmsKeyArn: 'arn', vpcConnectorArn: 'arn' },
    { autoScaling: { kind: 'arn', arn: SCALING_ARN } },
    { observabilityConfigurationArn: OBSERVABILITY_ARN },
    { observabilityConfigurationArn: OBSERVABILITY_ARN.replace(/\/1$/, '') },
  ])('is nothing when no setting asks for it: %j', async (settings) => {
    expect(await read(settings)).toEqual({ around: {}, calls: [] });
  });

  it('is the tags, when tags are named', async () => {
    const tags = { arn: SERVICE_ARN };
    expect((await read({ tags: { a: '1' } })).around).toEqual({ tags });
    const document = { Tags: [{ Key: 'a', Value: '1' }] };
    expect((await read({ document })).around).toEqual({ tags });
  });

  it('is the revision that an ARN without one means', async () => {
    const arn = `${BIGGER.AutoScalingConfigurationArn}`;
    const scaling = { kind: 'arn', arn };
    expect((await read({ autoScaling: { kind: 'arn', arn: latest(arn) } })).around).toEqual({
      scaling,
    });
    expect((await read({ document: { AutoScalingConfigurationArn: latest(arn) } })).around).toEqual(
      { scaling },
    );
    expect(
      (await read({ observabilityConfigurationArn: latest(OBSERVABILITY_ARN) })).around,
    ).toEqual({ observabilityArn: OBSERVABILITY_ARN });
  });

  it('is the configuration of named sizes, by that of the service', async () => {
    const settings = { autoScaling: { kind: 'sizes', maxSize: 30 } } as const;
    expect((await read(settings)).around).toEqual({
      scaling: { kind: 'arn', arn: BIGGER.AutoScalingConfigurationArn },
    });
  });

  it('is the configuration of named sizes, by that of a document before the service', async () => {
    const { around } = await read({
      autoScaling: { kind: 'sizes', minSize: 2 },
      document: { AutoScalingConfigurationArn: `${BIGGER.AutoScalingConfigurationArn}` },
    });
    expect(around.scaling).toEqual({
      kind: 'new',
      name: 'hello-api',
      sizes: { minSize: 2, maxSize: 30, maxConcurrency: 100 },
    });
  });
});
