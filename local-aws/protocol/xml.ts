/** An element of an XML document, without attributes but the namespace it declares. */
export interface XmlElement {
  readonly name: string;
  /** Its `xmlns`; undefined when it declares none. */
  readonly namespace: string | undefined;
  readonly children: readonly XmlElement[];
  /** Its own text, entities resolved. */
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

function characterOf(reference: string): string {
  const named = Object.hasOwn(entities, reference) ? entities[reference] : undefined;
  if (named !== undefined) return named;
  const hex = /^#x([0-9a-f]{1,6})$/i.exec(reference)?.[1];
  const decimal = /^#(\d{1,7})$/.exec(reference)?.[1];
  const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : Number.NaN;
  if (!(code <= 0x10ffff)) throw new Error(`The entity &${reference}; is not declared.`);
  return String.fromCodePoint(code);
}

const resolved = (text: string) =>
  text.replace(/&([^;&]*)(;?)/g, (whole, reference: string, end) => {
    if (end === '') throw new Error(`The reference ${whole} does not end.`);
    return characterOf(reference);
  });

/** A text as an element's content. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

interface Open {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly children: XmlElement[];
  text: string;
}

const token =
  /<\?.*?\?>|<!--.*?-->|<!\[CDATA\[(.*?)\]\]>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gsy;

const namespaceOf = (attributes: string): string | undefined => {
  const [, double, single] = /\sxmlns\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes) ?? [];
  const value = double ?? single;
  return value === undefined ? undefined : resolved(value);
};

/**
 * Reads an XML document to its root element. It knows what the bodies of requests have: no document
 * type, which services refuse too. Throws an Error that says what is wrong.
 */
export function parseXml(document: string): XmlElement {
  const open: Open[] = [{ name: '', namespace: undefined, children: [], text: '' }];
  let at = 0;
  const top = () => {
    const last = open.at(-1);
    if (last === undefined) throw new Error('There is an end tag too many.');
    return last;
  };
  const close = (name: string) => {
    const { name: opened, namespace, children, text } = top();
    if (opened !== name || open.length === 1) throw new Error(`</${name}> closes nothing.`);
    open.pop();
    top().children.push({ name, namespace, children, text });
  };
  for (const match of document.matchAll(token)) {
    const [whole, data, ended, begun, attributes = '', closed, text] = match;
    at = match.index + whole.length;
    if (data !== undefined) top().text += data;
    if (text !== undefined) top().text += resolved(text);
    if (ended !== undefined) close(ended);
    if (begun === undefined) continue;
    open.push({ name: begun, namespace: namespaceOf(attributes), children: [], text: '' });
    if (closed === '/') close(begun);
  }
  if (at < document.length) throw new Error('Markup in the document must be well-formed.');
  const [document_, unclosed] = open;
  if (unclosed) throw new Error(`The element ${unclosed.name} does not end.`);
  const [root, second] = document_?.children ?? [];
  if (!root || second || document_?.text.trim() !== '') {
    throw new Error('A document has one root element and no text beside it.');
  }
  return root;
}
