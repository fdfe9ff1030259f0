/**
 * Turns what a step prints into what the runner shows of it: masked values as ***, workflow
 * commands carried out instead of shown, debug lines left out.
 */
export class ShownLog {
  readonly #masks = new Set<string>();
  readonly #show: (line: string) => void;
  #rest = '';

  constructor(show: (line: string) => void) {
    this.#show = show;
  }

  /** Takes a piece of the output; whole lines are shown at once. */
  write(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#line(line);
  }

  /** Shows a last line that has no line break. */
  end(): void {
    if (this.#rest !== '') this.#line(this.#rest);
    this.#rest = '';
  }

  #line(line: string): void {
    const command = /^::(?<name>[a-z-]+)(?: (?<properties>[^:]*))?::(?<value>.*)$/.exec(
      line,
    )?.groups;
    const shown = command
      ? this.#command(command.name ?? '', unescaped(command.value ?? ''))
      : line;
    if (shown === undefined) return;
    let masked = shown;
    for (const mask of this.#masks) masked = masked.replaceAll(mask, '***');
    this.#show(masked);
  }

  #command(name: string, value: string): string | undefined {
    switch (name) {
      case 'add-mask':
        this.#masks.add(value);
        return undefined;
      case 'group':
        return `▸ ${value}`;
      case 'error':
      case 'warning':
      case 'notice':
        return `${name.toUpperCase()}: ${value}`;
      case 'endgroup':
      case 'debug':
        return undefined;
      default:
        return `::${name}::${value}`;
    }
  }
}

/** Undoes the escaping of a workflow command's value (@actions/core, escapeData). */
function unescaped(value: string): string {
  return value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
