import type { NamedImage } from '../inputs/afterwards.ts';
import type { ImageReference } from '../inputs/image-reference.ts';
import { identifierOf, imageNameOf } from './image-name.ts';

/** The service's image and registry, as far as going back needs them. */
export interface Running {
  readonly identifier: string;
  readonly type: 'ECR' | 'ECR_PUBLIC';
  /** Account of the registry where the identifier does not tell it. */
  readonly account: string;
}

/** An image by its identifier, in the form of the input `image`. */
export function referenceOf(
  identifier: string,
  { type, account }: Pick<Running, 'type' | 'account'>,
): ImageReference | undefined {
  const { repository, registryId, tag, digest } = imageNameOf(identifier) ?? {};
  if (!repository) return undefined;
  return {
    identifier,
    type,
    repository,
    ...(type === 'ECR' && { registryId: registryId ?? account }),
    ...(tag && { tag }),
    ...(digest && { digest }),
  };
}

/** The image that the workflow names: a tag or digest is of the running image's repository. */
export function namedReference(named: NamedImage, running: Running): ImageReference | undefined {
  if (named.kind === 'image') return named.image;
  const { name } = imageNameOf(running.identifier) ?? {};
  if (!name) return undefined;
  const { tag, digest } = { tag: undefined, digest: undefined, ...named };
  return referenceOf(identifierOf({ name, tag, digest }), running);
}
