import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { makeOriginOfProject } from '../act/origin.ts';
import { runAct } from '../act/run-act.ts';
import { PROJECT } from './action-fixture.ts';
import { need } from './machine.ts';
import { preparedBaseImage } from './prepared.ts';

jest.setTimeout(180_000);

let temp: string;
beforeAll(async () => {
  await need('curl', 'the self-test asks the service with it (apt-get install curl)');
  temp = await mkdtemp(join(tmpdir(), 'self-test-'));
});
afterAll(() => rm(temp, { recursive: true, force: true }));

it('the self-test, with `uses: ./`, is green under act: create, update, roll back, delete', async () => {
  const origin = await makeOriginOfProject(PROJECT, temp);
  // The packages are this machine's already; the workflow would fetch the same ones.
  await symlink(join(PROJECT, 'node_modules'), join(origin.directory, 'node_modules'));
  await promisify(execFile)('git', ['add', '--force', 'node_modules'], { cwd: origin.directory });
  const run = await runAct({
    workflow: await readFile(join(PROJECT, '.github/workflows/self-test.yml'), 'utf8'),
    event: { name: 'push', payload: { ref: 'refs/heads/main' } },
    sha: await origin.commit(),
    ref: 'refs/heads/main',
    repository: 'OWNER/apprunner-deploy',
    token: 'none',
    origin: origin.directory,
    actions: {},
    temp,
    env: {},
    variables: { BASE_IMAGE: preparedBaseImage() },
  });
  if (run.code !== 0) throw new Error(`The job failed:\n${run.story}`);
  expect(run.jobResult).toBe('success');
  expect(
    ['created', 'updated', 'failed', 'deleted'].map((id) => [
      run.step(id).outputs.result,
      run.step(id, 'Post').result,
    ]),
  ).toEqual([
    ['created', 'success'],
    ['updated', 'success'],
    ['rolled-back', 'success'],
    ['deleted', 'success'],
  ]);
  const main = run.steps.filter(({ stage }) => stage === 'Main');
  const notGreen = main.filter(({ result }) => result !== 'success');
  expect(notGreen.map(({ name }) => name)).toEqual(['Fail']);
  expect(run.step('Stop the local AWS').log).toContain('apprunner DeleteService 200');
});
