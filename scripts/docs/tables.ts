/** The part of action.yml that the README repeats. */
export interface ActionFile {
  readonly inputs: Readonly<
    Record<
      string,
      { readonly description: string; readonly default?: string; readonly required?: boolean }
    >
  >;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/** The inputs as a Markdown table, in the order of action.yml. */
export function inputTable({ inputs }: ActionFile): string {
  const rows = Object.entries(inputs).map(([name, input]) => {
    const preset = input.required ? '**required**' : input.default ? `\`${input.default}\`` : '';
    return `| \`${name}\` | ${preset} | ${cell(input.description)} |`;
  });
  return ['| Input | Default | Meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The outputs as a Markdown table. */
export function outputTable({ outputs }: ActionFile): string {
  const rows = Object.entries(outputs).map(
    ([name, output]) => `| \`${name}\` | ${cell(output.description)} |`,
  );
  return ['| Output | Meaning |', '| --- | --- |', ...rows].join('\n');
}

/**
 * Puts text between the markers `<!-- NAME:start -->` and `<!-- NAME:end -->` of a document.
 *
 * @throws Error when the document has no such markers
 */
export function between(document: string, name: string, text: string): string {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = document.indexOf(start);
  const to = document.indexOf(end, from);
  if (from === -1 || to === -1) throw new Error(`There are no markers ${start} and ${end}.`);
  return `${document.slice(0, from + start.length)}\n${text}\n${document.slice(to)}`;
}

function cell(text: string): string {
  return text.trim().replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
}
