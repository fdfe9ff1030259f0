/** Route 53's request and answer shapes, as the API model names them. The server has checked them. */

export type RecordType =
  | 'SOA'
  | 'A'
  | 'TXT'
  | 'NS'
  | 'CNAME'
  | 'MX'
  | 'NAPTR'
  | 'PTR'
  | 'SRV'
  | 'SPF'
  | 'AAAA'
  | 'CAA'
  | 'DS'
  | 'TLSA'
  | 'SSHFP'
  | 'SVCB'
  | 'HTTPS';

export type AliasTarget = {
  readonly HostedZoneId: string;
  readonly DNSName: string;
  readonly EvaluateTargetHealth: boolean;
};

/** A resource record set. Members of routing policies are kept and compared, and do nothing. */
export type RecordSet = {
  readonly Name: string;
  readonly Type: RecordType;
  readonly SetIdentifier?: string;
  readonly Weight?: number;
  readonly Region?: string;
  readonly GeoLocation?: object;
  readonly Failover?: string;
  readonly MultiValueAnswer?: boolean;
  readonly TTL?: number;
  readonly ResourceRecords?: readonly { readonly Value: string }[];
  readonly AliasTarget?: AliasTarget;
  readonly HealthCheckId?: string;
  readonly TrafficPolicyInstanceId?: string;
  readonly CidrRoutingConfig?: object;
  readonly GeoProximityLocation?: object;
};

export type Change = {
  readonly Action: 'CREATE' | 'DELETE' | 'UPSERT';
  readonly ResourceRecordSet: RecordSet;
};
