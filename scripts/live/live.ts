import type { AppRunnerClient } from '@aws-sdk/client-apprunner';
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { CreateRepositoryCommand, type ECRClient } from '@aws-sdk/client-ecr';
import { ecrCalls } from '../../src/aws/ecr.ts';
import type { Clock, RegistryLogin } from '../../src/ports.ts';
import type { Asking } from './arguments.ts';
import { askAll } from './ask.ts';
import { cleanUp, PREFIX, TAG } from './clean.ts';
import { type Build, imagesIn } from './images.ts';
import type { Asked } from './question.ts';
import { answersTable } from './table.ts';
import type { Place } from './world.ts';

/** What a live proof needs of the world. */
export interface Live extends Pick<Place, 'appRunner' | 'logs' | 'get'> {
  readonly appRunner: AppRunnerClient;
  readonly logs: CloudWatchLogsClient;
  readonly ecr: ECRClient;
  readonly asking: Extract<Asking, { kind: 'ask' }>;
  /** Its sleeps end when the run is cancelled. */
  readonly clock: Clock;
  /** Its sleeps do not: for the clean-up. */
  readonly patient: Clock;
  /** Makes what builds and pushes, once the registry's login is known. */
  build(login: RegistryLogin): Promise<Build>;
  /** A word that no other image has. */
  marker(): string;
  tell(text: string): void;
}

/** Deleting takes about three minutes, and an operation that is under way may have to end first. */
const CLEAN_MS = 12 * 60_000;

/**
 * Makes a repository and services of its own, asks the questions and removes all of it again,
 * also when something fails on the way.
 *
 * @returns the answers as Markdown, and what could not be removed
 */
export async function live(world: Live): Promise<{
  readonly asked: readonly Asked[];
  readonly table: string;
  readonly left: readonly string[];
}> {
  const { asking, clock, patient, ecr, tell } = world;
  const repository = `${PREFIX}${asking.run}`;
  const tags = { [TAG]: asking.run };
  let asked: readonly Asked[] = [];
  let left: readonly string[] = [];
  try {
    const images = makeImages(world, repository, tags);
    const until = clock.now() + asking.minutes * 60_000;
    const { accessRoleArn } = asking;
    asked = await askAll(
      asking.questions,
      async (group) => ({
        ...world,
        images: await images,
        name: `${repository}-${group}`,
        accessRoleArn,
        tags,
        until,
      }),
      ({ question, outcome }) =>
        tell(
          `${question.id}: ${outcome.kind === 'answered' ? outcome.answer.verdict : `not answered: ${outcome.why}`}`,
        ),
    );
  } finally {
    const cleaning = { ...world, clock: patient, until: patient.now() + CLEAN_MS };
    left = await cleanUp({ ...cleaning, ecr, run: asking.run });
  }
  return { asked, table: answersTable(asked), left };
}

async function makeImages(
  { ecr, build, marker }: Live,
  repositoryName: string,
  tags: Readonly<Record<string, string>>,
) {
  await ecr.send(
    new CreateRepositoryCommand({
      repositoryName,
      tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    }),
  );
  const login = await ecrCalls(ecr).login();
  return imagesIn(login, repositoryName, await build(login), marker);
}
