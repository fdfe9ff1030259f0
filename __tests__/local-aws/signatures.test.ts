import { AppRunnerClient, ListServicesCommand } from '@aws-sdk/client-apprunner';
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeRepositoriesCommand, ECRClient } from '@aws-sdk/client-ecr';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AwsFixture, type ClientChanges, refusal, startFixture } from './aws-fixture.ts';
import { type OwnRequest, sendSigned } from './signed-request.ts';

let fixture: AwsFixture;

beforeAll(async () => {
  fixture = await startFixture();
});

afterAll(() => fixture.close());

const calls: [string, (changes: ClientChanges) => Promise<unknown>][] = [
  [
    'App Runner',
    (changes) => new AppRunnerClient(fixture.settings(changes)).send(new ListServicesCommand({})),
  ],
  [
    'ECR',
    (changes) => new ECRClient(fixture.settings(changes)).send(new DescribeRepositoriesCommand({})),
  ],
  [
    'CloudWatch Logs',
    (changes) =>
      new CloudWatchLogsClient(fixture.settings(changes)).send(new DescribeLogGroupsCommand({})),
  ],
];

describe.each(calls)('%s', (_name, call) => {
  it('answers a request that is signed with the key of the account', async () => {
    expect(await refusal(call({}))).toEqual({ name: '', text: '' });
  });

  it('refuses an unknown access key', async () => {
    expect(await refusal(call({ accessKeyId: 'AKIAUNKNOWN' }))).toEqual({
      name: 'UnrecognizedClientException',
      text: 'The security token included in the request is invalid.',
    });
  });

  it('refuses a session token that was not given out', async () => {
    expect(await refusal(call({ sessionToken: 'stolen' }))).toMatchObject({
      name: 'UnrecognizedClientException',
    });
  });

  it('refuses a signature made with another secret', async () => {
    const { name, text } = await refusal(call({ secretAccessKey: 'wrong' }));
    expect(name).toBe('InvalidSignatureException');
    expect(text).toMatch(/^The request signature we calculated does not match the signature/);
  });

  it('refuses a signature for another region', async () => {
    expect(await refusal(call({ region: 'eu-west-3' }))).toEqual({
      name: 'InvalidSignatureException',
      text: 'Credential should be scoped to a valid region. ',
    });
  });
});

describe('STS', () => {
  const identify = (changes: ClientChanges) =>
    new STSClient(fixture.settings(changes)).send(new GetCallerIdentityCommand({}));

  it('says who the caller is', async () => {
    expect(await identify({})).toMatchObject({
      Account: '123456789012',
      Arn: 'arn:aws:iam::123456789012:user/local',
    });
  });

  it('refuses an unknown access key under its own code', async () => {
    expect(await refusal(identify({ accessKeyId: 'AKIAUNKNOWN' }))).toEqual({
      name: 'InvalidClientTokenId',
      text: 'The security token included in the request is invalid.',
    });
  });

  it('refuses a wrong secret under its own code', async () => {
    const { name } = await refusal(identify({ secretAccessKey: 'wrong' }));
    expect(name).toBe('SignatureDoesNotMatch');
  });

  it('refuses an unsigned request with status 403', async () => {
    const response = await fetch(fixture.aws.endpoint, {
      method: 'POST',
      body: new URLSearchParams({ Action: 'GetCallerIdentity', Version: '2011-06-15' }),
    });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('<Code>MissingAuthenticationToken</Code>');
  });

  it('names an action that does not exist', async () => {
    const body = new URLSearchParams({ Action: 'GetNothing', Version: '2011-06-15' });
    const response = await fetch(fixture.aws.endpoint, { method: 'POST', body });
    const text = await response.text();
    expect(text).toContain('<Code>InvalidAction</Code>');
    expect(text).toContain('Could not find operation GetNothing for version 2011-06-15');
  });
});

describe('a request signed by hand', () => {
  const listServices = (own: OwnRequest = {}) => sendSigned(fixture.aws, own);

  it('is answered, also with a query string and odd spaces in a header', async () => {
    const { status, body } = await listServices({ query: { 'a b': "it's*", a: '1/2' } });
    expect({ status, body }).toEqual({ status: 200, body: '{"ServiceSummaryList":[]}' });
  });

  it('is refused when it is signed for another service', async () => {
    const { status, body } = await listServices({ service: 'ecr' });
    expect(status).toBe(400);
    expect(JSON.parse(body)).toEqual({
      __type: 'com.amazon.coral.service#InvalidSignatureException',
      message: "Credential should be scoped to correct service: 'apprunner'. ",
    });
  });

  it('is refused when its body was changed after signing', async () => {
    const { body } = await listServices({ sentBody: '{ }' });
    expect(JSON.parse(body).message).toMatch(/^The request signature we calculated does not match/);
  });

  it.each([
    ['six minutes old', -6, /^Signature expired: \d{8}T\d{6}Z is now earlier than .* - 5 min\.\)$/],
    ['six minutes ahead', 6, /^Signature not yet current: .* is still later than .* \+ 5 min\.\)$/],
  ])('is refused when it is %s', async (_when, minutes, text) => {
    const { body } = await listServices({ at: new Date(Date.now() + minutes * 60_000) });
    expect(JSON.parse(body)).toEqual({
      __type: 'com.amazon.coral.service#InvalidSignatureException',
      message: expect.stringMatching(text),
    });
  });

  it('is answered when it is four minutes old', async () => {
    const { status } = await listServices({ at: new Date(Date.now() - 4 * 60_000) });
    expect(status).toBe(200);
  });
});

describe('a request without a signature', () => {
  const post = (headers: Record<string, string>) =>
    fetch(fixture.aws.endpoint, { method: 'POST', headers, body: '{}' });

  it('is refused by App Runner with its error type in body and header', async () => {
    const response = await post({ 'x-amz-target': 'AppRunner.ListServices' });
    expect(response.status).toBe(400);
    expect(response.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
    expect(response.headers.get('content-type')).toBe('application/x-amz-json-1.0');
    expect(await response.json()).toEqual({
      __type: 'com.amazon.coral.service#MissingAuthenticationTokenException',
      message: 'Missing Authentication Token',
    });
  });

  it('is refused as incomplete when its header is not a signature', async () => {
    const response = await post({
      'x-amz-target': 'AppRunner.ListServices',
      authorization: 'Bearer x',
    });
    expect(await response.json()).toMatchObject({
      __type: 'com.amazon.coral.service#IncompleteSignatureException',
    });
  });

  it('is refused when it is for no service at all', async () => {
    const response = await post({});
    expect(response.status).toBe(404);
  });

  it('is told that an operation is unknown', async () => {
    const response = await post({ 'x-amz-target': 'AppRunner.MakeCoffee' });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      __type: 'com.amazon.coral.service#UnknownOperationException',
    });
  });
});

describe('a local AWS with a session token', () => {
  it('takes requests that carry it and refuses those without', async () => {
    const credentials = { accessKeyId: 'ASIAX', secretAccessKey: 's', sessionToken: 'given' };
    const own = await startFixture({ credentials });
    try {
      expect(await refusal(own.sts.send(new GetCallerIdentityCommand({})))).toMatchObject({
        name: '',
      });
      const { accessKeyId, secretAccessKey } = credentials;
      const bare = new STSClient({
        ...own.settings(),
        credentials: { accessKeyId, secretAccessKey },
      });
      const { name } = await refusal(bare.send(new GetCallerIdentityCommand({})));
      expect(name).toBe('InvalidClientTokenId');
    } finally {
      await own.close();
    }
  });
});
