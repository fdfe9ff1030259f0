import { readRegionalArn, VPC_CONNECTOR } from './arns.ts';
import type { InputReader } from './reader.ts';

/** How requests get to the service, and how it reaches others, as a workflow names it. */
export interface NetworkSettings {
  readonly vpcConnectorArn?: string;
  readonly publiclyAccessible?: boolean;
  readonly ipAddressType?: 'IPV4' | 'DUAL_STACK';
}

/** Reads the network settings; those that are not named are not there. */
export function readNetwork(reader: InputReader, region?: string): NetworkSettings {
  const settings = {
    vpcConnectorArn: readRegionalArn(reader, 'vpc-connector-arn', VPC_CONNECTOR, region),
    publiclyAccessible: reader.flag('publicly-accessible'),
    ipAddressType: reader.oneOf('ip-address-type', ['IPV4', 'DUAL_STACK'], 'DUAL_STACK'),
  };
  if (settings.publiclyAccessible === false && settings.ipAddressType === 'DUAL_STACK') {
    // Developer guide, "Networking with App Runner".
    reader.problem(
      "Inputs 'publicly-accessible' and 'ip-address-type' exclude each other here: App Runner has dual stack for public services only. Set ip-address-type: IPV4, or remove it.",
    );
  }
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
