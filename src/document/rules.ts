import type { Tag } from '@aws-sdk/client-apprunner';
import { cpuUnits, inGb, inVcpu, memoryMegabytes, wrongPair } from '../inputs/compute.ts';
import type { ServiceDocument } from './document.ts';
import { inOneLine, itemPath } from './show.ts';

/**
 * What App Runner refuses though each member by itself is right: rules that the API reference has
 * in words. Takes a document whose members are right as far as they are there.
 */
export function contradictions(document: ServiceDocument): string[] {
  return [
    ...inSource(document),
    ...inImage(document),
    ...inEnvironment(document),
    ...inInstance(document),
    ...inNetwork(document),
    ...inTags(document),
  ];
}

const SOURCE = 'SourceConfiguration';
const IMAGE = `${SOURCE}.ImageRepository`;
const CODE_VALUES = `${SOURCE}.CodeRepository.CodeConfiguration.CodeConfigurationValues`;

function inSource({ SourceConfiguration: source }: ServiceDocument): string[] {
  if (!source?.CodeRepository || !source.ImageRepository) return [];
  return [`${SOURCE} has CodeRepository and ImageRepository; App Runner takes one of them.`];
}

/** ImageRepositoryType, AccessRoleArn and AutoDeploymentsEnabled in the API reference. */
function inImage({ SourceConfiguration: source = {} }: ServiceDocument): string[] {
  const { ImageIdentifier: image, ImageRepositoryType: type } = source.ImageRepository ?? {};
  const found: string[] = [];
  const wanted = image?.startsWith('public.ecr.aws/') ? 'ECR_PUBLIC' : 'ECR';
  if (image !== undefined && type !== undefined && type !== wanted) {
    found.push(
      `${IMAGE}.ImageRepositoryType is '${type}', and ImageIdentifier names an image in ${wanted}. Write ImageRepositoryType: ${wanted}, or name another image.`,
    );
  }
  if ((image === undefined ? type : wanted) !== 'ECR_PUBLIC') return found;
  if (source.AuthenticationConfiguration?.AccessRoleArn) {
    found.push(
      `${SOURCE}.AuthenticationConfiguration.AccessRoleArn is there, and App Runner refuses an access role for an ECR Public image. Remove it.`,
    );
  }
  if (source.AutoDeploymentsEnabled) {
    found.push(
      `${SOURCE}.AutoDeploymentsEnabled is true, and App Runner makes no automatic deployments from ECR Public. Write false, or remove it.`,
    );
  }
  return found;
}

/** App Runner keeps this prefix for itself (Developer Guide, "Referencing environment variables"). */
const RESERVED = /^AWSAPPRUNNER/i;

function inEnvironment({ SourceConfiguration: source }: ServiceDocument): string[] {
  const code = source?.CodeRepository?.CodeConfiguration?.CodeConfigurationValues;
  const places = [
    [`${IMAGE}.ImageConfiguration`, source?.ImageRepository?.ImageConfiguration],
    [CODE_VALUES, code],
  ] as const;
  return places.flatMap(([path, configuration = {}]) => {
    const { Port: port, RuntimeEnvironmentVariables: variables = {} } = configuration;
    const { RuntimeEnvironmentSecrets: secrets = {} } = configuration;
    const names = [
      ...Object.keys(variables).map((name) => ['RuntimeEnvironmentVariables', name]),
      ...Object.keys(secrets).map((name) => ['RuntimeEnvironmentSecrets', name]),
    ] as const;
    return [
      ...wrongPort(path, port),
      ...names
        .filter(([, name = '']) => RESERVED.test(name))
        .map(
          ([map, name = '']) =>
            `${path}.${map}.${inOneLine(name)} has a name that starts with AWSAPPRUNNER, which App Runner keeps for itself. Choose another name.`,
        ),
      ...Object.keys(variables)
        .filter((name) => Object.hasOwn(secrets, name))
        .map(
          (name) =>
            `${path} names ${inOneLine(name)} in RuntimeEnvironmentVariables and in RuntimeEnvironmentSecrets; keep it in one of them.`,
        ),
    ];
  });
}

/** The model has any text; a port is what App Runner listens on. */
function wrongPort(path: string, port: string | undefined): string[] {
  if (port === undefined || (/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65535))
    return [];
  return [
    `${path}.Port is '${inOneLine(port)}'; allowed: a whole number from 1 to 65535, in quotes. Example: "8080"`,
  ];
}

function inInstance({ InstanceConfiguration: instance = {} }: ServiceDocument): string[] {
  const cpu = cpuUnits(instance.Cpu ?? '');
  const memory = memoryMegabytes(instance.Memory ?? '');
  if (cpu === undefined || memory === undefined) return [];
  const problem = wrongPair({ cpu, memory });
  if (problem === undefined) return [];
  return [
    `InstanceConfiguration has Cpu '${inVcpu(cpu)}' and Memory '${inGb(memory)}': in App Runner ${problem}.`,
  ];
}

/** "Only valid when EgressType = VPC" (API reference, EgressConfiguration). */
function inNetwork({ NetworkConfiguration: network }: ServiceDocument): string[] {
  const { EgressType: type, VpcConnectorArn: connector } = network?.EgressConfiguration ?? {};
  if (type !== 'DEFAULT' || connector === undefined) return [];
  return [
    "NetworkConfiguration.EgressConfiguration.VpcConnectorArn is there, and EgressType is 'DEFAULT', which uses none. Write EgressType: VPC, or remove VpcConnectorArn.",
  ];
}

function inTags({ Tags: tags = [] }: ServiceDocument): string[] {
  const keys = new Set<string>();
  // A tag that is wrong in itself is undefined, and keeps its place.
  return tags.flatMap((tag: Tag | undefined, index) => {
    const key = tag?.Key;
    const path = itemPath('Tags', index);
    if (key === undefined) return [];
    if (keys.has(key)) {
      return [`${path}.Key is '${inOneLine(key)}', which an earlier tag has; keep one of them.`];
    }
    keys.add(key);
    return [];
  });
}
