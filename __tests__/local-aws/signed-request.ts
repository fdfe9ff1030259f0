import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import type { LocalAws } from '../../local-aws/start.ts';

/** The hash that the SDK's signer takes, on Node's own. */
class Sha256 {
  readonly #hash;

  constructor(secret?: unknown) {
    const key = secret instanceof Uint8Array || typeof secret === 'string' ? secret : undefined;
    this.#hash = key === undefined ? createHash('sha256') : createHmac('sha256', key);
  }

  update(data: string | ArrayBuffer | ArrayBufferView) {
    if (typeof data === 'string') this.#hash.update(data);
    else if (ArrayBuffer.isView(data)) {
      this.#hash.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    } else this.#hash.update(new Uint8Array(data));
  }

  digest() {
    return Promise.resolve(new Uint8Array(this.#hash.digest()));
  }

  reset() {}
}

/** An App Runner request that no SDK would make, or one signed at another time. */
export interface OwnRequest {
  readonly operation?: string;
  readonly body?: string;
  /** Sent in place of the body that was signed. */
  readonly sentBody?: string;
  readonly service?: string;
  readonly at?: Date;
  readonly query?: Record<string, string>;
}

/** Sends a request to App Runner that the SDK's signer signed; by default a good ListServices. */
export async function sendSigned(
  aws: LocalAws,
  own: OwnRequest = {},
): Promise<{ status: number; body: string }> {
  const { operation = 'ListServices', body = '{}', service = 'apprunner', query = {} } = own;
  const { hostname, port, host } = new URL(aws.endpoint);
  const { credentials, region } = aws;
  const signer = new SignatureV4({ credentials, region, service, sha256: Sha256 });
  const headers = {
    host,
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `AppRunner.${operation}`,
    'x-odd-spaces': '  one   two ',
  };
  const signed = await signer.sign(
    {
      method: 'POST',
      protocol: 'http:',
      hostname,
      port: Number(port),
      path: '/',
      query,
      headers,
      body,
    },
    { signingDate: own.at ?? new Date() },
  );
  const search = new URLSearchParams(query).toString();
  const response = await fetch(`${aws.endpoint}/${search && `?${search}`}`, {
    method: 'POST',
    headers: signed.headers,
    body: own.sentBody ?? body,
  });
  return { status: response.status, body: await response.text() };
}
