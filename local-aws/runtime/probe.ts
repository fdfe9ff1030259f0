import { request } from 'node:http';
import { connect } from 'node:net';
import type { HealthCheck } from './runtime.ts';

const probeTcp = (
  host: string,
  port: number,
  timeoutMs: number,
  settleMs: number,
): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, host);
    const end = (healthy: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(healthy);
    };
    let timer = setTimeout(() => end(false), timeoutMs);
    socket.on('connect', () => {
      clearTimeout(timer);
      if (settleMs === 0) return end(true);
      timer = setTimeout(() => end(true), settleMs);
      return undefined;
    });
    socket.on('data', () => end(true));
    socket.on('end', () => end(false));
    socket.on('error', () => end(false));
  });

/** App Runner's guide names no range; 401 is known to fail. */
export const isHealthy = (status: number): boolean => status >= 200 && status < 400;

const probeHttp = (host: string, port: number, path: string, timeoutMs: number): Promise<boolean> =>
  new Promise((resolve) => {
    const sent = request({ host, port, path, timeout: timeoutMs, agent: false }, (response) => {
      const status = response.statusCode ?? 0;
      response.destroy();
      resolve(isHealthy(status));
    });
    const over = setTimeout(() => sent.destroy(new Error('health check timed out')), timeoutMs);
    sent.on('error', () => resolve(false));
    sent.on('close', () => clearTimeout(over));
    sent.end();
  });

/**
 * One health check of what answers at `host` and `port`. TCP: a connection is taken and kept. HTTP:
 * a GET is answered with 200 to 399.
 *
 * A proxy in front of a container takes a connection before it knows whether anything listens, and
 * drops it at once when nothing does: behind one, `settleMs` is how long it must stay open.
 */
export const probeAddress = (
  host: string,
  port: number,
  check: HealthCheck,
  settleMs = 0,
): Promise<boolean> => {
  const timeoutMs = check.timeoutSeconds * 1000;
  return check.protocol === 'HTTP'
    ? probeHttp(host, port, check.path, timeoutMs)
    : probeTcp(host, port, timeoutMs, settleMs);
};
