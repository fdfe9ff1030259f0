import type { BuildInputs } from '../inputs/build.ts';

/** A docker command as a value: its arguments, and the secrets it takes from its environment. */
export interface BuildCommand {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What a build needs beyond the inputs. */
export interface BuildTarget {
  /** Full image names, the one to deploy first. */
  readonly images: readonly string[];
  /** Where buildx writes the digest. */
  readonly metadataFile: string;
  /** Overrides the input `builder`. */
  readonly builder?: string | undefined;
}

/**
 * Makes the arguments of `docker buildx build`. The platform is App Runner's only one.
 * Attestations are off, because they turn the image into an index (docker/buildx#1509), which
 * App Runner is not known to run.
 *
 * The values of `secrets` go through the environment of the build: never argv, never a file.
 */
export function buildCommand(build: BuildInputs, target: BuildTarget): BuildCommand {
  const secrets = build.secrets.map(([id, value], index) => ({
    id,
    value,
    variable: `APPRUNNER_DEPLOY_SECRET_${index}`,
  }));
  const builder = target.builder ?? build.builder;
  return {
    args: [
      'buildx',
      'build',
      ...each('--add-host', build.addHosts),
      ...each('--build-arg', build.buildArgs),
      ...each('--build-context', build.buildContexts),
      ...option('--builder', builder),
      ...each('--cache-from', build.cacheFrom),
      ...each('--cache-to', build.cacheTo),
      ...option('--file', build.file),
      ...each('--label', build.labels),
      ...option('--metadata-file', target.metadataFile),
      ...option('--network', build.network),
      ...(build.noCache ? ['--no-cache'] : []),
      ...option('--platform', 'linux/amd64'),
      '--provenance=false',
      ...(build.pull ? ['--pull'] : []),
      '--push',
      '--sbom=false',
      ...each('--secret', [
        ...secrets.map(({ id, variable }) => `id=${id},env=${variable}`),
        ...build.secretEnvs.map(([id, variable]) => `id=${id},env=${variable}`),
        ...build.secretFiles.map(([id, path]) => `id=${id},src=${path}`),
      ]),
      ...each('--ssh', build.ssh),
      ...each('--tag', target.images),
      ...option('--target', build.target),
      build.context,
    ],
    env: Object.fromEntries(secrets.map(({ variable, value }) => [variable, value])),
  };
}

function option(flag: string, value: string | undefined): string[] {
  return value === undefined ? [] : [flag, value];
}

function each(flag: string, values: readonly string[]): string[] {
  return values.flatMap((value) => [flag, value]);
}
