import {
  GetHostedZoneCommand,
  ListHostedZonesByNameCommand,
  ListHostedZonesCommand,
  ListResourceRecordSetsCommand,
  ListTagsForResourceCommand,
  paginateListHostedZones,
} from '@aws-sdk/client-route-53';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type AwsFixture, refusal, startFixture } from './aws-fixture.ts';

let own: AwsFixture;
beforeEach(async () => {
  own = await startFixture();
});
afterEach(() => own.close());

const seed = (...names: readonly string[]) =>
  names.map((name) => own.aws.route53.seedZone({ name }));
const zones = (input: object = {}) => own.route53.send(new ListHostedZonesCommand(input));
const byName = (input: object = {}) => own.route53.send(new ListHostedZonesByNameCommand(input));
const records = (HostedZoneId: string, input: object = {}) =>
  own.route53.send(new ListResourceRecordSetsCommand({ HostedZoneId, ...input }));
const namesOf = (found: readonly { readonly Name?: string | undefined }[] = []) =>
  found.map(({ Name }) => Name);

describe('a hosted zone', () => {
  it('has name servers and a start of authority from its beginning', async () => {
    const [id = ''] = seed('Example.com');
    const { HostedZone, DelegationSet, VPCs } = await own.route53.send(
      new GetHostedZoneCommand({ Id: id }),
    );
    expect(HostedZone).toEqual({
      Id: `/hostedzone/${id}`,
      Name: 'example.com.',
      CallerReference: 'seed-1',
      Config: { PrivateZone: false },
      ResourceRecordSetCount: 2,
    });
    expect(DelegationSet?.NameServers).toHaveLength(4);
    expect(VPCs).toBeUndefined();
    const { ResourceRecordSets = [] } = await records(id);
    expect(ResourceRecordSets.map(({ Name, Type, TTL }) => [Name, Type, TTL])).toEqual([
      ['example.com.', 'NS', 172_800],
      ['example.com.', 'SOA', 900],
    ]);
    expect(ResourceRecordSets[0]?.ResourceRecords?.map(({ Value }) => Value)).toEqual(
      DelegationSet?.NameServers?.map((server) => `${server}.`),
    );
    expect(own.aws.route53.records(id)).toEqual(ResourceRecordSets);
  });

  it('has the servers that it is seeded with', () => {
    const ResourceRecords = [{ Value: 'ns.example.org.' }];
    const records = [{ Name: 'example.com', Type: 'NS' as const, ResourceRecords }];
    const id = own.aws.route53.seedZone({ name: 'example.com', records });
    expect(own.aws.route53.records(id)).toMatchObject([
      { Name: 'example.com.', Type: 'NS', TTL: 300, ResourceRecords },
      { Type: 'SOA' },
    ]);
  });

  it('that is private has VPCs in place of name servers', async () => {
    const Id = own.aws.route53.seedZone({ name: 'inside', private: true, comment: 'ours' });
    const answer = await own.route53.send(new GetHostedZoneCommand({ Id }));
    expect(answer.HostedZone?.Config).toEqual({ Comment: 'ours', PrivateZone: true });
    expect(answer.VPCs).toEqual([{ VPCRegion: 'us-east-1', VPCId: expect.any(String) }]);
    expect(answer.DelegationSet).toBeUndefined();
  });

  it('has no tags', async () => {
    const [ResourceId = ''] = seed('example.com');
    const tags = { ResourceType: 'hostedzone', ResourceId } as const;
    const answer = await own.route53.send(new ListTagsForResourceCommand(tags));
    expect(answer.ResourceTagSet).toEqual({ ...tags, Tags: [] });
  });

  it('that is not there is named', async () => {
    const missing = { name: 'NoSuchHostedZone', text: 'No hosted zone found with ID: ZNOT' };
    expect(await refusal(own.route53.send(new GetHostedZoneCommand({ Id: 'ZNOT' })))).toEqual(
      missing,
    );
    expect(await refusal(records('ZNOT'))).toEqual(missing);
  });

  it('has the id it is seeded with, once', () => {
    const zone = { name: 'example.com', id: 'Z1' };
    expect(own.aws.route53.seedZone(zone)).toBe('Z1');
    expect(() => own.aws.route53.seedZone(zone)).toThrow('There is a zone Z1.');
  });

  it.each([
    ['outside of it', ['a.org'], 'a.org. is not in the zone example.com.'],
    ['twice', ['a.example.com', 'A.example.com.'], 'is there twice'],
  ])('is not seeded with a record %s', (_, names, text) => {
    const records = names.map((Name) => ({
      Name,
      Type: 'A' as const,
      ResourceRecords: [{ Value: '192.0.2.1' }],
    }));
    expect(() => own.aws.route53.seedZone({ name: 'example.com', records })).toThrow(text);
  });
});

describe('ListHostedZones', () => {
  it('goes from page to page by marker', async () => {
    const ids = seed('a.org', 'b.org', 'c.org');
    const first = await zones({ MaxItems: 2 });
    expect(first).toMatchObject({ IsTruncated: true, NextMarker: ids[2], MaxItems: 2 });
    expect(namesOf(first.HostedZones)).toEqual(['a.org.', 'b.org.']);
    const second = await zones({ MaxItems: 2, Marker: first.NextMarker });
    expect(second).toMatchObject({ IsTruncated: false, Marker: ids[2] });
    expect(namesOf(second.HostedZones)).toEqual(['c.org.']);
    const all: (string | undefined)[] = [];
    for await (const page of paginateListHostedZones({ client: own.route53, pageSize: 1 }, {})) {
      all.push(...namesOf(page.HostedZones));
    }
    expect(all).toEqual(['a.org.', 'b.org.', 'c.org.']);
  });

  it('holds 100 a page at most', async () => {
    seed(...Array.from({ length: 101 }, (_, index) => `zone-${index}.org`));
    const page = await zones({ MaxItems: 500 });
    expect(page.HostedZones).toHaveLength(100);
    expect(page).toMatchObject({ IsTruncated: true, MaxItems: 100 });
  });

  it('shows private ones alone when asked', async () => {
    seed('a.org');
    own.aws.route53.seedZone({ name: 'b.org', private: true });
    const page = await zones({ HostedZoneType: 'PrivateHostedZone' });
    expect(namesOf(page.HostedZones)).toEqual(['b.org.']);
  });

  it.each([
    ['a marker that no page gave', { Marker: 'ZNOT' }, 'InvalidInput'],
    ['no number of items', { MaxItems: 0 }, 'InvalidInput'],
    ['a delegation set that is not there', { DelegationSetId: 'N1' }, 'NoSuchDelegationSet'],
    ['a type that the model lacks', { HostedZoneType: 'Public' }, 'InvalidInput'],
  ])('refuses %s', async (_, input, name) => {
    expect(await refusal(zones(input))).toMatchObject({ name });
  });
});

describe('ListHostedZonesByName', () => {
  it('sorts by name with the labels reversed', async () => {
    seed('b.example.com', 'example.org', 'a.com', 'example.com');
    const { HostedZones } = await byName();
    expect(namesOf(HostedZones)).toEqual([
      'a.com.',
      'example.com.',
      'b.example.com.',
      'example.org.',
    ]);
  });

  it('begins with a name, which need not be there, and echoes what was asked', async () => {
    seed('a.com', 'example.com', 'example.org');
    const page = await byName({ DNSName: 'b.com', MaxItems: 1 });
    expect(namesOf(page.HostedZones)).toEqual(['example.com.']);
    expect(page).toMatchObject({
      DNSName: 'b.com',
      IsTruncated: true,
      NextDNSName: 'example.org.',
      NextHostedZoneId: expect.stringMatching(/^Z/),
      MaxItems: 1,
    });
  });

  it('tells zones of one name apart by id', async () => {
    const ids = seed('example.com', 'example.com').sort();
    const first = await byName({ DNSName: 'example.com', MaxItems: 1 });
    expect(first.HostedZones?.[0]?.Id).toBe(`/hostedzone/${ids[0]}`);
    const { NextDNSName: DNSName, NextHostedZoneId: HostedZoneId } = first;
    const second = await byName({ DNSName, HostedZoneId });
    expect(second).toMatchObject({ IsTruncated: false, HostedZoneId: ids[1] });
    expect(second.HostedZones?.[0]?.Id).toBe(`/hostedzone/${ids[1]}`);
  });

  it.each([
    ['an id without a name', { HostedZoneId: 'Z1' }, 'InvalidInput'],
    ['a name that is none', { DNSName: 'a..b' }, 'InvalidDomainName'],
  ])('refuses %s', async (_, input, name) => {
    expect(await refusal(byName(input))).toMatchObject({ name });
  });
});

describe('ListResourceRecordSets', () => {
  const address = { TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] };
  const id = () =>
    own.aws.route53.seedZone({
      name: 'example.com',
      records: [
        { Name: 'www.example.com', Type: 'A', ...address },
        { Name: 'a.b.example.com', Type: 'A', ...address },
        { Name: '*.example.com', Type: 'A', ...address },
        { Name: 'b.example.com', Type: 'TXT', TTL: 1, ResourceRecords: [{ Value: '"x"' }] },
        { Name: 'b.example.com', Type: 'A', ...address },
        { Name: 'b-2.example.com', Type: 'A', ...address },
      ],
    });
  const shown = (found: Awaited<ReturnType<typeof records>>) =>
    (found.ResourceRecordSets ?? []).map(({ Name, Type }) => `${Name} ${Type}`);

  it('sorts by name with the labels reversed, then by type', async () => {
    expect(shown(await records(id()))).toEqual([
      'example.com. NS',
      'example.com. SOA',
      '\\052.example.com. A',
      'b-2.example.com. A',
      'b.example.com. A',
      'b.example.com. TXT',
      'a.b.example.com. A',
      'www.example.com. A',
    ]);
  });

  it('goes from page to page by name and type', async () => {
    const zone = id();
    const first = await records(zone, { MaxItems: 5 });
    expect(first).toMatchObject({
      IsTruncated: true,
      NextRecordName: 'b.example.com.',
      NextRecordType: 'TXT',
      MaxItems: 5,
    });
    const { NextRecordName: StartRecordName, NextRecordType: StartRecordType } = first;
    const second = await records(zone, { StartRecordName, StartRecordType });
    expect(second.IsTruncated).toBe(false);
    expect(shown(second)).toEqual([
      'b.example.com. TXT',
      'a.b.example.com. A',
      'www.example.com. A',
    ]);
  });

  it('takes a wildcard as an asterisk or as Route 53 shows it', async () => {
    const zone = id();
    const names = ['*.example.com', '\\052.example.com.'];
    const pages = await Promise.all(
      names.map((StartRecordName) => records(zone, { StartRecordName, MaxItems: 1 })),
    );
    expect(pages.map(shown)).toEqual([['\\052.example.com. A'], ['\\052.example.com. A']]);
  });

  it.each([
    ['a type without a name', { StartRecordType: 'A' }],
    ['an identifier without a type', { StartRecordName: 'a.com', StartRecordIdentifier: 'x' }],
    ['a name that is none', { StartRecordName: 'a..com' }],
    ['items that are no number', { MaxItems: -1 }],
  ])('refuses %s', async (_, input) => {
    expect(await refusal(records(id(), input))).toMatchObject({ name: 'InvalidInput' });
  });
});
