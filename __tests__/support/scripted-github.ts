import type { IncomingMessage, ServerResponse } from 'node:http';
import { startLoopbackServer } from '../../local-aws/loopback-server.ts';
import { gitHubCalls } from '../../src/github/client.ts';
import type { GitHub } from '../../src/github/port.ts';
import { closedAfterEach } from './closed-after-each.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';
import './unit-one-realm.ts';

/** A token as jobs have them. */
export const TOKEN = 'ghs_0123456789abcdefghijklmnopqrstuvwxyz';

/** A request as the server got it. */
export interface Got {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** An answer of GitHub's, or what happens to the connection instead. */
export type Answer =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** Sent as JSON; text is sent as it is. */
      readonly body?: unknown;
    }
  /** Never answered. */
  | 'silence'
  /** The connection is broken before the answer. */
  | 'broken'
  /** The connection is broken within the body. */
  | 'cut';

/** A server that answers as it is told, and a client of it. */
export interface ScriptedGitHub {
  readonly gitHub: GitHub;
  readonly clock: ManualClock;
  readonly url: string;
  readonly got: readonly Got[];
  /** Methods and paths of what it got. */
  readonly asked: () => readonly string[];
  /** What the client told the debug log. */
  readonly told: readonly string[];
}

/** What is not as in the plainest case. */
export interface Script {
  readonly token?: string;
  /** Added to the server's URL, such as /api/v3. */
  readonly path?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cancelled?: AbortSignal;
  readonly answerMs?: number;
  readonly clock?: ManualClock;
}

/**
 * Starts a server that gives these answers one after the other, the last one again and again, or
 * what a function makes of each request.
 */
export function scriptedGitHub() {
  const start = closedAfterEach(startLoopbackServer, (server) => server.close());
  return async (
    answers: readonly Answer[] | ((got: Got) => Answer),
    script: Script = {},
  ): Promise<ScriptedGitHub> => {
    const got: Got[] = [];
    const told: string[] = [];
    const { host } = await start(async (request, response) => {
      const one = await received(request);
      got.push(one);
      const scripted =
        typeof answers === 'function'
          ? answers(one)
          : answers[Math.min(got.length, answers.length) - 1];
      give(scripted ?? 'broken', response);
    });
    const url = `http://${host}`;
    const clock = script.clock ?? manualClock();
    const gitHub = await gitHubCalls(
      script.token ?? TOKEN,
      {
        GITHUB_REPOSITORY: 'acme/web',
        GITHUB_API_URL: `${url}${script.path ?? ''}`,
        ...script.env,
      },
      {
        clock,
        cancelled: script.cancelled ?? new AbortController().signal,
        tell: (text) => told.push(text),
        ...(script.answerMs !== undefined && { answerMs: script.answerMs }),
      },
    );
    return {
      gitHub,
      clock,
      url,
      got,
      told,
      asked: () => got.map((one) => `${one.method} ${one.path}`),
    };
  };
}

async function received(request: IncomingMessage): Promise<Got> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString();
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: request.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

function give(answer: Answer, response: ServerResponse): void {
  if (answer === 'silence') return;
  if (answer === 'broken') {
    response.destroy();
    return;
  }
  const type = { 'content-type': 'application/json; charset=utf-8' };
  if (answer === 'cut') {
    response.writeHead(200, { ...type, 'content-length': '1000' });
    response.write('[{"number": 1', () => response.destroy());
    return;
  }
  const { status = 200, headers, body = {} } = answer;
  response.writeHead(status, { ...type, ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
