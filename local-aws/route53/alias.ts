import type { RecordSet } from './shapes.ts';
import type { Zone } from './zone.ts';

/**
 * What AWS knows of an alias target outside of the account's zones: whether the name is one of the
 * target zone's, and one that is there. Undefined for a zone that is not the asked one's.
 *
 * @param dnsName canonical
 */
export type AliasTargets = (
  zoneId: string,
  dnsName: string,
  type: string,
) => 'found' | 'missing' | 'outside' | undefined;

/** CloudFront's one zone id, for every distribution (API model, AliasTarget.HostedZoneId). */
export const cloudFront: AliasTargets = (zoneId, dnsName) => {
  if (zoneId !== 'Z2FDTNDATAQYW2') return undefined;
  return dnsName.endsWith('.cloudfront.net.') ? 'found' : 'outside';
};

/**
 * What is wrong with an alias, in Route 53's words; nothing for a record set that is none.
 *
 * @param after the zone's record sets after the batch
 */
export function wrongAlias(
  { AliasTarget: alias, Type }: RecordSet,
  zone: Zone,
  after: ReadonlyMap<string, RecordSet>,
  targets: readonly AliasTargets[],
): string[] {
  if (alias === undefined) return [];
  const { HostedZoneId, DNSName } = alias;
  const problem = (what: string) =>
    `Tried to create an alias that targets ${DNSName}, type ${Type} in zone ${HostedZoneId}, but ${what}`;
  const outside = problem('the alias target name does not lie within the target zone');
  const missing = problem('that target was not found');
  if (HostedZoneId === zone.id) {
    if (!DNSName.endsWith(`.${zone.name}`) && DNSName !== zone.name) return [outside, missing];
    return [...after.values()].some((each) => each.Name === DNSName && each.Type === Type)
      ? []
      : [missing];
  }
  const known = targets.map((target) => target(HostedZoneId, DNSName, Type));
  if (known.includes('found')) return [];
  return known.includes('missing') ? [missing] : [outside, missing];
}
