import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppRunnerClient, ListServicesCommand } from '@aws-sdk/client-apprunner';
import { ECRClient, ListImagesCommand } from '@aws-sdk/client-ecr';
import { type LocalGitHub, startGitHub } from '../../local-aws/github/start.ts';
import type { LocalAws } from '../../local-aws/start.ts';
import { localSurroundings } from '../workflow/local-surroundings.ts';
import { runJob } from '../workflow/run-job.ts';
import { readWorkflows, type Workflow } from '../workflow/workflow.ts';
import type { Demo } from './arguments.ts';
import { say, show, showAnswer } from './show.ts';
import type { Stage } from './stage.ts';

const WORKFLOW = 'Preview';

/** The number of the pull request that is played. */
const NUMBER = 7;

/** The commit that a version is pushed with. */
const commitOf = (version: number) => String(version).repeat(40);

/**
 * Plays a pull request with the preview workflow of the README: it is opened with the first
 * version, the others are pushed to it, and it is closed. Shows the comment and the answer of the
 * URL after each, and what is left at the end.
 *
 * @returns false when a run fails, or something is left
 */
export async function playPullRequest(stage: Stage): Promise<boolean> {
  const readme = await readFile(join(stage.action, 'README.md'), 'utf8');
  const workflow = readWorkflows(readme).get(WORKFLOW);
  if (!workflow) throw new Error(`README.md has no workflow named '${WORKFLOW}' to play.`);
  const github = await startGitHub({ repository: `octocat/${stage.demo.name}` });
  try {
    return await play(stage, github, workflow);
  } finally {
    await github.close();
  }
}

async function play(stage: Stage, github: LocalGitHub, workflow: Workflow): Promise<boolean> {
  const { demo, aws } = stage;
  for (const [index, inputs] of demo.versions.entries()) {
    const sha = commitOf(index + 1);
    if (index === 0) {
      say(`Opening pull request ${NUMBER} with commit ${sha.slice(0, 7)}`);
      const opened = { number: NUMBER, title: 'Say it better', headRef: 'better', headSha: sha };
      github.openPullRequest(opened);
    } else {
      say(`Pushing commit ${sha.slice(0, 7)} to pull request ${NUMBER}`);
      github.pushTo(NUMBER, sha);
    }
    const step = await run(stage, github, workflow, index === 0 ? 'opened' : 'synchronize', inputs);
    if (step?.code !== 0) return false;
    showConversation(github);
    await showAnswer(step.outputs['service-url'] ?? '');
  }
  if (demo.keep) return true;
  say(`Closing pull request ${NUMBER}`);
  github.closePullRequest(NUMBER);
  const step = await run(stage, github, workflow, 'closed', {});
  if (step?.code !== 0) return false;
  showConversation(github);
  return nothingIsLeft(demo, aws);
}

/** The run that GitHub would start for the pull request as it is now. */
async function run(
  { demo, aws, temp, action }: Stage,
  github: LocalGitHub,
  workflow: Workflow,
  happened: string,
  inputs: Demo['versions'][number],
) {
  const event = {
    name: 'pull_request',
    payload: JSON.parse(github.eventPayload(NUMBER, happened)),
    sha: github.pullRequest(NUMBER).headSha,
    ref: `refs/pull/${NUMBER}/merge`,
  };
  const checkout = async () => demo.directory;
  const { env } = process;
  const surroundings = localSurroundings({ action, temp, aws, github, env, checkout });
  const more = { service: demo.name, port: demo.port, ...inputs };
  return (await runJob(workflow, event, surroundings, { inputs: more, onLine: show })).deploy;
}

/** The comments and deployments that GitHub has. */
function showConversation(github: LocalGitHub): void {
  const comments = github.comments(NUMBER);
  say(`Pull request ${NUMBER} has ${comments.length} comment(s)`);
  for (const { body } of comments) show(body);
  say('GitHub has on record');
  for (const { environment, sha, statuses } of github.deployments()) {
    const { state, environmentUrl } = statuses.at(-1) ?? {};
    show(`deployment of ${sha.slice(0, 7)} in ${environment}: ${state} ${environmentUrl ?? ''}`);
  }
}

/** Shows what AWS has left; false when that is anything. */
async function nothingIsLeft({ name }: Demo, { clientConfig }: LocalAws): Promise<boolean> {
  const [appRunner, ecr] = [new AppRunnerClient(clientConfig), new ECRClient(clientConfig)];
  const { ServiceSummaryList: services = [] } = await appRunner.send(new ListServicesCommand({}));
  const { imageIds = [] } = await ecr.send(new ListImagesCommand({ repositoryName: name }));
  appRunner.destroy();
  ecr.destroy();
  say(`Left in AWS: ${services.length} services, ${imageIds.length} images`);
  for (const { ServiceName } of services) show(`service ${ServiceName}`);
  for (const { imageTag, imageDigest } of imageIds) show(`image ${imageTag ?? imageDigest}`);
  return services.length + imageIds.length === 0;
}
