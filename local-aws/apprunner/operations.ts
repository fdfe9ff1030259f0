import type { Input, Operation } from '../protocol/service.ts';
import * as scaling from './auto-scaling.ts';
import { createService } from './create.ts';
import * as domains from './domains/domains.ts';
import type { Engine } from './engine.ts';
import { deleteService, pauseService, resumeService } from './lifecycle.ts';
import { describeService, listOperations, listServices } from './listing.ts';
import * as connections from './resources/connections.ts';
import * as observability from './resources/observability.ts';
import * as connectors from './resources/vpc-connectors.ts';
import * as ingress from './resources/vpc-ingress.ts';
import * as tags from './tags.ts';
import { startDeployment, updateService } from './update.ts';

/** Every operation of App Runner's. */
export const operationsOf = (engine: Engine): Readonly<Record<string, Operation>> => {
  /** The server has checked inputs against the API model, which is what these types spell out. */
  const served =
    <T extends Input>(operation: (engine: Engine, input: T) => object): Operation =>
    (input) =>
      operation(engine, input as T);
  return {
    CreateService: served(createService),
    DescribeService: served(describeService),
    ListServices: served(listServices),
    UpdateService: served(updateService),
    DeleteService: served(deleteService),
    PauseService: served(pauseService),
    ResumeService: served(resumeService),
    StartDeployment: served(startDeployment),
    ListOperations: served(listOperations),
    TagResource: served(tags.tagResource),
    UntagResource: served(tags.untagResource),
    ListTagsForResource: served(tags.listTagsForResource),
    AssociateCustomDomain: served(domains.associateCustomDomain),
    DescribeCustomDomains: served(domains.describeCustomDomains),
    DisassociateCustomDomain: served(domains.disassociateCustomDomain),
    CreateAutoScalingConfiguration: served(scaling.createAutoScalingConfiguration),
    DescribeAutoScalingConfiguration: served(scaling.describeAutoScalingConfiguration),
    ListAutoScalingConfigurations: served(scaling.listAutoScalingConfigurations),
    DeleteAutoScalingConfiguration: served(scaling.deleteAutoScalingConfiguration),
    ListServicesForAutoScalingConfiguration: served(
      scaling.listServicesForAutoScalingConfiguration,
    ),
    UpdateDefaultAutoScalingConfiguration: served(scaling.updateDefaultAutoScalingConfiguration),
    CreateConnection: served(connections.createConnection),
    ListConnections: served(connections.listConnections),
    DeleteConnection: served(connections.deleteConnection),
    CreateObservabilityConfiguration: served(observability.createObservabilityConfiguration),
    DescribeObservabilityConfiguration: served(observability.describeObservabilityConfiguration),
    ListObservabilityConfigurations: served(observability.listObservabilityConfigurations),
    DeleteObservabilityConfiguration: served(observability.deleteObservabilityConfiguration),
    CreateVpcConnector: served(connectors.createVpcConnector),
    DescribeVpcConnector: served(connectors.describeVpcConnector),
    ListVpcConnectors: served(connectors.listVpcConnectors),
    DeleteVpcConnector: served(connectors.deleteVpcConnector),
    CreateVpcIngressConnection: served(ingress.createVpcIngressConnection),
    DescribeVpcIngressConnection: served(ingress.describeVpcIngressConnection),
    ListVpcIngressConnections: served(ingress.listVpcIngressConnections),
    UpdateVpcIngressConnection: served(ingress.updateVpcIngressConnection),
    DeleteVpcIngressConnection: served(ingress.deleteVpcIngressConnection),
  };
};
