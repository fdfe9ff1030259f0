import { ActionError } from '../errors.ts';
import type { RegistryLogin, StoredImage } from '../ports.ts';

/** The digest of an image's configuration, or the images that an index lists. */
export type Manifest =
  | { readonly kind: 'image'; readonly configDigest: string }
  | { readonly kind: 'index'; readonly amd64?: string };

interface ManifestJson {
  readonly config?: { readonly digest?: string };
  readonly manifests?: readonly {
    readonly digest?: string;
    readonly platform?: { readonly os?: string; readonly architecture?: string };
  }[];
}

/** Reads a Docker or OCI manifest; throws ActionError when it is neither image nor index. */
export function readManifest(text: string): Manifest {
  const json: ManifestJson = JSON.parse(text);
  if (json.config?.digest) return { kind: 'image', configDigest: json.config.digest };
  if (json.manifests) {
    const amd64 = json.manifests.find(
      ({ platform }) => platform?.os === 'linux' && platform.architecture === 'amd64',
    );
    return { kind: 'index', ...(amd64?.digest && { amd64: amd64.digest }) };
  }
  throw new ActionError('ECR answered a manifest that is neither an image nor an index.');
}

/**
 * Checks that ECR holds a plain linux/amd64 image: App Runner pulls any other without a word
 * and fails twenty minutes later with 'exec format error' (apprunner-roadmap#79).
 *
 * @param name the image in the user's words
 * @param readBlob fetches a blob of the image's repository by digest
 * @throws ActionError with the architecture that was found and how to build another
 */
export async function checkArchitecture(
  name: string,
  image: StoredImage,
  readBlob: (digest: string) => Promise<string>,
): Promise<void> {
  const manifest = readManifest(image.manifest);
  if (manifest.kind === 'index') throw refusedIndex(name, manifest.amd64);
  const { os = 'linux', architecture }: { os?: string; architecture?: string } = JSON.parse(
    await readBlob(manifest.configDigest),
  );
  if (os === 'linux' && architecture === 'amd64') return;
  throw new ActionError(
    `${name} is a ${os}/${architecture ?? 'unknown'} image, and App Runner runs linux/amd64 only: it would stop with 'exec format error'. ` +
      `Build it with --platform linux/amd64, or let this action build it.`,
  );
}

/** The URL of a blob in a registry (OCI distribution specification, 'Pulling blobs'). */
export function blobUrl(login: RegistryLogin, repository: string, digest: string): string {
  return `${login.endpoint.replace(/\/+$/, '')}/v2/${repository}/blobs/${digest}`;
}

function refusedIndex(name: string, amd64: string | undefined): ActionError {
  const remedy = amd64
    ? `Push the linux/amd64 image alone (docker buildx build --platform linux/amd64 --provenance=false --sbom=false), or deploy it by its digest: ${name.replace(/(:[^:/@]+)?(@.*)?$/, '')}@${amd64}`
    : 'It holds no linux/amd64 image; build one with --platform linux/amd64.';
  return new ActionError(
    `${name} is an index of several images or attestations, not a plain image, which is what App Runner is known to run. ${remedy}`,
  );
}
