import { isWithin } from './dns-name.ts';
import type { HostedZone } from './port.ts';

/** The zone that a domain's records belong in, or a sentence about why there is none. */
export type FoundZone = { readonly zone: HostedZone } | { readonly problem: string };

/**
 * The longest public zone of an account that holds a name: a zone below another has the say about
 * its names.
 */
export function longestZone(name: string, zones: readonly HostedZone[]): FoundZone {
  const open = zones.filter((zone) => !zone.private);
  const holding = open.filter((zone) => isWithin(name, zone.name));
  const [best, ...others] = holding.toSorted((one, other) => other.name.length - one.name.length);
  if (!best) {
    const held = zones.some((zone) => zone.private && isWithin(name, zone.name));
    const seen = open.length > 0 ? open.map((zone) => zone.name).join(', ') : 'none';
    return {
      problem:
        `No public hosted zone of this account holds '${name}'; its public ones are: ${seen}.` +
        `${held ? ' A private one does, which the internet does not see.' : ''} ` +
        "Name the zone's id in hosted-zone-id, or leave that out and make the records by hand.",
    };
  }
  const twins = others.filter((zone) => zone.name === best.name);
  if (twins.length === 0) return { zone: best };
  const ids = [best, ...twins].map((zone) => zone.id).join(', ');
  return {
    problem: `Several public hosted zones are called '${best.name}': ${ids}. Name the one that the registrar's name servers belong to in hosted-zone-id.`,
  };
}

/** A zone that was named, where it can hold the records. */
export function namedZone(name: string, zone: HostedZone): FoundZone {
  if (zone.private) {
    return {
      problem: `Hosted zone '${zone.id}' (${zone.name}) is private: neither the internet nor App Runner's certificate check sees it. Name a public one in hosted-zone-id.`,
    };
  }
  if (isWithin(name, zone.name)) return { zone };
  return {
    problem: `Hosted zone '${zone.id}' is '${zone.name}', which does not hold '${name}'. Check domain and hosted-zone-id.`,
  };
}
