import type { JsonWebKey } from 'node:crypto';
import { AwsError } from '../protocol/aws-error.ts';
import type { OidcProvider } from './iam.ts';

/** AWS's own words, two spaces and all. */
const unreachable = () =>
  new AwsError(
    'InvalidIdentityToken',
    "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
  );

/** The public keys of an identity provider, by key id. Throws AwsError when it does not tell them. */
export async function providerKeys({
  keysUrl,
}: OidcProvider): Promise<ReadonlyMap<string, JsonWebKey>> {
  const answer = await fetch(keysUrl, { signal: AbortSignal.timeout(5_000) }).catch(
    () => undefined,
  );
  if (!answer?.ok) throw unreachable();
  const { keys } = Object(await answer.json());
  const list: readonly JsonWebKey[] = Array.isArray(keys) ? keys : [];
  return new Map(list.map((key) => [String(key.kid), key]));
}

/** As {@link providerKeys}, the one that a token names. */
export async function providerKey(provider: OidcProvider, keyId: string): Promise<JsonWebKey> {
  const key = (await providerKeys(provider)).get(keyId);
  if (!key) throw unreachable();
  return key;
}
