import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type LocalWorld, startLocalWorld } from '../support/unit-local-run.ts';
import { commit, LocalPullRequest } from './pull-request.ts';

jest.setTimeout(60_000);

let world: LocalWorld;
beforeAll(async () => {
  world = await startLocalWorld();
});
afterAll(() => world.close());

const NOTHING = { status: undefined, deployed: undefined, answers: undefined, images: [] };

/** The IAM names of the calls that change something, since the number of calls. */
function writesSince(count: number): string[] {
  return world.aws.calls
    .slice(count)
    .map(({ action }) => action)
    .filter((action) => /:(Create|Update|Start|Pause|Resume|Delete|Tag|BatchDelete)/.test(action));
}

describe('a pull request', () => {
  it('has a preview from its opening to its end, and again when it is reopened', async () => {
    const pull = new LocalPullRequest(world, 1);
    expect(await pull.run({ action: 'opened' })).toMatchObject({ code: 0, result: 'created' });
    expect(await pull.left()).toMatchObject({
      status: 'RUNNING',
      deployed: commit(1),
      tagged: commit(1),
      answers: commit(1),
    });
    pull.push(commit(2));
    expect(await pull.run({ action: 'synchronize' })).toMatchObject({ code: 0, result: 'updated' });
    expect(await pull.left()).toEqual({
      status: 'RUNNING',
      deployed: commit(2),
      tagged: commit(2),
      answers: commit(2),
      images: [`hello-pr-1-${commit(1)}`, `hello-pr-1-${commit(2)}`],
    });
    expect(pull.github.comments).toHaveLength(1);
    pull.close();
    expect(await pull.run({ action: 'closed' })).toMatchObject({ code: 0, result: 'deleted' });
    expect(await pull.left()).toMatchObject(NOTHING);
    expect(pull.github.comments[0]?.body).toContain('deleted');
    expect(pull.github.deployments.map(({ statuses }) => statuses.at(-1)?.state)).toEqual([
      'inactive',
      'inactive',
    ]);
    pull.reopen();
    expect(await pull.run({ action: 'reopened' })).toMatchObject({ code: 0, result: 'created' });
    expect(await pull.left()).toMatchObject({ status: 'RUNNING', answers: commit(2) });
    expect(pull.github.comments).toHaveLength(1);
  });

  it('that never had a preview is closed with success', async () => {
    const pull = new LocalPullRequest(world, 2);
    pull.close();
    const before = world.aws.calls.length;
    expect(await pull.run({ action: 'closed' })).toMatchObject({ code: 0, result: 'deleted' });
    expect(writesSince(before)).toEqual([]);
    expect(pull.github.comments).toEqual([]);
  });

  it.each([
    ['from a fork', { headRepository: 'eve/hello' }],
    ['that was edited', { action: 'edited' }],
  ])('%s is skipped, and AWS is not asked', async (_, event) => {
    const pull = new LocalPullRequest(world, 3);
    const before = world.aws.calls.length;
    expect(await pull.run(event)).toMatchObject({ code: 0, result: 'skipped' });
    expect(world.aws.calls.length).toBe(before);
    expect(pull.github.calls).toEqual([]);
  });

  it('from a fork has a preview on pull_request_target', async () => {
    const pull = new LocalPullRequest(world, 4);
    const event = { name: 'pull_request_target', headRepository: 'eve/hello' } as const;
    expect(await pull.run(event)).toMatchObject({ code: 0, result: 'created' });
  });

  it('is deployed once more, and has a dry run that writes nothing', async () => {
    const pull = new LocalPullRequest(world, 5);
    await pull.run({});
    pull.push(commit(2));
    const [calls, asked] = [world.aws.calls.length, pull.github.calls.length];
    const dry = await pull.run({ action: 'synchronize' }, { 'dry-run': 'true' });
    expect(dry).toMatchObject({ code: 0, result: 'planned' });
    expect(dry.runner.text()).toContain(`hello-pr-5-${commit(2)}`);
    expect(writesSince(calls)).toEqual([]);
    expect(pull.github.calls.slice(asked)).toEqual([]);
    pull.close();
    const gone = await pull.run({ action: 'closed' }, { 'dry-run': 'true' });
    expect(gone).toMatchObject({ code: 0, result: 'planned' });
    expect(writesSince(calls)).toEqual([]);
    expect(await pull.left()).toMatchObject({ status: 'RUNNING', answers: commit(1) });
  });

  it('with skip-unchanged is deployed once for the same commit', async () => {
    const pull = new LocalPullRequest(world, 6);
    const inputs = { 'skip-unchanged': 'true' };
    expect(await pull.run({}, inputs)).toMatchObject({ result: 'created' });
    const again = await pull.run({ action: 'labeled' }, inputs);
    expect(again).toMatchObject({ code: 0, result: 'unchanged' });
    pull.push(commit(2));
    expect(await pull.run({ action: 'synchronize' }, inputs)).toMatchObject({ result: 'updated' });
    expect(await pull.left()).toMatchObject({ tagged: commit(2), answers: commit(2) });
  });
});

describe('a service of that name that is not the preview', () => {
  it.each(['opened', 'closed'])('is refused and left as it is when one is %s', async (action) => {
    const number = action === 'opened' ? 11 : 12;
    const pull = new LocalPullRequest(world, number);
    await world.aws.appRunner.seed({ ServiceName: pull.service });
    const left = await pull.left();
    const before = world.aws.calls.length;
    if (action === 'closed') pull.close();
    const { code, runner } = await pull.run({ action });
    expect(code).toBe(1);
    expect(runner.text()).toContain(`Service '${pull.service}' is not the preview of 'hello'`);
    expect(writesSince(before)).toEqual([]);
    expect(await pull.left()).toEqual(left);
  });
});

describe('preview: true on a push', () => {
  it('is refused with the name of the event', async () => {
    const pull = new LocalPullRequest(world, 13);
    const push = await pull.run({}, {}, undefined, { GITHUB_EVENT_NAME: 'push' });
    expect(push.code).toBe(1);
    expect(push.runner.text()).toContain("Input 'preview' is true, and the event is push;");
  });
});
