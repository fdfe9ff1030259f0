import type { Parsers } from './parsers.ts';
import { type Environment, type GetInput, InputReader } from './reader.ts';
import { readDryRun, readSkipUnchanged } from './run-mode.ts';
import { readServiceConfigPath } from './service-config.ts';
import { readSettings, type ServiceSettings } from './settings.ts';
import { readSmokeTest, type SmokeTest } from './smoke-test.ts';
import { readSource, type Source } from './source.ts';

export type { Environment } from './reader.ts';
export type { SmokeTest } from './smoke-test.ts';
export type { BuildSource, CodeSource, ImageSource } from './source.ts';

/** What every command is told. */
export interface CommonInputs {
  readonly service: string;
  readonly region: string;
  /** Say what would be done, and change nothing. */
  readonly dryRun: boolean;
  readonly wait: boolean;
  readonly timeoutMinutes: number;
  /** Application log lines to show after a failure. */
  readonly logLines: number;
}

/** Everything that a workflow with `command: deploy` said. */
export interface DeployInputs extends CommonInputs {
  readonly command: 'deploy';
  readonly source: Source;
  readonly settings: ServiceSettings;
  /** Path of a document with more settings, which are under those of the inputs. */
  readonly serviceConfig?: string;
  /** Deploy nothing where image and settings are what already runs. */
  readonly skipUnchanged: boolean;
  readonly smoke?: SmokeTest;
}

/** Everything that a workflow with another command said; it ignores what only deploy uses. */
export interface LifecycleInputs extends CommonInputs {
  readonly command: 'pause' | 'resume' | 'delete';
}

/** Everything the workflow said, checked. Nothing reads an input after this. */
export type Inputs = DeployInputs | LifecycleInputs;

const COMMANDS = ['deploy', 'pause', 'resume', 'delete'] as const;

/**
 * Reads all inputs once. Those that the command does not use are not looked at: a workflow may
 * share its `with:` block between commands.
 *
 * @throws InputError with every problem that can be seen without files or network.
 */
export function readInputs(get: GetInput, env: Environment, parsers: Parsers): Inputs {
  const reader = new InputReader(get, parsers);
  const named = reader.oneOf('command', COMMANDS, 'deploy');
  const common = readCommon(reader, env);
  // Which other inputs matter is not known while the command is not.
  if (reader.complainedAbout('command')) reader.throwIfWrong();
  const command = named ?? 'deploy';
  const inputs = command === 'deploy' ? readDeploy(reader, common, env) : { ...common, command };
  reader.throwIfWrong();
  return inputs;
}

function readCommon(reader: InputReader, env: Environment): CommonInputs {
  const region = readRegion(reader, env);
  const service = reader.matching('service', /^[A-Za-z0-9][A-Za-z0-9_-]{3,39}$/, {
    allowed: '4 to 40 of A-Z a-z 0-9 - _, the first one a letter or a digit',
    example: 'service: hello-api',
  });
  if (!reader.has('service')) {
    reader.problem(
      "Input 'service' is missing: the App Runner service's name. Example: service: hello-api",
    );
  }
  return {
    service: service ?? '',
    region: region ?? '',
    dryRun: readDryRun(reader),
    wait: reader.flag('wait') ?? true,
    timeoutMinutes: reader.integer('timeout-minutes', 1, 120, 30) ?? 30,
    logLines: reader.integer('log-lines', 1, 1_000, 40) ?? 40,
  };
}

function readDeploy(reader: InputReader, common: CommonInputs, env: Environment): DeployInputs {
  const smoke = readSmokeTest(reader, common.wait);
  const serviceConfig = readServiceConfigPath(reader);
  const inputs: DeployInputs = {
    ...common,
    command: 'deploy',
    source: readSource(reader, common.region || undefined, common.service, env),
    settings: readSettings(reader, common.region || undefined),
    skipUnchanged: readSkipUnchanged(reader),
    ...(serviceConfig && { serviceConfig }),
    ...(smoke && { smoke }),
  };
  refuseForPublicImage(reader, inputs);
  return inputs;
}

const REGION = /^[a-z]{2,}(-[a-z]+)+-\d$/;

function readRegion(reader: InputReader, env: Environment): string | undefined {
  if (!reader.has('aws-region')) {
    const region = env.AWS_REGION || env.AWS_DEFAULT_REGION;
    if (region && REGION.test(region)) return region;
    reader.problem(
      region
        ? `AWS_REGION is '${region}', which is no AWS Region's code. Example: aws-region: us-east-1`
        : "Input 'aws-region' is missing, and neither AWS_REGION nor AWS_DEFAULT_REGION is set. Example: aws-region: us-east-1",
    );
    return undefined;
  }
  return reader.matching('aws-region', REGION, {
    allowed: "an AWS Region's code",
    example: 'aws-region: us-east-1',
  });
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
