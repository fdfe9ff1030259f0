import { expect, it } from '@jest/globals';
import { ShownLog } from '../../../scripts/runner/shown-log.ts';

function shown(...pieces: string[]): string[] {
  const lines: string[] = [];
  const log = new ShownLog((line) => lines.push(line));
  for (const piece of pieces) log.write(piece);
  log.end();
  return lines;
}

it('shows what a step prints, line by line, however it comes in pieces', () => {
  expect(shown('one\ntw', 'o\nthree')).toEqual(['one', 'two', 'three']);
});

it('hides masked values from the mask on, and the masks themselves', () => {
  expect(shown('::add-mask::secret\n', 'a secret and a secret\n')).toEqual(['a *** and a ***']);
});

it('carries workflow commands out instead of showing them', () => {
  expect(
    shown('::group::Build\n::debug::x\nin it\n::endgroup::\n::error title=T::first%0Asecond\n'),
  ).toEqual(['▸ Build', 'in it', 'ERROR: first\nsecond']);
});
