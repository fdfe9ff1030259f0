import type { Clock } from '../../clock.ts';
import type { Account } from '../http/accounts.ts';
import type { NextId } from '../repository/identifiers.ts';

export const states = [
  'error',
  'failure',
  'inactive',
  'in_progress',
  'queued',
  'pending',
  'success',
] as const;

export type DeploymentState = (typeof states)[number];

/** A state that a deployment was given. Texts that nobody gave are empty. */
export interface DeploymentStatus {
  readonly id: number;
  readonly state: DeploymentState;
  readonly description: string;
  readonly environment: string;
  readonly environmentUrl: string;
  readonly logUrl: string;
  readonly creator: Account;
  readonly createdAt: number;
}

/** A deployment and its states, oldest first. Times are milliseconds since 1970. */
export interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  readonly payload: Readonly<Record<string, unknown>> | string;
  readonly environment: string;
  readonly originalEnvironment: string;
  readonly description: string | null;
  readonly transient: boolean;
  readonly production: boolean;
  readonly creator: Account;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly statuses: readonly DeploymentStatus[];
}

export type NewDeployment = Omit<
  Deployment,
  'id' | 'createdAt' | 'updatedAt' | 'statuses' | 'originalEnvironment'
>;
export type NewStatus = Omit<DeploymentStatus, 'id' | 'createdAt'>;

/** The newest state; undefined before the first. */
export const stateOf = ({ statuses }: Deployment): DeploymentState | undefined =>
  statuses.at(-1)?.state;

/** The deployments of a repository. */
export class DeploymentStore {
  readonly #byId = new Map<number, Deployment>();
  readonly #clock: Clock;
  readonly #nextId: NextId;
  readonly #nextStatusId: NextId;

  constructor(clock: Clock, nextId: NextId, nextStatusId: NextId) {
    this.#clock = clock;
    this.#nextId = nextId;
    this.#nextStatusId = nextStatusId;
  }

  /** Oldest first. */
  all(): readonly Deployment[] {
    return [...this.#byId.values()];
  }

  find(id: number): Deployment | undefined {
    return this.#byId.get(id);
  }

  add(made: NewDeployment): Deployment {
    const now = this.#clock.now();
    const deployment: Deployment = {
      ...made,
      id: this.#nextId(),
      originalEnvironment: made.environment,
      createdAt: now,
      updatedAt: now,
      statuses: [],
    };
    this.#byId.set(deployment.id, deployment);
    return deployment;
  }

  /** A status that names another environment moves its deployment there. */
  addStatus(deployment: Deployment, made: NewStatus): DeploymentStatus {
    const now = this.#clock.now();
    const status = { ...made, id: this.#nextStatusId(), createdAt: now };
    const { environment } = made;
    const statuses = [...deployment.statuses, status];
    this.#byId.set(deployment.id, { ...deployment, environment, updatedAt: now, statuses });
    return status;
  }

  delete(id: number): void {
    this.#byId.delete(id);
  }
}
