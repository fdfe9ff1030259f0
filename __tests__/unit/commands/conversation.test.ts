import { describe, expect, it } from '@jest/globals';
import {
  converse,
  EARLIER,
  earlier,
  HEAD,
  INPUTS,
  MARKER,
} from '../../support/unit-conversation.ts';
import { CREATED, ROLLED_BACK } from '../../support/unit-report.ts';

describe('while a deployment goes on', () => {
  it('the comment says that it is building, and the deployment is on record', async () => {
    const { conversation, comments, deployments, said, tokens, settled } = converse();
    conversation.started();
    await settled();
    expect(said()).toEqual(['building']);
    expect(comments).toMatchObject([{ pullRequest: 7, own: true }]);
    expect(comments[0]?.body.startsWith(`${MARKER}\n`)).toBe(true);
    expect(deployments).toEqual([
      {
        id: 1,
        ref: HEAD,
        environment: 'hello-api-pr-7',
        transient: true,
        description: 'App Runner service hello-api-pr-7, branch feature',
        statuses: [{ state: 'in_progress', logUrl: 'https://github.com/acme/web/actions/runs/77' }],
      },
    ]);
    expect(tokens).toEqual(['ghs_token']);
  });

  it('the comment of an earlier run is changed, and no other one', async () => {
    const foreign = { ...EARLIER, id: 1, own: false };
    const elsewhere = { ...EARLIER, id: 2, pullRequest: 8 };
    const { conversation, comments, methods, settled } = converse({
      comments: [foreign, elsewhere, EARLIER],
    });
    conversation.started();
    await settled();
    expect(comments.map(({ body }) => body.includes('building'))).toEqual([false, false, true]);
    expect(methods()).not.toContain('createComment');
  });

  it('two runs that begin together end with one comment, the first one’s', async () => {
    const { conversation, comments, methods, said, settled, warnings } = converse({
      before: async ({ method }) => {
        if (method === 'createComment' && comments.length === 0) comments.push({ ...EARLIER });
        return undefined;
      },
    });
    conversation.started();
    conversation.ended(CREATED);
    await settled();
    expect(comments.map(({ id }) => id)).toEqual([EARLIER.id]);
    expect(said()).toEqual(['ready']);
    expect(methods()).toContain('deleteComment');
    expect(warnings()).toEqual([]);
  });

  it('nothing waits for GitHub', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const { conversation, methods, said, settled } = converse({ before: () => promise });
    conversation.started();
    conversation.ended(CREATED);
    await Promise.resolve();
    resolve(undefined);
    await settled();
    expect(said()).toEqual(['ready']);
    expect(methods().filter((method) => method === 'createComment')).toHaveLength(1);
  });

  it('calls about the comment and about the deployment go side by side', async () => {
    const { conversation, methods, settled } = converse({
      before: async ({ method }) => {
        if (method === 'findComment') await deployed.promise;
        if (method === 'setDeploymentStatus') deployed.resolve();
        return undefined;
      },
    });
    const deployed = Promise.withResolvers<void>();
    conversation.started();
    await settled();
    expect(methods()).toContain('createComment');
  });
});

describe('the end of a deployment', () => {
  it('is told in the same comment and on the same deployment', async () => {
    const { conversation, comments, deployments, said, states, settled, warnings } = converse();
    conversation.started();
    await settled();
    conversation.ended(CREATED);
    await settled();
    expect(said()).toEqual(['ready']);
    expect(comments[0]?.body).toContain('| URL | <https://x.us-east-1.awsapprunner.com> |');
    expect(states()).toEqual([['in_progress', 'success']]);
    expect(deployments[0]?.statuses[1]).toEqual({
      state: 'success',
      environmentUrl: 'https://x.us-east-1.awsapprunner.com',
      logUrl: 'https://github.com/acme/web/actions/runs/77',
      description: 'created, in 3 min 20 s',
    });
    expect(warnings()).toEqual([]);
  });

  it('is told alone when it comes before the beginning was', async () => {
    const { conversation, methods, said, states, settled } = converse();
    conversation.started();
    conversation.ended(CREATED);
    await settled();
    expect(said()).toEqual(['ready']);
    expect(states()).toEqual([['success']]);
    expect(methods()).not.toContain('updateComment');
  });

  it('after a failure has its cause', async () => {
    const { conversation, comments, states, settled } = converse();
    conversation.started();
    await settled();
    conversation.ended(ROLLED_BACK);
    await settled();
    expect(comments[0]?.body).toContain('**hello-api-pr-7: the container exited with code 3**');
    expect(states()).toEqual([['in_progress', 'failure']]);
  });

  it('is told once', async () => {
    const { conversation, said, states, settled } = converse();
    conversation.ended(CREATED);
    conversation.ended(ROLLED_BACK);
    conversation.deleted();
    await settled();
    expect(said()).toEqual(['ready']);
    expect(states()).toEqual([['success']]);
  });

  it('makes the deployments before it inactive, for a transient environment has them stay', async () => {
    const before = [earlier(1), earlier(2), earlier(4, { environment: 'hello-api-pr-8' })];
    const { conversation, deployments, states, settled } = converse({ deployments: before });
    conversation.started();
    // Another run's, which comes after this one's.
    await settled();
    deployments.push(earlier(9));
    conversation.ended(CREATED);
    await settled();
    expect(states()).toEqual([
      ['success', 'inactive'],
      ['success', 'inactive'],
      ['success'],
      ['in_progress', 'success'],
      ['success'],
    ]);
  });

  it('looks at the ten deployments before it at the most', async () => {
    const before = Array.from({ length: 30 }, (_, at) => earlier(at + 1));
    const { conversation, states, settled } = converse({ deployments: before });
    conversation.ended(CREATED);
    await settled();
    expect(states().filter((one) => one.includes('inactive'))).toHaveLength(10);
    expect(states()[20]).toEqual(['success', 'inactive']);
  });

  it.each([
    ['failed', ROLLED_BACK, INPUTS],
    [
      'is in an environment that stays',
      CREATED,
      { ...INPUTS, environment: { name: 'production', transient: false } },
    ],
    [
      'is in an environment of many services',
      CREATED,
      { ...INPUTS, environment: { name: 'previews', transient: true } },
    ],
  ])('leaves the deployments before it where it %s', async (_, report, inputs) => {
    const environment = inputs.environment?.name ?? '';
    const { conversation, states, settled } = converse(
      { deployments: [earlier(1, { environment })] },
      { inputs },
    );
    conversation.ended(report);
    await settled();
    expect(states()[0]).toEqual(['success']);
  });

  it.each([
    ['the comment', { comment: false }, 0, 1],
    ['the deployment', { environment: undefined }, 1, 0],
  ])('leaves out %s where nobody wants it', async (_, less, comments, deployments) => {
    const { environment, ...inputs } = { ...INPUTS, ...less };
    const told = converse({}, { inputs: { ...inputs, ...(environment && { environment }) } });
    told.conversation.started();
    told.conversation.ended(CREATED);
    await told.settled();
    expect([told.comments.length, told.deployments.length]).toEqual([comments, deployments]);
    expect(told.conversation.about?.service).toBe('hello-api-pr-7');
  });
});

describe('a deployment without a pull request', () => {
  it('is on record alone, in an environment that stays', async () => {
    const { pullRequest: _, ...inputs } = { ...INPUTS, comment: false };
    const environment = { name: 'production', transient: false };
    const { conversation, comments, deployments, settled } = converse(
      {},
      { inputs: { ...inputs, environment }, service: 'hello-api' },
      { GITHUB_HEAD_REF: '', GITHUB_REF_NAME: 'main' },
    );
    conversation.started();
    conversation.ended(CREATED);
    await settled();
    expect(comments).toEqual([]);
    expect(deployments).toMatchObject([
      {
        environment: 'production',
        transient: false,
        description: 'App Runner service hello-api, branch main',
      },
    ]);
    expect(conversation.about).toBeUndefined();
  });
});
