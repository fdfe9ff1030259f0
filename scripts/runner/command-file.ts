/** Names and values that an action wrote to GITHUB_OUTPUT or GITHUB_STATE. */
export type CommandFile = Readonly<Record<string, string>>;

/**
 * Reads the format in which the runner takes outputs and state: `name=value`, or
 * `name<<DELIMITER`, lines, `DELIMITER`.
 */
export function readCommandFile(text: string): CommandFile {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const block = /^(?<name>[^=<]+)<<(?<delimiter>.+)$/.exec(line)?.groups;
    if (block?.name && block.delimiter) {
      const end = lines.indexOf(block.delimiter, index + 1);
      if (end === -1) throw new Error(`The value of ${block.name} does not end.`);
      values[block.name] = lines.slice(index + 1, end).join('\n');
      index = end;
    } else if (line !== '') {
      const at = line.indexOf('=');
      if (at < 1) throw new Error(`'${line}' is neither NAME=VALUE nor NAME<<DELIMITER.`);
      values[line.slice(0, at)] = line.slice(at + 1);
    }
  }
  return values;
}
