import { changeLines } from '../report/changes.ts';
import type { Decision } from '../service/decision.ts';
import type { Job } from './job.ts';

/** Says which call comes next and why, before it is made. */
export function announce({ runner, progress }: Job, decision: Decision): void {
  switch (decision.kind) {
    case 'create':
      runner.info('CreateService: the service is new.');
      break;
    case 'deploy':
      runner.info('StartDeployment: image tag and settings are those that the service has.');
      break;
    case 'update':
      progress.changes = decision.changes;
      if (decision.changes.length === 0) {
        runner.info('UpdateService with the same settings, to repair the service.');
        break;
      }
      runner.info('UpdateService, with these changes:');
      for (const line of changeLines(decision.changes)) runner.info(`  ${line}`);
  }
}
