import { describe, expect, it } from '@jest/globals';
import type { Undocumented } from '../../local-aws/apprunner/undocumented.ts';
import { closedAfterEach } from '../support/closed-after-each.ts';
import { at, createFixture, registry, source } from './apprunner-fixture.ts';

const fixture = closedAfterEach(createFixture, ({ appRunner }) => appRunner.close());

const playing = (undocumented: Partial<Undocumented>) => fixture({}, { undocumented });

const image = async ({ call }: ReturnType<typeof fixture>, arn: string) =>
  at(
    await call('DescribeService', { ServiceArn: arn }),
    'Service',
    'SourceConfiguration',
    'ImageRepository',
    'ImageConfiguration',
  );

describe('an App Runner that is told how to be where no document says it', () => {
  it.each([
    ['pulls', 'new'],
    ['keeps', 'old'],
  ] as const)('%s the tag that an update names again', async (sameTagUpdate, serves) => {
    const { create, call, appRunner, get, images } = playing({ sameTagUpdate });
    const ServiceArn = await create();
    const old = (await get(ServiceArn)).digest;
    const { digest } = images.push('app', '1', 'new bytes');
    await call('UpdateService', { ServiceArn, SourceConfiguration: source('1') });
    await appRunner.idle();
    expect((await get(ServiceArn)).digest).toBe(serves === 'new' ? digest : old);
    await call('StartDeployment', { ServiceArn });
    await appRunner.idle();
    expect((await get(ServiceArn)).digest).toBe(digest);
  });

  it('refuses a digest, or does not pull it', async () => {
    const identifier = `${registry}/app@sha256:${'a'.repeat(64)}`;
    const SourceConfiguration = {
      ...source(),
      ImageRepository: { ImageIdentifier: identifier, ImageRepositoryType: 'ECR' },
    };
    const refusing = playing({ digestIdentifiers: 'refused' });
    const ServiceArn = await refusing.create();
    await expect(
      refusing.call('UpdateService', { ServiceArn, SourceConfiguration }),
    ).rejects.toMatchObject({ code: 'InvalidRequestException' });
    const failing = playing({ digestIdentifiers: 'not-pulled' });
    const arn = await failing.create();
    await failing.call('UpdateService', { ServiceArn: arn, SourceConfiguration });
    await failing.appRunner.idle();
    expect((await failing.operations(arn))[0]).toBe('UPDATE_SERVICE ROLLBACK_SUCCEEDED');
  });

  it.each([
    [{ omittedImageConfiguration: 'cleared' }, undefined],
    [
      { omittedImageConfiguration: 'kept' },
      { Port: '3000', RuntimeEnvironmentVariables: { A: '1' } },
    ],
  ] as const)('with %j an image without a configuration has %j', async (ways, expected) => {
    const own = playing(ways);
    const variables = { RuntimeEnvironmentVariables: { A: '1' } };
    const ServiceArn = await own.create({ SourceConfiguration: source('1', {}, variables) });
    const { ImageConfiguration: _omitted, ...rest } = Object(source().ImageRepository);
    const SourceConfiguration = { ...source(), ImageRepository: rest };
    await own.call('UpdateService', { ServiceArn, SourceConfiguration });
    expect(await image(own, ServiceArn)).toEqual(expected);
  });

  it.each([
    [{}, { Port: '8080', RuntimeEnvironmentVariables: { B: '3' } }],
    [{ omittedMembers: 'kept' }, { Port: '3000', RuntimeEnvironmentVariables: { B: '3' } }],
    [
      { omittedMapEntries: 'kept' },
      { Port: '8080', RuntimeEnvironmentVariables: { A: '1', B: '3' } },
    ],
  ] as const)('with %j a configuration of one variable becomes %j', async (ways, expected) => {
    const own = playing(ways);
    const variables = { RuntimeEnvironmentVariables: { A: '1', B: '2' } };
    const ServiceArn = await own.create({ SourceConfiguration: source('1', {}, variables) });
    const ImageConfiguration = { RuntimeEnvironmentVariables: { B: '3' } };
    const ImageRepository = { ...Object(source().ImageRepository), ImageConfiguration };
    await own.call('UpdateService', {
      ServiceArn,
      SourceConfiguration: { ...source(), ImageRepository },
    });
    expect(await image(own, ServiceArn)).toEqual(expected);
  });

  it('names the stream of an update and of no other otherwise', async () => {
    const own = playing({ updateStream: 'update-service', operationIds: 'bare' });
    const ServiceArn = await own.create();
    const answer = await own.call('UpdateService', {
      ServiceArn,
      SourceConfiguration: source('1', {}, { Port: '4000' }),
    });
    await own.appRunner.idle();
    const id = String(at(answer, 'OperationId'));
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(own.lines(ServiceArn, 'service', `update-service/${id}`)[0]).toContain(id);
    const [name, serviceId] = ServiceArn.split('/').slice(-2);
    const streams = own.logs.streams(`/aws/apprunner/${name}/${serviceId}/service`);
    expect([...(streams?.keys() ?? [])].map((each) => each.replace(/\/.*/, '')).sort()).toEqual([
      'deployment',
      'events',
      'update-service',
    ]);
  });

  it('lists nothing before its time', async () => {
    const own = playing({ listLagMs: Number.POSITIVE_INFINITY });
    expect(await own.operations(await own.create())).toEqual([]);
  });

  it('updates a paused service, which then runs, or falls back to being paused', async () => {
    const own = playing({ updateOnPaused: 'taken' });
    const ServiceArn = await own.create();
    const change = async (tag: string) => {
      await own.call('PauseService', { ServiceArn });
      await own.appRunner.idle();
      await own.call('UpdateService', { ServiceArn, SourceConfiguration: source(tag) });
      await own.appRunner.idle();
      return own.status(ServiceArn);
    };
    own.images.push('app', '2');
    expect(await change('2')).toBe('RUNNING');
    expect((await own.get(ServiceArn)).image).toBe(`${registry}/app:2`);
    expect(await change('absent')).toBe('PAUSED');
  });

  it('refuses to repair a failed creation', async () => {
    const own = playing({ updateOnCreateFailed: 'refused' });
    const ServiceArn = await own.create({ SourceConfiguration: source('absent') });
    await expect(
      own.call('UpdateService', { ServiceArn, SourceConfiguration: source() }),
    ).rejects.toMatchObject({
      code: 'InvalidStateException',
      message: 'Service cannot be updated in the current state: CREATE_FAILED',
    });
  });

  it.each([
    ['stay', 2],
    ['go', 0],
  ] as const)('logs %s when their service is deleted', async (logsAfterDelete, groups) => {
    const own = fixture(
      { script: () => ({ kind: 'listens', lines: ['hello'] }) },
      { undocumented: { logsAfterDelete } },
    );
    const ServiceArn = await own.create();
    await own.call('DeleteService', { ServiceArn });
    await own.appRunner.idle();
    expect(own.logs.groups()).toHaveLength(groups);
  });
});
