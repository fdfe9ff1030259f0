import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { TokenPermissions, WorkflowEvent } from '../../../../scripts/workflow/event.ts';
import {
  type RunOptions,
  runJob,
  type Surroundings,
} from '../../../../scripts/workflow/run-job.ts';

/** An action that puts what it finds into its outputs. */
const PROGRAM = `
const { appendFileSync, readFileSync } = require('node:fs');
const { env } = process;
const event = env.GITHUB_EVENT_PATH && JSON.parse(readFileSync(env.GITHUB_EVENT_PATH));
const seen = [env.INPUT_SERVICE, env.INPUT_TOKEN, env.AWS_KEY, env.GITHUB_EVENT_NAME, event?.number];
appendFileSync(env.GITHUB_OUTPUT, 'seen=' + seen.join(' ') + '\\ndirectory=' + process.cwd() + '\\n');
process.exitCode = Number(env.FAIL ?? 0);
`;

let temp: string;
beforeAll(async () => {
  temp = await mkdtemp(join(tmpdir(), 'run-job-'));
  for (const name of ['action', 'checkout']) await mkdir(join(temp, name));
  const inputs = { service: {}, token: { default: `\${{ github.token }}` } };
  const action = JSON.stringify({ inputs, runs: { main: 'main.cjs' } });
  await writeFile(join(temp, 'action', 'action.yml'), action);
  await writeFile(join(temp, 'action', 'main.cjs'), PROGRAM);
});
afterAll(() => rm(temp, { recursive: true, force: true }));

let asked: unknown[];
beforeEach(() => {
  asked = [];
});

const surroundings = (): Surroundings => ({
  action: join(temp, 'action'),
  temp,
  env: { PATH: process.env.PATH },
  github: { GITHUB_REPOSITORY: 'acme/web' },
  token: (permissions: TokenPermissions) => {
    asked.push(permissions);
    return 'ghs_job';
  },
  checkout: async (commit) => {
    asked.push(commit);
    return join(temp, 'checkout');
  },
  credentials: (inputs) => {
    asked.push(inputs);
    return { AWS_KEY: 'key' };
  },
});

const event = (repository = 'acme/web'): WorkflowEvent => ({
  name: 'pull_request',
  payload: {
    number: 7,
    pull_request: { head: { sha: 'abc', repo: { full_name: repository } } },
    repository: { full_name: 'acme/web' },
  },
  sha: 'merge',
  ref: 'refs/pull/7/merge',
});

const STEPS = `
- { uses: actions/checkout@1, with: { ref: "\${{ github.event.pull_request.head.sha }}" } }
- uses: aws-actions/configure-aws-credentials@1
  if: github.event.pull_request.head.repo.full_name == github.repository
  with: { role-to-assume: role }
- { id: deploy, uses: OWNER/apprunner-deploy@COMMIT, with: { service: hello } }
- run: echo "$SEEN from $PWD"
  env: { SEEN: "\${{ steps.deploy.outputs.seen }}" }
`;

const permissions = { 'id-token': 'write', deployments: 'write' } as const;

const run = (
  steps: string,
  from?: string,
  may: TokenPermissions = permissions,
  more?: RunOptions,
) =>
  runJob(
    {
      name: 'A',
      on: {},
      permissions: may,
      jobs: { a: { 'runs-on': 'x', steps: parse(steps) } },
    },
    event(from),
    surroundings(),
    more,
  );

describe('a job', () => {
  it('runs its steps with what the event, its permissions and the steps before give', async () => {
    const { code, deploy, scripts, leftOut } = await run(STEPS);
    expect(asked).toEqual([permissions, 'abc', { 'role-to-assume': 'role' }]);
    const seen = 'hello ghs_job key pull_request 7';
    const directory = join(temp, 'checkout');
    expect(deploy?.outputs).toEqual({ seen, directory });
    expect(scripts).toEqual([{ code: 0, output: `${seen} from ${directory}\n` }]);
    expect({ code, leftOut }).toEqual({ code: 0, leftOut: [] });
  });

  it('leaves out the steps whose if does not hold, here for a fork', async () => {
    const { code, deploy, leftOut } = await run(STEPS, 'eve/web');
    expect(deploy?.outputs.seen).toBe('hello ghs_job  pull_request 7');
    expect(asked).toEqual([{ deployments: 'read' }, 'abc']);
    expect({ code, leftOut }).toEqual({
      code: 0,
      leftOut: ['aws-actions/configure-aws-credentials@1'],
    });
  });

  it.each([
    [
      'the action',
      STEPS.replace('with: { service: hello }', 'env: { FAIL: 1 }'),
      ['echo "$SEEN from $PWD"'],
    ],
    ['a script', `- run: exit 3\n${STEPS}`, expect.arrayContaining(['actions/checkout@1'])],
  ])('is red when %s fails, and runs no step after it', async (_, steps, leftOut) => {
    const job = await run(steps);
    expect(job.code).not.toBe(0);
    expect(job.leftOut).toEqual(leftOut);
  });

  it('may be given inputs that win over those of the workflow', async () => {
    const { deploy } = await run(STEPS, undefined, permissions, { inputs: { service: 'mine' } });
    expect(deploy?.outputs.seen).toContain('mine');
  });

  it('assumes no role without id-token: write', async () => {
    await expect(run(STEPS, undefined, {})).rejects.toThrow(
      "role can't be assumed without id-token",
    );
  });

  it.each([
    ['- uses: actions/cache@1', "The step 'actions/cache@1' is not known here."],
    [`- run: echo \${{ github.actor }}`, 'names what is not there'],
  ])('is not run with a step that is not known here: %s', async (steps, message) => {
    await expect(run(steps)).rejects.toThrow(message);
  });
});
