import { createHmac, randomBytes } from 'node:crypto';

/** Addresses of layers that work without a login for an hour, as ECR's presigned ones do. */
export interface LayerUrls {
  /** The path and query of a layer's address; `now` in milliseconds since 1970. */
  sign(repository: string, digest: string, now: number): string;
  /** The layer that an address is for, or undefined when it is forged or too old. */
  verify(path: string, query: URLSearchParams, now: number): Layer | undefined;
}

/** One blob of a repository. */
export interface Layer {
  readonly repository: string;
  readonly digest: string;
}

const lifetime = 60 * 60 * 1000;

/** Makes addresses with a key of their own: those of another start are refused. */
export function createLayerUrls(): LayerUrls {
  const key = randomBytes(32);
  const signature = (path: string, expires: string) =>
    createHmac('sha256', key).update(`${path}?${expires}`).digest('hex');
  return {
    sign(repository, digest, now) {
      const path = `/layers/${repository}/${digest}`;
      const expires = String(now + lifetime);
      return `${path}?Expires=${expires}&Signature=${signature(path, expires)}`;
    },
    verify(path, query, now) {
      const [, repository, digest] = /^\/layers\/(.+)\/([^/]+)$/.exec(path) ?? [];
      const expires = query.get('Expires') ?? '';
      if (!repository || !digest || Number(expires) < now) return undefined;
      return query.get('Signature') === signature(path, expires)
        ? { repository, digest }
        : undefined;
    },
  };
}
