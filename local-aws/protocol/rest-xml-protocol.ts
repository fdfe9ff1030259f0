import { type ApiModel, type Shape, shapeOf } from '../models/model.ts';
import { AwsError } from './aws-error.ts';
import type { HttpRequest, HttpResponse } from './http.ts';
import { escapeXml, parseXml, type XmlElement } from './xml.ts';

/** The operation that a method and path mean, and the members that the path carries. */
export interface RestRoute {
  readonly operation: string;
  /** By their names in the path. */
  readonly labels: Readonly<Record<string, string>>;
}

const segmentsOf = (path: string) => path.split('/').filter((segment) => segment !== '');

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The labels of a path that fits a template; undefined when it does not fit. */
function labelsOf(template: string, path: string): Record<string, string> | undefined {
  const wanted = segmentsOf(template);
  const given = segmentsOf(path);
  if (wanted.length !== given.length) return undefined;
  const labels: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    const label = /^\{(\w+)\+?\}$/.exec(segment)?.[1];
    if (label !== undefined) labels[label] = decoded(value);
    else if (segment !== value) return undefined;
  }
  return labels;
}

/** Finds a rest-xml service's operation. Of two that fit, the one with fewer labels is meant. */
export function findRest(model: ApiModel, request: HttpRequest): RestRoute | undefined {
  const fits = Object.entries(model.routes ?? {}).flatMap(([operation, route]) => {
    const [method, template = ''] = route.split(' ');
    const labels = method === request.method ? labelsOf(template, request.path) : undefined;
    return labels ? [{ operation, labels }] : [];
  });
  const count = ({ labels }: RestRoute) => Object.keys(labels).length;
  return fits.sort((a, b) => count(a) - count(b))[0];
}

const invalid = (text: string) => new AwsError('InvalidInput', text);

const isNumeric = ({ type }: Shape) => ['integer', 'long', 'float', 'double'].includes(type);

/** Throws InvalidInput for a text that does not read as the shape's type. */
function scalar(shape: Shape, text: string): unknown {
  const refuse = () => {
    const to = `'${text}' is not a valid value for '${shape.type}'.`;
    return invalid(`Invalid XML ; cvc-datatype-valid.1.2.1: ${to}`);
  };
  if (shape.type === 'boolean') {
    if (text !== 'true' && text !== 'false') throw refuse();
    return text === 'true';
  }
  if (!isNumeric(shape)) return text;
  if (!/^-?\d+$/.test(text)) throw refuse();
  return Number(text);
}

function jsonOf(model: ApiModel, name: string, element: XmlElement): unknown {
  const shape = shapeOf(model, name);
  if (shape.type === 'list') {
    const item = shape.item ?? 'member';
    return element.children.map((child) => {
      if (child.name !== item) throw invalid(unexpected(child.name, item));
      return jsonOf(model, shape.member ?? '', child);
    });
  }
  if (shape.type !== 'structure') return scalar(shape, element.text);
  const members = shape.members ?? {};
  const value: Record<string, unknown> = {};
  // In any order: the documents have one, which the SDKs' requests have not.
  for (const child of element.children) {
    const member = Object.hasOwn(members, child.name) ? members[child.name] : undefined;
    if (!member || Object.hasOwn(value, child.name)) {
      throw invalid(unexpected(child.name, Object.keys(members).join(', ')));
    }
    value[child.name] = jsonOf(model, member, child);
  }
  return value;
}

const unexpected = (name: string, expected: string) =>
  `Invalid XML ; cvc-complex-type.2.4.a: Invalid content was found starting with element '${name}'. One of '{${expected}}' is expected.`;

function bodyOf(model: ApiModel, root: string, request: HttpRequest): XmlElement {
  let element: XmlElement;
  try {
    element = parseXml(request.body.toString('utf8'));
  } catch (error) {
    throw invalid(`Invalid XML ; ${error instanceof Error ? error.message : String(error)}`);
  }
  if (element.name === root && element.namespace === model.xmlNamespace) return element;
  throw invalid(
    `Invalid XML ; cvc-elt.1: Cannot find the declaration of element '${element.name}'.`,
  );
}

/**
 * A rest-xml request's input as the JSON value that the model's checks take: from path, query and
 * body. Throws InvalidInput for a body that is not the operation's.
 */
export function parseRestInput(model: ApiModel, operation: string, request: HttpRequest): unknown {
  const { input, root } = model.operations[operation] ?? {};
  if (input === undefined) return {};
  const shape = shapeOf(model, input);
  const labels = findRest(model, request)?.labels ?? {};
  const query = new URLSearchParams(request.query);
  const value: Record<string, unknown> = {};
  for (const [member, { at, name }] of Object.entries(shape.places ?? {})) {
    const text = at === 'path' ? labels[name] : (query.get(name) ?? undefined);
    const to = shapeOf(model, shape.members?.[member] ?? '');
    if (text !== undefined) value[member] = scalar(to, text);
  }
  if (root === undefined) return value;
  return { ...Object(jsonOf(model, input, bodyOf(model, root, request))), ...value };
}

function xmlOf(model: ApiModel, name: string, value: unknown): string {
  const shape = shapeOf(model, name);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    const item = shape.item ?? 'member';
    return value
      .map((each) => `<${item}>${xmlOf(model, shape.member ?? '', each)}</${item}>`)
      .join('');
  }
  if (typeof value !== 'object' || value === null) return escapeXml(String(value));
  const entries = new Map(Object.entries(value).filter(([, item]) => item !== undefined));
  const missing = shape.required?.find((member) => !entries.has(member));
  if (missing) throw new Error(`The local AWS answered ${name} without its required ${missing}.`);
  const extra = [...entries.keys()].find((key) => !Object.hasOwn(shape.members ?? {}, key));
  if (extra) throw new Error(`The local AWS answered ${name}.${extra}, which its model lacks.`);
  return Object.entries(shape.members ?? {})
    .filter(([key]) => entries.has(key))
    .map(([key, member]) => `<${key}>${xmlOf(model, member, entries.get(key))}</${key}>`)
    .join('');
}

const xmlResponse = (requestId: string, status: number, body: string): HttpResponse => ({
  status,
  headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
  body: `<?xml version="1.0"?>\n${body}`,
});

/**
 * The XML answer to an operation that succeeded, its members in the model's order. Throws when the
 * result does not fit the model: a fault of the local AWS, not of a caller.
 */
export function restResult(
  model: ApiModel,
  requestId: string,
  operation: string,
  result: object,
): HttpResponse {
  const output = model.operations[operation]?.output;
  if (output === undefined) return xmlResponse(requestId, 200, '');
  const inner = xmlOf(model, output, result);
  return xmlResponse(
    requestId,
    200,
    `<${output} xmlns="${model.xmlNamespace}">${inner}</${output}>`,
  );
}
