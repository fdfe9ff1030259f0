import type { CustomDomain, VpcDNSTarget } from '@aws-sdk/client-apprunner';
import { dnsName } from './dns-name.ts';
import type { DomainRecord } from './record.ts';

/** What a domain's names lead to. */
export interface Target {
  /** The host name of the service. */
  readonly host: string;
  /** Absent for records that are made outside of Route 53. */
  readonly aliasZone?: string | undefined;
  /** True when the service is reached by IPv6 as well. */
  readonly dualStack: boolean;
  /** Of a private service, in place of the host name. */
  readonly vpcTargets?: readonly VpcDNSTarget[];
}

/** The names under which a domain answers. */
export function namesOf(name: string, www: boolean): readonly string[] {
  return www ? [name, `www.${name}`] : [name];
}

/**
 * The records that a domain needs.
 *
 * In Route 53 the names lead to the service by ALIAS, at the zone's apex and below it: DNS allows no
 * CNAME at the apex, and below it a CNAME would shut out every other record of the name (mail,
 * texts), and was seen to hide the certificate's record (aws/apprunner-roadmap#138). An ALIAS has an
 * address type, so that a dual-stack service takes two. Elsewhere it is a CNAME.
 *
 * @param certificate the records that prove the domain; none while App Runner has not told them
 */
export function wantedRecords(
  name: string,
  www: boolean,
  certificate: CustomDomain['CertificateValidationRecords'],
  target: Target,
): readonly DomainRecord[] {
  return [...certificateRecords(certificate), ...targetRecords(namesOf(name, www), target)];
}

function certificateRecords(
  records: CustomDomain['CertificateValidationRecords'] = [],
): DomainRecord[] {
  return records.flatMap(({ Name, Value, Status }): DomainRecord[] => {
    if (!Name || !Value) return [];
    const status = Status && { status: Status.toLowerCase() };
    return [
      {
        name: dnsName(Name),
        type: 'CNAME',
        value: dnsName(Value),
        purpose: 'certificate',
        ...status,
      },
    ];
  });
}

function targetRecords(names: readonly string[], target: Target): DomainRecord[] {
  const { host, aliasZone, dualStack, vpcTargets = [] } = target;
  const types = !aliasZone ? CNAME : dualStack ? BOTH : IPV4;
  const hosts =
    vpcTargets.length > 0 ? vpcTargets.flatMap(({ DomainName }) => DomainName ?? []) : [host];
  return names.flatMap((name) =>
    types.flatMap((type) =>
      hosts.map((one): DomainRecord => {
        const record = { name, type, value: dnsName(one), purpose: 'target' } as const;
        return aliasZone ? { ...record, aliasZone } : record;
      }),
    ),
  );
}

const CNAME = ['CNAME'] as const;
const IPV4 = ['A'] as const;
const BOTH = ['A', 'AAAA'] as const;
