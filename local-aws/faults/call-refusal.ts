import type { ApiModel } from '../models/model.ts';
import { AwsError } from '../protocol/aws-error.ts';
import type { ApiCall } from './api-call.ts';
import { deniedText } from './denial.ts';
import type { CallFault } from './fault.ts';

/** The faults that are answered with an error. */
export type RefusalFault = Exclude<CallFault, { kind: 'slow' | 'drop' }>;

/** Each service's error for a fault of its own, as its API model names it; STS's and Route 53's are common ones. */
const serverErrors: Readonly<Record<ApiModel['name'], Readonly<Record<500 | 503, string>>>> = {
  apprunner: { 500: 'InternalServiceErrorException', 503: 'InternalServiceErrorException' },
  ecr: { 500: 'ServerException', 503: 'ServerException' },
  logs: { 500: 'ServiceUnavailableException', 503: 'ServiceUnavailableException' },
  sts: { 500: 'InternalFailure', 503: 'ServiceUnavailable' },
  route53: { 500: 'InternalFailure', 503: 'ServiceUnavailable' },
};

/** The error that a fault answers a call with, in the words and shape of the call's service. */
export function refusalOf(fault: RefusalFault, call: ApiCall): AwsError {
  const { model } = call;
  const inXml = model.protocol !== 'json';
  switch (fault.kind) {
    case 'throttle':
      return new AwsError(inXml ? 'Throttling' : 'ThrottlingException', 'Rate exceeded');
    case 'server-error': {
      const { status = 500 } = fault;
      const text = 'The request failed due to an internal error in the service.';
      return new AwsError(serverErrors[model.name][status], text, status);
    }
    case 'refuse':
      return new AwsError(fault.code, fault.message, fault.status);
    case 'deny':
      return inXml
        ? new AwsError('AccessDenied', deniedText(call), 403)
        : new AwsError('AccessDeniedException', deniedText(call));
  }
}
