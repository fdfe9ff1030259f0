/** A DNS record that a domain needs. */
export interface DomainRecord {
  /** In small letters, without the dot at the end. */
  readonly name: string;
  /** An address type stands for an ALIAS. */
  readonly type: 'CNAME' | 'A' | 'AAAA';
  /** The host name that it leads to, in small letters and without the dot at the end. */
  readonly value: string;
  /** To prove the domain for its certificate, or to lead to the service. */
  readonly purpose: 'certificate' | 'target';
  /** The zone that an ALIAS names beside the host name. */
  readonly aliasZone?: string;
  /** What App Runner's certificate check says of it, in small letters. */
  readonly status?: string;
}

/** What a run knows of its domain, for outputs and summary. */
export interface DomainFacts {
  readonly name: string;
  /** App Runner's state in small letters, such as `active`. */
  readonly status: string;
  readonly records: readonly DomainRecord[];
  /** The hosted zone whose records this action looks after; undefined where somebody else does. */
  readonly zone?: string | undefined;
}
