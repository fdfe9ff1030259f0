/** A check or commit status of a commit, as far as deployments ask about it. */
export interface CommitCheck {
  readonly context: string;
  readonly state: string;
}

/** How a commit stands to the default branch when that has commits it lacks. */
export type Behind = 'mergeable' | 'conflicting';

/** The branches, other refs and commits of a repository. */
export class Refs {
  readonly #targets = new Map<string, string>();
  readonly #commits = new Set<string>();
  readonly #behind = new Map<string, Behind>();
  readonly #checks = new Map<string, Map<string, string>>();
  readonly #running: readonly CommitCheck[];

  /** @param running the checks that every new commit has */
  constructor(running: readonly CommitCheck[]) {
    this.#running = running;
  }

  /** Lets a ref such as `refs/heads/main` name a commit, which exists from then on. */
  set(ref: string, sha: string): void {
    this.#targets.set(ref, sha);
    if (this.#commits.has(sha)) return;
    this.#commits.add(sha);
    for (const { context, state } of this.#running) this.setCheck(sha, context, state);
  }

  /** The commit that a whole SHA, a branch or a full ref names. */
  resolve(name: string): string | undefined {
    if (this.#commits.has(name)) return name;
    const refs = [name, `refs/${name}`, `refs/heads/${name}`];
    return refs.map((ref) => this.#targets.get(ref)).find((sha) => sha !== undefined);
  }

  /** The full ref of a branch's name; undefined for everything else. */
  branch(name: string): string | undefined {
    const ref = name.startsWith('refs/heads/') ? name : `refs/heads/${name}`;
    return this.#targets.has(ref) ? ref : undefined;
  }

  behind(sha: string): Behind | undefined {
    return this.#behind.get(sha);
  }

  setBehind(sha: string, behind: Behind | undefined): void {
    if (behind) this.#behind.set(sha, behind);
    else this.#behind.delete(sha);
  }

  checks(sha: string): readonly CommitCheck[] {
    return [...(this.#checks.get(sha) ?? [])].map(([context, state]) => ({ context, state }));
  }

  setCheck(sha: string, context: string, state: string): void {
    const ofCommit = this.#checks.get(sha) ?? new Map<string, string>();
    this.#checks.set(sha, ofCommit.set(context, state));
  }
}
