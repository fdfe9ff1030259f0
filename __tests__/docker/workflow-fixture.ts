import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ListServicesCommand } from '@aws-sdk/client-apprunner';
import { DescribeImagesCommand } from '@aws-sdk/client-ecr';
import { type LocalGitHub, startGitHub } from '../../local-aws/github/start.ts';
import { starts, type WorkflowEvent } from '../../scripts/workflow/event.ts';
import { localSurroundings } from '../../scripts/workflow/local-surroundings.ts';
import { type JobResult, type RunOptions, runJob } from '../../scripts/workflow/run-job.ts';
import { readmeWorkflow } from '../support/readme.ts';
import { PROJECT, type Stage } from './action-fixture.ts';

/** A commit, the same for the same number. */
export const commit = (number: number): string => number.toString(16).padStart(40, 'c');

/** The repository that has the README's workflows. */
export const REPOSITORY = 'acme/hello';

/** GitHub beside a stage; its workflows are those of the README. */
export class GitHubStage {
  readonly github: LocalGitHub;
  readonly #stage: Stage;

  private constructor(stage: Stage, github: LocalGitHub) {
    this.#stage = stage;
    this.github = github;
  }

  static async start(stage: Stage): Promise<GitHubStage> {
    return new GitHubStage(stage, await startGitHub({ repository: REPOSITORY }));
  }

  close(): Promise<void> {
    return this.github.close();
  }

  /** A push to main, with the workflow for it. */
  async push(sha: string): Promise<JobResult> {
    this.github.pushBranch('main', sha);
    return this.#run('Deploy', { name: 'push', payload: {}, sha, ref: 'refs/heads/main' });
  }

  /** The time at which the sweep is due. */
  async schedule(): Promise<JobResult> {
    const event = { name: 'schedule', payload: {}, sha: commit(0), ref: 'refs/heads/main' };
    return this.#run('Sweep previews', event);
  }

  /** The run that GitHub starts for a pull request as it is now. */
  async pullRequest(number: number, action: string, options?: RunOptions): Promise<JobResult> {
    const payload: unknown = JSON.parse(this.github.eventPayload(number, action));
    const ref = `refs/pull/${number}/merge`;
    // The trial merge has a commit of its own, which nothing may be named after.
    return this.#run(
      'Preview',
      { name: 'pull_request', payload, sha: commit(0xdead), ref },
      options,
    );
  }

  async #run(name: string, event: WorkflowEvent, options?: RunOptions): Promise<JobResult> {
    const workflow = readmeWorkflow(name);
    if (!starts(workflow, event)) throw new Error(`'${name}' is not started by ${event.name}.`);
    const { aws, dockerConfig, temp } = this.#stage;
    const surroundings = localSurroundings({
      action: PROJECT,
      temp,
      aws,
      github: this.github,
      env: { ...process.env, DOCKER_CONFIG: dockerConfig },
      checkout: (sha) => this.#checkout(sha),
    });
    return runJob(workflow, event, surroundings, options);
  }

  /** The example app with the commit for its version, on a base image that this machine has. */
  async #checkout(sha: string): Promise<string> {
    const directory = await mkdtemp(join(this.#stage.temp, 'checkout-'));
    await cp(join(PROJECT, 'examples/hello'), directory, { recursive: true });
    const path = join(directory, 'Dockerfile');
    const dockerfile = (await readFile(path, 'utf8'))
      .replace('ARG BASE_IMAGE=node:24-alpine', `ARG BASE_IMAGE=${this.#stage.baseImage}`)
      .replace('ARG VERSION=dev', `ARG VERSION=${sha}`);
    await writeFile(path, dockerfile);
    return directory;
  }
}

/** The page of a service as it answers now. */
export async function answerOf(url: string | undefined): Promise<string> {
  return (await fetch(url ?? '')).text();
}

/** What AWS has of a preview: its service, and the tags of its images. */
export async function leftOf({ appRunner, ecr }: Stage, preview: string) {
  const [{ ServiceSummaryList = [] }, { imageDetails = [] }] = await Promise.all([
    appRunner.send(new ListServicesCommand({})),
    ecr.send(new DescribeImagesCommand({ repositoryName: 'hello' })),
  ]);
  return {
    services: ServiceSummaryList.filter(({ ServiceName }) => ServiceName === preview).length,
    images: imageDetails
      .flatMap(({ imageTags = [] }) => imageTags)
      .filter((tag) => tag.startsWith(`${preview}-`))
      .sort(),
  };
}

/** A step that is stopped where it prints a line, as a slow machine would, until it is let go. */
export class HeldStep {
  readonly #line: string;
  readonly #reached = Promise.withResolvers<void>();
  #kill: ((signal: NodeJS.Signals) => void) | undefined;
  #isHeld = false;

  /** @param line part of the line */
  constructor(line: string) {
    this.#line = line;
  }

  /** What the run is started with. */
  get options(): RunOptions {
    return {
      onStart: (kill) => {
        this.#kill = kill;
      },
      onLine: (line) => {
        if (this.#isHeld || !line.includes(this.#line)) return;
        this.#isHeld = true;
        this.#kill?.('SIGSTOP');
        this.#reached.resolve();
      },
    };
  }

  /** Resolves when it is stopped. */
  get reached(): Promise<void> {
    return this.#reached.promise;
  }

  letGo(): void {
    this.#kill?.('SIGCONT');
  }
}
