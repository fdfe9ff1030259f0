import { describe, expect, it } from '@jest/globals';
import { readServiceConfigPath } from '../../../src/inputs/service-config.ts';
import { problemsIn, readerOf } from '../../support/create-inputs.ts';

function read(text: string) {
  const reader = readerOf({ 'service-config': text });
  return { path: readServiceConfigPath(reader), problems: problemsIn(reader) };
}

describe('the path of a document', () => {
  it.each(['service.json', 'deploy/service.yaml', '../common/a.b.YML', '/etc/service.yml'])(
    'may be %s',
    (path) => {
      expect(read(path)).toEqual({ path, problems: [] });
    },
  );

  it('is undefined when the input is not set', () => {
    expect(read('')).toEqual({ path: undefined, problems: [] });
  });

  it.each([
    ['without an ending', 'deploy/service', 'deploy/service'],
    ['with an ending alone', 'deploy/.yaml/service', 'deploy/.yaml/service'],
    ['with another ending', 'service.toml', 'service.toml'],
    ['that is called like a property of an object', 'service.constructor', 'service.constructor'],
    ['of two lines', 'a.json\nb.json', 'a.json ⏎ b.json'],
  ])('%s is refused', (_, text, shown) => {
    expect(read(text).problems).toEqual([
      `Input 'service-config' is '${shown}'; allowed: a path in one line that ends with .json, .yaml or .yml. Example: service-config: deploy/service.yaml`,
    ]);
  });

  it("is refused with the AWS CLI's file://", () => {
    expect(read('file://service.json').problems).toEqual([
      "Input 'service-config' is a path, without the file:// of the AWS CLI. Example: service-config: deploy/service.yaml",
    ]);
  });
});
