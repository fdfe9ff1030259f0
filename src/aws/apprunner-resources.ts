import {
  type AppRunnerClient,
  type AutoScalingConfigurationSummary,
  CreateAutoScalingConfigurationCommand,
  DescribeAutoScalingConfigurationCommand,
  DescribeObservabilityConfigurationCommand,
  DescribeVpcIngressConnectionCommand,
  paginateListAutoScalingConfigurations,
  paginateListVpcIngressConnections,
  type VpcIngressConnection,
} from '@aws-sdk/client-apprunner';
import type { AppRunnerResources } from '../ports.ts';
import { present } from './answers.ts';
import { awsCall } from './errors.ts';

/** App Runner gives at most 100 of these a page (API reference, MaxResults). */
const PAGE = 100;

const SCALING = 'AutoScalingConfiguration';

/** The calls about what services share, over an SDK client. */
export function resourceCalls(client: AppRunnerClient): AppRunnerResources {
  return {
    autoScalingConfigurations: () =>
      awsCall('apprunner:ListAutoScalingConfigurations', 'auto scaling configurations', () =>
        listScaling(client),
      ),

    autoScalingConfiguration: (arn) =>
      awsCall('apprunner:DescribeAutoScalingConfiguration', arn, async () => {
        const command = new DescribeAutoScalingConfigurationCommand({
          AutoScalingConfigurationArn: arn,
        });
        const answer = await client.send(command);
        return present(
          answer.AutoScalingConfiguration,
          'DescribeAutoScalingConfiguration',
          SCALING,
        );
      }),

    createAutoScalingConfiguration: (request) =>
      awsCall(
        'apprunner:CreateAutoScalingConfiguration',
        `auto scaling configuration '${request.AutoScalingConfigurationName}'`,
        async () => {
          const answer = await client.send(new CreateAutoScalingConfigurationCommand(request));
          return present(
            answer.AutoScalingConfiguration,
            'CreateAutoScalingConfiguration',
            SCALING,
          );
        },
      ),

    observabilityConfiguration: (arn) =>
      awsCall('apprunner:DescribeObservabilityConfiguration', arn, async () => {
        const command = new DescribeObservabilityConfigurationCommand({
          ObservabilityConfigurationArn: arn,
        });
        const answer = await client.send(command);
        return present(
          answer.ObservabilityConfiguration,
          'DescribeObservabilityConfiguration',
          'ObservabilityConfiguration',
        );
      }),

    vpcIngressConnections: (serviceArn) =>
      awsCall('apprunner:ListVpcIngressConnections', serviceArn, () =>
        ingressConnections(client, serviceArn),
      ),
  };
}

/** App Runner lists the latest revision of each name only, unless it is asked for all. */
async function listScaling(client: AppRunnerClient): Promise<AutoScalingConfigurationSummary[]> {
  const listed: AutoScalingConfigurationSummary[] = [];
  const pages = paginateListAutoScalingConfigurations(
    { client, pageSize: PAGE },
    { LatestOnly: false },
  );
  for await (const page of pages) listed.push(...(page.AutoScalingConfigurationSummaryList ?? []));
  return listed;
}

async function ingressConnections(
  client: AppRunnerClient,
  serviceArn: string,
): Promise<VpcIngressConnection[]> {
  const found: VpcIngressConnection[] = [];
  const pages = paginateListVpcIngressConnections(
    { client, pageSize: PAGE },
    { Filter: { ServiceArn: serviceArn } },
  );
  for await (const page of pages) {
    for (const { VpcIngressConnectionArn: arn } of page.VpcIngressConnectionSummaryList ?? []) {
      if (!arn) continue;
      found.push(
        await awsCall('apprunner:DescribeVpcIngressConnection', arn, async () => {
          const command = new DescribeVpcIngressConnectionCommand({ VpcIngressConnectionArn: arn });
          const { VpcIngressConnection } = await client.send(command);
          return present(VpcIngressConnection, 'DescribeVpcIngressConnection', 'the connection');
        }),
      );
    }
  }
  return found;
}
