import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { ApiModel } from '../models/model.ts';
import type { HttpRequest } from './http.ts';

/** Credentials the server knows. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Credentials for a while, of a role. */
export interface TemporaryCredentials extends Credentials {
  readonly arn: string;
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** What a signature must be made for. */
export interface SignatureScope {
  /** Those of the account's own user. */
  readonly credentials: Credentials;
  /** Finds credentials that were given out, by their id. */
  readonly given: (accessKeyId: string) => TemporaryCredentials | undefined;
  /** The time that credentials expire by, in milliseconds since 1970. */
  readonly expiryTime: number;
  readonly region: string;
  /** The signing name of the service. */
  readonly service: string;
  /** Milliseconds since 1970. AWS allows a signature to be five minutes off. */
  readonly now: number;
}

/** Why a signature is refused; the protocol turns the kind into the service's error code. */
export interface SignatureRefusal {
  readonly kind: 'missing' | 'incomplete' | 'unknown-key' | 'expired' | 'mismatch';
  readonly message: string;
}

const algorithm = 'AWS4-HMAC-SHA256';
const allowedSkew = 5 * 60 * 1000;
const mismatchText =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';
const unknownKeyText = 'The security token included in the request is invalid.';
const expiredText = 'The security token included in the request is expired';

interface Authorization {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly terminator: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) =>
  createHmac('sha256', key).update(data).digest();

function parseAuthorization(header: string): Authorization | undefined {
  const field = (name: string) => new RegExp(`${name}=([^,\\s]+)`).exec(header)?.[1];
  const scope = field('Credential')?.split('/');
  const signedHeaders = field('SignedHeaders')?.split(';');
  const signature = field('Signature');
  if (!scope || !signedHeaders || !signature) return undefined;
  const [accessKeyId, date, region, service, terminator] = scope;
  if (!accessKeyId || !date || !region || !service || !terminator) return undefined;
  return { accessKeyId, date, region, service, terminator, signedHeaders, signature };
}

/** The id of the key that a request claims to be signed with; undefined when it has no signature. */
export function claimedKey(request: HttpRequest): string | undefined {
  return parseAuthorization(request.headers.authorization ?? '')?.accessKeyId;
}

/** The service a request claims to be signed for; undefined when it carries no signature. */
export function claimedService(request: HttpRequest): string | undefined {
  return parseAuthorization(request.headers.authorization ?? '')?.service;
}

/**
 * The region a request must be signed for: the service's own, us-east-1 for one that is global. An
 * SDK that is given an address of its own signs for its own region there too, which is taken.
 */
export function signingRegion(
  { global }: Pick<ApiModel, 'global'>,
  request: HttpRequest,
  region: string,
): string {
  if (!global) return region;
  const claimed = parseAuthorization(request.headers.authorization ?? '')?.region;
  return claimed === region ? region : 'us-east-1';
}

const encoded = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Pairs sorted as Signature Version 4 asks: by encoded name, then by encoded value. */
function canonicalQuery(query: string): string {
  const encode = (part: string) => encoded(decodeURIComponent(part.replaceAll('+', ' ')));
  const pairs = query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return { name: encode(name), value: encode(value.join('=')) };
    });
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return pairs
    .sort((a, b) => order(a.name, b.name) || order(a.value, b.value))
    .map(({ name, value }) => `${name}=${value}`)
    .join('&');
}

/** Each segment of a path as it was sent, encoded once more, as every service but S3 has it. */
const canonicalPath = (path: string) => path.split('/').map(encoded).join('/');

function expectedSignature(
  request: HttpRequest,
  authorization: Authorization,
  secretAccessKey: string,
): string {
  const { date, region, service, signedHeaders } = authorization;
  const headers = signedHeaders.map(
    (name) => `${name}:${(request.headers[name] ?? '').trim().replace(/\s+/g, ' ')}\n`,
  );
  const canonical = [
    request.method,
    canonicalPath(request.path),
    canonicalQuery(request.query),
    headers.join(''),
    signedHeaders.join(';'),
    sha256(request.body),
  ].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const text = [algorithm, request.headers['x-amz-date'] ?? '', scope, sha256(canonical)].join(
    '\n',
  );
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${secretAccessKey}`,
  );
  return hmac(key, text).toString('hex');
}

const equal = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const amzDate = (milliseconds: number) =>
  new Date(milliseconds).toISOString().replace(/[-:]|\.\d+/g, '');

function skewRefusal(stamp: string, now: number): string | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp);
  if (!parts)
    return `Date must be in ISO-8601 'basic format'. Got '${stamp}'. See http://en.wikipedia.org/wiki/ISO_8601`;
  const [, year, month, day, hour, minute, second] = parts;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (time < now - allowedSkew) {
    return `Signature expired: ${stamp} is now earlier than ${amzDate(now - allowedSkew)} (${amzDate(now)} - 5 min.)`;
  }
  if (time > now + allowedSkew) {
    return `Signature not yet current: ${stamp} is still later than ${amzDate(now + allowedSkew)} (${amzDate(now)} + 5 min.)`;
  }
  return undefined;
}

/**
 * Recomputes a request's Signature Version 4 and compares key, scope, time, token and signature with
 * what the server expects, in AWS's order and words. Undefined means the signature is good.
 */
export function checkSignature(
  request: HttpRequest,
  scope: SignatureScope,
): SignatureRefusal | undefined {
  const header = request.headers.authorization;
  if (!header) return { kind: 'missing', message: 'Missing Authentication Token' };
  const authorization = header.startsWith(algorithm) ? parseAuthorization(header) : undefined;
  const stamp = request.headers['x-amz-date'];
  if (!authorization || !stamp || !authorization.signedHeaders.includes('host')) {
    return {
      kind: 'incomplete',
      message: `Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. (Hashed with SHA-256 and encoded with Base64) Authorization=${sha256(header)}`,
    };
  }
  const temporary = scope.given(authorization.accessKeyId);
  const credentials = temporary ?? scope.credentials;
  const token = request.headers['x-amz-security-token'];
  if (authorization.accessKeyId !== credentials.accessKeyId || token !== credentials.sessionToken) {
    return { kind: 'unknown-key', message: unknownKeyText };
  }
  if (temporary && scope.expiryTime >= temporary.expiresAt) {
    return { kind: 'expired', message: expiredText };
  }
  const mismatch = (message: string): SignatureRefusal => ({ kind: 'mismatch', message });
  if (authorization.region !== scope.region) {
    return mismatch('Credential should be scoped to a valid region. ');
  }
  if (authorization.service !== scope.service) {
    return mismatch(`Credential should be scoped to correct service: '${scope.service}'. `);
  }
  const { date, terminator } = authorization;
  if (terminator !== 'aws4_request' || date !== stamp.slice(0, 8)) {
    return mismatch(
      'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP',
    );
  }
  const skew = skewRefusal(stamp, scope.now);
  if (skew) return mismatch(skew);
  const expected = expectedSignature(request, authorization, credentials.secretAccessKey);
  return equal(expected, authorization.signature) ? undefined : mismatch(mismatchText);
}
