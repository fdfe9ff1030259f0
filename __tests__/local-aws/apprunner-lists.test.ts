import { describe, expect, it } from '@jest/globals';
import { closedAfterEach } from '../support/closed-after-each.ts';
import { at, createFixture, type Fixture } from './apprunner-fixture.ts';

const fixture = closedAfterEach(createFixture, ({ appRunner }) => appRunner.close());

const list = (value: unknown, ...path: readonly string[]): readonly unknown[] => {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
};

describe('lists of services and operations', () => {
  it('gives 250 services in pages of 20, each once and newest first', async () => {
    const { appRunner, call } = fixture();
    for (let index = 0; index < 250; index += 1) {
      await appRunner.seed({ ServiceName: `service-${index}` });
    }
    const names: unknown[] = [];
    const sizes: number[] = [];
    let token: unknown;
    do {
      const page = await call('ListServices', token === undefined ? {} : { NextToken: token });
      const services = list(page, 'ServiceSummaryList');
      sizes.push(services.length);
      names.push(...services.map((service) => at(service, 'ServiceName')));
      token = at(page, 'NextToken');
    } while (token !== undefined);
    expect(sizes).toEqual([...Array.from({ length: 12 }, () => 20), 10]);
    expect(names).toEqual(Array.from({ length: 250 }, (_, index) => `service-${249 - index}`));
  });

  it('refuses tokens it did not make and tokens of another list', async () => {
    const { appRunner, call, create } = fixture();
    const ServiceArn = await create();
    for (const ServiceName of ['one-1', 'two-2', 'three']) await appRunner.seed({ ServiceName });
    const page = await call('ListServices', { MaxResults: 1 });
    const NextToken = at(page, 'NextToken');
    const refusal = {
      code: 'InvalidRequestException',
      message: 'The specified NextToken is invalid.',
    };
    for (const token of ['', 'garbage', 'e30=', `${String(NextToken).slice(0, -4)}AAAA`]) {
      await expect(call('ListServices', { NextToken: token })).rejects.toMatchObject(refusal);
    }
    await expect(call('ListOperations', { ServiceArn, NextToken })).rejects.toMatchObject(refusal);
  });

  it('lists operations newest first, in pages of the size asked for', async () => {
    const { appRunner, call, create } = fixture();
    const ServiceArn = await create();
    for (let index = 0; index < 3; index += 1) {
      await call('StartDeployment', { ServiceArn });
      await appRunner.idle();
    }
    const first = await call('ListOperations', { ServiceArn, MaxResults: 3 });
    expect(list(first, 'OperationSummaryList').map((each) => at(each, 'Type'))).toEqual([
      'START_DEPLOYMENT',
      'START_DEPLOYMENT',
      'START_DEPLOYMENT',
    ]);
    const NextToken = at(first, 'NextToken');
    const last = await call('ListOperations', { ServiceArn, MaxResults: 3, NextToken });
    expect(list(last, 'OperationSummaryList').map((each) => at(each, 'Type'))).toEqual([
      'CREATE_SERVICE',
    ]);
    expect(at(last, 'NextToken')).toBeUndefined();
  });

  it('updates and deletes a seeded service like any other', async () => {
    const { appRunner, call, status } = fixture();
    const ServiceArn = await appRunner.seed({ ServiceName: 'seeded', Status: 'DELETE_FAILED' });
    expect(await status(ServiceArn)).toBe('DELETE_FAILED');
    await call('DeleteService', { ServiceArn });
    await appRunner.idle();
    expect(await status(ServiceArn)).toBe('DELETED');
  });
});

describe('tags', () => {
  it('are added, overwritten and taken away by key', async () => {
    const { create, call } = fixture();
    const ResourceArn = await create({ Tags: [{ Key: 'team', Value: 'a' }] });
    await call('TagResource', {
      ResourceArn,
      Tags: [
        { Key: 'team', Value: 'b' },
        { Key: 'stage', Value: 'test' },
      ],
    });
    await call('UntagResource', { ResourceArn, TagKeys: ['stage', 'never there'] });
    expect(await call('ListTagsForResource', { ResourceArn })).toEqual({
      Tags: [{ Key: 'team', Value: 'b' }],
    });
  });

  it('end at fifty, and a refused call adds none', async () => {
    const { create, call } = fixture();
    const Tags = Array.from({ length: 49 }, (_, index) => ({ Key: `k${index}`, Value: '' }));
    const ResourceArn = await create({ Tags });
    const two = [
      { Key: 'x', Value: '' },
      { Key: 'y', Value: '' },
    ];
    await expect(call('TagResource', { ResourceArn, Tags: two })).rejects.toMatchObject({
      code: 'InvalidRequestException',
    });
    const tags = await call('ListTagsForResource', { ResourceArn });
    expect(list(tags, 'Tags')).toHaveLength(49);
  });
});

describe('auto scaling configurations', () => {
  const create = (made: Fixture, name: string, more = {}) =>
    made.call('CreateAutoScalingConfiguration', { AutoScalingConfigurationName: name, ...more });
  const arnOf = (answer: unknown) =>
    String(at(answer, 'AutoScalingConfiguration', 'AutoScalingConfigurationArn'));

  it('have revisions, five at most, and a status in lower case', async () => {
    const made = fixture();
    for (let revision = 1; revision <= 5; revision += 1) {
      const answer = await create(made, 'small', { MaxSize: revision });
      expect(at(answer, 'AutoScalingConfiguration')).toMatchObject({
        AutoScalingConfigurationRevision: revision,
        Status: 'active',
        Latest: true,
        MaxSize: revision,
        MinSize: 1,
        MaxConcurrency: 100,
      });
    }
    await expect(create(made, 'small')).rejects.toMatchObject({
      code: 'ServiceQuotaExceededException',
    });
  });

  it('have ten names at most, the default included', async () => {
    const made = fixture();
    for (let index = 1; index <= 9; index += 1) await create(made, `name-${index}`);
    await expect(create(made, 'one-more')).rejects.toMatchObject({
      code: 'ServiceQuotaExceededException',
    });
  });

  it('are found by name, by revision and by full ARN', async () => {
    const made = fixture();
    const first = arnOf(await create(made, 'small'));
    const second = arnOf(await create(made, 'small'));
    const describeArn = async (AutoScalingConfigurationArn: string) =>
      arnOf(await made.call('DescribeAutoScalingConfiguration', { AutoScalingConfigurationArn }));
    const prefix = first.slice(0, first.indexOf('/small') + '/small'.length);
    expect(await describeArn(prefix)).toBe(second);
    expect(await describeArn(`${prefix}/1`)).toBe(first);
    expect(await describeArn(first)).toBe(first);
    await expect(describeArn(`${prefix}/7`)).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
  });

  it('list the latest of each name unless all are asked for', async () => {
    const made = fixture();
    await create(made, 'small');
    await create(made, 'small');
    const revisions = async (input = {}) =>
      list(
        await made.call('ListAutoScalingConfigurations', input),
        'AutoScalingConfigurationSummaryList',
      ).map(
        (each) =>
          `${at(each, 'AutoScalingConfigurationName')} ${at(each, 'AutoScalingConfigurationRevision')}`,
      );
    expect(await revisions()).toEqual(['small 2', 'DefaultConfiguration 1']);
    const name = { AutoScalingConfigurationName: 'small' };
    expect(await revisions({ ...name, LatestOnly: false })).toEqual(['small 2', 'small 1']);
  });

  it('can not be deleted while a service uses them, nor the default', async () => {
    const made = fixture();
    const arn = arnOf(await create(made, 'small'));
    const ServiceArn = await made.create({ AutoScalingConfigurationArn: arn });
    const remove = (AutoScalingConfigurationArn: string) =>
      made.call('DeleteAutoScalingConfiguration', { AutoScalingConfigurationArn });
    const refusal = { code: 'InvalidRequestException' };
    await expect(remove(arn)).rejects.toMatchObject(refusal);
    const prefix = arn.slice(0, arn.indexOf('small'));
    await expect(remove(`${prefix}DefaultConfiguration`)).rejects.toMatchObject(refusal);
    expect(
      await made.call('ListServicesForAutoScalingConfiguration', {
        AutoScalingConfigurationArn: arn,
      }),
    ).toEqual({ ServiceArnList: [ServiceArn] });
    await made.call('DeleteService', { ServiceArn });
    await made.appRunner.idle();
    expect(at(await remove(arn), 'AutoScalingConfiguration', 'Status')).toBe('inactive');
  });
});
