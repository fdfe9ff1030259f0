import type { Clock } from '../clock.ts';
import { served } from '../protocol/served.ts';
import type { AwsService } from '../protocol/service.ts';
import { type AliasTargets, cloudFront } from './alias.ts';
import { changed } from './changes.ts';
import { type Dns, LocalDns } from './dns.ts';
import { listRecords, listZones, listZonesByName, zoneAnswer } from './listing.ts';
import { noSuchChange, noSuchZone } from './refusals.ts';
import type { Change, RecordSet, RecordType } from './shapes.ts';
import { listed, type Zone, type ZoneSeed, zoneOf } from './zone.ts';

/** What a Route 53 is made of. */
export interface Route53Parts {
  readonly clock: Clock;
  readonly region: string;
  /** How long a change is PENDING, in milliseconds. */
  readonly syncMs: number;
}

/** Route 53 as a service of the server, with what a development tool needs beside the API. */
export interface Route53 extends AwsService {
  readonly model: 'route53';
  /** Puts a hosted zone into the account; answers its id, without `/hostedzone/`. */
  seedZone(zone: ZoneSeed): string;
  /** Every hosted zone, oldest first. */
  readonly zones: readonly { readonly id: string; readonly name: string }[];
  /** A zone's record sets as ListResourceRecordSets answers them. Throws for an unknown id. */
  records(zoneId: string): readonly RecordSet[];
  /** Sets the records of a name that somebody else's servers answer; no values take them away. */
  seedDns(name: string, type: RecordType, values: readonly string[]): void;
  /** What the world's resolvers answer. */
  readonly dns: Dns;
  /** Changes from now on are PENDING for so many milliseconds of the clock. */
  changesTake(ms: number): void;
  /** Says where aliases may lead beside the account's own zones. */
  addAliasTargets(targets: AliasTargets): void;
  /** Gives up changes that are under way. */
  close(): void;
}

interface StoredChange {
  readonly id: string;
  readonly submittedAt: number;
  readonly comment: string | undefined;
  readonly syncedAt: number;
}

/** Makes a Route 53 without zones. */
export const createRoute53 = ({ clock, region, syncMs }: Route53Parts): Route53 => {
  const zones: Zone[] = [];
  const stored = new Map<string, StoredChange>();
  const targets: AliasTargets[] = [cloudFront];
  const dns = new LocalDns(zones);
  const closing = new AbortController();
  let pendingMs = syncMs;

  const find = (id: string): Zone => {
    const zone = zones.find((each) => each.id === id);
    if (zone === undefined) throw noSuchZone(id);
    return zone;
  };

  /** A change that took longer than a later one is not seen any more. */
  const publish = async (zone: Zone, records: Zone['records'], number: number) => {
    if (pendingMs > 0) await clock.sleep(pendingMs, closing.signal);
    if (closing.signal.aborted || number < zone.publishedChange) return;
    zone.published = records;
    zone.publishedChange = number;
    dns.changed();
  };

  const changeAnswer = ({ id, submittedAt, comment, syncedAt }: StoredChange, first = false) => ({
    ChangeInfo: {
      Id: `/change/${id}`,
      Status: first || clock.now() < syncedAt ? 'PENDING' : 'INSYNC',
      SubmittedAt: new Date(submittedAt),
      ...(comment !== undefined && { Comment: comment }),
    },
  });

  const changeRecords = (input: {
    readonly HostedZoneId: string;
    readonly ChangeBatch: { readonly Comment?: string; readonly Changes: readonly Change[] };
  }): object => {
    const zone = find(input.HostedZoneId);
    const { Comment, Changes } = input.ChangeBatch;
    zone.records = changed(zone, Changes, targets);
    const submittedAt = clock.now();
    const number = stored.size + 1;
    const change = {
      id: `C0LOCAL${number.toString(36).toUpperCase().padStart(14, '0')}`,
      submittedAt,
      comment: Comment,
      syncedAt: submittedAt + pendingMs,
    };
    stored.set(change.id, change);
    void publish(zone, zone.records, number);
    return changeAnswer(change, true);
  };

  return {
    model: 'route53',
    operations: {
      ListHostedZones: served((input: Parameters<typeof listZones>[1]) => listZones(zones, input)),
      ListHostedZonesByName: served((input: Parameters<typeof listZonesByName>[1]) =>
        listZonesByName(zones, input),
      ),
      GetHostedZone: served(({ Id }: { readonly Id: string }) => {
        const zone = find(Id);
        return {
          HostedZone: zoneAnswer(zone),
          ...(zone.isPrivate
            ? { VPCs: [{ VPCRegion: region, VPCId: zone.vpcId }] }
            : { DelegationSet: { NameServers: zone.nameServers } }),
        };
      }),
      ListResourceRecordSets: served(
        (input: { readonly HostedZoneId: string } & Parameters<typeof listRecords>[1]) =>
          listRecords(find(input.HostedZoneId), input),
      ),
      // Seeded zones have no tags; Terraform asks for them whenever it reads a zone.
      ListTagsForResource: served(
        (input: { readonly ResourceType: string; readonly ResourceId: string }) => ({
          ResourceTagSet: { ...input, ResourceId: find(input.ResourceId).id, Tags: [] },
        }),
      ),
      ChangeResourceRecordSets: served(changeRecords),
      GetChange: served(({ Id }: { readonly Id: string }) => {
        const change = stored.get(Id);
        if (change === undefined) throw noSuchChange(Id);
        return changeAnswer(change);
      }),
    },
    seedZone: (seed) => {
      const zone = zoneOf(seed, zones.length + 1);
      if (zones.some(({ id }) => id === zone.id)) throw new Error(`There is a zone ${zone.id}.`);
      zones.push(zone);
      dns.changed();
      return zone.id;
    },
    zones,
    records: (zoneId) => listed(find(zoneId)),
    seedDns: (name, type, values) => dns.setForeign(name, type, values),
    dns,
    changesTake: (ms) => {
      pendingMs = ms;
    },
    addAliasTargets: (added) => {
      targets.push(added);
    },
    close: () => closing.abort(),
  };
};
