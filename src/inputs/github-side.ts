import type { Preview } from '../preview/preview.ts';
import type { CommonInputs } from './common.ts';
import type { ConversationInputs } from './conversation.ts';
import type { BaseName } from './preview-from.ts';
import type { Environment, GetInput, InputReader } from './reader.ts';
import type { ServiceSettings } from './settings.ts';
import type { SweepInputs } from './sweep.ts';
import type { Target } from './target.ts';
import type { TeardownInputs } from './teardown.ts';

/** Reads the inputs about pull requests and GitHub; knows the event that started the run. */
export interface GitHubSide {
  /** What `preview: true` is about; undefined without it, and with a problem on record. */
  target(reader: InputReader, service: string): Target | undefined;
  /** What the run tells GitHub; undefined when that is nothing. */
  conversation(
    reader: InputReader,
    service: string,
    preview: Preview | undefined,
  ): ConversationInputs | undefined;
  /** Settings with the tags that make a service a preview. */
  owned(reader: InputReader, settings: ServiceSettings, preview: Preview): ServiceSettings;
  /** The service whose settings a new preview starts from. */
  base(reader: InputReader, preview: Preview): BaseName | undefined;
  /** The tag of a preview's image, where none is named. */
  imageTag(preview: Preview): string;
  teardown(reader: InputReader, common: CommonInputs, preview: Preview): TeardownInputs;
  sweep(reader: InputReader, common: CommonInputs): SweepInputs;
}

/** Inputs that ask nothing of GitHub when they are not set or `false`. */
const ABOUT_GITHUB = ['preview', 'comment', 'deployment-environment'];

/** Loads it where an input asks for it: other runs would only start later. */
export async function loadGitHubSide(
  get: GetInput,
  env: Environment,
): Promise<GitHubSide | undefined> {
  const asked = ABOUT_GITHUB.some((name) => !['', 'false'].includes(get(name)));
  if (!asked && get('command') !== 'sweep') return undefined;
  const [{ gitHubSide }, { readPullRequestEvent }] = await Promise.all([
    import('./github-readers.ts'),
    import('../github/event.ts'),
  ]);
  return gitHubSide(env, () => readPullRequestEvent(env));
}
