import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import type { LogEvent, Logs } from '../../../src/ports.ts';
import { run } from '../../../src/run.ts';
import { createService, createServiceWith, SERVICE_ID } from '../../support/create-service.ts';
import { fakePorts, type World } from '../../support/fake-ports.ts';

const GROUP = `/aws/apprunner/hello-api/${SERVICE_ID}`;
const SERVICE = `${GROUP}/service`;
const APPLICATION = `${GROUP}/application`;
const HOUR = 3_600_000;

/** Now, by the fakes' clock. */
const NOW = fakePorts().clock.now();
const at = (ago: number, message: string): LogEvent => ({ time: NOW - ago, message });

async function logs(
  lines: World['logs'],
  inputs: Readonly<Record<string, string>> = {},
  world: World = {},
  calls: Partial<Logs> = {},
) {
  const fakes = fakePorts({
    inputs: { service: 'hello-api', command: 'logs', ...inputs },
    service: createService(),
    ...(lines && { logs: lines }),
    ...world,
  });
  const aws = await fakes.ports.aws('us-east-1').load();
  const ports = {
    ...fakes.ports,
    aws: () => ({
      underWay: Promise.resolve(),
      load: async () => ({ ...aws, logs: async () => ({ ...(await aws.logs()), ...calls }) }),
    }),
  };
  const code = await run(ports);
  const shown = fakes.runner.log.filter((line) => /^info: {3}\d{4}-/.test(line));
  return { ...fakes, code, shown: shown.map((line) => line.replace(/^info: {3}\S+ {2}/, '')) };
}

const denied = (action: string) => async (): Promise<never> => {
  throw new ActionError(`${action} failed`, {
    cause: Object.assign(new Error('no'), { name: 'AccessDeniedException' }),
  });
};

describe('command: logs', () => {
  it('merges the lines of all instances in the order of their times, and shows the last', async () => {
    const { code, runner, shown } = await logs(
      {
        [SERVICE]: { events: [at(9_000, '[AppRunner] one'), at(8_000, '[AppRunner] two')] },
        [APPLICATION]: {
          'instance/aaaaaaaaaaaa': [at(5_000, 'a1'), at(3_000, 'a2'), at(1_000, 'a3')],
          'instance/bbbbbbbbbbbb': [at(4_000, 'b1'), at(2_000, 'b2')],
        },
      },
      { 'log-lines': '4' },
    );
    expect([code, runner.outputs.result]).toEqual([0, 'unchanged']);
    expect(shown).toEqual([
      '[AppRunner] one',
      '[AppRunner] two',
      'bbbbbbbb  b1',
      'aaaaaaaa  a2',
      'bbbbbbbb  b2',
      'aaaaaaaa  a3',
    ]);
    const summary = runner.summaries.join();
    expect(summary).toContain("#### The application's log");
    expect(summary).toContain('aaaaaaaa  a3');
  });

  it.each([
    [undefined, ['new']],
    ['30m', []],
    ['2h', ['old', 'new']],
    [new Date(NOW - 2 * HOUR).toISOString(), ['old', 'new']],
    [new Date(NOW - HOUR).toISOString(), ['new']],
  ])('goes back as far as since says: %s', async (since, expected) => {
    const lines = { i: [at(1.5 * HOUR, 'old'), at(0.75 * HOUR, 'new')] };
    const inputs = since === undefined ? {} : { since };
    const { code, shown } = await logs({ [APPLICATION]: lines }, inputs);
    expect([code, shown]).toEqual([0, expected]);
  });

  it('says of when the newest line is where none is so new', async () => {
    const { runner } = await logs({ [APPLICATION]: { i: [at(30 * HOUR, 'old')] } });
    const newest = new Date(NOW - 30 * HOUR).toISOString();
    expect(runner.text()).toContain(`its newest is of ${newest}, 30 h ago. Set since: ${newest}`);
  });

  it('shows neither values of variables, nor colours, nor commands to the runner', async () => {
    const { runner } = await logs({
      [APPLICATION]: {
        i: [
          at(3, '\u001b[31mpassphrase correct horse battery staple\u001b[0m'),
          at(2, '::error::owned'),
          at(1, '##[command]owned\u0007'),
        ],
      },
    });
    const all = runner.text() + runner.summaries.join();
    expect(all).toContain('passphrase ***');
    expect(all).not.toContain('correct horse');
    expect(all).not.toContain('\u001b');
    expect(runner.log.filter((line) => /^(info|error): *(::|##\[)/.test(line))).toEqual([]);
    expect(all).not.toContain('##[command]');
  });

  it('shows the lines of the last build of a service from code', async () => {
    const code = createServiceWith({});
    const service = {
      ...code,
      SourceConfiguration: {
        CodeRepository: { RepositoryUrl: 'https://github.com/o/n', SourceCodeVersion: undefined },
      },
    };
    const { shown } = await logs(
      {
        [SERVICE]: {
          events: [at(3_000, '[AppRunner] Starting source code build.')],
          'deployment/0123': [at(3_000, '[AppRunner] again'), at(2_000, '[Build] npm ci')],
        },
      },
      {},
      { service },
    );
    expect(shown.join('\n')).toContain('[Build] npm ci');
    expect(shown.join('\n')).not.toContain('again');
  });

  it('fails where no log may be read, and says what to allow', async () => {
    const { code, runner } = await logs({}, {}, {}, { tail: denied('logs:GetLogEvents') });
    expect(code).toBe(1);
    expect(runner.text()).toContain(
      'may not read the logs: allow logs:GetLogEvents on arn:aws:logs',
    );
  });

  it('shows the events alone where streams may not be listed', async () => {
    const { code, runner, shown } = await logs(
      { [SERVICE]: { events: [at(1, '[AppRunner] one')] } },
      {},
      {},
      { streams: denied('logs:DescribeLogStreams') },
    );
    expect([code, shown]).toEqual([0, ['[AppRunner] one']]);
    expect(runner.text()).toContain('allow logs:DescribeLogStreams on');
  });

  it('says that there is no log yet', async () => {
    const { code, runner } = await logs({});
    expect(code).toBe(0);
    expect(runner.text()).toContain(`There is no log group ${APPLICATION}`);
  });

  it('fails where the logs can not be reached', async () => {
    const broken = async (): Promise<never> => {
      throw new ActionError('logs:GetLogEvents failed for it: no answer within 3 s.');
    };
    const { code, runner } = await logs({}, {}, {}, { tail: broken, streams: broken });
    expect(code).toBe(1);
    expect(runner.text()).toContain('The logs could not be read: logs:GetLogEvents failed');
  });

  it('of a service that does not exist is an error', async () => {
    const { code, runner } = await logs({}, {}, { appRunner: { find: async () => undefined } });
    expect(code).toBe(1);
    expect(runner.text()).toContain("Service 'hello-api' does not exist");
  });
});
