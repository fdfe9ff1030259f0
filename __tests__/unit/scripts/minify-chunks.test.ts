import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';

/** A build script is plain JavaScript without types. */
const script = '../../../scripts/build/minify-chunks.mjs';
const { minifyChunks }: { minifyChunks: (directory: string) => void } = await import(script);

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'chunks-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const chunk = (filler: string) => `export const id = 7;
export const modules = {

/***/ 11:
/***/ ((module, exports, require) => {

// ${filler}
class LongClassName {}
module.exports = { name: LongClassName.name, other: require(12) };

/***/ }),

/***/ 12:
/***/ ((module) => {

module.exports = 'twelve';

/***/ })

};
`;

it('a chunk of packages is smaller and says the same; small files stay as they are', async () => {
  const [large, small] = [join(directory, '7.index.js'), join(directory, '8.index.js')];
  await writeFile(large, chunk('x'.repeat(50_000)));
  await writeFile(small, chunk('ours'));
  minifyChunks(directory);
  const minified = await readFile(large, 'utf8');
  expect(minified.length).toBeLessThan(1_000);
  // The parentheses make V8 compile a module at once.
  expect(minified).toMatch(/^11:\(\(/m);
  const body = minified.replace(/^export const /gm, 'const ');
  const modules: Record<string, (m: object, e: object, r: (id: number) => unknown) => void> =
    new Function(`${body}; return modules`)();
  const load = (id: number): unknown => {
    const module = { exports: {} };
    modules[id]?.(module, module.exports, load);
    return module.exports;
  };
  expect(load(11)).toEqual({ name: 'LongClassName', other: 'twelve' });
  expect(await readFile(small, 'utf8')).toBe(chunk('ours'));
});

it('a large file of another form is refused, not passed over', async () => {
  await writeFile(join(directory, '9.index.js'), `export const x = '${'y'.repeat(50_000)}';`);
  expect(() => minifyChunks(directory)).toThrow('has no modules of the form webpack writes');
});
