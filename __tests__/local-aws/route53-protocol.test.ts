import {
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  GetHostedZoneCommand,
  ListHostedZonesByNameCommand,
  ListHostedZonesCommand,
  ListResourceRecordSetsCommand,
  Route53Client,
} from '@aws-sdk/client-route-53';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { loadModel } from '../../local-aws/models/model.ts';
import {
  findRest,
  parseRestInput,
  restResult,
} from '../../local-aws/protocol/rest-xml-protocol.ts';
import { type AwsFixture, type ClientChanges, refusal, startFixture } from './aws-fixture.ts';
import { create, recordSet, upsert } from './route53-inputs.ts';

let own: AwsFixture;
let zone: string;
beforeAll(async () => {
  own = await startFixture({ region: 'eu-west-1' });
  zone = own.aws.route53.seedZone({ name: 'example.com' });
});
afterEach(() => own.aws.faults.clear());
afterAll(() => own.close());

const model = loadModel('route53');
const request = (method: string, path: string, body = '', query = '') => ({
  method,
  path,
  query,
  headers: {},
  body: Buffer.from(body),
});
const list = async (changes: ClientChanges = {}) => {
  const client = new Route53Client(own.settings(changes));
  await client.send(new ListHostedZonesCommand({})).finally(() => client.destroy());
};

describe("a request's path", () => {
  it.each([
    ['GET', '/2013-04-01/hostedzone', 'ListHostedZones'],
    ['GET', '/2013-04-01/hostedzone/Z1', 'GetHostedZone'],
    ['GET', '/2013-04-01/hostedzone/Z1/rrset', 'ListResourceRecordSets'],
    ['POST', '/2013-04-01/hostedzone/Z1/rrset', 'ChangeResourceRecordSets'],
    ['POST', '/2013-04-01/hostedzone/Z1/rrset/', 'ChangeResourceRecordSets'],
    ['DELETE', '/2013-04-01/hostedzone/Z1', 'DeleteHostedZone'],
    ['GET', '/2013-04-01/hostedzonesbyname', 'ListHostedZonesByName'],
    [
      'GET',
      '/2013-04-01/trafficpolicyinstances/hostedzone',
      'ListTrafficPolicyInstancesByHostedZone',
    ],
    ['PUT', '/2013-04-01/hostedzone', undefined],
    ['GET', '/2013-04-01/nothing', undefined],
  ])('%s %s means %s', (method, path, operation) => {
    expect(findRest(model, request(method, path))?.operation).toBe(operation);
  });

  it('keeps a label that is not escaped well as it is', () => {
    const { labels } = findRest(model, request('GET', '/2013-04-01/hostedzone/%zz')) ?? {};
    expect(labels).toEqual({ Id: '%zz' });
  });

  it('leads every operation of the model to itself', () => {
    const found = Object.entries(model.routes ?? {}).map(([operation, route]) => {
      const [method = '', path = ''] = route.split(' ');
      const meant = findRest(model, request(method, path.replaceAll(/\{\w+\}/g, 'x')));
      return [operation, meant?.operation];
    });
    expect(found.length).toBeGreaterThan(60);
    expect(found.filter(([operation, meant]) => operation !== meant)).toEqual([]);
  });
});

describe("a request's body", () => {
  const open =
    '<ChangeResourceRecordSetsRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/">';
  const body = (inner: string) => `${open}${inner}</ChangeResourceRecordSetsRequest>`;
  const read = (text: string) =>
    parseRestInput(
      model,
      'ChangeResourceRecordSets',
      request('POST', '/2013-04-01/hostedzone/Z1/rrset/', text),
    );
  const changes = (inner: string) =>
    body(`<ChangeBatch><Changes><Change>${inner}</Change></Changes></ChangeBatch>`);

  it('becomes values of the types of the model', () => {
    const record =
      '<Name>a.com</Name><MultiValueAnswer>true</MultiValueAnswer><TTL>60</TTL><ResourceRecords><ResourceRecord><Value>&lt;1&gt;</Value></ResourceRecord></ResourceRecords>';
    const text = changes(`<Action>CREATE</Action><ResourceRecordSet>${record}</ResourceRecordSet>`);
    expect(read(text)).toEqual({
      HostedZoneId: 'Z1',
      ChangeBatch: {
        Changes: [
          {
            Action: 'CREATE',
            ResourceRecordSet: {
              Name: 'a.com',
              TTL: 60,
              MultiValueAnswer: true,
              ResourceRecords: [{ Value: '<1>' }],
            },
          },
        ],
      },
    });
  });

  it.each([
    ['no XML', '{}'],
    ['nothing', ''],
    ['another root', '<ChangeBatch/>'],
    ['no namespace', '<ChangeResourceRecordSetsRequest/>'],
    ['an element that the model lacks', body('<Odd/>')],
    ['an element twice', changes('<Action>CREATE</Action><Action>CREATE</Action>')],
    ['an item of another name', body('<ChangeBatch><Changes><member/></Changes></ChangeBatch>')],
    ['a number that is none', changes('<ResourceRecordSet><TTL>1m</TTL></ResourceRecordSet>')],
    [
      'a truth that is none',
      changes('<ResourceRecordSet><MultiValueAnswer>1</MultiValueAnswer></ResourceRecordSet>'),
    ],
  ])('is refused with %s', (_, text) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({
        code: 'InvalidInput',
        message: expect.stringMatching(/^Invalid XML ; /),
      }),
    );
  });
});

describe('an answer', () => {
  it('is XML with the members in the order of the model, dates and texts escaped', () => {
    const answer = restResult(model, 'id', 'GetChange', {
      ChangeInfo: {
        Comment: 'a<b>',
        SubmittedAt: new Date(1500),
        Status: 'INSYNC',
        Id: '/change/C1',
      },
    });
    expect(answer.body).toBe(
      '<?xml version="1.0"?>\n<GetChangeResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><ChangeInfo><Id>/change/C1</Id><Status>INSYNC</Status><SubmittedAt>1970-01-01T00:00:01.500Z</SubmittedAt><Comment>a&#60;b&#62;</Comment></ChangeInfo></GetChangeResponse>',
    );
  });

  it.each([
    [
      'with a member that the model lacks',
      { ChangeInfo: { Odd: 1, Id: 'C', Status: 'INSYNC', SubmittedAt: new Date() } },
      'ChangeInfo.Odd, which its model lacks',
    ],
    [
      'without a member that it requires',
      { ChangeInfo: { Id: 'C' } },
      'without its required Status',
    ],
  ])('%s is a fault of the local AWS', (_, answer, text) => {
    expect(() => restResult(model, 'id', 'GetChange', answer)).toThrow(text);
  });
});

describe('a signature', () => {
  it.each([
    ['the region of all of Route 53', { region: 'us-east-1' }, ''],
    ['the region that an SDK with this address takes', {}, ''],
    ['another region', { region: 'ap-south-1' }, 'SignatureDoesNotMatch'],
    ['another secret', { secretAccessKey: 'wrong' }, 'SignatureDoesNotMatch'],
    ['an unknown key', { accessKeyId: 'AKIAUNKNOWN' }, 'InvalidClientTokenId'],
  ])('made with %s', async (_, changes, name) => {
    expect((await refusal(list(changes))).name).toBe(name);
  });

  it('covers names that are escaped in query and path', async () => {
    const named = new ListHostedZonesByNameCommand({ DNSName: "*.a'(b)!.com" });
    expect((await refusal(own.route53.send(named))).name).toBe('');
    const odd = new GetHostedZoneCommand({ Id: 'a b%c*' });
    expect(await refusal(own.route53.send(odd))).toEqual({
      name: 'NoSuchHostedZone',
      text: 'No hosted zone found with ID: a b%c*',
    });
  });

  it('is asked for', async () => {
    const answer = await fetch(`${own.aws.endpoint}/2013-04-01/hostedzone`);
    expect([answer.status, await answer.text()]).toEqual([
      403,
      expect.stringContaining('<Code>MissingAuthenticationToken</Code>'),
    ]);
  });
});

describe('a call', () => {
  it('is taken with a comment, which the SDK writes behind the changes', async () => {
    const ChangeBatch = {
      Comment: 'ours',
      Changes: [upsert(recordSet('b.example.com', 'A', '192.0.2.1'))],
    };
    const input = { HostedZoneId: zone, ChangeBatch };
    const answer = await own.route53.send(new ChangeResourceRecordSetsCommand(input));
    expect(answer.ChangeInfo?.Comment).toBe('ours');
    const Changes = ChangeBatch.Changes.map((each) => ({ ...each, Action: 'DELETE' as const }));
    await own.route53.send(
      new ChangeResourceRecordSetsCommand({ HostedZoneId: zone, ChangeBatch: { Changes } }),
    );
  });

  const change = () =>
    own.route53.send(
      new ChangeResourceRecordSetsCommand({
        HostedZoneId: `/hostedzone/${zone}`,
        ChangeBatch: { Changes: [create(recordSet('a.example.com', 'A', '192.0.2.1'))] },
      }),
    );
  const records = () => own.route53.send(new ListResourceRecordSetsCommand({ HostedZoneId: zone }));

  it('is in the call log under its IAM action', async () => {
    await records();
    expect(own.aws.calls.at(-1)).toMatchObject({
      action: 'route53:ListResourceRecordSets',
      status: 200,
    });
  });

  it('that no policy allows names what it is about', async () => {
    own.aws.faults.add({ kind: 'deny', action: 'route53:*' });
    const denied = (action: string, resource: string) => ({
      name: 'AccessDenied',
      text: `User: arn:aws:iam::123456789012:user/local is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
    });
    expect(await refusal(change())).toEqual(
      denied('route53:ChangeResourceRecordSets', `arn:aws:route53:::hostedzone/${zone}`),
    );
    expect(await refusal(list())).toEqual(denied('route53:ListHostedZones', '*'));
    expect(own.aws.route53.records(zone)).toHaveLength(2);
  });

  it.each([
    [{ kind: 'throttle' } as const, 'Throttling', 400],
    [{ kind: 'server-error' } as const, 'InternalFailure', 500],
    [{ kind: 'server-error', status: 503 } as const, 'ServiceUnavailable', 503],
    [
      {
        kind: 'refuse',
        code: 'PriorRequestNotComplete',
        message: 'The request was rejected because Route 53 was still processing a prior request.',
      } as const,
      'PriorRequestNotComplete',
      400,
    ],
  ])('under %j fails with %s', async (fault, name, status) => {
    own.aws.faults.add({ ...fault, action: 'route53:ChangeResourceRecordSets' });
    expect((await refusal(change())).name).toBe(name);
    expect(own.aws.calls.at(-1)).toMatchObject({ errorCode: name, status });
    expect(own.aws.route53.records(zone)).toHaveLength(2);
  });

  it('is said not to be served when it is not', async () => {
    const input = { Name: 'a.org', CallerReference: 'x' };
    expect(await refusal(own.route53.send(new CreateHostedZoneCommand(input)))).toEqual({
      name: 'NotImplementedException',
      text: 'The local AWS does not serve the operation CreateHostedZone of route53.',
    });
  });

  it('without an operation is refused', async () => {
    const answer = await fetch(`${own.aws.endpoint}/2013-04-01/odd`, { method: 'PUT' });
    expect([answer.status, await answer.text()]).toEqual([
      404,
      expect.stringContaining('<Code>UnknownOperationException</Code>'),
    ]);
  });
});
