import { Conversation, type Setting } from '../../src/commands/conversation/conversation.ts';
import type { ConversationInputs } from '../../src/inputs/inputs.ts';
import type { FakeComment, FakeDeployment, GitHubWorld } from './fake-github.ts';
import { fakePorts } from './fake-ports.ts';

export const HEAD = '0123456789abcdef0123456789abcdef01234567';
export const MARKER = '<!-- apprunner-deploy:hello-api -->';

const PREVIEW = 'hello-api-pr-7';

export const INPUTS: ConversationInputs = {
  token: 'ghs_token',
  service: 'hello-api',
  comment: true,
  pullRequest: 7,
  environment: { name: PREVIEW, transient: true },
  commit: HEAD,
};

const ENV = {
  GITHUB_REPOSITORY: 'acme/web',
  GITHUB_RUN_ID: '77',
  GITHUB_HEAD_REF: 'feature',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_RUN_ATTEMPT: '1',
};

/** A comment that an earlier run wrote. */
export const EARLIER: FakeComment = { id: 3, pullRequest: 7, own: true, body: `${MARKER}\n\nold` };

/** A deployment that an earlier run recorded. */
export function earlier(id: number, changed: Partial<FakeDeployment> = {}): FakeDeployment {
  const request = { ref: `old-${id}`, environment: PREVIEW, transient: true, description: '' };
  return { id, statuses: [{ state: 'success' }], ...request, ...changed };
}

/** A conversation with a GitHub in memory, and what may be seen of both. */
export function converse(
  github: GitHubWorld = {},
  changed: Partial<Setting> = {},
  env: Readonly<Record<string, string>> = {},
) {
  const world = fakePorts({ github, env: { ...ENV, ...env } });
  const conversation = new Conversation({
    ports: world.ports,
    inputs: INPUTS,
    service: PREVIEW,
    dryRun: false,
    ...changed,
  });
  const { comments, deployments, calls, tokens } = world.github;
  return {
    conversation,
    world,
    comments,
    deployments,
    tokens,
    methods: () => calls.map(({ method }) => method),
    /** What the headings of the comments say, after the service's name. */
    said: () => comments.map(({ body }) => /^### .*hello-api-pr-7: (.*)$/m.exec(body)?.[1]),
    /** The states of each deployment, oldest first. */
    states: () => deployments.map(({ statuses }) => statuses.map(({ state }) => state)),
    warnings: () => world.runner.log.filter((line) => line.startsWith('warning: ')),
    settled: () => conversation.settled(10_000),
  };
}
