import type { ResourceRecordSet, RRType } from '@aws-sdk/client-route-53';
import { dnsName, sameName } from './dns-name.ts';
import type { DomainRecord } from './record.ts';

/** How a record that is wanted stands to what its zone holds. */
export type Standing =
  | { readonly kind: 'absent' }
  /** The zone has it, or a CNAME that does the same. */
  | { readonly kind: 'ours'; readonly set: ResourceRecordSet }
  /** Somebody shares the name out between places (a routing policy), ours among them. */
  | { readonly kind: 'shared' }
  /** Something else is in its place. */
  | { readonly kind: 'foreign'; readonly sets: readonly ResourceRecordSet[] };

/** What leads a browser to a host; the other records of a name live beside an ALIAS. */
const LEADING: ReadonlySet<RRType | undefined> = new Set(['A', 'AAAA', 'CNAME']);

/**
 * Compares a wanted record with the zone's.
 *
 * @param sets every record set of its name
 */
export function standingOf(wanted: DomainRecord, sets: readonly ResourceRecordSet[]): Standing {
  // A CNAME takes nothing beside it (RFC 1034, 3.6.2).
  const rivals = wanted.type === 'CNAME' ? sets : sets.filter(({ Type }) => LEADING.has(Type));
  if (rivals.some(isShared)) {
    return rivals.some((set) => leadsTo(set, wanted))
      ? { kind: 'shared' }
      : { kind: 'foreign', sets: rivals };
  }
  const set = rivals.find((rival) => leadsTo(rival, wanted) && doesFor(rival, wanted));
  if (set) return { kind: 'ours', set };
  const foreign = rivals.filter((rival) => !leadsTo(rival, wanted));
  return foreign.length > 0 ? { kind: 'foreign', sets: foreign } : { kind: 'absent' };
}

/** True for a set of weights, places or the like, of which a name has several. */
export function isShared({ SetIdentifier }: ResourceRecordSet): boolean {
  return SetIdentifier !== undefined;
}

/** True when a record set leads where the wanted record does, and only there. */
export function leadsTo(set: ResourceRecordSet, { value }: Pick<DomainRecord, 'value'>): boolean {
  if (set.AliasTarget) return sameName(set.AliasTarget.DNSName, value);
  const [only, ...more] = set.ResourceRecords ?? [];
  return set.Type === 'CNAME' && more.length === 0 && sameName(only?.Value, value);
}

/** A CNAME does for every type of address; an ALIAS for its own. */
function doesFor({ Type }: ResourceRecordSet, { type }: DomainRecord): boolean {
  return Type === 'CNAME' || Type === type || type === 'CNAME';
}

/** A record set on one line, as logs and errors show it. */
export function setText({ Name = '', Type, TTL, ...set }: ResourceRecordSet): string {
  const values = set.AliasTarget
    ? `ALIAS ${dnsName(set.AliasTarget.DNSName ?? '')}`
    : (set.ResourceRecords ?? []).map(({ Value }) => Value).join(', ');
  const ttl = TTL === undefined ? '' : ` (TTL ${TTL})`;
  const share = set.SetIdentifier === undefined ? '' : ` (set '${set.SetIdentifier}')`;
  return `${dnsName(Name)} ${Type} ${values}${ttl}${share}`;
}
