import { describe, expect, it } from '@jest/globals';
import { licenceTable, packedPackages, runtimePackages } from '../../../scripts/docs/licences.ts';

const lock = {
  '': { license: 'MIT' },
  'node_modules/one': { license: 'MIT' },
  'node_modules/@scope/two': { license: 'Apache-2.0' },
  'node_modules/one/node_modules/@scope/two': { license: 'Apache-2.0' },
  'node_modules/three': { license: 'ISC' },
  'node_modules/tool': { license: 'GPL-3.0', dev: true },
  'node_modules/other-tool': { license: 'MPL-2.0', devOptional: true },
};

const packages = runtimePackages(lock);

describe('the licences of what dist contains', () => {
  it('are asked of each package but those for development', () => {
    expect(packages.map(({ name }) => name)).toEqual(['one', '@scope/two', '@scope/two', 'three']);
  });

  it.each([
    ['another', { license: 'GPL-3.0' }, 'bad (GPL-3.0)'],
    [
      'a choice, which somebody has to look at',
      { license: '(MIT OR GPL-3.0)' },
      '(MIT OR GPL-3.0)',
    ],
    ['none', {}, 'bad (none)'],
  ])('are refused when one is %s', (_, bad, words) => {
    expect(() => runtimePackages({ ...lock, 'node_modules/bad': bad })).toThrow(words);
  });

  it('are listed for those that were packed, once each and by name', () => {
    const text = 'one\nMIT\nThe MIT License\nthree times\n\n@scope/two\nApache-2.0\n\n';
    const packed = packedPackages(text, packages);
    expect(packed.map(({ name }) => name)).toEqual(['@scope/two', 'one']);
    expect(licenceTable(packed).split('\n').slice(2)).toEqual([
      '| Apache-2.0 | `@scope/two` |',
      '| MIT | `one` |',
    ]);
  });
});
