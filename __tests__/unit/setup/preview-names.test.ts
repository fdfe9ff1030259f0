import { expect, it } from '@jest/globals';
import { policyAt } from '../../../scripts/setup/policies.ts';
import { previewName } from '../../../src/preview/name.ts';
import { covering, grantsOf } from '../../support/setup/grants.ts';
import { PLACE } from '../../support/setup/scenarios.ts';

/** As examples/setup/terraform has it, and the description of the parameter PreviewServices. */
function pattern(service: string): string {
  return service.length <= 30 ? `${service}-pr-*` : `${service.slice(0, 18)}*-pr-*`;
}

const allows = (service: string, name: string) =>
  covering(grantsOf([policyAt('previews', { ...PLACE, service: pattern(service) })]), {
    action: 'apprunner:DeleteService',
    resource: `arn:aws:apprunner:us-east-1:123456789012:service/${name}/${'0'.repeat(32)}`,
  }).length > 0;

it.each([4, 5, 18, 29, 30, 31, 33, 39, 40])(
  'the previews of a service of %i characters are in the policy, and the service is not',
  (length) => {
    const service = 'a-Long_name'.repeat(4).slice(0, length);
    for (const number of [1, 42, 999, 123_456, 999_999]) {
      expect([number, allows(service, previewName(service, number))]).toEqual([number, true]);
    }
    expect(allows(service, service)).toBe(false);
  },
);
