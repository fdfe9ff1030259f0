import type { Clock } from '../clock.ts';
import { AwsError } from '../protocol/aws-error.ts';
import type { Iam, OidcProvider, Role } from './iam.ts';
import { providerKey } from './provider-keys.ts';
import type { RoleSessions } from './sessions.ts';
import { trusts } from './trust-policy.ts';
import { isSignedWith, readWebToken, type WebToken } from './web-token.ts';

/** What roles are assumed in. */
export interface WebIdentityPlace {
  readonly accountId: string;
  readonly clock: Clock;
  readonly iam: Iam;
  readonly sessions: RoleSessions;
}

/** The input as the API model spells it; members that no deployment uses are not listed. */
export interface WebIdentityInput {
  readonly RoleArn: string;
  readonly RoleSessionName: string;
  readonly WebIdentityToken: string;
  readonly DurationSeconds?: number;
}

const invalid = (text: string) => new AwsError('InvalidIdentityToken', text);

/** What AWS says to a role that does not trust the token, and to one that is not there. */
const denied = () =>
  new AwsError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', 403);

function textOf({ claims }: WebToken, name: string): string {
  const value = claims[name];
  if (typeof value === 'string') return value;
  throw invalid(`The ID Token provided is not a valid JWT: it has no ${name}.`);
}

const secondsOf = ({ claims }: WebToken, name: string) => Number(claims[name]);

/**
 * Checks that a token is a provider's and for AWS, now.
 *
 * @returns the audience that it is for
 */
async function checkToken(token: WebToken, provider: OidcProvider, clock: Clock): Promise<string> {
  const key = await providerKey(provider, token.keyId);
  if (!isSignedWith(token, key)) throw invalid('Token signature invalid');
  const audience = textOf(token, 'aud');
  if (!provider.audiences.includes(audience)) throw invalid('Incorrect token audience');
  const now = Math.floor(clock.now() / 1000);
  const expires = secondsOf(token, 'exp');
  // A date that is missing is no number, which no comparison holds for.
  if (!(now < expires)) {
    throw new AwsError(
      'ExpiredTokenException',
      `Token expired: current date/time ${now} must be before the expiration date/time ${expires}`,
    );
  }
  if (!(secondsOf(token, 'iat') <= now + 300)) throw invalid('Token issued in the future');
  return audience;
}

function checkDuration(seconds: number, { maxSessionSeconds }: Role): void {
  if (seconds <= maxSessionSeconds) return;
  throw new AwsError(
    'ValidationError',
    'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
  );
}

/**
 * AssumeRoleWithWebIdentity: checks the token's issuer, signature, audience and time, the role's
 * trust policy and longest session, in this order, and gives out credentials. Errors are those
 * that people quote of AWS; a role that does not exist is refused as one that does not trust.
 */
export function assumeWithWebIdentity({ accountId, clock, iam, sessions }: WebIdentityPlace) {
  return async (input: WebIdentityInput): Promise<object> => {
    const { RoleArn, RoleSessionName, WebIdentityToken, DurationSeconds = 3600 } = input;
    const token = readWebToken(WebIdentityToken);
    if (!token) {
      throw invalid(
        'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
      );
    }
    const issuer = textOf(token, 'iss');
    const own = RoleArn.split(':')[4] === accountId;
    const provider = own ? iam.provider(issuer) : undefined;
    if (!provider) {
      throw invalid(`No OpenIDConnect provider found in your account for ${issuer}`);
    }
    const audience = await checkToken(token, provider, clock);
    const role = iam.role(RoleArn);
    const subject = textOf(token, 'sub');
    const host = issuer.replace(/^https?:\/\//, '');
    const trusted = {
      provider: iam.providerArn(issuer),
      keys: { [`${host}:aud`]: audience, [`${host}:sub`]: subject },
    };
    if (!role || !trusts(role.trust, trusted)) throw denied();
    checkDuration(DurationSeconds, role);
    // The path of a role is no part of its sessions' names.
    const name = role.name.replace(/^.*\//, '');
    const session = sessions.open({
      arn: `arn:aws:sts::${accountId}:assumed-role/${name}/${RoleSessionName}`,
      userId: `${role.id}:${RoleSessionName}`,
      expiresAt: clock.now() + DurationSeconds * 1000,
    });
    return {
      SubjectFromWebIdentityToken: subject,
      Audience: audience,
      AssumedRoleUser: { AssumedRoleId: session.userId, Arn: session.arn },
      Credentials: {
        AccessKeyId: session.accessKeyId,
        SecretAccessKey: session.secretAccessKey,
        SessionToken: session.sessionToken,
        Expiration: new Date(session.expiresAt),
      },
      Provider: trusted.provider,
    };
  };
}
