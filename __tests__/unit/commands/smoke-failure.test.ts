import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { SERVICE_ID } from '../../support/create-service.ts';
import { HOST, runSmokeTest, type Scripted } from '../../support/unit-smoke.ts';

const REFUSED = new ActionError('connect ECONNREFUSED 10.0.0.1:443');
const UNKNOWN = new ActionError('getaddrinfo ENOTFOUND psbqam834h.us-east-1.awsapprunner.com');

describe('a page that does not answer as wanted until the deadline', () => {
  const GROUP = `/aws/apprunner/hello-api/${SERVICE_ID}/application`;

  it('fails with all that was seen, and with the log of the application', async () => {
    const { failure, error, progress } = await runSmokeTest({
      pages: [{ status: 500, body: 'Internal error\r\n  at server.js:3\n' }],
      logs: { [GROUP]: { 'instance/1': [{ time: Date.UTC(2026, 0, 1), message: 'boom at 3' }] } },
    });
    expect(error).toBeInstanceOf(ActionError);
    expect(failure).toMatch(
      /^The smoke test failed: GET https:\S+\/health answered 500\. Wanted was a status of 200 to 299; this is the last of 16 tries in \d\d\.\d s\. The deployment itself succeeded and the new version serves\. The body begins:\n\| Internal error\n\| {3}at server\.js:3$/,
    );
    expect(progress.diagnosis).toMatchObject({
      cause: expect.stringContaining(`GET ${HOST}/health answered 500`),
      remedy: 'See in the application log why the new version fails on this request.',
      application: [expect.stringContaining('boom at 3')],
    });
  });

  it.each<[page: Scripted, wanted: number | undefined, failure: string, remedy: string]>([
    [404, undefined, 'answered 404. Wanted was a status of 200 to 299', 'Check smoke-path'],
    [
      401,
      undefined,
      'answered 401.',
      'a page that answers without a login, or set smoke-status: 401',
    ],
    [200, 302, 'answered 200. Wanted was status 302', 'set smoke-status: 200 if this is right'],
    [304, undefined, 'answered 304.', 'Check smoke-path'],
    [503, 200, 'answered 503. Wanted was status 200', 'why the new version fails'],
    [
      REFUSED,
      undefined,
      'gave no answer: connect ECONNREFUSED 10.0.0.1:443.',
      'DNS, firewall, proxy',
    ],
  ])('%p where %p is wanted', async (page, status, text, remedy) => {
    const { failure, progress } = await runSmokeTest({
      pages: [page],
      test: { path: '/health', ...(status !== undefined && { status }) },
      leftMs: 3_000,
    });
    expect(failure).toContain(text);
    expect(progress.diagnosis?.remedy).toContain(remedy);
  });

  it('says so when the body is empty', async () => {
    expect((await runSmokeTest({ pages: [500] })).failure).toMatch(/ The body was empty\.$/);
  });

  it('shows the first 500 characters of the body', async () => {
    const { failure } = await runSmokeTest({ pages: [{ status: 500, body: 'x\n'.repeat(600) }] });
    const body = failure.split('\n').slice(1);
    expect(body.map((line) => line.replace('| ', '')).join('\n')).toBe(`${'x\n'.repeat(249)}x…`);
  });

  it('counts one try as one', async () => {
    const { failure } = await runSmokeTest({ pages: [500], leftMs: 1_000 });
    expect(failure).toContain('the last of 1 try in 0 ms');
  });
});

describe('what a page says is only text', () => {
  it('commands to the runner and control characters are taken out', async () => {
    const body = '::error::hello\n  ::set-output name=x::y\n##[error]x\n\x1b[31mred\x07\u202etxt';
    const { failure } = await runSmokeTest({ pages: [{ status: 500, body }] });
    for (const line of failure.split('\n')) expect(line).not.toMatch(/^\s*::|##\[/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(failure).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/);
    expect(failure).toContain('| redtxt');
  });

  it('environment values appear nowhere', async () => {
    const value = 'correct horse battery staple';
    const { failure, runner, progress } = await runSmokeTest({
      hidden: [value],
      pages: [
        { status: 500, body: `PASSPHRASE=${value}` },
        { status: 302, location: `https://x.example/${encodeURIComponent(value)}` },
        { status: 500, body: `{"env":"${value}"}` },
      ],
      leftMs: 3_000,
    });
    const all = `${failure}\n${runner.text()}\n${JSON.stringify(progress.diagnosis)}`;
    expect(all).toContain('{"env":"***"}');
    expect(all).toContain('https://x.example/***');
    expect(all).not.toMatch(/correct.{1,3}horse/);
  });

  it('values of the query appear nowhere, though they are sent', async () => {
    const path = '/health?token=s3cr3t-t0ken%2Bx&alone-and-secret';
    const { failure, requests, runner, progress } = await runSmokeTest({
      test: { path },
      pages: [{ status: 403, body: `GET ${path}\ntoken s3cr3t-t0ken+x is wrong` }, 500, UNKNOWN],
      leftMs: 1_200,
    });
    expect(requests[0]?.url).toBe(`${HOST}${path}`);
    const all = `${failure}\n${runner.text()}\n${JSON.stringify(progress.diagnosis)}`;
    expect(all).toContain(`GET ${HOST}/health?… answered 403`);
    expect(all).toContain('token *** is wrong');
    expect(all).not.toMatch(/s3cr3t|alone-and/);
  });
});
