import { createHash } from 'node:crypto';
import { AwsError } from '../../protocol/aws-error.ts';
import type { Engine } from '../engine.ts';
import { page } from '../paging.ts';
import { sleepUntil } from '../phases.ts';
import { invalidRequest, serviceHasIngress } from '../refusals.ts';
import type { IngressVpcConfiguration, PageInput, Tag, VpcIngressStatus } from '../shapes.ts';
import type { StoredService } from '../store.ts';
import { newResource } from './new-resource.ts';
import type { Resource } from './resource-store.ts';

/** A VPC ingress connection: where a private service answers inside a VPC. */
export interface VpcIngress extends Resource {
  readonly serviceArn: string;
  readonly domainName: string;
  vpc: Required<IngressVpcConfiguration>;
  status: VpcIngressStatus;
}

type ArnInput = { readonly VpcIngressConnectionArn: string };
type VpcInput = { readonly IngressVpcConfiguration: IngressVpcConfiguration };

const pageSize = 100;

const answer = (engine: Engine, ingress: VpcIngress): object => ({
  VpcIngressConnection: {
    VpcIngressConnectionArn: ingress.arn,
    VpcIngressConnectionName: ingress.name,
    ServiceArn: ingress.serviceArn,
    Status: ingress.status,
    AccountId: engine.accountId,
    DomainName: ingress.domainName,
    IngressVpcConfiguration: ingress.vpc,
    CreatedAt: new Date(ingress.createdAt),
    ...(ingress.deletedAt === undefined ? {} : { DeletedAt: new Date(ingress.deletedAt) }),
  },
});

/** There is no EC2 here, so of the ids only their form is checked. */
const vpcOf = ({ VpcId = '', VpcEndpointId = '' }: IngressVpcConfiguration) => {
  if (!/^vpc-\w+$/.test(VpcId)) throw invalidRequest(`The VPC ID '${VpcId}' isn't valid.`);
  if (!/^vpce-\w+$/.test(VpcEndpointId)) {
    throw invalidRequest(`The VPC endpoint ID '${VpcEndpointId}' isn't valid.`);
  }
  return { VpcId, VpcEndpointId };
};

/** Lets a change take its time and then be done. */
const settle = (engine: Engine, done: () => void): void => {
  const { phaseMs, operationMs } = engine.timing;
  const end = engine.clock.now() + Math.max(phaseMs('ingress', 'UPDATE_SERVICE'), operationMs);
  const finish = async () => {
    await sleepUntil(engine, end);
    if (!engine.signal.aborted) done();
  };
  engine.background(finish());
};

/** AWS names the states in which a change is accepted (API model); the words are ours. */
const demand = (ingress: VpcIngress, participle: string, accepted: readonly VpcIngressStatus[]) => {
  if (accepted.includes(ingress.status)) return;
  throw new AwsError(
    'InvalidStateException',
    `VpcIngressConnection cannot be ${participle} in the current state: ${ingress.status}`,
  );
};

/** The service a connection is to lead to: one that is RUNNING and private (our words). */
const demandPrivate = (engine: Engine, arn: string): void => {
  const service = engine.services.find(arn);
  if (service === undefined || service.status === 'DELETED') {
    throw invalidRequest(`Service cannot be found for the provided ARN: ${arn}`);
  }
  if (service.configuration.network.IngressConfiguration?.IsPubliclyAccessible !== false) {
    throw invalidRequest(
      `A VpcIngressConnection needs a Service with IsPubliclyAccessible set to false. Service Arn: ${arn}`,
    );
  }
  if (service.status !== 'RUNNING') {
    throw new AwsError(
      'InvalidStateException',
      `VpcIngressConnection cannot be created for a Service in the current state: ${service.status}`,
    );
  }
};

/** CreateVpcIngressConnection: PENDING_CREATION at first, AVAILABLE later. */
export const createVpcIngressConnection = (
  engine: Engine,
  input: VpcInput & {
    readonly ServiceArn: string;
    readonly VpcIngressConnectionName: string;
    readonly Tags?: readonly Tag[];
  },
): object => {
  const vpc = vpcOf(input.IngressVpcConfiguration);
  demandPrivate(engine, input.ServiceArn);
  const made = newResource(engine, engine.ingress, {
    kind: 'vpcingressconnection',
    what: 'VpcIngressConnection',
    name: input.VpcIngressConnectionName,
    tags: input.Tags,
  });
  const label = createHash('sha256').update(made.arn).digest('hex').slice(0, 10);
  const ingress = engine.ingress.add({
    ...made,
    serviceArn: input.ServiceArn,
    domainName: `${label}.${engine.region}.awsapprunner.com`,
    vpc,
    status: 'PENDING_CREATION',
  });
  settle(engine, () => {
    ingress.status = 'AVAILABLE';
  });
  return answer(engine, ingress);
};

/** DescribeVpcIngressConnection. */
export const describeVpcIngressConnection = (engine: Engine, input: ArnInput): object =>
  answer(engine, engine.ingress.get(input.VpcIngressConnectionArn));

/** UpdateVpcIngressConnection: another VPC endpoint under the same domain name. */
export const updateVpcIngressConnection = (engine: Engine, input: ArnInput & VpcInput): object => {
  const ingress = engine.ingress.get(input.VpcIngressConnectionArn);
  const vpc = vpcOf(input.IngressVpcConfiguration);
  demand(ingress, 'updated', ['AVAILABLE', 'FAILED_CREATION', 'FAILED_UPDATE']);
  ingress.vpc = vpc;
  ingress.status = 'PENDING_UPDATE';
  settle(engine, () => {
    ingress.status = 'AVAILABLE';
  });
  return answer(engine, ingress);
};

/** DeleteVpcIngressConnection: PENDING_DELETION at first, DELETED later. */
export const deleteVpcIngressConnection = (engine: Engine, input: ArnInput): object => {
  const ingress = engine.ingress.get(input.VpcIngressConnectionArn);
  const failed = ['FAILED_CREATION', 'FAILED_UPDATE', 'FAILED_DELETION'] as const;
  demand(ingress, 'deleted', ['AVAILABLE', ...failed]);
  ingress.status = 'PENDING_DELETION';
  settle(engine, () => {
    ingress.status = 'DELETED';
    ingress.deletedAt = engine.clock.now();
  });
  return answer(engine, ingress);
};

/** ListVpcIngressConnections: newest first, without deleted ones. */
export const listVpcIngressConnections = (
  engine: Engine,
  input: PageInput & {
    readonly Filter?: { readonly ServiceArn?: string; readonly VpcEndpointId?: string };
  },
): object => {
  const { ServiceArn, VpcEndpointId } = input.Filter ?? {};
  const found = engine.ingress
    .living()
    .filter((each) => ServiceArn === undefined || each.serviceArn === ServiceArn)
    .filter((each) => VpcEndpointId === undefined || each.vpc.VpcEndpointId === VpcEndpointId);
  const list = `ingress ${ServiceArn} ${VpcEndpointId}`;
  const { items, next } = page(list, found, input, pageSize);
  return {
    VpcIngressConnectionSummaryList: items.map((each) => ({
      VpcIngressConnectionArn: each.arn,
      ServiceArn: each.serviceArn,
    })),
    ...next,
  };
};

/** Refuses to delete a service that a VPC ingress connection leads to. */
export const demandNoIngress = (engine: Engine, service: StoredService): void => {
  const ingress = engine.ingress.living().find((each) => each.serviceArn === service.arn);
  if (ingress !== undefined) throw serviceHasIngress(service.arn, ingress.arn, ingress.status);
};
