import type { BuildInputs } from '../inputs/build.ts';

/** A docker command as a value: its arguments, and the secrets it takes from its environment. */
export interface BuildCommand {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The variable by which builds are told the time of their sources (reproducible-builds.org). */
export const SOURCE_DATE_EPOCH = 'SOURCE_DATE_EPOCH';

/** What makes two builds of the same sources give the same digest. */
export interface Repeatable {
  /** Seconds since 1970; undefined when the workflow names it, and buildx passes that on. */
  readonly epoch: number | undefined;
}

/** What a build needs beyond the inputs. */
export interface BuildTarget {
  /** Full image names, the one to deploy first. */
  readonly images: readonly string[];
  /** Where buildx writes the digest. */
  readonly metadataFile: string;
  /** Overrides the input `builder`. */
  readonly builder?: string | undefined;
  /** Makes the digest depend on the sources alone. */
  readonly repeatable?: Repeatable | undefined;
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
  const { repeatable } = target;
  return {
    args: [
      'buildx',
      'build',
      ...each('--add-host', build.addHosts),
      ...each('--build-arg', [...build.buildArgs, ...epochArgument(repeatable)]),
      ...each('--build-context', build.buildContexts),
      ...option('--builder', builder),
      ...each('--cache-from', build.cacheFrom),
      ...each('--cache-to', build.cacheTo),
      ...option('--file', build.file),
      ...each('--label', build.labels),
      ...option('--metadata-file', target.metadataFile),
      ...option('--network', build.network),
      ...(build.noCache ? ['--no-cache'] : []),
      ...(repeatable ? option('--output', REWRITING) : []),
      ...option('--platform', 'linux/amd64'),
      '--provenance=false',
      ...(build.pull ? ['--pull'] : []),
      ...(repeatable ? [] : ['--push']),
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

/**
 * What --push is short for, with the times of files set to SOURCE_DATE_EPOCH; that variable alone
 * reaches only the image's own dates. buildx adds the names.
 */
const REWRITING = 'type=image,push=true,rewrite-timestamp=true';

function epochArgument(repeatable: Repeatable | undefined): string[] {
  return repeatable?.epoch === undefined ? [] : [`${SOURCE_DATE_EPOCH}=${repeatable.epoch}`];
}

function option(flag: string, value: string | undefined): string[] {
  return value === undefined ? [] : [flag, value];
}

function each(flag: string, values: readonly string[]): string[] {
  return values.flatMap((value) => [flag, value]);
}
