import { changeLines } from '../report/changes.ts';
import { changesOf, type Decision } from '../service/decision.ts';
import type { Job } from './job.ts';

/** Says which call comes next and why, before it is made. */
export function announce({ runner, progress }: Job, decision: Decision): void {
  const changes = changesOf(decision);
  progress.changes = changes;
  runner.info(reasonFor(decision));
  for (const line of changeLines(changes)) runner.info(`  ${line}`);
}

function reasonFor(decision: Decision): string {
  switch (decision.kind) {
    case 'create':
      return 'CreateService: the service is new. Its settings:';
    case 'deploy':
      return decision.tagging
        ? 'StartDeployment: image tag and settings are those that the service has, but for tags:'
        : 'StartDeployment: image tag and settings are those that the service has.';
    case 'update':
      return decision.changes.length === 0
        ? 'UpdateService with the same settings, to repair the service.'
        : 'UpdateService, with these changes:';
  }
}
