/**
 * `npm run docs`: writes the README's tables of inputs and outputs from action.yml, its policies and
 * those of the CloudFormation template from examples/setup/policies, and the questions of the live
 * proof. With --check it writes nothing and fails when they are stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { policyBlock, policyTable } from './docs/policies.ts';
import { type ActionFile, between, inputTable, outputTable } from './docs/tables.ts';
import { QUESTIONS } from './live/questions.ts';
import { questionsTable } from './live/table.ts';
import { TEMPLATE, withPolicies } from './setup/template.ts';

const README = new URL('../README.md', import.meta.url);
const action: ActionFile = parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8'));

const blocks: Readonly<Record<string, string>> = {
  inputs: inputTable(action),
  outputs: outputTable(action),
  policy: policyBlock('deploy'),
  'policy-previews': policyBlock('previews'),
  'policy-more': policyTable(['deploy', 'previews']),
};

const documents = [
  {
    file: README,
    what: 'README.md has not the tables of action.yml and the policies of examples/setup/policies',
    renewed: (text: string) =>
      Object.entries(blocks).reduce((before, [name, block]) => between(before, name, block), text),
  },
  {
    file: TEMPLATE,
    what: 'examples/setup/cloudformation.yaml has not the policies of examples/setup/policies',
    renewed: withPolicies,
  },
  {
    file: new URL('../docs/live-proof.md', import.meta.url),
    what: 'docs/live-proof.md has not the questions of scripts/live/questions.ts',
    renewed: (text: string) => between(text, 'questions', questionsTable(QUESTIONS)),
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
