import { canonicalName, isWithin } from './names.ts';
import { canonical, inOrder, keyOf } from './record-set.ts';
import type { RecordSet } from './shapes.ts';

/** A hosted zone. */
export interface Zone {
  /** Without `/hostedzone/`. */
  readonly id: string;
  /** Canonical. */
  readonly name: string;
  readonly isPrivate: boolean;
  /** Whether the domain's parent names this zone's servers, so that the world sees its records. */
  readonly delegated: boolean;
  readonly callerReference: string;
  readonly comment: string | undefined;
  readonly nameServers: readonly string[];
  readonly vpcId: string;
  /** By key. Replaced whole by each change. */
  records: ReadonlyMap<string, RecordSet>;
  /** What name servers answer from: the records as of the last change that is in sync. */
  published: ReadonlyMap<string, RecordSet>;
  /** The number of the change that these are of; 0 before the first. */
  publishedChange: number;
}

/** A zone to put into the account. */
export interface ZoneSeed {
  /** Such as `example.com`, with or without trailing dot. */
  readonly name: string;
  /** Default: a made-up one. */
  readonly id?: string;
  readonly private?: boolean;
  /** Default true. False for a zone that nobody is sent to: its records are not seen by anybody. */
  readonly delegated?: boolean;
  readonly comment?: string;
  /** Beside NS and SOA of the zone itself. TTL is 300 unless said. Alias targets are not checked. */
  readonly records?: readonly RecordSet[];
}

const serversOf = (order: number): string[] =>
  ['com', 'net', 'org', 'co.uk'].map((tld, index) => {
    const number = (order * 37 + index * 512) % 2048;
    return `ns-${number}.awsdns-${String(number % 64).padStart(2, '0')}.${tld}`;
  });

/** The record sets that every zone has from its beginning, with Route 53's TTLs. */
const ownRecords = (name: string, servers: readonly string[]): RecordSet[] => [
  {
    Name: name,
    Type: 'NS',
    TTL: 172_800,
    ResourceRecords: servers.map((server) => ({ Value: `${server}.` })),
  },
  {
    Name: name,
    Type: 'SOA',
    TTL: 900,
    ResourceRecords: [
      { Value: `${servers[0]}. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400` },
    ],
  },
];

const seeded = (zone: string, record: RecordSet): RecordSet => {
  const { Name, ...kept } = canonical(record);
  if (!isWithin(Name, zone)) throw new Error(`${Name} is not in the zone ${zone}`);
  const plain = kept.AliasTarget === undefined && kept.TTL === undefined;
  return { Name, ...kept, ...(plain && { TTL: 300 }) };
};

/** A zone as it is seeded. Throws an Error for a record outside of it or twice. */
export function zoneOf(seed: ZoneSeed, order: number): Zone {
  const name = canonicalName(seed.name);
  const nameServers = serversOf(order);
  const number = (order * 0x9e3779b1).toString(36).toUpperCase();
  const records = new Map(ownRecords(name, nameServers).map((each) => [keyOf(each), each]));
  for (const given of seed.records ?? []) {
    const record = seeded(name, given);
    const apex = record.Name === name && (record.Type === 'NS' || record.Type === 'SOA');
    if (!apex && records.has(keyOf(record))) throw new Error(`${keyOf(record)} is there twice.`);
    records.set(keyOf(record), record);
  }
  return {
    id: seed.id ?? `Z0LOCAL${number.padStart(13, '0')}`,
    name,
    isPrivate: seed.private ?? false,
    delegated: seed.delegated ?? true,
    callerReference: `seed-${order}`,
    comment: seed.comment,
    nameServers,
    vpcId: `vpc-${String(order).padStart(8, '0')}`,
    records,
    published: records,
    publishedChange: 0,
  };
}

/** A zone's record sets as Route 53 lists them. */
export const listed = ({ records }: Zone): RecordSet[] => [...records.values()].sort(inOrder);
