import type { Service } from '@aws-sdk/client-apprunner';
import { cleaner } from '../diagnosis/clean-text.ts';
import { visit } from '../http/visit.ts';
import type { StatusInputs } from '../inputs/inputs.ts';
import { queryValues } from '../inputs/smoke-test.ts';
import { duration } from '../report/duration.ts';
import { withScheme } from '../report/outputs.ts';
import { isPrivate } from '../service/states.ts';
import type { Job } from './job.ts';
import { passes, shownUrl, visitText, wantedText } from './smoke-texts.ts';

/** What a service's URL answers. */
export interface Health {
  /** The status as digits, `no answer`, or undefined where it was not asked. */
  readonly short: string | undefined;
  readonly text: string;
}

/** An answer that takes longer is none. */
const ANSWER_MS = 10_000;

/** States in which a service has instances that answer. */
const SERVING = new Set(['RUNNING', 'OPERATION_IN_PROGRESS']);

/**
 * Asks a service's URL once, for the page of `smoke-path` or else `/`.
 *
 * @param url of the service, without a path
 */
export async function healthOf(
  { inputs, ports, progress }: Job<StatusInputs>,
  service: Service,
  url: string | undefined,
): Promise<Health> {
  const { Status = '' } = service;
  if (isPrivate(service)) return notAsked('private, and this runner is not in its VPC');
  if (!url) return notAsked('it has no URL');
  if (!SERVING.has(Status)) return notAsked(`the service is ${Status}`);
  const { path = '/', status } = inputs.smoke ?? {};
  progress.hide(queryValues(path));
  const page = new URL(path, withScheme(url)).href;
  const { clock, get } = ports;
  const begin = clock.now();
  const seen = await visit(page, {
    get,
    timeoutMs: () => Math.max(1, begin + ANSWER_MS - clock.now()),
    follow: status === undefined || status < 300 || status > 399,
  });
  const ms = duration(clock.now() - begin);
  const clean = cleaner(progress.hidden);
  const wrong = passes(seen, status) ? '' : `; wanted was ${wantedText(status)}`;
  return {
    short: seen.kind === 'answer' ? `${seen.status}` : 'no answer',
    text: `GET ${shownUrl(page)} ${visitText(seen, page, clean)} in ${ms}${wrong}`,
  };
}

function notAsked(why: string): Health {
  return { short: undefined, text: `not asked: ${why}` };
}
