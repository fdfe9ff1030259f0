import { describe, expect, it } from '@jest/globals';
import { bodyText } from '../../../src/http/body-text.ts';

describe('the start of a body', () => {
  it.each<[name: string, bytes: Uint8Array, contentType: string, text: string]>([
    ['is UTF-8 when nobody says', Buffer.from('größe'), '', 'größe'],
    [
      'is what its type says',
      Buffer.from('gr\xf6\xdfe', 'latin1'),
      'text/html; charset=ISO-8859-1',
      'größe',
    ],
    [
      'is UTF-8 when its type says what nobody knows',
      Buffer.from('größe'),
      'text/plain; charset="klingon"',
      'größe',
    ],
    ['loses a character that is cut at its end', Buffer.from('größ').subarray(0, 5), '', 'grö'],
    [
      'keeps a colour code and a stray byte in a text',
      Buffer.from('\x1b[31mred\xff and much more text', 'latin1'),
      'text/plain',
      '\x1b[31mred\ufffd and much more text',
    ],
    ['may be empty', Buffer.alloc(0), 'image/png', ''],
    [
      'that is binary is only named',
      Buffer.alloc(64),
      'application/zip',
      '(binary data, application/zip)',
    ],
    [
      'that is binary has a type without parameters',
      Buffer.alloc(9),
      'image/x-y+z; q="::error::"',
      '(binary data, image/x-y+z)',
    ],
    [
      'that is binary may have no type',
      Buffer.alloc(9),
      '::error::x',
      '(binary data, of no known type)',
    ],
  ])('%s', (_, bytes, contentType, text) => {
    expect(bodyText(bytes, contentType)).toBe(text);
  });
});
