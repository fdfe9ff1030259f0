/** Writes the table of questions into docs/live-proof.md; with --check it only tells a stale one. */
import { readFileSync, writeFileSync } from 'node:fs';
import { between } from '../docs/tables.ts';
import { QUESTIONS } from './questions.ts';
import { questionsTable } from './table.ts';

const DOCUMENT = new URL('../../docs/live-proof.md', import.meta.url);

const before = readFileSync(DOCUMENT, 'utf8');
const after = between(before, 'questions', questionsTable(QUESTIONS));
if (before !== after && process.argv.includes('--check')) {
  console.error('The table of docs/live-proof.md is stale: run node scripts/live/docs.ts.');
  process.exitCode = 1;
} else if (before !== after) writeFileSync(DOCUMENT, after);
