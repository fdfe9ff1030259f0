/**
 * `npm run docs`: writes the README's tables of inputs and outputs from action.yml. With
 * --check it writes nothing and fails when they are stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type ActionFile, between, inputTable, outputTable } from './docs/tables.ts';

const README = new URL('../README.md', import.meta.url);
const action: ActionFile = parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8'));

const before = readFileSync(README, 'utf8');
const after = between(
  between(before, 'inputs', inputTable(action)),
  'outputs',
  outputTable(action),
);
if (before !== after && process.argv.includes('--check')) {
  console.error('The tables of README.md are not those of action.yml: run npm run docs.');
  process.exitCode = 1;
} else if (before !== after) {
  writeFileSync(README, after);
}
