import type { Runner } from '../../src/ports.ts';

/** A runner that keeps what it is told. */
export interface FakeRunner extends Runner {
  /** Every log line and group in order, such as `info: text`, `group: Check`, `end`. */
  readonly log: string[];
  readonly masked: string[];
  readonly outputs: Record<string, string>;
  readonly state: Record<string, string>;
  readonly summaries: string[];
  /** All log lines as one text. */
  text(): string;
}

/** @param events told each thing as it happens, to see it in order with other fakes' events */
export function fakeRunner(events: string[] = []): FakeRunner {
  const runner = {
    log: [] as string[],
    masked: [] as string[],
    outputs: {} as Record<string, string>,
    state: {} as Record<string, string>,
    summaries: [] as string[],
  };
  const say = (line: string) => {
    runner.log.push(line);
  };
  return {
    ...runner,
    text: () => runner.log.join('\n'),
    info: (message) => say(`info: ${message}`),
    warning: (message) => say(`warning: ${message}`),
    error: (message, title) => say(`error: ${title}: ${message}`),
    debug: (message) => say(`debug: ${message}`),
    startGroup: (name) => say(`group: ${name}`),
    endGroup: () => say('end'),
    mask: (secret) => {
      runner.masked.push(secret);
      events.push(`mask ${secret}`);
    },
    setOutput: (name, value) => {
      runner.outputs[name] = value;
    },
    saveState: (name, value) => {
      runner.state[name] = value;
      events.push(`state ${name}`);
    },
    summary: async (markdown) => {
      runner.summaries.push(markdown);
    },
  };
}
