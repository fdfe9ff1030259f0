import { GetChangeCommand, type ResourceRecordSet } from '@aws-sdk/client-route-53';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { virtualClock } from '../support/virtual-clock.ts';
import { type AwsFixture, refusal, startFixture } from './aws-fixture.ts';
import {
  aliasTo,
  change,
  create,
  listRecords,
  recordSet,
  remove,
  upsert,
} from './route53-inputs.ts';

const a = (name: string, ...values: string[]) =>
  recordSet(name, 'A', ...(values.length > 0 ? values : ['192.0.2.1']));
const cname = (name: string, ...values: string[]) => recordSet(name, 'CNAME', ...values);

let own: AwsFixture;
let zone: string;
beforeEach(async () => {
  own = await startFixture();
  zone = own.aws.route53.seedZone({ name: 'example.com' });
});
afterEach(() => own.close());

const batch = (...changes: Parameters<typeof create>[0][]) =>
  change(own, zone, ...changes.map(create));
const refused = (...changes: Parameters<typeof change>[2][]) =>
  refusal(change(own, zone, ...changes));

describe('a change', () => {
  it('creates record sets, and shows names as Route 53 keeps them', async () => {
    await batch(a('*.Example.com'), cname('_X.a.example.com.', 'y.acm-validations.aws.'));
    expect(await listRecords(own, zone)).toEqual([
      { ...a('\\052.example.com.') },
      { ...cname('_x.a.example.com.', 'y.acm-validations.aws.') },
    ]);
  });

  it('takes the values of every type', async () => {
    const records = [
      recordSet('a.example.com.', 'AAAA', '2001:db8::1'),
      recordSet('a.example.com.', 'CAA', '0 issue "amazon.com"'),
      recordSet('a.example.com.', 'MX', '10 mail.example.org.'),
      recordSet('a.example.com.', 'SRV', '1 2 3 sip.example.org.'),
      recordSet('a.example.com.', 'TXT', '"a \\"b\\"" "c"', '"d"'),
      recordSet('b.example.com.', 'NS', 'ns-1.example.org.', 'ns-2.example.org'),
    ];
    await batch(...records);
    expect(await listRecords(own, zone)).toEqual(records.filter(({ Type }) => Type !== 'NS'));
  });

  it('replaces a record set, or makes it, with UPSERT', async () => {
    await change(own, zone, upsert(a('a.example.com')));
    await change(own, zone, upsert(a('a.example.com', '192.0.2.2', '192.0.2.3')));
    expect(await listRecords(own, zone)).toEqual([a('a.example.com.', '192.0.2.2', '192.0.2.3')]);
  });

  it('deletes what it describes, its values in any order, and leaves the zone as it was', async () => {
    const before = own.aws.route53.records(zone);
    await batch(a('a.example.com', '192.0.2.1', '192.0.2.2'));
    await change(own, zone, remove(a('a.example.com', '192.0.2.2', '192.0.2.1')));
    expect(own.aws.route53.records(zone)).toEqual(before);
  });

  it('is made whole or not at all', async () => {
    await batch(a('a.example.com'));
    const before = own.aws.route53.records(zone);
    const { name, text } = await refused(
      create(a('b.example.com')),
      remove(a('a.example.com')),
      create(a('c.example.com', 'nonsense')),
    );
    expect([name, text]).toEqual([
      'InvalidChangeBatch',
      "[Invalid Resource Record: 'FATAL problem: ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address) encountered with 'nonsense'']",
    ]);
    expect(own.aws.route53.records(zone)).toEqual(before);
  });

  it('turns a record of one type into one of another in one batch', async () => {
    await batch(a('a.example.com'));
    await change(own, zone, remove(a('a.example.com')), create(cname('a.example.com', 'b.org')));
    expect(await listRecords(own, zone)).toEqual([cname('a.example.com.', 'b.org')]);
  });

  it('says everything that is wrong with a batch', async () => {
    const { text } = await refused(remove(a('a.example.com')), create(a('a.org')));
    expect(text).toBe(
      "[Tried to delete resource record set [name='a.example.com.', type='A'] but it was not found, RRSet with DNS name a.org. is not permitted in zone example.com.]",
    );
  });

  it('keeps the sets of a routing policy apart by their identifier', async () => {
    const weighted = (SetIdentifier: string, Weight: number): ResourceRecordSet => ({
      ...a('a.example.com.'),
      SetIdentifier,
      Weight,
    });
    await batch(weighted('one', 10), weighted('two', 20));
    expect(await listRecords(own, zone)).toEqual([weighted('one', 10), weighted('two', 20)]);
    expect((await refused(create(a('a.example.com')))).text).toMatch(
      /SetIdentifier null cannot be created as other RRSets exist with the same name and type/,
    );
  });
});

describe('an alias', () => {
  const region = 'Z01915732ZBZKC8D32TPT';
  const elsewhere = 'Z087551914Z2PCAU0QHMW';
  const tried = (target: string, id: string, type = 'A') =>
    `Tried to create an alias that targets ${target}, type ${type} in zone ${id}, but `;
  const outside = 'the alias target name does not lie within the target zone';
  const missing = 'that target was not found';

  it('leads to a service of App Runner by the zone of its region', async () => {
    await own.aws.appRunner.seed({ ServiceName: 'hello' });
    const target = own.aws.appRunner.dnsTarget('hello');
    expect(target).toMatch(/^[a-z0-9]{10}\.us-east-1\.awsapprunner\.com$/);
    await batch(aliasTo('example.com', region, target.toUpperCase()));
    expect(await listRecords(own, zone)).toEqual([aliasTo('example.com.', region, `${target}.`)]);
  });

  it('of IPv6 needs a service with both kinds of address', async () => {
    const seed = {
      ServiceName: 'both',
      NetworkConfiguration: { IpAddressType: 'DUAL_STACK' },
    } as const;
    await own.aws.appRunner.seed(seed);
    await own.aws.appRunner.seed({ ServiceName: 'hello' });
    const of = (name: string) =>
      create(aliasTo('example.com', region, own.aws.appRunner.dnsTarget(name), 'AAAA'));
    expect((await refused(of('hello'))).text).toMatch(missing);
    expect((await refused(of('both'))).name).toBe('');
  });

  it.each([
    ['another region', elsewhere, 'a.us-east-1.awsapprunner.com', [outside, missing]],
    ['no service', region, '0000000000.us-east-1.awsapprunner.com', [missing]],
    ['a zone that nobody knows', 'ZABC', 'a.us-east-1.awsapprunner.com', [outside, missing]],
  ])('does not lead to %s', async (_, id, target, problems) => {
    const texts = problems.map((problem) => tried(`${target}.`, id) + problem);
    expect(await refused(create(aliasTo('a.example.com', id, target)))).toEqual({
      name: 'InvalidChangeBatch',
      text: `[${texts.join(', ')}]`,
    });
  });

  it('leads to a record of its own zone that is there, or comes with it', async () => {
    await batch(a('a.example.com'), aliasTo('b.example.com', zone, 'a.example.com'));
    const gone = create(aliasTo('c.example.com', zone, 'd.example.com'));
    expect((await refused(gone)).text).toMatch(missing);
    expect((await refused(create(aliasTo('c.example.com', zone, 'a.org')))).text).toMatch(outside);
  });

  it('leads to CloudFront', async () => {
    const cloudFront = 'Z2FDTNDATAQYW2';
    await batch(aliasTo('a.example.com', cloudFront, 'd1.cloudfront.net'));
    const wrong = create(aliasTo('b.example.com', cloudFront, 'a.org'));
    expect((await refused(wrong)).text).toMatch(outside);
  });
});

describe('GetChange', () => {
  const status = async ({ route53 }: AwsFixture, Id: string | undefined) =>
    (await route53.send(new GetChangeCommand({ Id }))).ChangeInfo?.Status;

  it('says PENDING until the clock has reached all servers, which records do not wait for', async () => {
    const clock = virtualClock();
    const slow = await startFixture({ clock, pace: 'app-runner' });
    const id = slow.aws.route53.seedZone({ name: 'example.com' });
    const made = await change(slow, id, create(a('a.example.com')));
    const first = await status(slow, made?.Id);
    const listed = await listRecords(slow, id);
    const seen = slow.aws.route53.dns.values('a.example.com', 'A');
    clock.step();
    // An answer comes over the network, so what the step woke has been done by then.
    const second = await status(slow, made?.Id);
    const then = slow.aws.route53.dns.values('a.example.com', 'A');
    await slow.close();
    expect(made).toEqual({
      Id: expect.stringMatching(/^\/change\/C[0-9A-Z]+$/),
      Status: 'PENDING',
      SubmittedAt: new Date(Date.UTC(2026, 0, 1)),
    });
    expect([first, listed.length, second]).toEqual(['PENDING', 1, 'INSYNC']);
    expect([seen, then]).toEqual([[], ['192.0.2.1']]);
  });

  it('takes as long as it is told', async () => {
    own.aws.route53.changesTake(60_000);
    const made = await batch(a('a.example.com'));
    expect(await status(own, made?.Id)).toBe('PENDING');
    own.aws.route53.changesTake(0);
    const next = await batch(a('b.example.com'));
    expect([next?.Status, await status(own, next?.Id)]).toEqual(['PENDING', 'INSYNC']);
  });

  it('says nothing of an older change that takes longer than a newer one', async () => {
    const clock = virtualClock();
    const slow = await startFixture({ clock, pace: 'quick' });
    const id = slow.aws.route53.seedZone({ name: 'example.com' });
    const seen = () => slow.aws.route53.dns.values('a.example.com', 'A');
    slow.aws.route53.changesTake(60_000);
    await change(slow, id, upsert(a('a.example.com')));
    slow.aws.route53.changesTake(0);
    await change(slow, id, upsert(a('a.example.com', '192.0.2.9')));
    const first = seen();
    clock.step();
    await new Promise((resolve) => setImmediate(resolve));
    const second = seen();
    await slow.close();
    expect([first, second]).toEqual([['192.0.2.9'], ['192.0.2.9']]);
  });

  it('names a change that never was', async () => {
    expect(await refusal(status(own, 'CNOT'))).toEqual({
      name: 'NoSuchChange',
      text: 'Could not find resource with ID: CNOT',
    });
  });
});
