import type { Clock } from '../clock.ts';
import type { HealthCheck, Instance } from '../runtime/runtime.ts';
import type { Timing } from './pace.ts';
import type { HealthCheckConfiguration } from './shapes.ts';

export type Verdict =
  | { readonly kind: 'healthy' }
  | { readonly kind: 'unhealthy' }
  | { readonly kind: 'exit'; readonly code: number };

/** Between two probes of one check: short at first, so that a quick container is seen at once. */
const firstStepMs = 20;
const longestStepMs = 250;

/** One check: it passes when a probe does before the interval is over. */
const check = async (
  instance: Instance,
  probe: HealthCheck,
  lengthMs: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<boolean> => {
  const end = clock.now() + lengthMs;
  for (let step = firstStepMs; ; step = Math.min(step * 1.5, longestStepMs)) {
    if (await instance.probe(probe)) return true;
    const left = end - clock.now();
    if (left <= 0 || signal.aborted) return false;
    await clock.sleep(Math.min(step, left), signal);
  }
};

const count = async (
  instance: Instance,
  configuration: Required<HealthCheckConfiguration>,
  timing: Timing,
  clock: Clock,
  signal: AbortSignal,
): Promise<Verdict> => {
  const probe: HealthCheck = {
    protocol: configuration.Protocol,
    path: configuration.Path,
    timeoutSeconds: configuration.Timeout,
  };
  const intervalMs = timing.intervalMs(configuration.Interval);
  let passed = 0;
  let failed = 0;
  while (!signal.aborted) {
    const start = clock.now();
    if (await check(instance, probe, intervalMs, clock, signal)) {
      passed += 1;
      failed = 0;
      if (passed >= configuration.HealthyThreshold) return { kind: 'healthy' };
      await clock.sleep(Math.max(0, start + intervalMs - clock.now()), signal);
    } else {
      failed += 1;
      passed = 0;
      if (failed >= configuration.UnhealthyThreshold) return { kind: 'unhealthy' };
    }
  }
  return { kind: 'unhealthy' };
};

/**
 * Watches a new instance until its checks passed or failed as often in a row as configured, or its
 * process ended. An exit decides at once, as it does for App Runner.
 */
export const awaitHealth = async (
  instance: Instance,
  configuration: Required<HealthCheckConfiguration>,
  timing: Timing,
  clock: Clock,
  signal: AbortSignal,
): Promise<Verdict> => {
  const over = new AbortController();
  const either = AbortSignal.any([signal, over.signal]);
  const exited = instance.exited.then((code): Verdict => ({ kind: 'exit', code }));
  try {
    return await Promise.race([exited, count(instance, configuration, timing, clock, either)]);
  } finally {
    over.abort();
  }
};
