import { AppRunnerClient, DescribeCustomDomainsCommand } from '@aws-sdk/client-apprunner';
import type { LocalAws } from '../../local-aws/start.ts';
import type { InputTexts } from './create-inputs.ts';
import { pushTags } from './pushed-tags.ts';
import type { VirtualEnd } from './virtual-run.ts';

type Seed = Parameters<LocalAws['route53']['seedZone']>[0];

/** What the zone of these tests has of its owner's. */
export const OWN: NonNullable<Seed['records']> = [
  { Name: 'example.com', Type: 'MX', ResourceRecords: [{ Value: '10 mail.example.net.' }] },
  { Name: 'example.com', Type: 'TXT', ResourceRecords: [{ Value: '"v=spf1 -all"' }] },
  { Name: 'www.example.com', Type: 'CNAME', ResourceRecords: [{ Value: 'old.example.net.' }] },
];

/** Puts the zone into the account; answers its id. */
export function seedZone(aws: LocalAws, ...records: NonNullable<Seed['records']>): string {
  return aws.route53.seedZone({ name: 'example.com', records: [...OWN, ...records] });
}

/** Everything that a zone holds, byte for byte. */
export function bytesOf(aws: LocalAws, zoneId: string): string {
  return JSON.stringify(aws.route53.records(zoneId), undefined, 1);
}

/** Names and types of a zone's records, as they are listed. */
export function namesIn(aws: LocalAws, zoneId: string): string[] {
  return aws.route53.records(zoneId).map(({ Name, Type }) => `${Name} ${Type}`);
}

/** Inputs that deploy an image which is there. */
export async function deployable(aws: LocalAws): Promise<InputTexts> {
  await pushTags(aws, ['one'], ['two']);
  return {
    service: 'hello',
    image: `${aws.accountId}.dkr.ecr.${aws.region}.amazonaws.com/hello:one`,
    'access-role-arn': `arn:aws:iam::${aws.accountId}:role/apprunner-ecr-access`,
  };
}

/** The states of a service's domains, as App Runner tells them. */
export async function statesOf(aws: LocalAws, serviceArn: string): Promise<string[]> {
  const client = new AppRunnerClient(aws.clientConfig);
  const { CustomDomains = [] } = await client.send(
    new DescribeCustomDomainsCommand({ ServiceArn: serviceArn }),
  );
  client.destroy();
  return CustomDomains.map(({ DomainName, Status }) => `${DomainName} ${Status}`).sort();
}

/** The calls of a run about domains and zones that change something. */
export function changesOf({ calls }: VirtualEnd): string[] {
  return calls.filter((call) => /:(Associate|Disassociate|ChangeResource)/.test(call));
}

/** The error that a run ended with. */
export function errorOf({ runner }: VirtualEnd): string {
  return runner.log.find((line) => line.startsWith('error: ')) ?? '';
}
