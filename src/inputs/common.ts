import type { Role } from '../ports.ts';
import { readRole } from './credentials.ts';
import type { Environment, InputReader } from './reader.ts';
import { readDryRun } from './run-mode.ts';

/** What every command is told. */
export interface CommonInputs {
  readonly service: string;
  readonly region: string;
  /** Absent where the environment has the credentials. */
  readonly role?: Role;
  /** Say what would be done, and change nothing. */
  readonly dryRun: boolean;
  readonly wait: boolean;
  readonly timeoutMinutes: number;
  /** Application log lines to show after a failure. */
  readonly logLines: number;
}

/** What App Runner takes as the name of a service (API model, ServiceName). */
export const SERVICE_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{3,39}$/;

/**
 * Reads the service's name; empty where it can't be read.
 *
 * @param required false where a run needs none
 */
export function readService(reader: InputReader, required: boolean): string {
  const service = reader.matching('service', SERVICE_NAME, {
    allowed: '4 to 40 of A-Z a-z 0-9 - _, the first one a letter or a digit',
    example: 'service: hello-api',
  });
  if (required && !reader.has('service')) {
    reader.problem(
      "Input 'service' is missing: the App Runner service's name. Example: service: hello-api",
    );
  }
  return service ?? '';
}

/** Reads what every command is told beside the service. */
export function readCommon(reader: InputReader, env: Environment): Omit<CommonInputs, 'service'> {
  const region = readRegion(reader, env) ?? '';
  const role = readRole(reader);
  return {
    region,
    ...(role && { role }),
    dryRun: readDryRun(reader),
    wait: reader.flag('wait') ?? true,
    timeoutMinutes: reader.integer('timeout-minutes', 1, 120, 30) ?? 30,
    logLines: reader.integer('log-lines', 1, 1_000, 40) ?? 40,
  };
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
