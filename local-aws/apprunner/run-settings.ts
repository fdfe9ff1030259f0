import { invalidRequest } from './refusals.ts';
import type { CodeConfigurationValues, ImageConfiguration, SourceConfiguration } from './shapes.ts';
import type { Undocumented } from './undocumented.ts';

export const defaultPort = '8080';

/** What a source says about its container; of a code repository what is in the API only. */
export const runSettings = (
  source: SourceConfiguration,
): ImageConfiguration | CodeConfigurationValues | undefined =>
  source.ImageRepository?.ImageConfiguration ??
  source.CodeRepository?.CodeConfiguration?.CodeConfigurationValues;

/** The port of a source's container. */
export const portOf = (source: SourceConfiguration): string =>
  runSettings(source)?.Port ?? defaultPort;

/** Refuses a port, a name of a variable or a double name that App Runner would refuse. */
export const checkRunSettings = (settings: ImageConfiguration): void => {
  const port = settings.Port ?? defaultPort;
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    throw invalidRequest(`Port '${port}' isn't valid. Specify a number between 1 and 65535.`);
  }
  const variables = Object.keys(settings.RuntimeEnvironmentVariables ?? {});
  const secrets = Object.keys(settings.RuntimeEnvironmentSecrets ?? {});
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

const mapsOf = (asked: ImageConfiguration, current: ImageConfiguration): ImageConfiguration =>
  Object.fromEntries(
    (['RuntimeEnvironmentVariables', 'RuntimeEnvironmentSecrets'] as const)
      .filter((map) => asked[map] !== undefined)
      .map((map) => [map, { ...current[map], ...asked[map] }]),
  );

/**
 * The settings after a request: replaced whole, except that a start command can't be taken away,
 * as users of App Runner report, and what `undocumented` keeps.
 */
export const replaceSettings = <T extends ImageConfiguration>(
  asked: T,
  current: ImageConfiguration | undefined,
  undocumented: Pick<Undocumented, 'omittedMembers' | 'omittedMapEntries'>,
): T => {
  const startCommand = asked.StartCommand || current?.StartCommand;
  const settings = {
    Port: defaultPort,
    ...(undocumented.omittedMembers === 'kept' && current),
    ...asked,
    ...(undocumented.omittedMapEntries === 'kept' && current && mapsOf(asked, current)),
    ...(startCommand === undefined ? {} : { StartCommand: startCommand }),
  };
  checkRunSettings(settings);
  return settings;
};
