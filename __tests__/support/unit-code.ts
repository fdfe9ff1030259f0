import type { CodeConfigurationValues, Service } from '@aws-sdk/client-apprunner';
import { createService, SECRET_ARN } from './create-service.ts';

export const REPOSITORY_URL = 'https://github.com/team/hello';
export const CONNECTION_ARN = `arn:aws:apprunner:us-east-1:123456789012:connection/github/${'a'.repeat(32)}`;

/** A service that App Runner builds from code, with settings of the API. */
export function codeService(more: Partial<CodeConfigurationValues> = {}): Service {
  return fromCode({
    ConfigurationSource: 'API',
    CodeConfigurationValues: {
      Runtime: 'NODEJS_22',
      BuildCommand: 'npm ci',
      StartCommand: 'node server.js',
      Port: '3000',
      RuntimeEnvironmentVariables: { LOG_LEVEL: 'info' },
      RuntimeEnvironmentSecrets: { API_KEY: SECRET_ARN },
      ...more,
    },
  });
}

/** One whose repository has an apprunner.yaml; App Runner ignores values then. */
export function fileService(ignored?: CodeConfigurationValues): Service {
  return fromCode({
    ConfigurationSource: 'REPOSITORY',
    ...(ignored && { CodeConfigurationValues: ignored }),
  });
}

function fromCode(
  CodeConfiguration: NonNullable<
    NonNullable<Service['SourceConfiguration']>['CodeRepository']
  >['CodeConfiguration'],
): Service {
  return createService({
    SourceConfiguration: {
      CodeRepository: {
        RepositoryUrl: REPOSITORY_URL,
        SourceCodeVersion: { Type: 'BRANCH', Value: 'main' },
        SourceDirectory: '/api',
        CodeConfiguration,
      },
      AutoDeploymentsEnabled: false,
      AuthenticationConfiguration: { ConnectionArn: CONNECTION_ARN },
    },
  });
}
