import { parseImageIdentifier, registryAccount, roleAccount } from './identifiers.ts';
import { invalidRequest } from './refusals.ts';
import type { ImageConfiguration, ImageRepository, SourceConfiguration } from './shapes.ts';

/** What the rules of a source need to know about the account. */
export interface Home {
  readonly accountId: string;
  /** Says whether an identifier's host is this account's own ECR. */
  owns(imageIdentifier: string): boolean;
}

const defaultPort = '8080';

const sameAccount = (identifier: string, home: Home): boolean =>
  home.owns(identifier) || registryAccount(identifier) === home.accountId;

const checkConfiguration = (configuration: ImageConfiguration): void => {
  const port = configuration.Port ?? defaultPort;
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    throw invalidRequest(`Port '${port}' isn't valid. Specify a number between 1 and 65535.`);
  }
  const variables = Object.keys(configuration.RuntimeEnvironmentVariables ?? {});
  const secrets = Object.keys(configuration.RuntimeEnvironmentSecrets ?? {});
  for (const name of [...variables, ...secrets]) {
    if (name.startsWith('AWSAPPRUNNER')) {
      throw invalidRequest(
        `Environment variable keys that start with AWSAPPRUNNER are reserved. Key: '${name}'`,
      );
    }
  }
  const both = variables.find((name) => secrets.includes(name));
  if (both !== undefined) {
    throw invalidRequest(
      `'${both}' is in both RuntimeEnvironmentVariables and RuntimeEnvironmentSecrets.`,
    );
  }
};

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
  const byDigest = parseImageIdentifier(repository.ImageIdentifier).tag === undefined;
  return asked ?? (possible && !byDigest);
};

/**
 * The source a service has after a request: checked, with App Runner's defaults. On an update
 * `current` gives what the request leaves out beside the image; the image's own configuration is
 * replaced whole, except that a start command can't be taken away.
 */
export const resolveSource = (
  asked: SourceConfiguration,
  current: SourceConfiguration | undefined,
  home: Home,
): SourceConfiguration => {
  const repository = asked.ImageRepository;
  if (asked.CodeRepository !== undefined || repository === undefined) {
    throw invalidRequest(
      repository === undefined && asked.CodeRepository === undefined
        ? 'Specify exactly one of CodeRepository and ImageRepository.'
        : 'The local App Runner serves image repositories only.',
    );
  }
  const authentication = asked.AuthenticationConfiguration ?? current?.AuthenticationConfiguration;
  const isPublic = repository.ImageRepositoryType === 'ECR_PUBLIC';
  const role = asked.AuthenticationConfiguration?.AccessRoleArn;
  checkAccess(repository, role ?? (isPublic ? undefined : authentication?.AccessRoleArn), home);

  const startCommand =
    repository.ImageConfiguration?.StartCommand ||
    current?.ImageRepository?.ImageConfiguration?.StartCommand;
  const configuration: ImageConfiguration | undefined =
    repository.ImageConfiguration === undefined && startCommand === undefined
      ? undefined
      : {
          Port: defaultPort,
          ...repository.ImageConfiguration,
          ...(startCommand === undefined ? {} : { StartCommand: startCommand }),
        };
  checkConfiguration(configuration ?? {});
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
