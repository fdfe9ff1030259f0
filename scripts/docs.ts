/**
 * `npm run docs`: writes what documents repeat from elsewhere. The README's tables come from
 * action.yml, its policies and those of the CloudFormation template from examples/setup/policies, the
 * causes of failures from those that the action knows, the licences from what dist contains, the
 * questions of the live proof from its own. With --check it writes nothing and fails when they are
 * stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { allCauses, commonCauses } from './docs/causes.ts';
import { licenceTable, packedPackages, runtimePackages } from './docs/licences.ts';
import { policyBlock, policyTable } from './docs/policies.ts';
import { type ActionFile, between, inputTable, outputTable } from './docs/tables.ts';
import { QUESTIONS } from './live/questions.ts';
import { questionsTable } from './live/table.ts';
import { TEMPLATE, withPolicies } from './setup/template.ts';

const at = (path: string) => new URL(`../${path}`, import.meta.url);
const read = (path: string) => readFileSync(at(path), 'utf8');
const action: ActionFile = parse(read('action.yml'));
const licensed = runtimePackages(JSON.parse(read('package-lock.json')).packages);

/** A document with each block between the markers of its name. */
const withBlocks = (blocks: Readonly<Record<string, string>>) => (text: string) =>
  Object.entries(blocks).reduce((before, [name, block]) => between(before, name, block), text);

const documents = [
  {
    file: at('README.md'),
    what: 'README.md has not the tables of action.yml, the policies of examples/setup/policies, the known causes',
    renewed: withBlocks({
      inputs: inputTable(action),
      outputs: outputTable(action),
      causes: commonCauses(),
      policy: policyBlock('deploy'),
      'policy-previews': policyBlock('previews'),
      'policy-more': policyTable(['deploy', 'previews']),
    }),
  },
  {
    file: at('docs/troubleshooting.md'),
    what: 'docs/troubleshooting.md has not the known causes',
    renewed: withBlocks({ causes: allCauses() }),
  },
  {
    file: at('docs/licences.md'),
    what: 'docs/licences.md has not the licences of what dist contains',
    renewed: withBlocks({
      licences: licenceTable(packedPackages(read('dist/licenses.txt'), licensed)),
    }),
  },
  {
    file: at('docs/live-proof.md'),
    what: 'docs/live-proof.md has not the questions of scripts/live/questions.ts',
    renewed: withBlocks({ questions: questionsTable(QUESTIONS) }),
  },
  {
    file: TEMPLATE,
    what: 'examples/setup/cloudformation.yaml has not the policies of examples/setup/policies',
    renewed: withPolicies,
  },
];

for (const { file, what, renewed } of documents) {
  const before = readFileSync(file, 'utf8');
  const after = renewed(before);
  if (before !== after && process.argv.includes('--check')) {
    console.error(`${what}: run npm run docs.`);
    process.exitCode = 1;
  } else if (before !== after) {
    writeFileSync(file, after);
  }
}
