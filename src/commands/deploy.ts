import type { DeployInputs } from '../inputs/inputs.ts';
import type { Ports } from '../ports.ts';
import type { Result } from '../result.ts';
import { startChecks } from './check.ts';
import type { Progress } from './progress.ts';

/**
 * Takes the source to a running service: check, log in, build, push, deploy.
 *
 * @returns what was done
 * @throws ActionError for everything that is not a success
 */
export async function deploy(
  inputs: DeployInputs,
  ports: Ports,
  progress: Progress,
): Promise<Result> {
  progress.learn({ serviceName: inputs.service });
  progress.hide(Object.values(inputs.settings.environmentVariables ?? {}));
  const checking = startChecks(inputs, ports);
  // Everything else is large. Loading it now would hold up the first request; after the first
  // answer there are others, and docker's, to wait for.
  await checking.firstAnswer;
  const { deployChecked } = await import('./deployment.ts');
  return deployChecked(checking, ports, progress);
}
