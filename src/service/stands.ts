import type {
  CreateServiceRequest,
  Service,
  UpdateServiceRequest,
} from '@aws-sdk/client-apprunner';
import { changesBetween } from './changes.ts';
import { type Configuration, readBack } from './configuration.ts';

/**
 * True when a service has everything that a request asked for. What the request leaves out is
 * App Runner's to fill in, except variables: the request's are all there are.
 */
export function stands(
  service: Service,
  request: CreateServiceRequest | UpdateServiceRequest,
): boolean {
  return changesBetween(readBack(service), configurationOf(request)).every(
    ({ kind, setting }) => kind === 'removed' && !/\.RuntimeEnvironment/.test(setting),
  );
}

/** What both requests are about, in the form that a service is read back in. */
function configurationOf({
  SourceConfiguration,
  InstanceConfiguration,
  HealthCheckConfiguration,
  NetworkConfiguration,
  AutoScalingConfigurationArn,
  ObservabilityConfiguration,
}: CreateServiceRequest | UpdateServiceRequest): Configuration {
  return {
    SourceConfiguration,
    InstanceConfiguration,
    HealthCheckConfiguration,
    NetworkConfiguration,
    AutoScalingConfigurationArn,
    ObservabilityConfiguration,
  };
}
