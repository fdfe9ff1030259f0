import type { LocalAws } from '../../../local-aws/start.ts';
import type { awsClients } from '../../../src/aws/clients.ts';
import { covering, type Grant, type Need } from './grants.ts';
import { type ApiRequest, needsOf } from './needs.ts';

type Config = Parameters<typeof awsClients>[0]['config'];
type Extension = Config['extensions'][number];

/** Lets through to a local AWS what grants cover, as IAM does. */
export class PolicyGate {
  /** What was asked so far. */
  readonly needs: Need[] = [];
  /** Whether the account has had no service yet, so that App Runner makes its role. */
  firstService = false;
  readonly #aws: LocalAws;
  readonly #grants: readonly Grant[];

  constructor(aws: LocalAws, grants: readonly Grant[]) {
    this.#aws = aws;
    this.#grants = grants;
  }

  allows(need: Need): boolean {
    this.needs.push(need);
    return covering(this.#grants, need).length > 0;
  }

  /** Has every request of a client ask the policy before it leaves. */
  readonly watch = (client: Parameters<Extension['configure']>[0]): void => {
    const handler = client.httpHandler();
    const handle = handler.handle.bind(handler);
    handler.handle = (request, options) => {
      const { region, accountId: account } = this.#aws;
      const [service, operation] = targetOf(request.headers['x-amz-target'] ?? '');
      const input = JSON.parse(new TextDecoder().decode(request.body));
      const asked = { service, operation, region, account, input };
      const missing = this.#needsOf(asked).find((need) => !this.allows(need));
      // The answer is the local AWS's, so that it is what the SDK makes of AWS's own.
      if (missing) this.#aws.faults.add(refusal(`${service}:${operation}`, missing));
      return handle(request, options);
    };
  };

  #needsOf(request: ApiRequest): readonly Need[] {
    const needs = [...needsOf(request)];
    if (this.firstService && request.operation === 'CreateService') {
      needs.push(serviceLinkedRole(request.account));
    }
    return needs;
  }
}

/** `AppRunner.ListServices` and the like as IAM has it. */
function targetOf(target: string): [service: string, operation: string] {
  const [name = '', operation = ''] = target.split('.');
  const services: Readonly<Record<string, string>> = {
    AppRunner: 'apprunner',
    AmazonEC2ContainerRegistry_V20150921: 'ecr',
    Logs_20140328: 'logs',
  };
  const service = services[name];
  if (!service) throw new Error(`Whose operation ${target} is is not known.`);
  return [service, operation];
}

function refusal(call: string, { action, resource }: Need) {
  const who = 'arn:aws:sts::123456789012:assumed-role/deploy-hello/run';
  return {
    kind: 'refuse' as const,
    action: call,
    code: 'AccessDeniedException',
    message: `User: ${who} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
  };
}

/** App Runner developer guide, Using service-linked roles. */
function serviceLinkedRole(account: string): Need {
  const service = 'apprunner.amazonaws.com';
  return {
    action: 'iam:CreateServiceLinkedRole',
    resource: `arn:aws:iam::${account}:role/aws-service-role/${service}/AWSServiceRoleForAppRunner`,
    context: { 'iam:AWSServiceName': service },
  };
}
