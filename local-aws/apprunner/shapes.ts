/** App Runner's request and answer shapes, as the API model names them. The server has checked them. */

export type ServiceStatus =
  | 'CREATE_FAILED'
  | 'RUNNING'
  | 'DELETED'
  | 'DELETE_FAILED'
  | 'PAUSED'
  | 'OPERATION_IN_PROGRESS';

export type OperationType =
  | 'START_DEPLOYMENT'
  | 'CREATE_SERVICE'
  | 'PAUSE_SERVICE'
  | 'RESUME_SERVICE'
  | 'DELETE_SERVICE'
  | 'UPDATE_SERVICE';

export type OperationStatus =
  | 'PENDING'
  | 'IN_PROGRESS'
  | 'FAILED'
  | 'SUCCEEDED'
  | 'ROLLBACK_IN_PROGRESS'
  | 'ROLLBACK_FAILED'
  | 'ROLLBACK_SUCCEEDED';

export type ImageConfiguration = {
  readonly RuntimeEnvironmentVariables?: Readonly<Record<string, string>>;
  readonly RuntimeEnvironmentSecrets?: Readonly<Record<string, string>>;
  readonly StartCommand?: string;
  readonly Port?: string;
};

export type ImageRepository = {
  readonly ImageIdentifier: string;
  readonly ImageRepositoryType: 'ECR' | 'ECR_PUBLIC';
  readonly ImageConfiguration?: ImageConfiguration;
};

export type CodeConfigurationValues = ImageConfiguration & {
  readonly Runtime: string;
  readonly BuildCommand?: string;
};

export type ConfigurationSource = 'REPOSITORY' | 'API';

export type CodeConfiguration = {
  readonly ConfigurationSource: ConfigurationSource;
  readonly CodeConfigurationValues?: CodeConfigurationValues;
};

export type CodeRepository = {
  readonly RepositoryUrl: string;
  readonly SourceCodeVersion: { readonly Type: 'BRANCH'; readonly Value: string };
  readonly CodeConfiguration?: CodeConfiguration;
  readonly SourceDirectory?: string;
};

export type SourceConfiguration = {
  readonly CodeRepository?: CodeRepository;
  readonly ImageRepository?: ImageRepository;
  readonly AutoDeploymentsEnabled?: boolean;
  readonly AuthenticationConfiguration?: {
    readonly AccessRoleArn?: string;
    readonly ConnectionArn?: string;
  };
};

export type InstanceConfiguration = {
  readonly Cpu?: string;
  readonly Memory?: string;
  readonly InstanceRoleArn?: string;
};

export type HealthCheckConfiguration = {
  readonly Protocol?: 'TCP' | 'HTTP';
  readonly Path?: string;
  readonly Interval?: number;
  readonly Timeout?: number;
  readonly HealthyThreshold?: number;
  readonly UnhealthyThreshold?: number;
};

export type NetworkConfiguration = {
  readonly EgressConfiguration?: {
    readonly EgressType?: 'DEFAULT' | 'VPC';
    readonly VpcConnectorArn?: string;
  };
  readonly IngressConfiguration?: { readonly IsPubliclyAccessible?: boolean };
  readonly IpAddressType?: 'IPV4' | 'DUAL_STACK';
};

export type ObservabilityConfiguration = {
  readonly ObservabilityEnabled: boolean;
  readonly ObservabilityConfigurationArn?: string;
};

export type ProviderType = 'GITHUB' | 'BITBUCKET';

export type ConnectionStatus = 'PENDING_HANDSHAKE' | 'AVAILABLE' | 'ERROR' | 'DELETED';

export type TraceConfiguration = { readonly Vendor: 'AWSXRAY' };

export type IngressVpcConfiguration = {
  readonly VpcId?: string;
  readonly VpcEndpointId?: string;
};

export type VpcIngressStatus =
  | 'AVAILABLE'
  | 'PENDING_CREATION'
  | 'PENDING_UPDATE'
  | 'PENDING_DELETION'
  | 'FAILED_CREATION'
  | 'FAILED_UPDATE'
  | 'FAILED_DELETION'
  | 'DELETED';

export type Tag = { readonly Key?: string; readonly Value?: string };

/** The members that CreateService and UpdateService share. */
export type Settings = {
  readonly InstanceConfiguration?: InstanceConfiguration;
  readonly HealthCheckConfiguration?: HealthCheckConfiguration;
  readonly NetworkConfiguration?: NetworkConfiguration;
  readonly ObservabilityConfiguration?: ObservabilityConfiguration;
  readonly AutoScalingConfigurationArn?: string;
};

export type CreateServiceInput = Settings & {
  readonly ServiceName: string;
  readonly SourceConfiguration: SourceConfiguration;
  readonly EncryptionConfiguration?: { readonly KmsKey: string };
  readonly Tags?: readonly Tag[];
};

export type UpdateServiceInput = Settings & {
  readonly ServiceArn: string;
  readonly SourceConfiguration?: SourceConfiguration;
};

export type ServiceArnInput = { readonly ServiceArn: string };

export type PageInput = { readonly MaxResults?: number; readonly NextToken?: string };
