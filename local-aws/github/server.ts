import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import { goneSignal } from '../loopback-server.ts';
import { type HttpRequest, readRequest } from '../protocol/http.ts';
import { controlPath } from './control.ts';
import { type Access, type ApiRequest, apiOf, dispatch } from './dispatch.ts';
import type { FailedAnswer, GitHubFaults } from './faults.ts';
import { enterpriseVersion } from './http/links.ts';
import type { Reply } from './http/route.ts';

/** One request that the stand-in answered. */
export interface GitHubCall {
  readonly method: string;
  /** Below the API's prefix, such as `/repos/me/app/pulls/7`; `/graphql` for GraphQL. */
  readonly path: string;
  /** Without question mark; empty when there is none. */
  readonly query: string;
  /** Of the answer; 0 when the connection was broken in place of one. */
  readonly status: number;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** What the stand-in answers with. */
export interface Serving {
  readonly access: () => Access;
  readonly faults: GitHubFaults;
  readonly clock: Clock;
  /** What other processes tell the stand-in itself; neither GitHub's nor in the calls. */
  control(request: HttpRequest): Reply;
  record(call: GitHubCall): void;
}

/** A workflow's token has 1,000 requests an hour and repository. */
const hourlyRequests = 1000;

function commonHeaders({ api }: ApiRequest, made: number, clock: Clock) {
  const hour = 3_600_000;
  const reset = Math.ceil((clock.now() + 1) / hour) * (hour / 1000);
  return {
    'content-type': 'application/json; charset=utf-8',
    'x-github-request-id': randomBytes(12).toString('hex').toUpperCase(),
    'x-github-media-type': 'github.v3; format=json',
    'x-github-api-version-selected': '2022-11-28',
    'x-ratelimit-limit': String(hourlyRequests),
    'x-ratelimit-remaining': String(Math.max(hourlyRequests - made, 0)),
    'x-ratelimit-used': String(made),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-resource': api === 'graphql' ? 'graphql' : 'core',
    ...(api === 'enterprise-rest' && { 'x-github-enterprise-version': enterpriseVersion }),
  };
}

function asReply({ status, headers, body }: FailedAnswer): Reply {
  const message = status >= 500 ? 'Server Error' : 'Refused';
  const documentation_url = 'https://docs.github.com/rest';
  const made = body ?? { message, documentation_url, status: String(status) };
  return { status, body: made, ...(headers && { headers }) };
}

function send(answer: ServerResponse, reply: Reply, headers: Readonly<Record<string, string>>) {
  const { body } = reply;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  answer.writeHead(reply.status, { ...headers, ...reply.headers });
  answer.end(body === undefined ? undefined : text);
}

const apiRequest = ({ method, path, query, headers, body }: HttpRequest): ApiRequest => ({
  ...apiOf(path),
  method,
  query,
  headers,
  body: body.toString('utf8'),
});

/** Makes the listener of the stand-in's server. It throws for what is the stand-in's own fault. */
export function gitHubListener({ access, faults, clock, control, record }: Serving) {
  let made = 0;
  const serve = async (request: ApiRequest, answer: ServerResponse): Promise<void> => {
    const { method, path, query } = request;
    const log = (status: number) => record({ method, path, query, status, time: clock.now() });
    made += 1;
    const headers = commonHeaders(request, made, clock);
    const trouble = faults.take(method, path);
    if (trouble?.kind === 'hang-up') {
      if (trouble.after) dispatch(request, access());
      log(0);
      answer.destroy();
      return;
    }
    const reply =
      trouble?.kind === 'answer' ? asReply(trouble.answer) : dispatch(request, access());
    if (trouble?.kind === 'late') await clock.sleep(trouble.ms, goneSignal(answer));
    log(reply.status);
    send(answer, reply, headers);
  };
  return async (message: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const whole = await readRequest(message).catch(() => undefined);
    if (!whole) return;
    if (whole.path.startsWith(controlPath)) {
      send(answer, control(whole), { 'content-type': 'application/json' });
      return;
    }
    try {
      await serve(apiRequest(whole), answer);
    } catch (error) {
      // Nobody is to wait for an answer that never comes.
      answer.destroy();
      throw error;
    }
  };
}
