/** What a run did, as the output `result` says it. */
export type Result = 'created' | 'updated' | 'deployed' | 'rolled-back' | 'failed';

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
}

/** One part of a run and how long it took. */
export interface Phase {
  readonly name: string;
  readonly ms: number;
}
