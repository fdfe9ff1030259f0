/**
 * Packs src into dist: tsc makes JavaScript of it, ncc makes one program of each entry, and the
 * packages in it are minified. The output depends on the sources and the lock file alone, so CI rebuilds it and compares.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { minifyChunks } from './build/minify-chunks.mjs';

const run = (script, ...args) =>
  execFileSync(process.execPath, [script, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });

for (const directory of ['lib', 'dist']) rmSync(directory, { recursive: true, force: true });
run('node_modules/typescript/bin/tsc', '--project', 'tsconfig.build.json');
const ncc = 'node_modules/@vercel/ncc/dist/ncc/cli.js';
run(ncc, 'build', 'lib/index.js', '--out', 'dist', '--license', 'licenses.txt');
run(ncc, 'build', 'lib/post.js', '--out', 'dist/post');
for (const directory of ['dist', 'dist/post']) minifyChunks(directory);
