import { describe, expect, it } from '@jest/globals';
import { workflowsToCopy } from '../../../../scripts/lint/sources.ts';
import { workflowBlocks, yamlBlocks } from '../../../../scripts/lint/workflow-blocks.ts';

const WORKFLOW = `name: Deploy
on: push
jobs:
  deploy:
    steps:
      - uses: OWNER/apprunner-deploy@COMMIT # pin it
`;
const fenced = (text: string, language = 'yaml') => `\`\`\`${language}\n${text}\`\`\`\n`;

describe('the workflows of a document', () => {
  it('are found with their names and lines among other blocks', () => {
    const document = `# Title\n\n${fenced('with:\n  service: hello\n')}\n${fenced(WORKFLOW, 'yml')}\n${fenced(WORKFLOW, 'json')}`;
    expect(workflowBlocks(document)).toEqual([{ name: 'Deploy', line: 9, text: WORKFLOW }]);
    expect(document.split('\n')[8]).toBe('name: Deploy');
    expect(yamlBlocks(document).map(({ line }) => line)).toEqual([4, 9]);
  });

  it('are not those that say that they leave something out', () => {
    expect(workflowBlocks(fenced(`${WORKFLOW}      # ...\n`))).toEqual([]);
  });

  it('have a name, or the document is refused with the line', () => {
    const nameless = WORKFLOW.replace('name: Deploy\n', '');
    expect(() => workflowBlocks(fenced(nameless))).toThrow(/^The workflow at line 2 has no name/);
    expect(() => workflowsToCopy([{ path: 'docs/a.md', text: fenced(nameless) }], './')).toThrow(
      'docs/a.md: The workflow at line 2',
    );
  });

  it('are laid out with the lines that they have there, and with this action for the placeholder', () => {
    const text = `# Title\n\n${fenced(WORKFLOW)}`;
    const own = { path: 'examples/setup/deploy.yml', text: WORKFLOW };
    const other = { path: 'examples/setup/stack.yaml', text: 'Resources: {}\n' };
    const [block, file, ...none] = workflowsToCopy([{ path: 'docs/a.md', text }, own, other], './');
    expect(none).toEqual([]);
    expect(block?.path).toBe('docs-a.md-line-4.yml');
    expect(block?.text.split('\n').slice(3, 5)).toEqual(['name: Deploy', 'on: push']);
    expect(block?.text).toContain('- uses: ./ # pin it\n');
    expect(file).toMatchObject({ path: 'examples-setup-deploy.yml-line-1.yml' });
  });
});
