import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppRunnerClient, ListServicesCommand } from '@aws-sdk/client-apprunner';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createMemoryRuntime } from '../../local-aws/runtime/memory.ts';
import { type LocalAws, startLocalAws } from '../../local-aws/start.ts';
import { makeOriginOfProject } from '../act/origin.ts';
import { runAct } from '../act/run-act.ts';
import { PROJECT } from './action-fixture.ts';
import { preparedBaseImage } from './prepared.ts';

jest.setTimeout(300_000);

const ROLE = 'arn:aws:iam::123456789012:role/live-proof';

let temp: string;
let aws: LocalAws;
let appRunner: AppRunnerClient;
beforeAll(async () => {
  temp = await mkdtemp(join(tmpdir(), 'act-live-'));
  aws = await startLocalAws({
    pace: 'quick',
    runtime: createMemoryRuntime(),
    undocumented: { digestIdentifiers: 'refused', operationIds: 'bare' },
  });
  appRunner = new AppRunnerClient(aws.clientConfig);
});
afterAll(async () => {
  appRunner?.destroy();
  await aws?.close();
  await rm(temp, { recursive: true, force: true });
});

/** Runs the workflow as somebody who starts it by hand. */
async function start(inputs: Readonly<Record<string, string>>) {
  const origin = await makeOriginOfProject(PROJECT, temp);
  return runAct({
    workflow: await readFile(join(PROJECT, '.github/workflows/live.yml'), 'utf8'),
    event: { name: 'workflow_dispatch', payload: { ref: 'refs/heads/main', inputs } },
    sha: await origin.commit(),
    ref: 'refs/heads/main',
    repository: 'OWNER/apprunner-deploy',
    token: 'none',
    origin: origin.directory,
    actions: {},
    temp,
    env: { ...aws.env, APPRUNNER_DEPLOY_BASE_IMAGE: preparedBaseImage() },
  });
}

describe('the live proof under act, against the local AWS', () => {
  it('puts out the table of what was asked, and leaves no service behind', async () => {
    const run = await start({
      role: ROLE,
      'access-role': ROLE,
      region: aws.region,
      questions: 'digest operation-ids',
      'only-clean': 'false',
    });
    if (run.code !== 0) throw new Error(`The job failed:\n${run.story}`);
    const { summary } = run.step('Ask');
    expect(summary).toContain('**the call is refused**');
    expect(summary).toContain('**32 hex digits without dashes**');
    expect(summary).not.toContain(aws.accountId);
    const resultOf = (name: string) => run.step(name).result;
    expect(['Hide the account', 'Ask', 'Remove what this run'].map(resultOf)).toEqual([
      'success',
      'success',
      'success',
    ]);
    // The local AWS has keys of its own.
    const sessions = run.steps.filter(({ name }) => /session/i.test(name));
    expect(sessions.map(({ result }) => result)).toEqual([undefined, undefined]);
    const { ServiceSummaryList } = await appRunner.send(new ListServicesCommand({}));
    expect(ServiceSummaryList).toEqual([]);
    expect(aws.calls.map(({ action }) => action)).toContain('apprunner:DeleteService');
  });
});
