import type { Service, SourceConfiguration } from '@aws-sdk/client-apprunner';
import { ActionError } from '../errors.ts';
import { DEFAULT_SIZE, wrongPair } from '../inputs/compute.ts';
import type { ServiceSettings } from '../inputs/settings.ts';
import type { Configuration, DeployedSource } from './configured.ts';
import { checkCode } from './limits-of-code.ts';
import { keyOf } from './wish.ts';

/**
 * Refuses what App Runner can't change of a service that exists.
 *
 * @throws ActionError that says what it is
 */
export function checkChangeable(
  service: Service,
  deployed: DeployedSource,
  settings: ServiceSettings,
): void {
  const { ServiceName: name, SourceConfiguration: source } = service;
  if (source?.CodeRepository && deployed.type !== 'CODE') {
    throw new ActionError(
      `Service '${name}' is built by App Runner from a code repository (${source.CodeRepository.RepositoryUrl}), and App Runner can't change that to an image (${deployed.identifier}). ` +
        `Set source-repository to deploy from the repository; for an image delete the service, or deploy to another name.`,
    );
  }
  if (source?.ImageRepository && deployed.type === 'CODE') {
    throw new ActionError(
      `Service '${name}' runs an image (${source.ImageRepository.ImageIdentifier}), and App Runner can't change that to a code repository. ` +
        `Remove source-repository and the inputs about it; for a code repository delete the service, or deploy to another name.`,
    );
  }
  const [own, key] = [service.EncryptionConfiguration?.KmsKey, keyOf(settings)];
  if (key && key !== own) {
    throw new ActionError(
      `Service '${name}' is encrypted with ${own ? own : "App Runner's own key"}, and App Runner can't change that to ${key}: a key is chosen when a service is created. ` +
        `Remove kms-key-arn (EncryptionConfiguration in service-config), or deploy to another name.`,
    );
  }
  checkBlank(`${name}`, source, settings);
}

function checkBlank(
  name: string,
  own: SourceConfiguration | undefined,
  { document, startCommand }: ServiceSettings,
): void {
  const blank = runOf(document?.SourceConfiguration)?.StartCommand === '';
  if (!blank || startCommand !== undefined || !runOf(own)?.StartCommand) return;
  throw new ActionError(
    `Service '${name}' has a start command, and App Runner can't blank it: it would go on with the old one. ` +
      `Name the wanted command as StartCommand, such as the image's own, or deploy to another name.`,
  );
}

/** What a source says of the running application; of a code repository what is in the API. */
function runOf(source: SourceConfiguration | undefined) {
  return (
    source?.ImageRepository?.ImageConfiguration ??
    source?.CodeRepository?.CodeConfiguration?.CodeConfigurationValues
  );
}

/**
 * Refuses what App Runner would refuse of a service as it is to be.
 *
 * @throws ActionError that says what it is
 */
export function checkAcceptable(
  name: string,
  deployed: DeployedSource,
  settings: ServiceSettings,
  after: Configuration,
): void {
  checkSource(name, deployed, settings);
  if (deployed.type === 'CODE') checkCode(name, deployed, settings, after);
  checkRoles(name, deployed, after);
  checkSize(name, after);
  checkNetwork(name, settings, after);
}

function checkSource(name: string, deployed: DeployedSource, { document }: ServiceSettings): void {
  const source = document?.SourceConfiguration;
  const [other, what] =
    deployed.type === 'CODE'
      ? (['ImageRepository', 'a code repository'] as const)
      : (['CodeRepository', `an image (${deployed.identifier})`] as const);
  if (source?.[other]) {
    throw new ActionError(
      `The document of service-config has SourceConfiguration.${other}, and this run deploys ${what} to service '${name}'. Remove ${other} from the document.`,
    );
  }
  if (deployed.type !== 'ECR_PUBLIC') return;
  const refused = source?.AutoDeploymentsEnabled
    ? 'AutoDeploymentsEnabled, and App Runner makes no automatic deployments'
    : source?.AuthenticationConfiguration?.AccessRoleArn
      ? 'AuthenticationConfiguration.AccessRoleArn, and App Runner refuses an access role'
      : undefined;
  if (!refused) return;
  throw new ActionError(
    `The document of service-config has SourceConfiguration.${refused} from ECR Public (${deployed.identifier}). Remove it from the document.`,
  );
}

function checkRoles(name: string, deployed: DeployedSource, after: Configuration): void {
  const source = after.SourceConfiguration;
  if (deployed.type === 'ECR' && !source?.AuthenticationConfiguration?.AccessRoleArn) {
    throw new ActionError(
      `Input 'access-role-arn' is missing: service '${name}' has no access role yet, and App Runner needs one to pull from private ECR. ` +
        `Name a role that trusts build.apprunner.amazonaws.com. Example: access-role-arn: arn:aws:iam::123456789012:role/apprunner-ecr-access`,
    );
  }
  const secrets = runOf(source)?.RuntimeEnvironmentSecrets ?? {};
  if (Object.keys(secrets).length > 0 && !after.InstanceConfiguration?.InstanceRoleArn) {
    throw new ActionError(
      `Input 'instance-role-arn' is missing: service '${name}' has environment secrets, and App Runner reads them with the instance role. ` +
        `Name a role that trusts tasks.apprunner.amazonaws.com and may read them.`,
    );
  }
}

/** One of the two may come from the inputs and the other from the service or its default. */
function checkSize(name: string, after: Configuration): void {
  const { Cpu = DEFAULT_SIZE.cpu, Memory = DEFAULT_SIZE.memory } =
    after.InstanceConfiguration ?? {};
  const problem = wrongPair({ cpu: Cpu, memory: Memory });
  if (!problem) return;
  throw new ActionError(
    `Service '${name}' can't have this size: in App Runner ${problem}. Set both inputs, cpu and memory.`,
  );
}

/** Developer guide, "Networking with App Runner"; a service that is so already is left alone. */
function checkNetwork(name: string, settings: ServiceSettings, after: Configuration): void {
  const { IngressConfiguration, IpAddressType, EgressConfiguration } =
    after.NetworkConfiguration ?? {};
  const named = settings.ipAddressType ?? settings.document?.NetworkConfiguration?.IpAddressType;
  const closed = IngressConfiguration?.IsPubliclyAccessible === false;
  if (closed && named === 'DUAL_STACK' && IpAddressType === 'DUAL_STACK') {
    throw new ActionError(
      `Service '${name}' is private, and App Runner has dual stack for public services only. Set ip-address-type: IPV4, or publicly-accessible: true.`,
    );
  }
  if (EgressConfiguration?.EgressType === 'VPC' && !EgressConfiguration.VpcConnectorArn) {
    throw new ActionError(
      `Service '${name}' has EgressType VPC and no connector. Name one. Example: vpc-connector-arn: arn:aws:apprunner:us-east-1:123456789012:vpcconnector/main/1/00000000000000000000000000000001`,
    );
  }
}
