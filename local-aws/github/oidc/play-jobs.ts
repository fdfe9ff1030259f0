import type { Iam } from '../../sts/iam.ts';
import { type OidcEnvironment, startOidc } from './start.ts';

/** Jobs of a repository that an account trusts. */
export interface PlayedJobs {
  /** A role that every job of the repository may assume. */
  readonly roleArn: string;
  /** What a push's job on `main` finds in its environment. */
  readonly env: OidcEnvironment;
  close(): Promise<void>;
}

/**
 * Starts the issuer of a repository's tokens, and makes an account trust them: the identity
 * provider, and a role `apprunner-deploy` for all of the repository.
 *
 * @param repository OWNER/NAME
 */
export async function playJobs(repository: string, iam: Iam): Promise<PlayedJobs> {
  const oidc = await startOidc({ repository });
  const provider = iam.putProvider(oidc.provider);
  const host = oidc.provider.issuer.replace(/^https:\/\//, '');
  const { arn } = iam.putRole({
    name: 'apprunner-deploy',
    trust: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: provider },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com' },
            StringLike: { [`${host}:sub`]: `repo:${repository}:*` },
          },
        },
      ],
    },
  });
  return { roleArn: arn, env: oidc.env(), close: () => oidc.close() };
}
