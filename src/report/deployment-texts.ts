import type { DeploymentStatus } from '../github/port.ts';
import type { About } from './about.ts';
import { duration } from './duration.ts';
import { goesOn, headline, totalMs } from './headline.ts';
import { withScheme } from './outputs.ts';
import { short } from './plain.ts';
import type { Report } from './report.ts';

/** Characters that GitHub takes; it shows them as plain text. */
const DESCRIPTION_LENGTH = 140;

/** What a deployment is recorded with. */
export function deploymentDescription({ service, branch }: About): string {
  return described(
    branch ? `App Runner service ${service}, branch ${branch}` : `App Runner service ${service}`,
  );
}

/** A deployment that has begun. */
export function beginning({ runUrl }: About): DeploymentStatus {
  return { state: 'in_progress', logUrl: runUrl };
}

/** A deployment that is not the one that serves any more. */
export function superseded(why: string): DeploymentStatus {
  return { state: 'inactive', description: described(why) };
}

/**
 * How a deployment ended.
 *
 * @param newest false where a later commit has a deployment of its own: this one serves no more,
 *   or soon
 */
export function ending(report: Report, { runUrl }: About, newest: boolean): DeploymentStatus {
  const { result, facts, failure, diagnosis, reason, phases } = report;
  const logUrl = runUrl;
  if (result === 'failed' || result === 'rolled-back') {
    const why = diagnosis?.cause ?? failure ?? headline(report);
    return { state: 'failure', logUrl, description: described(why) };
  }
  if (result === 'skipped') return { ...superseded(reason ?? headline(report)), logUrl };
  if (!newest) return { ...superseded('A newer commit is deployed by its own run.'), logUrl };
  if (goesOn(report)) {
    const description = described('App Runner goes on with it; the run did not wait.');
    return { state: 'in_progress', logUrl, description };
  }
  return {
    state: 'success',
    logUrl,
    environmentUrl: facts.serviceUrl ? withScheme(facts.serviceUrl) : undefined,
    description: described(`${headline(report)}, in ${duration(totalMs(phases))}`),
  };
}

function described(text: string): string {
  return short(text, DESCRIPTION_LENGTH);
}
