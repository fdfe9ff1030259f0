import { describe, expect, it } from '@jest/globals';
import { Complaints } from '../../../src/commands/conversation/complaints.ts';
import { ActionError, CancelledError } from '../../../src/errors.ts';
import type { GitHubCall, GitHubWorld } from '../../support/fake-github.ts';
import { notAllowed } from '../../support/fake-github.ts';
import { fakePorts } from '../../support/fake-ports.ts';
import { converse, EARLIER, INPUTS } from '../../support/unit-conversation.ts';
import { CREATED } from '../../support/unit-report.ts';

const DOWN = new ActionError('GitHub did not do it: ECONNRESET.');

function isAboutComment({ method }: GitHubCall): boolean {
  return method.endsWith('Comment');
}

/** Starts, settles, ends and settles. */
async function wholeRun(github: GitHubWorld) {
  const told = converse(github);
  told.conversation.started();
  await told.settled();
  told.conversation.ended(CREATED);
  await told.settled();
  return told;
}

describe('what GitHub can not be told', () => {
  it('is a warning that names the permission of the comment, and the deployment is told', async () => {
    const { states, warnings } = await wholeRun({
      before: (call) => (isAboutComment(call) ? notAllowed('pull-requests: write') : undefined),
    });
    expect(warnings()).toHaveLength(1);
    expect(warnings()[0]).toMatch(
      /^warning: The comment on the pull request could not be written\. .*403.*`pull-requests: write`/,
    );
    expect(states()).toEqual([['in_progress', 'success']]);
  });

  it('is a warning that names the permission of deployments, and the comment is written', async () => {
    const { said, warnings } = await wholeRun({
      before: (call) => (isAboutComment(call) ? undefined : notAllowed('deployments: write')),
    });
    expect(warnings()).toHaveLength(1);
    expect(warnings()[0]).toMatch(
      /^warning: The deployment could not be recorded on GitHub\. .*403.*`deployments: write`/,
    );
    expect(said()).toEqual(['ready']);
  });

  it('is one warning for each kind, with the permission also where the error is another', async () => {
    const { warnings } = await wholeRun({ before: () => DOWN });
    expect(warnings().toSorted()).toEqual([
      'warning: The comment on the pull request could not be written. GitHub did not do it: ECONNRESET. The token needs `pull-requests: write` for it, under `permissions:` of the job.',
      'warning: The deployment could not be recorded on GitHub. GitHub did not do it: ECONNRESET. The token needs `deployments: write` for it, under `permissions:` of the job.',
    ]);
  });

  it('is told again at the end, when that may go well', async () => {
    let calls = 0;
    const { said, states, warnings } = await wholeRun({
      before: () => {
        calls += 1;
        return calls <= 2 ? DOWN : undefined;
      },
    });
    expect(said()).toEqual(['ready']);
    expect(states()).toEqual([['success']]);
    expect(warnings()).toHaveLength(2);
  });

  it('is one warning for a client that can not be loaded', async () => {
    const { ports, runner } = fakePorts();
    const github = () => Promise.reject(new ActionError('The input github-token is empty.'));
    const { conversation, settled } = converse({}, { ports: { ...ports, github } });
    conversation.started();
    conversation.ended(CREATED);
    await settled();
    expect(runner.log).toHaveLength(2);
    expect(runner.text()).toContain('The input github-token is empty.');
  });

  it('is told once for many conversations of one run', async () => {
    const { ports, runner } = fakePorts({ github: { before: () => DOWN } });
    const complaints = new Complaints(ports.runner);
    for (let at = 0; at < 3; at += 1) {
      const { conversation, settled } = converse({}, { ports, complaints });
      conversation.deleted();
      await settled();
    }
    expect(runner.log).toHaveLength(2);
  });

  it('is no failure when one of many deployments can not be made inactive', async () => {
    const deployments = [1, 2, 3].map((id) => ({
      id,
      ref: 'x',
      environment: 'hello-api-pr-7',
      transient: true,
      description: '',
      statuses: [],
    }));
    const { conversation, states, settled, warnings } = converse({
      deployments,
      before: ({ inputs }) => (inputs[0] === 2 ? DOWN : undefined),
    });
    conversation.deleted();
    await settled();
    expect(states()).toEqual([['inactive'], [], ['inactive']]);
    expect(warnings()).toHaveLength(1);
  });
});

describe('a comment that somebody deleted', () => {
  it('is written anew', async () => {
    const { conversation, comments, said, settled, warnings } = converse({ comments: [EARLIER] });
    conversation.started();
    await settled();
    comments.length = 0;
    conversation.ended(CREATED);
    await settled();
    expect(said()).toEqual(['ready']);
    expect(warnings()).toEqual([]);
  });

  it('and that another run wrote anew is changed', async () => {
    const { conversation, comments, said, settled } = converse({ comments: [EARLIER] });
    conversation.started();
    await settled();
    comments.splice(0, 1, { ...EARLIER, id: 8 });
    conversation.ended(CREATED);
    await settled();
    expect(comments.map(({ id }) => id)).toEqual([8]);
    expect(said()).toEqual(['ready']);
  });

  it('is not what it is taken for while it is there', async () => {
    let isDown = false;
    const { conversation, said, methods, settled, warnings } = converse({
      comments: [EARLIER],
      before: ({ method }) => (isDown && method === 'updateComment' ? DOWN : undefined),
    });
    conversation.started();
    await settled();
    isDown = true;
    conversation.ended(CREATED);
    await settled();
    expect(said()).toEqual(['building']);
    expect(methods().filter((method) => method === 'updateComment')).toHaveLength(2);
    expect(warnings()).toHaveLength(1);
  });
});

describe('the time that a run has for GitHub', () => {
  it('is bounded, and what was not told by then is said', async () => {
    const { ports, runner, clock } = fakePorts({
      github: {
        before: (call) => (isAboutComment(call) ? new Promise(() => undefined) : undefined),
      },
    });
    const lingered: number[] = [];
    const linger = async (ms: number) => {
      lingered.push(ms);
      // The other calls are answered meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 20));
    };
    const { conversation } = converse({}, { ports: { ...ports, clock: { ...clock, linger } } });
    conversation.ended(CREATED);
    await conversation.settled(1_500);
    expect(lingered).toEqual([1_500]);
    expect(runner.log).toEqual([
      'warning: The comment on the pull request could not be written. GitHub has not answered in time.',
    ]);
  });

  it('is not asked for where there is nothing to tell', async () => {
    const { ports, clock } = fakePorts();
    const linger = () => Promise.reject(new Error('nobody lingers'));
    const { environment: _, ...inputs } = { ...INPUTS, comment: false };
    const setting = { inputs, ports: { ...ports, clock: { ...clock, linger } } };
    const { conversation } = converse({}, setting);
    conversation.ended(CREATED);
    await expect(conversation.settled(10_000)).resolves.toBeUndefined();
  });

  it('ends with a cancel, which is said', async () => {
    const { warnings } = await wholeRun({ before: () => new CancelledError('SIGTERM') });
    expect(warnings()).toHaveLength(2);
    expect(warnings()[0]).toContain('could not be written. The run was cancelled before.');
  });

  it('is used after a cancel as long as GitHub answers', async () => {
    const cancelled = AbortSignal.abort(new CancelledError('SIGINT'));
    const { ports, github } = fakePorts({ cancelled, env: {} });
    const { conversation } = converse({}, { ports });
    conversation.ended({
      ...CREATED,
      result: 'failed',
      failure: 'The run was cancelled (SIGINT).',
    });
    await conversation.settled(1_500);
    expect(github.comments[0]?.body).toContain('> The run was cancelled &#40;SIGINT&#41;.');
    expect(github.deployments[0]?.statuses.at(-1)?.state).toBe('failure');
  });
});
