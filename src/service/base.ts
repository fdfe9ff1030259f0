import type { Service } from '@aws-sdk/client-apprunner';
import type { ServiceSettings } from '../inputs/settings.ts';
import { type Configuration, type DeployedSource, readBack } from './configuration.ts';

/**
 * What a preview takes over from the service that it starts from: everything that makes it run
 * alike. Its source is its own, it does not deploy by itself, and its auto scaling is named apart
 * (see shrunk).
 */
export function baseConfiguration(base: Service, source: DeployedSource): Configuration {
  const { SourceConfiguration, AutoScalingConfigurationArn: _, ...others } = readBack(base);
  const { ImageRepository, CodeRepository, AuthenticationConfiguration } =
    SourceConfiguration ?? {};
  if (source.type === 'CODE') {
    // Its branch would be deployed in place of the pull request's.
    const { SourceCodeVersion: _branch, ...code } = CodeRepository ?? {};
    return CodeRepository
      ? {
          ...others,
          SourceConfiguration: {
            CodeRepository: { RepositoryUrl: undefined, ...code, SourceCodeVersion: undefined },
            AuthenticationConfiguration,
          },
        }
      : others;
  }
  return ImageRepository
    ? { ...others, SourceConfiguration: { ImageRepository, AuthenticationConfiguration } }
    : others;
}

/** Settings of a preview, which has one instance unless they say otherwise. */
export function shrunk(settings: ServiceSettings): ServiceSettings {
  const { autoScaling: named = { kind: 'sizes' }, document } = settings;
  if (named.kind === 'arn' || document?.AutoScalingConfigurationArn) return settings;
  const { minSize = 1 } = named;
  return { ...settings, autoScaling: { minSize, maxSize: minSize, ...named } };
}
