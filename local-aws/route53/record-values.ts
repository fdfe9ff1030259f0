import { isIPv4, isIPv6 } from 'node:net';
import { canonicalName } from './names.ts';
import type { RecordType } from './shapes.ts';

/** Says what is wrong with a value; undefined when nothing is. */
type Check = (value: string) => string | undefined;

const must =
  (problem: string, holds: (value: string) => boolean): Check =>
  (value) =>
    holds(value) ? undefined : `FATAL problem: ${problem} encountered with '${value}'`;

const isName: Check = (value) => {
  try {
    canonicalName(value);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const quoted = must(
  'InvalidCharacterString (Value should be enclosed in quotation marks)',
  (value) => /^"(?:[^"\\]|\\.){0,255}"(?: "(?:[^"\\]|\\.){0,255}")*$/.test(value),
);

/** The types whose values are looked into; Route 53 does with all of them. */
const checks: Readonly<Partial<Record<RecordType, Check>>> = {
  A: must('ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address)', isIPv4),
  AAAA: must('AAAARRDATAIllegalIPv6Address (Value is not a valid IPv6 address)', isIPv6),
  CNAME: isName,
  NS: isName,
  PTR: isName,
  TXT: quoted,
  SPF: quoted,
  CAA: must('CAARRDATAIllegal (Value is not a valid CAA record)', (value) =>
    /^\d{1,3} [A-Za-z0-9]+ "[^"]*"$/.test(value),
  ),
  MX: must('MXRRDATANotTwoFields (MX record must have 2 fields)', (value) =>
    /^\d{1,5} \S+$/.test(value),
  ),
};

/**
 * What is wrong with the values of a record set, in Route 53's words as far as users quote them.
 */
export function wrongValues(type: RecordType, values: readonly string[]): string[] {
  const check = checks[type];
  const found = values.flatMap((value) => check?.(value) ?? []);
  const texts = found.map((text) => `Invalid Resource Record: '${text}'`);
  const single = type === 'CNAME' || type === 'SOA';
  if (single && values.length > 1) {
    // Our words: only the rule is documented.
    texts.push(`An RRSet of type ${type} can have one resource record only`);
  }
  const twice = new Set(values.filter((value, index) => values.indexOf(value) < index));
  return [...texts, ...[...twice].map((value) => `Duplicate Resource Record: '${value}'`)];
}
