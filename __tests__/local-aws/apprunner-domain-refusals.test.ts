import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { arnOf, noId } from './apprunner-inputs.ts';
import { type AwsFixture, refusal, startFixture } from './aws-fixture.ts';
import { associate, describeDomains, disassociate, domainOf } from './domain-inputs.ts';

const name = 'app.example.com';

let own: AwsFixture;
let arn: string;
beforeEach(async () => {
  own = await startFixture({ pace: 'quick' });
  arn = await own.aws.appRunner.seed({ ServiceName: 'hello' });
});
afterEach(() => own.close());

describe('an association is refused', () => {
  const tooMany = () => own.aws.appRunner.seedDomain({ service: 'hello', DomainName: 'x.org' });

  it.each([
    ['of a name without a dot', 'localhost'],
    ['of an address with a dot at its end', 'app.example.com.'],
    ['of a name with an empty label', 'app..example.com'],
    ['of a label that ends with a dash', 'app-.example.com'],
    ['of a part of a label as a wildcard', 'app*.example.com'],
    ['of a wildcard below a subdomain', '*.app.example.com'],
    ["of App Runner's own names", 'abc.us-east-1.awsapprunner.com'],
  ])('%s', async (_, wrong) => {
    expect(await refusal(associate(own, arn, wrong))).toMatchObject({
      name: 'InvalidRequestException',
      text: expect.stringContaining(`The domain name ${wrong} isn't valid: `),
    });
  });

  it('of a wildcard with www', async () => {
    const { text } = await refusal(associate(own, arn, '*.example.com', true));
    expect(text).toMatch(/EnableWWWSubdomain must be false/);
  });

  it('of characters that the model lacks', async () => {
    const { name: code, text } = await refusal(associate(own, arn, 'a_b.example.com'));
    expect([code, text]).toEqual([
      'InvalidRequestException',
      expect.stringMatching(
        /^1 validation error detected: Value 'a_b.example.com' at 'domainName'/,
      ),
    ]);
  });

  it('of a name that the service has, or its www has, in whatever case', async () => {
    await associate(own, arn, 'example.com', true);
    for (const again of ['example.com', 'Example.com', 'www.example.com']) {
      expect(await refusal(associate(own, arn, again))).toEqual({
        name: 'InvalidRequestException',
        text: `${again} is already associated with ${arn}`,
      });
    }
  });

  it('of a name that another service has, in this account or another', async () => {
    const other = await own.aws.appRunner.seed({ ServiceName: 'other' });
    own.aws.appRunner.seedDomain({ service: 'other', DomainName: name });
    own.aws.appRunner.takeDomain('taken.example.com');
    expect((await refusal(associate(own, arn, name))).text).toBe(
      `${name} is already associated with ${other}`,
    );
    expect((await refusal(associate(own, arn, 'taken.example.com'))).text).toBe(
      'taken.example.com is already associated with another App Runner service',
    );
    own.aws.appRunner.takeDomain('taken.example.com', false);
    expect((await refusal(associate(own, arn, 'taken.example.com'))).name).toBe('');
  });

  it('of a sixth domain', async () => {
    tooMany();
    for (const label of ['b', 'c', 'd', 'e']) await associate(own, arn, `${label}.example.com`);
    expect(await refusal(associate(own, arn, name))).toEqual({
      name: 'InvalidRequestException',
      text: `You've reached the quota of 5 custom domains for the service ${arn}`,
    });
  });

  it.each(['PAUSED', 'OPERATION_IN_PROGRESS', 'CREATE_FAILED', 'DELETE_FAILED'] as const)(
    'for a service that is %s, and so is the end of one',
    async (Status) => {
      const service = await own.aws.appRunner.seed({ ServiceName: 'other', Status });
      own.aws.appRunner.seedDomain({ service: 'other', DomainName: name });
      const text = expect.stringMatching(`a service in the current state: ${Status}$`);
      const expected = { name: 'InvalidStateException', text };
      expect(await refusal(associate(own, service, 'b.example.com'))).toEqual(expected);
      expect(await refusal(disassociate(own, service, name))).toEqual(expected);
      expect((await domainOf(own, service, name))?.Status).toBe('active');
    },
  );

  it('for a service that is not there', async () => {
    const missing = arnOf(`service/missing/${noId}`);
    const text = `Service cannot be found for the provided ARN: ${missing}`;
    // The model has no ResourceNotFoundException for it, but for the other two.
    expect(await refusal(associate(own, missing, name))).toEqual({
      name: 'InvalidRequestException',
      text,
    });
    for (const call of [describeDomains(own, missing), disassociate(own, missing, name)]) {
      expect(await refusal(call)).toEqual({ name: 'ResourceNotFoundException', text });
    }
  });
});
