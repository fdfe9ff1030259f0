import { describe, expect, it } from '@jest/globals';
import { betweenMarkers, END, START } from '../../../bench/readme.ts';

describe('a text between markers', () => {
  it('replaces what was there and nothing else', () => {
    const document = `# Title\n\n${START}\nold\nlines\n${END}\n\nafter\n`;
    expect(betweenMarkers(document, 'new')).toBe(`# Title\n\n${START}\nnew\n${END}\n\nafter\n`);
  });

  it('fills markers that have nothing between them', () => {
    expect(betweenMarkers(START + END, 'new')).toBe(`${START}\nnew\n${END}`);
  });

  it('put in twice is the same as once', () => {
    const once = betweenMarkers(`${START}\n${END}`, 'new') ?? '';
    expect(betweenMarkers(once, 'new')).toBe(once);
  });

  it('keeps what a dollar sign would mean to a replacement', () => {
    expect(betweenMarkers(`${START}\n${END}`, "$& $'")).toBe(`${START}\n$& $'\n${END}`);
  });

  it.each([
    ['none', 'no markers'],
    ['no end', `${START}\n`],
    ['no start', `${END}\n`],
    ['the end first', `${END}\n${START}\n`],
  ])('is refused where there is %s', (_, document) => {
    expect(betweenMarkers(document, 'new')).toBeUndefined();
  });
});
