import { describe, expect, it } from '@jest/globals';
import { createService } from '../../support/create-service.ts';
import {
  customDomain,
  type DomainWorld,
  type FakeZone,
  fakeDomains,
  plain,
  ZONE_ID,
  zone,
} from '../../support/fake-domains.ts';
import type { World } from '../../support/fake-ports.ts';
import { deeds, runAction } from '../../support/unit-deployment.ts';

const NAME = 'app.example.com';
const IN_ZONE = { domain: NAME, 'hosted-zone-id': ZONE_ID };
const AUTO = { domain: NAME, 'hosted-zone-id': 'auto' };

const named = (id: string, name: string, more: Partial<FakeZone> = {}): FakeZone => ({
  ...zone(name),
  id,
  ...more,
});

const FIVE = ['a', 'b', 'c', 'd', 'e'].map((label) =>
  customDomain(`${label}.example.com`, 'active'),
);

describe('before anything is built', () => {
  const cases: readonly [string, DomainWorld, World['inputs'], readonly string[]][] = [
    [
      'a foreign A record is in the way',
      { zones: [zone('example.com', [plain(NAME, 'A', '192.0.2.1')])] },
      IN_ZONE,
      [`${NAME} A 192.0.2.1 (TTL 300)`, 'None was changed'],
    ],
    [
      'a foreign CNAME is in the way',
      { zones: [zone('example.com', [plain(NAME, 'CNAME', 'x.example.net.')])] },
      IN_ZONE,
      [`${NAME} CNAME x.example.net.`],
    ],
    [
      'a foreign wildcard is in the way',
      {
        zones: [
          zone('example.com', [{ ...plain('x', 'A', '192.0.2.1'), Name: '\\052.example.com.' }]),
        ],
      },
      { ...IN_ZONE, domain: '*.example.com' },
      ['*.example.com A 192.0.2.1'],
    ],
    [
      'the name is delegated to another zone',
      { zones: [zone('example.com', [plain('sub.example.com', 'NS', 'ns.example.net.')])] },
      { ...IN_ZONE, domain: 'a.sub.example.com' },
      ['sub.example.com NS ns.example.net.'],
    ],
    [
      'somebody shares the name out elsewhere',
      {
        zones: [
          zone('example.com', [
            { ...plain(NAME, 'A', '192.0.2.1'), SetIdentifier: 'one', Weight: 1 },
          ]),
        ],
      },
      IN_ZONE,
      ["(set 'one')"],
    ],
    ['no zone has that id', { zones: [] }, IN_ZONE, [ZONE_ID]],
    [
      'the zone is another',
      { zones: [zone('example.org')] },
      IN_ZONE,
      [`is 'example.org', which does not hold '${NAME}'`],
    ],
    [
      'the zone is another that ends alike',
      { zones: [zone('ample.com')] },
      IN_ZONE,
      [`is 'ample.com', which does not hold`],
    ],
    [
      'the zone is private',
      { zones: [{ ...zone(), private: true }] },
      IN_ZONE,
      ['is private', 'Name a public one'],
    ],
    [
      'no public zone of the account holds the name',
      { zones: [named('Z1', 'example.org'), named('Z2', 'example.com', { private: true })] },
      AUTO,
      [
        `No public hosted zone of this account holds '${NAME}'`,
        'are: example.org',
        'A private one',
      ],
    ],
    [
      'several zones have the same name',
      { zones: [named('Z1', 'example.com'), named('Z2', 'example.com')] },
      AUTO,
      ["called 'example.com': Z1, Z2"],
    ],
    [
      'the service has five domains',
      { zones: [zone()], domains: FIVE },
      IN_ZONE,
      ['5 domains at the most', 'a.example.com, b.example.com, c.example.com'],
    ],
    [
      'the service has the domain without www',
      { zones: [zone()], domains: [customDomain('example.com', 'active')] },
      { ...IN_ZONE, domain: 'example.com', 'domain-www': 'true' },
      ['without www.example.com'],
    ],
  ];
  it.each(cases)('a run ends because %s', async (_, domains, inputs, words) => {
    const done = await runAction({ service: createService(), domains, inputs: { ...inputs } });
    expect(done.code).toBe(1);
    for (const word of words) expect(done.error).toContain(word);
    expect(deeds(done).filter((deed) => deed !== 'docker login')).toEqual([]);
    expect(done.domains.records()).toEqual(fakeDomains(domains).records());
    expect(done.events.some((event) => /Associate|ChangeRes/.test(event))).toBe(false);
  });

  it('a run ends because the service is private and the zone is public', async () => {
    const service = createService({
      NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible: false } },
    });
    const done = await runAction({ service, domains: { zones: [zone()] }, inputs: IN_ZONE });
    expect(done.error).toContain('the service is private');
    expect(deeds(done).filter((deed) => deed !== 'docker login')).toEqual([]);
  });

  it('a service that only its file makes private is seen after the deployment at the latest', async () => {
    const service = createService();
    let looks = 0;
    const done = await runAction({
      service,
      domains: { zones: [zone()] },
      inputs: IN_ZONE,
      appRunner: {
        describe: async () => {
          looks += 1;
          const IsPubliclyAccessible = looks === 1;
          return {
            ...service,
            NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible } },
          };
        },
        vpcIngressConnections: async () => [],
      },
    });
    expect(done.code).toBe(1);
    expect(deeds(done)).toContain('apprunner:UpdateService');
    expect(done.error).toContain('the service is private');
    expect(done.error).toContain('The deployment stands');
    expect(done.domains.records()).toEqual(fakeDomains({ zones: [zone()] }).records());
  });

  it('the longest public zone is taken with auto', async () => {
    const zones = [
      named('Z1', 'example.com'),
      named('Z2', 'app.example.com'),
      named('Z3', 'app.example.com', { private: true }),
      named('Z4', 'p.example.com'),
    ];
    const done = await runAction({ service: createService(), domains: { zones }, inputs: AUTO });
    expect(done.runner.text()).toContain(`Hosted zone Z2 (app.example.com) holds '${NAME}'`);
    expect(done.code).toBe(0);
  });

  it('the zones of the account are listed with auto only', async () => {
    const world = { service: createService(), domains: { zones: [zone()] } };
    const byId = await runAction({ ...world, inputs: IN_ZONE });
    expect(byId.events).toContain(`route53:GetHostedZone ${ZONE_ID}`);
    expect(byId.events).not.toContain('route53:ListHostedZones');
    const auto = await runAction({ ...world, inputs: AUTO });
    expect(auto.events).toContain('route53:ListHostedZones');
    expect(auto.events).not.toContain(`route53:GetHostedZone ${ZONE_ID}`);
  });
});

describe('a dry run', () => {
  const plan = async (domains: DomainWorld, inputs: World['inputs'] = IN_ZONE) => {
    const done = await runAction({
      service: createService(),
      domains,
      inputs: { ...inputs, 'dry-run': 'true' },
    });
    expect(done.code).toBe(0);
    expect(done.events.some((event) => /:(Associate|Disassociate|ChangeRes)/.test(event))).toBe(
      false,
    );
    return done.runner.log.filter((line) => /^info: {3}\d+\. /.test(line)).join('\n');
  };

  it('tells of an association and its records', async () => {
    const told = await plan({ zones: [zone()] }, { ...IN_ZONE, 'domain-wait': 'true' });
    expect(told).toContain(`AssociateCustomDomain: ${NAME}.`);
    expect(told).toContain(`ChangeResourceRecordSets in hosted zone ${ZONE_ID} (example.com)`);
    expect(told).toContain(`Wait until ${NAME} is active.`);
  });

  it('names the records of an association that is there', async () => {
    const told = await plan({
      zones: [zone()],
      domains: [customDomain(NAME, 'pending_certificate_dns_validation')],
    });
    expect(told).not.toContain('AssociateCustomDomain');
    expect(told).toContain(`CREATE _1c1.${NAME} CNAME _1v1.acm-validations.aws.`);
    expect(told).toContain(`CREATE ${NAME} A ALIAS psbqam834h.us-east-1.awsapprunner.com`);
  });

  it.each([
    ['create_failed', 'DisassociateCustomDomain and AssociateCustomDomain'],
    ['deleting', 'once App Runner has ended its dissociation'],
  ])('tells what it does about one that is %s', async (state, words) => {
    expect(await plan({ zones: [zone()], domains: [customDomain(NAME, state)] })).toContain(words);
  });

  it('lists records where there is no zone', async () => {
    expect(await plan({}, { domain: NAME })).toContain('List the DNS records');
  });
});
