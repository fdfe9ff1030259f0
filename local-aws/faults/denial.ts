import { callerArn } from '../caller-arn.ts';
import type { ApiCall } from './api-call.ts';

const asText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** The members that name what an App Runner call is about. */
const arnMembers = [
  'ServiceArn',
  'ResourceArn',
  'AutoScalingConfigurationArn',
  'ConnectionArn',
  'ObservabilityConfigurationArn',
  'VpcConnectorArn',
  'VpcIngressConnectionArn',
];

const appRunnerResource = ({ operation, input, caller }: ApiCall): string | undefined => {
  const { ServiceName } = input;
  if (operation === 'CreateService') {
    // The service has no id yet.
    return `arn:aws:apprunner:${caller.region}:${caller.accountId}:service/${ServiceName}/*`;
  }
  return arnMembers.map((member) => asText(input[member])).find((arn) => arn !== undefined);
};

const ecrResource = ({ input, caller }: ApiCall): string | undefined => {
  const { repositoryNames } = input;
  const first: unknown = Array.isArray(repositoryNames) ? repositoryNames[0] : undefined;
  const name = asText(input.repositoryName) ?? asText(first);
  const account = asText(input.registryId) ?? caller.accountId;
  return (
    asText(input.resourceArn) ??
    (name && `arn:aws:ecr:${caller.region}:${account}:repository/${name}`)
  );
};

const logsResource = ({ input, caller }: ApiCall): string => {
  const { logGroupName, logGroupIdentifier, logStreamName } = input;
  const prefix = `arn:aws:logs:${caller.region}:${caller.accountId}:log-group:`;
  const given = asText(logGroupName) ?? asText(logGroupIdentifier) ?? '';
  const group = given.startsWith(prefix) ? given.slice(prefix.length) : given;
  return `${prefix}${group}:log-stream:${asText(logStreamName) ?? ''}`;
};

/** Route 53 is global: its ARNs name neither region nor account. */
const route53Resource = ({ operation, input }: ApiCall): string | undefined => {
  const id = asText(input.HostedZoneId) ?? asText(input.Id);
  if (operation.startsWith('ListHostedZones')) return undefined;
  return id && `arn:aws:route53:::${operation === 'GetChange' ? 'change' : 'hostedzone'}/${id}`;
};

const resource = (call: ApiCall): string => {
  const { name } = call.model;
  if (name === 'route53') return route53Resource(call) ?? '*';
  if (name === 'logs') return logsResource(call);
  return (name === 'apprunner' ? appRunnerResource(call) : ecrResource(call)) ?? '*';
};

/** What AWS says to a call that no policy allows, as users quote it. */
export function deniedText(call: ApiCall): string {
  const action = `${call.model.name}:${call.operation}`;
  const who = call.caller.session?.arn ?? callerArn(call.caller.accountId);
  return `User: ${who} is not authorized to perform: ${action} on resource: ${resource(call)} because no identity-based policy allows the ${action} action`;
}
