import { type AliasTargets, wrongAlias } from './alias.ts';
import { isWithin } from './names.ts';
import { canonical, checkMembers, keyOf, same } from './record-set.ts';
import { wrongValues } from './record-values.ts';
import { invalidChangeBatch } from './refusals.ts';
import type { Change, RecordSet } from './shapes.ts';
import type { Zone } from './zone.ts';

type Records = ReadonlyMap<string, RecordSet>;

/** Route 53's quota for one request; an UPSERT counts twice. */
const mostRecords = 1000;

const described = ({ Name, Type, SetIdentifier }: RecordSet): string => {
  const set = SetIdentifier === undefined ? '' : `, set-identifier='${SetIdentifier}'`;
  return `[name='${Name}', type='${Type}'${set}]`;
};

/** A change with canonical names, or what is wrong with its names. */
const readNames = (change: Change): Change | string => {
  try {
    return { ...change, ResourceRecordSet: canonical(change.ResourceRecordSet) };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** One record set can be changed once in a batch, or be deleted and then created. */
const wrongSets = (changes: readonly Change[]): string[] => {
  const actions = new Map<string, { readonly record: RecordSet; readonly list: string[] }>();
  for (const { Action, ResourceRecordSet: record } of changes) {
    const entry = actions.get(keyOf(record)) ?? { record, list: [] };
    entry.list.push(Action);
    actions.set(keyOf(record), entry);
  }
  return [...actions.values()]
    .filter(({ list }) => list.length > 1 && list.join() !== 'DELETE,CREATE')
    .map(
      ({ record: { Type, Name } }) =>
        `The request contains an invalid set of changes for a resource record set '${Type} ${Name}'`,
    );
};

/** What keeps one change from being made to `records`; it is made there when nothing does. */
const make = (change: Change, zone: Zone, records: Map<string, RecordSet>): string[] => {
  const { Action, ResourceRecordSet: record } = change;
  const key = keyOf(record);
  const current = records.get(key);
  if (!isWithin(record.Name, zone.name)) {
    return [`RRSet with DNS name ${record.Name} is not permitted in zone ${zone.name}`];
  }
  if (Action === 'DELETE') {
    const tried = `Tried to delete resource record set ${described(record)} but`;
    if (current === undefined) return [`${tried} it was not found`];
    if (!same(current, record)) {
      return [`${tried} the values provided do not match the current values`];
    }
    records.delete(key);
    return [];
  }
  if (Action === 'CREATE' && current !== undefined) {
    return [`Tried to create resource record set ${described(record)} but it already exists`];
  }
  const values = (record.ResourceRecords ?? []).map(({ Value }) => Value);
  const wrong = wrongValues(record.Type, values);
  if (wrong.length === 0) records.set(key, record);
  return wrong;
};

/** What the record sets that a batch made or changed may not stand beside. */
const conflicts = (record: RecordSet, zone: Zone, after: Records): string[] => {
  const { Name, Type, SetIdentifier } = record;
  const rrset = `RRSet of type ${Type} with DNS name ${Name} is not permitted`;
  if (Type === 'CNAME' && Name === zone.name) return [`${rrset} at apex in zone ${zone.name}`];
  if (Type === 'SOA' && Name !== zone.name) {
    return [`RRSet with DNS name ${Name}, type SOA is only permitted at apex in zone ${zone.name}`];
  }
  const beside = [...after.values()].filter((each) => each.Name === Name && each !== record);
  const others = beside.filter((each) => each.Type !== Type);
  if (Type === 'CNAME' && others.length > 0) {
    return [
      `${rrset} as it conflicts with other records with the same DNS name in zone ${zone.name}`,
    ];
  }
  if (others.some((each) => each.Type === 'CNAME')) {
    return [
      `${rrset} because a conflicting RRSet of type CNAME with the same DNS name already exists in zone ${zone.name}`,
    ];
  }
  const simple = beside.some(
    (each) => each.Type === Type && (each.SetIdentifier === undefined || !SetIdentifier),
  );
  return simple
    ? [
        `RRSet with DNS name ${Name}, type ${Type}, SetIdentifier ${SetIdentifier ?? null} cannot be created as other RRSets exist with the same name and type.`,
      ]
    : [];
};

const missingOwn = (zone: Zone, after: Records): string[] => {
  const has = (Type: 'NS' | 'SOA') => after.has(keyOf({ Name: zone.name, Type }));
  return [
    ...(has('NS') ? [] : ['A HostedZone must contain at least one NS record for the zone itself.']),
    ...(has('SOA') ? [] : ['A HostedZone must contain exactly one SOA record.']),
  ];
};

/**
 * A zone's record sets after a batch, which is made whole or not at all. Throws InvalidInput or
 * InvalidChangeBatch with everything that is wrong, in Route 53's words as users quote them.
 */
export function changed(
  zone: Zone,
  changes: readonly Change[],
  targets: readonly AliasTargets[],
): Records {
  for (const change of changes) checkMembers(change);
  const count = changes.reduce((sum, { Action }) => sum + (Action === 'UPSERT' ? 2 : 1), 0);
  if (count > mostRecords) {
    throw invalidChangeBatch([`Number of records limit of ${mostRecords} exceeded.`]);
  }
  const read = changes.map(readNames);
  const refuse = (texts: readonly string[]) => {
    if (texts.length > 0) throw invalidChangeBatch(texts);
  };
  refuse(read.filter((each) => typeof each === 'string'));
  const named = read.filter((each) => typeof each !== 'string');
  refuse(wrongSets(named));
  const after = new Map(zone.records);
  refuse(named.flatMap((change) => make(change, zone, after)));
  const set = named
    .filter(({ Action }) => Action !== 'DELETE')
    .map(({ ResourceRecordSet }) => ResourceRecordSet);
  refuse([
    ...set.flatMap((record) => conflicts(record, zone, after)),
    ...set.flatMap((record) => wrongAlias(record, zone, after, targets)),
    ...missingOwn(zone, after),
  ]);
  return after;
}
