import type { Service } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import type { ServiceSettings } from '../../../src/inputs/settings.ts';
import { type DeployedImage, readBack, withSettings } from '../../../src/service/configuration.ts';
import { createSettings } from '../../support/create-inputs.ts';
import {
  ACCESS_ROLE,
  createImageConfiguration,
  createService,
  createServiceWith,
  INSTANCE_ROLE,
  OBSERVABILITY_ARN,
  REGISTRY,
  SCALING_ARN,
  SECRET_ARN,
} from '../../support/create-service.ts';

const SAME: DeployedImage = { identifier: `${REGISTRY}/hello-api:1.0.0`, type: 'ECR' };
const NEXT: DeployedImage = { identifier: `${REGISTRY}/hello-api:1.1.0`, type: 'ECR' };
const PUBLIC: DeployedImage = { identifier: 'public.ecr.aws/team/hello:1', type: 'ECR_PUBLIC' };

/** The configuration that a run with these settings sends. */
function sent(
  settings: Partial<ServiceSettings>,
  service: Service = createService(),
  image: DeployedImage = SAME,
) {
  return withSettings(readBack(service), image, createSettings(settings));
}

function imageSent(settings: Partial<ServiceSettings>, service?: Service) {
  return sent(settings, service).SourceConfiguration?.ImageRepository?.ImageConfiguration;
}

describe('a service read back', () => {
  const service = createService();

  it('is what UpdateService takes, with every setting', () => {
    expect(readBack(service)).toEqual({
      SourceConfiguration: service.SourceConfiguration,
      InstanceConfiguration: service.InstanceConfiguration,
      HealthCheckConfiguration: service.HealthCheckConfiguration,
      NetworkConfiguration: service.NetworkConfiguration,
      AutoScalingConfigurationArn:
        service.AutoScalingConfigurationSummary?.AutoScalingConfigurationArn,
      ObservabilityConfiguration: service.ObservabilityConfiguration,
    });
  });

  it('has no empty strings and no empty members, which App Runner refuses', () => {
    const bare = createService({
      AutoScalingConfigurationSummary: { AutoScalingConfigurationArn: '' },
      ObservabilityConfiguration: {
        ObservabilityEnabled: false,
        ObservabilityConfigurationArn: '',
      },
      NetworkConfiguration: { EgressConfiguration: {}, IpAddressType: 'IPV4' },
      InstanceConfiguration: { Cpu: '1024', Memory: '2048', InstanceRoleArn: '' },
      HealthCheckConfiguration: undefined,
    });
    expect(readBack(bare)).toEqual({
      SourceConfiguration: bare.SourceConfiguration,
      InstanceConfiguration: { Cpu: '1024', Memory: '2048' },
      NetworkConfiguration: { IpAddressType: 'IPV4' },
      ObservabilityConfiguration: { ObservabilityEnabled: false },
    });
  });

  it.each([
    ['1 vCPU', '2 GB', '1024', '2048'],
    ['0.25 vCPU', '0.5 GB', '256', '512'],
    ['4096', '12288', '4096', '12288'],
    ['8 vCPU', '64 GB', '8 vCPU', '64 GB'],
  ])('of %s and %s has %s units and %s MB', (Cpu, Memory, units, megabytes) => {
    const { InstanceConfiguration } = readBack(
      createService({ InstanceConfiguration: { Cpu, Memory } }),
    );
    expect(InstanceConfiguration).toEqual({ Cpu: units, Memory: megabytes });
  });

  it('keeps a variable whose value is empty', () => {
    const { SourceConfiguration } = readBack(
      createServiceWith({ RuntimeEnvironmentVariables: { EMPTY: '' } }),
    );
    expect(
      SourceConfiguration?.ImageRepository?.ImageConfiguration?.RuntimeEnvironmentVariables,
    ).toEqual({ EMPTY: '' });
  });
});

describe('what is not named is not lost', () => {
  it('a run that names nothing sends the service as it is', () => {
    expect(sent({})).toEqual(readBack(createService()));
  });

  it('a new image changes the identifier alone', () => {
    const expected = readBack(createService());
    expect(sent({}, createService(), NEXT)).toEqual({
      ...expected,
      SourceConfiguration: {
        ...expected.SourceConfiguration,
        ImageRepository: {
          ...expected.SourceConfiguration?.ImageRepository,
          ImageIdentifier: NEXT.identifier,
        },
      },
    });
  });

  it('2 vCPU, port 3000, a health check and five variables stay', () => {
    const configuration = sent({ startCommand: 'node other.js' }, createService(), NEXT);
    expect(configuration.InstanceConfiguration?.Cpu).toBe('2048');
    expect(configuration.HealthCheckConfiguration).toEqual(
      createService().HealthCheckConfiguration,
    );
    expect(configuration.SourceConfiguration?.ImageRepository?.ImageConfiguration).toEqual(
      createImageConfiguration({ StartCommand: 'node other.js' }),
    );
  });

  it('the service itself is not changed by it', () => {
    const service = createService();
    sent({ port: '1', environmentVariables: { A: '1' }, environmentMode: 'replace' }, service);
    expect(service).toEqual(createService());
  });
});

describe('one setting changes one member', () => {
  it.each<[string, Partial<ServiceSettings>, Partial<ReturnType<typeof createImageConfiguration>>]>(
    [
      ['port', { port: '8081' }, { Port: '8081' }],
      ['start-command', { startCommand: 'x' }, { StartCommand: 'x' }],
    ],
  )('%s', (_, settings, image) => {
    expect(imageSent(settings)).toEqual(createImageConfiguration(image));
    expect(sent(settings).InstanceConfiguration).toEqual(createService().InstanceConfiguration);
  });

  it.each<[string, Partial<ServiceSettings>, Record<string, string>]>([
    ['cpu', { cpu: '4096' }, { Cpu: '4096' }],
    ['memory', { memory: '6144' }, { Memory: '6144' }],
    ['instance-role-arn', { instanceRoleArn: ACCESS_ROLE }, { InstanceRoleArn: ACCESS_ROLE }],
  ])('%s', (_, settings, instance) => {
    expect(sent(settings).InstanceConfiguration).toEqual({
      ...createService().InstanceConfiguration,
      ...instance,
    });
    expect(sent(settings).SourceConfiguration).toEqual(createService().SourceConfiguration);
  });

  it.each<[string, Partial<ServiceSettings>, object]>([
    [
      'access-role-arn',
      { accessRoleArn: INSTANCE_ROLE },
      { AuthenticationConfiguration: { AccessRoleArn: INSTANCE_ROLE } },
    ],
    ['auto-deployments', { autoDeployments: true }, { AutoDeploymentsEnabled: true }],
  ])('%s', (_, settings, source) => {
    expect(sent(settings).SourceConfiguration).toEqual({
      ...createService().SourceConfiguration,
      ...source,
    });
  });

  it('auto-deployments that somebody switched on stay on', () => {
    const service = createService();
    service.SourceConfiguration = { ...service.SourceConfiguration, AutoDeploymentsEnabled: true };
    expect(sent({}, service).SourceConfiguration?.AutoDeploymentsEnabled).toBe(true);
    expect(
      sent({ autoDeployments: false }, service).SourceConfiguration?.AutoDeploymentsEnabled,
    ).toBe(false);
  });
});

describe('an image of ECR Public', () => {
  it('comes without access role and automatic deployments, which App Runner refuses there', () => {
    const { SourceConfiguration } = sent({ autoDeployments: true }, createService(), PUBLIC);
    expect(SourceConfiguration).toEqual({
      ImageRepository: {
        ImageIdentifier: PUBLIC.identifier,
        ImageRepositoryType: 'ECR_PUBLIC',
        ImageConfiguration: createImageConfiguration(),
      },
      AutoDeploymentsEnabled: false,
    });
  });
});

describe('a new service', () => {
  it('is sent what is named and nothing else', () => {
    expect(withSettings({}, NEXT, createSettings({ accessRoleArn: ACCESS_ROLE }))).toEqual({
      SourceConfiguration: {
        ImageRepository: { ImageIdentifier: NEXT.identifier, ImageRepositoryType: 'ECR' },
        AutoDeploymentsEnabled: false,
        AuthenticationConfiguration: { AccessRoleArn: ACCESS_ROLE },
      },
    });
  });

  it('has every setting that is named', () => {
    const settings = createSettings({
      port: '3000',
      startCommand: 'node x.js',
      environmentVariables: { A: '1' },
      environmentSecrets: { S: SECRET_ARN },
      cpu: '256',
      memory: '512',
      accessRoleArn: ACCESS_ROLE,
      instanceRoleArn: INSTANCE_ROLE,
      autoDeployments: true,
    });
    expect(withSettings({}, NEXT, settings)).toEqual({
      SourceConfiguration: {
        ImageRepository: {
          ImageIdentifier: NEXT.identifier,
          ImageRepositoryType: 'ECR',
          ImageConfiguration: {
            Port: '3000',
            StartCommand: 'node x.js',
            RuntimeEnvironmentVariables: { A: '1' },
            RuntimeEnvironmentSecrets: { S: SECRET_ARN },
          },
        },
        AutoDeploymentsEnabled: true,
        AuthenticationConfiguration: { AccessRoleArn: ACCESS_ROLE },
      },
      InstanceConfiguration: { Cpu: '256', Memory: '512', InstanceRoleArn: INSTANCE_ROLE },
    });
  });
});

describe('members that have no meaning beside a named one', () => {
  const network = (NetworkConfiguration: object) =>
    sent({ document: { NetworkConfiguration } }).NetworkConfiguration;

  it('a connector goes when a document sends requests to the public internet', () => {
    expect(network({ EgressConfiguration: { EgressType: 'DEFAULT' } })).toEqual({
      ...createService().NetworkConfiguration,
      EgressConfiguration: { EgressType: 'DEFAULT' },
    });
  });

  it('a service that an input closes becomes IPv4', () => {
    expect(sent({ publiclyAccessible: false }).NetworkConfiguration).toEqual({
      ...createService().NetworkConfiguration,
      IngressConfiguration: { IsPubliclyAccessible: false },
      IpAddressType: 'IPV4',
    });
  });

  it('one that is private already keeps what it says', () => {
    const NetworkConfiguration = {
      ...createService().NetworkConfiguration,
      IngressConfiguration: { IsPubliclyAccessible: false },
    };
    const service = createService({ NetworkConfiguration });
    expect(sent({ publiclyAccessible: false }, service).NetworkConfiguration).toEqual(
      NetworkConfiguration,
    );
  });

  it('an observability configuration goes when a document switches tracing off', () => {
    const document = { ObservabilityConfiguration: { ObservabilityEnabled: false } };
    expect(sent({ document }).ObservabilityConfiguration).toEqual({ ObservabilityEnabled: false });
  });

  it('a path makes the check HTTP, and the rest of it stays', () => {
    const service = createService({
      HealthCheckConfiguration: { Protocol: 'TCP', Path: '/', Interval: 9, Timeout: 3 },
    });
    const wanted = { Protocol: 'HTTP', Path: '/x', Interval: 9, Timeout: 3 };
    expect(
      sent({ healthCheck: { protocol: 'HTTP', path: '/x' } }, service).HealthCheckConfiguration,
    ).toEqual(wanted);
    expect(
      sent({ document: { HealthCheckConfiguration: { Path: '/x' } } }, service)
        .HealthCheckConfiguration,
    ).toEqual(wanted);
  });
});

describe('an ARN without the id of its revision', () => {
  it('is that of the service', () => {
    const service = createService();
    expect(
      sent({
        autoScaling: { kind: 'arn', arn: SCALING_ARN.replace(/\/1$/, '') },
        observabilityConfigurationArn: OBSERVABILITY_ARN.replace(/\/1$/, ''),
      }),
    ).toEqual(readBack(service));
  });

  it('is sent when it is another one', () => {
    const arn = SCALING_ARN.replace('/3/1', '/30');
    expect(sent({ autoScaling: { kind: 'arn', arn } }).AutoScalingConfigurationArn).toBe(arn);
  });
});
