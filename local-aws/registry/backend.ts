/** The name that ECR's logins have. */
export const registryUser = 'AWS';

/** A running registry that the proxy stands in front of. */
export interface RegistryBackend {
  /** `127.0.0.1:PORT`, plain HTTP. */
  readonly host: string;
  readonly password: string;
  close(): Promise<void>;
}

/** Which registry to run: in memory, Debian's docker-registry binary, or an image such as registry:3. */
export type RegistryChoice =
  | { readonly kind: 'memory' }
  | { readonly kind: 'binary'; readonly path: string }
  | { readonly kind: 'container'; readonly image: string };

/** The Authorization header of the registry's one user. */
export function basicAuthorization(password: string): string {
  return `Basic ${Buffer.from(`${registryUser}:${password}`).toString('base64')}`;
}
