import {
  AssociateCustomDomainCommand,
  CreateVpcIngressConnectionCommand,
  DeleteServiceCommand,
  paginateDescribeCustomDomains,
} from '@aws-sdk/client-apprunner';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type AwsFixture, refusal, startFixture } from './aws-fixture.ts';
import { associate, describeDomains, disassociate, domainOf, prove } from './domain-inputs.ts';

const name = 'app.example.com';

let own: AwsFixture;
let arn: string;
let zone: string;
beforeEach(async () => {
  own = await startFixture({ pace: 'quick' });
  arn = await own.aws.appRunner.seed({ ServiceName: 'hello' });
  zone = own.aws.route53.seedZone({ name: 'example.com' });
});
afterEach(() => own.close());

const idle = () => own.aws.appRunner.idle();
const statusOf = async (of = name) => (await domainOf(own, arn, of))?.Status;
const lower = {
  creating: 'creating',
  pending: 'pending_certificate_dns_validation',
  failed: 'create_failed',
  active: 'active',
};

describe('an association', () => {
  it('is creating at first and has no validation records', async () => {
    expect(await associate(own, arn, name)).toMatchObject({
      ServiceArn: arn,
      DNSTarget: own.aws.appRunner.dnsTarget('hello'),
      CustomDomain: { DomainName: name, EnableWWWSubdomain: false, Status: lower.creating },
      VpcDNSTargets: [],
    });
    const answer = await associate(own, arn, 'b.example.com');
    expect(answer.CustomDomain?.CertificateValidationRecords).toBeUndefined();
  });

  it('waits for two records in DNS and is active when they are there', async () => {
    await associate(own, arn, name);
    await idle();
    const pending = await domainOf(own, arn, name);
    const record = (prefix: string) => ({
      Name: expect.stringMatching(new RegExp(`^_[0-9a-f]{32}\\.${prefix}app\\.example\\.com\\.$`)),
      Type: 'CNAME',
      Value: expect.stringMatching(/^_[0-9a-f]{32}\.[a-z]{10}\.acm-validations\.aws\.$/),
      Status: 'PENDING_VALIDATION',
    });
    expect(pending).toEqual({
      DomainName: name,
      EnableWWWSubdomain: false,
      Status: lower.pending,
      CertificateValidationRecords: [record(''), record('2a57j78[0-9a-z]{24}\\.')],
    });
    await prove(own, zone, pending);
    await idle();
    const active = await domainOf(own, arn, name);
    const records = active?.CertificateValidationRecords;
    expect([active?.Status, records?.map(({ Status }) => Status)]).toEqual([
      lower.active,
      ['SUCCESS', 'SUCCESS'],
    ]);
  });

  it('has www too unless told otherwise, with a record of its own', async () => {
    const input = { ServiceArn: arn, DomainName: 'example.com' };
    const answer = await own.apprunner.send(new AssociateCustomDomainCommand(input));
    expect(answer.CustomDomain?.EnableWWWSubdomain).toBe(true);
    await idle();
    const domain = await domainOf(own, arn, 'example.com');
    const names = domain?.CertificateValidationRecords?.map(({ Name = '' }) =>
      Name.replace(/^_[0-9a-f]{32}\./, '').replace(/^2a57j78[0-9a-z]{24}/, 'OWN'),
    );
    expect(names).toEqual(['example.com.', 'www.example.com.', 'OWN.example.com.']);
  });

  it('of a wildcard is proven by the record of the name below which it stands', async () => {
    await associate(own, arn, '*.example.com');
    await associate(own, arn, 'example.com');
    await idle();
    const [wildcard, root] = await Promise.all(
      ['*.example.com', 'example.com'].map((each) => domainOf(own, arn, each)),
    );
    expect(wildcard?.CertificateValidationRecords).toEqual([
      root?.CertificateValidationRecords?.[0],
    ]);
  });

  it('is proven record by record, and by nothing but the very value', async () => {
    await associate(own, arn, name);
    await idle();
    const [first, second] = (await domainOf(own, arn, name))?.CertificateValidationRecords ?? [];
    const { seedDns } = own.aws.route53;
    const statuses = async () => {
      await idle();
      const domain = await domainOf(own, arn, name);
      return domain?.CertificateValidationRecords?.map(({ Status }) => Status);
    };
    seedDns(first?.Name ?? '', 'CNAME', ['other.acm-validations.aws.']);
    expect(await statuses()).toEqual(['PENDING_VALIDATION', 'PENDING_VALIDATION']);
    seedDns(first?.Name ?? '', 'CNAME', [first?.Value?.slice(0, -1) ?? '']);
    expect(await statuses()).toEqual(['SUCCESS', 'PENDING_VALIDATION']);
    expect(await statusOf()).toBe(lower.pending);
    seedDns(second?.Name ?? '', 'CNAME', [second?.Value ?? '']);
    expect(await statuses()).toEqual(['SUCCESS', 'SUCCESS']);
    expect(await statusOf()).toBe(lower.active);
  });

  it.each([
    ['private', { private: true }],
    ['not the one that the domain is delegated to', { delegated: false }],
  ])('is not proven by a zone that is %s', async (_, more) => {
    const hidden = own.aws.route53.seedZone({ name, ...more });
    await associate(own, arn, name);
    await idle();
    await prove(own, hidden, await domainOf(own, arn, name));
    await idle();
    expect(await statusOf()).toBe(lower.pending);
  });

  it.each([
    ['under a top-level name that nobody owns', 'app.hello.test'],
    ['longer than a certificate can name', `${'a'.repeat(53)}.example.com`],
    ['that is said to fail', 'fails.example.com'],
  ])('of a name %s ends in create_failed', async (_, failing) => {
    own.aws.appRunner.failDomain('fails.example.com', 'create');
    await associate(own, arn, failing);
    await idle();
    const domain = await domainOf(own, arn, failing);
    expect([domain?.Status, domain?.CertificateValidationRecords]).toEqual([
      lower.failed,
      undefined,
    ]);
  });

  it.each([
    ['lets only others issue', ['0 issue "letsencrypt.org"'], lower.failed],
    ['lets Amazon issue', ['0 issue "letsencrypt.org"', '0 issue "amazon.com"'], lower.pending],
    ['says only whom to tell', ['0 iodef "mailto:me@example.com"'], lower.pending],
  ])('where DNS %s by CAA is %s', async (_, values, status) => {
    own.aws.route53.seedDns('example.com', 'CAA', values);
    await associate(own, arn, name);
    await idle();
    expect(await statusOf()).toBe(status);
  });

  it('that failed can be made again once it is gone', async () => {
    own.aws.appRunner.failDomain(name, 'create');
    await associate(own, arn, name);
    await idle();
    expect((await refusal(associate(own, arn, name))).text).toMatch(/is already associated with/);
    own.aws.appRunner.failDomain(name, undefined);
    await disassociate(own, arn, name);
    await idle();
    await associate(own, arn, name);
    await idle();
    expect(await statusOf()).toBe(lower.pending);
  });
});

describe('DescribeCustomDomains', () => {
  it('goes from page to page, the newest first', async () => {
    const names = ['a', 'b', 'c'].map((label) => `${label}.example.com`);
    for (const DomainName of names) own.aws.appRunner.seedDomain({ service: arn, DomainName });
    const found: (string | undefined)[][] = [];
    const pages = paginateDescribeCustomDomains(
      { client: own.apprunner, pageSize: 2 },
      { ServiceArn: arn },
    );
    for await (const page of pages) {
      found.push((page.CustomDomains ?? []).map(({ DomainName }) => DomainName));
    }
    expect(found).toEqual([['c.example.com', 'b.example.com'], ['a.example.com']]);
  });

  it('has no more than 5 a page', async () => {
    expect(await refusal(describeDomains(own, arn, { MaxResults: 6 }))).toMatchObject({
      name: 'InvalidRequestException',
    });
  });

  it('names where a private service answers inside a VPC', async () => {
    const ServiceArn = await own.aws.appRunner.seed({
      ServiceName: 'inside',
      NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible: false } },
    });
    const { VpcIngressConnection: ingress } = await own.apprunner.send(
      new CreateVpcIngressConnectionCommand({
        ServiceArn,
        VpcIngressConnectionName: 'mine',
        IngressVpcConfiguration: { VpcId: 'vpc-1', VpcEndpointId: 'vpce-1' },
      }),
    );
    const { DNSTarget, VpcDNSTargets } = await describeDomains(own, ServiceArn);
    expect(DNSTarget).toBe(own.aws.appRunner.dnsTarget('inside'));
    expect(VpcDNSTargets).toEqual([
      {
        VpcIngressConnectionArn: ingress?.VpcIngressConnectionArn,
        VpcId: 'vpc-1',
        DomainName: ingress?.DomainName,
      },
    ]);
  });
});

describe('the end of an association', () => {
  it('is deleting with its records, and then gone', async () => {
    const records = own.aws.appRunner.seedDomain({ service: 'hello', DomainName: name });
    const answer = await disassociate(own, arn, name);
    expect(answer.CustomDomain).toEqual({
      DomainName: name,
      EnableWWWSubdomain: false,
      Status: 'deleting',
      CertificateValidationRecords: records,
    });
    await idle();
    expect(await domainOf(own, arn, name)).toBeUndefined();
    expect(await refusal(disassociate(own, arn, name))).toEqual({
      name: 'ResourceNotFoundException',
      text: `No custom domain ${name} found for the provided service`,
    });
  });

  it('is refused while it is under way', async () => {
    const other = { service: 'hello', DomainName: name, Status: 'deleting' } as const;
    own.aws.appRunner.seedDomain(other);
    expect(await refusal(disassociate(own, arn, name))).toEqual({
      name: 'InvalidStateException',
      text: `Custom domain ${name} cannot be disassociated in the current state: deleting`,
    });
  });

  it('can fail, and be tried again', async () => {
    own.aws.appRunner.seedDomain({ service: 'hello', DomainName: name });
    own.aws.appRunner.failDomain(name, 'delete');
    await disassociate(own, arn, name);
    await idle();
    expect(await statusOf()).toBe('delete_failed');
    own.aws.appRunner.failDomain(name, undefined);
    await disassociate(own, arn, name);
    await idle();
    expect(await statusOf()).toBeUndefined();
  });

  it('leaves a certificate that makes the next association active without DNS', async () => {
    const before = own.aws.appRunner.seedDomain({ service: 'hello', DomainName: name });
    await disassociate(own, arn, name);
    await idle();
    await associate(own, arn, name);
    await idle();
    const again = await domainOf(own, arn, name);
    expect([again?.Status, again?.CertificateValidationRecords]).toEqual([lower.active, before]);
  });

  it('comes with that of its service, whose domains others can have then', async () => {
    own.aws.appRunner.seedDomain({ service: 'hello', DomainName: name });
    await own.apprunner.send(new DeleteServiceCommand({ ServiceArn: arn }));
    await idle();
    const other = await own.aws.appRunner.seed({ ServiceName: 'other' });
    await associate(own, other, name);
    await idle();
    expect((await describeDomains(own, arn)).CustomDomains).toEqual([]);
    expect((await domainOf(own, other, name))?.Status).toBe(lower.active);
  });
});

describe('a domain is not seeded', () => {
  it('twice, or on a service that is not there', () => {
    const { seedDomain } = own.aws.appRunner;
    seedDomain({ service: 'hello', DomainName: name });
    expect(() => seedDomain({ service: 'hello', DomainName: name })).toThrow(
      `${name} is already associated with ${arn}.`,
    );
    expect(() => seedDomain({ service: 'missing', DomainName: 'b.example.com' })).toThrow(
      'There is no service missing.',
    );
  });
});
