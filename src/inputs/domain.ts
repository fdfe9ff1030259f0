import { readDomainName, wwwProblem } from '../domain/name.ts';
import type { InputReader } from './reader.ts';

/** Where the records of a domain are: a hosted zone by its id, or the one that holds the name. */
export type NamedZone = { readonly kind: 'id'; readonly id: string } | { readonly kind: 'auto' };

/** A custom domain of the service. */
export interface DomainInputs {
  /** In small letters and DNS form; may begin with `*.`. */
  readonly name: string;
  /** `www.` leads to the service as well. */
  readonly www: boolean;
  /** Absent where the records are made by hand. */
  readonly zone?: NamedZone;
  /** Wait until the domain is active. */
  readonly wait: boolean;
}

/** The domains of previews, which a sweep takes with it. */
export interface DomainTemplate {
  readonly zone?: NamedZone;
  /** The domain's name for a pull request; undefined where it makes none. */
  nameFor(pullRequest: number): string | undefined;
}

/** Stands for a pull request's number. */
const NUMBER = '{number}';

const EXAMPLE = 'domain: app.example.com';

/**
 * Reads the domain of a service; undefined when none is named, or with a problem on record.
 *
 * @param pullRequest of a preview; undefined for any other service
 * @param waits whether the step waits for what it does to the service to end
 */
export function readDomain(
  reader: InputReader,
  pullRequest: number | undefined,
  waits: boolean,
): DomainInputs | undefined {
  const www = reader.flag('domain-www') ?? false;
  const wait = reader.flag('domain-wait') ?? false;
  const zone = readZone(reader);
  const text = reader.text('domain');
  if (text === undefined) {
    const needless = [...(www ? ['domain-www'] : []), ...(wait ? ['domain-wait'] : [])];
    refuseAlone(reader, [...needless, ...(zone ? ['hosted-zone-id'] : [])]);
    return undefined;
  }
  if (!waits) {
    reader.problem(
      "Inputs 'domain' and 'wait: false' exclude each other: App Runner takes a domain only once the deployment has ended. Remove one of them.",
    );
  }
  const name = readName(reader, text, pullRequest);
  if (name === undefined) return undefined;
  const problem = www && wwwProblem(name);
  if (problem) {
    reader.problem(
      `Inputs 'domain' and 'domain-www' exclude each other for '${name}': ${problem}. Remove 'domain-www'.`,
    );
  }
  return { name, www, wait, ...(zone && { zone }) };
}

/** Reads the domains of previews for a sweep; undefined when none is named. */
export function readTemplate(reader: InputReader): DomainTemplate | undefined {
  const zone = readZone(reader);
  const text = reader.text('domain');
  if (text === undefined) {
    refuseAlone(reader, zone ? ['hosted-zone-id'] : []);
    return undefined;
  }
  if (!text.includes(NUMBER)) {
    reader.refuse('domain', text, {
      allowed: `a domain with ${NUMBER} where the pull request's number goes, since a sweep is about previews, each with a domain of its own`,
      example: `domain: pr-${NUMBER}.preview.example.com`,
    });
    return undefined;
  }
  if (readName(reader, text, 1) === undefined) return undefined;
  return {
    ...(zone && { zone }),
    nameFor: (pullRequest) => {
      const read = readDomainName(numbered(text, pullRequest));
      return 'name' in read ? read.name : undefined;
    },
  };
}

function refuseAlone(reader: InputReader, inputs: readonly string[]): void {
  for (const input of inputs) {
    reader.problem(
      `Input '${input}' is set and 'domain' is not, so there is no domain that it could be about. Example: ${EXAMPLE}`,
    );
  }
}

function readName(
  reader: InputReader,
  text: string,
  pullRequest: number | undefined,
): string | undefined {
  if (pullRequest === undefined && text.includes(NUMBER)) {
    // A preview of which the number is not known has its problem on record already.
    if (reader.complainedAbout('preview')) return undefined;
    reader.refuse('domain', text, {
      allowed: `a domain without ${NUMBER}, which stands for the number of a pull request, and only a preview has one`,
      example: EXAMPLE,
    });
    return undefined;
  }
  const read = readDomainName(pullRequest === undefined ? text : numbered(text, pullRequest));
  if ('name' in read) return read.name;
  reader.refuse('domain', text, { allowed: `a domain, which ${read.problem}`, example: EXAMPLE });
  return undefined;
}

function numbered(text: string, pullRequest: number): string {
  return text.replaceAll(NUMBER, `${pullRequest}`);
}

function readZone(reader: InputReader): NamedZone | undefined {
  const text = reader.matching('hosted-zone-id', /^(auto|(\/hostedzone\/)?[A-Z0-9]{1,32})$/, {
    allowed:
      "a hosted zone's id, or auto for the longest public zone of the account that holds the domain",
    example: 'hosted-zone-id: Z0123456789ABCDEFGHIJ',
  });
  if (text === undefined) return undefined;
  return text === 'auto'
    ? { kind: 'auto' }
    : { kind: 'id', id: text.replace(/^\/hostedzone\//, '') };
}
