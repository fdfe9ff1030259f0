/** One line of a log stream; times are milliseconds since 1970. */
export interface LogEvent {
  readonly timestamp: number;
  readonly message: string;
}

/** CloudWatch Logs' content: groups of streams of lines, each made by its first line. */
export class LogStore {
  readonly #groups = new Map<string, Map<string, LogEvent[]>>();

  /** Adds a line to a stream, making group and stream when they are absent. */
  append(group: string, stream: string, event: LogEvent): void {
    const streams = this.#groups.get(group) ?? new Map<string, LogEvent[]>();
    const events = streams.get(stream) ?? [];
    events.push(event);
    streams.set(stream, events);
    this.#groups.set(group, streams);
  }

  /** Group names, sorted. */
  groups(): string[] {
    return [...this.#groups.keys()].sort();
  }

  /** The streams of a group by name, or undefined when there is no such group. */
  streams(group: string): ReadonlyMap<string, readonly LogEvent[]> | undefined {
    return this.#groups.get(group);
  }

  /** Removes a group with its streams; says whether it was there. */
  remove(group: string): boolean {
    return this.#groups.delete(group);
  }
}
