/** Filters that are exceptions to a repository's tag mutability, `*` being any text. */
export interface ExclusionFilter {
  readonly filterType: 'WILDCARD';
  readonly filter: string;
}

/** Whether a tag may be pushed again. */
export interface TagMutability {
  readonly mode: 'MUTABLE' | 'IMMUTABLE' | 'IMMUTABLE_WITH_EXCLUSION' | 'MUTABLE_WITH_EXCLUSION';
  readonly exclusions: readonly ExclusionFilter[];
}

/** A manifest that the registry accepted. */
export interface Image {
  readonly digest: string;
  readonly mediaType: string;
  /** The manifest's text, byte for byte. */
  readonly manifest: string;
  readonly pushedAt: Date;
  readonly tags: Set<string>;
}

/** One repository with its images by digest, oldest first. */
export interface Repository {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: Date;
  mutability: TagMutability;
  readonly scanOnPush: boolean;
  readonly encryption: { readonly encryptionType: string; readonly kmsKey?: string };
  lifecyclePolicy?: { readonly text: string; readonly at: Date };
  readonly resourceTags: Map<string, string>;
  readonly images: Map<string, Image>;
}

/** All repositories of the account and region, by name. */
export type Repositories = Map<string, Repository>;

/** The image a tag points to. */
export function imageByTag(repository: Repository, tag: string): Image | undefined {
  return [...repository.images.values()].find((image) => image.tags.has(tag));
}

/** The image of a digest or a tag, as registries take either for a reference. */
export function imageByReference(repository: Repository, reference: string): Image | undefined {
  return repository.images.get(reference) ?? imageByTag(repository, reference);
}

/** Says whether this tag, once pushed, may not point to another image. */
export function isImmutable({ mutability }: Repository, tag: string): boolean {
  const { mode, exclusions } = mutability;
  const excluded = exclusions.some(({ filter }) => {
    const parts = filter.split('*').map((part) => part.replaceAll('.', '\\.'));
    return new RegExp(`^${parts.join('.*')}$`).test(tag);
  });
  if (mode === 'IMMUTABLE_WITH_EXCLUSION') return !excluded;
  if (mode === 'MUTABLE_WITH_EXCLUSION') return excluded;
  return mode === 'IMMUTABLE';
}

/** Adds an accepted manifest; a tag moves to it from the image that had it before. */
export function recordPush(
  repository: Repository,
  pushed: Omit<Image, 'tags'>,
  tag: string | undefined,
): void {
  const image = repository.images.get(pushed.digest) ?? { ...pushed, tags: new Set<string>() };
  repository.images.set(pushed.digest, image);
  if (tag === undefined) return;
  imageByTag(repository, tag)?.tags.delete(tag);
  image.tags.add(tag);
}

/** What a manifest says of itself; empty when it is not JSON. */
export interface ManifestFacts {
  /** Bytes of configuration and layers. */
  readonly size: number;
  readonly artifactMediaType?: string;
  /** Digests that an index lists. */
  readonly children: readonly string[];
}

interface Descriptor {
  digest?: string;
  size?: number;
  mediaType?: string;
}

/** Reads the sizes, kind and children out of an image manifest or index. */
export function manifestFacts(manifest: string): ManifestFacts {
  const parsed: {
    config?: Descriptor;
    layers?: Descriptor[];
    manifests?: Descriptor[];
    artifactType?: string;
  } = JSON.parse(manifest);
  const parts = [...(parsed.config ? [parsed.config] : []), ...(parsed.layers ?? [])];
  const artifactMediaType = parsed.artifactType ?? parsed.config?.mediaType;
  return {
    size: parts.reduce((sum, part) => sum + (part.size ?? 0), 0),
    ...(artifactMediaType && { artifactMediaType }),
    children: (parsed.manifests ?? []).flatMap(({ digest }) => (digest ? [digest] : [])),
  };
}
