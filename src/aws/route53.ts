import {
  ChangeResourceRecordSetsCommand,
  GetHostedZoneCommand,
  type HostedZone as HostedZoneAnswer,
  ListResourceRecordSetsCommand,
  type ListResourceRecordSetsCommandInput,
  paginateListHostedZones,
  type ResourceRecordSet,
  Route53Client,
  type Route53ClientConfig,
} from '@aws-sdk/client-route-53';
import { dnsName } from '../domain/dns-name.ts';
import type { Dns, HostedZone } from '../domain/port.ts';
import { present } from './answers.ts';
import { awsCall } from './errors.ts';

/** Zones of one page, the most that ListHostedZones gives (API reference, MaxItems). */
const ZONES = 100;

/** The Route 53 calls. The service is global: its endpoint is the same for every Region. */
export function dnsCalls(config: Route53ClientConfig): Dns {
  const client = new Route53Client(config);
  return {
    zone: (id) =>
      awsCall('route53:GetHostedZone', `hosted zone '${id}'`, async () => {
        const { HostedZone } = await client.send(new GetHostedZoneCommand({ Id: id }));
        return zoneOf(present(HostedZone, 'GetHostedZone', 'HostedZone'));
      }),

    zones: () =>
      awsCall('route53:ListHostedZones', 'the hosted zones', async () => {
        const zones: HostedZone[] = [];
        for await (const page of paginateListHostedZones({ client, pageSize: ZONES }, {})) {
          zones.push(...(page.HostedZones ?? []).map(zoneOf));
        }
        return zones;
      }),

    records: (zoneId, name) =>
      awsCall('route53:ListResourceRecordSets', `'${name}' in hosted zone '${zoneId}'`, () =>
        recordsOf(client, zoneId, name),
      ),

    change: (zoneId, changes) =>
      awsCall('route53:ChangeResourceRecordSets', `hosted zone '${zoneId}'`, async () => {
        // No comment: the SDK writes it behind the changes, where the API's XML has it before them.
        const ChangeBatch = { Changes: [...changes] };
        await client.send(
          new ChangeResourceRecordSetsCommand({ HostedZoneId: zoneId, ChangeBatch }),
        );
      }),
  };
}

/**
 * Route 53 lists from a name on, in an order of its own, so that the sets of one name come one
 * after the other. The SDK has no paginator for it.
 */
async function recordsOf(
  client: Route53Client,
  zoneId: string,
  name: string,
): Promise<ResourceRecordSet[]> {
  const sets: ResourceRecordSet[] = [];
  let from: Partial<ListResourceRecordSetsCommandInput> = { StartRecordName: name };
  for (;;) {
    const page = await client.send(
      new ListResourceRecordSetsCommand({ ...from, HostedZoneId: zoneId }),
    );
    const answered = page.ResourceRecordSets ?? [];
    const own = answered.filter(({ Name = '' }) => dnsName(Name) === dnsName(name));
    sets.push(...own);
    if (!page.IsTruncated || own.length < answered.length) return sets;
    from = {
      StartRecordName: page.NextRecordName,
      StartRecordType: page.NextRecordType,
      ...(page.NextRecordIdentifier && { StartRecordIdentifier: page.NextRecordIdentifier }),
    };
  }
}

function zoneOf({ Id = '', Name = '', Config }: HostedZoneAnswer): HostedZone {
  return {
    id: Id.replace(/^\/hostedzone\//, ''),
    name: dnsName(Name),
    private: Config?.PrivateZone ?? false,
  };
}
