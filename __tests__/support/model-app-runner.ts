import type {
  OperationStatus,
  OperationSummary,
  OperationType,
  Service,
  ServiceStatus,
} from '@aws-sdk/client-apprunner';
import type { AppRunner, StartedOperation } from '../../src/ports.ts';
import { createService } from './create-service.ts';
import { ModelResources } from './model-resources.ts';
import { REFUSED } from './refusals.ts';

/** How long every operation of the model takes, in milliseconds. */
export const OPERATION_MS = 60_000;

type Call = 'create' | 'update' | 'startDeployment' | 'pause' | 'resume' | 'delete';

interface Running {
  readonly summary: OperationSummary;
  readonly endsAt: number;
  readonly leaves: ServiceStatus;
  readonly end: OperationStatus;
}

/** What a test scripts of the model. */
export interface Script {
  readonly service?: Service | undefined;
  /** Errors that a call throws, one each time, before it does what it should. */
  readonly refusals?: Partial<Record<Call, readonly Error[]>>;
  /** Errors thrown after a call was taken, as when its answer is lost. */
  readonly lost?: Partial<Record<Call, readonly Error[]>>;
  /** Ends of operations; SUCCEEDED where nothing is said. */
  readonly ends?: Partial<Record<OperationType, OperationStatus>>;
}

/** An App Runner with one service in memory: operations take a minute of the given clock. */
export class ModelAppRunner extends ModelResources implements AppRunner {
  service: Service | undefined;
  readonly operations: OperationSummary[] = [];
  readonly #now: () => number;
  readonly #script: Script;
  readonly #thrown = new Map<string, number>();
  readonly #tags: Record<string, string> = {};
  #running: Running | undefined;

  constructor(now: () => number, script: Script = {}) {
    super();
    this.#now = now;
    this.#script = script;
    this.service = script.service;
  }

  /** Begins an operation as somebody else would. */
  begin(Type: OperationType, leaves: ServiceStatus): string {
    const Id = `operation-${this.operations.length + 1}`;
    const summary = { Id, Type, StartedAt: new Date(this.#now()), Status: 'IN_PROGRESS' as const };
    const end = this.#script.ends?.[Type] ?? 'SUCCEEDED';
    this.#running = { summary, endsAt: this.#now() + OPERATION_MS, leaves, end };
    this.operations.unshift(summary);
    this.set('OPERATION_IN_PROGRESS');
    return Id;
  }

  set(Status: ServiceStatus): void {
    if (this.service) this.service = { ...this.service, Status };
  }

  async list() {
    const found = await this.find();
    return found ? [found] : [];
  }

  async find() {
    this.#pass();
    // ListServices omits deleted services; the calls that name them go on answering for a while.
    return this.service?.Status === 'DELETED' ? undefined : this.service && { ...this.service };
  }

  async describe() {
    this.#pass();
    if (!this.service) throw REFUSED.gone;
    return this.service;
  }

  tags = async () => ({ ...this.#tags });

  tag = async (_arn: string, tags: Readonly<Record<string, string>>) => {
    Object.assign(this.#tags, tags);
  };

  async newestOperations() {
    this.#pass();
    if (!this.service) throw REFUSED.gone;
    return [...this.operations];
  }

  create: AppRunner['create'] = async ({ ServiceName, ...configuration }) =>
    this.#take('create', () => {
      if (this.service && this.service.Status !== 'DELETED') throw REFUSED.nameTaken;
      this.service = { ...createService(), ServiceName, ...configuration };
      return this.begin('CREATE_SERVICE', this.#fails('CREATE_SERVICE', 'CREATE_FAILED'));
    });

  update: AppRunner['update'] = async ({ ServiceArn: _arn, ...configuration }) =>
    this.#take('update', () => {
      this.#demand('RUNNING', 'CREATE_FAILED');
      this.service = { ...createService(), ...this.service, ...configuration };
      return this.begin('UPDATE_SERVICE', 'RUNNING');
    });

  startDeployment = async () =>
    this.#take('startDeployment', () => {
      this.#demand('RUNNING');
      return this.begin('START_DEPLOYMENT', 'RUNNING');
    });

  pause = async () =>
    this.#take('pause', () => {
      this.#demand('RUNNING');
      return this.begin('PAUSE_SERVICE', this.#fails('PAUSE_SERVICE', 'RUNNING', 'PAUSED'));
    });

  resume = async () =>
    this.#take('resume', () => {
      this.#demand('PAUSED');
      return this.begin('RESUME_SERVICE', this.#fails('RESUME_SERVICE', 'PAUSED'));
    });

  delete = async () =>
    this.#take('delete', () => {
      this.#demand('RUNNING', 'PAUSED', 'CREATE_FAILED', 'DELETE_FAILED');
      return this.begin(
        'DELETE_SERVICE',
        this.#fails('DELETE_SERVICE', 'DELETE_FAILED', 'DELETED'),
      );
    });

  #fails(type: OperationType, failed: ServiceStatus, done: ServiceStatus = 'RUNNING') {
    return (this.#script.ends?.[type] ?? 'SUCCEEDED') === 'SUCCEEDED' ? done : failed;
  }

  #demand(...states: ServiceStatus[]): void {
    if (!this.service) throw REFUSED.gone;
    if (!states.some((state) => state === this.service?.Status)) throw REFUSED.busyUpdate;
  }

  #take(call: Call, work: () => string): StartedOperation {
    this.#pass();
    this.#throwNext('refusals', call);
    const operationId = work();
    this.#throwNext('lost', call);
    return { operationId, ...(this.service && { service: this.service }) };
  }

  #throwNext(kind: 'refusals' | 'lost', call: Call): void {
    const count = this.#thrown.get(kind + call) ?? 0;
    this.#thrown.set(kind + call, count + 1);
    const error = this.#script[kind]?.[call]?.[count];
    if (error) throw error;
  }

  #pass(): void {
    const running = this.#running;
    if (!running || this.#now() < running.endsAt) return;
    this.#running = undefined;
    const at = this.operations.indexOf(running.summary);
    this.operations[at] = {
      ...running.summary,
      Status: running.end,
      EndedAt: new Date(running.endsAt),
    };
    this.set(running.leaves);
  }
}
