import { runAction } from '../runner/run-action.ts';
import { say, show, showAnswer, showStep } from './show.ts';
import type { Stage } from './stage.ts';

/**
 * Deploys each version, as pushes to main would, and shows the answer of its URL.
 *
 * @returns false as soon as one fails
 */
export async function playPushes({ demo, aws, temp, action }: Stage): Promise<boolean> {
  for (const [index, inputs] of demo.versions.entries()) {
    const version = index + 1;
    say(`Deploying version ${version} of ${demo.directory} with the packed action`);
    const step = await runAction({
      action,
      workspace: demo.directory,
      temp,
      env: { ...process.env, ...aws.env, GITHUB_SHA: String(version).repeat(40) },
      inputs: {
        service: demo.name,
        port: demo.port,
        'access-role-arn': `arn:aws:iam::${aws.accountId}:role/apprunner-ecr-access`,
        ...inputs,
      },
      onLine: show,
    });
    if (step.code !== 0) return false;
    showStep(step);
    await showAnswer(step.outputs['service-url'] ?? '');
  }
  return true;
}
