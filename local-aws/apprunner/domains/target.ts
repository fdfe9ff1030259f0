import { createHash } from 'node:crypto';
import type { AliasTargets } from '../../route53/alias.ts';
import type { Engine } from '../engine.ts';
import type { StoredService } from '../store.ts';

/** The Route 53 zone of App Runner's names in each of its regions (AWS General Reference). */
const zones: Readonly<Record<string, string>> = {
  'us-east-1': 'Z01915732ZBZKC8D32TPT',
  'us-east-2': 'Z0224347AD7KVHMLOX31',
  'us-west-2': 'Z02243383FTQ64HJ5772Q',
  'ap-south-1': 'Z00855883LBHKTIC4ODF2',
  'ap-southeast-1': 'Z09819469CZ3KQ8PWMCL',
  'ap-southeast-2': 'Z03657752RA8799S0TI5I',
  'ap-northeast-1': 'Z08491812XW6IPYLR6CCA',
  'eu-central-1': 'Z0334911C2FDI2Q9M4FZ',
  'eu-west-1': 'Z087551914Z2PCAU0QHMW',
  'eu-west-2': 'Z098228427VC6B3IX76ON',
  'eu-west-3': 'Z087117439MBKHYM69QS6',
};

/**
 * The name that a service's domains are mapped to. It is App Runner's own form, though the local
 * service answers at a loopback port: no resolver leads there.
 */
export const dnsTargetOf = (region: string, { id }: Pick<StoredService, 'id'>): string => {
  const digits = BigInt(`0x${createHash('sha256').update(id).digest('hex')}`).toString(36);
  return `${digits.padStart(10, '0').slice(-10)}.${region}.awsapprunner.com`;
};

/**
 * Which aliases may lead to App Runner: to services that are there, by the zone of their region. An
 * IPv6 address has only a service whose IpAddressType is DUAL_STACK.
 */
export const appRunnerTargets =
  (engine: Engine): AliasTargets =>
  (zoneId, dnsName, type) => {
    const region = Object.keys(zones).find((each) => zones[each] === zoneId);
    if (region === undefined) return undefined;
    if (!dnsName.endsWith(`.${region}.awsapprunner.com.`)) return 'outside';
    const service = engine.services
      .living()
      .find((each) => `${dnsTargetOf(engine.region, each)}.` === dnsName);
    if (service === undefined) return 'missing';
    const dual = service.configuration.network.IpAddressType === 'DUAL_STACK';
    return type === 'A' || (type === 'AAAA' && dual) ? 'found' : 'missing';
  };
