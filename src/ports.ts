import type {
  AutoScalingConfiguration,
  AutoScalingConfigurationSummary,
  CreateAutoScalingConfigurationRequest,
  CreateServiceRequest,
  ObservabilityConfiguration,
  OperationSummary,
  Service,
  ServiceSummary,
  UpdateServiceRequest,
  VpcIngressConnection,
} from '@aws-sdk/client-apprunner';
import type { CreateRepositoryRequest } from '@aws-sdk/client-ecr';
import type { CustomDomains, Dns } from './domain/port.ts';
import type { GitHub } from './github/port.ts';

/**
 * Time: `now` in milliseconds since 1970, `sleep` in milliseconds. Sleep rejects with a
 * CancelledError as soon as the run is cancelled.
 */
export interface Clock {
  now(): number;
  sleep(ms: number): Promise<void>;
  /** As sleep, but not ended by a cancel: for the time that a cancelled run has left. */
  linger(ms: number): Promise<void>;
}

/**
 * A call that started work in App Runner: the service as answered, and the work's id, which
 * PauseService and ResumeService may leave out (API model).
 */
export interface StartedOperation {
  readonly service?: Service;
  readonly operationId?: string;
}

/** The calls about what services share. An ARN without revision means the latest one. */
export interface AppRunnerResources {
  /** Every active revision of every auto scaling configuration. */
  autoScalingConfigurations(): Promise<readonly AutoScalingConfigurationSummary[]>;
  autoScalingConfiguration(arn: string): Promise<AutoScalingConfiguration>;
  /** Makes a new revision. */
  createAutoScalingConfiguration(
    request: CreateAutoScalingConfigurationRequest,
  ): Promise<AutoScalingConfiguration>;
  observabilityConfiguration(arn: string): Promise<ObservabilityConfiguration>;
  /** The ways from VPCs to a private service. */
  vpcIngressConnections(serviceArn: string): Promise<readonly VpcIngressConnection[]>;
}

/** The App Runner calls this action makes. Every method throws ActionError. */
export interface AppRunner extends AppRunnerResources {
  /** Every service but the deleted ones, over all pages. */
  list(): Promise<readonly ServiceSummary[]>;
  /** Finds a service by name over all pages; undefined when there is none. */
  find(name: string): Promise<ServiceSummary | undefined>;
  describe(serviceArn: string): Promise<Service>;
  create(request: CreateServiceRequest): Promise<StartedOperation>;
  update(request: UpdateServiceRequest): Promise<StartedOperation>;
  startDeployment(serviceArn: string): Promise<StartedOperation>;
  pause(serviceArn: string): Promise<StartedOperation>;
  resume(serviceArn: string): Promise<StartedOperation>;
  delete(serviceArn: string): Promise<StartedOperation>;
  /** The tags of a service. */
  tags(serviceArn: string): Promise<Readonly<Record<string, string>>>;
  /** Adds tags to a service, or changes their values. */
  tag(serviceArn: string, tags: Readonly<Record<string, string>>): Promise<void>;
  /** The newest operations of a service, newest first, 20 at most. */
  newestOperations(serviceArn: string): Promise<readonly OperationSummary[]>;
}

/** What Docker needs to push to a registry. */
export interface RegistryLogin {
  readonly username: string;
  readonly password: string;
  /** URL of the registry, such as https://123456789012.dkr.ecr.us-east-1.amazonaws.com */
  readonly endpoint: string;
}

/** A repository of images in private ECR. */
export interface Repository {
  readonly name: string;
  /** True when tags that exist can't be pushed again. */
  readonly immutable: boolean;
  /** Tags that are the other way round, as patterns with `*`. */
  readonly exceptions: readonly string[];
}

/** One image manifest as ECR holds it. */
export interface StoredImage {
  readonly digest: string;
  readonly mediaType: string;
  readonly manifest: string;
}

/** A tag that ECR did not take away, and why. */
export interface KeptTag {
  readonly tag: string;
  /** ECR's code and words. */
  readonly reason: string;
}

/** The ECR calls this action makes; `registryId` undefined means the caller's account. */
export interface Ecr {
  login(registryId?: string): Promise<RegistryLogin>;
  repository(name: string, registryId?: string): Promise<Repository>;
  /** Makes a repository in the caller's account. */
  createRepository(request: CreateRepositoryRequest): Promise<void>;
  /** Sets which images of a repository in the caller's account expire, as ECR's JSON says it. */
  putLifecyclePolicy(repository: string, policy: string): Promise<void>;
  /** Finds an image by tag or digest; undefined when the repository has none. */
  image(
    repository: string,
    image: { readonly tag?: string; readonly digest?: string },
    registryId?: string,
  ): Promise<StoredImage | undefined>;
  /** Every tag of a repository, over all pages; none when there is no such repository. */
  tags(repository: string, registryId?: string): Promise<readonly string[]>;
  /**
   * Takes tags away, in batches; an image goes with its last tag. Tags and repositories that are
   * not there are no error.
   *
   * @returns the tags that stay
   */
  deleteTags(
    repository: string,
    tags: readonly string[],
    registryId?: string,
  ): Promise<readonly KeptTag[]>;
}

/** One line of a log; `time` in milliseconds since 1970. */
export interface LogEvent {
  readonly time: number;
  readonly message: string;
}

/** One stream of a log group; times in milliseconds since 1970, absent while it is empty. */
export interface LogStream {
  readonly name: string;
  readonly firstEventAt?: number;
  readonly lastEventAt?: number;
}

/** Log lines, oldest first, and where the next reading goes on. */
export interface LogPage {
  readonly events: readonly LogEvent[];
  readonly next: string | undefined;
}

/**
 * The CloudWatch Logs calls this action makes. A group or stream that does not exist gives
 * undefined; everything else that goes wrong throws ActionError.
 */
export interface Logs {
  /** The streams of a group, the one with the newest line first, 50 at most. */
  streams(group: string): Promise<readonly LogStream[] | undefined>;
  /** One page of a stream, forward: from `next` of the page before, else from `since`. */
  read(
    group: string,
    stream: string,
    from: { readonly since?: number; readonly next?: string },
  ): Promise<LogPage | undefined>;
  /** The newest lines of a stream, oldest first. */
  tail(group: string, stream: string, lines: number): Promise<readonly LogEvent[] | undefined>;
}

/** What only the end of a preview asks of CloudWatch Logs. */
export interface LogDeletion {
  /** Deletes a group with all its lines; false when there was none. Throws ActionError. */
  deleteGroup(group: string): Promise<boolean>;
}

/** An image of a repository in private ECR; `pushedAt` in milliseconds since 1970. */
export interface PushedImage {
  readonly digest: string;
  readonly tags: readonly string[];
  readonly pushedAt: number;
}

/** What App Runner and ECR still know of what was before. Every method throws ActionError. */
export interface History {
  /** Every operation of a service that is listed, newest first, over all pages. */
  operations(serviceArn: string): Promise<readonly OperationSummary[]>;
  /** Every image of a repository, over all pages; none when there is no such repository. */
  images(repository: string, registryId?: string): Promise<readonly PushedImage[]>;
}

/** Who the credentials belong to. */
export interface Identity {
  readonly account: string;
  readonly arn: string;
}

/** The AWS services behind one Region and one set of credentials. */
export interface Aws {
  readonly appRunner: AppRunner;
  readonly ecr: Ecr;
  identity(): Promise<Identity>;
  /** Ends the retries of calls at a deadline, in milliseconds since 1970. */
  retryUntil(deadline: number): void;
  /** Loaded on demand: the checks read no logs. */
  logs(): Promise<Logs & LogDeletion>;
  /** Loaded on demand: an ordinary deployment looks at what is, not at what was. */
  history(): Promise<History>;
  /** Loaded on demand: few runs name a domain. */
  domains(): Promise<CustomDomains>;
  /** Loaded on demand, as above. */
  dns(): Promise<Dns>;
}

/** An IAM role that the run assumes with the OIDC token of its job. */
export interface Role {
  readonly arn: string;
  /** Names the session in its ARN and in CloudTrail. */
  readonly sessionName: string;
  /** How long its credentials are good before they are renewed. */
  readonly durationSeconds: number;
  /** Whom the token is for. */
  readonly audience: string;
}

/** AWS, reached step by step: a question travels while the rest of the clients load. */
export interface AwsConnection {
  /** Resolves when the first request is on its way or has failed. */
  readonly underWay: Promise<void>;
  /** Loads the clients; the identity has been asked for before. */
  load(): Promise<Aws>;
}

/** How a child process ended. Output is kept whole. */
export interface ProcessResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to run a child process. */
export interface ProcessOptions {
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Written to standard input, which is then closed. */
  readonly input?: string;
  /** Copies both outputs into the log as they come. */
  readonly stream?: boolean;
}

/**
 * Runs `docker` with arguments; a code other than 0 is an answer, not an error. Rejects with a
 * CancelledError when the run is cancelled; the child and its children are stopped then.
 */
export type Docker = (args: readonly string[], options?: ProcessOptions) => Promise<ProcessResult>;

/** Runs `git` in the same way. */
export type Git = Docker;

/** What the runner offers an action: its log, outputs, state and summary. */
export interface Runner {
  info(message: string): void;
  warning(message: string): void;
  error(message: string, title: string): void;
  debug(message: string): void;
  /** Folds the log of one phase. */
  startGroup(name: string): void;
  endGroup(): void;
  /** Hides a value in every log line from here on. */
  mask(secret: string): void;
  setOutput(name: string, value: string): void;
  /** Hands a value to the post step. */
  saveState(name: string, value: string): void;
  /** Adds Markdown to the job summary. */
  summary(markdown: string): Promise<void>;
}

/** What a URL answered. */
export interface PageAnswer {
  readonly status: number;
  /** Where a redirect leads, as the answer says it. */
  readonly location?: string;
  /** The start of the body, as text. */
  readonly body: string;
}

/** The world outside, as one named value. */
export interface Ports {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly docker: Docker;
  readonly git: Git;
  /** Without a role the credentials are those of the SDK's default chain. */
  readonly aws: (region: string, role?: Role) => AwsConnection;
  /** GETs a document from a registry, following redirects without the login. */
  readonly fetchBlob: (url: string, login: RegistryLogin) => Promise<string>;
  /** GETs a page without following redirects; rejects when there is no answer within `timeoutMs`. */
  readonly get: (url: string, timeoutMs: number) => Promise<PageAnswer>;
  /** Aborts when the runner stops the step; its reason is a CancelledError. */
  readonly cancelled: AbortSignal;
  /**
   * GitHub with the token of the input `github-token`. Loaded on demand: only previews, comments
   * and recorded deployments need it.
   */
  readonly github: (token: string) => Promise<GitHub>;
  /** Loaded on demand: what the runner offers costs more to load than AWS takes to answer. */
  readonly runner: () => Promise<Runner>;
}
