import type { DomainFacts } from '../domain/record.ts';

/** How a domain stands where a run leaves it, in a sentence. */
export function stateText({ name, status, zone }: DomainFacts): string {
  if (status === 'active') {
    // Of records that somebody else looks after it is not known whether they are there.
    const way = zone ? 'leads' : 'can lead';
    return `Domain: https://${name.replace(/^\*\./, 'anything.')} ${way} to the service.`;
  }
  return `Domain ${name} is ${status}; App Runner goes on by itself, and the next run from there.`;
}

/** That an association has failed again, in sentences. */
export function failedText(name: string, status: string): string {
  return (
    `App Runner could not set up domain '${name}': it is ${status} again, after it was made anew. ` +
    `Check that the domain exists and is written right, that its name servers are those of its zone, and that no CAA record keeps amazon.com from issuing a certificate.`
  );
}

/** That the time is over before a domain is active, in sentences. */
export function overdueText(
  name: string,
  status: string | undefined,
  timeoutMinutes: number,
): string {
  return (
    `timeout-minutes (${timeoutMinutes}) is over and domain '${name}' is ${status ?? 'not associated'}. ` +
    `A certificate mostly takes minutes, and may take 48 hours where its records are not seen: check them, raise timeout-minutes, or leave out domain-wait.`
  );
}
