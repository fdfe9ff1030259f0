import { domainToASCII } from 'node:url';

/** What a text is as a domain, or a sentence about what is wrong with it. */
export type ReadName = { readonly name: string } | { readonly problem: string };

/**
 * A certificate's common name has 64 characters at the most (RFC 5280, ub-common-name), and App
 * Runner's has the domain in it: a longer one fails after minutes. DNS itself would take 253.
 */
const LONGEST = 64;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Top-level names in which nobody can have a domain, nor a certificate (RFC 2606, 6761, 7686). */
const NOBODYS = new Set('example internal invalid local localhost onion test'.split(' '));

const WILDCARD = '*.';

/**
 * Reads the name of a domain as App Runner takes it (API model, DomainName): small letters, letters
 * of other alphabets in their DNS form (punycode), a `*` as the whole first label or none.
 */
export function readDomainName(text: string): ReadName {
  if (/[/:@?#\s\p{Cc}]/u.test(text)) {
    return { problem: 'is a host name alone, without https://, port, path and spaces' };
  }
  const whole = text.replace(/\.$/, '').toLowerCase();
  const wildcard = whole.startsWith(WILDCARD);
  const rest = asciiOf(wildcard ? whole.slice(WILDCARD.length) : whole);
  const labels = rest.split('.');
  if (labels.length < 2) return { problem: 'is a whole name, with a dot, such as app.example.com' };
  if (labels.some((label) => label.includes('*'))) {
    return { problem: 'may have a * as its whole first label, and nowhere else' };
  }
  if (!labels.every((label) => LABEL.test(label))) {
    return {
      problem:
        'consists of labels with dots between, each 1 to 63 of a-z 0-9 -, beginning and ending with a letter or digit',
    };
  }
  if (/^\d+$/.test(`${labels.at(-1)}`)) return { problem: 'is a name, and no IP address' };
  if (NOBODYS.has(`${labels.at(-1)}`)) {
    return { problem: `can be had in the DNS, and '.${labels.at(-1)}' is kept for other uses` };
  }
  const name = `${wildcard ? WILDCARD : ''}${rest}`;
  if (name.length > LONGEST) {
    return {
      problem: `has ${LONGEST} characters at the most, all that its certificate has room for`,
    };
  }
  return { name };
}

/** A name of plain ASCII as it is; what has other letters, and no DNS form, stays what it is. */
function asciiOf(name: string): string {
  const ascii = [...name].every((sign) => sign.charCodeAt(0) < 128);
  return ascii ? name : domainToASCII(name) || name;
}

/**
 * Second labels below which registries of countries give names away, such as `co.uk`: a name right
 * below one is nobody's subdomain. What is not in this list is refused at the worst, with the reason.
 */
const REGISTRIES = new Set('ac co com edu go gob gouv gov ltd me ne net nom or org plc'.split(' '));

/** Why `www.` can't come beside a name, in a sentence; undefined where it can. */
export function wwwProblem(name: string): string | undefined {
  const labels = name.split('.');
  if (labels[0] === '*') {
    return 'a wildcard holds its www already, and App Runner takes only one of the two';
  }
  const [, second = '', top = ''] = labels;
  const registered =
    labels.length === 2 || (labels.length === 3 && top.length === 2 && REGISTRIES.has(second));
  return registered
    ? undefined
    : 'it is a subdomain, and www is for the domain that was registered, such as example.com';
}
