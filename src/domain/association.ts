import type { CustomDomain } from '@aws-sdk/client-apprunner';
import { dnsName } from './dns-name.ts';
import type { ServiceDomains } from './port.ts';

/** What the state of a domain's association asks for. */
export type Step =
  /** The service does not have the domain. */
  | 'associate'
  /** App Runner sets it up; the certificate's records are needed meanwhile. */
  | 'pending'
  | 'active'
  /** It failed: dissociate and associate again. */
  | 'renew'
  /** It is being dissociated. */
  | 'leaving';

/** App Runner's quota of domains a service (developer guide, manage-custom-domains). */
const MOST = 5;

/** The step after a state; App Runner writes states in small letters, and its model in capitals. */
export function stepAfter(status: string | undefined): Step {
  if (status === undefined) return 'associate';
  switch (status.toUpperCase()) {
    case 'ACTIVE':
      return 'active';
    case 'CREATE_FAILED':
    case 'DELETE_FAILED':
      return 'renew';
    case 'DELETING':
      return 'leaving';
    default:
      return 'pending';
  }
}

/** A service's domain of a name; undefined when it has none. */
export function domainOf(name: string, { domains }: ServiceDomains): CustomDomain | undefined {
  return domains.find(({ DomainName }) => dnsName(DomainName ?? '') === name);
}

/** The state as outputs and log say it. */
export function statusOf({ Status }: Pick<CustomDomain, 'Status'>): string {
  return `${Status}`.toLowerCase();
}

/**
 * Why a service can't have a domain as it is asked for, in a sentence; undefined where it can.
 *
 * @param www whether `www.` is to lead to the service as well
 */
export function associationProblem(
  name: string,
  www: boolean,
  found: ServiceDomains,
): string | undefined {
  const own = domainOf(name, found);
  const step = stepAfter(own?.Status);
  if (own && www && !own.EnableWWWSubdomain && (step === 'pending' || step === 'active')) {
    return `Domain '${name}' is associated with the service without www.${name}, and App Runner can't add that later. Dissociate it (aws apprunner disassociate-custom-domain) and run this again, or remove domain-www.`;
  }
  if (own || found.domains.length < MOST) return undefined;
  const names = found.domains.map(({ DomainName }) => DomainName).join(', ');
  return `Domain '${name}' finds no room: a service has ${MOST} domains at the most, and this one has ${names}. Dissociate one that nobody needs (aws apprunner disassociate-custom-domain).`;
}
