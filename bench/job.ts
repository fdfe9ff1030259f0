import type { RegistryChoice } from '../local-aws/registry/backend.ts';
import { type Figure, median, tally } from './figures.ts';
import { makeJobPlace, REPOSITORY, removeImages } from './job-place.ts';
import { commandOf, type Observation, observed } from './observation.ts';
import type { Place } from './start-up.ts';
import { type TimedStep, timeStep } from './timing.ts';
import { startWatchedAws, type WatchedAws } from './watched-aws.ts';

/** What App Runner takes for an operation here, in milliseconds. */
const OPERATION_MS = 5_000;

type Kind = 'create' | 'update';
const KINDS: readonly Kind[] = ['create', 'update'];

interface Job {
  readonly step: TimedStep;
  readonly actions: readonly string[];
}

/**
 * Measures whole jobs with the real docker: a build of one file from cache, a push to a real
 * registry, and an operation that takes 5 seconds. Times are taken in runs that nothing observes
 * from inside.
 *
 * @throws Error when a job does not succeed
 */
export async function measureJobs(
  place: Place,
  registry: RegistryChoice,
  { timed, observing }: { readonly timed: number; readonly observing: number },
): Promise<Figure[]> {
  const watched = await startWatchedAws({ registry, pace: { operationMs: OPERATION_MS } });
  try {
    const at = await makeJobPlace(watched.aws, place);
    // These come first and so also warm the build cache.
    const seen = await observe(watched, at, observing);
    const jobs = { create: [] as Job[], update: [] as Job[] };
    for (let round = 0; round < timed; round += 1) {
      for (const kind of KINDS) {
        jobs[kind].push(await runJob(watched, at, kind, `bench-timed-${round}`));
      }
    }
    return [
      ...KINDS.map((kind) => wholeJob(kind, jobs[kind])),
      postStep([...jobs.create, ...jobs.update]),
      ...KINDS.map((kind) => awsCalls(kind, jobs[kind])),
      childProcesses(seen),
      peakMemory(seen),
    ];
  } finally {
    await removeImages(watched.aws, place);
    await watched.close();
  }
}

/** Runs one job; an update is a new tag for the service that a create made before. */
async function runJob(
  watched: WatchedAws,
  place: Place,
  kind: Kind,
  service: string,
): Promise<Job> {
  watched.take();
  const step = await timeStep({
    ...place,
    inputs: {
      service,
      repository: REPOSITORY,
      'image-tags': `${service}-${kind}`,
      'access-role-arn': `arn:aws:iam::${watched.aws.accountId}:role/bench`,
    },
  });
  const { outputs, log, postCode } = step.result;
  if (outputs.result !== `${kind}d` || postCode !== 0) {
    throw new Error(`The job was to ${kind} ${service}, but:\n${log}`);
  }
  return { step, actions: watched.take().actions };
}

async function observe(
  watched: WatchedAws,
  place: Place,
  rounds: number,
): Promise<readonly (readonly Observation[])[]> {
  const seen: (readonly Observation[])[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of KINDS) {
      const { observations } = await observed(place.temp, false, (observer) =>
        runJob(
          watched,
          { ...place, env: { ...place.env, ...observer } },
          kind,
          `bench-observed-${round}`,
        ),
      );
      seen.push(observations);
    }
  }
  return seen;
}

function wholeJob(kind: Kind, jobs: readonly Job[]): Figure {
  return {
    name: `Whole job, ${kind}`,
    unit: 's',
    values: jobs.map(({ step }) => step.mainMs + (step.postMs ?? 0)),
    note: `main and post step, App Runner's ${OPERATION_MS / 1000} s included`,
  };
}

function postStep(jobs: readonly Job[]): Figure {
  return {
    name: 'Post step alone',
    unit: 'ms',
    values: jobs.map(({ step }) => step.postMs ?? 0),
  };
}

function awsCalls(kind: Kind, jobs: readonly Job[]): Figure {
  const values = jobs.map(({ actions }) => actions.length);
  const usual = jobs.find(({ actions }) => actions.length === median(values)) ?? jobs[0];
  return {
    name: `AWS calls, ${kind}`,
    unit: 'count',
    values,
    note: tally(usual?.actions ?? []),
  };
}

function childProcesses(jobs: readonly (readonly Observation[])[]): Figure {
  const commands = jobs.map((programs) =>
    programs.flatMap(({ children }) => children.map(commandOf)),
  );
  return {
    name: 'Child processes of a job',
    unit: 'count',
    values: commands.map(({ length }) => length),
    note: tally(commands[0] ?? []),
  };
}

function peakMemory(jobs: readonly (readonly Observation[])[]): Figure {
  return {
    name: 'Peak memory of a job',
    unit: 'MB',
    values: jobs.map((programs) => Math.max(...programs.map(({ peakBytes }) => peakBytes))),
    note: 'the larger of main and post step, without docker',
  };
}
