import { invalidRequest } from '../refusals.ts';

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Suffixes of two labels under which names are sold. The whole list has thousands. */
const longSuffixes = /\.(?:co|com|net|org|gov|ac)\.(?:uk|au|nz|jp|in|br|za|kr|mx|il|id|th|tr|tw)$/;

/** Top-level names that nobody can own, so that no certificate is given for them (RFC 6761, 2606). */
const reserved = new Set(['test', 'example', 'invalid', 'localhost', 'local', 'onion', 'internal']);

/** Domain names are compared without regard to case. */
export const sameCase = (name: string): string => name.toLowerCase();

/** The name without the wildcard's asterisk. */
export const baseOf = (name: string): string => name.replace(/^\*\./, '');

const isRoot = (name: string): boolean => {
  const labels = name.split('.').length;
  return labels === 2 || (labels === 3 && longSuffixes.test(name));
};

/**
 * Refuses what App Runner's guide (manage-custom-domains) says is no name to associate: a wildcard
 * that is not the immediate subdomain of a root domain, or one with www. The words are ours.
 */
export const checkDomain = (name: string, www: boolean): void => {
  const invalid = (why: string) => invalidRequest(`The domain name ${name} isn't valid: ${why}.`);
  const base = baseOf(sameCase(name));
  const labels = base.split('.');
  if (labels.length < 2 || !labels.every((each) => label.test(each))) {
    throw invalid('it must be a root domain, a subdomain or a wildcard');
  }
  if (base.endsWith('.awsapprunner.com')) throw invalid("it is App Runner's own");
  if (!name.startsWith('*.')) return;
  if (!isRoot(base)) {
    throw invalid('a wildcard must be the immediate subdomain of a root domain');
  }
  if (www)
    throw invalid("a wildcard can't have the www subdomain, so EnableWWWSubdomain must be false");
};

/** The names that an association serves. */
export const namesOf = (name: string, www: boolean): string[] => {
  const domain = sameCase(name);
  return www ? [domain, `www.${domain}`] : [domain];
};

/** Whether a name can't have a certificate: nobody's top-level name, or too long for its subject. */
export const isHopeless = (name: string): boolean => {
  const tld = name.split('.').at(-1) ?? '';
  // A certificate's common name has at most 64 characters, and users see create_failed beyond.
  return reserved.has(tld) || /^\d+$/.test(tld) || name.length > 64;
};
