import { ListServicesCommand } from '@aws-sdk/client-apprunner';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { actionsOf } from '../../local-aws/faults/actions.ts';
import { checkFault } from '../../local-aws/faults/check-fault.ts';
import type { Fault } from '../../local-aws/faults/fault.ts';
import { loadModel, modelNames } from '../../local-aws/models/model.ts';
import { type AwsFixture, refusal, startFixture } from './aws-fixture.ts';

describe('a fault that is read', () => {
  const read = (value: unknown) => checkFault(value, actionsOf(modelNames.map(loadModel)));

  it.each<Fault>([
    { kind: 'throttle', action: 'apprunner:ListOperations', times: 2, skip: 0 },
    { kind: 'server-error', action: 'ecr:*', status: 503 },
    { kind: 'drop', when: 'after', action: '*' },
    { kind: 'slow', action: 'ecr:BatchGetImage', ms: 0 },
    { kind: 'refuse', action: 'logs:GetLogEvents', code: 'Odd', message: 'odd', status: 404 },
    { kind: 'deny', action: 'ecr:InitiateLayerUpload' },
    { kind: 'ending', end: 'HANG' },
    { kind: 'ending', end: 'FAILED', type: 'PAUSE_SERVICE', afterMs: 1, reason: 'so', skip: 1 },
    { kind: 'list-lag', ms: Number.POSITIVE_INFINITY, times: 1 },
    { kind: 'log-lag', ms: 90_000 },
    { kind: 'silent-id' },
  ])('is one: %j', (fault) => {
    expect(read(fault)).toEqual(fault);
  });

  it('has no members that were left undefined', () => {
    expect(Object.keys(read({ kind: 'deny', action: '*', times: undefined }))).toEqual([
      'kind',
      'action',
    ]);
  });

  it('may spell infinity, which JSON lacks', () => {
    expect(read({ kind: 'list-lag', ms: 'Infinity' })).toEqual({
      kind: 'list-lag',
      ms: Number.POSITIVE_INFINITY,
    });
  });

  it.each<[unknown, string]>([
    [[], 'A fault must be an object such as {"kind":"throttle","action":"*"}.'],
    ['throttle', 'A fault must be an object'],
    [{}, "A fault's kind is absent, but must be one of throttle, server-error, drop,"],
    [{ kind: 'constructor' }, 'A fault\'s kind is "constructor", but must be one of'],
    [
      { kind: 'throttle' },
      'The action of the throttle fault is absent, but must be the IAM name of a call that the local AWS knows, such as "apprunner:CreateService", "ecr:*" or "*".',
    ],
    [{ kind: 'deny', action: 'apprunner:ListOperation' }, 'is "apprunner:ListOperation", but must'],
    [{ kind: 'deny', action: 'iam:PassRole' }, 'is "iam:PassRole", but must be'],
    [
      { kind: 'throttle', action: '*', times: 0 },
      'The times of the throttle fault is 0, but must be a whole number from 1, or "Infinity".',
    ],
    [
      { kind: 'throttle', action: '*', skip: -1 },
      'The skip of the throttle fault is -1, but must be a whole number from 0.',
    ],
    [
      { kind: 'slow', action: '*', ms: 'long' },
      'The ms of the slow fault is "long", but must be a',
    ],
    [{ kind: 'slow', action: '*', ms: Number.POSITIVE_INFINITY }, 'The ms of the slow fault is'],
    [
      { kind: 'drop', action: '*' },
      'The when of the drop fault is absent, but must be "before" or "after".',
    ],
    [
      { kind: 'server-error', action: '*', status: 502 },
      'The status of the server-error fault is 502, but must be 500 or 503.',
    ],
    [{ kind: 'refuse', action: '*', code: '', message: 'm' }, 'The code of the refuse fault is ""'],
    [
      { kind: 'ending', end: 'SUCCEEDED' },
      'The end of the ending fault is "SUCCEEDED", but must be',
    ],
    [
      { kind: 'log-lag', ms: 1, times: 1 },
      'The log-lag fault has no member times; its members: ms.',
    ],
    [{ kind: 'silent-id', toString: 1 }, 'The silent-id fault has no member toString'],
  ])('is refused by what is wrong with it: %j', (value, sentence) => {
    expect(() => read(value)).toThrow(sentence);
  });

  it('is refused when it is added in the process, too', async () => {
    const own = await startFixture();
    expect(() => own.aws.faults.add({ kind: 'deny', action: 'apprunner:Nothing' })).toThrow(
      'The action of the deny fault is "apprunner:Nothing"',
    );
    await own.close();
  });
});

describe("the faults' control on the API's port", () => {
  let own: AwsFixture;
  beforeEach(async () => {
    own = await startFixture();
  });
  afterEach(() => own.close());

  const ask = async (method: string, path = 'faults', body?: unknown) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`${own.aws.endpoint}/_local-aws/${path}`, {
      method,
      ...(text === undefined ? {} : { body: text }),
    });
    const answer = await response.text();
    return { status: response.status, body: answer === '' ? undefined : JSON.parse(answer) };
  };
  const list = async () =>
    (await refusal(own.apprunner.send(new ListServicesCommand({})))).name || 'fine';

  it('adds a fault that then happens', async () => {
    const fault = { kind: 'throttle', action: 'apprunner:ListServices' };
    expect(await ask('POST', 'faults', fault)).toEqual({ status: 201, body: { id: 1 } });
    expect([await list(), await list()]).toEqual(['ThrottlingException', 'fine']);
  });

  it('lists what can still happen, and takes away one or all', async () => {
    await ask('POST', 'faults', { kind: 'deny', action: 'apprunner:*' });
    await ask('POST', 'faults', { kind: 'throttle', action: '*', times: 3, skip: 1 });
    await ask('POST', 'faults', { kind: 'list-lag', ms: 'Infinity' });
    expect(await ask('DELETE', 'faults/1')).toEqual({ status: 204, body: undefined });
    expect([await list(), await list()]).toEqual(['fine', 'ThrottlingException']);
    expect(await ask('GET')).toEqual({
      status: 200,
      body: {
        faults: [
          { id: 2, kind: 'throttle', action: '*', times: 2, skip: 0 },
          { id: 3, kind: 'list-lag', ms: 'Infinity', times: 'Infinity' },
        ],
      },
    });
    expect((await ask('DELETE')).status).toBe(204);
    expect(await ask('GET')).toEqual({ status: 200, body: { faults: [] } });
    expect(await list()).toBe('fine');
  });

  it.each([
    ['POST', 'faults', '{', 400, 'The body is not JSON: '],
    ['POST', 'faults', '', 400, 'The body is not JSON: '],
    ['POST', 'faults', '{"kind":"slow"}', 400, 'The action of the slow fault is absent'],
    ['PUT', 'faults', '{}', 405, '/_local-aws/faults takes GET, POST and DELETE.'],
    ['DELETE', 'faults/9', undefined, 404, 'There is no fault 9.'],
    ['GET', 'fault', undefined, 404, 'There is no GET /_local-aws/fault; faults are at'],
  ] as const)(
    'refuses %s %s of %j with a sentence',
    async (method, path, body, status, sentence) => {
      const answer = await ask(method, path, body);
      expect(answer.status).toBe(status);
      expect(answer.body.message).toContain(sentence);
      expect(await list()).toBe('fine');
    },
  );

  it('is no call of AWS', async () => {
    await ask('GET');
    expect(own.aws.calls).toEqual([]);
  });
});
