import type { DomainFacts } from './domain/record.ts';

/** What a run did, as the output `result` says it. */
export type Result =
  | 'created'
  | 'updated'
  | 'deployed'
  /** Image and settings are what runs already. */
  | 'unchanged'
  /** A dry run told what would be done. */
  | 'planned'
  /** Nothing was to be done, and that is no failure; the log says why. */
  | 'skipped'
  | 'deleted'
  | 'paused'
  | 'resumed'
  | 'rolled-back'
  | 'failed';

/** What is known of the service and the image; it grows while a run goes on. */
export interface Facts {
  readonly serviceName?: string | undefined;
  readonly serviceArn?: string | undefined;
  readonly serviceId?: string | undefined;
  readonly serviceUrl?: string | undefined;
  readonly serviceStatus?: string | undefined;
  readonly operationId?: string | undefined;
  readonly operationStatus?: string | undefined;
  /** Full name of the image, without the digest. */
  readonly image?: string | undefined;
  readonly imageDigest?: string | undefined;
  /** The commit that the image was made from. */
  readonly commit?: string | undefined;
  /** The status that the service URL answered, or `no answer`. */
  readonly health?: string | undefined;
  /** The last operations, as JSON. */
  readonly operations?: string | undefined;
  /** State of the service's domains, in small letters. */
  readonly domainStatus?: string | undefined;
  /** The custom domain that the run is about, once its state is known. */
  readonly domain?: DomainFacts | undefined;
}

/** One App Runner call that changes something, as far as this run knows what became of it. */
export interface Act {
  /** Such as CreateService. */
  readonly call: string;
  readonly operationId?: string | undefined;
  /** The operation's status; undefined until App Runner has answered the call. */
  readonly status?: string | undefined;
  /** What a call without an operation did, in words, once App Runner has answered it. */
  readonly effect?: string | undefined;
}

/** The phase that comes after the deployment has succeeded. */
export const SMOKE_TEST = 'Smoke test';

/** The phase in which a service gets its custom domain, after everything else. */
export const DOMAIN = 'Domain';

/** One part of a run and how long it took. */
export interface Phase {
  readonly name: string;
  readonly ms: number;
}
