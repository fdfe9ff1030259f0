import type { ImageConfiguration, Service } from '@aws-sdk/client-apprunner';

export const ACCOUNT = '123456789012';
export const SERVICE_ID = '8fe1e10304f84fd2b0df550fe98a71fa';
export const SERVICE_ARN = `arn:aws:apprunner:us-east-1:${ACCOUNT}:service/hello-api/${SERVICE_ID}`;
export const ACCESS_ROLE = `arn:aws:iam::${ACCOUNT}:role/apprunner-ecr-access`;
export const INSTANCE_ROLE = `arn:aws:iam::${ACCOUNT}:role/hello-runtime`;
export const REGISTRY = `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com`;
export const SECRET_ARN = `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:db-url-AbCdEf`;
export const SCALING_ARN = `arn:aws:apprunner:us-east-1:${ACCOUNT}:autoscalingconfiguration/big/3/1`;
export const VPC_CONNECTOR_ARN = `arn:aws:apprunner:us-east-1:${ACCOUNT}:vpcconnector/main/1/1`;
export const OBSERVABILITY_ARN = `arn:aws:apprunner:us-east-1:${ACCOUNT}:observabilityconfiguration/trace/1/1`;
export const KMS_KEY_ARN = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

/** A running service from private ECR with every setting that DescribeService can tell. */
export function createService(overrides: Partial<Service> = {}): Service {
  return {
    ServiceName: 'hello-api',
    ServiceId: SERVICE_ID,
    ServiceArn: SERVICE_ARN,
    ServiceUrl: 'psbqam834h.us-east-1.awsapprunner.com',
    CreatedAt: new Date('2025-06-01T10:00:00Z'),
    UpdatedAt: new Date('2025-12-24T18:00:00Z'),
    Status: 'RUNNING',
    SourceConfiguration: {
      ImageRepository: {
        ImageIdentifier: `${REGISTRY}/hello-api:1.0.0`,
        ImageRepositoryType: 'ECR',
        ImageConfiguration: createImageConfiguration(),
      },
      AutoDeploymentsEnabled: false,
      AuthenticationConfiguration: { AccessRoleArn: ACCESS_ROLE },
    },
    InstanceConfiguration: { Cpu: '2048', Memory: '4096', InstanceRoleArn: INSTANCE_ROLE },
    EncryptionConfiguration: { KmsKey: KMS_KEY_ARN },
    HealthCheckConfiguration: {
      Protocol: 'HTTP',
      Path: '/healthz',
      Interval: 10,
      Timeout: 5,
      HealthyThreshold: 2,
      UnhealthyThreshold: 7,
    },
    AutoScalingConfigurationSummary: {
      AutoScalingConfigurationArn: SCALING_ARN,
      AutoScalingConfigurationName: 'big',
      AutoScalingConfigurationRevision: 3,
    },
    NetworkConfiguration: {
      EgressConfiguration: {
        EgressType: 'VPC',
        VpcConnectorArn: VPC_CONNECTOR_ARN,
      },
      IngressConfiguration: { IsPubliclyAccessible: true },
      IpAddressType: 'DUAL_STACK',
    },
    ObservabilityConfiguration: {
      ObservabilityEnabled: true,
      ObservabilityConfigurationArn: OBSERVABILITY_ARN,
    },
    ...overrides,
  };
}

/** Port, command, five variables and a secret. */
export function createImageConfiguration(
  overrides: Partial<ImageConfiguration> = {},
): ImageConfiguration {
  return {
    Port: '3000',
    StartCommand: 'node server.js --verbose',
    RuntimeEnvironmentVariables: {
      LOG_LEVEL: 'debug',
      NODE_ENV: 'production',
      EMPTY: '',
      PASSPHRASE: 'correct horse battery staple',
      REGION: 'eu',
    },
    RuntimeEnvironmentSecrets: { DATABASE_URL: SECRET_ARN },
    ...overrides,
  };
}

/** A service whose image part is changed. */
export function createServiceWith(
  image: Partial<ImageConfiguration>,
  overrides: Partial<Service> = {},
): Service {
  const service = createService(overrides);
  return {
    ...service,
    SourceConfiguration: {
      ...service.SourceConfiguration,
      ImageRepository: {
        ImageIdentifier: `${REGISTRY}/hello-api:1.0.0`,
        ImageRepositoryType: 'ECR',
        ImageConfiguration: createImageConfiguration(image),
      },
    },
  };
}
