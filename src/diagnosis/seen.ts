import type { Address } from './listening.ts';

/** What is known of a deployment that failed; lines oldest first. */
export interface Seen {
  /** App Runner's own lines. */
  readonly events: readonly string[];
  /** What a build of source code printed, with App Runner's marks. */
  readonly build: readonly string[];
  /** The application's lines. */
  readonly application: readonly string[];
  /** Where the application says that it listens. */
  readonly addresses: readonly Address[];
  /** The port that the service was to have, where App Runner's lines do not tell. */
  readonly port?: string | undefined;
}

/** What is wrong, in one line, and what to do about it. */
export interface Known {
  readonly cause: string;
  readonly remedy: string;
}

/** A known cause of a failed deployment. */
export interface Explanation extends Known {
  /** False where application lines that are still to come could tell more. */
  readonly sure: boolean;
}

/** A health check as App Runner's lines describe it. */
export interface HealthCheck {
  readonly protocol: string | undefined;
  readonly path: string | undefined;
  readonly port: number | undefined;
}

/** The code that the container exited with, where App Runner told it. */
export function exitCode({ events }: Seen): number | undefined {
  // The first: what a rollback stops comes later.
  const [code] = events.flatMap((line) => /Container exit code: (\d+)/.exec(line)?.[1] ?? []);
  return code === undefined ? undefined : Number(code);
}

/**
 * The lines before anything was started. After them an image has been pulled: App Runner
 * writes "Invalid Access Role" during a rollback as well, where the role is right.
 */
export function beforeStart({ events }: Seen): readonly string[] {
  const start = events.findIndex((line) =>
    /Successfully (pulled|copied)|Provisioning instances|Performing health check/.test(line),
  );
  return start < 0 ? events : events.slice(0, start);
}

/**
 * The health check that failed; undefined when none did. Its line was seen with protocol, path
 * and port, and in 2023 with the port alone.
 */
export function failedHealthCheck({ events, port }: Seen): HealthCheck | undefined {
  if (!events.some((line) => /Health check failed/.test(line))) return undefined;
  const line =
    events.find((text) => /Health check failed on/.test(text)) ??
    events.find((text) => /Performing health check on/.test(text)) ??
    '';
  const said = /\[Port: '(\d+)'\]|on port '(\d+)'/.exec(line);
  const number = said?.[1] ?? said?.[2] ?? port;
  return {
    protocol: /protocol `(\w+)`/.exec(line)?.[1],
    path: /\[Path: '([^']*)'\]/.exec(line)?.[1],
    port: number === undefined ? undefined : Number(number),
  };
}
