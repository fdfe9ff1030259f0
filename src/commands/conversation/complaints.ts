import { CancelledError, errorMessage } from '../../errors.ts';
import type { Ports } from '../../ports.ts';

/** What GitHub is told; each needs a permission of the token. */
export type Subject = 'comment' | 'deployment';

const WORDS: Readonly<Record<Subject, { readonly what: string; readonly permission: string }>> = {
  comment: {
    what: 'The comment on the pull request could not be written.',
    permission: 'pull-requests: write',
  },
  deployment: {
    what: 'The deployment could not be recorded on GitHub.',
    permission: 'deployments: write',
  },
};

/**
 * Tells what GitHub was not told, and why, as one warning for each subject: what goes wrong once
 * goes wrong again. It is no failure of the run.
 */
export class Complaints {
  readonly #runner: Ports['runner'];
  readonly #made = new Set<string>();

  constructor(runner: Ports['runner']) {
    this.#runner = runner;
  }

  async failed(subject: Subject, error: unknown): Promise<void> {
    const { what, permission } = WORDS[subject];
    const why =
      error instanceof CancelledError ? 'The run was cancelled before.' : errorMessage(error);
    // GitHub's own answer has told it where that is sure.
    const remedy = why.includes(permission)
      ? ''
      : ` The token needs \`${permission}\` for it, under \`permissions:\` of the job.`;
    await this.#say(subject, `${what} ${why}${remedy}`);
  }

  /** What was not done when the time for it was over. */
  async late(subjects: readonly Subject[]): Promise<void> {
    for (const subject of subjects) {
      await this.#say(subject, `${WORDS[subject].what} GitHub has not answered in time.`);
    }
  }

  async #say(subject: Subject, text: string): Promise<void> {
    if (this.#made.has(subject)) return;
    this.#made.add(subject);
    const runner = await this.#runner();
    runner.warning(text);
  }
}
