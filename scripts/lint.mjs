/**
 * `npm run check:workflows`: actionlint and zizmor over .github and the workflows of the documents.
 * This file runs on the Node that is there, before anything is installed.
 */
import { launch } from './machine/launch.mjs';
import { ensureActionlint, ensureZizmor } from './machine/linters.mjs';
import { MachineError } from './machine/say.mjs';

try {
  const linters = [await ensureActionlint(), await ensureZizmor()];
  await launch('scripts/lint/main.ts', linters, {});
} catch (error) {
  if (!(error instanceof MachineError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
