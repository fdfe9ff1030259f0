import type { ServiceDocument } from '../document/document.ts';
import { KMS_KEY, OBSERVABILITY, ROLE, readArn, readRegionalArn, SECRET } from './arns.ts';
import { type AutoScalingSettings, readAutoScaling } from './auto-scaling.ts';
import {
  CPU_SIZES,
  cpuUnits,
  inGb,
  inVcpu,
  MEMORY_SIZES,
  memoryMegabytes,
  wrongPair,
} from './compute.ts';
import { type HealthCheckSettings, readHealthCheck } from './health-check.ts';
import { type NetworkSettings, readNetwork } from './network.ts';
import type { InputReader } from './reader.ts';
import { readTags } from './tags.ts';
import { readVariables } from './variables.ts';

/** The service settings a workflow names. What is undefined is not touched. */
export interface ServiceSettings extends NetworkSettings {
  readonly port?: string;
  readonly startCommand?: string;
  readonly environmentVariables?: Readonly<Record<string, string>>;
  readonly environmentSecrets?: Readonly<Record<string, string>>;
  readonly environmentMode: 'merge' | 'replace';
  /** CPU units: 1024 are one vCPU. */
  readonly cpu?: string;
  /** Megabytes. */
  readonly memory?: string;
  readonly accessRoleArn?: string;
  readonly instanceRoleArn?: string;
  readonly autoDeployments?: boolean;
  readonly healthCheck?: HealthCheckSettings;
  readonly autoScaling?: AutoScalingSettings;
  readonly observabilityConfigurationArn?: string;
  /** Can be set at creation only. */
  readonly kmsKeyArn?: string;
  /** Added or changed; tags that are not named stay. */
  readonly tags?: Readonly<Record<string, string>>;
  /** The document of `service-config`, under the inputs. */
  readonly document?: ServiceDocument;
}

/**
 * Reads and checks the service settings against App Runner's limits.
 *
 * @param region the service's; undefined when it is not known
 */
export function readSettings(reader: InputReader, region?: string): ServiceSettings {
  const settings = {
    port: reader.integer('port', 1, 65535, 8080)?.toString(),
    startCommand: readStartCommand(reader),
    environmentVariables: readVariables(reader, 'environment-variables'),
    environmentSecrets: readSecrets(reader),
    cpu: readSize(reader, 'cpu', cpuUnits, CPU_SIZES, '1 vCPU'),
    memory: readSize(reader, 'memory', memoryMegabytes, MEMORY_SIZES, '2 GB'),
    accessRoleArn: readArn(reader, 'access-role-arn', ROLE),
    instanceRoleArn: readArn(reader, 'instance-role-arn', ROLE),
    autoDeployments: reader.flag('auto-deployments'),
    healthCheck: readHealthCheck(reader),
    autoScaling: readAutoScaling(reader, region),
    ...readNetwork(reader, region),
    observabilityConfigurationArn: readRegionalArn(
      reader,
      'observability-configuration-arn',
      OBSERVABILITY,
      region,
    ),
    kmsKeyArn: readRegionalArn(reader, 'kms-key-arn', KMS_KEY, region),
    tags: readTags(reader),
  };
  refuseWrongPair(reader, settings.cpu, settings.memory);
  refuseSharedNames(reader, settings.environmentVariables, settings.environmentSecrets);
  const named = Object.entries(settings).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(named),
    environmentMode: reader.oneOf('environment-mode', ['merge', 'replace'], 'replace') ?? 'merge',
  };
}

/** The command is not repeated in a problem: the API model calls it sensitive. */
function readStartCommand(reader: InputReader): string | undefined {
  const command = reader.text('start-command');
  if (command === undefined || !/[\r\n]/.test(command)) return command;
  reader.problem(
    "Input 'start-command' has several lines, and App Runner takes one. Example: start-command: node server.js",
  );
  return undefined;
}

function readSecrets(reader: InputReader): Readonly<Record<string, string>> | undefined {
  const secrets = readVariables(reader, 'environment-secrets');
  for (const [name, source] of Object.entries(secrets ?? {})) {
    if (SECRET.pattern.test(source)) continue;
    // A value pasted here in place of an ARN may be the secret itself, so it is not repeated.
    reader.problem(
      `Input 'environment-secrets': the source of ${name} is not ${SECRET.allowed}. Example: environment-secrets: ${SECRET.example}`,
    );
  }
  return secrets;
}

function readSize(
  reader: InputReader,
  name: string,
  normalise: (text: string) => string | undefined,
  sizes: string,
  example: string,
): string | undefined {
  const text = reader.text(name);
  if (text === undefined) return undefined;
  const size = normalise(text);
  if (size === undefined) {
    reader.refuse(name, text, { allowed: sizes, example: `${name}: ${example}` });
  }
  return size;
}

function refuseWrongPair(
  reader: InputReader,
  cpu: string | undefined,
  memory: string | undefined,
): void {
  if (cpu === undefined || memory === undefined) return;
  const problem = wrongPair({ cpu, memory });
  if (problem === undefined) return;
  reader.problem(
    `Inputs 'cpu' and 'memory' are '${inVcpu(cpu)}' and '${inGb(memory)}': in App Runner ${problem}. Example: cpu: 1 vCPU, memory: 2 GB`,
  );
}

function refuseSharedNames(
  reader: InputReader,
  variables: Readonly<Record<string, string>> = {},
  secrets: Readonly<Record<string, string>> = {},
): void {
  for (const name of Object.keys(variables)) {
    if (!Object.hasOwn(secrets, name)) continue;
    reader.problem(
      `Inputs 'environment-variables' and 'environment-secrets' both name ${name}; keep it in one of them.`,
    );
  }
}
