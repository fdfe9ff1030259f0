import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { EXAMPLE, PREVIEWS_EXAMPLE, policyTable } from '../../../scripts/docs/policies.ts';
import { ACCESS_POLICIES, FEATURES } from '../../../scripts/setup/features.ts';
import { actionsOf, policyAt } from '../../../scripts/setup/policies.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

const readme = read('README.md');

function jsonOf(marker: string): unknown {
  const [, json = ''] =
    new RegExp(`<!-- ${marker}:start -->\\s*\`\`\`json\\n(.*?)\`\`\``, 's').exec(readme) ?? [];
  return JSON.parse(json);
}

const names = (policies: readonly { readonly name: string }[]) => policies.map(({ name }) => name);

describe("the README's policies", () => {
  it('are those of the data, for its examples', () => {
    expect(jsonOf('policy')).toEqual(policyAt('deploy', EXAMPLE));
    expect(jsonOf('policy-previews')).toEqual(policyAt('previews', PREVIEWS_EXAMPLE));
    expect(readme).toContain(policyTable(['deploy', 'previews']));
  });

  it('name every action of every feature', () => {
    const missing = FEATURES.flatMap(({ name }) => actionsOf(policyAt(name, EXAMPLE))).filter(
      (action) => !readme.includes(action),
    );
    expect(missing).toEqual([]);
  });
});

describe("Terraform's files", () => {
  /** The names in an object of main.tf. */
  function keysOf(object: string): string[] {
    const [, body = ''] =
      new RegExp(`^  ${object} = \\{\\n(.*?)^  \\}`, 'ms').exec(
        read('examples/setup/terraform/main.tf'),
      ) ?? [];
    return [...body.matchAll(/^ {4}([\w-]+) += /gm)].map(([, name = '']) => name);
  }

  it('give roles the policies of the data, by their names', () => {
    expect(keysOf('features')).toEqual(names(FEATURES));
    expect(keysOf('access_policies')).toEqual(names(ACCESS_POLICIES));
  });

  it('have a value for all that policies leave open', () => {
    expect(keysOf('place').sort()).toEqual(Object.keys(EXAMPLE).sort());
  });
});

it('there is no policy that nobody has', () => {
  const folder = new URL('../../../examples/setup/policies', import.meta.url);
  expect(readdirSync(folder).sort()).toEqual(
    [...names(FEATURES), ...names(ACCESS_POLICIES)].map((name) => `${name}.json`).sort(),
  );
});

it('the guide has every parameter of the template that switches something on', () => {
  const guide = read('examples/setup/README.md');
  const template = read('examples/setup/cloudformation.yaml');
  const [, parameters = ''] = /^Parameters:\n(.*?)^Rules:/ms.exec(template) ?? [];
  const told = [...parameters.matchAll(/^ {2}(\w+):$/gm)].map(([, name = '']) => name);
  expect(told.filter((name) => !guide.includes(name))).toEqual([]);
});
