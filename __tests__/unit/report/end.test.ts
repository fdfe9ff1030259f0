import { describe, expect, it } from '@jest/globals';
import { Progress } from '../../../src/commands/progress.ts';
import { ActionError, CancelledError } from '../../../src/errors.ts';
import { commentBody } from '../../../src/report/comment.ts';
import { reportEnd, reportOf } from '../../../src/report/end.ts';
import type { Facts, Result } from '../../../src/result.ts';
import { fakeRunner } from '../../support/fake-runner.ts';
import { ABOUT } from '../../support/unit-report.ts';

type Command = Progress['command'];

async function end(command: Command, result: Result, facts: Facts, error?: unknown) {
  const runner = fakeRunner();
  const progress = new Progress();
  progress.command = command;
  progress.learn(facts);
  await reportEnd(runner, progress, result, error);
  return { runner, summary: runner.summaries.join() };
}

describe('the end of a run', () => {
  it.each<[string, Command, Result, Facts, string[]]>([
    [
      'where the service answers',
      'deploy',
      'created',
      { serviceUrl: 'x.example' },
      ['https://x.example'],
    ],
    [
      'why a private service has no URL',
      'deploy',
      'updated',
      { serviceUrl: '' },
      ['none: the service is private, VPC ingress connections alone lead to it'],
    ],
    ['no URL of a service that is gone', 'delete', 'deleted', { serviceUrl: 'x.example' }, []],
    ['no URL that is not known', 'deploy', 'planned', {}, []],
    ['no URL of a sweep', 'sweep', 'deleted', {}, []],
  ])('says %s', async (_, command, result, facts, urls) => {
    const { runner } = await end(command, result, facts);
    expect(runner.log).toEqual(urls.map((url) => `info: Service URL: ${url}`));
  });

  it.each<[Command, string, string]>([
    ['deploy', 'Deployment failed', 'App Runner: not deployed'],
    ['teardown', 'Preview not deleted', 'App Runner: not deleted, or not all that belongs to it'],
    ['sweep', 'Sweep failed', 'App Runner: previews could not all be deleted'],
    ['skip', 'Failed', 'App Runner: failed'],
  ])('of a failed %s is an error and a headline', async (command, title, headline) => {
    const { runner, summary } = await end(command, 'failed', {}, new ActionError('no'));
    expect(runner.log[0]).toBe(`error: ${title}: no`);
    expect(summary).toContain(`### ${headline}\n`);
  });

  it('after a cancel says so', async () => {
    const { runner } = await end('deploy', 'failed', {}, new CancelledError('SIGINT'));
    expect(runner.log[0]).toBe('error: Cancelled: The run was cancelled (SIGINT).');
  });

  it('says in the job summary what the comment says', async () => {
    const runner = fakeRunner();
    const progress = new Progress();
    progress.learn({ serviceUrl: 'x.example', operationStatus: 'SUCCEEDED' });
    await reportEnd(runner, progress, 'created', undefined, {}, ABOUT);
    const report = reportOf(progress, 'created');
    const comment = commentBody('hello-api', ABOUT, { state: 'ended', report });
    const [, ...shared] = comment.trimEnd().split('\n\n');
    expect(runner.summaries.join().startsWith(`${shared.join('\n\n')}\n\n`)).toBe(true);
  });

  it('tells a summary why a run was skipped, and what a sweep did', async () => {
    const runner = fakeRunner();
    const row = { service: 'hello-pr-7', pullRequest: 7, why: 'closed', outcome: 'deleted' };
    const beside = { reason: 'It is closed.', sweep: [row] };
    await reportEnd(runner, new Progress(), 'skipped', undefined, beside);
    expect(runner.summaries.join()).toContain('\n\nIt is closed.\n\n');
    expect(runner.summaries.join()).toContain('| `hello-pr-7` | 7 | closed | deleted |');
  });
});
