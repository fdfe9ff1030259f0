import { describe, expect, it } from '@jest/globals';
import { findScaling, scalingName } from '../../../src/service/auto-scaling.ts';
import { createScaling, DEFAULT_SCALING, ModelResources } from '../../support/model-resources.ts';

const OWN = createScaling('hello-api', 1, [2, 10, 50], { HasAssociatedService: true });
const arnOf = (one: typeof OWN) => `${one.AutoScalingConfigurationArn}`;

function find(
  model: ModelResources,
  named: Parameters<typeof findScaling>[2],
  present: string | undefined = arnOf(OWN),
  service = 'hello-api',
) {
  return findScaling(model, service, named, present);
}

describe('the auto scaling configuration for some sizes', () => {
  it('is the present one when it has them, which takes one call', async () => {
    const model = new ModelResources([DEFAULT_SCALING, OWN]);
    expect(await find(model, { minSize: 2, maxSize: 10 })).toEqual({
      kind: 'arn',
      arn: arnOf(OWN),
    });
    expect(model.calls).toEqual(['Describe hello-api/1/1']);
  });

  it('is an equal revision, own ones first, whatever the case of its status', async () => {
    const others = createScaling('aaa-other', 1, [2, 12, 50]);
    const older = createScaling('hello-api', 2, [2, 12, 50], { Status: 'ACTIVE' });
    const model = new ModelResources([DEFAULT_SCALING, others, OWN, older]);
    expect(await find(model, { maxSize: 12 })).toEqual({ kind: 'arn', arn: arnOf(older) });
  });

  it('may be another name’s, for configurations are made to be shared', async () => {
    const shared = createScaling('shared', 3, [2, 12, 50]);
    const model = new ModelResources([DEFAULT_SCALING, OWN, shared]);
    expect(await find(model, { maxSize: 12 })).toEqual({ kind: 'arn', arn: arnOf(shared) });
  });

  it('is never one that was deleted', async () => {
    // @ts-expect-error App Runner answers the status in lower case.
    const gone = createScaling('hello-api', 2, [2, 12, 50], { Status: 'inactive' });
    const model = new ModelResources([DEFAULT_SCALING, OWN, gone]);
    expect(await find(model, { maxSize: 12 })).toMatchObject({ kind: 'new' });
  });

  it('is to be made when there is none; sizes that are not named are the service’s', async () => {
    const model = new ModelResources([DEFAULT_SCALING, OWN]);
    expect(await find(model, { maxConcurrency: 7 })).toEqual({
      kind: 'new',
      name: 'hello-api',
      sizes: { minSize: 2, maxSize: 10, maxConcurrency: 7 },
    });
    expect(model.calls.some((call) => call.startsWith('Create'))).toBe(false);
  });

  it('of a new service goes by the account’s default', async () => {
    const preset = createScaling('mine', 1, [3, 9, 30], { IsDefault: true });
    const model = new ModelResources([{ ...DEFAULT_SCALING, IsDefault: false }, preset]);
    expect(await findScaling(model, 'new-api', { maxSize: 4 }, undefined)).toEqual({
      kind: 'new',
      name: 'new-api',
      sizes: { minSize: 3, maxSize: 4, maxConcurrency: 30 },
    });
  });

  it('of a new service without any goes by App Runner’s default', async () => {
    const model = new ModelResources([]);
    expect(await findScaling(model, 'new-api', { minSize: 2 }, undefined)).toEqual({
      kind: 'new',
      name: 'new-api',
      sizes: { minSize: 2, maxSize: 25, maxConcurrency: 100 },
    });
  });

  it('is found among fifty, asked for a few at a time', async () => {
    const many = Array.from({ length: 45 }, (_, index) =>
      createScaling(`name-${index % 9}`, Math.floor(index / 9) + 1, [1, 30 + index, 100]),
    );
    const model = new ModelResources([OWN, ...many]);
    expect(await find(model, { minSize: 1, maxSize: 74, maxConcurrency: 100 })).toEqual({
      kind: 'arn',
      arn: arnOf(many[44] ?? OWN),
    });
  });
});

describe('sizes that can not be had', () => {
  it('are told when the service’s smallest is larger than the largest that is named', async () => {
    const model = new ModelResources([DEFAULT_SCALING, OWN]);
    await expect(find(model, { maxSize: 1 })).rejects.toThrow(
      "Service 'hello-api' can't scale from 2 to 1 instances: the first can't be the larger one. Set both inputs, min-size and max-size.",
    );
  });

  it('are told when five revisions are there, with all of them', async () => {
    const five = [2, 3, 4, 5].map((revision) =>
      createScaling('hello-api', revision, [1, revision, 10], {
        HasAssociatedService: revision === 5,
      }),
    );
    const model = new ModelResources([DEFAULT_SCALING, OWN, ...five]);
    const failure = find(model, { maxSize: 20 });
    await expect(failure).rejects.toThrow(
      "auto scaling configuration 'hello-api' has 5 revisions, and App Runner keeps 5 of a name",
    );
    await expect(failure).rejects.toThrow(
      '/hello-api/1/1: 2 to 10 instances, 50 requests each, in use',
    );
    await expect(failure).rejects.toThrow(
      '/hello-api/2/1: 1 to 2 instances, 10 requests each, in no use',
    );
    await expect(failure).rejects.toThrow(
      '/hello-api/5/1: 1 to 5 instances, 10 requests each, in use',
    );
    await expect(failure).rejects.not.toThrow('DefaultConfiguration');
    await expect(failure).rejects.toThrow('delete-auto-scaling-configuration');
  });

  it('are told when there are ten names', async () => {
    const names = Array.from({ length: 9 }, (_, index) =>
      createScaling(`name-${index}`, 1, [1, 2 + index, 10]),
    );
    const model = new ModelResources([DEFAULT_SCALING, ...names]);
    await expect(findScaling(model, 'hello-api', { maxSize: 20 }, undefined)).rejects.toThrow(
      /the account has 10 auto scaling configurations.*\n.*DefaultConfiguration/,
    );
  });
});

describe('the name of a service’s own configuration', () => {
  it('is the service’s where it fits', () => {
    expect(scalingName('hello-api')).toBe('hello-api');
    expect(scalingName('a'.repeat(32))).toBe('a'.repeat(32));
  });

  it('is shortened else, stable, and tells services apart', () => {
    const [one, other] = [`${'a'.repeat(38)}-1`, `${'a'.repeat(38)}-2`];
    expect(scalingName(one)).toBe(scalingName(one));
    expect(scalingName(one)).not.toBe(scalingName(other));
    expect(scalingName(one)).toMatch(/^a{23}-[0-9a-f]{8}$/);
  });
});
