import type { CustomDomain, VpcDNSTarget } from '@aws-sdk/client-apprunner';
import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53';

/** The custom domains of a service, and what their names have to lead to. */
export interface ServiceDomains {
  /** The host name of the service itself. */
  readonly target: string;
  readonly domains: readonly CustomDomain[];
  /** Of a private service: a host name for each VPC ingress connection. */
  readonly vpcTargets: readonly VpcDNSTarget[];
}

/** The App Runner calls about custom domains. Every method throws ActionError. */
export interface CustomDomains {
  /** All of them, over all pages. */
  list(serviceArn: string): Promise<ServiceDomains>;
  associate(serviceArn: string, name: string, www: boolean): Promise<void>;
  disassociate(serviceArn: string, name: string): Promise<void>;
}

/** A zone of Route 53. */
export interface HostedZone {
  /** Without `/hostedzone/` before it. */
  readonly id: string;
  /** In small letters, without the dot at the end. */
  readonly name: string;
  /** True for a zone that only VPCs see. */
  readonly private: boolean;
}

/** The Route 53 calls this action makes. Every method throws ActionError. */
export interface Dns {
  zone(id: string): Promise<HostedZone>;
  /** Every zone of the account, over all pages. */
  zones(): Promise<readonly HostedZone[]>;
  /** The record sets of one name, as Route 53 holds them; none of the names below it. */
  records(zoneId: string, name: string): Promise<readonly ResourceRecordSet[]>;
  /** Makes all changes or none. */
  change(zoneId: string, changes: readonly Change[]): Promise<void>;
}
