import { type ApiModel, type Shape, shapeOf } from '../models/model.ts';
import type { AwsError } from './aws-error.ts';
import type { HttpRequest, HttpResponse } from './http.ts';
import { escapeXml } from './xml.ts';

/** The form fields of a query request, from its body (POST) or its query string (GET). */
export function queryFields(request: HttpRequest): URLSearchParams {
  const form = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  if (request.method === 'POST') {
    return new URLSearchParams(form ? request.body.toString('utf8') : '');
  }
  return new URLSearchParams(request.query);
}

type Tree = { [key: string]: Tree | string };

/** `A.member.1=x` as nested objects. */
function treeOf(fields: URLSearchParams): Tree {
  const root: Tree = Object.create(null);
  for (const [name, value] of fields) {
    if (name === 'Action' || name === 'Version') continue;
    const parts = name.split('.');
    const last = parts.pop() ?? name;
    let node = root;
    for (const part of parts) {
      const next = node[part];
      const inner: Tree = typeof next === 'object' ? next : Object.create(null);
      node[part] = inner;
      node = inner;
    }
    node[last] = value;
  }
  return root;
}

function scalar(shape: Shape, text: string): unknown {
  if (shape.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  const numeric = ['integer', 'long', 'float', 'double'].includes(shape.type);
  return numeric && text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

function toJson(model: ApiModel, name: string, node: Tree | string): unknown {
  const shape = shapeOf(model, name);
  if (typeof node === 'string') return scalar(shape, node);
  if (shape.type === 'list') {
    const items = typeof node.member === 'object' ? node.member : {};
    const numbers = Object.keys(items).sort((a, b) => Number(a) - Number(b));
    return numbers.map((number) => toJson(model, shape.member ?? '', items[number] ?? ''));
  }
  const members = shape.members ?? {};
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      const member = members[key];
      return [key, member === undefined ? value : toJson(model, member, value)];
    }),
  );
}

/** A query request's input as the JSON value that the model's checks take. */
export function parseQueryInput(model: ApiModel, input: string, fields: URLSearchParams): unknown {
  return toJson(model, input, treeOf(fields));
}

function xml(model: ApiModel, name: string, value: unknown): string {
  const shape = shapeOf(model, name);
  if (value instanceof Date) return value.toISOString().replace(/\.\d+/, '');
  if (Array.isArray(value)) {
    return value.map((item) => `<member>${xml(model, shape.member ?? '', item)}</member>`).join('');
  }
  if (typeof value !== 'object' || value === null) return escapeXml(String(value));
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => {
      const member = shape.members?.[key];
      if (!member) throw new Error(`The local AWS answered ${name}.${key}, which its model lacks.`);
      return `<${key}>${xml(model, member, item)}</${key}>`;
    })
    .join('');
}

const xmlResponse = (requestId: string, status: number, body: string): HttpResponse => ({
  status,
  headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
  body,
});

/** The XML answer to an operation that succeeded. */
export function queryResult(
  model: ApiModel,
  requestId: string,
  operation: string,
  result: object,
): HttpResponse {
  const shapes = model.operations[operation];
  const inner = shapes?.output ? xml(model, shapes.output, result) : '';
  const wrapped = shapes?.wrapper ? `<${shapes.wrapper}>${inner}</${shapes.wrapper}>` : inner;
  const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  const body = `<${operation}Response xmlns="${model.xmlNamespace}">${wrapped}${metadata}</${operation}Response>`;
  return xmlResponse(requestId, 200, body);
}

/** The XML answer to a refused request, the same in the query and the rest-xml protocol. */
export function queryError(model: ApiModel, requestId: string, error: AwsError): HttpResponse {
  const type = error.status >= 500 ? 'Receiver' : 'Sender';
  const inner = `<Type>${type}</Type><Code>${error.code}</Code><Message>${escapeXml(error.message)}</Message>`;
  const body = `<ErrorResponse xmlns="${model.xmlNamespace}"><Error>${inner}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
  return xmlResponse(requestId, error.status, body);
}
