import type { StoredOperation, StoredService } from './store.ts';

/**
 * The service's URL. The local App Runner has no certificate, so its URL is of http and carries
 * its scheme; App Runner's own has none. A service that is not publicly accessible has an empty
 * one, as users see it.
 */
export const serviceUrl = (service: StoredService): string =>
  service.configuration.network.IngressConfiguration?.IsPubliclyAccessible === false
    ? ''
    : `http://127.0.0.1:${service.front.port}`;

/** A service as ListServices answers it. */
export const summaryAnswer = (service: StoredService): object => ({
  ServiceName: service.name,
  ServiceId: service.id,
  ServiceArn: service.arn,
  ServiceUrl: serviceUrl(service),
  CreatedAt: new Date(service.createdAt),
  UpdatedAt: new Date(service.updatedAt),
  Status: service.status,
});

/** A service as every other operation answers it. */
export const serviceAnswer = (service: StoredService): object => {
  const { source, instance, health, network, observability, scaling } = service.configuration;
  return {
    ...summaryAnswer(service),
    ...(service.deletedAt === undefined ? {} : { DeletedAt: new Date(service.deletedAt) }),
    SourceConfiguration: source,
    InstanceConfiguration: instance,
    ...(service.kmsKey === undefined
      ? {}
      : { EncryptionConfiguration: { KmsKey: service.kmsKey } }),
    HealthCheckConfiguration: health,
    AutoScalingConfigurationSummary: {
      AutoScalingConfigurationArn: scaling.arn,
      AutoScalingConfigurationName: scaling.name,
      AutoScalingConfigurationRevision: scaling.revision,
    },
    NetworkConfiguration: network,
    ObservabilityConfiguration: observability,
  };
};

/** An operation as ListOperations answers it. */
export const operationAnswer = (service: StoredService, operation: StoredOperation): object => ({
  Id: operation.id,
  Type: operation.type,
  Status: operation.status,
  TargetArn: service.arn,
  StartedAt: new Date(operation.startedAt),
  UpdatedAt: new Date(operation.updatedAt),
  ...(operation.endedAt === undefined ? {} : { EndedAt: new Date(operation.endedAt) }),
});

/** What a call that started an operation answers. */
export const startedAnswer = (
  service: StoredService,
  operation: StoredOperation,
): { readonly Service: object; readonly OperationId: string } => ({
  Service: serviceAnswer(service),
  OperationId: operation.id,
});
