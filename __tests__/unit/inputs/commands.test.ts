import { describe, expect, it } from '@jest/globals';
import { createLifecycleInputs, problemsOf } from '../../support/create-inputs.ts';

const COMMANDS = ['pause', 'resume', 'delete'] as const;

describe.each(COMMANDS)('command %s', (command) => {
  it('is told service, Region, dry run, wait, deadline and log lines', () => {
    expect(
      createLifecycleInputs(command, {
        service: 'other-api',
        'aws-region': 'eu-west-1',
        'dry-run': 'true',
        wait: 'false',
        'timeout-minutes': '5',
        'log-lines': '7',
      }),
    ).toEqual({
      command,
      service: 'other-api',
      region: 'eu-west-1',
      dryRun: true,
      wait: false,
      timeoutMinutes: 5,
      logLines: 7,
    });
  });

  it('needs only a service, a Region and no commit', () => {
    expect(createLifecycleInputs(command, {}, { AWS_REGION: 'us-east-1' })).toEqual({
      command,
      service: 'hello-api',
      region: 'us-east-1',
      dryRun: false,
      wait: true,
      timeoutMinutes: 30,
      logLines: 40,
    });
  });

  it('does not look at what only deploy uses, however wrong', () => {
    expect(
      problemsOf({
        command,
        image: 'nginx',
        context: '.',
        port: 'http',
        'environment-variables': '?',
        'access-role-arn': 'role',
        'smoke-path': 'https://x/',
        'smoke-status': '1',
        'skip-unchanged': 'sure',
        wait: 'false',
      }),
    ).toEqual([]);
  });

  it.each([
    ['service', 'api'],
    ['aws-region', 'Ireland'],
    ['dry-run', 'yes'],
    ['wait', 'maybe'],
    ['timeout-minutes', '0'],
    ['log-lines', '0'],
  ])('refuses a wrong %s', (name, text) => {
    expect(problemsOf({ command, [name]: text })).toEqual([
      expect.stringContaining(`Input '${name}' is '${text}'`),
    ]);
  });
});

describe('a command that nobody knows', () => {
  it('is told with what every command reads, and nothing else', () => {
    expect(problemsOf({ command: 'undeploy', service: 'api', port: 'http' })).toEqual([
      "Input 'command' is 'undeploy'; allowed: deploy, pause, resume, delete, sweep, rollback, wait, status, logs. Example: command: deploy",
      expect.stringContaining("Input 'service' is 'api'"),
    ]);
  });

  it.each(['Deploy', 'DELETE', 'Sweep', 'teardown', 'skip'])('such as %s', (command) => {
    expect(problemsOf({ command })).toEqual([
      expect.stringContaining(`Input 'command' is '${command}'`),
    ]);
  });
});
