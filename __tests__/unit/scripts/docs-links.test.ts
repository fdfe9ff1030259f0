import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { brokenLinks } from '../../../scripts/docs/links.ts';
import { projectFiles, readSources } from '../../../scripts/lint/sources.ts';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

describe('links of documents', () => {
  const files = ['README.md', 'docs/a.md', 'src/x.ts'];
  const page = (text: string) => [
    { path: 'README.md', text: '# Top\n\n## What `it` does, twice' },
    { path: 'docs/a.md', text },
  ];

  it.each([
    '[file](../src/x.ts)',
    '[folder](../src) and [with a slash](../src/)',
    '[heading](../README.md#what-it-does-twice)',
    '# Own heading\n\n[own](#own-heading)',
    '[elsewhere](https://example.com/gone#nowhere)',
    '```md\n[shown](gone.md)\n```',
  ])('lead somewhere: %j', (text) => {
    expect(brokenLinks(page(text), files)).toEqual([]);
  });

  it.each([
    ['[file](gone.md)', 'docs/a.md: gone.md'],
    ['[heading](../README.md#what)', 'docs/a.md: ../README.md#what'],
    ['[own](#gone)', 'docs/a.md: #gone'],
    ['[outside](../../x.md)', 'docs/a.md: ../../x.md'],
    ['```sh\n# gone\n```\n[own](#gone)', 'docs/a.md: #gone'],
  ])('lead nowhere: %j', (text, told) => {
    expect(brokenLinks(page(text), files)).toEqual([told]);
  });

  it('all lead somewhere in this project', async () => {
    const all = await projectFiles(PROJECT);
    const pages = await readSources(PROJECT, all, /^(?!\.github\/).*\.md$/);
    expect(pages.map(({ path }) => path)).toContain('README.md');
    expect(brokenLinks(pages, all)).toEqual([]);
  });
});
