import { buildStage, isBuildLine } from '../diagnosis/build-lines.ts';
import type { LogEvent, Logs } from '../ports.ts';
import { OperationStream } from './log-stream.ts';

/** How App Runner says that a deployment starts; ids have no dashes there. */
const STARTED = /Deployment with ID : ([0-9a-f]{32}) started/i;

/** Readings from the one on that tells of a build's end; its lines may come later than that. */
const AFTER_BUILD = 2;

/**
 * What the build of an operation prints. Whether there is one App Runner's lines tell, so that
 * an operation on an image costs no call, and one that somebody else started is known as well.
 */
export class BuildOutput {
  readonly #group: string;
  #operationId: string | undefined;
  #stream: OperationStream | undefined;
  /** Undefined while there is no build. */
  #readingsLeft: number | undefined;

  /** @param group the log group of the service */
  constructor(group: string, operationId: string | undefined) {
    this.#group = group;
    this.#operationId = operationId;
  }

  /** Hears one of App Runner's own lines. */
  hear(message: string): void {
    this.#operationId ??= STARTED.exec(message)?.[1];
    const stage = buildStage(message);
    if (stage) this.#readingsLeft = stage === 'over' ? AFTER_BUILD : Number.POSITIVE_INFINITY;
  }

  /**
   * The lines that have come since the last reading; none without a build.
   *
   * @param last true to read also where a build is long over
   */
  async read(logs: Logs, last: boolean): Promise<readonly LogEvent[]> {
    const left = this.#readingsLeft;
    if (left === undefined || (left <= 0 && !last)) return [];
    if (this.#operationId === undefined) return [];
    this.#readingsLeft = left - 1;
    this.#stream ??= new OperationStream(this.#group, this.#operationId);
    const lines = (await this.#stream.read(logs)) ?? [];
    return lines.filter(({ message }) => isBuildLine(message));
  }
}
