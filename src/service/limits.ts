import type { Service } from '@aws-sdk/client-apprunner';
import { ActionError } from '../errors.ts';
import { DEFAULT_SIZE, wrongPair } from '../inputs/compute.ts';
import type { ServiceSettings } from '../inputs/settings.ts';
import type { Configuration, DeployedImage } from './configured.ts';
import { keyOf } from './wish.ts';

/**
 * Refuses what App Runner can't change of a service that exists.
 *
 * @throws ActionError that says what it is
 */
export function checkChangeable(
  service: Service,
  image: DeployedImage,
  settings: ServiceSettings,
): void {
  const { ServiceName: name, SourceConfiguration: source } = service;
  if (source?.CodeRepository) {
    throw new ActionError(
      `Service '${name}' is built by App Runner from a code repository, and App Runner can't change that to an image (${image.identifier}). ` +
        `Delete the service, or deploy to another name.`,
    );
  }
  const [own, key] = [service.EncryptionConfiguration?.KmsKey, keyOf(settings)];
  if (key && key !== own) {
    throw new ActionError(
      `Service '${name}' is encrypted with ${own ? own : "App Runner's own key"}, and App Runner can't change that to ${key}: a key is chosen when a service is created. ` +
        `Remove kms-key-arn (EncryptionConfiguration in service-config), or deploy to another name.`,
    );
  }
  const asked = settings.document?.SourceConfiguration?.ImageRepository?.ImageConfiguration;
  const blank = asked?.StartCommand === '' && settings.startCommand === undefined;
  if (blank && source?.ImageRepository?.ImageConfiguration?.StartCommand) {
    throw new ActionError(
      `Service '${name}' has a start command, and App Runner can't blank it: it would go on with the old one. ` +
        `Name the image's own command as StartCommand, or deploy to another name.`,
    );
  }
}

/**
 * Refuses what App Runner would refuse of a service as it is to be.
 *
 * @throws ActionError that says what it is
 */
export function checkAcceptable(
  name: string,
  image: DeployedImage,
  settings: ServiceSettings,
  after: Configuration,
): void {
  checkSource(name, image, settings);
  checkRoles(name, image, after);
  checkSize(name, after);
  checkNetwork(name, settings, after);
}

function checkSource(name: string, image: DeployedImage, { document }: ServiceSettings): void {
  const source = document?.SourceConfiguration;
  if (source?.CodeRepository) {
    throw new ActionError(
      `The document of service-config has SourceConfiguration.CodeRepository, and this run deploys an image (${image.identifier}) to service '${name}'. Remove CodeRepository from the document.`,
    );
  }
  if (image.type !== 'ECR_PUBLIC') return;
  const refused = source?.AutoDeploymentsEnabled
    ? 'AutoDeploymentsEnabled, and App Runner makes no automatic deployments'
    : source?.AuthenticationConfiguration?.AccessRoleArn
      ? 'AuthenticationConfiguration.AccessRoleArn, and App Runner refuses an access role'
      : undefined;
  if (!refused) return;
  throw new ActionError(
    `The document of service-config has SourceConfiguration.${refused} from ECR Public (${image.identifier}). Remove it from the document.`,
  );
}

function checkRoles(name: string, image: DeployedImage, after: Configuration): void {
  const source = after.SourceConfiguration;
  if (image.type === 'ECR' && !source?.AuthenticationConfiguration?.AccessRoleArn) {
    throw new ActionError(
      `Input 'access-role-arn' is missing: service '${name}' has no access role yet, and App Runner needs one to pull from private ECR. ` +
        `Name a role that trusts build.apprunner.amazonaws.com. Example: access-role-arn: arn:aws:iam::123456789012:role/apprunner-ecr-access`,
    );
  }
  const secrets = source?.ImageRepository?.ImageConfiguration?.RuntimeEnvironmentSecrets ?? {};
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
