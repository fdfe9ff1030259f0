import type { OperationSummary } from '@aws-sdk/client-apprunner';
import { duration } from '../report/duration.ts';
import { agoText } from './time-texts.ts';

/** An operation in a line: id, type, how it ended, how long it took and when it began. */
export function operationText(operation: OperationSummary, now: number): string {
  const { Id, Type, Status } = operation;
  const ms = tookMs(operation);
  const took = ms === undefined ? '' : ` in ${duration(ms)}`;
  return `${Id} ${Type} ${Status}${took}${begunText(operation, now)}`;
}

/** How long an operation took; undefined until it has ended. */
export function tookMs({ StartedAt, EndedAt }: OperationSummary): number | undefined {
  const ms = StartedAt && EndedAt && EndedAt.getTime() - StartedAt.getTime();
  return ms !== undefined && ms >= 0 ? ms : undefined;
}

function begunText({ StartedAt }: OperationSummary, now: number): string {
  return StartedAt ? `, begun ${agoText(now - StartedAt.getTime())}` : '';
}
