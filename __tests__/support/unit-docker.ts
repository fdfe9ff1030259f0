import type { Docker, ProcessOptions, ProcessResult } from '../../src/ports.ts';

/** One call of docker: its arguments, and what it was given beside them. */
export interface DockerCall extends ProcessOptions {
  readonly args: readonly string[];
}

/** A docker command that answers from a script and keeps what it was asked. */
export interface FakeDocker {
  readonly docker: Docker;
  readonly calls: readonly DockerCall[];
}

/** What a call answers: the parts of a result that matter, or an error to throw. */
export type DockerAnswer = Partial<ProcessResult> | Error | undefined;

/** @param answer gives each call's answer; a call without one succeeds in silence */
export function fakeDocker(
  answer: (call: DockerCall) => DockerAnswer | Promise<DockerAnswer> = () => undefined,
): FakeDocker {
  const calls: DockerCall[] = [];
  return {
    calls,
    docker: async (args, options = {}) => {
      const call = { args, ...options };
      calls.push(call);
      const given = await answer(call);
      if (given instanceof Error) throw given;
      return { code: 0, stdout: '', stderr: '', ...given };
    },
  };
}
