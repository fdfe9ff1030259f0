import { AwsError } from '../../protocol/aws-error.ts';
import type { Home } from '../home.ts';
import { invalidRequest } from '../refusals.ts';
import { replaceSettings } from '../run-settings.ts';
import type {
  CodeConfiguration,
  CodeRepository,
  ProviderType,
  ServiceStatus,
  SourceConfiguration,
} from '../shapes.ts';

/** A service before a request that is about its source. */
export interface Before {
  readonly source: SourceConfiguration;
  readonly status: ServiceStatus;
}

const hosts: Readonly<Record<ProviderType, string>> = {
  GITHUB: 'github.com',
  BITBUCKET: 'bitbucket.org',
};

/**
 * Refuses a connection that can't be used. That it has to be AVAILABLE and is required is of the
 * API model; the words are ours.
 */
const checkConnection = (url: string, arn: string | undefined, home: Home): void => {
  if (arn === undefined) throw invalidRequest('Authentication configuration is invalid.');
  const connection = home.connections.find(arn);
  if (connection === undefined || connection.deletedAt !== undefined) {
    throw invalidRequest(`The connection ARN you specified isn't valid. ARN: '${arn}'`);
  }
  if (connection.status !== 'AVAILABLE') {
    throw invalidRequest(
      `The connection you specified isn't AVAILABLE. Status: ${connection.status}. ARN: '${arn}'`,
    );
  }
  const host = hosts[connection.provider];
  const parts = URL.canParse(url) ? new URL(url) : undefined;
  const named = /^\/[^/]+\/[^/]+\/?$/.test(parts?.pathname ?? '');
  if (parts?.protocol !== 'https:' || parts.host !== host || !named) {
    throw invalidRequest(
      `The repository URL ${url} isn't valid for a connection to ${connection.provider}: it must be https://${host}/OWNER/REPOSITORY.`,
    );
  }
};

/** The configuration after a request; only CreateService requires one (API model). */
const configurationOf = (
  asked: CodeConfiguration | undefined,
  before: Before | undefined,
  { undocumented }: Home,
): CodeConfiguration => {
  const current = before?.source.CodeRepository?.CodeConfiguration;
  if (asked === undefined) {
    if (current !== undefined) return current;
    throw invalidRequest('CodeConfiguration is required to create a service from source code.');
  }
  const { ConfigurationSource: source, CodeConfigurationValues: values } = asked;
  if (before?.status === 'CREATE_FAILED' && current && current.ConfigurationSource !== source) {
    throw new AwsError(
      'InvalidRequestException',
      `ConfigurationSource cannot be changed from ${current.ConfigurationSource} to ${source} for CREATE_FAILED services.`,
    );
  }
  if (values === undefined) {
    if (source === 'REPOSITORY') return { ConfigurationSource: source };
    throw invalidRequest('CodeConfigurationValues are required for ConfigurationSource API.');
  }
  const replaced = replaceSettings(values, current?.CodeConfigurationValues, undocumented);
  return { ConfigurationSource: source, CodeConfigurationValues: replaced };
};

/**
 * The code source a service has after a request: checked, with App Runner's defaults. On an
 * update `before` gives what the request leaves out; the values of the configuration are replaced
 * whole, except that a start command can't be taken away.
 */
export const resolveCode = (
  asked: SourceConfiguration,
  repository: CodeRepository,
  before: Before | undefined,
  home: Home,
): SourceConfiguration => {
  const { RepositoryUrl, SourceCodeVersion } = repository;
  const current = before?.source;
  const authentication = asked.AuthenticationConfiguration ?? current?.AuthenticationConfiguration;
  if (authentication?.AccessRoleArn !== undefined) {
    throw invalidRequest('Authentication configuration is invalid.');
  }
  checkConnection(RepositoryUrl, authentication?.ConnectionArn, home);
  if (SourceCodeVersion.Value === '') throw invalidRequest('The branch must not be empty.');
  return {
    CodeRepository: {
      RepositoryUrl,
      SourceCodeVersion,
      CodeConfiguration: configurationOf(repository.CodeConfiguration, before, home),
      SourceDirectory:
        repository.SourceDirectory ?? current?.CodeRepository?.SourceDirectory ?? '/',
    },
    AutoDeploymentsEnabled: asked.AutoDeploymentsEnabled ?? current?.AutoDeploymentsEnabled ?? true,
    ...(authentication && { AuthenticationConfiguration: authentication }),
  };
};
