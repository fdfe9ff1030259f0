import type { OperationSummary, Service } from '@aws-sdk/client-apprunner';
import { errorCode } from '../aws/errors.ts';
import { ActionError } from '../errors.ts';
import { isUnanswered, refusalOf } from './refusals.ts';

/** What one question to App Runner brought. */
export type Answer<T> =
  | { readonly kind: 'answer'; readonly value: T }
  /** The service does not exist. */
  | { readonly kind: 'gone' }
  /** AWS could not be asked now; the question can be put again. */
  | { readonly kind: 'unanswered'; readonly error?: unknown };

/** Lists of operations and services are asked for in the same way. */
export type Asked = readonly OperationSummary[] | Service;

/**
 * Puts a question of a wait. What says nothing about the operation, such as throttling or a
 * broken connection that outlasted the SDK's retries, is an answer too.
 *
 * @param ms how long the answer may take
 * @throws ActionError for what asking again does not change
 */
export async function ask<T extends Asked>(
  question: () => Promise<T>,
  ms: number,
): Promise<Answer<T>> {
  try {
    const value = await within(ms, question());
    return value === undefined ? { kind: 'unanswered' } : { kind: 'answer', value };
  } catch (error) {
    if (refusalOf(error) === 'gone') return { kind: 'gone' };
    if (isPassing(error)) return { kind: 'unanswered', error };
    throw error;
  }
}

/**
 * What a promise resolves to, or undefined once `ms` milliseconds have passed: the SDK may go on
 * with its retries for longer than a run has left. The timer does not outlive the answer.
 */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), ms);
  // Nobody hears of it when it fails after its time.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Networks that fail for a while; the endpoint was reached before, so it is there. */
const UNREACHABLE = new Set(['ENOTFOUND', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH']);

/** The codes by which AWS asks for fewer calls (SDK, service-error-classification). */
const THROTTLED =
  /throttl|^TooManyRequests|^RequestLimitExceeded|^BandwidthLimitExceeded|^SlowDown/i;

function isPassing(error: unknown): boolean {
  const cause = error instanceof ActionError ? error.cause : error;
  if (cause === undefined) return false;
  const code = errorCode(cause);
  return isUnanswered(cause) || UNREACHABLE.has(code) || THROTTLED.test(code);
}
