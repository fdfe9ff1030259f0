import { isAccessDenied } from '../aws/errors.ts';
import { CancelledError, errorMessage } from '../errors.ts';
import type { LogEvent, LogStream, Logs } from '../ports.ts';

const LIST = 'logs:DescribeLogStreams';
const READ = 'logs:GetLogEvents';

/**
 * Reads logs as far as they can be read: a group or stream that does not exist, a refusal and a
 * fault give nothing and are kept for a note. What may not be done is not tried again.
 */
export class LogReader {
  readonly #logs: Logs;
  readonly #denied = new Set<string>();
  readonly #absent = new Set<string>();
  readonly #faults = new Map<string, string>();

  constructor(logs: Logs) {
    this.#logs = logs;
  }

  /** IAM actions that were refused. */
  get denied(): readonly string[] {
    return [...this.#denied].sort();
  }

  /** False once no line of any stream may be read. */
  get mayRead(): boolean {
    return !this.#denied.has(READ);
  }

  /** False once streams may not be listed; those of instances have names that nobody knows. */
  get mayList(): boolean {
    return !this.#denied.has(LIST);
  }

  /** True when a group was looked for and is not there. */
  isAbsent(group: string): boolean {
    return this.#absent.has(group);
  }

  /** What went wrong when a group was last read, unless it was refused. */
  fault(group: string): string | undefined {
    return this.#faults.get(group);
  }

  async streams(group: string): Promise<readonly LogStream[]> {
    const found = await this.#attempt(LIST, group, () => this.#logs.streams(group));
    if (found === 'nothing') return [];
    if (found) this.#absent.delete(group);
    else this.#absent.add(group);
    return found ?? [];
  }

  async tail(group: string, stream: string, lines: number): Promise<readonly LogEvent[]> {
    const found = await this.#attempt(READ, group, () => this.#logs.tail(group, stream, lines));
    return found === 'nothing' ? [] : (found ?? []);
  }

  async #attempt<T>(action: string, group: string, call: () => Promise<T>): Promise<T | 'nothing'> {
    if (this.#denied.has(action)) return 'nothing';
    try {
      const found = await call();
      this.#faults.delete(group);
      return found;
    } catch (error) {
      if (error instanceof CancelledError) throw error;
      if (isAccessDenied(error)) this.#denied.add(action);
      else this.#faults.set(group, errorMessage(error));
      return 'nothing';
    }
  }
}
