import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { createService } from '../../support/create-service.ts';
import {
  alias,
  certificateRecords,
  customDomain,
  type DomainWorld,
  fakeDomains,
  plain,
  shown,
  TARGET,
  ZONE_ID,
  zone,
} from '../../support/fake-domains.ts';
import type { World } from '../../support/fake-ports.ts';
import { type Run, runAction } from '../../support/unit-deployment.ts';

const NAME = 'app.example.com';
const IN_ZONE = { domain: NAME, 'hosted-zone-id': ZONE_ID };
const ZONES = [zone()];
const IPV4 = createService({ NetworkConfiguration: { IpAddressType: 'IPV4' } });

const run = (domains: DomainWorld, inputs: World['inputs'] = IN_ZONE, world: World = {}) =>
  runAction({ service: IPV4, domains, ...world, inputs: { ...inputs } });

/** The calls about domains and zones that change something, in order. */
const writes = ({ events }: Run) =>
  events.filter((event) => /:(Associate|Disassociate|ChangeRes)/.test(event));

/** The certificate's records as a zone holds them. */
const proofs = (name = NAME, round = 1) =>
  (certificateRecords(name, round) ?? []).map(({ Name = '', Value = '' }) =>
    plain(Name.replace(/\.$/, ''), 'CNAME', Value),
  );

describe('a domain that the service does not have', () => {
  it('is associated after the deployment, and its records are written at once', async () => {
    const done = await run({ zones: ZONES });
    expect(done.code).toBe(0);
    expect(writes(done)).toEqual([
      `apprunner:AssociateCustomDomain ${NAME}`,
      'route53:ChangeResourceRecordSets',
    ]);
    expect(done.events.indexOf('apprunner:UpdateService')).toBeLessThan(
      done.events.indexOf(`apprunner:AssociateCustomDomain ${NAME}`),
    );
    expect(done.domains.records()).toEqual(
      expect.arrayContaining([alias(NAME), ...proofs(), ...zone().records.slice(0, 1)]),
    );
    expect(done.domains.records()).toHaveLength(6);
    expect(done.runner.outputs).toMatchObject({
      result: 'updated',
      'domain-status': 'pending_certificate_dns_validation',
    });
  });

  it('is waited for with domain-wait, in few and ever longer pauses', async () => {
    const states = [
      ['creating', ...Array(40).fill('pending_certificate_dns_validation'), 'active'],
    ];
    const done = await run({ zones: ZONES, states }, { ...IN_ZONE, 'domain-wait': 'true' });
    expect(done.code).toBe(0);
    expect(done.runner.outputs['domain-status']).toBe('active');
    expect(done.runner.text()).toContain(`info: Domain: https://${NAME} leads to the service.`);
    const pauses = done.clock.sleeps.slice(-41);
    expect(pauses.at(0)).toBe(3_000);
    expect(Math.max(...pauses)).toBe(20_000);
    expect(writes(done)).toHaveLength(2);
  });

  it('takes www along', async () => {
    const apex = { domain: 'example.com', 'domain-www': 'true', 'hosted-zone-id': 'auto' };
    const done = await run({ zones: ZONES }, apex);
    expect(writes(done)).toContain('apprunner:AssociateCustomDomain example.com www');
    expect(shown(done.domains.records())).toEqual(
      expect.arrayContaining(['example.com A', 'www.example.com A', 'example.com MX']),
    );
  });

  it('leads to a dual-stack service by both types of address', async () => {
    const done = await run({ zones: ZONES }, IN_ZONE, {
      service: createService({ NetworkConfiguration: { IpAddressType: 'DUAL_STACK' } }),
    });
    expect(done.domains.records()).toEqual(
      expect.arrayContaining([alias(NAME), alias(NAME, 'AAAA')]),
    );
  });

  it.each(['example.com', 'app.example.com', '*.example.com', 'a.b.example.com'])(
    'is in its zone after the first run, and the second run changes nothing: %s',
    async (domain) => {
      const inputs = { domain, 'hosted-zone-id': 'auto', 'domain-wait': 'true' };
      const first = await run({ zones: ZONES }, inputs);
      const again = await run(
        {
          zones: [{ ...zone(), records: first.domains.records() }],
          domains: [customDomain(domain, 'active')],
        },
        inputs,
      );
      expect([first.code, again.code]).toEqual([0, 0]);
      expect(writes(again)).toEqual([]);
      expect(again.domains.records()).toEqual(first.domains.records());
    },
  );
});

describe('without a hosted zone', () => {
  it('the records are listed in log and summary, and given as an output', async () => {
    const done = await run({}, { domain: NAME });
    expect(done.code).toBe(0);
    expect(done.runner.text()).toContain(`${NAME}`);
    expect(done.runner.text()).toMatch(/app\.example\.com +CNAME +psbqam834h/);
    const [summary = ''] = done.runner.summaries;
    expect(summary).toContain('Its records, to be made where the domain is looked after');
    expect(summary).toContain(`| \`${NAME}\` | CNAME | \`${TARGET}\` |`);
    expect(JSON.parse(`${done.runner.outputs['domain-records']}`)).toEqual([
      {
        name: `_1c1.${NAME}`,
        type: 'CNAME',
        value: '_1v1.acm-validations.aws',
        purpose: 'certificate',
        status: 'pending_validation',
      },
      {
        name: `_1c2.${NAME}`,
        type: 'CNAME',
        value: '_1v2.acm-validations.aws',
        purpose: 'certificate',
        status: 'pending_validation',
      },
      { name: NAME, type: 'CNAME', value: TARGET, purpose: 'target' },
    ]);
    expect(done.events.some((event) => event.startsWith('route53'))).toBe(false);
  });

  it('a private service has its VPCs as targets', async () => {
    const done = await run(
      { vpcTargets: [{ VpcId: 'vpc-1', DomainName: 'vpce-1.example.aws' }] },
      { domain: NAME },
      {
        service: createService({
          NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible: false } },
        }),
        appRunner: { vpcIngressConnections: async () => [] },
      },
    );
    expect(done.code).toBe(0);
    expect(done.runner.outputs['domain-records']).toContain('"value":"vpce-1.example.aws"');
  });
});

describe('an association that is under way', () => {
  it('goes on from where the run before left it, with nothing but the missing records', async () => {
    const [first] = proofs();
    const done = await run({
      zones: [zone('example.com', first ? [first] : [])],
      domains: [customDomain(NAME, 'pending_certificate_dns_validation')],
    });
    expect(writes(done)).toEqual(['route53:ChangeResourceRecordSets']);
    expect(shown(done.domains.records())).toEqual(
      expect.arrayContaining([`_1c1.${NAME} CNAME`, `_1c2.${NAME} CNAME`, `${NAME} A`]),
    );
  });

  it('is reported as it is when App Runner does not tell its records', async () => {
    const done = await run({ zones: ZONES, states: [['creating']] });
    expect(done.code).toBe(0);
    expect(done.runner.outputs['domain-status']).toBe('creating');
    expect(done.runner.text()).toContain(`Domain ${NAME} is creating`);
  });

  it('fails the run at the deadline with domain-wait, and says that the deployment stands', async () => {
    const inputs = { ...IN_ZONE, 'domain-wait': 'true', 'timeout-minutes': '5' };
    const done = await run(
      { zones: ZONES, states: [['pending_certificate_dns_validation']] },
      inputs,
    );
    expect(done.code).toBe(1);
    expect(done.error).toContain('error: Domain failed: timeout-minutes (5) is over');
    expect(done.error).toContain('The deployment stands');
    expect(done.runner.summaries.join()).toContain('deployed, but the domain failed');
    expect(done.runner.text()).toMatch(
      /This run called AssociateCustomDomain: app\.example\.com is/,
    );
    expect(done.runner.text()).toMatch(/This run called ChangeResourceRecordSets: hosted zone/);
  });
});

describe('an association that is being removed', () => {
  const listed = (gone: number): NonNullable<DomainWorld['calls']> => {
    let lists = 0;
    let associated = false;
    return {
      list: async () => {
        lists += 1;
        const state = associated ? 'active' : 'deleting';
        const domains = !associated && lists > gone ? [] : [customDomain(NAME, state)];
        return { target: TARGET, domains, vpcTargets: [] };
      },
      associate: async () => {
        associated = true;
      },
    };
  };

  it('is waited for, and made anew', async () => {
    const done = await run({ zones: ZONES, calls: listed(5) });
    expect([done.code, done.runner.outputs['domain-status']]).toEqual([0, 'active']);
    expect(writes(done)).toEqual([
      `apprunner:AssociateCustomDomain ${NAME}`,
      'route53:ChangeResourceRecordSets',
    ]);
  });

  it('is left to the next run when that takes long', async () => {
    const done = await run({ zones: ZONES, calls: listed(Number.POSITIVE_INFINITY) });
    expect([done.code, done.runner.outputs['domain-status']]).toEqual([0, 'deleting']);
    expect(writes(done)).toEqual([]);
  });
});

describe('an association that somebody made with www', () => {
  it('keeps it, and www is not led anywhere unless that is asked for', async () => {
    const done = await run({
      zones: ZONES,
      domains: [customDomain(NAME, 'active', { EnableWWWSubdomain: true })],
    });
    expect(done.code).toBe(0);
    expect(shown(done.domains.records())).not.toContain(`www.${NAME} A`);
    expect(shown(done.domains.records())).toContain(`${NAME} A`);
  });
});

describe('an association that has failed', () => {
  it.each(['create_failed', 'CREATE_FAILED', 'delete_failed'])(
    'is made anew, and the zone loses the records of the old one: %s',
    async (state) => {
      const done = await run({
        zones: [zone('example.com', [...proofs(NAME, 7), alias(NAME)])],
        domains: [
          customDomain(NAME, state, { CertificateValidationRecords: certificateRecords(NAME, 7) }),
        ],
      });
      expect(done.code).toBe(0);
      expect(writes(done)).toEqual([
        `apprunner:DisassociateCustomDomain ${NAME}`,
        `apprunner:AssociateCustomDomain ${NAME}`,
        'route53:ChangeResourceRecordSets',
      ]);
      expect(done.domains.records()).toEqual(
        expect.arrayContaining([alias(NAME), ...proofs(NAME, 1)]),
      );
      expect(done.domains.records()).toHaveLength(6);
    },
  );

  it('is an error when it fails again', async () => {
    const done = await run(
      {
        zones: ZONES,
        domains: [customDomain(NAME, 'create_failed')],
        states: [['creating', 'create_failed']],
      },
      { ...IN_ZONE, 'domain-wait': 'true' },
    );
    expect(done.code).toBe(1);
    expect(writes(done)).toEqual([
      `apprunner:DisassociateCustomDomain ${NAME}`,
      `apprunner:AssociateCustomDomain ${NAME}`,
    ]);
    expect(done.error).toContain('it is create_failed again');
    expect(done.error).toContain('CAA');
  });
});

describe('an association that App Runner refuses', () => {
  const refusal = (name: string, message: string) => {
    const cause = Object.assign(new Error(message), { name, $fault: 'client' });
    return new ActionError(`apprunner:AssociateCustomDomain failed: ${message}`, { cause });
  };

  it("names the other service that has the domain, in App Runner's words, and changes no record", async () => {
    const said = `${NAME} is already associated with arn:aws:apprunner:us-east-1:1:service/other/2`;
    const associate = async () => {
      throw refusal('InvalidRequestException', said);
    };
    const done = await run({ zones: ZONES, calls: { associate } });
    expect(done.code).toBe(1);
    expect(done.error).toContain(`Domain '${NAME}' belongs to another service: ${said}`);
    expect(done.error).toContain('The deployment stands');
    expect(done.domains.records()).toEqual(fakeDomains({ zones: ZONES }).records());
  });

  it('is none when the association is there all the same: the answer of a first try was lost', async () => {
    let lists = 0;
    const done = await run({
      zones: ZONES,
      calls: {
        associate: async () => {
          throw refusal('InvalidRequestException', `${NAME} is already associated with a service`);
        },
        list: async () => {
          lists += 1;
          const domains = lists < 3 ? [] : [customDomain(NAME, 'active')];
          return { target: TARGET, domains, vpcTargets: [] };
        },
      },
    });
    expect([done.code, done.runner.outputs['domain-status']]).toEqual([0, 'active']);
  });

  it('is made again while the service is busy', async () => {
    let tries = 0;
    const done = await run({
      zones: ZONES,
      calls: {
        associate: async () => {
          tries += 1;
          if (tries < 4) throw refusal('InvalidStateException', 'OPERATION_IN_PROGRESS');
        },
      },
    });
    expect([done.code, tries]).toEqual([0, 4]);
  });

  it.each([
    ['AccessDeniedException', 'is not authorized'],
    ['ServiceQuotaExceededException', 'too many'],
  ])('fails the run and says what it was: %s', async (name, message) => {
    const associate = async () => {
      throw refusal(name, message);
    };
    const done = await run({ zones: ZONES, calls: { associate } });
    expect(done.code).toBe(1);
    expect(done.error).toContain(message);
    expect(writes(done)).toHaveLength(1);
  });
});

describe('a zone that changes meanwhile', () => {
  it('is read and planned again when somebody else was first with the same record', async () => {
    let changed = false;
    const done = await run({
      zones: ZONES,
      beforeChange: (records) => {
        if (!changed) records.push(alias(NAME));
        changed = true;
      },
    });
    expect(done.code).toBe(0);
    expect(done.domains.records()).toEqual(expect.arrayContaining([alias(NAME), ...proofs()]));
    expect(done.domains.records()).toHaveLength(6);
  });

  it('is left as it is when a foreign record came before ours', async () => {
    const foreign = plain(NAME, 'A', '192.0.2.7');
    const done = await run({
      zones: ZONES,
      beforeChange: (records) => {
        if (!records.includes(foreign)) records.push(foreign);
      },
    });
    expect(done.code).toBe(1);
    expect(done.error).toContain(`${NAME} A 192.0.2.7 (TTL 300)`);
    expect(shown(done.domains.records())).toEqual(
      shown(fakeDomains({ zones: [zone('example.com', [foreign])] }).records()),
    );
  });

  it('with a foreign record since the check gets no association either', async () => {
    let built = false;
    const late = () => (built ? [plain(NAME, 'CNAME', 'elsewhere.example.net.')] : []);
    const done = await run({ zones: ZONES, late }, IN_ZONE, {
      docker: ({ args }) => {
        built ||= args[1] === 'build';
        return undefined;
      },
    });
    expect(done.code).toBe(1);
    expect(writes(done)).toEqual([]);
    expect(done.error).toContain(`${NAME} CNAME elsewhere.example.net.`);
  });
});
