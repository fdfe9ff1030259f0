import type { Clock } from '../../clock.ts';
import { type Account, accountOf } from '../http/accounts.ts';
import { commitOf, type NextId } from '../repository/identifiers.ts';
import type { Behind, Refs } from '../repository/refs.ts';

/** A pull request as it is at the moment. Times are milliseconds since 1970. */
export interface PullRequest {
  readonly number: number;
  readonly id: number;
  readonly title: string;
  readonly body: string | null;
  readonly state: 'open' | 'closed';
  readonly draft: boolean;
  readonly locked: boolean;
  readonly labels: readonly string[];
  readonly author: Account;
  readonly headRef: string;
  readonly headSha: string;
  /** The commit that headSha was before the last push. */
  readonly previousSha: string | undefined;
  /** OWNER/NAME; null when the fork is gone. */
  readonly headRepository: string | null;
  readonly baseRef: string;
  readonly baseSha: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly closedAt: number | null;
  readonly mergedAt: number | null;
}

/** What a pull request is opened with. */
export interface OpenedPullRequest {
  /** Default: the next free one. */
  readonly number?: number | undefined;
  readonly headSha: string;
  readonly headRef: string;
  /** OWNER/NAME, default the repository itself; null for a fork that is gone. */
  readonly headRepository?: string | null | undefined;
  readonly title: string;
  readonly body?: string | undefined;
  /** Default: octocat. */
  readonly author?: string | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly draft?: boolean | undefined;
  /** For a branch that lacks commits of the default branch. */
  readonly behind?: Behind | undefined;
}

/** The pull requests of a repository. Its methods throw for numbers and SHAs that can't be. */
export class PullRequestStore {
  readonly #byNumber = new Map<number, PullRequest>();
  readonly #repository: string;
  readonly #refs: Refs;
  readonly #clock: Clock;
  readonly #nextId: NextId;

  constructor(repository: string, refs: Refs, clock: Clock, nextId: NextId) {
    this.#repository = repository;
    this.#refs = refs;
    this.#clock = clock;
    this.#nextId = nextId;
  }

  /** In the order they were opened. */
  all(): readonly PullRequest[] {
    return [...this.#byNumber.values()];
  }

  find(number: number): PullRequest | undefined {
    return this.#byNumber.get(number);
  }

  get(number: number): PullRequest {
    const pull = this.find(number);
    if (pull) return pull;
    throw new Error(`There is no pull request ${number} in ${this.#repository}.`);
  }

  open(opened: OpenedPullRequest): PullRequest {
    const number = opened.number ?? Math.max(0, ...this.#byNumber.keys()) + 1;
    if (this.find(number)) throw new Error(`There is a pull request ${number} already.`);
    const { headRepository = this.#repository, behind } = opened;
    const now = this.#clock.now();
    const pull: PullRequest = {
      number,
      id: this.#nextId(),
      title: opened.title,
      body: opened.body ?? null,
      state: 'open',
      draft: opened.draft ?? false,
      locked: false,
      labels: opened.labels ?? [],
      author: accountOf(opened.author ?? 'octocat'),
      headRef: opened.headRef,
      headSha: opened.headSha,
      previousSha: undefined,
      headRepository,
      baseRef: 'main',
      baseSha: this.#refs.resolve('refs/heads/main') ?? '',
      createdAt: now,
      updatedAt: now,
      closedAt: null,
      mergedAt: null,
    };
    this.#setHead(pull);
    this.#refs.setBehind(opened.headSha, behind);
    this.#byNumber.set(number, pull);
    return pull;
  }

  /** A new head; the branch of a closed one can't be followed any more. */
  push(number: number, sha: string): PullRequest {
    const pull = this.get(number);
    if (pull.state === 'closed')
      throw new Error(`Pull request ${number} is closed: reopen it first.`);
    const pushed = this.#change(number, { headSha: sha, previousSha: pull.headSha });
    this.#setHead(pushed);
    return pushed;
  }

  /** Lets a full ref be at a commit, and with it the open pull requests of that branch. */
  pushBranch(ref: string, sha: string): void {
    this.#refs.set(ref, sha);
    for (const { number, state, headRepository, headRef } of this.all()) {
      const ownBranch = headRepository === this.#repository && ref === `refs/heads/${headRef}`;
      if (ownBranch && state === 'open') this.push(number, sha);
    }
  }

  close(number: number, merged: boolean): PullRequest {
    const now = this.#clock.now();
    const { headSha, state } = this.get(number);
    if (state === 'closed') throw new Error(`Pull request ${number} is closed already.`);
    if (merged) {
      this.#refs.set('refs/heads/main', commitOf(this.#repository, 'merge', headSha));
    }
    return this.#change(number, { state: 'closed', closedAt: now, mergedAt: merged ? now : null });
  }

  reopen(number: number): PullRequest {
    const { state, mergedAt } = this.get(number);
    if (state === 'open') throw new Error(`Pull request ${number} is open.`);
    if (mergedAt !== null)
      throw new Error(`Pull request ${number} is merged: GitHub reopens none.`);
    return this.#change(number, { state: 'open', closedAt: null });
  }

  label(number: number, label: string): PullRequest {
    const labels = new Set([...this.get(number).labels, label]);
    return this.#change(number, { labels: [...labels] });
  }

  setLocked(number: number, locked: boolean): PullRequest {
    return this.#change(number, { locked });
  }

  setDraft(number: number, draft: boolean): PullRequest {
    return this.#change(number, { draft });
  }

  /** Its fork is deleted. */
  loseHeadRepository(number: number): PullRequest {
    return this.#change(number, { headRepository: null });
  }

  #change(number: number, change: Partial<PullRequest>): PullRequest {
    const changed = { ...this.get(number), ...change, updatedAt: this.#clock.now() };
    this.#byNumber.set(number, changed);
    return changed;
  }

  #setHead({ number, headRef, headSha, headRepository }: PullRequest): void {
    if (!/^[0-9a-f]{40}$/.test(headSha)) throw new Error(`'${headSha}' is no whole commit SHA.`);
    this.#refs.set(`refs/pull/${number}/head`, headSha);
    if (headRepository === this.#repository) this.#refs.set(`refs/heads/${headRef}`, headSha);
  }
}
