import type { Clock } from '../clock.ts';
import type { LogStore } from '../logs/store.ts';
import { parseImageIdentifier, withoutDashes } from './identifiers.ts';
import { portOf } from './run-settings.ts';
import type { CodeRepository, OperationType } from './shapes.ts';
import type { Configuration, StoredOperation, StoredService } from './store.ts';

/** Why a deployment ended without success. */
export type Failure =
  | { readonly kind: 'image' }
  /** No image came of the source code. */
  | { readonly kind: 'build'; readonly reason: string }
  | { readonly kind: 'start'; readonly message: string }
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'unhealthy' }
  /** In words of its own. */
  | { readonly kind: 'told'; readonly reason: string };

/** What the first line of a deployment says has set it off. */
export const triggerOf = (type: OperationType): 'SERVICE_CREATE' | 'SERVICE_DEPLOY' =>
  type === 'CREATE_SERVICE' ? 'SERVICE_CREATE' : 'SERVICE_DEPLOY';

/** `PAUSE_SERVICE` as a word. */
const verb = (type: OperationType): string => type.slice(0, type.indexOf('_')).toLowerCase();

const checked = (configuration: Configuration): string => {
  const { Protocol, Path } = configuration.health;
  const port = portOf(configuration.source);
  const path = Protocol === 'HTTP' ? `[Path: '${Path}'], ` : '';
  return `protocol \`${Protocol}\` ${path}[Port: '${port}']`;
};

/** Where an image or source code comes from. */
const source = (configuration: Configuration): { kind: string; url: string; tag: string } => {
  const repository = configuration.source.ImageRepository;
  const image = parseImageIdentifier(repository?.ImageIdentifier ?? '/');
  return {
    kind: repository?.ImageRepositoryType === 'ECR_PUBLIC' ? 'ECR Public' : 'ECR',
    url: `${image.host}/${image.repository}`,
    tag: image.tag ?? image.digest ?? 'latest',
  };
};

const provider = ({ RepositoryUrl }: CodeRepository): string =>
  new URL(RepositoryUrl).host === 'bitbucket.org' ? 'BITBUCKET' : 'GITHUB';

const exposure = (configuration: Configuration): string =>
  configuration.network.IngressConfiguration?.IsPubliclyAccessible === false
    ? 'privately accessible'
    : 'publicly accessible';

/** The lines of a deployment, in App Runner's own words as users quote them. */
export const lines = {
  started: (id: string, trigger: 'SERVICE_CREATE' | 'SERVICE_DEPLOY') => [
    `Deployment with ID : ${id} started. Triggering event : ${trigger}`,
  ],
  pulling: (configuration: Configuration) => {
    const code = configuration.source.CodeRepository;
    if (code !== undefined) {
      const { RepositoryUrl: url, SourceCodeVersion: version, SourceDirectory = '/' } = code;
      return [
        `Deployment Artifact: [Repo Type: Source], [Repository: ${url}], [Branch: ${version.Value}], [SourceDirectory: ${SourceDirectory}]`,
        `Pulling source code from ${provider(code)} Repository ( ${url} ).`,
      ];
    }
    const { kind, url, tag } = source(configuration);
    return [
      `Deployment Artifact: [Repo Type: ${kind}], [Image URL: ${url}], [Image Tag: ${tag}]`,
      `Pulling image ${url} from ${kind} repository.`,
    ];
  },
  pulled: (configuration: Configuration) => [
    configuration.source.CodeRepository === undefined
      ? `Successfully pulled your application image from ${source(configuration).kind}.`
      : 'Successfully pulled your application source code.',
  ],
  readingFile: () => ['Reading apprunner.yaml config file.'],
  validFile: () => ['Successfully validate configuration file.'],
  building: () => ['Starting source code build.'],
  built: () => ['Successfully built your application source code.'],
  provisioning: (configuration: Configuration) => [
    `Provisioning instances and deploying image for ${exposure(configuration)} service.`,
  ],
  checking: (configuration: Configuration) => [
    `Performing health check on ${checked(configuration)}.`,
  ],
  healthy: () => ['Health check is successful. Routing traffic to application.'],
  routed: () => ['Successfully routed incoming traffic to application.'],
  status: (status: string) => [`Service status is set to ${status}.`],
  failed: (id: string, failure: Failure, configuration: Configuration): string[] => {
    const end = (reason: string) =>
      `Deployment with ID : ${id} failed. Failure reason : ${reason}.`;
    switch (failure.kind) {
      case 'image':
        return [end('Failed to copy the image from ECR')];
      case 'build':
        return [
          `Failed to build your application source code. Reason: ${failure.reason}.`,
          end('Failed to build your application source code'),
        ];
      case 'start':
        return [
          `Your application stopped or failed to start. See logs for more information. ${failure.message}`,
          end('Health check failed'),
        ];
      case 'exit':
        return [
          `Your application stopped or failed to start. See logs for more information. Container exit code: ${failure.code}`,
          end('Health check failed'),
        ];
      case 'unhealthy':
        return [
          `Health check failed on ${checked(configuration)}. Check your configured port number. For more information, see the application logs.`,
          end('Health check failed'),
        ];
      case 'told':
        return [failure.reason, end(failure.reason.replace(/\.$/, ''))];
    }
  },
  /** What ended without success and is no deployment. No such line of App Runner's is known to us. */
  unsuccessful: (type: OperationType, reason = `Failed to ${verb(type)} the service.`) => [reason],
} as const;

/** Writes a service's lines to the log groups App Runner keeps for it. */
export interface EventLog {
  /** To stream `events`, and to the operation's own stream when one is given. */
  write(service: StoredService, texts: readonly string[], deployment?: StoredOperation): void;
  /**
   * A line of a build's own output, to the operation's own stream alone (App Runner developer
   * guide, monitor-cwl).
   */
  build(service: StoredService, line: string, deployment: StoredOperation): void;
  /** Removes the service's log groups. */
  forget(service: StoredService): void;
  /** A line of the application. */
  application(service: StoredService, instanceId: string, line: string): void;
}

/**
 * An event log over a CloudWatch Logs store, stamped by `clock`.
 *
 * @param updateStream what stands before /ID in the name of an UPDATE_SERVICE's stream; of every
 *   other it is `deployment`
 */
export const createEventLog = (logs: LogStore, clock: Clock, updateStream: string): EventLog => {
  const group = (service: StoredService, kind: 'service' | 'application') =>
    `/aws/apprunner/${service.name}/${service.id}/${kind}`;
  const append = (service: StoredService, stream: string, message: string) =>
    logs.append(group(service, 'service'), stream, { timestamp: clock.now(), message });
  const streamOf = ({ id, type }: StoredOperation) =>
    `${type === 'UPDATE_SERVICE' ? updateStream : 'deployment'}/${withoutDashes(id)}`;
  return {
    write: (service, texts, deployment) => {
      const streams = ['events', ...(deployment ? [streamOf(deployment)] : [])];
      for (const text of texts) {
        for (const stream of streams) append(service, stream, `[AppRunner] ${text}`);
      }
    },
    build: (service, line, deployment) => append(service, streamOf(deployment), `[Build] ${line}`),
    forget: (service) => {
      logs.remove(group(service, 'service'));
      logs.remove(group(service, 'application'));
    },
    application: (service, instanceId, line) =>
      logs.append(group(service, 'application'), `instance/${instanceId}`, {
        timestamp: clock.now(),
        message: line,
      }),
  };
};
