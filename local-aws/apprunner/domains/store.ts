import { type Certificate, Certificates } from './certificate.ts';
import { namesOf, sameCase } from './names.ts';

/** As App Runner really answers them; its API model has them in upper case. */
export type DomainStatus =
  | 'creating'
  | 'create_failed'
  | 'active'
  | 'deleting'
  | 'delete_failed'
  | 'pending_certificate_dns_validation'
  | 'binding_certificate';

export interface StoredDomain {
  readonly order: number;
  readonly serviceArn: string;
  readonly name: string;
  readonly www: boolean;
  readonly certificate: Certificate;
  /** Whether its validation records are known yet. */
  recordsShown: boolean;
  status: DomainStatus;
  /** When it came into its status, in milliseconds since 1970. */
  since: number;
}

/** The custom domains of an account in a region, and what is known of the world's. */
export class DomainStore {
  readonly certificates: Certificates;
  readonly #domains = new Set<StoredDomain>();
  readonly #elsewhere = new Set<string>();
  readonly #failing = new Map<string, 'create' | 'delete'>();

  constructor(region: string, accountId: string) {
    this.certificates = new Certificates(region, accountId);
  }

  add(domain: StoredDomain): StoredDomain {
    this.#domains.add(domain);
    return domain;
  }

  remove(domain: StoredDomain): void {
    this.#domains.delete(domain);
  }

  has(domain: StoredDomain): boolean {
    return this.#domains.has(domain);
  }

  all(): StoredDomain[] {
    return [...this.#domains];
  }

  /** A service's, newest first. */
  of(serviceArn: string): StoredDomain[] {
    return this.all()
      .filter((each) => each.serviceArn === serviceArn)
      .sort((a, b) => b.order - a.order);
  }

  find(serviceArn: string, name: string): StoredDomain | undefined {
    return this.of(serviceArn).find((each) => sameCase(each.name) === sameCase(name));
  }

  /** The service that has one of the names, or `elsewhere`. */
  holderOf(name: string, www: boolean): string | undefined {
    const names = new Set(namesOf(name, www));
    const holds = (each: StoredDomain) =>
      namesOf(each.name, each.www).some((one) => names.has(one));
    const holder = this.all().find(holds)?.serviceArn;
    if (holder !== undefined) return holder;
    return [...names].some((one) => this.#elsewhere.has(one)) ? 'elsewhere' : undefined;
  }

  /** Says whether a service in another account has a name. */
  setElsewhere(name: string, taken: boolean): void {
    if (taken) this.#elsewhere.add(sameCase(name));
    else this.#elsewhere.delete(sameCase(name));
  }

  /** Says what will fail for a name; undefined for nothing. */
  setFailing(name: string, what: 'create' | 'delete' | undefined): void {
    if (what === undefined) this.#failing.delete(sameCase(name));
    else this.#failing.set(sameCase(name), what);
  }

  fails(name: string, what: 'create' | 'delete'): boolean {
    return this.#failing.get(sameCase(name)) === what;
  }
}
