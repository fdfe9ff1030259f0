import { cleaner } from '../diagnosis/clean-text.ts';
import { ActionError, CancelledError } from '../errors.ts';
import { visit } from '../http/visit.ts';
import { queryValues, type SmokeTest } from '../inputs/smoke-test.ts';
import { duration } from '../report/duration.ts';
import { withScheme } from '../report/outputs.ts';
import { isPrivate } from '../service/states.ts';
import { findCause } from './cause.ts';
import { type Job, learnService } from './job.ts';
import {
  type Asked,
  causeText,
  failureText,
  passes,
  remedyText,
  shownUrl,
  visitText,
  wantedText,
} from './smoke-texts.ts';

/** An answer that takes longer is none. */
const ANSWER_MS = 10_000;

/** With less time left than this, a try would say more about the clock than about the page. */
const TRY_MS = 1_000;

/** A new name or route mostly works within seconds, so the first pauses are short. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;
const PAUSE_GROWTH = 1.5;

/**
 * Asks the service URL until it answers as wanted, through whatever a fresh host name, route or
 * instance answers before. Each change of the answer is logged. A service that is private, or
 * has no URL, is said to be out of reach, which is no failure.
 *
 * @param since milliseconds since 1970 when the deployment began
 * @param deadline milliseconds since 1970
 * @throws ActionError when it does not by the deadline
 */
export async function smokeTest(
  job: Job,
  test: SmokeTest,
  since: number,
  deadline: number,
): Promise<void> {
  const { progress, runner } = job;
  progress.hide(queryValues(test.path));
  if (!progress.facts.serviceUrl && (await isOutOfReach(job))) return sayOutOfReach(job);
  const url = new URL(test.path, withScheme(`${progress.facts.serviceUrl}`)).href;
  const asked = await askUntilItPasses(job, url, test.status, deadline);
  if (!asked) return sayOutOfReach(job);
  const clean = cleaner(progress.hidden);
  const { last, tries, ms } = asked;
  if (last && passes(last, test.status)) {
    const what = `${shownUrl(url)} ${visitText(last, url, clean)}`;
    runner.info(`The smoke test passed: ${what}, at try ${tries} after ${duration(ms)}.`);
    return;
  }
  await findCause(job, {
    since,
    until: deadline,
    known: { cause: causeText(url, asked, clean), remedy: remedyText(asked) },
  });
  throw new ActionError(failureText(url, test.status, asked, clean));
}

/** Asks with growing pauses until a page passes or time is up; undefined when out of reach. */
async function askUntilItPasses(
  job: Job,
  url: string,
  wanted: number | undefined,
  deadline: number,
): Promise<Asked | undefined> {
  const { runner, progress } = job;
  const { clock, get } = job.ports;
  const begin = clock.now();
  const most = duration(Math.max(0, deadline - begin));
  runner.info(`Asking ${shownUrl(url)} for ${wantedText(wanted)}, for ${most} at most.`);
  let asked: Asked = { tries: 0, ms: 0, last: undefined };
  let told: string | undefined;
  for (let pause = FIRST_PAUSE_MS; deadline - clock.now() >= TRY_MS; pause *= PAUSE_GROWTH) {
    const end = Math.min(clock.now() + ANSWER_MS, deadline);
    const last = await visit(url, {
      get,
      timeoutMs: () => Math.max(1, end - clock.now()),
      // A redirect that is wanted is not one to follow.
      follow: wanted === undefined || wanted < 300 || wanted > 399,
    });
    asked = { tries: asked.tries + 1, ms: clock.now() - begin, last };
    if (passes(last, wanted)) break;
    if (asked.tries === 1 && (await isOutOfReach(job).catch(unlessCancelled))) return undefined;
    const text = visitText(last, url, cleaner(progress.hidden));
    if (text !== told) runner.info(`${duration(asked.ms).padStart(10)}  ${text}`);
    told = text;
    const left = Math.max(0, deadline - clock.now());
    await clock.sleep(Math.min(pause, LONGEST_PAUSE_MS, left));
  }
  return asked;
}

/** True when the internet can't ask the service: it is private, or App Runner tells no URL. */
async function isOutOfReach(job: Job): Promise<boolean> {
  const service = await job.aws.appRunner.describe(`${job.progress.facts.serviceArn}`);
  learnService(job, service);
  return isPrivate(service) || !service.ServiceUrl;
}

/** A service that can't be read is asked on: what it answers is the better proof. */
function unlessCancelled(error: unknown): false {
  if (error instanceof CancelledError) throw error;
  return false;
}

function sayOutOfReach({ runner }: Job): void {
  runner.warning(
    'The smoke test was left out: the service has no public URL, so this runner can not reach it. ' +
      'Ask it from inside its VPC, or remove smoke-path.',
  );
}
