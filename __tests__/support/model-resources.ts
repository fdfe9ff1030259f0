import type { AutoScalingConfiguration, VpcIngressConnection } from '@aws-sdk/client-apprunner';
import type { AppRunnerResources } from '../../src/ports.ts';
import { ACCOUNT } from './create-service.ts';
import { refused } from './refusals.ts';

const PREFIX = `arn:aws:apprunner:us-east-1:${ACCOUNT}:autoscalingconfiguration/`;

/** A revision as App Runner answers it; its status is in lower case there. */
export function createScaling(
  name: string,
  revision: number,
  [MinSize, MaxSize, MaxConcurrency]: readonly [number, number, number],
  overrides: Partial<AutoScalingConfiguration> = {},
): AutoScalingConfiguration {
  return {
    AutoScalingConfigurationArn: `${PREFIX}${name}/${revision}/1`,
    AutoScalingConfigurationName: name,
    AutoScalingConfigurationRevision: revision,
    MinSize,
    MaxSize,
    MaxConcurrency,
    // @ts-expect-error The model's enum is in upper case.
    Status: 'active',
    ...overrides,
  };
}

/** App Runner's own configuration, as an account has it from the start. */
export const DEFAULT_SCALING = createScaling('DefaultConfiguration', 1, [1, 25, 100], {
  IsDefault: true,
});

/** What services share, in memory, with a list of the calls that it got. */
export class ModelResources implements AppRunnerResources {
  readonly scaling: AutoScalingConfiguration[];
  readonly calls: string[] = [];
  connections: readonly VpcIngressConnection[] = [];

  constructor(scaling: readonly AutoScalingConfiguration[] = [DEFAULT_SCALING]) {
    this.scaling = [...scaling];
  }

  autoScalingConfigurations = async () => {
    this.calls.push('List');
    return this.scaling.map(({ MinSize, MaxSize, MaxConcurrency, ...summary }) => summary);
  };

  autoScalingConfiguration = async (arn: string) => {
    this.calls.push(`Describe ${arn.replace(PREFIX, '')}`);
    const fits = this.scaling.filter(
      ({ AutoScalingConfigurationArn: own }) => own === arn || own?.startsWith(`${arn}/`),
    );
    const [latest] = fits.toSorted(
      (a, b) =>
        (b.AutoScalingConfigurationRevision ?? 0) - (a.AutoScalingConfigurationRevision ?? 0),
    );
    if (!latest) throw refused('ResourceNotFoundException', `There is no ${arn}`);
    return latest;
  };

  createAutoScalingConfiguration: AppRunnerResources['createAutoScalingConfiguration'] = async ({
    AutoScalingConfigurationName: name = '',
    MinSize = 1,
    MaxSize = 25,
    MaxConcurrency = 100,
  }) => {
    this.calls.push(`Create ${name}`);
    const own = this.scaling.filter((one) => one.AutoScalingConfigurationName === name);
    const made = createScaling(name, own.length + 1, [MinSize, MaxSize, MaxConcurrency]);
    this.scaling.push(made);
    return made;
  };

  observabilityConfiguration = async (arn: string) => {
    this.calls.push(`Describe ${arn}`);
    return { ObservabilityConfigurationArn: `${arn}/1/1` };
  };

  vpcIngressConnections = async () => {
    this.calls.push('ListVpcIngressConnections');
    return this.connections;
  };
}
