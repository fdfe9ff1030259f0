import type { Service } from '@aws-sdk/client-apprunner';
import type { Configuration } from '../../src/service/configuration.ts';

/** A service after an update, each top-level member replaced whole, as App Runner does at worst. */
export function applied(service: Service, request: Configuration): Service {
  const { AutoScalingConfigurationArn: arn, ...others } = request;
  return {
    ...service,
    ...others,
    ...(arn && { AutoScalingConfigurationSummary: { AutoScalingConfigurationArn: arn } }),
  };
}
