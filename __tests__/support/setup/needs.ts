import type { Need } from './grants.ts';

/** A request of an AWS API as its SDK sends it. */
export interface ApiRequest {
  /** IAM's prefix: `apprunner`, `ecr` or `logs`. */
  readonly service: string;
  readonly operation: string;
  readonly input: object;
  readonly region: string;
  readonly account: string;
}

/**
 * What IAM asks about a request (Service Authorization Reference, App Runner, ECR and CloudWatch
 * Logs): its own action on each resource that it names, and what depends on it.
 */
export function needsOf(request: ApiRequest): readonly Need[] {
  const { service, operation } = request;
  const action = `${service}:${operation}`;
  return [
    ...resourcesOf(request).map((resource) => ({ action, resource })),
    ...(action === 'apprunner:CreateService' && at(request.input, 'Tags')
      ? [{ action: 'apprunner:TagResource', resource: newService(request) }]
      : []),
    ...(/^apprunner:(Create|Update)Service$/.test(action) ? passedRoles(request.input) : []),
  ];
}

const WITHOUT_RESOURCE =
  /^(ListServices|ListAutoScalingConfigurations|ListVpcIngressConnections|GetAuthorizationToken)$/;

function resourcesOf(request: ApiRequest): string[] {
  const { service, operation, input } = request;
  if (WITHOUT_RESOURCE.test(operation)) return ['*'];
  if (service === 'ecr') return [repositoryOf(request)];
  if (service === 'logs') return [logGroupOf(request)];
  if (operation === 'CreateService') return [newService(request), ...associated(input)];
  if (operation === 'UpdateService') return [text(input, 'ServiceArn'), ...associated(input)];
  if (operation === 'CreateAutoScalingConfiguration') {
    const name = text(input, 'AutoScalingConfigurationName');
    return [`${prefix(request, 'apprunner')}:autoscalingconfiguration/${name}/1/${NEW_ID}`];
  }
  const arns = Object.entries(input).filter(([name]) => name.endsWith('Arn'));
  if (arns.length !== 1) throw new Error(`What ${service}:${operation} is about is not known.`);
  return arns.map(([, arn]) => `${arn}`);
}

const NEW_ID = '0'.repeat(32);

function newService(request: ApiRequest): string {
  return `${prefix(request, 'apprunner')}:service/${text(request.input, 'ServiceName')}/${NEW_ID}`;
}

/** The resources that a service is given, beside itself. */
function associated(input: object): string[] {
  return [
    at(input, 'AutoScalingConfigurationArn'),
    at(input, 'SourceConfiguration', 'AuthenticationConfiguration', 'ConnectionArn'),
    at(input, 'ObservabilityConfiguration', 'ObservabilityConfigurationArn'),
    at(input, 'NetworkConfiguration', 'EgressConfiguration', 'VpcConnectorArn'),
  ].filter((arn) => typeof arn === 'string');
}

function passedRoles(input: object): Need[] {
  return [
    at(input, 'SourceConfiguration', 'AuthenticationConfiguration', 'AccessRoleArn'),
    at(input, 'InstanceConfiguration', 'InstanceRoleArn'),
  ]
    .filter((arn) => typeof arn === 'string')
    .map((resource) => ({
      action: 'iam:PassRole',
      resource,
      // App Runner developer guide, identity-based policies: AWSAppRunnerFullAccess.
      context: { 'iam:PassedToService': 'apprunner.amazonaws.com' },
    }));
}

function repositoryOf(request: ApiRequest): string {
  const { input, account } = request;
  const [first] = Object.values(Object(at(input, 'repositoryNames')));
  const name = at(input, 'repositoryName') ?? first;
  const registry = at(input, 'registryId') ?? account;
  return `${prefix({ ...request, account: `${registry}` }, 'ecr')}:repository/${name}`;
}

function logGroupOf(request: ApiRequest): string {
  const group = text(request.input, 'logGroupName');
  const stream = at(request.input, 'logStreamName');
  return `${prefix(request, 'logs')}:log-group:${group}:${stream ? `log-stream:${stream}` : '*'}`;
}

function prefix({ region, account }: Pick<ApiRequest, 'region' | 'account'>, service: string) {
  return `arn:aws:${service}:${region}:${account}`;
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce((inner: unknown, name) => Object(inner)[name], value);
}

function text(value: object, name: string): string {
  const found = at(value, name);
  if (typeof found !== 'string') throw new Error(`The request has no ${name}.`);
  return found;
}
