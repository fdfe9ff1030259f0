import { describe, expect, it } from '@jest/globals';
import { notesOf, versionOfTag } from '../../../scripts/release/notes.ts';

const CHANGELOG = `# Changelog

## Unreleased

## 1.10.0

- Newest

## [1.1.0] - 2026-11-21

### Added

- A thing

## v1.0.0 (2026-11-01)

- First
`;

describe('the notes of a release', () => {
  it.each([
    ['1.10.0', '- Newest'],
    ['1.1.0', '### Added\n\n- A thing'],
    ['1.0.0', '- First'],
  ])('of %s are what its heading has below it', (version, notes) => {
    expect(notesOf(CHANGELOG, version)).toBe(notes);
  });

  it.each(['1.1', '1.1.1', '10.0', 'Unreleased'])('are missing for %s', (version) => {
    expect(() => notesOf(CHANGELOG, version)).toThrow(`has no heading '## ${version}'`);
  });

  it.each(['## 2.0.0', '## 2.0.0\n\n## 1.0.0\n\n- First\n'])('may not be empty: %j', (text) => {
    expect(() => notesOf(text, '2.0.0')).toThrow("says nothing below '## 2.0.0'");
  });
});

describe('the tag of a release', () => {
  it('names the version of the package', () => {
    expect(versionOfTag('v1.2.3', '1.2.3')).toBe('1.2.3');
  });

  it.each(['1.2.3', 'v1.2.30', 'v1', ''])('is not %j for 1.2.3', (tag) => {
    expect(() => versionOfTag(tag, '1.2.3')).toThrow(`The tag is '${tag}', but package.json has`);
  });
});
