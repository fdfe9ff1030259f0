import { run } from '../../src/run.ts';
import { COMMON, type InputTexts } from './create-inputs.ts';
import { ACCESS_ROLE } from './create-service.ts';
import { type FakeWorld, fakePorts, type World } from './fake-ports.ts';
import { temporaryDirectory, writeTree } from './unit-temporary-directory.ts';

/** A run of the action in a world of fakes, after its end. */
export interface Run extends FakeWorld {
  readonly code: number;
  /** What the run said as its error; empty when it succeeded. */
  readonly error: string;
}

/** The shortest workflow that can create a service. */
export const WORKFLOW: InputTexts = { ...COMMON, 'access-role-arn': ACCESS_ROLE };

/** Runs the action in a checkout with a Dockerfile, with these inputs beside WORKFLOW. */
export async function runAction(world: World = {}): Promise<Run> {
  const checkout = await temporaryDirectory();
  const temp = await temporaryDirectory();
  await writeTree(checkout, { Dockerfile: 'FROM scratch\n' });
  await writeTree(temp, { 'docker/config.json': '{}' });
  const fakes = fakePorts({
    ...world,
    inputs: { ...WORKFLOW, ...world.inputs },
    env: {
      GITHUB_WORKSPACE: checkout,
      RUNNER_TEMP: temp,
      DOCKER_CONFIG: `${temp}/docker`,
      ...world.env,
    },
  });
  const code = await run(fakes.ports);
  const error = fakes.runner.log.find((line) => line.startsWith('error: ')) ?? '';
  return { ...fakes, code, error };
}

/** The calls of a run that write to AWS or need the build, in order. */
export function deeds({ events }: Pick<Run, 'events'>): string[] {
  return events.filter((event) =>
    /^(docker (login|buildx (build|create))|apprunner:(Create|Update|Start|Pause|Resume|Delete))/.test(
      event,
    ),
  );
}
