import { callerArn } from '../caller-arn.ts';
import type { AwsService } from '../protocol/service.ts';

/** STS: says who the caller is. The one user of the local account is called `local`. */
export function createSts(): AwsService {
  return {
    model: 'sts',
    operations: {
      GetCallerIdentity: (_input, caller) => ({
        UserId: 'AIDALOCALAWSUSER00001',
        Account: caller.accountId,
        Arn: callerArn(caller.accountId),
      }),
    },
  };
}
