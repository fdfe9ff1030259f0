import type { Inputs } from '../inputs/inputs.ts';
import type { Ports } from '../ports.ts';
import type { Result } from '../result.ts';
import { decide } from '../service/decision.ts';
import { type Checked, check } from './check.ts';
import { type Job, learnService, phase } from './job.ts';
import { namedImage, obtainImage } from './obtain-image.ts';
import type { Progress } from './progress.ts';
import { release } from './release.ts';

/**
 * The push is the last part of a build, so a deployment that was started longer than this before
 * the build's end is somebody else's.
 */
const PUSH_MS = 30_000;

/**
 * Takes the source to a running service: check, log in, build, push, deploy.
 *
 * @returns what was done
 * @throws ActionError for everything that is not a success
 */
export async function deploy(inputs: Inputs, ports: Ports, progress: Progress): Promise<Result> {
  progress.learn({ serviceName: inputs.service });
  const aws = await ports.aws(inputs.region);
  const checking = check(inputs, ports, aws);
  // The runner's toolkit loads while AWS answers; a failure is seen at the await below.
  checking.catch(() => undefined);
  const job: Job = { inputs, ports, aws, runner: await ports.runner(), progress };

  const checked = await phase(job, 'Check', async () => {
    const found = await checking;
    learnService(job, found.service);
    tell(job, found);
    decide(inputs.service, found.service, namedImage(inputs, found.login), inputs.settings);
    return found;
  });
  const begin = ports.clock.now();
  const image = await obtainImage(job, checked);
  const pushedAt = Math.max(begin, ports.clock.now() - PUSH_MS);
  return phase(job, 'Deploy', () => release(job, checked, image, pushedAt));
}

function tell({ runner, inputs }: Job, { identity, service, buildx }: Checked): void {
  runner.info(`AWS account ${identity.account} in ${inputs.region} as ${identity.arn}`);
  runner.info(
    service
      ? `Service '${inputs.service}' is ${service.Status}: ${service.ServiceArn}`
      : `Service '${inputs.service}' does not exist yet and will be created.`,
  );
  if (buildx) runner.info(`docker buildx ${buildx}`);
}
