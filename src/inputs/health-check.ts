import type { InputReader } from './reader.ts';

/** The health check as a workflow names it; times in seconds. */
export interface HealthCheckSettings {
  readonly protocol?: 'TCP' | 'HTTP';
  readonly path?: string;
  readonly interval?: number;
  readonly timeout?: number;
  readonly healthyThreshold?: number;
  readonly unhealthyThreshold?: number;
}

/**
 * Reads the health check; undefined when no input names a part of it. A path makes it HTTP,
 * because App Runner uses one with HTTP only (API reference, HealthCheckConfiguration).
 */
export function readHealthCheck(reader: InputReader): HealthCheckSettings | undefined {
  const protocol = reader.oneOf('health-check-protocol', ['TCP', 'HTTP'], 'HTTP');
  const path = readPath(reader);
  if (path !== undefined && protocol === 'TCP') {
    reader.problem(
      "Inputs 'health-check-path' and 'health-check-protocol' exclude each other here: a TCP check asks for no path. Remove one of them.",
    );
  }
  const settings = {
    protocol: path === undefined ? protocol : 'HTTP',
    path,
    interval: reader.integer('health-check-interval', 1, 20, 5),
    timeout: reader.integer('health-check-timeout', 1, 20, 2),
    healthyThreshold: reader.integer('health-check-healthy-threshold', 1, 20, 1),
    unhealthyThreshold: reader.integer('health-check-unhealthy-threshold', 1, 20, 5),
  };
  const named = Object.entries(settings).filter(([, value]) => value !== undefined);
  return named.length === 0 ? undefined : Object.fromEntries(named);
}

function readPath(reader: InputReader): string | undefined {
  return reader.matching('health-check-path', /^\/\S*$/, {
    allowed: 'a path that starts with / and has no spaces',
    example: 'health-check-path: /health',
  });
}
