import type { Home } from './home.ts';
import { parseImageIdentifier, registryAccount, roleAccount } from './identifiers.ts';
import { invalidRequest } from './refusals.ts';
import { replaceSettings } from './run-settings.ts';
import type { ImageConfiguration, ImageRepository, SourceConfiguration } from './shapes.ts';

const sameAccount = (identifier: string, home: Home): boolean =>
  home.owns(identifier) || registryAccount(identifier) === home.accountId;

const isByDigest = ({ ImageIdentifier }: ImageRepository): boolean =>
  parseImageIdentifier(ImageIdentifier).tag === undefined;

const checkAccess = (repository: ImageRepository, roleArn: string | undefined, home: Home) => {
  const isPublic = repository.ImageIdentifier.startsWith('public.ecr.aws/');
  if (isPublic !== (repository.ImageRepositoryType === 'ECR_PUBLIC')) {
    throw invalidRequest(
      `The image identifier ${repository.ImageIdentifier} isn't valid for image repository type ${repository.ImageRepositoryType}.`,
    );
  }
  if (isPublic === (roleArn !== undefined)) {
    throw invalidRequest('Authentication configuration is invalid.');
  }
  if (roleArn !== undefined && roleAccount(roleArn) !== home.accountId) {
    throw invalidRequest('Error in assuming access role ARN');
  }
};

const autoDeployments = (
  repository: ImageRepository,
  asked: boolean | undefined,
  home: Home,
): boolean => {
  const possible =
    repository.ImageRepositoryType === 'ECR' && sameAccount(repository.ImageIdentifier, home);
  if (asked === true && !possible) {
    const where =
      repository.ImageRepositoryType === 'ECR_PUBLIC'
        ? 'an ECR Public repository'
        : 'an ECR repository in a different AWS account';
    throw invalidRequest(
      `App Runner doesn't support automatic deployments for an image in ${where}.`,
    );
  }
  return asked ?? (possible && !isByDigest(repository));
};

const imageConfiguration = (
  { ImageConfiguration: asked }: ImageRepository,
  before: ImageConfiguration | undefined,
  { undocumented }: Home,
): ImageConfiguration | undefined => {
  if (asked !== undefined) return replaceSettings(asked, before, undocumented);
  if (undocumented.omittedImageConfiguration === 'kept') return before;
  if (before?.StartCommand === undefined) return undefined;
  return replaceSettings({ StartCommand: before.StartCommand }, undefined, undocumented);
};

/**
 * The image source a service has after a request: checked, with App Runner's defaults. On an
 * update `current` gives what the request leaves out beside the image; the image's own
 * configuration is replaced whole, except that a start command can't be taken away.
 */
export const resolveImage = (
  asked: SourceConfiguration,
  repository: ImageRepository,
  current: SourceConfiguration | undefined,
  home: Home,
): SourceConfiguration => {
  const authentication = asked.AuthenticationConfiguration ?? current?.AuthenticationConfiguration;
  const isPublic = repository.ImageRepositoryType === 'ECR_PUBLIC';
  const role = asked.AuthenticationConfiguration?.AccessRoleArn;
  if (asked.AuthenticationConfiguration?.ConnectionArn !== undefined) {
    throw invalidRequest('Authentication configuration is invalid.');
  }
  checkAccess(repository, role ?? (isPublic ? undefined : authentication?.AccessRoleArn), home);

  if (isByDigest(repository) && home.undocumented.digestIdentifiers === 'refused') {
    throw invalidRequest(`The image identifier ${repository.ImageIdentifier} isn't valid.`);
  }
  const before = current?.ImageRepository?.ImageConfiguration;
  const configuration = imageConfiguration(repository, before, home);
  const keep = asked.AutoDeploymentsEnabled ?? current?.AutoDeploymentsEnabled;
  return {
    ImageRepository: {
      ImageIdentifier: repository.ImageIdentifier,
      ImageRepositoryType: repository.ImageRepositoryType,
      ...(configuration === undefined ? {} : { ImageConfiguration: configuration }),
    },
    AutoDeploymentsEnabled: autoDeployments(repository, keep, home),
    ...(authentication === undefined || isPublic
      ? {}
      : { AuthenticationConfiguration: authentication }),
  };
};
