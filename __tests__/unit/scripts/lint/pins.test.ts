import { describe, expect, it } from '@jest/globals';
import { unpinned } from '../../../../scripts/lint/pins.ts';

const COMMIT = '3d3c42e5aac5ba805825da76410c181273ba90b1';

describe('a pinned `uses`', () => {
  it.each([
    `- uses: actions/checkout@${COMMIT} # v7.0.1`,
    `  uses: github/codeql-action/init@${COMMIT} # v4`,
    '- uses: ./',
    '- uses: ./.github/actions/one',
    'run: echo "uses: nothing"',
  ])('%j is taken', (line) => {
    expect(unpinned(line, false)).toEqual([]);
  });

  it.each([
    `actions/checkout@${COMMIT}`,
    `actions/checkout@${COMMIT} # main`,
    `actions/checkout@${COMMIT.slice(1)} # v7.0.1`,
    'actions/checkout@v7',
    'actions/checkout',
    '../elsewhere',
    'docker://alpine:3',
    'OWNER/apprunner-deploy@COMMIT',
  ])('%j is refused with its line', (uses) => {
    expect(unpinned(`steps:\n  - uses: ${uses}\n`, false)).toEqual([{ line: 2, uses }]);
  });

  it.each(['OWNER/apprunner-deploy@COMMIT', 'docker/setup-buildx-action@COMMIT # a builder'])(
    '%j is the reader’s to fill in, in a document alone',
    (uses) => {
      expect(unpinned(`- uses: ${uses}`, true)).toEqual([]);
      expect(unpinned(`- uses: ${uses}`, false)).toHaveLength(1);
    },
  );
});
