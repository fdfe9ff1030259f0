import type { DomainInputs, DomainTemplate } from './domain.ts';
import type { GetInput, InputReader } from './reader.ts';

/** Reads the inputs about a custom domain. */
export interface DomainSide {
  /** As readDomain. */
  domain(
    reader: InputReader,
    pullRequest: number | undefined,
    waits: boolean,
  ): DomainInputs | undefined;
  /** As readTemplate. */
  template(reader: InputReader): DomainTemplate | undefined;
}

/** Inputs that ask for no domain when they are not set or `false`. */
const ABOUT_DOMAINS = ['domain', 'domain-www', 'hosted-zone-id', 'domain-wait'];

/** Loads it where an input asks for it: other runs would only start later. */
export async function loadDomainSide(get: GetInput): Promise<DomainSide | undefined> {
  if (ABOUT_DOMAINS.every((name) => ['', 'false'].includes(get(name)))) return undefined;
  const { readDomain, readTemplate } = await import('./domain.ts');
  return { domain: readDomain, template: readTemplate };
}
