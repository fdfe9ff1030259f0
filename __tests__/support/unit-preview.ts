import type { Service } from '@aws-sdk/client-apprunner';
import type { PullRequestEvent } from '../../src/github/event.ts';
import type { PullRequest } from '../../src/github/port.ts';
import { ownershipTags } from '../../src/preview/ownership.ts';
import type { Preview } from '../../src/preview/preview.ts';
import type { InputTexts } from './create-inputs.ts';
import { createService } from './create-service.ts';
import type { World } from './fake-ports.ts';
import { type Run, runAction } from './unit-deployment.ts';
import type { DockerCall } from './unit-docker.ts';
import { createEvent, eventFile } from './unit-event.ts';

export const TOKEN = 'ghs_token_of_the_job';
export const COMMIT = '7'.repeat(40);
export const NEWER = '8'.repeat(40);

/** The preview that a pull request's event of createEvent is about. */
export const PREVIEW: Preview = {
  of: 'hello-api',
  service: 'hello-api-pr-7',
  repository: 'octo/hello',
  pullRequest: 7,
  commit: COMMIT,
};
export const PREVIEW_ARN =
  'arn:aws:apprunner:us-east-1:123456789012:service/hello-api-pr-7/0123456789abcdef0123456789abcdef';

/** The preview as a run for an older commit left it. */
export const TAGS = ownershipTags({ ...PREVIEW, commit: '6'.repeat(40) });

export const OPEN = { number: 7, state: 'open', headSha: COMMIT } as const;

/** Inputs that tell GitHub nothing, so that it is asked for the deployment alone. */
export const SILENT = { comment: 'false', 'deployment-environment': 'false' };

/** App Runner's calls about tags, for a service that is the preview. */
export const OURS = { tags: async () => TAGS, tag: async () => undefined };

/** A service with the preview's name. */
export function previewService(overrides: Partial<Service> = {}): Service {
  return createService({
    ServiceName: PREVIEW.service,
    ServiceArn: PREVIEW_ARN,
    ...overrides,
  });
}

/** Runs the action for a pull request's event, which is open unless the world says otherwise. */
export async function runPreview(
  world: World & { readonly event?: Partial<PullRequestEvent> } = {},
): Promise<Run> {
  const inputs: InputTexts = { preview: 'true', 'github-token': TOKEN, ...world.inputs };
  return runAction({
    github: { pullRequests: [OPEN] },
    ...world,
    inputs,
    env: { ...(await eventFile(createEvent(world.event))), ...world.env },
  });
}

/** A pull request that is another one as soon as the image is built. */
export function changedByTheBuild(change: (pull: PullRequest) => PullRequest) {
  let built = false;
  const pull: () => PullRequest = () => (built ? change(OPEN) : OPEN);
  const changing: PullRequest = {
    number: 7,
    get state() {
      return pull().state;
    },
    get headSha() {
      return pull().headSha;
    },
  };
  return {
    github: { pullRequests: [changing] },
    docker: ({ args }: DockerCall) => {
      built ||= args[1] === 'build';
      return undefined;
    },
  };
}
