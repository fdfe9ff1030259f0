import {
  CreateRepositoryCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
} from '@aws-sdk/client-ecr';
import type { Call } from '../../local-aws/call-log.ts';
import { createMemoryRuntime, type Outcome } from '../../local-aws/runtime/memory.ts';
import { type LocalAws, startLocalAws } from '../../local-aws/start.ts';
import {
  askRegistry,
  manifestType,
  pushImage,
  type RegistryAccess,
} from '../support/registry-client.ts';
import type { VirtualClock } from '../support/virtual-clock.ts';
import type { Case } from './case.ts';
import { SECRETS } from './secrets.ts';

export const SERVICE = 'hello-api';
export const REPOSITORY = 'hello';
/** The tag that the service has before, and the one that the run deploys. */
export const TAGS = { before: 'v1', wanted: 'v2' } as const;
export const ACCESS_ROLE = 'arn:aws:iam::123456789012:role/service-role/AppRunnerECRAccessRole';

/** A local AWS with the images of a case in its registry. */
export interface World {
  readonly aws: LocalAws;
  /** The registry with its login. */
  readonly registry: RegistryAccess;
  /** The registry's password, in the forms in which it could be told. */
  readonly passwords: readonly string[];
  /** The image of a tag, as this case's source names it. */
  identifier(tag: string): string;
}

/** @param onCall hears of each API call and registry request as it is answered */
export async function makeWorld(
  { source, container, operationSeconds }: Case,
  clock: VirtualClock,
  onCall: (call: Call) => void,
): Promise<World> {
  const aws = await startLocalAws({
    clock,
    onCall,
    credentials: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: SECRETS.secretAccessKey,
      sessionToken: SECRETS.sessionToken,
    },
    pace:
      operationSeconds === 'app-runner'
        ? operationSeconds
        : { operationMs: operationSeconds * 1_000 },
    runtime: createMemoryRuntime({
      clock,
      sockets: false,
      script: ({ imageIdentifier, environment }) => ({
        ...OUTCOMES[imageIdentifier.endsWith(TAGS.wanted) ? container : 'listens'],
        // Applications do print what they were given.
        lines: [`starting with ${JSON.stringify(environment)}`, 'ready'],
      }),
    }),
  });
  const { registry, password } = await fillRegistry(aws).catch(async (error: unknown) => {
    await aws.close();
    throw error;
  });
  // App Runner notices a push a little later; these pushes were long ago.
  while (clock.step()) await new Promise((resolve) => setImmediate(resolve));
  const host =
    source === 'build' ? aws.registryHost : `${aws.accountId}.dkr.ecr.${aws.region}.amazonaws.com`;
  return {
    aws,
    registry,
    passwords: [password, Buffer.from(`AWS:${password}`).toString('base64')],
    identifier: (tag) => `${host}/${REPOSITORY}:${tag}`,
  };
}

const OUTCOMES: Readonly<Record<Case['container'], Outcome>> = {
  listens: { kind: 'listens' },
  exits: { kind: 'exits', code: 3, afterMs: 200 },
  unhealthy: { kind: 'unhealthy' },
  'wrong-architecture': { kind: 'wrong-architecture' },
};

async function fillRegistry(aws: LocalAws) {
  const ecr = new ECRClient(aws.clientConfig);
  try {
    await ecr.send(new CreateRepositoryCommand({ repositoryName: REPOSITORY }));
    const { authorizationData = [] } = await ecr.send(new GetAuthorizationTokenCommand({}));
    const token = authorizationData[0]?.authorizationToken ?? '';
    const registry = { host: aws.registryHost, authorization: `Basic ${token}` };
    const { manifest } = await pushImage(registry, REPOSITORY, TAGS.before);
    await askRegistry(registry, 'PUT', `${REPOSITORY}/manifests/${TAGS.wanted}`, {
      body: manifest,
      type: manifestType,
    });
    const password = Buffer.from(token, 'base64').toString().replace(/^AWS:/, '');
    return { registry, password };
  } finally {
    ecr.destroy();
  }
}
