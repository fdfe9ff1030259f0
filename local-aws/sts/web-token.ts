import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';

/** A JSON web token taken apart; nothing is checked yet. */
export interface WebToken {
  readonly algorithm: string;
  readonly keyId: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** What the signature is over. */
  readonly signed: string;
  readonly signature: Buffer;
}

const object = (part: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
};

/** Takes a token apart; undefined for what is no token. */
export function readWebToken(text: string): WebToken | undefined {
  const [head = '', body = '', signature = '', ...more] = text.split('.');
  const header = object(head);
  const claims = object(body);
  if (!header || !claims || signature === '' || more.length > 0) return undefined;
  return {
    algorithm: String(header.alg),
    keyId: String(header.kid),
    claims,
    signed: `${head}.${body}`,
    signature: Buffer.from(signature, 'base64url'),
  };
}

/** True when the token was signed with the private half of a key; RS256 alone is taken. */
export function isSignedWith({ algorithm, signed, signature }: WebToken, key: JsonWebKey): boolean {
  if (algorithm !== 'RS256') return false;
  return verify(
    'RSA-SHA256',
    Buffer.from(signed),
    createPublicKey({ key, format: 'jwk' }),
    signature,
  );
}
