import { ActionError } from '../errors.ts';
import type { ServiceSettings } from '../inputs/settings.ts';
import type { Configuration, DeployedCode } from './configured.ts';

/**
 * Refuses what App Runner would refuse or ignore of a service that it builds from a code
 * repository.
 *
 * @param after the service as it is to be
 * @throws ActionError that says what it is
 */
export function checkCode(
  name: string,
  deployed: DeployedCode,
  settings: ServiceSettings,
  { SourceConfiguration: source }: Configuration,
): void {
  const { CodeRepository: code, AuthenticationConfiguration: access } = source ?? {};
  const configuration = code?.CodeConfiguration;
  const missing = [
    !code?.RepositoryUrl && 'source-repository',
    !code?.SourceCodeVersion?.Value && 'source-branch',
    !access?.ConnectionArn && 'connection-arn',
    configuration?.ConfigurationSource === 'API' &&
      !configuration.CodeConfigurationValues?.Runtime &&
      'runtime',
  ].find(Boolean);
  if (missing) {
    throw new ActionError(
      `Input '${missing}' is missing: service '${name}' has no such setting yet, and App Runner builds no code repository without it. Example: ${missing}: ${EXAMPLES[missing]}`,
    );
  }
  const [ignored] =
    configuration?.ConfigurationSource === 'REPOSITORY' ? told(deployed, settings) : [];
  if (!ignored) return;
  throw new ActionError(
    `${ignored} is of no use for service '${name}': App Runner takes it from the repository's apprunner.yaml, and from nowhere else. ` +
      `Write it there, or set configuration-source: API with a runtime.`,
  );
}

const EXAMPLES: Readonly<Record<string, string>> = {
  'source-repository': 'https://github.com/OWNER/NAME',
  'source-branch': 'main',
  'connection-arn':
    'arn:aws:apprunner:us-east-1:123456789012:connection/github/00000000000000000000000000000001',
  runtime: 'NODEJS_22',
};

/** The settings a run names that apprunner.yaml has in place of the API. */
function told({ named }: DeployedCode, settings: ServiceSettings): string[] {
  const inputs = {
    'build-command': named.buildCommand,
    'start-command': settings.startCommand,
    port: settings.port,
    'environment-variables': settings.environmentVariables,
    'environment-secrets': settings.environmentSecrets,
  };
  const repository = settings.document?.SourceConfiguration?.CodeRepository;
  const values = Object.keys(repository?.CodeConfiguration?.CodeConfigurationValues ?? {});
  return [
    ...Object.entries(inputs)
      .filter(([, value]) => value !== undefined)
      .map(([name]) => `Input '${name}'`),
    ...values.map((name) => `CodeConfigurationValues.${name} in the document of service-config`),
  ];
}
