import type { Source } from '../inputs/source.ts';
import { changeLines } from '../report/changes.ts';
import { changesOf, type Decision } from '../service/decision.ts';
import type { DeployJob } from './job.ts';
import { sameText } from './plan.ts';

/** Says which call comes next and why, before it is made. */
export function announce({ inputs, runner, progress }: DeployJob, decision: Decision): void {
  const changes = changesOf(decision);
  progress.changes = changes;
  runner.info(reasonFor(decision, inputs.source));
  for (const line of changeLines(changes)) runner.info(`  ${line}`);
}

function reasonFor(decision: Decision, source: Source): string {
  switch (decision.kind) {
    case 'create':
      return 'CreateService: the service is new. Its settings:';
    case 'deploy':
      return `StartDeployment: ${sameText(source)}${decision.tagging ? ', but for tags:' : '.'}`;
    case 'update':
      return decision.changes.length === 0
        ? 'UpdateService with the same settings, to repair the service.'
        : 'UpdateService, with these changes:';
  }
}
