import { cp, mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Permissions } from '../../local-aws/github/http/permissions.ts';
import { type LocalOidc, startOidc } from '../../local-aws/github/oidc/start.ts';
import { type LocalGitHub, startGitHub } from '../../local-aws/github/start.ts';
import { workflowBlocks } from '../../scripts/lint/workflow-blocks.ts';
import { PROJECT, type Stage } from '../docker/action-fixture.ts';
import { trustOf } from '../support/unit-trusted-role.ts';
import { makeOrigin, type Origin, replaceIn } from './origin.ts';
import { type ActRun, runAct } from './run-act.ts';

/** Where the README's workflows use this action. */
const OWN_ACTION = 'OWNER/apprunner-deploy@COMMIT';

/** What a job's token may where its workflow names no permission. */
const NONE: Permissions = {
  'pull-requests': 'none',
  issues: 'none',
  deployments: 'none',
  contents: 'none',
  metadata: 'read',
};

const REPOSITORY = 'acme/hello';

/** The subjects that the README gives to its roles' trust policies. */
const ROLES = {
  'deploy-hello': `repo:${REPOSITORY}:ref:refs/heads/main`,
  'preview-hello': `repo:${REPOSITORY}:pull_request`,
};

/** A repository on GitHub with examples/hello in it, whose workflows act runs. */
export class GitHubJobs {
  readonly github: LocalGitHub;
  readonly #oidc: LocalOidc;
  readonly #stage: Stage;
  readonly #origin: Origin;
  readonly #action: string;

  private constructor(
    stage: Stage,
    { github, oidc }: { readonly github: LocalGitHub; readonly oidc: LocalOidc },
    origin: Origin,
    action: string,
  ) {
    this.#stage = stage;
    this.github = github;
    this.#oidc = oidc;
    this.#origin = origin;
    this.#action = action;
  }

  static async start(stage: Stage): Promise<GitHubJobs> {
    const origin = await makeOrigin(join(PROJECT, 'examples/hello'), stage.temp);
    // The base image that this machine has.
    const base = `ARG BASE_IMAGE=${stage.baseImage}`;
    await replaceIn(origin, 'Dockerfile', /^ARG BASE_IMAGE=.*/m, base);
    const action = await mkdtemp(join(stage.temp, 'apprunner-deploy-'));
    for (const part of ['action.yml', 'dist']) {
      await cp(join(PROJECT, part), join(action, part), { recursive: true });
    }
    const oidc = await startOidc({ repository: REPOSITORY });
    const { iam } = stage.aws;
    const provider = iam.putProvider(oidc.provider);
    for (const [name, subject] of Object.entries(ROLES)) {
      iam.putRole({ name, trust: trustOf(provider, subject) });
    }
    const github = await startGitHub({ repository: REPOSITORY });
    return new GitHubJobs(stage, { github, oidc }, origin, action);
  }

  async close(): Promise<void> {
    await this.#oidc.close();
    await this.github.close();
  }

  /** What nobody may read in a log: tokens of the jobs, and the keys that roles had by them. */
  secrets(): string[] {
    const { password, aws } = this.#stage;
    const keys = aws.roleSessions.all();
    const ofRoles = keys.flatMap((one) => [one.secretAccessKey, one.sessionToken ?? '']);
    return [this.github.token, password, ...this.#oidc.tokens, ...ofRoles];
  }

  /** Commits the example with a version that its page says. */
  async commit(version: string): Promise<string> {
    await replaceIn(this.#origin, 'Dockerfile', /^ARG VERSION=.*/m, `ARG VERSION=${version}`);
    return this.#origin.commit();
  }

  /** Commits a program that ends as soon as it is started. */
  async commitBroken(): Promise<string> {
    await replaceIn(
      this.#origin,
      'server.js',
      /^/,
      "throw new Error('DATABASE_URL is not set');\n",
    );
    const sha = await this.#origin.commit();
    await replaceIn(this.#origin, 'server.js', /^.*\n/, '');
    return sha;
  }

  /** Runs a workflow of the README for a push to main. */
  async push(workflow: string, sha: string): Promise<ActRun> {
    this.github.pushBranch('main', sha);
    const ref = 'refs/heads/main';
    const payload = { ref, after: sha, deleted: false, repository: { default_branch: 'main' } };
    return this.#run(workflow, { name: 'push', payload }, sha, ref);
  }

  /**
   * Runs a workflow of the README for a pull request as it is now. Its commit is one that can't be
   * fetched, as GitHub's trial merge must not be taken.
   */
  async pullRequest(workflow: string, number: number, action: string): Promise<ActRun> {
    const payload: unknown = JSON.parse(this.github.eventPayload(number, action));
    const event = { name: 'pull_request', payload };
    return this.#run(workflow, event, 'dead'.repeat(10), `refs/pull/${number}/merge`);
  }

  async #run(
    name: string,
    event: { readonly name: string; readonly payload: unknown },
    sha: string,
    ref: string,
  ): Promise<ActRun> {
    const readme = await readFile(join(PROJECT, 'README.md'), 'utf8');
    const workflow = workflowBlocks(readme).find((block) => block.name === name)?.text;
    if (workflow === undefined) throw new Error(`README.md has no workflow named '${name}'.`);
    const { permissions }: { permissions: Record<string, 'read' | 'write'> } = parse(workflow);
    const { 'id-token': idToken, ...others } = permissions;
    this.github.permit({ ...NONE, ...others });
    const { aws, temp, dockerConfig } = this.#stage;
    return runAct({
      workflow,
      event,
      sha,
      ref,
      repository: this.github.repository,
      token: this.github.token,
      origin: this.#origin.directory,
      actions: { [OWN_ACTION]: this.#action },
      temp,
      env: {
        ...this.github.env,
        DOCKER_CONFIG: dockerConfig,
        AWS_ENDPOINT_URL: aws.endpoint,
        ...(idToken === 'write' && this.#oidc.env({ event: event.name, ref })),
      },
    });
  }
}
