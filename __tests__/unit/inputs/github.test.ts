import { describe, expect, it } from '@jest/globals';
import type { PullRequestEvent } from '../../../src/github/event.ts';
import { loadGitHubSide } from '../../../src/inputs/github-side.ts';
import {
  createInputs,
  ENVIRONMENT,
  type InputTexts,
  problemsOf,
  readTexts,
} from '../../support/create-inputs.ts';
import { createEvent } from '../../support/unit-event.ts';

const TEXTS = { preview: 'true', 'github-token': 'ghs_job', service: 'Hello-API' };
const SHA = '7'.repeat(40);

describe('what a run tells GitHub', () => {
  const conversationOf = (texts: InputTexts, event?: PullRequestEvent) =>
    createInputs({ 'github-token': 'ghs_job', ...texts }, ENVIRONMENT, event).conversation;

  it.each<[string, InputTexts]>([
    ['without inputs about it', {}],
    ['with those that say no', { preview: 'false', comment: 'false' }],
    ['with a comment and no pull request', { comment: 'true' }],
    ['with no environment', { 'deployment-environment': 'false' }],
  ])('is nothing %s', (_, texts) => {
    expect(conversationOf(texts)).toBeUndefined();
  });

  it('is a comment on the pull request, also without a preview', () => {
    expect(conversationOf({ comment: 'true' }, createEvent())).toEqual({
      token: 'ghs_job',
      service: 'hello-api',
      comment: true,
      pullRequest: 7,
      commit: SHA,
    });
  });

  it("is a deployment of the runner's commit", () => {
    expect(conversationOf({ 'deployment-environment': 'production' })).toEqual({
      token: 'ghs_job',
      service: 'hello-api',
      comment: false,
      environment: { name: 'production', transient: false },
      commit: ENVIRONMENT.GITHUB_SHA,
    });
  });

  it('can be turned off for a preview, which is asked about all the same', () => {
    const texts = { ...TEXTS, comment: 'false', 'deployment-environment': 'false' };
    expect(conversationOf(texts, createEvent())).toEqual({
      token: 'ghs_job',
      service: 'Hello-API',
      comment: false,
      pullRequest: 7,
      commit: SHA,
    });
  });

  it.each([['a\nb'], ['x'.repeat(256)]])('has no environment of the name %j', (name) => {
    expect(problemsOf({ 'github-token': 't', 'deployment-environment': name })).toEqual([
      expect.stringContaining("Input 'deployment-environment' is"),
    ]);
  });

  it('needs a commit to record', () => {
    const env = { AWS_REGION: 'us-east-1' };
    const texts = { 'github-token': 't', 'deployment-environment': 'production' };
    expect(problemsOf({ ...texts, 'image-tags': '1' }, env)).toEqual([
      expect.stringContaining("Input 'deployment-environment' is set, and GITHUB_SHA"),
    ]);
  });
});

describe('command sweep', () => {
  const ENV = { AWS_REGION: 'us-east-1', GITHUB_REPOSITORY: 'octo/hello' };
  const sweep = { command: 'sweep', 'github-token': 'ghs_job' };

  it('is about all previews of the repository, or of one service', () => {
    const all = readTexts({ ...sweep, service: '' }, ENV);
    expect(all).toEqual({
      command: 'sweep',
      repository: 'octo/hello',
      token: 'ghs_job',
      deleteLogs: false,
      region: 'us-east-1',
      dryRun: false,
      wait: true,
      timeoutMinutes: 30,
      logLines: 40,
    });
    expect(readTexts({ ...sweep, service: 'hello' }, ENV)).toEqual({ ...all, of: 'hello' });
  });

  it('does not look at preview, nor at the event', () => {
    const event = (): never => {
      throw new Error('the event was asked for');
    };
    expect(readTexts({ ...sweep, preview: 'true', port: 'http' }, ENV, event).command).toBe(
      'sweep',
    );
  });

  it.each<[InputTexts, object, string]>([
    [{ 'github-token': '' }, {}, "Input 'github-token' is empty"],
    [{ 'max-age-days': '0' }, {}, "Input 'max-age-days' is '0'"],
    [{ 'delete-logs': 'yes' }, {}, "Input 'delete-logs' is 'yes'"],
    [{ service: 'x' }, {}, "Input 'service' is 'x'"],
    [{}, { GITHUB_REPOSITORY: undefined }, 'GITHUB_REPOSITORY'],
    [{}, { GITHUB_REPOSITORY: 'hello' }, "is 'hello'"],
  ])('refuses %j and %j', (texts, env, problem) => {
    expect(problemsOf({ ...sweep, ...texts }, { ...ENV, ...env })).toEqual([
      expect.stringContaining(problem),
    ]);
  });
});

describe('what reads the inputs about GitHub', () => {
  const get = (texts: InputTexts) => (name: string) => texts[name] ?? '';

  it.each<[InputTexts, boolean]>([
    [{}, false],
    [{ preview: 'false', 'github-token': 'ghs_job', 'delete-logs': 'true' }, false],
    [{ comment: 'false', 'deployment-environment': 'false' }, false],
    [{ preview: 'true' }, true],
    [{ preview: 'flase' }, true],
    [{ comment: 'true' }, true],
    [{ 'deployment-environment': 'production' }, true],
    [{ command: 'sweep' }, true],
  ])('is loaded for %j: %p', async (texts, loaded) => {
    expect((await loadGitHubSide(get(texts), {})) !== undefined).toBe(loaded);
  });

  it('asks for the event once, and not where no input needs it', () => {
    let asked = 0;
    const event = () => {
      asked += 1;
      return createEvent();
    };
    readTexts({ ...TEXTS, comment: 'true' }, ENVIRONMENT, event);
    expect(asked).toBe(1);
    readTexts({ 'github-token': 't', 'deployment-environment': 'production' }, ENVIRONMENT, event);
    expect(asked).toBe(1);
  });
});
