import { describe, expect, it } from '@jest/globals';
import { lastLine, logIn, registryHost } from '../../../src/image/login.ts';
import { fakeDocker } from '../../support/unit-docker.ts';

const LOGIN = {
  username: 'AWS',
  password: 'hunter2hunter2',
  endpoint: 'https://123456789012.dkr.ecr.us-east-1.amazonaws.com',
};
const HOST = '123456789012.dkr.ecr.us-east-1.amazonaws.com';

describe('docker login', () => {
  it('gets the password through standard input alone', async () => {
    const { docker, calls } = fakeDocker();
    await logIn(docker, LOGIN, { DOCKER_CONFIG: '/run/x' });
    expect(calls).toEqual([
      {
        args: ['login', '--username', 'AWS', '--password-stdin', HOST],
        env: { DOCKER_CONFIG: '/run/x' },
        input: LOGIN.password,
      },
    ]);
    const { input, ...rest } = calls[0] ?? { args: [] };
    expect(input).toBe(LOGIN.password);
    expect(JSON.stringify(rest)).not.toContain(LOGIN.password);
  });

  it('that is refused tells the registry, the last words and what to check', async () => {
    const stderr = 'WARNING! x\nError response from daemon: login attempt failed: 401\n';
    const { docker } = fakeDocker(() => ({ code: 1, stderr }));
    await expect(logIn(docker, LOGIN, {})).rejects.toThrow(
      `docker login to ${HOST} ended with code 1: Error response from daemon: login attempt failed: 401 Check that`,
    );
  });
});

describe('the host of a registry', () => {
  it.each([
    ['https://123456789012.dkr.ecr.us-east-1.amazonaws.com', HOST],
    ['https://123456789012.dkr.ecr.us-east-1.amazonaws.com/', HOST],
    ['http://127.0.0.1:5000', '127.0.0.1:5000'],
    ['127.0.0.1:5000', '127.0.0.1:5000'],
  ])('%s', (endpoint, host) => {
    expect(registryHost({ ...LOGIN, endpoint })).toBe(host);
  });
});

describe('the last line', () => {
  it.each([
    ['one\ntwo\n\n', 'two'],
    ['one\r\n  two  \r\n', 'two'],
    ['', ''],
  ])('%j is %j', (text, line) => {
    expect(lastLine(text)).toBe(line);
  });
});
