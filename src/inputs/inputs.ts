import { BUILD_INPUTS, type BuildInputs, readBuild } from './build.ts';
import { type ImageReference, REPOSITORY, readImage, TAG } from './image-reference.ts';
import { readList } from './lists.ts';
import type { Parsers } from './parsers.ts';
import { type GetInput, InputReader } from './reader.ts';
import { readSettings, type ServiceSettings } from './settings.ts';

/** An image this step builds and pushes to private ECR. */
export interface BuildSource {
  readonly kind: 'build';
  readonly build: BuildInputs;
  readonly repository: string;
  /** Account of the registry; undefined means the caller's. */
  readonly registryId?: string;
  /** The first one is deployed. */
  readonly tags: readonly [string, ...string[]];
}

/** An image that exists. */
export interface ImageSource {
  readonly kind: 'image';
  readonly image: ImageReference;
}

/** What every command is told. */
export interface CommonInputs {
  readonly service: string;
  readonly region: string;
  readonly wait: boolean;
  readonly timeoutMinutes: number;
  /** Application log lines to show after a failure. */
  readonly logLines: number;
}

/** What to ask the service URL after a deployment. */
export interface SmokeTest {
  /** Starts with a slash; may have a query. */
  readonly path: string;
  /** The status that is wanted; undefined means any of 200 to 299. */
  readonly status?: number;
}

/** Everything that a workflow with `command: deploy` said. */
export interface DeployInputs extends CommonInputs {
  readonly command: 'deploy';
  readonly source: BuildSource | ImageSource;
  readonly settings: ServiceSettings;
  readonly smoke?: SmokeTest;
}

/** Everything that a workflow with another command said; it ignores what only deploy uses. */
export interface LifecycleInputs extends CommonInputs {
  readonly command: 'pause' | 'resume' | 'delete';
}

/** Everything the workflow said, checked. Nothing reads an input after this. */
export type Inputs = DeployInputs | LifecycleInputs;

/** The environment the runner and the credentials step give: Region and commit. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads all inputs once.
 *
 * @throws InputError with every problem that can be seen without files or network.
 */
export function readInputs(get: GetInput, env: Environment, parsers: Parsers): Inputs {
  const reader = new InputReader(get, parsers);
  const region = readRegion(reader, env);
  const service = reader.matching('service', /^[A-Za-z0-9][A-Za-z0-9_-]{3,39}$/, {
    allowed: '4 to 40 of A-Z a-z 0-9 - _, the first one a letter or a digit',
    example: 'service: hello-api',
  });
  if (!reader.has('service')) {
    reader.problem(
      "Input 'service' is missing: the App Runner service's name. Example: service: hello-api",
    );
  }
  const inputs = {
    command: reader.oneOf('command', ['deploy'], 'deploy') ?? 'deploy',
    service: service ?? '',
    region: region ?? '',
    source: readSource(reader, region, service ?? '', env),
    settings: readSettings(reader),
    wait: reader.flag('wait') ?? true,
    timeoutMinutes: reader.integer('timeout-minutes', 1, 120, 30) ?? 30,
    logLines: 40,
  } as const;
  refuseForPublicImage(reader, inputs.source, inputs.settings);
  reader.throwIfWrong();
  return inputs;
}

const REGION = /^[a-z]{2,}(-[a-z]+)+-\d$/;

function readRegion(reader: InputReader, env: Environment): string | undefined {
  if (!reader.has('aws-region')) {
    const region = env.AWS_REGION || env.AWS_DEFAULT_REGION;
    if (region && REGION.test(region)) return region;
    reader.problem(
      region
        ? `AWS_REGION is '${region}', which is no AWS Region's code. Example: aws-region: us-east-1`
        : "Input 'aws-region' is missing, and neither AWS_REGION nor AWS_DEFAULT_REGION is set. Example: aws-region: us-east-1",
    );
    return undefined;
  }
  return reader.matching('aws-region', REGION, {
    allowed: "an AWS Region's code",
    example: 'aws-region: us-east-1',
  });
}

/** Stands for an image that could not be read; the problem is on record, so nobody sees it. */
const NO_IMAGE: ImageReference = { identifier: '', type: 'ECR', repository: '' };

function readSource(
  reader: InputReader,
  region: string | undefined,
  service: string,
  env: Environment,
): BuildSource | ImageSource {
  const image = readImage(reader, region);
  if (reader.has('image')) {
    for (const name of [...BUILD_INPUTS, 'repository', 'registry-id', 'image-tags']) {
      if (!reader.has(name)) continue;
      reader.problem(
        `Inputs 'image' and '${name}' exclude each other: 'image' deploys an image that exists, '${name}' is about one that this step builds. Remove one of them.`,
      );
    }
    // Problems of a build that nobody asked for would only hide the one with the image.
    return { kind: 'image', image: image ?? NO_IMAGE };
  }
  const registryId = reader.matching('registry-id', /^\d{12}$/, {
    allowed: 'an AWS account number of 12 digits',
    example: 'registry-id: "123456789012"',
  });
  return {
    kind: 'build',
    build: readBuild(reader),
    repository: readRepository(reader, service),
    ...(registryId && { registryId }),
    tags: readTags(reader, env),
  };
}

/** The start of an image name that was pasted whole; as a repository it would only make a folder. */
const REGISTRY_HOST =
  /^((localhost|[^/]*\.amazonaws\.com(\.cn)?|public\.ecr\.aws)(\/|$)|[^/]*:\d+|(docker|gcr|ghcr|quay)\.io\/)/;

function readRepository(reader: InputReader, service: string): string {
  const allowed =
    'an ECR repository name without registry host and tag: 2 to 256 of a-z 0-9 and single . _ - / between them';
  const named = reader.text('repository');
  const repository = named ?? service.toLowerCase();
  const isHost = REGISTRY_HOST.test(repository);
  const fits = REPOSITORY.test(repository) && repository.length >= 2 && repository.length <= 256;
  if (named !== undefined && (!fits || isHost)) {
    reader.refuse('repository', named, { allowed, example: 'repository: team/hello' });
  } else if (named === undefined && service !== '' && !fits) {
    reader.problem(
      `Input 'repository' is missing, and the service's name '${service}' is no repository name that App Runner takes. Example: repository: hello`,
    );
  }
  return repository;
}

function readTags(reader: InputReader, env: Environment): readonly [string, ...string[]] {
  const named = reader.has('image-tags');
  const tags = named ? readList(reader, 'image-tags', 'comma or line') : [env.GITHUB_SHA ?? ''];
  const [first, ...more] = new Set(tags.filter((tag) => tag !== ''));
  if (first === undefined) {
    if (!reader.complainedAbout('image-tags')) {
      const what = named ? 'names no tag' : 'is missing, and GITHUB_SHA, its default, is not set';
      reader.problem(`Input 'image-tags' ${what}. Example: image-tags: 1.4.0`);
    }
    return [''];
  }
  for (const tag of [first, ...more]) {
    if (TAG.test(tag)) continue;
    reader.refuse('image-tags', tag, {
      allowed: 'tags of 1 to 128 letters, digits, _ . and -, one a line, not starting with . or -',
      example: 'image-tags: 1.4.0',
    });
  }
  return [first, ...more];
}

/** App Runner pulls ECR Public without a role and never redeploys from it by itself. */
function refuseForPublicImage(
  reader: InputReader,
  source: BuildSource | ImageSource,
  settings: ServiceSettings,
): void {
  if (source.kind !== 'image' || source.image.type !== 'ECR_PUBLIC') return;
  if (settings.accessRoleArn) {
    reader.problem(
      "Inputs 'image' and 'access-role-arn' exclude each other here: App Runner refuses an access role for an ECR Public image. Remove 'access-role-arn'.",
    );
  }
  if (settings.autoDeployments) {
    reader.problem(
      "Inputs 'image' and 'auto-deployments' exclude each other here: App Runner makes no automatic deployments from ECR Public. Remove 'auto-deployments'.",
    );
  }
}
