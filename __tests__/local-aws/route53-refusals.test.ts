import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type AwsFixture, refusal, startFixture } from './aws-fixture.ts';
import { aliasTo, change, create, recordSet, remove, upsert } from './route53-inputs.ts';

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

describe('a batch is refused for', () => {
  const nonsense = 'a..example.com';
  it.each([
    [
      'a name outside of the zone',
      [create(a('badexample.com'))],
      'RRSet with DNS name badexample.com. is not permitted in zone example.com.',
    ],
    [
      'a record set that is there',
      [create(a('there.example.com'))],
      "Tried to create resource record set [name='there.example.com.', type='A'] but it already exists",
    ],
    [
      'the deletion of what is not there',
      [remove(a('a.example.com'))],
      "Tried to delete resource record set [name='a.example.com.', type='A'] but it was not found",
    ],
    [
      'the deletion of other values',
      [remove(a('there.example.com', '192.0.2.9'))],
      "Tried to delete resource record set [name='there.example.com.', type='A'] but the values provided do not match the current values",
    ],
    [
      'the deletion with another TTL',
      [remove({ ...a('there.example.com'), TTL: 61 })],
      "Tried to delete resource record set [name='there.example.com.', type='A'] but the values provided do not match the current values",
    ],
    [
      'a CNAME at the apex',
      [create(cname('example.com', 'a.org'))],
      'RRSet of type CNAME with DNS name example.com. is not permitted at apex in zone example.com.',
    ],
    [
      'a CNAME beside another type',
      [create(cname('there.example.com', 'a.org'))],
      'RRSet of type CNAME with DNS name there.example.com. is not permitted as it conflicts with other records with the same DNS name in zone example.com.',
    ],
    [
      'another type beside a CNAME',
      [create(a('alias.example.com'))],
      'RRSet of type A with DNS name alias.example.com. is not permitted because a conflicting RRSet of type CNAME with the same DNS name already exists in zone example.com.',
    ],
    [
      'a record set twice',
      [upsert(a('a.example.com')), upsert(a('a.example.com', '192.0.2.9'))],
      "The request contains an invalid set of changes for a resource record set 'A a.example.com.'",
    ],
    [
      'a deletion after a creation',
      [create(a('a.example.com')), remove(a('a.example.com'))],
      "The request contains an invalid set of changes for a resource record set 'A a.example.com.'",
    ],
    [
      'a name that is none',
      [create(a(nonsense))],
      `FATAL problem: DomainLabelEmpty (Domain label is empty) encountered with '${nonsense}'`,
    ],
    [
      'two values of a CNAME',
      [create(cname('a.example.com', 'a.org', 'b.org'))],
      'An RRSet of type CNAME can have one resource record only',
    ],
    [
      'a value of a CNAME that is no name',
      [create(cname('a.example.com', 'a..org'))],
      "Invalid Resource Record: 'FATAL problem: DomainLabelEmpty (Domain label is empty) encountered with 'a..org''",
    ],
    [
      'a text without quotation marks',
      [create(recordSet('a.example.com', 'TXT', 'x'))],
      "Invalid Resource Record: 'FATAL problem: InvalidCharacterString (Value should be enclosed in quotation marks) encountered with 'x''",
    ],
    [
      'an address that is of the other kind',
      [create(recordSet('a.example.com', 'AAAA', '192.0.2.1'))],
      "Invalid Resource Record: 'FATAL problem: AAAARRDATAIllegalIPv6Address (Value is not a valid IPv6 address) encountered with '192.0.2.1''",
    ],
    [
      'a CAA record without quotation marks',
      [create(recordSet('a.example.com', 'CAA', '0 issue amazon.com'))],
      "Invalid Resource Record: 'FATAL problem: CAARRDATAIllegal (Value is not a valid CAA record) encountered with '0 issue amazon.com''",
    ],
    [
      'a mail server without a priority',
      [create(recordSet('a.example.com', 'MX', 'mail.example.org'))],
      "Invalid Resource Record: 'FATAL problem: MXRRDATANotTwoFields (MX record must have 2 fields) encountered with 'mail.example.org''",
    ],
    [
      'a value twice',
      [create(a('a.example.com', '192.0.2.1', '192.0.2.1'))],
      "Duplicate Resource Record: '192.0.2.1'",
    ],
    [
      'a second start of authority',
      [create(recordSet('a.example.com', 'SOA', 'ns. host. 1 1 1 1 1'))],
      'RRSet with DNS name a.example.com., type SOA is only permitted at apex in zone example.com.',
    ],
  ])('%s', async (_, changes, text) => {
    await batch(a('there.example.com'), cname('alias.example.com', 'a.org'));
    expect(await refused(...changes)).toEqual({ name: 'InvalidChangeBatch', text: `[${text}]` });
  });

  it.each(['NS', 'SOA'])("the deletion of the zone's own %s", async (type) => {
    const record = own.aws.route53.records(zone).find(({ Type }) => Type === type);
    const { TTL, ResourceRecords = [] } = record ?? {};
    const whole = { Name: 'example.com', Type: record?.Type, TTL };
    const given = { ...whole, ResourceRecords: ResourceRecords.map((each) => ({ ...each })) };
    expect((await refused(remove(given))).text).toMatch(/^\[A HostedZone must contain /);
  });

  it('more than 1000 records', async () => {
    const changes = Array.from({ length: 501 }, (_, index) => upsert(a(`a${index}.example.com`)));
    expect((await refused(...changes)).text).toBe('[Number of records limit of 1000 exceeded.]');
  });
});

describe('an input is not valid', () => {
  const expected = 'Invalid request: Expected exactly one of ';
  const sources = '[AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId]';
  const where = 'in Change with [Action=CREATE, Name=a.example.com, Type=A, SetIdentifier=null]';
  const alias = aliasTo('a.example.com', 'Z1', 'b.org');
  it.each<[string, ResourceRecordSet, string]>([
    [
      'without any source',
      { Name: 'a.example.com', Type: 'A' },
      `${expected}${sources}, but found none ${where}`,
    ],
    [
      'without a TTL',
      { ...a('a.example.com'), TTL: undefined },
      `${expected}${sources}, but found none ${where}`,
    ],
    [
      'with a TTL for an alias',
      { ...alias, TTL: 60 },
      `${expected}${sources}, but found more than one ${where}`,
    ],
    [
      'with a weight and no identifier',
      { ...a('a.example.com'), Weight: 1 },
      `Invalid request: Missing field 'SetIdentifier' ${where}`,
    ],
    [
      'with a type that the model lacks',
      { ...a('a.example.com'), Type: 'ANAME' as 'A' },
      "1 validation error detected: Value 'ANAME' at 'changeBatch.changes.1.member.resourceRecordSet.type' failed to satisfy constraint: Member must satisfy enum value set: ",
    ],
    [
      'with values that are none',
      { ...a('a.example.com'), ResourceRecords: [] },
      "1 validation error detected: Value '[]' at 'changeBatch.changes.1.member.resourceRecordSet.resourceRecords' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ],
  ])('%s', async (_, record, text) => {
    const seen = await refused(create(record));
    expect(seen.name).toBe('InvalidInput');
    expect(seen.text.startsWith(text)).toBe(true);
  });

  it('with an identifier and no routing policy', async () => {
    const { name, text } = await refused(create({ ...a('a.example.com'), SetIdentifier: 'x' }));
    expect([name, text]).toEqual([
      'InvalidInput',
      expect.stringMatching(/but found none in Change/),
    ]);
  });

  it('without a change', async () => {
    expect((await refused()).name).toBe('InvalidInput');
  });
});
