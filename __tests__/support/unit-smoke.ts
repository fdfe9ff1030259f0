import type { Service } from '@aws-sdk/client-apprunner';
import { Progress } from '../../src/commands/progress.ts';
import { smokeTest } from '../../src/commands/smoke.ts';
import { errorMessage } from '../../src/errors.ts';
import type { SmokeTest } from '../../src/inputs/smoke-test.ts';
import type { PageAnswer } from '../../src/ports.ts';
import { createInputs } from './create-inputs.ts';
import { createService, SERVICE_ARN, SERVICE_ID } from './create-service.ts';
import type { LogLines } from './fake-logs.ts';
import { type FakeWorld, fakePorts } from './fake-ports.ts';

export const HOST = 'https://psbqam834h.us-east-1.awsapprunner.com';

/** What one request meets: an answer, its status alone, or the error that it ends with. */
export type Scripted = Partial<PageAnswer> | number | Error;

/** What a test scripts of a smoke test; the rest is a public service that answers 200. */
export interface SmokeScript {
  readonly test?: SmokeTest;
  /** The answers, request by request; the last one stays. */
  readonly pages?: readonly Scripted[] | ((url: string) => Scripted);
  /** How long each answer takes, in milliseconds. */
  readonly answerMs?: number;
  /** What the deployment has told of the URL. */
  readonly serviceUrl?: string | undefined;
  readonly describe?: () => Promise<Service>;
  /** Lines of the service's log groups. */
  readonly logs?: LogLines;
  /** Milliseconds until the deadline. */
  readonly leftMs?: number;
  /** Values that no log may show. */
  readonly hidden?: readonly string[];
}

/** A smoke test after its end. */
export interface SmokeRun extends FakeWorld {
  readonly progress: Progress;
  /** Every request: its URL and the time it was given. */
  readonly requests: readonly { readonly url: string; readonly timeoutMs: number }[];
  /** Milliseconds that it took. */
  readonly ms: number;
  /** The error it ended with. */
  readonly error: unknown;
  /** That error's text; empty when it passed. */
  readonly failure: string;
}

/** Runs a smoke test of the page /health against scripted answers. */
export async function runSmokeTest(script: SmokeScript = {}): Promise<SmokeRun> {
  const { pages = [200], test = { path: '/health' }, leftMs = 60_000 } = script;
  const requests: { url: string; timeoutMs: number }[] = [];
  const world = fakePorts({
    appRunner: { describe: script.describe ?? (async () => createService()) },
    ...(script.logs && { logs: script.logs }),
  });
  const progress = new Progress();
  progress.hide(script.hidden ?? []);
  progress.learn({
    serviceName: 'hello-api',
    serviceArn: SERVICE_ARN,
    serviceId: SERVICE_ID,
    serviceUrl: 'serviceUrl' in script ? script.serviceUrl : HOST.replace('https://', ''),
  });
  const get = async (url: string, timeoutMs: number): Promise<PageAnswer> => {
    const page =
      typeof pages === 'function' ? pages(url) : pages[Math.min(requests.length, pages.length - 1)];
    requests.push({ url, timeoutMs });
    world.clock.pass(script.answerMs ?? 0);
    if (page instanceof Error) throw page;
    return { status: 200, body: '', ...(typeof page === 'number' ? { status: page } : page) };
  };
  const begin = world.clock.now();
  const job = {
    inputs: createInputs(),
    ports: { ...world.ports, get },
    aws: await world.ports.aws('us-east-1').load(),
    runner: world.runner,
    progress,
  };
  const error: unknown = await smokeTest(job, test, begin, begin + leftMs).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return {
    ...world,
    progress,
    requests,
    ms: world.clock.now() - begin,
    error,
    failure: error === undefined ? '' : errorMessage(error),
  };
}
