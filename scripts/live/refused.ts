import type { Done } from './operations.ts';

/** What came of a call that AWS may refuse. */
export type Tried<T> =
  | { readonly kind: 'taken'; readonly value: T }
  | { readonly kind: 'refused'; readonly text: string };

/** AWS's own refusal of a call in a line; undefined for whatever else went wrong. */
export function refusalText(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('$fault' in error)) return undefined;
  return `${error.name}: ${error.message}`;
}

/**
 * Makes a call; a refusal by AWS is an answer too.
 *
 * @throws whatever is no refusal
 */
export async function tried<T>(call: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { kind: 'taken', value: await call() };
  } catch (error) {
    const text = refusalText(error);
    if (text === undefined) throw error;
    return { kind: 'refused', text };
  }
}

/** How an operation ended, as far as App Runner lists it. */
export function endOf({ call, listed, service }: Done): string {
  return `${call} ended ${listed?.Status ?? 'without being listed'}; the service is ${service.Status}.`;
}

/** True unless the operation is known to have failed. */
export function succeeded({ listed, service }: Done): boolean {
  return listed ? listed.Status === 'SUCCEEDED' : service.Status === 'RUNNING';
}
