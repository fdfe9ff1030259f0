import type { CustomDomain } from '@aws-sdk/client-apprunner';
import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53';
import { dnsName, sameName } from '../../src/domain/dns-name.ts';
import type { CustomDomains, Dns, HostedZone, ServiceDomains } from '../../src/domain/port.ts';
import { ActionError } from '../../src/errors.ts';

/** The host name of the service. */
export const TARGET = 'psbqam834h.us-east-1.awsapprunner.com';
export const ZONE_ID = 'Z0EXAMPLEZONE0000001';
/** The zone that an ALIAS to App Runner names in us-east-1. */
export const ALIAS_ZONE = 'Z01915732ZBZKC8D32TPT';

/** A zone with what it holds. */
export interface FakeZone extends HostedZone {
  readonly records: readonly ResourceRecordSet[];
}

/** What a test scripts of domains and zones. */
export interface DomainWorld {
  readonly zones?: readonly FakeZone[];
  /** The domains that the service has at the start. */
  readonly domains?: readonly CustomDomain[];
  /** The states that the nth association of a run shows, look by look; the last one stays. */
  readonly states?: readonly (readonly string[])[];
  readonly vpcTargets?: ServiceDomains['vpcTargets'];
  /** Calls of App Runner that go otherwise. */
  readonly calls?: Partial<CustomDomains>;
  /** What the first zone has beside its records by now. */
  readonly late?: () => readonly ResourceRecordSet[];
  /** Told before each change of a zone, which it may refuse. */
  readonly beforeChange?: (zone: ResourceRecordSet[]) => void;
}

/** A fake of both, and what is in its zones. */
export interface FakeDomains {
  readonly domains: CustomDomains;
  readonly dns: Dns;
  /** The records of the first zone, sorted. */
  records(): readonly ResourceRecordSet[];
}

/** As App Runner gives them: small letters, a state for each. */
export function certificateRecords(
  name: string,
  round = 1,
): CustomDomain['CertificateValidationRecords'] {
  const host = name.replace(/^\*\./, '');
  return [1, 2].map((n) => ({
    Name: `_${round}c${n}.${host}.`,
    Type: 'CNAME',
    Value: `_${round}v${n}.acm-validations.aws.`,
    Status: 'PENDING_VALIDATION',
  }));
}

/** A custom domain as App Runner tells it, in small letters. */
export function customDomain(name: string, state: string, overrides: object = {}): CustomDomain {
  const domain: CustomDomain = {
    DomainName: name,
    EnableWWWSubdomain: false,
    CertificateValidationRecords: certificateRecords(name),
    Status: 'ACTIVE',
  };
  // The SDK's type has capitals, as the model has.
  return Object.assign(domain, { Status: state }, overrides);
}

/** A public zone with an apex's own records, and more. */
export function zone(name = 'example.com', records: readonly ResourceRecordSet[] = []): FakeZone {
  const own: ResourceRecordSet[] = [
    {
      Name: `${name}.`,
      Type: 'NS',
      TTL: 172_800,
      ResourceRecords: [{ Value: 'ns-1.awsdns-01.com.' }],
    },
    {
      Name: `${name}.`,
      Type: 'SOA',
      TTL: 900,
      ResourceRecords: [{ Value: 'ns-1. a. 1 7200 900 1209600 86400' }],
    },
    {
      Name: `${name}.`,
      Type: 'MX',
      TTL: 300,
      ResourceRecords: [{ Value: '10 mail.example.net.' }],
    },
  ];
  return { id: ZONE_ID, name, private: false, records: [...own, ...records] };
}

/** Custom domains and Route 53 in memory; calls are told as IAM names them. */
export function fakeDomains(world: DomainWorld = {}, events: string[] = []): FakeDomains {
  const zones = new Map(
    (world.zones ?? []).map((one) => [one.id, { ...one, records: [...one.records] }]),
  );
  const dns = fakeDns(zones, events, world);
  return {
    domains: fakeAssociations(world, events),
    dns,
    records: () => {
      const [first] = zones.values();
      const key = (set: ResourceRecordSet) => `${set.Name} ${set.Type} ${set.SetIdentifier}`;
      return (first?.records ?? []).toSorted((a, b) => key(a).localeCompare(key(b)));
    },
  };
}

function fakeAssociations(world: DomainWorld, events: string[]): CustomDomains {
  const held = new Map<string, () => CustomDomain | undefined>();
  for (const domain of world.domains ?? []) held.set(`${domain.DomainName}`, () => domain);
  let made = 0;
  const look = (name: string, script: readonly string[], www: boolean, round: number) => {
    let looks = 0;
    return () => {
      const state = script[Math.min(looks, script.length - 1)] ?? 'active';
      looks += 1;
      if (state === 'gone') return undefined;
      const hidden =
        state === 'creating' || (state === 'create_failed' && round === 1 && script.length === 1);
      return customDomain(name, state, {
        EnableWWWSubdomain: www,
        CertificateValidationRecords: hidden ? [] : certificateRecords(name, round),
      });
    };
  };
  return {
    list: async (arn) => {
      events.push('apprunner:DescribeCustomDomains');
      if (world.calls?.list) return world.calls.list(arn);
      const domains = [...held.values()].flatMap((domain) => domain() ?? []);
      return { target: TARGET, domains, vpcTargets: world.vpcTargets ?? [] };
    },
    associate: async (arn, name, www) => {
      events.push(`apprunner:AssociateCustomDomain ${name}${www ? ' www' : ''}`);
      await world.calls?.associate?.(arn, name, www);
      const script = world.states?.[Math.min(made, world.states.length - 1)] ?? [
        'creating',
        'pending_certificate_dns_validation',
        'binding_certificate',
        'active',
      ];
      made += 1;
      held.set(name, look(name, script, www, made));
    },
    disassociate: async (arn, name) => {
      events.push(`apprunner:DisassociateCustomDomain ${name}`);
      await world.calls?.disassociate?.(arn, name);
      held.set(name, look(name, ['deleting', 'gone'], false, made));
    },
  };
}

function fakeDns(
  zones: ReadonlyMap<string, FakeZone & { records: ResourceRecordSet[] }>,
  events: string[],
  { beforeChange, late }: DomainWorld,
): Dns {
  const zoneOf = (id: string) => {
    const found = zones.get(id);
    if (!found) throw new ActionError(`route53:GetHostedZone failed for hosted zone '${id}'`);
    return found;
  };
  return {
    zone: async (id) => {
      events.push(`route53:GetHostedZone ${id}`);
      return zoneOf(id);
    },
    zones: async () => {
      events.push('route53:ListHostedZones');
      return [...zones.values()];
    },
    records: async (id, name) => {
      events.push(`route53:ListResourceRecordSets ${name}`);
      return [...zoneOf(id).records, ...(late?.() ?? [])].filter((set) => sameName(set.Name, name));
    },
    change: async (id, changes) => {
      events.push('route53:ChangeResourceRecordSets');
      const { records } = zoneOf(id);
      beforeChange?.(records);
      const after = changes.reduce(changed, records);
      records.splice(0, records.length, ...after);
    },
  };
}

/** Route 53 takes a set away only as it has it, and makes none twice. */
function changed(records: ResourceRecordSet[], { Action, ResourceRecordSet: set }: Change) {
  const same = (one: ResourceRecordSet) => sameName(one.Name, set?.Name) && one.Type === set?.Type;
  const there = records.find(same);
  if (Action === 'CREATE' && there) throw invalid(`${set?.Name} ${set?.Type} already exists`);
  if (Action === 'DELETE' && JSON.stringify(there) !== JSON.stringify(set)) {
    throw invalid(`${set?.Name} ${set?.Type} was not found as given`);
  }
  const others = records.filter((one) => !same(one));
  return Action === 'DELETE' || !set ? others : [...others, set];
}

function invalid(text: string): ActionError {
  const cause = Object.assign(new Error(text), { name: 'InvalidChangeBatch' });
  return new ActionError(`route53:ChangeResourceRecordSets failed: InvalidChangeBatch: ${text}`, {
    cause,
  });
}

/** An ALIAS to the service, as this action makes it. */
export function alias(name: string, type: 'A' | 'AAAA' = 'A', host = TARGET): ResourceRecordSet {
  return {
    Name: `${name}.`,
    Type: type,
    AliasTarget: { HostedZoneId: ALIAS_ZONE, DNSName: `${host}.`, EvaluateTargetHealth: false },
  };
}

/** A record set of plain values. */
export function plain(
  name: string,
  type: 'A' | 'AAAA' | 'CNAME' | 'TXT' | 'NS',
  ...values: string[]
): ResourceRecordSet {
  return {
    Name: `${name}.`,
    Type: type,
    TTL: 300,
    ResourceRecords: values.map((Value) => ({ Value })),
  };
}

/** The names and types of record sets, which is what a change can be told by. */
export function shown(records: readonly ResourceRecordSet[]): string[] {
  return records.map(({ Name = '', Type }) => `${dnsName(Name)} ${Type}`);
}
