import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type VirtualClock, virtualClock } from '../support/virtual-clock.ts';
import { type AwsFixture, startFixture } from './aws-fixture.ts';
import { associate, disassociate, domainOf, prove } from './domain-inputs.ts';

const name = 'app.example.com';
const minute = 60_000;

let clock: VirtualClock;
let own: AwsFixture;
let arn: string;
let zone: string;
let began: number;
beforeEach(async () => {
  clock = virtualClock();
  own = await startFixture({ clock, pace: 'app-runner' });
  arn = await own.aws.appRunner.seed({ ServiceName: 'hello' });
  zone = own.aws.route53.seedZone({ name: 'example.com' });
  began = clock.now();
});
afterEach(() => own.close());

const look = async () => {
  const domain = await domainOf(own, arn, name);
  const records = domain?.CertificateValidationRecords?.map(({ Status }) => Status);
  return { after: clock.now() - began, status: domain?.Status, records };
};
/** What there is to see at each moment at which something happens, until nothing does. */
const history = async () => {
  const seen = [await look()];
  while (clock.step()) {
    // What waited on the clock goes on in tasks of its own.
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(await look());
  }
  return seen;
};
const pending = ['PENDING_VALIDATION', 'PENDING_VALIDATION'];
const success = ['SUCCESS', 'SUCCESS'];

describe('at the pace of App Runner an association', () => {
  it('has its records after seconds and waits for DNS without an end of its own', async () => {
    await associate(own, arn, name);
    expect(await history()).toEqual([
      { after: 0, status: 'creating', records: undefined },
      { after: 20_000, status: 'pending_certificate_dns_validation', records: pending },
    ]);
  });

  it('is validated, bound and active minutes after DNS has its records', async () => {
    await associate(own, arn, name);
    await history();
    began = clock.now();
    await prove(own, zone, await domainOf(own, arn, name));
    const status = 'pending_certificate_dns_validation';
    expect(await history()).toEqual([
      { after: 0, status, records: pending },
      { after: 30_000, status, records: pending },
      { after: 3.5 * minute, status: 'binding_certificate', records: success },
      { after: 5.5 * minute, status: 'active', records: success },
    ]);
  });

  it('of a bogus name fails after minutes', async () => {
    own.aws.appRunner.failDomain(name, 'create');
    await associate(own, arn, name);
    expect(await history()).toEqual([
      { after: 0, status: 'creating', records: undefined },
      { after: 4 * minute, status: 'create_failed', records: undefined },
    ]);
  });

  it('with a certificate that is kept waits for no DNS', async () => {
    own.aws.appRunner.seedDomain({ service: 'hello', DomainName: name });
    await disassociate(own, arn, name);
    expect(await history()).toEqual([
      { after: 0, status: 'deleting', records: success },
      { after: 30_000, status: undefined, records: undefined },
    ]);
    began = clock.now();
    await associate(own, arn, name);
    expect(await history()).toEqual([
      { after: 0, status: 'creating', records: undefined },
      { after: 20_000, status: 'binding_certificate', records: success },
      { after: 20_000 + 2 * minute, status: 'active', records: success },
    ]);
  });

  it('finds no certificate any more after 30 days', async () => {
    own.aws.appRunner.seedDomain({ service: 'hello', DomainName: name });
    await disassociate(own, arn, name);
    await history();
    clock.after(30 * 24 * 60 * minute + 1, () => undefined);
    clock.step();
    await associate(own, arn, name);
    const seen = await history();
    expect(seen.at(-1)).toMatchObject({
      status: 'pending_certificate_dns_validation',
      records: pending,
    });
  });

  it('that nobody proves fails after 72 hours, and its next certificate is another', async () => {
    await associate(own, arn, name);
    await history();
    clock.after(72 * 60 * minute + 1, () => undefined);
    clock.step();
    expect(await look()).toMatchObject({
      status: 'create_failed',
      records: ['FAILED', 'FAILED'],
    });
    await disassociate(own, arn, name);
    await history();
    await associate(own, arn, name);
    expect((await history()).at(-1)).toMatchObject({ records: pending });
  });

  it('that is ended while it is made comes to nothing', async () => {
    await associate(own, arn, name);
    await disassociate(own, arn, name);
    expect((await history()).map(({ status }) => status)).toEqual([
      'deleting',
      'deleting',
      undefined,
    ]);
  });

  it('whose records are taken away before they are looked at is not proven', async () => {
    await associate(own, arn, name);
    await history();
    const { seedDns } = own.aws.route53;
    const domain = await domainOf(own, arn, name);
    const records = domain?.CertificateValidationRecords ?? [];
    for (const { Name = '', Value = '' } of records) seedDns(Name, 'CNAME', [Value]);
    for (const { Name = '' } of records) seedDns(Name, 'CNAME', []);
    expect((await history()).at(-1)).toMatchObject({
      status: 'pending_certificate_dns_validation',
      records: pending,
    });
  });
});
