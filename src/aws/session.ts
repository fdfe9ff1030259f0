import { GetCallerIdentityCommand, STSClient, type STSClientConfig } from '@aws-sdk/client-sts';
import { ActionError } from '../errors.ts';
import type { Clock, Identity } from '../ports.ts';
import { USER_AGENT } from '../version.ts';
import { awsCall } from './errors.ts';
import { MAX_ATTEMPTS, PatientRetryStrategy } from './retry.ts';

/** Credentials that AWS is being asked about, and what clients of the same session share. */
export interface Session {
  /** Every client is to be made with it: retries, timeouts and the cancel are in it. */
  readonly config: Pick<
    STSClientConfig,
    'region' | 'maxAttempts' | 'requestHandler' | 'credentials' | 'customUserAgent'
  > & { readonly extensions: { configure(client: ClientParts): void }[] };
  /** Rejects with an ActionError when AWS does not know the credentials. */
  readonly identity: Promise<Identity>;
  /** Resolves when the first request is on its way or has failed. */
  readonly underWay: Promise<void>;
  /** No call is tried again after this moment, in milliseconds since 1970; Infinity at first. */
  readonly retries: { notAfter: number };
}

/** What a session needs of the run it belongs to. */
export interface SessionOptions {
  /** Waits between retries are spent on it. */
  readonly clock: Clock;
  /** After its abort no request leaves, and its reason is thrown; those under way may be answered. */
  readonly cancelled: AbortSignal;
  /** Told of long waits before a retry. */
  readonly tell: (text: string) => void;
  /** From 0 up to 1; spreads the retries. */
  readonly random?: () => number;
}

/**
 * These APIs answer within a second or two. A request that hangs is given up and counts as a
 * broken connection, which the SDK retries; without a limit it would wait for five minutes.
 */
const REQUESTS = {
  connectionTimeout: 5_000,
  requestTimeout: 25_000,
  socketTimeout: 25_000,
  throwOnRequestTimeout: true,
} as const;

/**
 * Starts a session by asking who the credentials belong to. It is a file of its own because
 * this one client is small: the question travels while the others load. Endpoint overrides and
 * credentials come by the SDK's own rules (AWS_ENDPOINT_URL, the default credential chain).
 */
export function startSession(region: string, options: SessionOptions): Session {
  const { config, retries } = clientConfig(region, options);
  const client = new STSClient(config);
  const { promise: underWay, resolve } = Promise.withResolvers<void>();
  client.middlewareStack.add(
    (next) => (args) => {
      // The socket gets its turn of the event loop before the other clients take theirs.
      setTimeout(resolve, 1);
      return next(args);
    },
    { step: 'deserialize', priority: 'low', name: 'underWay' },
  );
  const identity = awsCall('sts:GetCallerIdentity', 'the AWS credentials', async () => {
    const { Account, Arn } = await client.send(new GetCallerIdentityCommand({}));
    if (!Account || !Arn) throw new ActionError('STS answered without account or ARN.');
    return { account: Account, arn: Arn };
  });
  // Credentials that can't even sign end here; whoever awaits the identity hears of it.
  identity.catch(() => resolve());
  return {
    // One provider for all clients: each would otherwise assume the role for itself.
    config: { ...config, credentials: client.config.credentials },
    identity,
    underWay,
    retries,
  };
}

/** What every client of a session is made with, all but the credentials. */
export function clientConfig(
  region: string,
  options: SessionOptions,
): { readonly config: Omit<Session['config'], 'credentials'>; retries: Session['retries'] } {
  const retries = { notAfter: Number.POSITIVE_INFINITY };
  const config = {
    region,
    maxAttempts: MAX_ATTEMPTS,
    requestHandler: REQUESTS,
    customUserAgent: USER_AGENT,
    extensions: [{ configure: (client: ClientParts) => equip(client, options, retries) }],
  };
  return { config, retries };
}

type Extension = NonNullable<STSClientConfig['extensions']>[number];
type ClientParts = Pick<Parameters<Extension['configure']>[0], 'httpHandler' | 'setRetryStrategy'>;

/** Gives one client, which speaks to one endpoint, its retries, and lets a cancel stop it. */
function equip(
  client: ClientParts,
  { clock, cancelled, tell, random = Math.random }: SessionOptions,
  retries: Session['retries'],
): void {
  const handler = client.httpHandler();
  const handle = handler.handle.bind(handler);
  let reached = false;
  handler.handle = async (request, options) => {
    cancelled.throwIfAborted();
    const answer = await handle(request, options);
    reached = true;
    return answer;
  };
  const strategy = new PatientRetryStrategy({
    clock,
    random,
    tell,
    reached: () => reached,
    notAfter: () => retries.notAfter,
  });
  client.setRetryStrategy(async () => strategy);
}
