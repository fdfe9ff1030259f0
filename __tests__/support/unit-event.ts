import { join } from 'node:path';
import type { PullRequestEvent } from '../../src/github/event.ts';
import { temporaryDirectory, writeTree } from './unit-temporary-directory.ts';

/** A pull request of the repository's own that was opened, with some of it otherwise. */
export function createEvent(overrides: Partial<PullRequestEvent> = {}): PullRequestEvent {
  return {
    name: 'pull_request',
    action: 'opened',
    number: 7,
    headSha: '7'.repeat(40),
    headRef: 'feature/greeting',
    headRepository: 'octo/hello',
    repository: 'octo/hello',
    ...overrides,
  };
}

/** The event as the runner hands it over: its variables, with the file that they name. */
export async function eventFile(event: PullRequestEvent): Promise<Record<string, string>> {
  const directory = await temporaryDirectory();
  await writeTree(directory, { 'event.json': JSON.stringify(payloadOf(event)) });
  return {
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: join(directory, 'event.json'),
    GITHUB_REPOSITORY: event.repository,
  };
}

/** The part of the webhook's payload that the event is read from. */
export function payloadOf(event: PullRequestEvent): object {
  const { action, number, headSha, headRef, headRepository, repository } = event;
  return {
    action,
    number,
    pull_request: {
      number,
      head: {
        sha: headSha,
        ref: headRef,
        repo: headRepository === undefined ? null : { full_name: headRepository },
      },
    },
    repository: { full_name: repository },
  };
}
