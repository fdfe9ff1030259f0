import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { escapeXml, parseXml } from '../../local-aws/protocol/xml.ts';

const leaf = (name: string, text: string) => ({ name, namespace: undefined, children: [], text });

describe('an XML document', () => {
  it('is read to its root with names, namespace, children and texts', () => {
    const document = `<?xml version="1.0"?>
      <!-- of a <test> -->
      <a xmlns="https://example.com/" lang='x'><b>1</b><c/><b> 2 </b></a>`;
    expect(parseXml(document)).toEqual({
      name: 'a',
      namespace: 'https://example.com/',
      text: '',
      children: [leaf('b', '1'), leaf('c', ''), leaf('b', ' 2 ')],
    });
  });

  it.each([
    ['&lt;&gt;&amp;&quot;&apos;', '<>&"\''],
    ['&#65;&#x1F600;', 'A😀'],
    ['<![CDATA[<&>]]>x', '<&>x'],
    ['a\nb', 'a\nb'],
  ])('has %j read as %j', (written, read) => {
    expect(parseXml(`<a>${written}</a>`)).toEqual(leaf('a', read));
  });

  it('gives every text back that was escaped', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, (each) => {
        expect(parseXml(`<a>${escapeXml(each)}</a>`).text).toBe(each);
      }),
    );
  });

  it.each([
    ['nothing', '', 'A document has one root element'],
    ['text alone', 'x', 'A document has one root element'],
    ['two roots', '<a/><b/>', 'A document has one root element'],
    ['text beside its root', '<a/>x', 'A document has one root element'],
    ['an element that does not end', '<a><b></b>', 'The element a does not end.'],
    ['ends in the wrong order', '<a><b></a></b>', '</a> closes nothing.'],
    ['an end too many', '<a/></a>', '</a> closes nothing.'],
    ['markup that is broken', '<a><b</a>', 'Markup in the document must be well-formed.'],
    ['a document type', '<!DOCTYPE a><a/>', 'Markup in the document must be well-formed.'],
    ['an attribute without quotation marks', '<a b=1/>', 'must be well-formed.'],
    ['an entity that is not declared', '<a>&nbsp;</a>', 'The entity &nbsp; is not declared.'],
    ['an entity that does not end', '<a>a & b</a>', 'does not end.'],
    ['a character that is none', '<a>&#x110000;</a>', 'is not declared.'],
  ])('is refused with %s', (_, document, text) => {
    expect(() => parseXml(document)).toThrow(text);
  });
});
