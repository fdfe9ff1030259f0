import { served } from '../protocol/served.ts';
import type { AwsService } from '../protocol/service.ts';
import { registryUser } from '../registry/backend.ts';
import type { EcrContext } from './context.ts';
import { imageOperations } from './images-api.ts';
import { lifecycleOperations } from './lifecycle-api.ts';
import { repositoryOperations } from './repositories-api.ts';
import { resourceTagOperations } from './resource-tags.ts';

interface AuthorizeInput {
  readonly registryIds?: readonly string[];
}

const tokenLifetime = 12 * 60 * 60 * 1000;

/** A login for each registry asked for; only this account's has an endpoint on this machine. */
function authorize(context: EcrContext, registryIds: readonly string[]) {
  const { accountId, region, clock, password, registryHost } = context;
  const authorizationData = registryIds.map((registryId) => ({
    authorizationToken: Buffer.from(`${registryUser}:${password}`).toString('base64'),
    expiresAt: new Date(clock.now() + tokenLifetime),
    proxyEndpoint:
      registryId === accountId
        ? `http://${registryHost}`
        : `https://${registryId}.dkr.ecr.${region}.amazonaws.com`,
  }));
  return { authorizationData };
}

/** The ECR service on the repositories and the registry of the context. */
export function createEcr(context: EcrContext): AwsService {
  return {
    model: 'ecr',
    operations: {
      GetAuthorizationToken: served(({ registryIds = [context.accountId] }: AuthorizeInput) =>
        authorize(context, registryIds),
      ),
      ...repositoryOperations(context),
      ...imageOperations(context),
      ...lifecycleOperations(context),
      ...resourceTagOperations(context),
    },
  };
}
