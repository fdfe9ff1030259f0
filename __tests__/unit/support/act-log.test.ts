import { expect, it } from '@jest/globals';
import { readActLog } from '../../act/act-log.ts';

const line = (entry: object) => JSON.stringify({ level: 'info', job: 'T/a', ...entry });
const of = (id: string, stage: string, step: string, entry: object) =>
  line({ stepID: [id], stage, step, ...entry });

/** As act 0.2.89 prints it. */
const LOG = [
  line({ step: 'Set up job', stepid: ['--setup-job'], stepResult: 'success' }),
  of('deploy', 'Main', 'OWNER/x@1', { msg: '⭐ Run Main OWNER/x@1' }),
  of('deploy', 'Main', 'OWNER/x@1', { msg: 'one\n', raw_output: true }),
  of('deploy', 'Main', 'OWNER/x@1', { command: 'error', arg: 'bad', msg: '  ❗  ::error::bad\n' }),
  of('deploy', 'Main', 'OWNER/x@1', { command: 'add-mask', arg: 'secret', msg: '***' }),
  of('deploy', 'Main', 'OWNER/x@1', { command: 'set-output', name: 'result', arg: 'failed' }),
  of('deploy', 'Main', 'OWNER/x@1', { command: 'summary', content: '### It failed' }),
  of('deploy', 'Main', 'OWNER/x@1', { stepResult: 'failure', msg: '  ❌  Failure' }),
  of('1', 'Main', 'curl "$URL"', { msg: 'unable to get git ref', level: 'warning' }),
  of('deploy', 'Post', 'OWNER/x@1', { stepResult: 'success' }),
  line({ jobResult: 'failure', msg: '🏁  Job failed' }),
  "Error: Job 'a' failed",
].join('\n');

it('the log of act is read as steps: what each said, and how it ended', () => {
  const step = { id: 'deploy', name: 'OWNER/x@1', outputs: {}, summary: '', log: '' };
  expect(readActLog(LOG)).toEqual({
    jobResult: 'failure',
    steps: [
      {
        ...step,
        stage: 'Main',
        result: 'failure',
        outputs: { result: 'failed' },
        summary: '### It failed',
        log: 'one\nerror: bad\n',
      },
      { ...step, id: '1', name: 'curl "$URL"', stage: 'Main', result: undefined },
      { ...step, stage: 'Post', result: 'success' },
    ],
  });
});
