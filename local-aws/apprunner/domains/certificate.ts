import { createHash } from 'node:crypto';
import type { Dns } from '../../route53/dns.ts';
import { baseOf, namesOf, sameCase } from './names.ts';

export interface ValidationRecord {
  readonly Name: string;
  readonly Type: 'CNAME';
  readonly Value: string;
  Status: 'PENDING_VALIDATION' | 'SUCCESS' | 'FAILED';
}

/** A certificate of ACM's for the names of a domain. It outlives the association by 30 days. */
export interface Certificate {
  readonly records: readonly ValidationRecord[];
  /** When the domain was disassociated; undefined while it is not. */
  unusedSince?: number | undefined;
}

const keptForMs = 30 * 24 * 60 * 60 * 1000;

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** A label as App Runner's own: lower case letters and digits. */
const letters = (text: string, length: number): string =>
  BigInt(`0x${hash(text)}`)
    .toString(36)
    .padStart(length, '0')
    .slice(-length);

/** ACM gives an account the same record for the same name each time; a wildcard's is its base's. */
const recordOf = (account: string, name: string): ValidationRecord => ({
  Name: `_${hash(`name ${account} ${name}`).slice(0, 32)}.${name}.`,
  Type: 'CNAME',
  Value: `_${hash(`value ${account} ${name}`).slice(0, 32)}.${hash(account).replace(/\d/g, '').slice(0, 10).padEnd(10, 'x')}.acm-validations.aws.`,
  Status: 'PENDING_VALIDATION',
});

/**
 * The records that App Runner wants for a domain, in the order that it lists them: for the name,
 * for www, and for a name of its own below it, as in recorded answers.
 */
const recordsOf = (region: string, account: string, name: string, www: boolean) => {
  const base = baseOf(sameCase(name));
  const own = `2a57j78${letters(region, 24)}.${base}`;
  const wildcard = name.startsWith('*.');
  const names = [...namesOf(base, www), ...(wildcard ? [] : [own])];
  return names.map((each) => recordOf(account, each));
};

/** Whether every name of a certificate was validated. */
export const isIssued = ({ records }: Certificate): boolean =>
  records.every(({ Status }) => Status === 'SUCCESS');

/** Whether DNS has the record that proves a name. */
export const isProven = (dns: Dns, { Name, Value }: ValidationRecord): boolean =>
  dns.values(Name, 'CNAME').some((value) => value.replace(/\.?$/, '.') === Value);

const amazon = new Set(['amazon.com', 'amazontrust.com', 'awstrust.com', 'amazonaws.com']);

/** Whether CAA records keep Amazon from issuing: those of the nearest name that has any count. */
export const isForbidden = (dns: Dns, domain: string): boolean => {
  const labels = baseOf(sameCase(domain)).split('.');
  for (let index = 0; index < labels.length; index += 1) {
    const found = dns.values(labels.slice(index).join('.'), 'CAA');
    if (found.length === 0) continue;
    const issuers = found.flatMap(
      (value) => /^\d+ issue(?:wild)? "([^";]*)/.exec(value)?.[1] ?? [],
    );
    return issuers.length > 0 && !issuers.some((issuer) => amazon.has(issuer.trim()));
  }
  return false;
};

/** The certificates of an account in a region. */
export class Certificates {
  readonly #byNames = new Map<string, Certificate>();
  readonly #region: string;
  readonly #account: string;

  constructor(region: string, account: string) {
    this.#region = region;
    this.#account = account;
  }

  /** The certificate for a domain: the one that is still kept, or a fresh one. */
  use(name: string, www: boolean, now: number): Certificate {
    const key = `${sameCase(name)} ${www}`;
    const kept = this.#byNames.get(key);
    const inTime = now - (kept?.unusedSince ?? now) <= keptForMs;
    const failed = kept?.records.some(({ Status }) => Status === 'FAILED');
    if (kept && inTime && !failed) {
      kept.unusedSince = undefined;
      return kept;
    }
    const fresh = { records: recordsOf(this.#region, this.#account, name, www) };
    this.#byNames.set(key, fresh);
    return fresh;
  }
}
