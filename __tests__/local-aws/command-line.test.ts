import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { AppRunnerClient, ListServicesCommand } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import { readCommandLine } from '../../local-aws/command-line.ts';
import { refusal } from './aws-fixture.ts';

describe('the command line', () => {
  it('has defaults for everything', () => {
    expect(readCommandLine([])).toEqual({
      help: false,
      port: 4566,
      registryPort: 0,
      region: undefined,
      accountId: undefined,
      runtime: 'docker',
      registry: { kind: 'memory' },
      pace: 'container',
    });
  });

  it('takes the registry that the machine was found to have, unless another is named', () => {
    const found = { kind: 'container', image: 'registry:3' } as const;
    expect(readCommandLine([], found)).toMatchObject({ registry: found });
    expect(readCommandLine(['--registry', 'memory'], found)).toMatchObject({
      registry: { kind: 'memory' },
    });
  });

  it.each([
    [['--registry', 'image:registry:3'], { registry: { kind: 'container', image: 'registry:3' } }],
    [
      ['--registry', './docker-registry'],
      { registry: { kind: 'binary', path: './docker-registry' } },
    ],
    [['--pace', '2.5'], { pace: { operationMs: 2500 } }],
    [['--pace', 'app-runner'], { pace: 'app-runner' }],
    [['--port', '0', '--runtime', 'memory'], { port: 0, runtime: 'memory' }],
    [
      ['--region', 'us-gov-west-1', '--account-id', '000000000001'],
      { region: 'us-gov-west-1', accountId: '000000000001' },
    ],
  ])('reads %j', (args, expected) => {
    expect(readCommandLine(args)).toMatchObject(expected);
  });

  it.each([
    [['--port', '70000'], "--port is '70000', but must be a number from 0 to 65535"],
    [['--registry', 'registry'], "--registry is 'registry', but must be memory, image:NAME"],
    [['--runtime', 'podman'], "--runtime is 'podman', but must be docker or memory"],
    [['--pace', 'slow'], "--pace is 'slow', but must be container"],
    [['--account-id', '12'], "--account-id is '12', which is not one"],
    [['--region', 'here'], "--region is 'here', which is not one"],
    [['--verbose'], "Unknown option '--verbose'"],
  ])('refuses %j with a sentence', (args, sentence) => {
    expect(() => readCommandLine(args)).toThrow(sentence);
  });
});

describe('the program', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'prints what to export, serves it, and ends well on %s',
    async (signal) => {
      const args = ['local-aws/main.ts', '--port', '0', '--runtime', 'memory'];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      const seen: string[] = [];
      for await (const line of createInterface({ input: child.stdout })) {
        seen.push(line);
        const endpoint = /^export AWS_ENDPOINT_URL=(.*)$/.exec(line)?.[1];
        if (endpoint) {
          await fetch(endpoint, { method: 'POST' }).then((response) => response.text());
          child.kill(signal);
        }
      }
      if (child.exitCode === null) await once(child, 'exit');
      expect(child.exitCode).toBe(0);
      const exported = seen.flatMap((line) => /^export (\w+)=/.exec(line)?.[1] ?? []);
      expect(exported).toEqual([
        'AWS_ENDPOINT_URL',
        'AWS_REGION',
        'AWS_DEFAULT_REGION',
        'AWS_ACCESS_KEY_ID',
        'AWS_SECRET_ACCESS_KEY',
      ]);
      expect(seen).toContainEqual(
        expect.stringMatching(/ unknown POST \/ 404 UnknownOperationException$/),
      );
      expect(seen.at(-1)).toBe('Stopping: servers, containers and registry.');
    },
    20_000,
  );

  it('takes faults from other processes', async () => {
    const args = ['local-aws/main.ts', '--port', '0', '--runtime', 'memory'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const env: Record<string, string> = {};
    let called: Promise<string> | undefined;
    const list = async (): Promise<string> => {
      const endpoint = env.AWS_ENDPOINT_URL ?? '';
      const body = JSON.stringify({ kind: 'throttle', action: 'apprunner:ListServices' });
      const { status } = await fetch(`${endpoint}/_local-aws/faults`, { method: 'POST', body });
      const client = new AppRunnerClient({
        endpoint,
        region: env.AWS_REGION ?? '',
        credentials: {
          accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
          secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
        },
        maxAttempts: 1,
      });
      const { name } = await refusal(client.send(new ListServicesCommand({})));
      client.destroy();
      child.kill('SIGTERM');
      return `${status} ${name}`;
    };
    for await (const line of createInterface({ input: child.stdout })) {
      const [, name, value] = /^export (\w+)=(.*)$/.exec(line) ?? [];
      if (name && value) env[name] = value;
      if (name === 'AWS_SECRET_ACCESS_KEY') called = list();
    }
    expect(await called).toBe('201 ThrottlingException');
  }, 20_000);
});
