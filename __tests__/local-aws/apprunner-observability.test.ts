import {
  CreateObservabilityConfigurationCommand,
  DeleteObservabilityConfigurationCommand,
  DescribeObservabilityConfigurationCommand,
  ListObservabilityConfigurationsCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-apprunner';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { arnOf, createService, describeService } from './apprunner-inputs.ts';
import { type AwsFixture, refusal, startFixture } from './aws-fixture.ts';

let own: AwsFixture;
beforeEach(async () => {
  own = await startFixture({ pace: 'quick' });
});
afterEach(() => own.close());

const TraceConfiguration = { Vendor: 'AWSXRAY' as const };

const create = async (ObservabilityConfigurationName = 'xray', more = {}) => {
  const input = { ObservabilityConfigurationName, TraceConfiguration, ...more };
  const answer = await own.apprunner.send(new CreateObservabilityConfigurationCommand(input));
  return answer.ObservabilityConfiguration ?? {};
};
const look = async (ObservabilityConfigurationArn: string) => {
  const command = new DescribeObservabilityConfigurationCommand({ ObservabilityConfigurationArn });
  return (await own.apprunner.send(command)).ObservabilityConfiguration;
};
const remove = async (ObservabilityConfigurationArn: string) => {
  const command = new DeleteObservabilityConfigurationCommand({ ObservabilityConfigurationArn });
  return (await own.apprunner.send(command)).ObservabilityConfiguration;
};
const list = async (input = {}) => {
  const command = new ListObservabilityConfigurationsCommand(input);
  const { ObservabilityConfigurationSummaryList: found = [] } = await own.apprunner.send(command);
  return found.map(
    (each) => `${each.ObservabilityConfigurationName} ${each.ObservabilityConfigurationRevision}`,
  );
};
const traced = (ObservabilityConfigurationArn: string) => ({
  ObservabilityConfiguration: { ObservabilityEnabled: true, ObservabilityConfigurationArn },
});

describe('an observability configuration', () => {
  it('has revisions, of which the newest is the latest', async () => {
    const first = await create();
    const second = await create('xray', { TraceConfiguration: undefined });
    expect(first).toEqual({
      ObservabilityConfigurationArn: expect.stringMatching(
        /:observabilityconfiguration\/xray\/1\/[0-9a-f]{32}$/,
      ),
      ObservabilityConfigurationName: 'xray',
      ObservabilityConfigurationRevision: 1,
      TraceConfiguration,
      Latest: true,
      Status: 'ACTIVE',
      CreatedAt: expect.any(Date),
    });
    expect(second).toMatchObject({ ObservabilityConfigurationRevision: 2, Latest: true });
    expect(second.TraceConfiguration).toBeUndefined();
    expect(await look(arnOf('observabilityconfiguration/xray'))).toEqual(second);
    expect(await look(arnOf('observabilityconfiguration/xray/1'))).toEqual({
      ...first,
      Latest: false,
    });
    await create('other');
    expect(await list()).toEqual(['other 1', 'xray 2']);
    expect(await list({ LatestOnly: false, ObservabilityConfigurationName: 'xray' })).toEqual([
      'xray 2',
      'xray 1',
    ]);
  });

  it('has ten revisions of a name and ten names at most, and no reserved name', async () => {
    for (let index = 1; index <= 10; index += 1) await create('xray');
    expect((await refusal(create('xray'))).name).toBe('ServiceQuotaExceededException');
    for (let index = 1; index <= 9; index += 1) await create(`other-${index}`);
    expect((await refusal(create('one-more'))).name).toBe('ServiceQuotaExceededException');
    expect(await refusal(create('DefaultConfiguration'))).toEqual({
      name: 'InvalidRequestException',
      text: 'The name DefaultConfiguration is reserved.',
    });
  });

  it('is that of a service by its full ARN, whichever way it was named', async () => {
    await create();
    const { ObservabilityConfigurationArn = '' } = await create();
    const ServiceArn = await createService(own, traced(arnOf('observabilityconfiguration/xray')));
    const shown = async () => (await describeService(own, ServiceArn)).ObservabilityConfiguration;
    const update = async (more: object) => {
      await own.apprunner.send(new UpdateServiceCommand({ ServiceArn, ...more }));
      await own.aws.appRunner.idle();
    };
    const expected = traced(ObservabilityConfigurationArn).ObservabilityConfiguration;
    expect(await shown()).toEqual(expected);
    await update({ HealthCheckConfiguration: { Interval: 7 } });
    expect(await shown()).toEqual(expected);
    await update({ ObservabilityConfiguration: { ObservabilityEnabled: false } });
    expect(await shown()).toEqual({ ObservabilityEnabled: false });
  });

  it('can not be deleted while a service uses it, and is INACTIVE when deleted', async () => {
    const { ObservabilityConfigurationArn: arn = '' } = await create();
    const { ObservabilityConfigurationArn: unused = '' } = await create();
    const ServiceArn = await createService(own, traced(arn));
    expect(await refusal(remove(arn))).toEqual({
      name: 'InvalidRequestException',
      text: `Provided observability configuration arn is being used by other services. ARN: ${arn}`,
    });
    expect(await remove(unused)).toMatchObject({
      Status: 'INACTIVE',
      DeletedAt: expect.any(Date),
      ObservabilityConfigurationRevision: 2,
    });
    expect(await look(arnOf('observabilityconfiguration/xray'))).toMatchObject({
      ObservabilityConfigurationRevision: 1,
    });
    expect((await refusal(remove(unused))).name).toBe('ResourceNotFoundException');
    const update = new UpdateServiceCommand({ ServiceArn, ...traced(unused) });
    expect((await refusal(own.apprunner.send(update))).name).toBe('InvalidRequestException');
  });

  it.each([
    [
      'an unknown one',
      { ObservabilityEnabled: true, ObservabilityConfigurationArn: arnOf('x/none') },
      `The observability configuration ARN you specified isn't valid. ARN: '${arnOf('x/none')}'`,
    ],
    [
      'none where it is enabled',
      { ObservabilityEnabled: true },
      "The observability configuration ARN you specified isn't valid. ARN: ''",
    ],
    [
      'one where it is not enabled',
      { ObservabilityEnabled: false, ObservabilityConfigurationArn: arnOf('x/none') },
      `An observability configuration ARN is for ObservabilityEnabled true only. ARN: '${arnOf('x/none')}'`,
    ],
  ])('is not served: %s', async (_, ObservabilityConfiguration, text) => {
    expect(await refusal(createService(own, { ObservabilityConfiguration }))).toEqual({
      name: 'InvalidRequestException',
      text,
    });
  });
});
