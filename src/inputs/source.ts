import { BUILD_INPUTS, type BuildInputs, readBuild } from './build.ts';
import { CODE_INPUTS, type CodeSettings, readCode } from './code.ts';
import { type ImageReference, REPOSITORY, readImage, TAG } from './image-reference.ts';
import { readList } from './lists.ts';
import type { InputReader } from './reader.ts';

/** An image this step builds and pushes to private ECR. */
export interface BuildSource {
  readonly kind: 'build';
  readonly build: BuildInputs;
  readonly repository: string;
  /** Account of the registry; undefined means the caller's. */
  readonly registryId?: string;
  /** Make the repository where there is none. */
  readonly createRepository: boolean;
  /** The first one is deployed. */
  readonly tags: readonly [string, ...string[]];
  /** True when no input is about it, so that an image of `service-config` goes before. */
  readonly implied: boolean;
}

/** An image that exists. */
export interface ImageSource {
  readonly kind: 'image';
  readonly image: ImageReference;
}

/** Source code that App Runner builds by itself. */
export interface CodeSource {
  readonly kind: 'code';
  readonly named: CodeSettings;
}

/** Where what is deployed comes from. */
export type Source = BuildSource | ImageSource | CodeSource;

/** Stands for an image that could not be read; the problem is on record, so nobody sees it. */
const NO_IMAGE: ImageReference = { identifier: '', type: 'ECR', repository: '' };

/**
 * Reads where what is deployed comes from: a code repository, an image that exists, or else a
 * build of the checkout.
 *
 * @param region undefined when it could not be read
 * @param service the service's name, after which the repository is called; may be empty
 * @param tag of an image that is built, where none is named
 */
export function readSource(
  reader: InputReader,
  region: string | undefined,
  service: string,
  tag: string | undefined,
): Source {
  const image = readImage(reader, region);
  const code = readCode(reader, region);
  const about = [...BUILD_INPUTS, 'repository', 'registry-id', 'create-repository', 'image-tags'];
  const named = about.filter((name) => reader.has(name));
  const [aboutCode] = CODE_INPUTS.filter((name) => reader.has(name));
  refuseMixed(reader, named, aboutCode);
  // Problems of a build that nobody asked for would only hide the one with its source.
  if (aboutCode !== undefined) return { kind: 'code', named: code };
  if (reader.has('image')) return { kind: 'image', image: image ?? NO_IMAGE };
  return {
    kind: 'build',
    build: readBuild(reader),
    ...readRegistry(reader, service),
    createRepository: reader.flag('create-repository') ?? false,
    tags: readTags(reader, tag),
    implied: named.length === 0,
  };
}

/** True when the inputs leave the image to this step. */
export function buildsImage(reader: InputReader): boolean {
  return !['image', ...CODE_INPUTS].some((name) => reader.has(name));
}

/** Reads where images that this step builds are pushed to. */
export function readRegistry(
  reader: InputReader,
  service: string,
): Pick<BuildSource, 'repository' | 'registryId'> {
  const registryId = reader.matching('registry-id', /^\d{12}$/, {
    allowed: 'an AWS account number of 12 digits',
    example: 'registry-id: "123456789012"',
  });
  return { repository: readRepository(reader, service), ...(registryId && { registryId }) };
}

/** One service has one source. */
function refuseMixed(
  reader: InputReader,
  aboutBuild: readonly string[],
  aboutCode: string | undefined,
): void {
  const image = reader.has('image') ? ['image'] : [];
  const role = reader.has('access-role-arn') ? ['access-role-arn'] : [];
  const others = aboutCode === undefined ? [] : [...image, ...aboutBuild, ...role];
  const pairs = [
    ...image.flatMap((name) => aboutBuild.map((other) => [name, other] as const)),
    ...others.map((other) => [`${aboutCode}`, other] as const),
  ];
  for (const [one, other] of pairs) {
    reader.problem(
      `Inputs '${one}' and '${other}' exclude each other: '${one}' ${aim(one)}, '${other}' ${aim(other)}. Remove one of them.`,
    );
  }
}

/** What an input about the source is for. */
function aim(input: string): string {
  if (input === 'image') return 'deploys an image that exists';
  if (input === 'access-role-arn') return 'names the role that pulls an image';
  return CODE_INPUTS.some((name) => name === input)
    ? 'has App Runner build a code repository'
    : 'is about an image that this step builds';
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

function readTags(reader: InputReader, usual: string | undefined): readonly [string, ...string[]] {
  const named = reader.has('image-tags');
  const tags = named ? readList(reader, 'image-tags', 'comma or line') : [usual ?? ''];
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
