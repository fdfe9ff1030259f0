import { type ApiModel, shapeOf } from '../models/model.ts';
import { AwsError } from './aws-error.ts';
import type { HttpRequest, HttpResponse } from './http.ts';

/** The JSON value of a request's body; an empty body is an empty object. Throws SerializationException. */
export function parseJsonBody(request: HttpRequest): unknown {
  if (request.body.length === 0) return {};
  try {
    return JSON.parse(request.body.toString('utf8'));
  } catch {
    throw new AwsError('SerializationException', 'The request body is not valid JSON.');
  }
}

/**
 * A result as JSON data by the model: dates become seconds since 1970. Throws when the result has a
 * member the model does not know or lacks one it requires: a fault of the local AWS, not of a caller.
 */
export function jsonValue(model: ApiModel, name: string, value: unknown): unknown {
  const shape = shapeOf(model, name);
  if (shape.type === 'timestamp') {
    return value instanceof Date ? value.getTime() / 1000 : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => jsonValue(model, shape.member ?? '', item));
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (shape.type === 'map') {
    return Object.fromEntries(
      entries.map(([key, item]) => [key, jsonValue(model, shape.value ?? '', item)]),
    );
  }
  const present = new Map(entries);
  const missing = shape.required?.find((member) => !present.has(member));
  if (missing) throw new Error(`The local AWS answered ${name} without its required ${missing}.`);
  return Object.fromEntries(
    entries.map(([key, item]) => {
      const member = shape.members?.[key];
      if (!member) throw new Error(`The local AWS answered ${name}.${key}, which its model lacks.`);
      return [key, jsonValue(model, member, item)];
    }),
  );
}

function jsonResponse(
  model: ApiModel,
  requestId: string,
  status: number,
  body: object | undefined,
  errorType?: string,
): HttpResponse {
  return {
    status,
    headers: {
      'content-type': `application/x-amz-json-${model.jsonVersion}`,
      'x-amzn-requestid': requestId,
      ...(errorType && { 'x-amzn-errortype': errorType }),
    },
    body: body === undefined ? '' : JSON.stringify(body),
  };
}

/** The answer to an operation that succeeded; one without an output shape has an empty body. */
export function jsonResult(
  model: ApiModel,
  requestId: string,
  output: string | undefined,
  result: object,
): HttpResponse {
  const value = output === undefined ? undefined : jsonValue(model, output, result);
  return jsonResponse(model, requestId, 200, value === undefined ? undefined : Object(value));
}

/** The answer to a refused request. JSON 1.0 names the error with its namespace, 1.1 without. */
export function jsonError(model: ApiModel, requestId: string, error: AwsError): HttpResponse {
  const shape = model.shapes[error.code];
  const namespace = shape ? `com.amazonaws.${model.name}` : 'com.amazon.coral.service';
  const type = model.jsonVersion === '1.0' ? `${namespace}#${error.code}` : error.code;
  // AccessDeniedException is no model's own; AWS writes its text with a capital.
  const capital = error.code === 'AccessDeniedException' || 'Message' in (shape?.members ?? {});
  const key = capital ? 'Message' : 'message';
  const body = { __type: type, ...(error.message && { [key]: error.message }) };
  return jsonResponse(model, requestId, error.status, body, error.code);
}
