import type { LocalOidc } from '../../local-aws/github/oidc/start.ts';
import type { LocalAws } from '../../local-aws/start.ts';
import type { Role } from '../../local-aws/sts/iam.ts';
import type { TrustConditions, TrustPolicy } from '../../local-aws/sts/trust-policy.ts';

const HOST = 'token.actions.githubusercontent.com';

/** A trust policy as people write it for GitHub's tokens: an audience, and subjects with wildcards. */
export function trustOf(
  provider: string,
  subject: string,
  Condition: TrustConditions = {
    StringEquals: { [`${HOST}:aud`]: 'sts.amazonaws.com' },
    StringLike: { [`${HOST}:sub`]: subject },
  },
): TrustPolicy {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: provider },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition,
      },
    ],
  };
}

/** Makes an account take an issuer's tokens, and a role `deploy-hello` that trusts a subject. */
export function seedTrustedRole(
  { iam }: LocalAws,
  { provider }: LocalOidc,
  subject: string,
  maxSessionSeconds = 3600,
): Role {
  const trust = trustOf(iam.putProvider(provider), subject);
  return iam.putRole({ name: 'deploy-hello', trust, maxSessionSeconds });
}
