import { createHash } from 'node:crypto';
import type { PullSource } from '../ecr/images.ts';
import { addService } from './create.ts';
import type { Engine } from './engine.ts';
import { homeOf } from './home.ts';
import { sourceName } from './identifiers.ts';
import { resolveConfiguration } from './settings.ts';
import type { CreateServiceInput, ServiceStatus } from './shapes.ts';
import type { Configuration } from './store.ts';
import { tagMap } from './tag-rules.ts';

/** A service to put into the account without deploying anything. */
export type Seed = Pick<CreateServiceInput, 'ServiceName'> &
  Partial<CreateServiceInput> & {
    /** Default RUNNING. */
    readonly Status?: Exclude<ServiceStatus, 'DELETED'>;
  };

/** The image that a seeded service runs; App Runner keeps a copy of one that left ECR. */
const imageOf = async (engine: Engine, { source }: Configuration): Promise<PullSource> => {
  const identifier = sourceName(source);
  const digest = `sha256:${createHash('sha256').update(identifier).digest('hex')}`;
  const copy = { reference: identifier, digest, username: '', password: '' };
  return (await engine.foreign.resolve(engine.images, identifier)) ?? copy;
};

/**
 * Puts a service into the account as if it had been there before: in the state asked for, with no
 * operation and no container behind its URL. For tests and benches. Answers the service's ARN.
 */
export const seedService = async (engine: Engine, seed: Seed): Promise<string> => {
  const { accountId, region } = engine;
  const configuration = resolveConfiguration(
    {
      SourceConfiguration: {
        ImageRepository: {
          ImageIdentifier: `${accountId}.dkr.ecr.${region}.amazonaws.com/${seed.ServiceName.toLowerCase()}:seed`,
          ImageRepositoryType: 'ECR',
        },
        AutoDeploymentsEnabled: false,
        AuthenticationConfiguration: {
          AccessRoleArn: `arn:aws:iam::${accountId}:role/service-role/AppRunnerECRAccessRole`,
        },
      },
      ...seed,
    },
    undefined,
    homeOf(engine),
  );
  const kmsKey = seed.EncryptionConfiguration?.KmsKey;
  const service = await addService(
    engine,
    seed.ServiceName,
    configuration,
    tagMap(seed.Tags),
    kmsKey,
  );
  service.status = seed.Status ?? 'RUNNING';
  if (service.status === 'RUNNING' || service.status === 'PAUSED') {
    const image = await imageOf(engine, configuration);
    service.version = { image, configuration };
  }
  return service.arn;
};
