import { randomBytes } from 'node:crypto';
import type { Pace } from './apprunner/pace.ts';
import { type AppRunner, createAppRunner } from './apprunner/service.ts';
import type { Undocumented } from './apprunner/undocumented.ts';
import { type Call, createCallLog } from './call-log.ts';
import { type Clock, systemClock } from './clock.ts';
import { startEcr } from './ecr/start.ts';
import { actionsOf } from './faults/actions.ts';
import type { Faults } from './faults/fault.ts';
import { createFaultBook } from './faults/fault-book.ts';
import { createParking } from './faults/parking.ts';
import { readableLogs } from './logs/readable.ts';
import { createLogs } from './logs/service.ts';
import { LogStore } from './logs/store.ts';
import { acceptLoopbackImages } from './models/adjust.ts';
import { loadModel, modelNames } from './models/model.ts';
import type { MountedService } from './protocol/route.ts';
import type { AwsService } from './protocol/service.ts';
import type { Credentials } from './protocol/signature.ts';
import type { RegistryChoice } from './registry/backend.ts';
import { createRoute53, type Route53 } from './route53/service.ts';
import { createMemoryRuntime } from './runtime/memory.ts';
import type { Runtime } from './runtime/runtime.ts';
import { startApiServer } from './server.ts';
import { Iam } from './sts/iam.ts';
import { createSts } from './sts/service.ts';
import { RoleSessions } from './sts/sessions.ts';

/** Every option can be left out. */
export interface LocalAwsOptions {
  /** The API's port; a free one by default. */
  readonly port?: number | undefined;
  /** The port of ECR's registry endpoint; a free one by default. */
  readonly registryPort?: number | undefined;
  /** Default us-east-1. */
  readonly region?: string | undefined;
  /** Default 123456789012. */
  readonly accountId?: string | undefined;
  /** The key of the account's own user; made at random by default. */
  readonly credentials?: Credentials | undefined;
  /** The time that services live in. Signatures are held to the machine's own time. */
  readonly clock?: Clock | undefined;
  /** Default: in memory. */
  readonly registry?: RegistryChoice | undefined;
  /** What runs images; default: in memory. It is closed with the local AWS. */
  readonly runtime?: Runtime | undefined;
  /** How fast App Runner's operations go; default `container`. */
  readonly pace?: Pace | undefined;
  /** What no document settles of App Runner; what is left out is as `supposed` has it. */
  readonly undocumented?: Partial<Undocumented> | undefined;
  /** Hears of each call as it is answered. */
  readonly onCall?: ((call: Call) => void) | undefined;
}

/** A running local AWS. */
export interface LocalAws {
  /** `http://127.0.0.1:PORT`, for AWS_ENDPOINT_URL. */
  readonly endpoint: string;
  /** `127.0.0.1:PORT` of ECR's registry endpoint. */
  readonly registryHost: string;
  readonly region: string;
  readonly accountId: string;
  readonly credentials: Credentials;
  /** What an SDK client is made with. */
  readonly clientConfig: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: Credentials;
  };
  /** What a client needs in its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Every API call and registry request so far, oldest first. */
  readonly calls: readonly Call[];
  /** For seeding services and waiting until nothing is under way. */
  readonly appRunner: AppRunner;
  /** For seeding hosted zones and reading their records. */
  readonly route53: Route53;
  /** Every line as it was written, readable through the API or not yet. */
  readonly logs: LogStore;
  /** For seeding roles and identity providers. */
  readonly iam: Iam;
  /** Credentials of roles that STS has given out. */
  readonly roleSessions: RoleSessions;
  /** What goes wrong in this AWS. */
  readonly faults: Faults;
  /** The number of API requests that at this moment only the clock keeps from being answered. */
  parked(): number;
  /** Stops servers, containers and registry. */
  close(): Promise<void>;
}

function randomCredentials(): Credentials {
  const letters = randomBytes(8).toString('hex').toUpperCase();
  return {
    accessKeyId: `AKIA${letters}`,
    secretAccessKey: randomBytes(30).toString('base64url'),
  };
}

function environment(endpoint: string, region: string, credentials: Credentials) {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    // The AWS CLI's version 1 reads no other.
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...(sessionToken && { AWS_SESSION_TOKEN: sessionToken }),
  };
}

function mount(service: AwsService, registryHost: string): MountedService {
  const model = acceptLoopbackImages(loadModel(service.model), registryHost);
  return { model, operations: service.operations };
}

/**
 * Starts App Runner, ECR, STS, CloudWatch Logs and Route 53 on loopback. Throws when a port is taken or the
 * registry can't be started; nothing is left running then.
 */
export async function startLocalAws(options: LocalAwsOptions = {}): Promise<LocalAws> {
  const { region = 'us-east-1', accountId = '123456789012', clock = systemClock } = options;
  const { runtime = createMemoryRuntime({ clock }) } = options;
  const closers = [() => runtime.close()];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const started = await startParts({ ...options, region, accountId, clock, runtime }, closers);
    const { endpoint, credentials } = started;
    return {
      ...started,
      region,
      accountId,
      clientConfig: { endpoint, region, credentials },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Place {
  readonly region: string;
  readonly accountId: string;
  readonly clock: Clock;
  readonly runtime: Runtime;
}

async function startParts(options: LocalAwsOptions & Place, closers: (() => Promise<void>)[]) {
  const { region, accountId, clock, runtime, credentials = randomCredentials() } = options;
  const place = { region, accountId, clock };
  const log = createCallLog(clock, options.onCall);
  const faults = createFaultBook(actionsOf(modelNames.map(loadModel)));
  const parking = createParking(clock);
  const ecr = await startEcr({
    ...place,
    registry: options.registry ?? { kind: 'memory' },
    port: options.registryPort ?? 0,
    log,
    pushFaults: {
      faults,
      parking,
      caller: { accountId, region, accessKeyId: credentials.accessKeyId },
    },
  });
  closers.push(() => ecr.close());
  const { images, registryHost } = ecr;
  const logs = new LogStore();
  const pace = options.pace ?? 'container';
  const route53 = createRoute53({ clock, region, syncMs: pace === 'app-runner' ? 30_000 : 0 });
  closers.push(async () => route53.close());
  const { dns } = route53;
  const { undocumented = {} } = options;
  const parts = { ...place, images, runtime, logs, pace, faults, dns, undocumented };
  const appRunner = createAppRunner(parts);
  route53.addAliasTargets(appRunner.aliasTargets);
  closers.push(() => appRunner.close());
  const iam = new Iam(accountId);
  const roleSessions = new RoleSessions();
  const readable = readableLogs(logs, clock, faults.logLagMs);
  const services = [
    appRunner,
    ecr.service,
    createSts({ accountId, clock, iam, sessions: roleSessions }),
    createLogs({ store: readable, accountId, region }),
    route53,
  ];
  const api = await startApiServer({
    services: services.map((service) => mount(service, registryHost)),
    credentials,
    region,
    accountId,
    signatureTime: () => Date.now(),
    sessions: { find: (accessKeyId) => roleSessions.find(accessKeyId), now: () => clock.now() },
    faults,
    parking,
    log,
    port: options.port ?? 0,
  });
  closers.push(async () => {
    parking.close();
    await api.close();
  });
  const endpoint = `http://${api.host}`;
  const env = environment(endpoint, region, credentials);
  const { calls } = log;
  const parked = parking.count;
  const seeds = { appRunner, route53, logs, iam, roleSessions, faults };
  return { endpoint, registryHost, credentials, env, calls, parked, ...seeds };
}
