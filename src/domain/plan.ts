import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53';
import { isShared, leadsTo, setText, standingOf } from './compare.ts';
import { namesBelow } from './dns-name.ts';
import type { HostedZone } from './port.ts';
import type { DomainRecord } from './record.ts';

/** What a zone holds, by name. */
export type ZoneRecords = ReadonlyMap<string, readonly ResourceRecordSet[]>;

/** What is to be done about the records of a zone. */
export interface RecordPlan {
  readonly changes: readonly Change[];
  /** What is in the way, a record set each in words; nothing is to be changed then. */
  readonly inTheWay: readonly string[];
}

/** Seconds that resolvers keep a certificate's record; App Runner's console gives 300. */
const TTL = 300;

/** The names that have to be read in a zone to plan records. */
export function namesToRead(
  records: readonly DomainRecord[],
  zone: Pick<HostedZone, 'name'>,
): readonly string[] {
  return [...new Set(records.flatMap(({ name }) => [name, ...namesBelow(name, zone.name)]))];
}

/**
 * What makes a zone hold the wanted records. Those that are there stay as they are, whoever made
 * them. A record is made by CREATE and not by UPSERT: what somebody else writes between the reading
 * and this is refused by Route 53 then, and not overwritten.
 *
 * @param stale records of an association that is gone, which go where they are still there
 */
export function planRecords(
  wanted: readonly DomainRecord[],
  held: ZoneRecords,
  zone: Pick<HostedZone, 'name'>,
  stale: readonly DomainRecord[] = [],
): RecordPlan {
  const left = stale.filter((old) => !wanted.some((record) => isSame(record, old)));
  const removals = setsOf(left, held);
  const remaining = (name: string) =>
    (held.get(name) ?? []).filter((set) => !removals.includes(set));
  const standings = wanted.map((record) => ({
    record,
    standing: standingOf(record, remaining(record.name)),
  }));
  const inTheWay = [
    ...delegations(wanted, held, zone),
    ...standings.flatMap(({ standing }) => (standing.kind === 'foreign' ? standing.sets : [])),
  ];
  if (inTheWay.length > 0) return { changes: [], inTheWay: [...new Set(inTheWay.map(setText))] };
  const missing = standings.flatMap(({ record, standing }) =>
    standing.kind === 'absent' ? [record] : [],
  );
  return {
    changes: [
      ...removals.map((ResourceRecordSet): Change => ({ Action: 'DELETE', ResourceRecordSet })),
      ...missing.map((record): Change => ({ Action: 'CREATE', ResourceRecordSet: setFor(record) })),
    ],
    inTheWay: [],
  };
}

/** What takes a domain's records out of a zone. */
export interface RemovalPlan {
  readonly changes: readonly Change[];
  /** What stands in place of our records and is not ours, a record set each in words. */
  readonly left: readonly string[];
}

/**
 * What takes our records out of a zone: those that still lead where the service's records do,
 * exactly as the zone has them. What somebody has changed since is left.
 *
 * @param records those that the domain needs; of addresses, all types that it may have
 */
export function planRemoval(records: readonly DomainRecord[], held: ZoneRecords): RemovalPlan {
  const removals = setsOf(records, held);
  const left = records.flatMap((record) => {
    const standing = standingOf(record, held.get(record.name) ?? []);
    if (standing.kind === 'foreign') return standing.sets;
    return standing.kind === 'shared' ? (held.get(record.name) ?? []).filter(isShared) : [];
  });
  return {
    changes: removals.map((ResourceRecordSet): Change => ({ Action: 'DELETE', ResourceRecordSet })),
    left: [...new Set(left.map(setText))],
  };
}

/** A change in words, such as `CREATE app.example.com A ALIAS …`. */
export function changeText({ Action, ResourceRecordSet: set }: Change): string {
  return `${Action} ${set ? setText(set) : ''}`;
}

/** The record sets of a zone that are these records, each once. */
function setsOf(records: readonly DomainRecord[], held: ZoneRecords): ResourceRecordSet[] {
  const sets = records.flatMap((record) =>
    (held.get(record.name) ?? []).filter((set) => !isShared(set) && leadsTo(set, record)),
  );
  return [...new Set(sets)];
}

/** Name servers below the zone's apex: what is beneath them, this zone has no say in. */
function delegations(
  wanted: readonly DomainRecord[],
  held: ZoneRecords,
  zone: Pick<HostedZone, 'name'>,
): ResourceRecordSet[] {
  return wanted
    .flatMap(({ name }) => namesBelow(name, zone.name))
    .flatMap((name) => (held.get(name) ?? []).filter(({ Type }) => Type === 'NS'));
}

function setFor({ name, type, value, aliasZone }: DomainRecord): ResourceRecordSet {
  const set = { Name: `${name}.`, Type: type };
  return aliasZone
    ? {
        ...set,
        AliasTarget: { HostedZoneId: aliasZone, DNSName: `${value}.`, EvaluateTargetHealth: false },
      }
    : { ...set, TTL, ResourceRecords: [{ Value: `${value}.` }] };
}

function isSame(one: DomainRecord, other: DomainRecord): boolean {
  return one.name === other.name && one.value === other.value;
}
