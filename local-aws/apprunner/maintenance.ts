import type { Engine } from './engine.ts';

/**
 * Makes a service busy for `ms` milliseconds as AWS's own maintenance does: its status is
 * OPERATION_IN_PROGRESS though no operation is listed, calls are refused, and it goes on serving
 * (App Runner developer guide, architecture). Answers whether it began: a busy or deleted service
 * is left alone. Throws when there is none of that name or ARN.
 */
export const maintainService = (engine: Engine, nameOrArn: string, ms: number): boolean => {
  const { services, clock, signal } = engine;
  const service = services.named(nameOrArn) ?? services.find(nameOrArn);
  if (service === undefined) throw new Error(`There is no service ${nameOrArn} to maintain.`);
  const before = service.status;
  if (before === 'OPERATION_IN_PROGRESS' || before === 'DELETED') return false;
  service.status = 'OPERATION_IN_PROGRESS';
  const finish = async () => {
    await clock.sleep(ms, signal);
    service.status = before;
  };
  // Infinity never ends, and is no time that a clock could sleep.
  if (Number.isFinite(ms)) engine.background(finish());
  return true;
};
