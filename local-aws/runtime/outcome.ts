/** What an answering application says to a request. */
export interface Reply {
  readonly status: number;
  readonly body: string;
}

/** What becomes of a container. Times are milliseconds of the clock; `lines` are its output. */
export type Outcome =
  | {
      readonly kind: 'listens';
      readonly afterMs?: number;
      readonly lines?: readonly string[];
      readonly reply?: (path: string) => Reply;
    }
  | {
      readonly kind: 'exits';
      readonly code: number;
      readonly afterMs?: number;
      readonly lines?: readonly string[];
    }
  /** Runs, but nothing answers on the port. */
  | { readonly kind: 'unhealthy'; readonly lines?: readonly string[] }
  | { readonly kind: 'wrong-architecture' };
