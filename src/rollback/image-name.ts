/** An ImageIdentifier, taken apart. */
export interface ImageName {
  /** Registry and repository. */
  readonly name: string;
  readonly repository: string;
  /** Account of a private registry; undefined where the host's name does not tell it. */
  readonly registryId?: string | undefined;
  readonly tag?: string | undefined;
  readonly digest?: string | undefined;
}

const IDENTIFIER =
  /^(?<name>(?:(?<registryId>\d{12})\.dkr\.ecr\.[^/]+|[^/]+)\/(?<repository>[^:@]+))(?::(?<tag>[^@]+))?(?:@(?<digest>.+))?$/;

/** Takes an image's identifier apart; undefined for what is none. */
export function imageNameOf(identifier: string): ImageName | undefined {
  const { name, repository, registryId, tag, digest } = IDENTIFIER.exec(identifier)?.groups ?? {};
  return name && repository ? { name, repository, registryId, tag, digest } : undefined;
}

/** The identifier that names an image by its tag or, without one, by its digest. */
export function identifierOf({ name, tag, digest }: Pick<ImageName, 'name' | 'tag' | 'digest'>) {
  return tag ? `${name}:${tag}` : `${name}@${digest}`;
}

/** True when two identifiers name the same tag, or the same digest where there is no tag. */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [imageNameOf(one), imageNameOf(other)];
  return a !== undefined && b !== undefined && identifierOf(a) === identifierOf(b);
}
