import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Clock, systemClock } from '../../clock.ts';
import { startLoopbackServer } from '../../loopback-server.ts';
import type { OidcProvider } from '../../sts/iam.ts';
import { claimsOf, GITHUB_ISSUER, type OidcJob } from './job.ts';
import { makeSigningKey, type SigningKey } from './signing-key.ts';

/** How the issuer is to be; everything but the repository can be left out. */
export interface OidcOptions {
  /** OWNER/NAME. */
  readonly repository: string;
  readonly clock?: Clock | undefined;
  /** A free one by default. */
  readonly port?: number | undefined;
}

/** The variables with which a runner lets a job ask for its token. */
export interface OidcEnvironment extends Readonly<Record<string, string>> {
  readonly ACTIONS_ID_TOKEN_REQUEST_URL: string;
  readonly ACTIONS_ID_TOKEN_REQUEST_TOKEN: string;
}

/** What an answer other than a token is like: a status, or no answer at all. */
export type OidcTrouble = number | 'drop' | 'hang' | { readonly body: string };

/** A running stand-in for the part of GitHub that gives tokens to jobs. */
export interface LocalOidc {
  /** What an account's identity provider is seeded with, so that it takes these tokens. */
  readonly provider: OidcProvider;
  /** What a job with `permissions: id-token: write` finds in its environment. */
  env(job?: OidcJob): OidcEnvironment;
  /** The tokens given out so far, oldest first. */
  readonly tokens: readonly string[];
  /** How often a token was asked for, answered or not. */
  readonly requests: number;
  /** Lets the next requests for a token fail, one each. */
  fail(...troubles: readonly OidcTrouble[]): void;
  /** A token with claims of its own, signed with the issuer's key. */
  sign(claims: object): Promise<string>;
  close(): Promise<void>;
}

const requestPath = '/idtoken';
const keysPath = '/.well-known/jwks';
const configurationPath = '/.well-known/openid-configuration';

function send(answer: ServerResponse, status: number, body: object): void {
  answer.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  answer.end(JSON.stringify(body));
}

/** The document by which an identity provider is found (OpenID Connect Discovery 1.0). */
const configuration = (keysUrl: string) => ({
  issuer: GITHUB_ISSUER,
  jwks_uri: keysUrl,
  subject_types_supported: ['public', 'pairwise'],
  response_types_supported: ['id_token'],
  id_token_signing_alg_values_supported: ['RS256'],
  scopes_supported: ['openid'],
});

/**
 * Starts what a runner's ACTIONS_ID_TOKEN_REQUEST_URL leads to, on a loopback port: it signs tokens
 * of GitHub's form with a key of its own, publishes that key, and is strict about the request's
 * bearer token. Throws when the port is taken.
 */
export async function startOidc({
  repository,
  clock = systemClock,
  port = 0,
}: OidcOptions): Promise<LocalOidc> {
  const jobs = new Map<string, { readonly job: OidcJob; readonly secret: string }>();
  const tokens: string[] = [];
  const troubles: OidcTrouble[] = [];
  let requests = 0;
  let key: Promise<SigningKey> | undefined;
  const signingKey = () => {
    key ??= makeSigningKey(randomBytes(10).toString('hex').toUpperCase());
    return key;
  };

  const giveToken = async (url: URL, message: IncomingMessage, answer: ServerResponse) => {
    requests += 1;
    const trouble = troubles.shift();
    if (trouble === 'drop') return void message.socket.destroy();
    if (trouble === 'hang') return;
    if (typeof trouble === 'number') return send(answer, trouble, { message: 'not now' });
    if (trouble) return void answer.end(trouble.body);
    const found = jobs.get(url.pathname.slice(`${requestPath}/`.length));
    const [scheme = '', bearer] = (message.headers.authorization ?? '').split(' ');
    if (message.method !== 'GET') return send(answer, 405, { message: 'GET only' });
    if (!found || scheme.toLowerCase() !== 'bearer' || bearer !== found.secret) {
      return send(answer, 401, { message: 'Unauthorized' });
    }
    if (url.searchParams.get('api-version') !== '2.0') {
      return send(answer, 400, { message: 'No api-version was specified for the request.' });
    }
    const [owner = ''] = repository.split('/');
    // Whoever names no audience gets a token for the owner's URL.
    const audience = url.searchParams.get('audience') || `https://github.com/${owner}`;
    const wish = { issuer: GITHUB_ISSUER, repository, job: found.job, audience };
    const claims = claimsOf({ ...wish, now: clock.now(), id: randomUUID() });
    const token = (await signingKey()).sign(claims);
    tokens.push(token);
    return send(answer, 200, { count: token.length, value: token });
  };

  const server = await startLoopbackServer(async (message, answer) => {
    const url = new URL(message.url ?? '/', 'http://127.0.0.1');
    if (url.pathname.startsWith(requestPath)) return giveToken(url, message, answer);
    if (url.pathname === keysPath) {
      return send(answer, 200, { keys: [(await signingKey()).published] });
    }
    if (url.pathname === configurationPath) return send(answer, 200, configuration(keysUrl));
    return send(answer, 404, { message: 'Not Found' });
  }, port);
  const base = `http://${server.host}`;
  const keysUrl = `${base}${keysPath}`;
  return {
    provider: { issuer: GITHUB_ISSUER, audiences: ['sts.amazonaws.com'], keysUrl },
    env: (job = {}) => {
      const [id, secret] = [randomUUID(), randomBytes(24).toString('base64url')];
      jobs.set(id, { job, secret });
      return {
        ACTIONS_ID_TOKEN_REQUEST_URL: `${base}${requestPath}/${id}?api-version=2.0`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: secret,
      };
    },
    tokens,
    get requests() {
      return requests;
    },
    fail: (...more) => {
      troubles.push(...more);
    },
    sign: async (claims) => (await signingKey()).sign(claims),
    close: () => server.close(),
  };
}
