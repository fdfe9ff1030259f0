import { describe, expect, it } from '@jest/globals';
import type { PullRequestEvent } from '../../../src/github/event.ts';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import {
  createInputs,
  ENVIRONMENT,
  type InputTexts,
  problemsOf,
  readTexts,
} from '../../support/create-inputs.ts';
import { REGISTRY } from '../../support/create-service.ts';
import { createEvent } from '../../support/unit-event.ts';

const TEXTS = { preview: 'true', 'github-token': 'ghs_job', service: 'Hello-API' };
const SHA = '7'.repeat(40);
const PREVIEW = {
  of: 'Hello-API',
  service: 'Hello-API-pr-7',
  repository: 'octo/hello',
  pullRequest: 7,
  commit: SHA,
};

function read(texts: InputTexts = {}, event: Partial<PullRequestEvent> = {}): Inputs {
  return readTexts({ ...TEXTS, ...texts }, ENVIRONMENT, () => createEvent(event));
}

function deployed(texts: InputTexts = {}, event: Partial<PullRequestEvent> = {}) {
  return createInputs({ ...TEXTS, ...texts }, ENVIRONMENT, createEvent(event));
}

describe('a preview', () => {
  it.each(['opened', 'reopened', 'synchronize', 'labeled', 'ready_for_review'])(
    'is deployed when the event says %s',
    (action) => {
      const inputs = deployed({}, { action });
      expect(inputs.service).toBe('Hello-API-pr-7');
      expect(inputs.preview).toEqual(PREVIEW);
    },
  );

  it("has the base service's repository, and tags of its own", () => {
    const { source, settings } = deployed({ tags: 'team=web\napprunner-deploy:made-by=hand' });
    expect(source).toMatchObject({ repository: 'hello-api', tags: [`Hello-API-pr-7-${SHA}`] });
    expect(settings.tags).toEqual({
      team: 'web',
      'apprunner-deploy:made-by': 'preview',
      'apprunner-deploy:repository': 'octo/hello',
      'apprunner-deploy:pull-request': '7',
      'apprunner-deploy:commit': SHA,
      'apprunner-deploy:service': 'Hello-API',
    });
  });

  it('takes repository, tags and everything else that is named', () => {
    const inputs = deployed({
      repository: 'team/hello',
      'image-tags': 'mine',
      port: '3000',
      'dry-run': 'true',
      'skip-unchanged': 'true',
      wait: 'false',
    });
    expect(inputs).toMatchObject({
      source: { repository: 'team/hello', tags: ['mine'] },
      settings: { port: '3000' },
      dryRun: true,
      skipUnchanged: true,
      wait: false,
    });
  });

  it('needs no GITHUB_SHA, which is a merge commit there', () => {
    const env = { AWS_REGION: 'us-east-1' };
    expect(problemsOf(TEXTS, env, createEvent())).toEqual([]);
  });

  it('has room for 45 other tags', () => {
    const tags = (count: number) =>
      Array.from({ length: count }, (_, index) => `tag-${index}=x`).join('\n');
    expect(problemsOf({ ...TEXTS, tags: tags(45) }, ENVIRONMENT, createEvent())).toEqual([]);
    expect(problemsOf({ ...TEXTS, tags: tags(46) }, ENVIRONMENT, createEvent())).toEqual([
      expect.stringContaining("Input 'tags' names 46 tags, and a preview has 5 of its own"),
    ]);
  });

  it('of a fork is deployed on pull_request_target', () => {
    const event = { name: 'pull_request_target', headRepository: 'eve/hello' } as const;
    expect(deployed({}, event).preview).toEqual(PREVIEW);
    expect(deployed({}, { ...event, headRepository: undefined }).preview).toEqual(PREVIEW);
  });
});

describe('nothing is done', () => {
  it.each<[string, Partial<PullRequestEvent>, string]>([
    ['a fork', { headRepository: 'eve/hello' }, 'comes from a fork (eve/hello)'],
    ['a fork that is gone', { headRepository: undefined }, 'a repository that is gone'],
    ['a fork that is closed', { headRepository: 'eve/hello', action: 'closed' }, 'fork'],
    ['another action', { action: 'edited' }, "The event says 'edited' of pull request 7"],
  ])('about %s', (_, event, reason) => {
    expect(read({}, event)).toEqual({
      command: 'skip',
      reason: expect.stringContaining(reason),
    });
  });

  it('whatever else is missing where there are no credentials', () => {
    const event = createEvent({ headRepository: 'eve/hello' });
    expect(readTexts({ ...TEXTS, port: 'http', 'github-token': '' }, {}, () => event)).toEqual({
      command: 'skip',
      reason: expect.stringContaining('no credentials'),
    });
  });

  it('about a repository whose name has other capitals it is done', () => {
    expect(read({}, { headRepository: 'Octo/Hello' }).command).toBe('deploy');
  });
});

describe('a pull request that is closed', () => {
  const closed = { action: 'closed' };

  it('takes its preview away, with what it is told to GitHub', () => {
    expect(read({ 'dry-run': 'true' }, closed)).toEqual({
      command: 'teardown',
      service: 'Hello-API-pr-7',
      preview: PREVIEW,
      region: 'us-east-1',
      dryRun: true,
      wait: true,
      timeoutMinutes: 30,
      logLines: 40,
      images: { repository: 'hello-api' },
      deleteLogs: false,
      conversation: {
        token: 'ghs_job',
        service: 'Hello-API',
        comment: true,
        pullRequest: 7,
        environment: { name: 'Hello-API-pr-7', transient: true },
        commit: SHA,
      },
    });
  });

  it.each<[InputTexts, object]>([
    [{ 'delete-logs': 'true' }, { deleteLogs: true }],
    [
      { repository: 'team/x', 'registry-id': '210987654321' },
      { images: { repository: 'team/x', registryId: '210987654321' } },
    ],
  ])('with %j', (texts, inputs) => {
    expect(read(texts, closed)).toMatchObject(inputs);
  });

  it('leaves images alone that no workflow of it builds', () => {
    expect(read({ image: `${REGISTRY}/hello:1` }, closed)).not.toHaveProperty('images');
  });

  it('does not look at what only a deployment uses', () => {
    const wrong = { port: 'http', cpu: '9', 'environment-variables': '?', 'smoke-path': 'x' };
    expect(problemsOf({ ...TEXTS, ...wrong }, ENVIRONMENT, createEvent(closed))).toEqual([]);
  });
});

describe('preview: true is refused', () => {
  it.each([
    ['push', 'the event is push;'],
    ['', 'the event is unknown: GITHUB_EVENT_NAME is not set;'],
  ])('on the event %j', (name, seen) => {
    const env = { ...ENVIRONMENT, GITHUB_EVENT_NAME: name };
    const [problem = '', ...more] = problemsOf(TEXTS, env);
    expect(problem).toContain(`Input 'preview' is true, and ${seen}`);
    expect(more).toEqual([]);
  });

  it.each(['pause', 'resume', 'delete'])('with command: %s', (command) => {
    expect(problemsOf({ ...TEXTS, command }, ENVIRONMENT, createEvent())).toEqual([
      expect.stringContaining(`Inputs 'preview' and 'command: ${command}' exclude each other`),
    ]);
  });

  it('without a token to ask GitHub with, and for a wrong word', () => {
    expect(problemsOf({ ...TEXTS, 'github-token': '' }, ENVIRONMENT, createEvent())).toEqual([
      expect.stringContaining("Input 'github-token' is empty"),
    ]);
    expect(problemsOf({ ...TEXTS, preview: 'yes' }, ENVIRONMENT, createEvent())).toEqual([
      expect.stringContaining("Input 'preview' is 'yes'"),
    ]);
  });
});
