import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { ActionError, errorMessage } from '../errors.ts';
import type { Identity, Role } from '../ports.ts';
import { present } from './answers.ts';
import { awsCall } from './errors.ts';
import { type AskedToken, jobToken } from './job-token.ts';
import { type Expiring, renewed } from './renewed.ts';
import { roleRemedies } from './role-remedies.ts';
import { clientConfig, type Session, type SessionOptions } from './session.ts';
import { tokenClaims } from './token-claims.ts';

/** What assuming a role needs of the run beside what every session needs. */
export interface RoleSessionOptions extends SessionOptions {
  /** Where the runner says how the job's token is asked for. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Loads what hides a value in every log line from then on. */
  readonly masking: () => Promise<(secret: string) => void>;
}

/** Credentials of the role, and who they make us. */
interface RoleCredentials extends Expiring {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly identity: Identity;
}

const ACTION = 'sts:AssumeRoleWithWebIdentity';

/**
 * Starts a session with the credentials of a role that trusts the job's OIDC token. They stay in
 * this process, are masked before anything is signed with them, and are renewed with a new token
 * when the run outlives them. AWS's answer says who we are, so that is not asked for again.
 *
 * The SDK's own provider of such credentials would take one token for ever, calls STS without this
 * run's retries and cancel, and fails a call when a renewal fails that was not needed yet.
 *
 * @param asked the first token, which has been asked for already
 */
export function startRoleSession(
  region: string,
  role: Role,
  asked: AskedToken,
  options: RoleSessionOptions,
): Session {
  const { config, retries } = clientConfig(region, options);
  const { clock, env, tell, masking, random = Math.random } = options;
  const asking = { ...options, random, notAfter: () => retries.notAfter };
  const client = new STSClient(config);
  retryUnreadKeys(client);
  let first: Promise<string> | undefined = asked.token;
  const obtain = async () => {
    const begun = clock.now();
    const token = first ?? jobToken(role.audience, env, asking);
    first = undefined;
    const mask = await maskToken(token, masking);
    const credentials = await assume(client, role, await token, region, mask);
    // The session's length counts from before the call, by our own clock: AWS's may be another.
    return { ...credentials, until: begun + role.durationSeconds * 1_000 };
  };
  const current = renewed(obtain, clock, (error) =>
    tell(`The AWS credentials could not be renewed yet: ${errorMessage(error)}`),
  );
  const provider = async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = await current();
    return { accessKeyId, secretAccessKey, sessionToken };
  };
  const identity = current().then((credentials) => credentials.identity);
  // Whoever awaits the identity hears of its failure.
  identity.catch(() => undefined);
  return {
    // The SDK keeps credentials by the machine's clock unless it is told that they are kept already.
    config: { ...config, credentials: Object.assign(provider, { memoized: true }) },
    identity,
    underWay: asked.underWay,
    retries,
  };
}

/** Masks a token once it is there; what does it loads while the token travels. */
async function maskToken(
  token: Promise<string>,
  masking: RoleSessionOptions['masking'],
): Promise<(secret: string) => void> {
  // A token that does not come is the failure, whatever becomes of the masking.
  const [mask] = await Promise.all([masking(), token.catch(() => undefined)]);
  mask(await token);
  return mask;
}

async function assume(
  client: STSClient,
  role: Role,
  token: string,
  region: string,
  mask: (secret: string) => void,
): Promise<Omit<RoleCredentials, keyof Expiring>> {
  const remedies = roleRemedies(role, tokenClaims(token), region);
  const resource = `role ${role.arn}`;
  const answer = await awsCall(
    ACTION,
    resource,
    () =>
      client.send(
        new AssumeRoleWithWebIdentityCommand({
          RoleArn: role.arn,
          RoleSessionName: role.sessionName,
          DurationSeconds: role.durationSeconds,
          WebIdentityToken: token,
        }),
      ),
    remedies,
  );
  const { AccessKeyId, SecretAccessKey, SessionToken } = answer.Credentials ?? {};
  const credentials = {
    accessKeyId: present(AccessKeyId, ACTION, 'AccessKeyId'),
    secretAccessKey: present(SecretAccessKey, ACTION, 'SecretAccessKey'),
    sessionToken: present(SessionToken, ACTION, 'SessionToken'),
  };
  for (const secret of Object.values(credentials)) mask(secret);
  const arn = present(answer.AssumedRoleUser?.Arn, ACTION, 'AssumedRoleUser');
  const [, , , , account = ''] = arn.split(':');
  if (account === '') throw new ActionError(`AWS answered ${ACTION} with '${arn}' for an ARN.`);
  return { ...credentials, identity: { account, arn } };
}

/** AWS reads GitHub's keys over the internet, and that it could not just now is no verdict. */
function retryUnreadKeys(client: STSClient): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (/retrieve verification key/i.test(errorMessage(error))) {
          Object.assign(Object(error), { $retryable: {} });
        }
        throw error;
      }
    },
    { step: 'deserialize', priority: 'high', name: 'retryUnreadKeys' },
  );
}
