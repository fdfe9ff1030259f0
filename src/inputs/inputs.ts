import type { Preview } from '../preview/preview.ts';
import type { AfterwardsInputs } from './afterwards.ts';
import { AFTERWARDS, type ReadAfterwards } from './afterwards-side.ts';
import { type CommonInputs, readCommon, readService } from './common.ts';
import type { ConversationInputs } from './conversation.ts';
import type { DomainInputs } from './domain.ts';
import type { DomainSide } from './domain-side.ts';
import type { GitHubSide } from './github-side.ts';
import type { Parsers } from './parsers.ts';
import type { BaseName } from './preview-from.ts';
import { type Environment, type GetInput, InputReader } from './reader.ts';
import { readSkipUnchanged } from './run-mode.ts';
import { readServiceConfigPath } from './service-config.ts';
import { readSettings, type ServiceSettings } from './settings.ts';
import { readSmokeTest, type SmokeTest } from './smoke-test.ts';
import { readSource, type Source } from './source.ts';
import type { SweepInputs } from './sweep.ts';
import type { Target } from './target.ts';
import type { TeardownInputs } from './teardown.ts';

export type {
  LogsInputs,
  RollbackInputs,
  StatusInputs,
  WaitInputs,
} from './afterwards.ts';
export type { CommonInputs } from './common.ts';
export type { ConversationInputs } from './conversation.ts';
export type { DomainInputs, DomainTemplate } from './domain.ts';
export type { Environment } from './reader.ts';
export type { SmokeTest } from './smoke-test.ts';
export type { BuildSource, CodeSource, ImageSource } from './source.ts';
export type { SweepInputs } from './sweep.ts';
export type { TeardownInputs } from './teardown.ts';

/** Everything that a workflow with `command: deploy` said. */
export interface DeployInputs extends CommonInputs {
  readonly command: 'deploy';
  /** The preview that the service is: name, tags and image tag are the preview's. */
  readonly preview?: Preview;
  readonly conversation?: ConversationInputs;
  readonly source: Source;
  readonly settings: ServiceSettings;
  /** Path of a document with more settings, which are under those of the inputs. */
  readonly serviceConfig?: string;
  /** Deploy nothing where image and settings are what already runs. */
  readonly skipUnchanged: boolean;
  readonly smoke?: SmokeTest;
  /** The custom domain of the service. */
  readonly domain?: DomainInputs;
  /** The service whose settings a new preview starts from. */
  readonly base?: BaseName | undefined;
}

/** Everything that a workflow with another command said; it ignores what only deploy uses. */
export interface LifecycleInputs extends CommonInputs {
  readonly command: 'pause' | 'resume' | 'delete';
  /** The custom domain that goes with a service that is deleted. */
  readonly domain?: DomainInputs;
}

/** Nothing is to be done, and that is no failure. */
export interface SkipInputs {
  readonly command: 'skip';
  /** Why, in a sentence. */
  readonly reason: string;
}

/** Everything the workflow said, checked. Nothing reads an input after this. */
export type Inputs =
  | DeployInputs
  | LifecycleInputs
  | TeardownInputs
  | SweepInputs
  | SkipInputs
  | AfterwardsInputs;

const COMMANDS = ['deploy', 'pause', 'resume', 'delete', 'sweep', ...AFTERWARDS] as const;

/**
 * Reads all inputs once. Those that the command does not use are not looked at: a workflow may
 * share its `with:` block between commands.
 *
 * @param github absent where no input is about pull requests or GitHub
 * @param afterwards absent where the command is none of the days after a deployment
 * @param domains absent where no input is about a custom domain
 * @throws InputError with every problem that can be seen without files or network, and
 *   ActionError when the event that started the run can't be read
 */
export function readInputs(
  get: GetInput,
  env: Environment,
  parsers: Parsers,
  github?: GitHubSide,
  afterwards?: ReadAfterwards,
  domains?: DomainSide,
): Inputs {
  const reader = new InputReader(get, parsers);
  const named = reader.oneOf('command', COMMANDS, 'deploy');
  const service = readService(reader, named !== 'sweep');
  // A sweep is about every preview, and may share its inputs with the workflow that makes them.
  const target = named === 'sweep' ? undefined : github?.target(reader, service);
  // A run without credentials may lack more than those.
  if (target?.kind === 'none') return { command: 'skip', reason: target.reason };
  const common = { service, ...readCommon(reader, env) };
  // Which other inputs matter is not known while the command is not.
  if (reader.complainedAbout('command')) reader.throwIfWrong();
  const command = named ?? 'deploy';
  if (target && command !== 'deploy') refuseWithPreview(reader, command);
  const inputs =
    command === 'deploy'
      ? readDeployOrTeardown(reader, common, env, github, target, domains)
      : command === 'sweep'
        ? readSwept(reader, common, github, domains)
        : command === 'pause' || command === 'resume' || command === 'delete'
          ? readLifecycle(reader, common, command, domains)
          : loaded(afterwards)(reader, common, command);
  reader.throwIfWrong();
  return inputs;
}

function refuseWithPreview(reader: InputReader, command: string): void {
  reader.problem(
    `Inputs 'preview' and 'command: ${command}' exclude each other: the pull request's event says what becomes of its preview. Remove one of them.`,
  );
}

function readDeployOrTeardown(
  reader: InputReader,
  common: CommonInputs,
  env: Environment,
  github: GitHubSide | undefined,
  target: Exclude<Target, { kind: 'none' }> | undefined,
  domains: DomainSide | undefined,
): DeployInputs | TeardownInputs {
  const preview = target?.preview;
  const closed = target?.kind === 'closed';
  const domain = domains?.domain(reader, preview?.pullRequest, common.wait || closed);
  if (target?.kind === 'closed') {
    const teardown = loaded(github).teardown(reader, common, target.preview);
    return { ...teardown, ...(domain && { domain }) };
  }
  const smoke = readSmokeTest(reader, common.wait);
  const serviceConfig = readServiceConfigPath(reader);
  const region = common.region || undefined;
  const conversation = github?.conversation(reader, common.service, preview);
  const settings = readSettings(reader, region);
  const tag = preview ? loaded(github).imageTag(preview) : env.GITHUB_SHA;
  const inputs: DeployInputs = {
    ...common,
    command: 'deploy',
    source: readSource(reader, region, common.service, tag),
    settings,
    skipUnchanged: readSkipUnchanged(reader),
    ...(serviceConfig && { serviceConfig }),
    ...(smoke && { smoke }),
    ...(domain && { domain }),
    ...(conversation && { conversation }),
    ...(preview && {
      preview,
      service: preview.service,
      settings: loaded(github).owned(reader, settings, preview),
      base: loaded(github).base(reader, preview),
    }),
  };
  refuseForPublicImage(reader, inputs);
  return inputs;
}

/** Only a deletion takes a domain along. */
function readLifecycle(
  reader: InputReader,
  common: CommonInputs,
  command: LifecycleInputs['command'],
  domains: DomainSide | undefined,
): LifecycleInputs {
  const domain = command === 'delete' ? domains?.domain(reader, undefined, true) : undefined;
  return { ...common, command, ...(domain && { domain }) };
}

function readSwept(
  reader: InputReader,
  common: CommonInputs,
  github: GitHubSide | undefined,
  domains: DomainSide | undefined,
): SweepInputs {
  const domain = domains?.template(reader);
  return { ...loaded(github).sweep(reader, common), ...(domain && { domain }) };
}

function loaded<T>(side: T | undefined): T {
  if (side) return side;
  throw new Error(
    'What reads these inputs was not loaded: see github-side.ts, afterwards-side.ts.',
  );
}

/** App Runner pulls ECR Public without a role and never redeploys from it by itself. */
function refuseForPublicImage(reader: InputReader, { source, settings }: DeployInputs): void {
  if (source.kind !== 'image' || source.image.type !== 'ECR_PUBLIC') return;
  if (settings.accessRoleArn) {
    reader.problem(
      "Inputs 'image' and 'access-role-arn' exclude each other here: App Runner refuses an access role for an ECR Public image. Remove 'access-role-arn'.",
    );
  }
  if (settings.autoDeployments) {
    reader.problem(
      "Inputs 'image' and 'auto-deployments' exclude each other here: App Runner makes no automatic deployments from ECR Public. Remove 'auto-deployments'.",
    );
  }
}
