import {
  type Change,
  ChangeResourceRecordSetsCommand,
  ListResourceRecordSetsCommand,
  type ResourceRecordSet,
} from '@aws-sdk/client-route-53';
import type { AwsFixture } from './aws-fixture.ts';

/** A record set with a TTL of 60 and these values. */
export const recordSet = (
  Name: string,
  Type: ResourceRecordSet['Type'],
  ...values: readonly string[]
): ResourceRecordSet => ({
  Name,
  Type,
  TTL: 60,
  ResourceRecords: values.map((Value) => ({ Value })),
});

/** An alias record set of type A, unless another is named. */
export const aliasTo = (
  Name: string,
  HostedZoneId: string,
  DNSName: string,
  Type: ResourceRecordSet['Type'] = 'A',
): ResourceRecordSet => ({
  Name,
  Type,
  AliasTarget: { HostedZoneId, DNSName, EvaluateTargetHealth: false },
});

export const create = (record: ResourceRecordSet): Change => ({
  Action: 'CREATE',
  ResourceRecordSet: record,
});
export const upsert = (record: ResourceRecordSet): Change => ({
  Action: 'UPSERT',
  ResourceRecordSet: record,
});
export const remove = (record: ResourceRecordSet): Change => ({
  Action: 'DELETE',
  ResourceRecordSet: record,
});

/** Sends one batch; answers what is said of the change. */
export const change = async (
  { route53 }: AwsFixture,
  HostedZoneId: string,
  ...Changes: readonly Change[]
) => {
  const input = { HostedZoneId, ChangeBatch: { Changes: [...Changes] } };
  return (await route53.send(new ChangeResourceRecordSetsCommand(input))).ChangeInfo;
};

/** Every record set of a zone but its own NS and SOA, as the API lists them. */
export const listRecords = async ({ route53 }: AwsFixture, HostedZoneId: string) => {
  const answer = await route53.send(new ListResourceRecordSetsCommand({ HostedZoneId }));
  return (answer.ResourceRecordSets ?? []).filter(({ Type }) => Type !== 'NS' && Type !== 'SOA');
};
