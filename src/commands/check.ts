import type { Service } from '@aws-sdk/client-apprunner';
import { ActionError, errorMessage } from '../errors.ts';
import { checkBuildFiles } from '../image/build-files.ts';
import { buildxVersion } from '../image/buildx-version.ts';
import type { DeployInputs } from '../inputs/inputs.ts';
import type { Source } from '../inputs/source.ts';
import type { Aws, Identity, Ports, RegistryLogin } from '../ports.ts';
import type { Around } from '../service/around.ts';
import { remaining } from '../service/states.ts';
import { type FoundRepository, findRepository } from './find-repository.ts';
import { findService } from './read-service.ts';
import { withDocument } from './service-config.ts';

/** What is known before anything is built. */
export interface Checked {
  readonly identity: Identity;
  readonly service: Service | undefined;
  /** What a decision has to know beside the service. */
  readonly around: Around;
  /** Milliseconds since 1970 when the service was read. */
  readonly readAt: number;
  /** Absent where nothing is pulled from private ECR. */
  readonly login: RegistryLogin | undefined;
  /** The version of buildx; absent when nothing is built. */
  readonly buildx: string | undefined;
  /** Where the build is pushed to; absent when nothing is built. */
  readonly repository: FoundRepository | undefined;
}

/** Checks that are under way. */
export interface Checking {
  readonly aws: Promise<Aws>;
  /** The inputs with the document of `service-config`, or without it when it is wrong. */
  readonly inputs: Promise<DeployInputs>;
  /** Resolves when AWS has answered something, be it a refusal. */
  readonly firstAnswer: Promise<void>;
  /** The registry's login, as soon as it is known; undefined when none is needed. */
  readonly login: Promise<RegistryLogin | undefined>;
  /**
   * Rejects with an ActionError of every failure, one a line; when the credentials are not
   * valid, of that alone of what AWS said.
   */
  readonly checked: Promise<Checked>;
}

/**
 * Starts to ask everything that can be asked before the build, side by side: AWS who we are,
 * then docker, then AWS for the rest, each one's answer travelling while the next is asked.
 */
export function startChecks(inputs: DeployInputs, ports: Ports): Checking {
  const connection = ports.aws(inputs.region, inputs.role);
  const documented = withDocument(inputs, ports);
  // What is wrong with a document is told beside what else is wrong.
  const known = documented.catch(() => inputs);
  const build = known.then(({ source }) => (source.kind === 'build' ? source : undefined));
  const buildx = Promise.all([build, connection.underWay]).then(([source]) =>
    source ? buildxVersion(ports.docker) : undefined,
  );
  const aws = connection.underWay.then(() => connection.load());
  const identity = aws.then((calls) => calls.identity());
  const login = Promise.all([aws, known]).then(([calls, { source }]) => logIn(calls, source));
  const service = aws.then((calls) => findService(calls, inputs.service));
  const around = Promise.all([aws, service, documented]).then(async ([calls, found, wanted]) => {
    const { readSurroundings } = await import('./read-surroundings.ts');
    return readSurroundings(calls, wanted, remaining(found));
  });
  const checked = Promise.allSettled([
    build.then(
      (source) =>
        source && checkBuildFiles(source.build, ports.env.GITHUB_WORKSPACE ?? process.cwd()),
    ),
    buildx,
    identity,
    service,
    login,
    Promise.all([aws, build]).then(
      ([calls, source]) => source && findRepository(calls, source, identity),
    ),
    documented,
    around,
  ]).then((answers) => evaluated(answers, ports.clock.now()));
  // A failure is seen where the checks are awaited, which is after the runner has loaded.
  checked.catch(noted);
  return {
    aws,
    inputs: known,
    firstAnswer: identity.then(noted, noted),
    login,
    checked,
  };
}

/** An image in ECR Public needs no login, and App Runner reads code repositories by itself. */
async function logIn({ ecr }: Aws, source: Source): Promise<RegistryLogin | undefined> {
  if (source.kind === 'build') return ecr.login(source.registryId);
  const registryId = source.kind === 'image' ? source.image.registryId : undefined;
  return registryId === undefined ? undefined : ecr.login(registryId);
}

/** Takes note that a promise has ended, where its value is of no interest. */
export function noted(): void {}

type Answers = readonly [
  files: PromiseSettledResult<unknown>,
  buildx: PromiseSettledResult<string | undefined>,
  identity: PromiseSettledResult<Identity>,
  service: PromiseSettledResult<Service | undefined>,
  login: PromiseSettledResult<RegistryLogin | undefined>,
  repository: PromiseSettledResult<FoundRepository | undefined>,
  document: PromiseSettledResult<unknown>,
  around: PromiseSettledResult<Around>,
];

function evaluated(answers: Answers, readAt: number): Checked {
  throwFailures(answers);
  const [, buildx, identity, service, login, repository, , around] = answers;
  return {
    identity: settled(identity),
    service: settled(service),
    around: settled(around),
    readAt,
    login: settled(login),
    buildx: settled(buildx),
    repository: settled(repository),
  };
}

/** The places of the credentials' and the document's answer among the others. */
const IDENTITY = 2;
const DOCUMENT = 6;

function throwFailures(answers: readonly PromiseSettledResult<unknown>[]): void {
  const failed = answers.map((answer) =>
    answer.status === 'rejected' ? answer.reason : undefined,
  );
  // Credentials that AWS refuses make every later call fail in the same way: said once.
  const told = failed[IDENTITY] ? [...failed.slice(0, IDENTITY + 1), failed[DOCUMENT]] : failed;
  // What depends on another answer fails with that one's error.
  const errors = [...new Set(told)].filter((error) => error !== undefined);
  if (errors.length === 0) return;
  if (errors.length === 1) throw errors[0];
  throw new ActionError(errors.map(errorMessage).join('\n'), {
    cause: new AggregateError(errors),
  });
}

function settled<T>(answer: PromiseSettledResult<T>): T {
  if (answer.status === 'rejected') throw answer.reason;
  return answer.value;
}
