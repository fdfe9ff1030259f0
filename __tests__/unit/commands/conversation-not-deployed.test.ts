import { describe, expect, it } from '@jest/globals';
import type { Report } from '../../../src/report/report.ts';
import { converse, EARLIER, earlier, HEAD, INPUTS } from '../../support/unit-conversation.ts';
import { CREATED } from '../../support/unit-report.ts';

const SKIPPED: Report = { ...CREATED, result: 'skipped', reason: 'Pull request 7 is closed.' };
const DELETED: Report = { ...CREATED, command: 'teardown', result: 'deleted' };

describe('a run that was skipped', () => {
  it('says so where its comment says that it is building', async () => {
    const { conversation, comments, said, states, settled } = converse();
    conversation.started();
    await settled();
    conversation.ended(SKIPPED);
    await settled();
    expect(said()).toEqual(['skipped, nothing was changed']);
    expect(comments[0]?.body).toContain('\n\nPull request 7 is closed.\n\n');
    expect(states()).toEqual([['in_progress', 'inactive']]);
  });

  it('leaves a comment that does not speak of it, and no deployment', async () => {
    const { conversation, comments, deployments, settled } = converse({ comments: [EARLIER] });
    conversation.ended(SKIPPED);
    await settled();
    expect(comments).toEqual([EARLIER]);
    expect(deployments).toEqual([]);
  });
});

describe('a run for an older commit', () => {
  it('changes neither comment nor deployments when it starts', async () => {
    const { conversation, comments, deployments, settled } = converse(
      { comments: [EARLIER] },
      { isNewest: async () => false },
    );
    conversation.started();
    conversation.ended(CREATED);
    await settled();
    expect(comments).toEqual([EARLIER]);
    expect(deployments).toEqual([]);
  });

  it('that was overtaken leaves the newer comment, and ends its own deployment', async () => {
    let newest = true;
    const { conversation, comments, states, settled } = converse(
      { deployments: [earlier(1)] },
      { isNewest: async () => newest },
    );
    conversation.started();
    await settled();
    newest = false;
    const before = [...comments];
    conversation.ended(CREATED);
    await settled();
    expect(comments).toEqual(before);
    expect(states()).toEqual([['success'], ['in_progress', 'inactive']]);
  });

  it('is asked for once each time', async () => {
    let asked = 0;
    const isNewest = async () => {
      asked += 1;
      return true;
    };
    const { conversation, settled } = converse({}, { isNewest });
    conversation.started();
    await settled();
    conversation.ended(CREATED);
    await settled();
    expect(asked).toBe(2);
  });

  it('is taken for the newest where nobody knows', async () => {
    const isNewest = () => Promise.reject(new Error('GitHub is down'));
    const { conversation, said, settled } = converse({}, { isNewest });
    conversation.ended(CREATED);
    await settled();
    expect(said()).toEqual(['ready']);
  });
});

describe('a preview that was deleted', () => {
  it('is so in its comment, and all its deployments are inactive', async () => {
    const { conversation, said, states, settled } = converse({
      comments: [EARLIER],
      deployments: Array.from({ length: 25 }, (_, at) => earlier(at + 1)),
    });
    conversation.ended(DELETED);
    await settled();
    expect(said()).toEqual(['deleted']);
    expect(states().every((one) => one.at(-1) === 'inactive')).toBe(true);
    expect(states()).toHaveLength(25);
  });

  it('by a sweep, which has no report for it, is told in the same way', async () => {
    const { conversation, said, states, settled } = converse({
      comments: [EARLIER],
      deployments: [earlier(1)],
    });
    conversation.deleted();
    await settled();
    expect(said()).toEqual(['deleted']);
    expect(states()).toEqual([['success', 'inactive']]);
  });

  it('gets no comment where it never had one', async () => {
    const { conversation, comments, deployments, settled } = converse();
    conversation.ended(DELETED);
    await settled();
    expect([comments, deployments]).toEqual([[], []]);
  });

  it('in an environment of many services leaves the deployments of other commits', async () => {
    const environment = { name: 'previews', transient: true };
    const { conversation, states, settled } = converse(
      {
        deployments: [
          earlier(1, { environment: 'previews' }),
          earlier(2, { environment: 'previews', ref: HEAD }),
        ],
      },
      { inputs: { ...INPUTS, environment } },
    );
    conversation.ended(DELETED);
    await settled();
    expect(states()).toEqual([['success'], ['success', 'inactive']]);
  });

  it('whose pull request was opened again is left to the run for that', async () => {
    const { conversation, comments, states, settled } = converse(
      { comments: [EARLIER], deployments: [earlier(1)] },
      { isNewest: async () => false },
    );
    conversation.ended(DELETED);
    await settled();
    expect(comments).toEqual([EARLIER]);
    expect(states()).toEqual([['success']]);
  });

  it('but not with all that belongs to it: the comment says so', async () => {
    const { conversation, said, states, settled } = converse({
      comments: [EARLIER],
      deployments: [earlier(1)],
    });
    conversation.ended({ ...DELETED, result: 'failed', failure: 'no' });
    await settled();
    expect(said()).toEqual(['not deleted, or not all that belongs to it']);
    expect(states()).toEqual([['success']]);
  });
});

describe('a dry run', () => {
  it('tells GitHub nothing', async () => {
    const { conversation, methods, tokens, settled } = converse({}, { dryRun: true });
    conversation.started();
    conversation.ended({ ...CREATED, result: 'failed' });
    await settled();
    expect([methods(), tokens]).toEqual([[], []]);
    expect(conversation.about).toBeUndefined();
  });

  it('is one by its result, too', async () => {
    const { conversation, methods, settled } = converse();
    conversation.ended({ ...CREATED, result: 'planned' });
    await settled();
    expect(methods()).toEqual([]);
  });
});
