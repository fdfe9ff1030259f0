import { isDeepStrictEqual } from 'node:util';
import { canonicalName, inAsciiOrder, orderOf } from './names.ts';
import { invalidInput } from './refusals.ts';
import type { Change, RecordSet } from './shapes.ts';

/** What tells a record set from every other in its zone. */
export const keyOf = ({ Name, Type, SetIdentifier }: RecordSet): string =>
  JSON.stringify([Name, Type, SetIdentifier ?? null]);

/** Record sets as Route 53 lists them: by name, then by type, then by set identifier. */
export const inOrder = (a: RecordSet, b: RecordSet): number =>
  inAsciiOrder(orderOf(a.Name), orderOf(b.Name)) ||
  inAsciiOrder(a.Type, b.Type) ||
  inAsciiOrder(a.SetIdentifier ?? '', b.SetIdentifier ?? '');

/** A record set with its names as Route 53 keeps them. Throws an Error for a name that is none. */
export function canonical(record: RecordSet): RecordSet {
  const { AliasTarget: alias } = record;
  return {
    ...record,
    Name: canonicalName(record.Name),
    ...(alias && { AliasTarget: { ...alias, DNSName: canonicalName(alias.DNSName) } }),
  };
}

const comparable = (record: RecordSet) => ({
  ...record,
  ResourceRecords: (record.ResourceRecords ?? []).map(({ Value }) => Value).sort(inAsciiOrder),
});

/** Says whether two record sets have the same values, in whatever order. */
export const same = (a: RecordSet, b: RecordSet): boolean =>
  isDeepStrictEqual(comparable(a), comparable(b));

const policies = [
  'Weight',
  'Region',
  'Failover',
  'GeoLocation',
  'MultiValueAnswer',
  'CidrRoutingConfig',
  'GeoProximityLocation',
] as const;

/** Refuses members that do not go together. Throws InvalidInput. */
export function checkMembers({ Action, ResourceRecordSet: record }: Change): void {
  const { Name, Type, SetIdentifier = null, TTL, ResourceRecords, AliasTarget } = record;
  const where = `in Change with [Action=${Action}, Name=${Name}, Type=${Type}, SetIdentifier=${SetIdentifier}]`;
  const sources = [
    AliasTarget !== undefined,
    TTL !== undefined || ResourceRecords !== undefined,
    record.TrafficPolicyInstanceId !== undefined,
  ].filter(Boolean).length;
  const complete = TTL !== undefined && ResourceRecords !== undefined;
  if (sources !== 1 || (AliasTarget === undefined && !complete)) {
    const found = sources > 1 ? 'more than one' : 'none';
    throw invalidInput(
      `Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found ${found} ${where}`,
    );
  }
  const routed = policies.filter((policy) => record[policy] !== undefined);
  if (routed.length > 0 && SetIdentifier === null) {
    throw invalidInput(`Invalid request: Missing field 'SetIdentifier' ${where}`);
  }
  if (SetIdentifier !== null && routed.length !== 1) {
    const found = routed.length > 1 ? 'more than one' : 'none';
    throw invalidInput(
      `Invalid request: Expected exactly one of [${policies.join(', ')}], but found ${found} ${where}`,
    );
  }
}
