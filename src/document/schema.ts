// Made from local-aws/models/apprunner.json by scripts/document.ts, which also checks it: don't edit.
import type {
  FlagShape,
  ListShape,
  MapShape,
  NumberShape,
  StructureShape,
  TextShape,
} from './shape.ts';

const serviceName: TextShape = {
  type: 'string',
  name: 'ServiceName',
  min: 4,
  max: 40,
  pattern: '[A-Za-z0-9][A-Za-z0-9-_]{3,39}',
};
const string: TextShape = { type: 'string', name: 'String', min: 0, max: 51200, pattern: '.*' };
const sourceCodeVersionType: TextShape = {
  type: 'string',
  name: 'SourceCodeVersionType',
  enum: ['BRANCH'],
};
const sourceCodeVersion: StructureShape = {
  type: 'structure',
  members: {
    Type: sourceCodeVersionType,
    Value: string,
  },
  required: ['Type', 'Value'],
};
const configurationSource: TextShape = {
  type: 'string',
  name: 'ConfigurationSource',
  enum: ['REPOSITORY', 'API'],
};
const runtime: TextShape = {
  type: 'string',
  name: 'Runtime',
  enum: [
    'PYTHON_3',
    'NODEJS_12',
    'NODEJS_14',
    'CORRETTO_8',
    'CORRETTO_11',
    'NODEJS_16',
    'GO_1',
    'DOTNET_6',
    'PHP_81',
    'RUBY_31',
    'PYTHON_311',
    'NODEJS_18',
    'NODEJS_22',
  ],
};
const buildCommand: TextShape = {
  type: 'string',
  name: 'BuildCommand',
  pattern: '[^\\x0a\\x0d]+',
  sensitive: true,
};
const startCommand: TextShape = {
  type: 'string',
  name: 'StartCommand',
  pattern: '[^\\x0a\\x0d]+',
  sensitive: true,
};
const runtimeEnvironmentVariablesKey: TextShape = {
  type: 'string',
  name: 'RuntimeEnvironmentVariablesKey',
  min: 1,
  max: 51200,
  pattern: '.*',
  sensitive: true,
};
const runtimeEnvironmentVariablesValue: TextShape = {
  type: 'string',
  name: 'RuntimeEnvironmentVariablesValue',
  min: 0,
  max: 51200,
  pattern: '.*',
  sensitive: true,
};
const runtimeEnvironmentVariables: MapShape = {
  type: 'map',
  key: runtimeEnvironmentVariablesKey,
  value: runtimeEnvironmentVariablesValue,
};
const runtimeEnvironmentSecretsName: TextShape = {
  type: 'string',
  name: 'RuntimeEnvironmentSecretsName',
  min: 1,
  max: 2048,
  sensitive: true,
};
const runtimeEnvironmentSecretsValue: TextShape = {
  type: 'string',
  name: 'RuntimeEnvironmentSecretsValue',
  min: 1,
  max: 2048,
  sensitive: true,
};
const runtimeEnvironmentSecrets: MapShape = {
  type: 'map',
  key: runtimeEnvironmentSecretsName,
  value: runtimeEnvironmentSecretsValue,
};
const codeConfigurationValues: StructureShape = {
  type: 'structure',
  members: {
    Runtime: runtime,
    BuildCommand: buildCommand,
    StartCommand: startCommand,
    Port: string,
    RuntimeEnvironmentVariables: runtimeEnvironmentVariables,
    RuntimeEnvironmentSecrets: runtimeEnvironmentSecrets,
  },
  required: ['Runtime'],
};
const codeConfiguration: StructureShape = {
  type: 'structure',
  members: {
    ConfigurationSource: configurationSource,
    CodeConfigurationValues: codeConfigurationValues,
  },
  required: ['ConfigurationSource'],
};
const sourceDirectory: TextShape = {
  type: 'string',
  name: 'SourceDirectory',
  min: 1,
  max: 4096,
  pattern: '[^\\x00]+',
};
const codeRepository: StructureShape = {
  type: 'structure',
  members: {
    RepositoryUrl: string,
    SourceCodeVersion: sourceCodeVersion,
    CodeConfiguration: codeConfiguration,
    SourceDirectory: sourceDirectory,
  },
  required: ['RepositoryUrl', 'SourceCodeVersion'],
};
const imageIdentifier: TextShape = {
  type: 'string',
  name: 'ImageIdentifier',
  min: 1,
  max: 1024,
  pattern:
    '([0-9]{12}.dkr.ecr.[a-z\\-]+-[0-9]{1}.amazonaws.com\\/((?:[a-z0-9]+(?:[._-][a-z0-9]+)*\\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*)(:([\\w\\d+\\-=._:\\/@])+|@([\\w\\d\\:]+))?)|(^public\\.ecr\\.aws\\/.+\\/((?:[a-z0-9]+(?:[._-][a-z0-9]+)*\\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*)(:([\\w\\d+\\-=._:\\/@])+|@([\\w\\d\\:]+))?)',
};
const imageConfiguration: StructureShape = {
  type: 'structure',
  members: {
    RuntimeEnvironmentVariables: runtimeEnvironmentVariables,
    StartCommand: startCommand,
    Port: string,
    RuntimeEnvironmentSecrets: runtimeEnvironmentSecrets,
  },
};
const imageRepositoryType: TextShape = {
  type: 'string',
  name: 'ImageRepositoryType',
  enum: ['ECR', 'ECR_PUBLIC'],
};
const imageRepository: StructureShape = {
  type: 'structure',
  members: {
    ImageIdentifier: imageIdentifier,
    ImageConfiguration: imageConfiguration,
    ImageRepositoryType: imageRepositoryType,
  },
  required: ['ImageIdentifier', 'ImageRepositoryType'],
};
const nullableBoolean: FlagShape = { type: 'boolean' };
const appRunnerResourceArn: TextShape = {
  type: 'string',
  name: 'AppRunnerResourceArn',
  min: 1,
  max: 1011,
  pattern:
    'arn:aws(-[\\w]+)*:[a-z0-9-\\\\.]{0,63}:[a-z0-9-\\\\.]{0,63}:[0-9]{12}:(\\w|\\/|-){1,1011}',
};
const roleArn: TextShape = {
  type: 'string',
  name: 'RoleArn',
  min: 29,
  max: 1024,
  pattern:
    'arn:(aws|aws-us-gov|aws-cn|aws-iso|aws-iso-b):iam::[0-9]{12}:(role|role\\/service-role)\\/[\\w+=,.@\\-/]{1,1000}',
};
const authenticationConfiguration: StructureShape = {
  type: 'structure',
  members: {
    ConnectionArn: appRunnerResourceArn,
    AccessRoleArn: roleArn,
  },
};
const sourceConfiguration: StructureShape = {
  type: 'structure',
  members: {
    CodeRepository: codeRepository,
    ImageRepository: imageRepository,
    AutoDeploymentsEnabled: nullableBoolean,
    AuthenticationConfiguration: authenticationConfiguration,
  },
};
const cpu: TextShape = {
  type: 'string',
  name: 'Cpu',
  min: 3,
  max: 9,
  pattern: '256|512|1024|2048|4096|(0.25|0.5|1|2|4) vCPU',
};
const memory: TextShape = {
  type: 'string',
  name: 'Memory',
  min: 3,
  max: 6,
  pattern: '512|1024|2048|3072|4096|6144|8192|10240|12288|(0.5|1|2|3|4|6|8|10|12) GB',
};
const instanceConfiguration: StructureShape = {
  type: 'structure',
  members: {
    Cpu: cpu,
    Memory: memory,
    InstanceRoleArn: roleArn,
  },
};
const tagKey: TextShape = {
  type: 'string',
  name: 'TagKey',
  min: 1,
  max: 128,
  pattern: '^(?!aws:).+',
};
const tagValue: TextShape = { type: 'string', name: 'TagValue', min: 0, max: 256, pattern: '.*' };
const tag: StructureShape = {
  type: 'structure',
  members: {
    Key: tagKey,
    Value: tagValue,
  },
};
const tagList: ListShape = { type: 'list', item: tag };
const kmsKeyArn: TextShape = {
  type: 'string',
  name: 'KmsKeyArn',
  min: 0,
  max: 256,
  pattern:
    'arn:aws(-[\\w]+)*:kms:[a-z\\-]+-[0-9]{1}:[0-9]{12}:key\\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
};
const encryptionConfiguration: StructureShape = {
  type: 'structure',
  members: {
    KmsKey: kmsKeyArn,
  },
  required: ['KmsKey'],
};
const healthCheckProtocol: TextShape = {
  type: 'string',
  name: 'HealthCheckProtocol',
  enum: ['TCP', 'HTTP'],
};
const healthCheckPath: TextShape = { type: 'string', name: 'HealthCheckPath', min: 1 };
const healthCheckInterval: NumberShape = { type: 'integer', min: 1, max: 20 };
const healthCheckTimeout: NumberShape = { type: 'integer', min: 1, max: 20 };
const healthCheckHealthyThreshold: NumberShape = { type: 'integer', min: 1, max: 20 };
const healthCheckUnhealthyThreshold: NumberShape = { type: 'integer', min: 1, max: 20 };
const healthCheckConfiguration: StructureShape = {
  type: 'structure',
  members: {
    Protocol: healthCheckProtocol,
    Path: healthCheckPath,
    Interval: healthCheckInterval,
    Timeout: healthCheckTimeout,
    HealthyThreshold: healthCheckHealthyThreshold,
    UnhealthyThreshold: healthCheckUnhealthyThreshold,
  },
};
const egressType: TextShape = { type: 'string', name: 'EgressType', enum: ['DEFAULT', 'VPC'] };
const egressConfiguration: StructureShape = {
  type: 'structure',
  members: {
    EgressType: egressType,
    VpcConnectorArn: appRunnerResourceArn,
  },
};
const boolean: FlagShape = { type: 'boolean' };
const ingressConfiguration: StructureShape = {
  type: 'structure',
  members: {
    IsPubliclyAccessible: boolean,
  },
};
const ipAddressType: TextShape = {
  type: 'string',
  name: 'IpAddressType',
  enum: ['IPV4', 'DUAL_STACK'],
};
const networkConfiguration: StructureShape = {
  type: 'structure',
  members: {
    EgressConfiguration: egressConfiguration,
    IngressConfiguration: ingressConfiguration,
    IpAddressType: ipAddressType,
  },
};
const serviceObservabilityConfiguration: StructureShape = {
  type: 'structure',
  members: {
    ObservabilityEnabled: boolean,
    ObservabilityConfigurationArn: appRunnerResourceArn,
  },
  required: ['ObservabilityEnabled'],
};
const createServiceRequest: StructureShape = {
  type: 'structure',
  members: {
    ServiceName: serviceName,
    SourceConfiguration: sourceConfiguration,
    InstanceConfiguration: instanceConfiguration,
    Tags: tagList,
    EncryptionConfiguration: encryptionConfiguration,
    HealthCheckConfiguration: healthCheckConfiguration,
    AutoScalingConfigurationArn: appRunnerResourceArn,
    NetworkConfiguration: networkConfiguration,
    ObservabilityConfiguration: serviceObservabilityConfiguration,
  },
  required: ['ServiceName', 'SourceConfiguration'],
};

/** Everything that CreateServiceRequest takes, by the API model. */
export const CREATE_SERVICE: StructureShape = createServiceRequest;
