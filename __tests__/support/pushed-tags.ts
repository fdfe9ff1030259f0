import {
  CreateRepositoryCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
  ListImagesCommand,
} from '@aws-sdk/client-ecr';
import type { LocalAws } from '../../local-aws/start.ts';
import { askRegistry, manifestType, pushImage, type RegistryAccess } from './registry-client.ts';

const repositoryName = 'hello';

/** Puts images into the repository `hello`, which is made: one for each group of tags. */
export async function pushTags(
  aws: LocalAws,
  ...groups: readonly (readonly string[])[]
): Promise<void> {
  await asked(aws, (ecr) => ecr.send(new CreateRepositoryCommand({ repositoryName })));
  const access = await loggedIn(aws);
  for (const [first = '', ...others] of groups) {
    const { manifest } = await pushImage(access, repositoryName, first, first);
    for (const tag of others) {
      const put = { body: manifest, type: manifestType };
      await askRegistry(access, 'PUT', `${repositoryName}/manifests/${tag}`, put);
    }
  }
}

/** Inputs that deploy an image of the repository `hello` to a service of that name. */
export function imageInputs(
  { accountId, region }: LocalAws,
  tag: string,
  more: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  return {
    service: repositoryName,
    image: `${accountId}.dkr.ecr.${region}.amazonaws.com/${repositoryName}:${tag}`,
    'access-role-arn': `arn:aws:iam::${accountId}:role/apprunner-ecr-access`,
    ...more,
  };
}

/** Pushes an index over the image of a tag, which can't be deleted before the index is. */
export async function pushIndexOver(aws: LocalAws, tag: string): Promise<void> {
  const access = await loggedIn(aws);
  const found = await askRegistry(access, 'GET', `${repositoryName}/manifests/${tag}`);
  const size = (await found.text()).length;
  const digest = found.headers.get('docker-content-digest');
  const type = 'application/vnd.oci.image.index.v1+json';
  const manifests = [{ mediaType: manifestType, size, digest }];
  const body = JSON.stringify({ schemaVersion: 2, mediaType: type, manifests });
  const put = await askRegistry(access, 'PUT', `${repositoryName}/manifests/all`, { body, type });
  if (put.status !== 201) throw new Error(`the registry answered ${put.status}`);
}

/** The tags in the repository `hello`, sorted; digests of images without one. */
export async function tagsLeft(aws: LocalAws): Promise<string[]> {
  const { imageIds = [] } = await asked(aws, (ecr) =>
    ecr.send(new ListImagesCommand({ repositoryName, maxResults: 1_000 })),
  );
  return imageIds.map(({ imageTag, imageDigest }) => imageTag ?? `${imageDigest}`).sort();
}

async function loggedIn(aws: LocalAws): Promise<RegistryAccess> {
  const { authorizationData = [] } = await asked(aws, (ecr) =>
    ecr.send(new GetAuthorizationTokenCommand({})),
  );
  const authorization = `Basic ${authorizationData[0]?.authorizationToken}`;
  return { host: aws.registryHost, authorization };
}

async function asked<T>(aws: LocalAws, call: (ecr: ECRClient) => Promise<T>): Promise<T> {
  const ecr = new ECRClient(aws.clientConfig);
  try {
    return await call(ecr);
  } finally {
    ecr.destroy();
  }
}
