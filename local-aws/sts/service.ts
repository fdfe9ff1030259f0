import { callerArn } from '../caller-arn.ts';
import { served } from '../protocol/served.ts';
import type { AwsService } from '../protocol/service.ts';
import {
  assumeWithWebIdentity,
  type WebIdentityInput,
  type WebIdentityPlace,
} from './web-identity.ts';

/**
 * STS: says who the caller is, and gives out credentials of roles for tokens of the account's
 * identity providers. The one user of the local account is called `local`.
 */
export function createSts(place: WebIdentityPlace): AwsService {
  return {
    model: 'sts',
    operations: {
      AssumeRoleWithWebIdentity: served<WebIdentityInput>(assumeWithWebIdentity(place)),
      GetCallerIdentity: (_input, { accountId, session }) => ({
        UserId: session?.userId ?? 'AIDALOCALAWSUSER00001',
        Account: accountId,
        Arn: session?.arn ?? callerArn(accountId),
      }),
    },
  };
}
