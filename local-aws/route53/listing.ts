import { AwsError } from '../protocol/aws-error.ts';
import { canonicalName, inAsciiOrder, orderOf } from './names.ts';
import { invalidInput } from './refusals.ts';
import type { RecordSet, RecordType } from './shapes.ts';
import { listed, type Zone } from './zone.ts';

/** A zone as every operation answers it. */
export const zoneAnswer = (zone: Zone): object => ({
  Id: `/hostedzone/${zone.id}`,
  Name: zone.name,
  CallerReference: zone.callerReference,
  Config: {
    ...(zone.comment !== undefined && { Comment: zone.comment }),
    PrivateZone: zone.isPrivate,
  },
  ResourceRecordSetCount: zone.records.size,
});

/** How many a page holds: a number in a text, at most `most`. Throws InvalidInput. */
const sizeOf = (maxItems: string | undefined, most: number): number => {
  if (maxItems === undefined) return most;
  if (!/^[1-9]\d{0,8}$/.test(maxItems)) {
    throw invalidInput(`Invalid value for maxitems: ${maxItems}`);
  }
  return Math.min(Number(maxItems), most);
};

/** A name in a request's query; throws for what is none. */
const nameIn = (name: string, code: 'InvalidInput' | 'InvalidDomainName'): string => {
  try {
    return canonicalName(name);
  } catch (error) {
    throw new AwsError(code, error instanceof Error ? error.message : String(error));
  }
};

/** ListHostedZones: 100 a page at most, from the zone whose id the marker is. */
export const listZones = (
  zones: readonly Zone[],
  input: {
    readonly Marker?: string;
    readonly MaxItems?: string;
    readonly HostedZoneType?: 'PrivateHostedZone';
    readonly DelegationSetId?: string;
  },
): object => {
  if (input.DelegationSetId !== undefined) {
    const text = `There is no reusable delegation set ${input.DelegationSetId}.`;
    throw new AwsError('NoSuchDelegationSet', text);
  }
  const size = sizeOf(input.MaxItems, 100);
  const { Marker = '' } = input;
  const start = Marker === '' ? 0 : zones.findIndex(({ id }) => id === Marker);
  if (start < 0) throw invalidInput(`The marker ${Marker} is no hosted zone's ID.`);
  const wanted = zones
    .slice(start)
    .filter(({ isPrivate }) => input.HostedZoneType === undefined || isPrivate);
  const next = wanted[size];
  return {
    HostedZones: wanted.slice(0, size).map(zoneAnswer),
    Marker,
    IsTruncated: next !== undefined,
    ...(next && { NextMarker: next.id }),
    MaxItems: String(size),
  };
};

/** ListHostedZonesByName: in the order of names with their labels reversed, 100 a page at most. */
export const listZonesByName = (
  zones: readonly Zone[],
  input: {
    readonly DNSName?: string;
    readonly HostedZoneId?: string;
    readonly MaxItems?: string;
  },
): object => {
  const size = sizeOf(input.MaxItems, 100);
  const { DNSName, HostedZoneId = '' } = input;
  if (DNSName === undefined && HostedZoneId !== '') {
    throw invalidInput('The hosted zone ID needs a DNS name beside it.');
  }
  const from = DNSName === undefined ? '' : orderOf(nameIn(DNSName, 'InvalidDomainName'));
  const order = (a: Zone, b: Zone) =>
    inAsciiOrder(orderOf(a.name), orderOf(b.name)) || inAsciiOrder(a.id, b.id);
  const wanted = [...zones].sort(order).filter(({ name, id }) => {
    const compared = inAsciiOrder(orderOf(name), from);
    return compared > 0 || (compared === 0 && id >= HostedZoneId);
  });
  const next = wanted[size];
  return {
    HostedZones: wanted.slice(0, size).map(zoneAnswer),
    ...(DNSName !== undefined && { DNSName }),
    ...(HostedZoneId !== '' && { HostedZoneId }),
    IsTruncated: next !== undefined,
    ...(next && { NextDNSName: next.name, NextHostedZoneId: next.id }),
    MaxItems: String(size),
  };
};

interface RecordsInput {
  readonly StartRecordName?: string;
  readonly StartRecordType?: RecordType;
  readonly StartRecordIdentifier?: string;
  readonly MaxItems?: string;
}

const startOf = (input: RecordsInput): readonly string[] => {
  const { StartRecordName, StartRecordType, StartRecordIdentifier } = input;
  if (StartRecordName === undefined) {
    if (StartRecordType === undefined) return [];
    throw invalidInput('The input is not valid: a record type needs a record name beside it.');
  }
  if (StartRecordIdentifier !== undefined && StartRecordType === undefined) {
    throw invalidInput(
      'The input is not valid: a record identifier needs a record type beside it.',
    );
  }
  return [
    orderOf(nameIn(StartRecordName, 'InvalidInput')),
    StartRecordType ?? '',
    StartRecordIdentifier ?? '',
  ];
};

const isAtOrAfter = (record: RecordSet, start: readonly string[]): boolean => {
  const position = [orderOf(record.Name), record.Type, record.SetIdentifier ?? ''];
  for (const [index, from] of start.entries()) {
    const compared = inAsciiOrder(position[index] ?? '', from);
    if (compared !== 0) return compared > 0;
  }
  return true;
};

/** ListResourceRecordSets: as they are now, changes on their way included; 300 a page at most. */
export const listRecords = (zone: Zone, input: RecordsInput): object => {
  const size = sizeOf(input.MaxItems, 300);
  const start = startOf(input);
  const wanted = listed(zone).filter((record) => isAtOrAfter(record, start));
  const next = wanted[size];
  return {
    ResourceRecordSets: wanted.slice(0, size),
    IsTruncated: next !== undefined,
    ...(next && {
      NextRecordName: next.Name,
      NextRecordType: next.Type,
      ...(next.SetIdentifier !== undefined && { NextRecordIdentifier: next.SetIdentifier }),
    }),
    MaxItems: String(size),
  };
};
