import { parse } from 'yaml';

/** A whole workflow that stands in a document. */
export interface WorkflowBlock {
  /** The workflow's `name`. */
  readonly name: string;
  /** The document's line that the workflow starts at, from 1. */
  readonly line: number;
  readonly text: string;
}

const FENCED = /^```ya?ml\n(.*?)^```/gms;

/** What a piece says in place of what it leaves out. */
const LEFT_OUT = '# ...';

/** The blocks of YAML of a Markdown text, each with its first line's number. */
export function yamlBlocks(markdown: string): { readonly line: number; readonly text: string }[] {
  return [...markdown.matchAll(FENCED)].map((match) => ({
    line: markdown.slice(0, match.index).split('\n').length + 1,
    text: match[1] ?? '',
  }));
}

/** True for YAML with the two keys that every workflow has. */
export const isWorkflow = (text: string): boolean => /^on:/m.test(text) && /^jobs:/m.test(text);

/**
 * The whole workflows of a Markdown text. A piece of one says `# ...` where something is left out.
 *
 * @throws Error for a workflow without a name that leaves nothing out: it would go unread
 */
export function workflowBlocks(markdown: string): WorkflowBlock[] {
  return yamlBlocks(markdown)
    .filter(({ text }) => isWorkflow(text) && !text.includes(LEFT_OUT))
    .map((block) => {
      const { name }: { name?: unknown } = parse(block.text);
      if (typeof name === 'string') return { ...block, name };
      throw new Error(
        `The workflow at line ${block.line} has no name: give it one, or say '${LEFT_OUT}' where it leaves something out.`,
      );
    });
}
