import { AppRunnerClient } from '@aws-sdk/client-apprunner';
import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import { describe, expect, it } from '@jest/globals';
import { createMemoryRuntime } from '../../../local-aws/runtime/memory.ts';
import { type LocalAws, startLocalAws } from '../../../local-aws/start.ts';
import { domainCalls } from '../../../src/aws/apprunner-domains.ts';
import { dnsCalls } from '../../../src/aws/route53.ts';
import { planRecords, planRemoval } from '../../../src/domain/plan.ts';
import type { Dns } from '../../../src/domain/port.ts';
import { ActionError } from '../../../src/errors.ts';
import { ALIAS_ZONE, plain } from '../../support/fake-domains.ts';
import { createPreview, seedPreview } from '../../support/seeded-previews.ts';

const withAws = async (act: (aws: LocalAws, dns: Dns) => Promise<void>) => {
  const aws = await startLocalAws({ runtime: createMemoryRuntime() });
  try {
    await act(aws, dnsCalls(aws.clientConfig));
  } finally {
    await aws.close();
  }
};

const calls = ({ calls: made }: LocalAws, action: string) =>
  made.filter((call) => call.action === action).length;

describe('hosted zones', () => {
  it('come over all pages, in the form that names are compared in', () =>
    withAws(async (aws, dns) => {
      for (let n = 0; n < 101; n += 1) aws.route53.seedZone({ name: `Zone${n}.example.com` });
      aws.route53.seedZone({ name: 'inside.example.com', private: true });
      const zones = await dns.zones();
      expect(zones).toHaveLength(102);
      expect(zones.filter((zone) => zone.private).map(({ name }) => name)).toEqual([
        'inside.example.com',
      ]);
      expect(zones.map(({ name }) => name)).toContain('zone100.example.com');
      expect(zones.some(({ id }) => id.includes('/'))).toBe(false);
      expect(calls(aws, 'route53:ListHostedZones')).toBe(2);
    }));

  it('are asked for by id, and one that is not there is named', () =>
    withAws(async (aws, dns) => {
      const id = aws.route53.seedZone({ name: 'example.com' });
      await expect(dns.zone(id)).resolves.toEqual({ id, name: 'example.com', private: false });
      const missing = dns.zone('Z00000000000000000000');
      await expect(missing).rejects.toThrow(ActionError);
      await expect(missing).rejects.toThrow(
        /route53:GetHostedZone failed for hosted zone 'Z00000000000000000000': NoSuchHostedZone/,
      );
    }));
});

describe('the records of a name', () => {
  it('come over all pages, without those of the names around it', () =>
    withAws(async (aws, dns) => {
      const shares = Array.from({ length: 350 }, (_, n) => ({
        ...plain('app.example.com', 'A', '192.0.2.1'),
        SetIdentifier: `s${String(n).padStart(3, '0')}`,
        Weight: 1,
      }));
      const around = ['aaa', 'zzz', 'x.app', 'app2'].map((label) =>
        plain(`${label}.example.com`, 'TXT', '"around"'),
      );
      const id = aws.route53.seedZone({
        name: 'example.com',
        records: seeds([...shares, ...around]),
      });
      const found = await dns.records(id, 'app.example.com');
      expect(new Set(found.map(({ SetIdentifier }) => SetIdentifier)).size).toBe(350);
      expect(found).toHaveLength(350);
      await expect(dns.records(id, 'none.example.com')).resolves.toEqual([]);
    }));

  it('are found under a wildcard', () =>
    withAws(async (aws, dns) => {
      const id = aws.route53.seedZone({
        name: 'example.com',
        records: seeds([plain('*.example.com', 'A', '192.0.2.1')]),
      });
      await expect(dns.records(id, '*.example.com')).resolves.toHaveLength(1);
    }));
});

describe('a change', () => {
  it('is made whole or not at all, and what was read can be deleted to the byte', () =>
    withAws(async (aws, dns) => {
      const own = plain('b.example.com', 'CNAME', 'Elsewhere.example.net.');
      const id = aws.route53.seedZone({ name: 'example.com', records: seeds([own]) });
      const before = JSON.stringify(aws.route53.records(id));
      const wanted = ['a', 'b'].map((label) => ({
        name: `${label}.example.com`,
        type: 'CNAME' as const,
        value: 'x.acm-validations.aws',
        purpose: 'certificate' as const,
      }));
      const { changes } = planRecords(wanted, new Map(), { name: 'example.com' });
      await expect(dns.change(id, changes)).rejects.toThrow(/InvalidChangeBatch.*already exists/s);
      expect(JSON.stringify(aws.route53.records(id))).toBe(before);
      await dns.change(id, changes.slice(0, 1));
      const held = new Map([['a.example.com', await dns.records(id, 'a.example.com')]]);
      await dns.change(id, planRemoval(wanted, held).changes);
      expect(JSON.stringify(aws.route53.records(id))).toBe(before);
    }));
});

describe('the domains of a service', () => {
  it('come over all pages, with the host name that they lead to', () =>
    withAws(async (aws) => {
      const preview = createPreview(7);
      const arn = await seedPreview(aws, preview);
      const names = Array.from({ length: 7 }, (_, n) => `d${n}.example.com`);
      for (const DomainName of names) aws.appRunner.seedDomain({ service: arn, DomainName });
      const client = new AppRunnerClient(aws.clientConfig);
      const found = await domainCalls(client).list(arn);
      client.destroy();
      expect(found.domains.map(({ DomainName }) => DomainName).sort()).toEqual(names);
      expect(found.target).toBe(aws.appRunner.dnsTarget(arn));
      expect(calls(aws, 'apprunner:DescribeCustomDomains')).toBe(2);
    }));

  it('are asked for without www unless it is wanted, which App Runner would add', () =>
    withAws(async (aws) => {
      const arn = await seedPreview(aws, createPreview(7));
      const client = new AppRunnerClient(aws.clientConfig);
      const domains = domainCalls(client);
      await domains.associate(arn, 'app.example.com', false);
      const [own] = (await domains.list(arn)).domains;
      await expect(domains.associate(arn, 'app.example.com', false)).rejects.toThrow(
        /apprunner:AssociateCustomDomain failed for domain 'app.example.com': .*already associated/,
      );
      client.destroy();
      expect(own).toMatchObject({ EnableWWWSubdomain: false });
    }));
});

it('the zone of an ALIAS is the one that the service is in', () =>
  withAws(async (aws, dns) => {
    const arn = await seedPreview(aws, createPreview(7));
    const id = aws.route53.seedZone({ name: 'example.com' });
    const wanted = {
      name: 'app.example.com',
      type: 'A' as const,
      value: aws.appRunner.dnsTarget(arn),
      purpose: 'target' as const,
    };
    const plan = (aliasZone: string) =>
      planRecords([{ ...wanted, aliasZone }], new Map(), { name: 'example.com' }).changes;
    await expect(dns.change(id, plan('Z0224347AD7KVHMLOX31'))).rejects.toThrow(
      'InvalidChangeBatch',
    );
    await dns.change(id, plan(ALIAS_ZONE));
  }));

type Seeds = NonNullable<Parameters<LocalAws['route53']['seedZone']>[0]['records']>;

/** Record sets as the local AWS takes them. */
function seeds(sets: readonly ResourceRecordSet[]): Seeds {
  return sets.map(({ Name = '', Type = 'A', ResourceRecords = [], ...set }) => ({
    ...JSON.parse(JSON.stringify(set)),
    Name,
    Type,
    ResourceRecords: ResourceRecords.map(({ Value = '' }) => ({ Value })),
  }));
}
