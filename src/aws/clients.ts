import { AppRunnerClient } from '@aws-sdk/client-apprunner';
import { ECRClient } from '@aws-sdk/client-ecr';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { ActionError } from '../errors.ts';
import type { Aws } from '../ports.ts';
import { appRunnerCalls } from './apprunner.ts';
import { ecrCalls } from './ecr.ts';
import { awsCall } from './errors.ts';

/**
 * Makes the clients of one Region; nothing is sent yet. Endpoint overrides and credentials
 * come by the SDK's own rules (AWS_ENDPOINT_URL, the default credential chain).
 */
export function awsClients(region: string): Aws {
  // A broken connection or a throttled call is no verdict on a deployment that takes minutes.
  const config = { region, maxAttempts: 5 };
  const appRunner = new AppRunnerClient(config);
  // One provider for all: each client would otherwise assume the role for itself.
  const shared = { ...config, credentials: appRunner.config.credentials };
  const sts = new STSClient(shared);
  return {
    appRunner: appRunnerCalls(appRunner),
    ecr: ecrCalls(new ECRClient(shared)),
    identity: () =>
      awsCall('sts:GetCallerIdentity', 'the AWS credentials', async () => {
        const { Account, Arn } = await sts.send(new GetCallerIdentityCommand({}));
        if (!Account || !Arn) throw new ActionError('STS answered without account or ARN.');
        return { account: Account, arn: Arn };
      }),
  };
}
