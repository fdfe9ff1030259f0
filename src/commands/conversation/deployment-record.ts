import type {
  DeploymentRequest,
  DeploymentStatus,
  GitHub,
  RecordedDeployment,
} from '../../github/port.ts';
import { settleAll } from '../../teardown/pool.ts';
import type { GitHubOnce } from './github-once.ts';

/** Calls at the same time: GitHub wants few that write. */
const AT_ONCE = 4;

/**
 * Deployments before the own one that are made inactive after a success. The success before did
 * the same, so only those that failed since need not be so already, and it itself.
 */
const BEFORE = 10;

/** A run's deployment as GitHub has it on record. */
export class DeploymentRecord {
  readonly #gitHub: GitHubOnce;
  readonly #request: DeploymentRequest;
  readonly #isShared: boolean;
  #id: number | undefined;

  /** @param isShared true where the environment has other services' deployments as well */
  constructor(gitHub: GitHubOnce, request: DeploymentRequest, isShared: boolean) {
    this.#gitHub = gitHub;
    this.#request = request;
    this.#isShared = isShared;
  }

  /** Puts the deployment on record. */
  async begin(status: DeploymentStatus): Promise<void> {
    await this.#set(status);
  }

  /**
   * Sets how the deployment ended; after a success the ones before it get the other status.
   *
   * @param isNewest false where one that is not on record yet is to stay so
   */
  async end(status: DeploymentStatus, before: DeploymentStatus, isNewest: boolean): Promise<void> {
    if (this.#id === undefined && (!isNewest || status.state === 'inactive')) return;
    await this.#set(status);
    if (status.state === 'success' && this.#request.transient) await this.#retireBefore(before);
  }

  /** Makes every deployment of the service inactive. */
  async retireAll(status: DeploymentStatus): Promise<void> {
    await retire(await this.#gitHub.calls(), await this.#ofService(), status);
  }

  async #set(status: DeploymentStatus): Promise<void> {
    const gitHub = await this.#gitHub.calls();
    this.#id ??= await gitHub.createDeployment(this.#request);
    await gitHub.setDeploymentStatus(this.#id, status);
  }

  /**
   * GitHub makes the deployments before a success inactive by itself, but not in a transient
   * environment (REST API, deployment statuses, `auto_inactive`).
   */
  async #retireBefore(status: DeploymentStatus): Promise<void> {
    const own = this.#id ?? 0;
    const before = (await this.#ofService()).filter(({ id }) => id < own);
    await retire(await this.#gitHub.calls(), before.slice(0, BEFORE), status);
  }

  /**
   * The deployments of the service, newest first. In an environment that is called after the
   * service there are no others; in one that services share, the commit is all that tells whose
   * they are.
   */
  async #ofService(): Promise<readonly RecordedDeployment[]> {
    const gitHub = await this.#gitHub.calls();
    const { environment, ref } = this.#request;
    const all = await gitHub.deployments(environment);
    return this.#isShared ? all.filter(({ sha }) => sha === ref) : all;
  }
}

async function retire(
  gitHub: GitHub,
  deployments: readonly { readonly id: number }[],
  status: DeploymentStatus,
): Promise<void> {
  const settled = await settleAll(deployments, AT_ONCE, ({ id }) =>
    gitHub.setDeploymentStatus(id, status),
  );
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}
