/**
 * `node scripts/document.ts`: writes the schema that a `service-config` document is checked
 * against, from the API model. With --check it writes nothing and fails when the schema is stale.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Model, schemaText } from './document/schema-text.ts';

const MODEL = new URL('../local-aws/models/apprunner.json', import.meta.url);
const SCHEMA = new URL('../src/document/schema.ts', import.meta.url);
const BIOME = new URL('../node_modules/@biomejs/biome/bin/biome', import.meta.url);

const model: Model = JSON.parse(readFileSync(MODEL, 'utf8'));
const after = execFileSync(
  process.execPath,
  [fileURLToPath(BIOME), 'format', `--stdin-file-path=${fileURLToPath(SCHEMA)}`],
  {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    input: schemaText(model, 'CreateServiceRequest'),
    encoding: 'utf8',
  },
);
if (!process.argv.includes('--check')) {
  writeFileSync(SCHEMA, after);
} else if (readFileSync(SCHEMA, 'utf8') !== after) {
  console.error('src/document/schema.ts is not what the API model says: run npm run document.');
  process.exitCode = 1;
}
