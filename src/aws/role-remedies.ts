import type { Role } from '../ports.ts';
import type { RemedyFor } from './errors.ts';
import { subjectReason, type TokenClaims } from './token-claims.ts';

const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';

/**
 * What to check when AWS does not let a job's token assume a role, by AWS's code and words (API
 * model of AssumeRoleWithWebIdentity, and what users quote).
 */
export function roleRemedies(role: Role, claims: TokenClaims, region: string): RemedyFor {
  const { issuer = GITHUB_ISSUER, audience = role.audience, subject } = claims;
  const [, partition = 'aws', , , account = ''] = role.arn.split(':');
  const host = issuer.replace(/^https?:\/\//, '');
  const provider = `arn:${partition}:iam::${account}:oidc-provider/${host}`;

  const denied = () =>
    [
      "Check that there is such a role (AWS says the same where there is none), and that its trust policy lets this run in, where letter case counts. The run's token has",
      subject
        ? `${host}:sub '${subject}' (${subjectReason(subject)}) and`
        : 'no subject that could be read, and',
      `${host}:aud '${audience}'; the principal is Federated '${provider}', and the action sts:AssumeRoleWithWebIdentity.`,
    ].join(' ');

  const invalid = (said: string) => {
    if (/no openidconnect provider/i.test(said)) {
      return `Account ${account} has no identity provider for GitHub: make one in IAM with the URL ${issuer} and the audience '${role.audience}', or check the account in role-to-assume.`;
    }
    if (/audience/i.test(said)) {
      return `The token is for '${audience}': add that to the audiences of ${provider}, or set the input audience to one that it has, which is sts.amazonaws.com as a rule.`;
    }
    return `AWS could not check the token of ${issuer}. Run the job again; if that does not help, check ${provider}.`;
  };

  return (code, said) => {
    // The SDK's names of errors end so, AWS's codes do not always.
    switch (code.replace(/Exception$/, '')) {
      case 'AccessDenied':
        return denied();
      case 'InvalidIdentityToken':
        return invalid(said);
      case 'IDPRejectedClaim':
      case 'IDPCommunicationError':
        return `AWS could not check the token with ${issuer}. Run the job again.`;
      case 'ExpiredToken':
        return "The token was made for this call and is good for five minutes: it was on its way for longer, or GitHub's clock and AWS's disagree. Run the job again.";
      case 'RegionDisabled':
        return `Activate STS for ${region} in the account settings of IAM in account ${account}, or deploy to a Region where it is active.`;
      case 'ValidationError':
        return /MaxSessionDuration/.test(said)
          ? `role-duration-seconds is ${role.durationSeconds}: set it to what the role allows, 3600 unless its maximum session duration was raised. A deployment that takes longer renews its credentials by itself.`
          : undefined;
      default:
        return undefined;
    }
  };
}
