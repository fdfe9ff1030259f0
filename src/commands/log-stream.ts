import { streamId } from '../diagnosis/log-groups.ts';
import type { LogEvent, Logs } from '../ports.ts';

/** A stream of a log group, read forward: each line comes once. */
export class LogStream {
  readonly #group: string;
  readonly #name: string;
  readonly #since: number;
  #next: string | undefined;

  /** @param since milliseconds since 1970 of the oldest line that is wanted */
  constructor(group: string, name: string, since: number) {
    this.#group = group;
    this.#name = name;
    this.#since = since;
  }

  /** The lines since the last reading; undefined while there is no such stream. */
  async read(logs: Logs): Promise<readonly LogEvent[] | undefined> {
    const from = this.#next === undefined ? { since: this.#since } : { next: this.#next };
    const page = await logs.read(this.#group, this.#name, from);
    this.#next = page?.next ?? this.#next;
    return page?.events;
  }
}

/**
 * The stream of one operation. It is called deployment/ID for a creation and a deployment (App
 * Runner developer guide, monitor-cwl); how it is called for an update is not documented, so the
 * streams are listed where there is none of that name.
 */
export class OperationStream {
  readonly #group: string;
  readonly #id: string;
  #stream: LogStream;

  /** @param operationId with dashes or without */
  constructor(group: string, operationId: string) {
    this.#group = group;
    this.#id = streamId(operationId);
    this.#stream = new LogStream(group, `deployment/${this.#id}`, 0);
  }

  /** The lines since the last reading; undefined while there is no such stream. */
  async read(logs: Logs): Promise<readonly LogEvent[] | undefined> {
    const events = await this.#stream.read(logs);
    if (events) return events;
    const streams = await logs.streams(this.#group);
    const own = streams?.find(({ name }) => name.toLowerCase().endsWith(this.#id));
    if (!own) return undefined;
    this.#stream = new LogStream(this.#group, own.name, 0);
    return this.#stream.read(logs);
  }
}
