import { randomUUID } from 'node:crypto';
import type { ApiCall } from '../faults/api-call.ts';
import { actUnder, Dropped } from '../faults/around-call.ts';
import type { FaultBook } from '../faults/fault-book.ts';
import type { ApiModel } from '../models/model.ts';
import { AwsError } from './aws-error.ts';
import type { HttpRequest, HttpResponse } from './http.ts';
import { jsonError, jsonResult, parseJsonBody } from './json-protocol.ts';
import { findViolations } from './limits.ts';
import { parseQueryInput, queryError, queryFields, queryResult } from './query-protocol.ts';
import { signatureError, validationError } from './refusals.ts';
import { parseRestInput, restResult } from './rest-xml-protocol.ts';
import { findRoute, type MountedService, type Route } from './route.ts';
import type { Caller, Input, Operation } from './service.ts';
import {
  type Credentials,
  checkSignature,
  claimedKey,
  signingRegion,
  type TemporaryCredentials,
} from './signature.ts';
import { checkTypes } from './types.ts';

/** What requests are checked against. */
export interface DispatchOptions {
  readonly services: readonly MountedService[];
  readonly credentials: Credentials;
  readonly region: string;
  readonly accountId: string;
  /** The time that signatures are held to, in milliseconds since 1970: the clients' own. */
  readonly signatureTime: () => number;
  /** The role sessions that were given out, and the time they expire by; none by default. */
  readonly sessions?: {
    find(accessKeyId: string): TemporaryCredentials | undefined;
    now(): number;
  };
  /** Asked about each call that would be acted on: refused ones are none of its business. */
  readonly faults: Pick<FaultBook, 'onCall'>;
}

/** An answer and what was asked for, for the call log. */
export interface Dispatched {
  /** Undefined when a fault breaks the connection in place of an answer. */
  readonly response: HttpResponse | undefined;
  readonly service: ApiModel['name'] | 'unknown';
  readonly operation: string;
  readonly errorCode?: string;
  /** So many milliseconds of the local AWS's clock faults hold the answer back. */
  readonly delayMs: number;
}

/** What each protocol makes of requests, results and errors. */
interface Protocol {
  read(model: ApiModel, operation: string, request: HttpRequest): unknown;
  result(model: ApiModel, requestId: string, operation: string, result: object): HttpResponse;
  error(model: ApiModel, requestId: string, error: AwsError): HttpResponse;
}

const protocols: Readonly<Record<ApiModel['protocol'], Protocol>> = {
  json: {
    read: (_model, _operation, request) => parseJsonBody(request),
    result: (model, requestId, operation, result) =>
      jsonResult(model, requestId, model.operations[operation]?.output, result),
    error: jsonError,
  },
  query: {
    read: (model, operation, request) =>
      parseQueryInput(model, model.operations[operation]?.input ?? '', queryFields(request)),
    result: queryResult,
    error: queryError,
  },
  'rest-xml': { read: parseRestInput, result: restResult, error: queryError },
};

function readInput(model: ApiModel, operation: string, request: HttpRequest): Input {
  const shape = model.operations[operation]?.input;
  if (shape === undefined) return {};
  const input = checkTypes(model, shape, protocols[model.protocol].read(model, operation, request));
  const violations = findViolations(model, shape, input);
  if (violations.length > 0) throw validationError(model, violations);
  return { ...Object(input) };
}

interface Admitted extends ApiCall {
  readonly act: Operation;
}

/** Who asks: whoever signed the request, or nobody for an operation that takes no signature. */
function callerOf(
  { service: { model }, operation }: Route,
  request: HttpRequest,
  { credentials, region, accountId, sessions, signatureTime }: DispatchOptions,
): Caller {
  if (model.operations[operation]?.unsigned) return { accountId, region, accessKeyId: '' };
  const given = (accessKeyId: string) => sessions?.find(accessKeyId);
  const refusal = checkSignature(request, {
    credentials,
    given,
    expiryTime: sessions?.now() ?? 0,
    region: signingRegion(model, request, region),
    service: model.signingName,
    now: signatureTime(),
  });
  if (refusal) throw signatureError(model, refusal);
  const accessKeyId = claimedKey(request) ?? '';
  const session = given(accessKeyId);
  return { accountId, region, accessKeyId, ...(session && { session }) };
}

/** What to do for a request, when it is one that AWS would act on. Throws AwsError otherwise. */
function admit(route: Route, request: HttpRequest, options: DispatchOptions): Admitted {
  const { model, operations } = route.service;
  if (route.error) throw route.error;
  const caller = callerOf(route, request, options);
  const { operation } = route;
  const act = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
  if (!act) {
    const text = `The local AWS does not serve the operation ${operation} of ${model.name}.`;
    throw new AwsError('NotImplementedException', text, 501);
  }
  const input = readInput(model, operation, request);
  return { model, operation, input, caller, act };
}

/** An error as AWS would answer it; a fault of the local AWS itself keeps its text. */
function asAwsError(error: unknown): AwsError {
  if (error instanceof AwsError) return error;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new AwsError('InternalFailure', text, 500);
}

/** Answers one request. Never throws: what goes wrong becomes the error that AWS answers. */
export async function dispatch(
  request: HttpRequest,
  options: DispatchOptions,
): Promise<Dispatched> {
  const requestId = randomUUID();
  const route = findRoute(options.services, request);
  if (!route) {
    const body = `{"__type":"UnknownOperationException","message":"The local AWS has no service for this request."}`;
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': requestId };
    return {
      response: { status: 404, headers, body },
      service: 'unknown',
      operation: `${request.method} ${request.path}`,
      errorCode: 'UnknownOperationException',
      delayMs: 0,
    };
  }
  const { model } = route.service;
  const asked = { service: model.name, operation: route.operation };
  const protocol = protocols[model.protocol];
  let delayMs = 0;
  try {
    const call = admit(route, request, options);
    const trouble = options.faults.onCall(`${model.name}:${call.operation}`);
    delayMs = trouble.delayMs;
    const result = await actUnder(trouble, call, () => call.act(call.input, call.caller));
    const response = protocol.result(model, requestId, route.operation, result);
    return { ...asked, response, delayMs };
  } catch (thrown) {
    if (thrown instanceof Dropped) {
      return { ...asked, response: undefined, errorCode: thrown.code, delayMs };
    }
    const error = asAwsError(thrown);
    const response = protocol.error(model, requestId, error);
    return { ...asked, response, errorCode: error.code, delayMs };
  }
}
