import type {
  CreateServiceRequest,
  Service,
  UpdateServiceRequest,
} from '@aws-sdk/client-apprunner';
import { ActionError } from '../errors.ts';
import { DEFAULT_SIZE, wrongPair } from '../inputs/compute.ts';
import type { ServiceSettings } from '../inputs/settings.ts';
import { type Change, changesBetween } from './changes.ts';
import { type Configuration, type DeployedImage, readBack, withSettings } from './configuration.ts';

/** What a run does to the service it found. */
export type Decision =
  | { readonly kind: 'create'; readonly request: CreateServiceRequest }
  | {
      readonly kind: 'update';
      readonly request: UpdateServiceRequest;
      readonly changes: readonly Change[];
    }
  | { readonly kind: 'deploy'; readonly serviceArn: string };

/**
 * Decides between create, update and a new deployment of the same settings, for a service that
 * has no other step before it (see stepBefore). UpdateService with an image is itself a
 * deployment; StartDeployment pulls a tag again that has new bytes. A service whose creation
 * failed takes UpdateService, which repairs it, and no StartDeployment.
 *
 * @throws ActionError for what App Runner would refuse or can't change
 */
export function decide(
  name: string,
  service: Service | undefined,
  image: DeployedImage,
  settings: ServiceSettings,
): Decision {
  if (service) checkSource(service, image);
  const before = service ? readBack(service) : {};
  const after = withSettings(before, image, settings);
  checkRoles(name, image, after);
  checkSize(name, after);
  if (!service) return { kind: 'create', request: createRequest(name, after) };
  const serviceArn = `${service.ServiceArn}`;
  const changes = changesBetween(before, after);
  return changes.length === 0 && service.Status !== 'CREATE_FAILED'
    ? { kind: 'deploy', serviceArn }
    : { kind: 'update', request: { ServiceArn: serviceArn, ...after }, changes };
}

/**
 * The request that makes a service anew whose creation failed and which can't be repaired: its
 * own configuration with this run's settings over it.
 *
 * @throws ActionError for what App Runner would refuse
 */
export function recreate(
  service: Service,
  image: DeployedImage,
  settings: ServiceSettings,
): Extract<Decision, { kind: 'create' }> {
  const name = `${service.ServiceName}`;
  const after = withSettings(readBack(service), image, settings);
  const { EncryptionConfiguration } = service;
  const encryption = EncryptionConfiguration?.KmsKey ? { EncryptionConfiguration } : {};
  return { kind: 'create', request: { ...createRequest(name, after), ...encryption } };
}

function createRequest(name: string, configuration: Configuration): CreateServiceRequest {
  const { SourceConfiguration, ...others } = configuration;
  return { ServiceName: name, SourceConfiguration, ...others };
}

function checkSource(service: Service, image: DeployedImage): void {
  if (!service.SourceConfiguration?.CodeRepository) return;
  throw new ActionError(
    `Service '${service.ServiceName}' is built by App Runner from a code repository, and App Runner can't change that to an image (${image.identifier}). ` +
      `Delete the service, or deploy to another name.`,
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
