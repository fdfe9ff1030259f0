import {
  BatchGetImageCommand,
  DescribeRepositoriesCommand,
  type ECRClient,
  GetAuthorizationTokenCommand,
} from '@aws-sdk/client-ecr';
import { ActionError } from '../errors.ts';
import type { Ecr } from '../ports.ts';
import { tagCalls } from './ecr-tags.ts';
import { awsCall } from './errors.ts';

/** Kinds of manifest to accept; an index is asked for so that it can be refused by name. */
const MANIFESTS = [
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.index.v1+json',
];

/** The ECR calls over an SDK client. */
export function ecrCalls(client: ECRClient): Ecr {
  return {
    ...tagCalls(client),

    login: (registryId) =>
      awsCall('ecr:GetAuthorizationToken', 'the registry', async () => {
        const command = new GetAuthorizationTokenCommand(
          registryId ? { registryIds: [registryId] } : {},
        );
        const [data] = (await client.send(command)).authorizationData ?? [];
        return decoded(data?.authorizationToken, data?.proxyEndpoint);
      }),

    repository: (name, registryId) =>
      awsCall('ecr:DescribeRepositories', `repository '${name}'`, async () => {
        const command = new DescribeRepositoriesCommand({
          repositoryNames: [name],
          ...(registryId && { registryId }),
        });
        const [found] = (await client.send(command)).repositories ?? [];
        if (!found) throw new ActionError(`ECR answered DescribeRepositories without '${name}'.`);
        return {
          name,
          immutable: found.imageTagMutability?.startsWith('IMMUTABLE') ?? false,
          exceptions: (found.imageTagMutabilityExclusionFilters ?? []).flatMap(
            ({ filter }) => filter ?? [],
          ),
        };
      }),

    // Few runs make a repository, so what it takes is loaded by those.
    createRepository: async (request) =>
      (await import('./ecr-new-repository.ts')).createRepository(client, request),

    putLifecyclePolicy: async (repository, policy) =>
      (await import('./ecr-new-repository.ts')).putLifecyclePolicy(client, repository, policy),

    image: (repository, { tag, digest }, registryId) =>
      awsCall('ecr:BatchGetImage', `repository '${repository}'`, async () => {
        const command = new BatchGetImageCommand({
          repositoryName: repository,
          imageIds: [{ ...(digest ? { imageDigest: digest } : { imageTag: tag }) }],
          acceptedMediaTypes: MANIFESTS,
          ...(registryId && { registryId }),
        });
        const [found] = (await client.send(command)).images ?? [];
        if (!found?.imageManifest || !found.imageId?.imageDigest) return undefined;
        return {
          digest: found.imageId.imageDigest,
          manifest: found.imageManifest,
          mediaType: found.imageManifestMediaType ?? '',
        };
      }),
  };
}

/** The token is base64 of user:password (ECR API reference, AuthorizationData). */
function decoded(token: string | undefined, endpoint: string | undefined) {
  const [username, password] = Buffer.from(token ?? '', 'base64')
    .toString()
    .split(/:(.*)/s);
  if (!username || !password || !endpoint) {
    throw new ActionError('ECR answered GetAuthorizationToken without a usable login.');
  }
  return { username, password, endpoint };
}
