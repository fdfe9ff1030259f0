import type { ConversationInputs } from '../../inputs/inputs.ts';
import type { Ports } from '../../ports.ts';
import { type About, aboutRun } from '../../report/about.ts';
import { commentBody } from '../../report/comment.ts';
import {
  beginning,
  deploymentDescription,
  ending,
  superseded,
} from '../../report/deployment-texts.ts';
import type { Report } from '../../report/report.ts';
import type { Told } from '../../report/told.ts';
import { Complaints, type Subject } from './complaints.ts';
import { DeploymentRecord } from './deployment-record.ts';
import { GitHubOnce } from './github-once.ts';
import { InOrder } from './in-order.ts';
import { StickyComment } from './sticky-comment.ts';

/** What a conversation is made of. */
export interface Setting {
  readonly ports: Pick<Ports, 'github' | 'clock' | 'runner' | 'env'>;
  readonly inputs: ConversationInputs;
  /** The service's own name; a preview's for a preview. */
  readonly service: string;
  /** GitHub is told nothing. */
  readonly dryRun: boolean;
  /**
   * Whether what this run does is what the pull request is to show: for a deployment that its
   * commit is the newest of an open pull request, for a teardown that it is closed still. Asked
   * before each word; always true when it is absent or throws.
   */
  readonly isNewest?: () => Promise<boolean>;
  /** Shared by the conversations of one run, so that each kind of failure is told once. */
  readonly complaints?: Complaints;
}

/**
 * What GitHub is told while a run goes on: the comment on the pull request and the deployment on
 * record. Nothing here throws, fails the run or makes it wait; only `settled` is to be awaited.
 *
 *     const conversation = new Conversation({ ports, inputs, service, dryRun, isNewest });
 *     conversation.started();                    // a deployment: once the inputs are read
 *     conversation.ended(reportOf(progress, result, error, beside));
 *     await reportEnd(runner, progress, result, error, beside, conversation.about);
 *     await conversation.settled(10_000);        // at the very end; less after a cancel
 *
 * A teardown leaves `started` out: its report's result `deleted` says the rest. A sweep, which has
 * one report for many previews, calls `deleted` for each.
 */
export class Conversation {
  /**
   * What a comment is about, for a job summary that says the same also where there is none;
   * undefined for a run without a pull request.
   */
  readonly about: About | undefined;
  readonly #about: About;
  readonly #setting: Setting;
  readonly #complaints: Complaints;
  readonly #comment: StickyComment | undefined;
  readonly #record: DeploymentRecord | undefined;
  readonly #queues: Readonly<Record<Subject, InOrder>>;
  #isOver = false;
  /** True once the comment speaks of this run. */
  #isShown = false;

  constructor(setting: Setting) {
    const { ports, inputs, service, dryRun } = setting;
    const { pullRequest, environment, commit } = inputs;
    const gitHub = new GitHubOnce(ports, inputs.token);
    this.#setting = setting;
    this.#about = aboutRun(ports.env, { service, commit, pullRequest });
    this.#complaints = setting.complaints ?? new Complaints(ports.runner);
    if (pullRequest !== undefined && !dryRun) this.about = this.#about;
    if (inputs.comment && pullRequest !== undefined && !dryRun) {
      this.#comment = new StickyComment(gitHub, pullRequest, inputs.service);
    }
    if (environment && !dryRun) {
      const request = {
        ref: commit,
        environment: environment.name,
        transient: environment.transient,
        description: deploymentDescription(this.#about),
      };
      this.#record = new DeploymentRecord(gitHub, request, environment.name !== service);
    }
    this.#queues = { comment: this.#queueOf('comment'), deployment: this.#queueOf('deployment') };
  }

  /** A deployment begins: the comment says so, and the deployment goes on record. */
  started(): void {
    const newest = this.#isNewest();
    this.#say('comment', async () => {
      // An end that is known by now is told instead.
      if (this.#isOver || !(await newest())) return;
      await this.#comment?.write(this.#body({ state: 'building' }));
      this.#isShown = true;
    });
    this.#say('deployment', async () => {
      if (this.#isOver || !(await newest())) return;
      await this.#record?.begin(beginning(this.#about));
    });
  }

  /** The run ended as the report says. A dry run's plan is told nobody. */
  ended(report: Report): void {
    if (this.#isOver || report.result === 'planned') return;
    this.#isOver = true;
    const told: Told = { state: 'ended', report };
    if (report.result === 'deleted') this.#tellDeleted(told);
    else this.#tellEnd(told, report);
  }

  /** The service was deleted, and nothing more is known of it than that. */
  deleted(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#tellDeleted({ state: 'deleted' });
  }

  /**
   * Awaits that GitHub was told everything, and says what it was not told.
   *
   * @param ms how long at the most, also after a cancel
   */
  async settled(ms: number): Promise<void> {
    const { comment, deployment } = this.#queues;
    if (this.#openSubjects().length === 0) return;
    const all = Promise.all([comment.done, deployment.done]);
    await Promise.race([all, this.#setting.ports.clock.linger(ms)]);
    await this.#complaints.late(this.#openSubjects());
  }

  #tellEnd(told: Told, report: Report): void {
    const newest = this.#isNewest();
    this.#say('comment', async () => {
      if (!(await newest())) return;
      const body = this.#body(told);
      // What nobody knows of needs no word that it was not done.
      if (report.result === 'skipped' && !this.#isShown) return;
      if (report.command === 'teardown') await this.#comment?.rewrite(body);
      else await this.#comment?.write(body);
    });
    if (report.command === 'teardown') return;
    this.#say('deployment', async () => {
      const isNewest = await newest();
      const status = ending(report, this.#about, isNewest);
      await this.#record?.end(status, superseded('Another deployment came after it.'), isNewest);
    });
  }

  #tellDeleted(told: Told): void {
    const newest = this.#isNewest();
    this.#say('comment', async () => {
      if (await newest()) await this.#comment?.rewrite(this.#body(told));
    });
    this.#say('deployment', async () => {
      if (await newest()) await this.#record?.retireAll(superseded('The service was deleted.'));
    });
  }

  #body(told: Told): string {
    return commentBody(this.#setting.inputs.service, this.#about, told);
  }

  /** Asked once for what is said at the same time. */
  #isNewest(): () => Promise<boolean> {
    const { isNewest = async () => true } = this.#setting;
    let answer: Promise<boolean> | undefined;
    return () => {
      answer ??= isNewest().catch(() => true);
      return answer;
    };
  }

  #say(subject: Subject, work: () => Promise<void>): void {
    if (subject === 'comment' ? this.#comment : this.#record) this.#queues[subject].add(work);
  }

  #queueOf(subject: Subject): InOrder {
    return new InOrder((error) => this.#complaints.failed(subject, error));
  }

  #openSubjects(): Subject[] {
    return (['comment', 'deployment'] as const).filter((subject) => !this.#queues[subject].isDone);
  }
}
