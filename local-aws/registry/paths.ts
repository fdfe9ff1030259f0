/** What a path of the registry's HTTP API is about. */
export type RegistryPath =
  | { readonly kind: 'ping' }
  | { readonly kind: 'blob'; readonly name: string; readonly digest: string }
  | { readonly kind: 'uploads'; readonly name: string }
  | { readonly kind: 'upload'; readonly name: string; readonly id: string }
  | { readonly kind: 'manifest'; readonly name: string; readonly reference: string }
  | { readonly kind: 'tags'; readonly name: string }
  | { readonly kind: 'referrers'; readonly name: string }
  | { readonly kind: 'other' };

/** Reads a path of the OCI distribution API. Repository names may have slashes. */
export function parseRegistryPath(path: string): RegistryPath {
  if (path === '/v2/' || path === '/v2') return { kind: 'ping' };
  const match =
    /^\/v2\/(.+?)\/(?:(blobs)\/(uploads)\/?([^/]*)|(blobs|manifests|tags|referrers)\/([^/]+))$/.exec(
      path,
    );
  const [, name = '', , uploads, id = '', kind, last = ''] = match ?? [];
  if (uploads) return id === '' ? { kind: 'uploads', name } : { kind: 'upload', name, id };
  const rest = decodeURIComponent(last);
  if (kind === 'blobs') return { kind: 'blob', name, digest: rest };
  if (kind === 'manifests') return { kind: 'manifest', name, reference: rest };
  if (kind === 'tags' && rest === 'list') return { kind: 'tags', name };
  if (kind === 'referrers') return { kind: 'referrers', name };
  return { kind: 'other' };
}
