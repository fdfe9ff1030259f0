import { GetCallerIdentityCommand, STSClient, type STSClientConfig } from '@aws-sdk/client-sts';
import { ActionError } from '../errors.ts';
import type { Identity } from '../ports.ts';
import { awsCall } from './errors.ts';

/** Credentials that AWS is being asked about, and what clients of the same session share. */
export interface Session {
  readonly config: Pick<STSClientConfig, 'region' | 'maxAttempts' | 'credentials'>;
  /** Rejects with an ActionError when AWS does not know the credentials. */
  readonly identity: Promise<Identity>;
  /** Resolves when the first request is on its way or has failed. */
  readonly underWay: Promise<void>;
}

/**
 * Starts a session by asking who the credentials belong to. It is a file of its own because
 * this one client is small: the question travels while the others load. Endpoint overrides and
 * credentials come by the SDK's own rules (AWS_ENDPOINT_URL, the default credential chain).
 */
export function startSession(region: string): Session {
  // A broken connection or a throttled call is no verdict on a deployment that takes minutes.
  const config = { region, maxAttempts: 5 };
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
  // One provider for all clients: each would otherwise assume the role for itself.
  return { config: { ...config, credentials: client.config.credentials }, identity, underWay };
}
