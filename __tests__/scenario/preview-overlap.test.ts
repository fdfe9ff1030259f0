import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { seededRandom } from '../random/luck.ts';
import { type LocalWorld, startLocalWorld } from '../support/unit-local-run.ts';
import { commit, LocalPullRequest } from './pull-request.ts';

jest.setTimeout(120_000);

let world: LocalWorld;
let number = 100;
beforeAll(async () => {
  // Long enough that another run can find an operation at work.
  world = await startLocalWorld({ operationMs: 150 });
});
afterAll(() => world.close());

function pullRequest(): LocalPullRequest {
  number += 1;
  return new LocalPullRequest(world, number);
}

/** Something that a run waits for. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { open: resolve, passed: () => promise };
}

const WRITE = /^apprunner:(CreateService|UpdateService|StartDeployment)$/;

function writes(): number {
  return world.aws.calls.filter(({ action }) => WRITE.test(action)).length;
}

/** Waits until App Runner works on the preview: until it has answered one call more than before. */
async function busy(before: number): Promise<void> {
  for (let look = 0; look < 5_000; look += 1) {
    if (writes() > before) return;
    await sleep(2);
  }
  throw new Error('App Runner does not work on the preview');
}

/** The preview runs the newest commit and says so. */
async function expectNewest(pull: LocalPullRequest): Promise<void> {
  expect(await pull.left()).toMatchObject({
    status: 'RUNNING',
    deployed: pull.head,
    tagged: pull.head,
    answers: pull.head,
  });
  expect(pull.github.comments).toHaveLength(1);
  expect(pull.github.comments[0]?.body).toContain(pull.head.slice(0, 7));
}

describe.each([
  ['that is new', false],
  ['that is there', true],
])('two runs for two commits of a preview %s', (_, there) => {
  async function opened(): Promise<LocalPullRequest> {
    const pull = pullRequest();
    if (there) await pull.run({ action: 'opened' });
    pull.push(commit(2));
    return pull;
  }

  it('end with the newest when the older one is still building at the end of the newer', async () => {
    const pull = await opened();
    const held = gate();
    const older = pull.run({}, {}, held.passed);
    await sleep(20);
    pull.push(commit(3));
    expect((await pull.run({})).code).toBe(0);
    held.open();
    expect(await older).toMatchObject({ code: 0, result: 'skipped' });
    await expectNewest(pull);
  });

  it('end with the newest when the older one finds the newer one at work', async () => {
    const pull = await opened();
    const held = gate();
    const older = pull.run({}, {}, held.passed);
    await sleep(20);
    pull.push(commit(3));
    const before = writes();
    const newer = pull.run({});
    await busy(before);
    held.open();
    expect(await older).toMatchObject({ code: 0, result: 'skipped' });
    expect((await newer).code).toBe(0);
    await expectNewest(pull);
  });

  it('end with the newest when the newer one finds the older one at work', async () => {
    const pull = await opened();
    const before = writes();
    const older = pull.run({});
    await busy(before);
    pull.push(commit(3));
    expect(await pull.run({})).toMatchObject({ code: 0, result: 'updated' });
    expect((await older).code).toBe(0);
    await expectNewest(pull);
  });

  it('end with the newest when they go side by side', async () => {
    const pull = await opened();
    const older = pull.run({});
    pull.push(commit(3));
    const ends = await Promise.all([older, pull.run({})]);
    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    await expectNewest(pull);
  });

  it('end with the newest when the older one starts last, as when it is run again', async () => {
    const pull = await opened();
    pull.push(commit(3));
    await pull.run({});
    expect(await pull.run({ headSha: commit(2) })).toMatchObject({ code: 0, result: 'skipped' });
    await expectNewest(pull);
  });
});

describe('many pushes at any moment', () => {
  it.each(Array.from({ length: 8 }, (_, seed) => seed))(
    'end with the newest commit, case %d',
    async (seed) => {
      const pull = pullRequest();
      const random = seededRandom(seed);
      const pause = (below: number) => sleep(Math.floor(random() * below));
      const runs = [pull.run({}, {}, () => pause(400))];
      for (const push of [2, 3, 4]) {
        await pause(300);
        pull.push(commit(push));
        const event = { action: 'synchronize' };
        runs.push(pull.run(event, {}, () => pause(400)));
      }
      const ends = await Promise.all(runs);
      expect(ends.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
      expect(ends.at(-1)?.result).not.toBe('skipped');
      await expectNewest(pull);
    },
  );
});

describe('a pull request that is closed', () => {
  const GONE = { status: undefined, images: [] };

  it('while its preview is deployed waits for that and deletes it', async () => {
    const pull = pullRequest();
    const before = writes();
    const deploying = pull.run({});
    await busy(before);
    pull.close();
    const closed = await pull.run({ action: 'closed' });
    expect(closed).toMatchObject({ code: 0, result: 'deleted' });
    expect(closed.runner.text()).toContain('waiting for it to end');
    await deploying;
    expect(await pull.left()).toMatchObject(GONE);
    expect(pull.github.comments).toHaveLength(1);
    expect(pull.github.comments[0]?.body).toContain('deleted');
    expect(pull.github.deployments.at(-1)?.statuses.at(-1)?.state).toBe('inactive');
  });

  it('while its first preview is built leaves neither service nor image', async () => {
    const pull = pullRequest();
    const held = gate();
    const building = pull.run({}, {}, held.passed);
    await sleep(20);
    pull.close();
    expect(await pull.run({ action: 'closed' })).toMatchObject({ code: 0, result: 'deleted' });
    held.open();
    expect(await building).toMatchObject({ code: 0, result: 'skipped' });
    expect(await pull.left()).toMatchObject(GONE);
  });

  it('and opened again before its preview is gone keeps it', async () => {
    const pull = pullRequest();
    await pull.run({});
    pull.close();
    pull.reopen();
    const [closed, reopened] = await Promise.all([
      pull.run({ action: 'closed' }),
      pull.run({ action: 'reopened' }),
    ]);
    expect(closed).toMatchObject({ code: 0, result: 'skipped' });
    expect(reopened.code).toBe(0);
    await expectNewest(pull);
  });
});
