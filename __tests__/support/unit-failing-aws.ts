import { once } from 'node:events';
import { createServer } from 'node:http';
import { AppRunnerClient } from '@aws-sdk/client-apprunner';
import { appRunnerCalls } from '../../src/aws/apprunner.ts';
import { startSession } from '../../src/aws/session.ts';
import type { AppRunner } from '../../src/ports.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';
import './unit-one-realm.ts';

/** How a server treats one request: an answer, a connection broken before one, or none at all. */
export type Treatment =
  | { readonly status: number; readonly error?: string; readonly retryAfter?: number }
  | 'drop'
  | 'hang';

/** A session against a server that misbehaves as told, and what was seen of it. */
export interface FailingAws {
  readonly clock: ManualClock;
  readonly appRunner: AppRunner;
  readonly session: ReturnType<typeof startSession>;
  /** Requests to App Runner so far. */
  readonly requests: () => number;
  readonly told: readonly string[];
}

/** What a test scripts of it. */
export interface FailingAwsOptions {
  /** Treats the nth request to App Runner, from 0; STS is answered well. */
  readonly treat: (request: number, clock: ManualClock) => Treatment | Promise<Treatment>;
  /** Another endpoint than the server, for App Runner alone. */
  readonly endpoint?: string;
  readonly cancelled?: AbortSignal;
  readonly random?: () => number;
}

/** Time is the clock's: the waits between tries take none. */
export async function withFailingAws(
  {
    treat,
    endpoint,
    cancelled = new AbortController().signal,
    random = () => 0,
  }: FailingAwsOptions,
  act: (aws: FailingAws) => Promise<void>,
): Promise<void> {
  const clock = manualClock();
  let requests = 0;
  const server = createServer(async (request, response) => {
    if (!request.headers['x-amz-target']) {
      response.end(IDENTITY);
      return;
    }
    requests += 1;
    const treatment = await treat(requests - 1, clock);
    if (treatment === 'drop') request.socket.destroy();
    else if (treatment !== 'hang') {
      const { status, error, retryAfter } = treatment;
      if (retryAfter) response.setHeader('retry-after', retryAfter);
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify(error ? { __type: error, message: 'so it is' } : LIST));
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = Object(server.address());
  const before = { ...process.env };
  const own = `http://127.0.0.1:${port}`;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: own,
    AWS_ENDPOINT_URL_APPRUNNER: endpoint ?? own,
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'secret',
  });
  const told: string[] = [];
  const tell = (text: string) => told.push(text);
  try {
    const session = startSession('us-east-1', { clock, cancelled, random, tell });
    await session.identity;
    const appRunner = appRunnerCalls(new AppRunnerClient(session.config));
    await act({ clock, appRunner, session, requests: () => requests, told });
  } finally {
    process.env = before;
    server.closeAllConnections();
    server.close();
  }
}

const IDENTITY =
  '<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/a</Arn>' +
  '<Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>';

const LIST = { OperationSummaryList: [{ Id: 'operation', Status: 'SUCCEEDED' }] };
