import {
  AssociateCustomDomainCommand,
  type CustomDomain,
  DescribeCustomDomainsCommand,
  DisassociateCustomDomainCommand,
} from '@aws-sdk/client-apprunner';
import type { AwsFixture } from './aws-fixture.ts';
import { change, recordSet, upsert } from './route53-inputs.ts';

/** Associates a domain, without www unless told otherwise. */
export const associate = (
  { apprunner }: AwsFixture,
  ServiceArn: string,
  DomainName: string,
  www?: boolean,
) =>
  apprunner.send(
    new AssociateCustomDomainCommand({
      ServiceArn,
      DomainName,
      EnableWWWSubdomain: www ?? false,
    }),
  );

export const describeDomains = ({ apprunner }: AwsFixture, ServiceArn: string, more: object = {}) =>
  apprunner.send(new DescribeCustomDomainsCommand({ ServiceArn, ...more }));

export const disassociate = ({ apprunner }: AwsFixture, ServiceArn: string, DomainName: string) =>
  apprunner.send(new DisassociateCustomDomainCommand({ ServiceArn, DomainName }));

/** A domain of a service as it is now; undefined when it is not there. */
export const domainOf = async (
  fixture: AwsFixture,
  ServiceArn: string,
  name: string,
): Promise<CustomDomain | undefined> =>
  (await describeDomains(fixture, ServiceArn)).CustomDomains?.find(
    ({ DomainName }) => DomainName === name,
  );

/** Writes the validation records of a domain to a zone in one batch. */
export const prove = (fixture: AwsFixture, zone: string, domain: CustomDomain | undefined) =>
  change(
    fixture,
    zone,
    ...(domain?.CertificateValidationRecords ?? []).map(({ Name = '', Value = '' }) =>
      upsert(recordSet(Name, 'CNAME', Value)),
    ),
  );
