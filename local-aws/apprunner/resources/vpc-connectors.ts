import { createHash } from 'node:crypto';
import type { Engine } from '../engine.ts';
import { page } from '../paging.ts';
import { invalidRequest, resourceNotFound } from '../refusals.ts';
import type { PageInput, Tag } from '../shapes.ts';
import { newResource } from './new-resource.ts';
import type { Resource } from './resource-store.ts';

/** A VPC connector, for a service's outgoing traffic. */
export interface VpcConnector extends Resource {
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
}

type ArnInput = { readonly VpcConnectorArn: string };

const pageSize = 100;
/** That there is a quota is known; the figure is from memory. */
const mostConnectors = 10;

const answer = (connector: VpcConnector): object => ({
  VpcConnectorName: connector.name,
  VpcConnectorArn: connector.arn,
  // App Runner supports one revision of a name only (API model).
  VpcConnectorRevision: 1,
  Subnets: connector.subnets,
  SecurityGroups: connector.securityGroups,
  Status: connector.deletedAt === undefined ? 'ACTIVE' : 'INACTIVE',
  CreatedAt: new Date(connector.createdAt),
  ...(connector.deletedAt === undefined ? {} : { DeletedAt: new Date(connector.deletedAt) }),
});

/** There is no EC2 here, so of an id only its form is checked. */
const checkIds = (what: string, prefix: string, ids: readonly string[]): void => {
  const wrong = ids.find((id) => !new RegExp(`^${prefix}-\\w+$`).test(id));
  if (wrong !== undefined) throw invalidRequest(`The ${what} ID '${wrong}' does not exist`);
};

/** The default security group of the subnets' VPC, which App Runner takes when none is named. */
const defaultGroup = (subnets: readonly string[]): string =>
  `sg-${createHash('sha256').update(subnets.join()).digest('hex').slice(0, 17)}`;

/** CreateVpcConnector. */
export const createVpcConnector = (
  engine: Engine,
  input: {
    readonly VpcConnectorName: string;
    readonly Subnets: readonly string[];
    readonly SecurityGroups?: readonly string[];
    readonly Tags?: readonly Tag[];
  },
): object => {
  const { Subnets: subnets, SecurityGroups: groups = [] } = input;
  if (subnets.length === 0) throw invalidRequest('Specify at least one subnet in Subnets.');
  checkIds('subnet', 'subnet', subnets);
  checkIds('security group', 'sg', groups);
  const made = newResource(engine, engine.connectors, {
    kind: 'vpcconnector',
    between: '1/',
    what: 'VPC connector',
    name: input.VpcConnectorName,
    tags: input.Tags,
    most: mostConnectors,
  });
  const securityGroups = groups.length > 0 ? groups : [defaultGroup(subnets)];
  return { VpcConnector: answer(engine.connectors.add({ ...made, subnets, securityGroups })) };
};

/** DescribeVpcConnector: a deleted one is INACTIVE. */
export const describeVpcConnector = (engine: Engine, input: ArnInput): object => ({
  VpcConnector: answer(engine.connectors.get(input.VpcConnectorArn)),
});

/** ListVpcConnectors: newest first, without deleted ones. */
export const listVpcConnectors = (engine: Engine, input: PageInput): object => {
  const { items, next } = page('connectors', engine.connectors.living(), input, pageSize);
  return { VpcConnectors: items.map(answer), ...next };
};

/** DeleteVpcConnector: refused while a service uses it, in the words that users quote. */
export const deleteVpcConnector = (engine: Engine, { VpcConnectorArn }: ArnInput): object => {
  const connector = engine.connectors.get(VpcConnectorArn);
  if (connector.deletedAt !== undefined) throw resourceNotFound(VpcConnectorArn);
  const used = engine.services
    .living()
    .some(
      ({ configuration: { network } }) =>
        network.EgressConfiguration?.VpcConnectorArn === VpcConnectorArn,
    );
  if (used) {
    throw invalidRequest(
      `Provided VPC connector arn is being used by other services. ARN: ${VpcConnectorArn}`,
    );
  }
  connector.deletedAt = engine.clock.now();
  return { VpcConnector: answer(connector) };
};
