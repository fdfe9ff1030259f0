import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { AppRunnerClient, ListServicesCommand } from '@aws-sdk/client-apprunner';
import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from '@jest/globals';
import { readCommandLine } from '../../local-aws/command-line.ts';
import { startGitHub } from '../../local-aws/github/start.ts';
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
      undocumented: {},
      github: undefined,
      githubPort: 0,
      zones: [],
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
    [
      ['--undocumented', 'sameTagUpdate=keeps', '--undocumented', 'listLagMs=Infinity'],
      { undocumented: { sameTagUpdate: 'keeps', listLagMs: Number.POSITIVE_INFINITY } },
    ],
    [['--undocumented', 'updateStream=update'], { undocumented: { updateStream: 'update' } }],
    [['--port', '0', '--runtime', 'memory'], { port: 0, runtime: 'memory' }],
    [
      ['--region', 'us-gov-west-1', '--account-id', '000000000001'],
      { region: 'us-gov-west-1', accountId: '000000000001' },
    ],
    [
      ['--github', 'octocat/hello-world', '--github-port', '4567'],
      { github: 'octocat/hello-world', githubPort: 4567 },
    ],
    [
      ['--zone', 'example.com', '--zone', 'sub.example.org.'],
      { zones: ['example.com', 'sub.example.org.'] },
    ],
  ])('reads %j', (args, expected) => {
    expect(readCommandLine(args)).toMatchObject(expected);
  });

  it.each([
    [['--port', '70000'], "--port is '70000', but must be a number from 0 to 65535"],
    [['--registry', 'registry'], "--registry is 'registry', but must be memory, image:NAME"],
    [['--runtime', 'podman'], "--runtime is 'podman', but must be docker or memory"],
    [['--pace', 'slow'], "--pace is 'slow', but must be container"],
    [['--undocumented', 'ociIndex=eaten'], "ociIndex is 'eaten', but must be taken or refused"],
    [['--undocumented', 'listLagMs=soon'], "listLagMs is 'soon', but must be milliseconds"],
    [
      ['--undocumented', 'tags'],
      "--undocumented is 'tags', but must be NAME=VALUE with one of dig",
    ],
    [['--account-id', '12'], "--account-id is '12', which is not one"],
    [['--region', 'here'], "--region is 'here', which is not one"],
    [
      ['--github', 'hello-world'],
      "--github is 'hello-world', which is not one. An example: octocat",
    ],
    [['--github-port', '-1'], "Option '--github-port' argument is ambiguous"],
    [['--github-port', 'x'], "--github-port is 'x', but must be a number from 0 to 65535"],
    [['--zone', 'example'], "--zone is 'example', but must be a domain name"],
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
      args.push('--zone', 'example.com');
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
      expect(seen).toContainEqual(expect.stringMatching(/^ {2}Hosted zone example\.com\. Z/));
      expect(seen).toContainEqual(
        expect.stringMatching(/ unknown POST \/ 404 UnknownOperationException$/),
      );
      expect(seen.at(-1)).toBe('Stopping: servers, containers and registry.');
    },
    20_000,
  );

  it('plays GitHub too where it is asked to', async () => {
    const args = ['local-aws/main.ts', '--port', '0', '--runtime', 'memory', '--github', 'me/app'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const seen: string[] = [];
    const env: Record<string, string> = {};
    let played: Promise<string> | undefined;
    const play = async (): Promise<string> => {
      const pulls = `${env.GITHUB_SERVER_URL}/_local-github/pull-requests`;
      const opened = { title: 'Blue', headRef: 'blue', headSha: 'a'.repeat(40) };
      await fetch(pulls, { method: 'POST', body: JSON.stringify(opened) });
      const headers = { authorization: `Bearer ${env.GITHUB_TOKEN}` };
      const url = `${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}/pulls/1`;
      const response = await fetch(url, { headers });
      return `${response.status} ${Object(await response.json()).title}`;
    };
    for await (const line of createInterface({ input: child.stdout })) {
      seen.push(line);
      const [, name, value] = /^export (\w+)=(.*)$/.exec(line) ?? [];
      if (name && value) env[name] = value;
      if (name === 'GITHUB_TOKEN') played = play();
      if (line.endsWith('/pulls/1 200')) child.kill('SIGTERM');
    }
    if (child.exitCode === null) await once(child, 'exit');
    expect(await played).toBe('200 Blue');
    expect(child.exitCode).toBe(0);
    expect(seen).toContain(`GitHub: repository me/app   ${env.GITHUB_API_URL}`);
    expect(seen).toContainEqual(
      expect.stringMatching(/^\d\d:\d\d:\d\d github GET \/repos\/me\/app\/pulls\/1 200$/),
    );
    expect(Object.keys(env).slice(-7)).toEqual([
      'GITHUB_API_URL',
      'GITHUB_GRAPHQL_URL',
      'GITHUB_SERVER_URL',
      'GITHUB_REPOSITORY',
      'GITHUB_TOKEN',
      'ACTIONS_ID_TOKEN_REQUEST_URL',
      'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    ]);
  }, 20_000);

  it('lets the jobs of that GitHub assume a role', async () => {
    const args = ['local-aws/main.ts', '--port', '0', '--runtime', 'memory', '--github', 'me/app'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const env: Record<string, string> = {};
    let roleArn = '';
    let assumed: Promise<string> | undefined;
    const assume = async (): Promise<string> => {
      const asked = `${env.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=sts.amazonaws.com`;
      const headers = { authorization: `bearer ${env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` };
      const { value } = Object(await (await fetch(asked, { headers })).json());
      const sts = new STSClient({
        endpoint: env.AWS_ENDPOINT_URL ?? '',
        region: env.AWS_REGION ?? '',
      });
      const { AssumedRoleUser } = await sts.send(
        new AssumeRoleWithWebIdentityCommand({
          RoleArn: roleArn,
          RoleSessionName: 'ci',
          WebIdentityToken: value,
        }),
      );
      sts.destroy();
      return String(AssumedRoleUser?.Arn);
    };
    for await (const line of createInterface({ input: child.stdout })) {
      const [, name, value] = /^export (\w+)='?(.*?)'?$/.exec(line) ?? [];
      if (name && value) env[name] = value;
      roleArn = /role-to-assume: (.*)$/.exec(line)?.[1] ?? roleArn;
      if (name === 'ACTIONS_ID_TOKEN_REQUEST_TOKEN') {
        assumed = assume().finally(() => child.kill('SIGTERM'));
      }
    }
    expect(await assumed).toBe('arn:aws:sts::123456789012:assumed-role/apprunner-deploy/ci');
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(0);
  }, 20_000);

  it('starts nothing when the port of GitHub is taken', async () => {
    const taken = await startGitHub({ repository: 'me/app' });
    const port = new URL(taken.serverUrl).port;
    const github = ['--github', 'me/app', '--github-port', port];
    const args = ['local-aws/main.ts', '--port', '0', '--runtime', 'memory', ...github];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    const [said, [code]] = await Promise.all([child.stderr.toArray(), once(child, 'exit')]);
    await taken.close();
    expect(said.join('')).toContain('EADDRINUSE');
    expect(code).toBe(1);
  }, 20_000);

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
