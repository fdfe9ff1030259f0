import { generateKeyPair, type JsonWebKey, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';

/** A key that tokens are signed with. */
export interface SigningKey {
  /** The public half with its id, as a list of keys has it. */
  readonly published: JsonWebKey;
  /** A JSON web token with these claims, signed with RS256. */
  sign(claims: object): string;
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function signingKey(id: string, privateKey: KeyObject, publicKey: KeyObject): SigningKey {
  const published = { ...publicKey.export({ format: 'jwk' }), kid: id, alg: 'RS256', use: 'sig' };
  return {
    published,
    sign: (claims) => {
      const signed = `${part({ typ: 'JWT', alg: 'RS256', kid: id, x5t: id })}.${part(claims)}`;
      return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
    },
  };
}

/** Makes a key of 2048 bits, which takes a tenth of a second or more. */
export async function makeSigningKey(id: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
  });
  return signingKey(id, privateKey, publicKey);
}
