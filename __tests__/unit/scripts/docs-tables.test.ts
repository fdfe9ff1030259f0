import { describe, expect, it } from '@jest/globals';
import { between, inputTable, outputTable } from '../../../scripts/docs/tables.ts';

const action = {
  inputs: {
    service: { description: 'The name.', required: true },
    wait: { description: 'Wait | or\n  not.', default: 'true' },
  },
  outputs: { result: { description: 'What was done.' } },
};

describe('the tables of the README', () => {
  it('name each input with its default and a description in one cell', () => {
    expect(inputTable(action).split('\n').slice(2)).toEqual([
      '| `service` | **required** | The name. |',
      '| `wait` | `true` | Wait \\| or not. |',
    ]);
  });

  it('name each output', () => {
    expect(outputTable(action)).toContain('| `result` | What was done. |');
  });

  it('replace what is between their markers and nothing else', () => {
    const document = 'a\n<!-- t:start -->\nold\n<!-- t:end -->\nb\n';
    expect(between(document, 't', 'new')).toBe('a\n<!-- t:start -->\nnew\n<!-- t:end -->\nb\n');
    expect(between('<!-- t:start --><!-- t:end -->', 't', "$& $'")).toContain("\n$& $'\n");
  });

  it.each([
    ['none', 'no markers'],
    ['no end', '<!-- t:start -->\n'],
    ['no start', '<!-- t:end -->\n'],
    ['the end first', '<!-- t:end -->\n<!-- t:start -->\n'],
  ])('are refused where the markers are %s', (_, document) => {
    expect(() => between(document, 't', 'new')).toThrow('There are no markers');
  });
});
