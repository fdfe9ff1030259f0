import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { readPullRequestEvent } from '../../../src/github/event.ts';
import { temporaryDirectory, writeTree } from '../../support/unit-temporary-directory.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';

const OPENED = {
  action: 'opened',
  number: 7,
  pull_request: {
    number: 7,
    state: 'open',
    head: { sha: SHA, ref: 'feature/`x`|<b>', repo: { full_name: 'fork/web' } },
    base: { repo: { full_name: 'acme/web' } },
  },
  repository: { full_name: 'acme/web' },
};

async function environment(text: string, name = 'pull_request') {
  const directory = await temporaryDirectory();
  await writeTree(directory, { 'event.json': text });
  return { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: `${directory}/event.json` };
}

/** The event with some members of its pull request's head, or of itself, replaced. */
function changed(head: object, event: object = {}): string {
  const pull = OPENED.pull_request;
  return JSON.stringify({
    ...OPENED,
    pull_request: { ...pull, head: { ...pull.head, ...head } },
    ...event,
  });
}

describe('the event of a pull request', () => {
  it.each(['pull_request', 'pull_request_target'])('%s is read from its file', async (name) => {
    const env = await environment(JSON.stringify(OPENED), name);
    expect(readPullRequestEvent(env)).toEqual({
      name,
      action: 'opened',
      number: 7,
      headSha: SHA,
      headRef: 'feature/`x`|<b>',
      headRepository: 'fork/web',
      repository: 'acme/web',
    });
  });

  it('has no head repository when the fork was deleted', async () => {
    const env = await environment(changed({ repo: null }));
    expect(readPullRequestEvent(env)).toMatchObject({ headRepository: undefined, number: 7 });
  });

  it('may begin with a byte order mark', async () => {
    const env = await environment(`\uFEFF${JSON.stringify(OPENED)}`);
    expect(readPullRequestEvent(env)).toMatchObject({ action: 'opened' });
  });
});

describe('another event', () => {
  it.each(['push', 'schedule', 'workflow_dispatch', 'pull_request_review', '', undefined])(
    '%s is none of a pull request, and its file is not read',
    (name) => {
      const env = { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: '/nowhere/event.json' };
      expect(readPullRequestEvent(env)).toBeUndefined();
    },
  );
});

describe('an event that can not be read', () => {
  it.each([
    ['without an action', changed({}, { action: undefined }), 'action is missing, not text'],
    [
      'with a short commit',
      changed({ sha: 'abc123' }),
      'pull_request.head.sha is "abc123", not a commit of 40 hex digits',
    ],
    ['with an empty branch', changed({ ref: '' }), 'pull_request.head.ref is "", not text'],
    [
      'without head repository',
      changed({ repo: undefined }),
      'pull_request.head.repo.full_name is missing, not text',
    ],
    [
      'with a number in words',
      changed({}, { pull_request: { ...OPENED.pull_request, number: '7' } }),
      'pull_request.number is "7", not a number',
    ],
    [
      'without repository',
      changed({}, { repository: undefined }),
      'repository.full_name is missing, not text',
    ],
    ['that is null', 'null', 'action is missing, not text'],
    ['that is a list', '[]', 'action is missing, not text'],
    [
      'with something huge in it',
      changed({ sha: 'x'.repeat(10_000) }),
      `pull_request.head.sha is "${'x'.repeat(96)}..., not a commit of 40 hex digits`,
    ],
  ])('%s says what was seen', async (_, text, seen) => {
    const env = await environment(text);
    expect(() => readPullRequestEvent(env)).toThrow(
      new ActionError(
        `The event pull_request in ${env.GITHUB_EVENT_PATH} (GITHUB_EVENT_PATH) is not what GitHub sends: ${seen}.`,
      ),
    );
  });

  it('because it is no JSON names the file and keeps the cause', async () => {
    const env = await environment('{"action": ');
    const read = () => readPullRequestEvent(env);
    expect(read).toThrow(ActionError);
    expect(read).toThrow(
      `The event pull_request could not be read from ${env.GITHUB_EVENT_PATH} (GITHUB_EVENT_PATH): Unexpected end of JSON input`,
    );
    expect(read).toThrow(expect.objectContaining({ cause: expect.any(SyntaxError) }));
  });

  it('because there is no file says so', async () => {
    const path = `${await temporaryDirectory()}/event.json`;
    const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: path };
    expect(() => readPullRequestEvent(env)).toThrow(
      `The event pull_request could not be read from ${path} (GITHUB_EVENT_PATH): ENOENT`,
    );
  });

  it('because nobody said where it is says who does', () => {
    expect(() => readPullRequestEvent({ GITHUB_EVENT_NAME: 'pull_request_target' })).toThrow(
      'The event is pull_request_target, but GITHUB_EVENT_PATH, the file that describes it, is not set.',
    );
  });
});
