import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minifySync } from '@swc/core';

/** Larger files hold packages alone; smaller ones hold this project's code, which stays readable. */
const PACKAGES_BYTES = 40_000;

/** One module of a chunk as webpack writes it: its id, then a function in parentheses. */
const MODULE = /^\/\*{3}\/ (\d+):\n\/\*{3}\/ (\(.*?^\/\*{3}\/ \}\)),?$/gms;

/** Names are kept, so that stack traces and the SDK's own error classes go on saying what they say. */
const OPTIONS = {
  module: true,
  ecma: 2022,
  compress: { keep_classnames: true, keep_fnames: true },
  mangle: { keep_classnames: true, keep_fnames: true },
  format: { comments: false, asciiOnly: true },
};

/**
 * Minifies the chunks that hold packages, module by module: half the source to compile before the first
 * request leaves. The parentheses around each module stay, because V8 compiles what is in them at once
 * instead of twice.
 * @param {string} directory
 */
export function minifyChunks(directory) {
  const chunks = readdirSync(directory).filter((name) => /^\d+\.index\.js$/.test(name));
  for (const name of chunks) {
    const file = join(directory, name);
    const source = readFileSync(file, 'utf8');
    if (source.length < PACKAGES_BYTES) continue;
    let modules = 0;
    const minified = source.replaceAll(MODULE, (_, id, code) => {
      modules += 1;
      return `${id}:(${minifyExpression(code)}),`;
    });
    if (modules === 0) throw new Error(`${file} has no modules of the form webpack writes.`);
    writeFileSync(file, minified);
  }
}

/** @param {string} code */
function minifyExpression(code) {
  const assigned = 'globalThis.x=';
  const minified = minifySync(`${assigned}${code}`, OPTIONS).code.trim().replace(/;$/, '');
  if (!minified.startsWith(assigned)) throw new Error('A module was minified to something else.');
  return minified.slice(assigned.length);
}
