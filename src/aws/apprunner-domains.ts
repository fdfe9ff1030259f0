import {
  type AppRunnerClient,
  AssociateCustomDomainCommand,
  DisassociateCustomDomainCommand,
  paginateDescribeCustomDomains,
} from '@aws-sdk/client-apprunner';
import type { CustomDomains, ServiceDomains } from '../domain/port.ts';
import { present } from './answers.ts';
import { awsCall } from './errors.ts';

/** App Runner gives at most 5 domains a page (API reference, MaxResults). */
const PAGE = 5;

/** The calls about custom domains over an SDK client. */
export function domainCalls(client: AppRunnerClient): CustomDomains {
  return {
    list: (serviceArn) =>
      awsCall('apprunner:DescribeCustomDomains', serviceArn, () => list(client, serviceArn)),

    associate: (serviceArn, name, www) =>
      awsCall('apprunner:AssociateCustomDomain', `domain '${name}'`, async () => {
        // Without a word App Runner takes `www.` as well (API reference, EnableWWWSubdomain).
        const input = { ServiceArn: serviceArn, DomainName: name, EnableWWWSubdomain: www };
        await client.send(new AssociateCustomDomainCommand(input));
      }),

    disassociate: (serviceArn, name) =>
      awsCall('apprunner:DisassociateCustomDomain', `domain '${name}'`, async () => {
        const input = { ServiceArn: serviceArn, DomainName: name };
        await client.send(new DisassociateCustomDomainCommand(input));
      }),
  };
}

async function list(client: AppRunnerClient, serviceArn: string): Promise<ServiceDomains> {
  let found: ServiceDomains | undefined;
  const pages = paginateDescribeCustomDomains(
    { client, pageSize: PAGE },
    { ServiceArn: serviceArn },
  );
  for await (const { DNSTarget, CustomDomains = [], VpcDNSTargets = [] } of pages) {
    found = {
      target: found?.target ?? present(DNSTarget, 'DescribeCustomDomains', 'DNSTarget'),
      domains: [...(found?.domains ?? []), ...CustomDomains],
      vpcTargets: found?.vpcTargets ?? VpcDNSTargets,
    };
  }
  return present(found, 'DescribeCustomDomains', 'a page');
}
