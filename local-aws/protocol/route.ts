import type { ApiModel } from '../models/model.ts';
import { AwsError } from './aws-error.ts';
import type { HttpRequest } from './http.ts';
import { queryFields } from './query-protocol.ts';
import { findRest } from './rest-xml-protocol.ts';
import type { AwsService } from './service.ts';
import { claimedService } from './signature.ts';

/** A service and the model its requests and answers are held to. */
export interface MountedService {
  readonly model: ApiModel;
  readonly operations: AwsService['operations'];
}

/** Where a request goes: to an operation of a service, or to an error in that service's protocol. */
export interface Route {
  readonly service: MountedService;
  readonly operation: string;
  readonly error?: AwsError;
}

function routeJson(services: readonly MountedService[], target: string): Route | undefined {
  const dot = target.indexOf('.');
  const service = services.find(({ model }) => model.targetPrefix === target.slice(0, dot));
  const operation = target.slice(dot + 1);
  return service && { service, operation };
}

function routeQuery(services: readonly MountedService[], request: HttpRequest): Route | undefined {
  const fields = queryFields(request);
  const operation = fields.get('Action');
  const version = fields.get('Version');
  if (operation === null) return undefined;
  const service = services.find(
    ({ model }) => model.protocol === 'query' && model.apiVersion === version,
  );
  return service && { service, operation };
}

function routeRest(services: readonly MountedService[], request: HttpRequest): Route | undefined {
  for (const service of services) {
    if (service.model.protocol !== 'rest-xml') continue;
    if (!request.path.startsWith(`/${service.model.apiVersion}/`)) continue;
    return { service, operation: findRest(service.model, request)?.operation ?? '' };
  }
  return undefined;
}

function unknownOperation({ model }: MountedService, operation: string): AwsError {
  if (model.protocol === 'json') return new AwsError('UnknownOperationException', '');
  if (model.protocol === 'rest-xml') {
    return new AwsError('UnknownOperationException', 'No operation has this method and path.', 404);
  }
  const text = `Could not find operation ${operation} for version ${model.apiVersion}`;
  return new AwsError('InvalidAction', text);
}

/**
 * Finds the service by X-Amz-Target, by a rest-xml service's path, or by a query's Action and
 * Version. Undefined when the request is for none of the services.
 */
export function findRoute(
  services: readonly MountedService[],
  request: HttpRequest,
): Route | undefined {
  const target = request.headers['x-amz-target'];
  const route = target
    ? routeJson(services, target)
    : (routeRest(services, request) ?? routeQuery(services, request));
  if (route) {
    const { operations, unserved } = route.service.model;
    const known = Object.hasOwn(operations, route.operation) || unserved.includes(route.operation);
    return known ? route : { ...route, error: unknownOperation(route.service, route.operation) };
  }
  const claimed = claimedService(request);
  const service = services.find(({ model }) => model.signingName === claimed);
  return service && { service, operation: '', error: unknownOperation(service, '') };
}
