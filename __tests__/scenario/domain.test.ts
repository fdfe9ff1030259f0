import { describe, expect, it, jest } from '@jest/globals';
import type { LocalAws } from '../../local-aws/start.ts';
import {
  bytesOf,
  changesOf,
  deployable,
  errorOf,
  namesIn,
  seedZone,
  statesOf,
} from '../support/domain-scene.ts';
import { type VirtualScene, withVirtualScene } from '../support/virtual-run.ts';

jest.setTimeout(120_000);

/** Domains at the pace of the real App Runner, where they take minutes. */
const scene = (play: (scene: VirtualScene) => Promise<void>) =>
  withVirtualScene(() => ({}), play, 'app-runner');

const MINUTE = 60_000;

describe('a domain in Route 53', () => {
  it.each([
    ['at the apex', 'example.com', ['example.com. A']],
    ['below it', 'app.example.com', ['app.example.com. A']],
    ['as a wildcard', '*.example.com', ['\\052.example.com. A']],
  ])('goes from nothing to active, and delete leaves the zone as it was: %s', (_, domain, made) =>
    scene(async ({ aws, act }) => {
      const zone = seedZone(aws);
      const before = bytesOf(aws, zone);
      const names = namesIn(aws, zone);
      const inputs = {
        ...(await deployable(aws)),
        domain,
        'hosted-zone-id': 'auto',
        'domain-wait': 'true',
      };
      const first = await act(inputs);
      expect(errorOf(first)).toBe('');
      expect(first.runner.outputs).toMatchObject({ result: 'created', 'domain-status': 'active' });
      expect(await statesOf(aws, `${first.runner.outputs['service-arn']}`)).toEqual([
        `${domain} active`,
      ]);
      const added = namesIn(aws, zone).filter((name) => !names.includes(name));
      expect(added).toEqual(expect.arrayContaining(made));
      expect(added.filter((name) => /^_[0-9a-f]{32}\.\S+ CNAME$/.test(name))).toHaveLength(
        added.length - 1,
      );
      // Minutes are worth few questions.
      const asked = first.calls.filter((call) => call === 'apprunner:DescribeCustomDomains');
      expect(asked.length).toBeLessThan(40);

      const settled = bytesOf(aws, zone);
      const again = await act(inputs);
      expect([again.code, changesOf(again), bytesOf(aws, zone)]).toEqual([0, [], settled]);
      expect(again.runner.outputs['domain-status']).toBe('active');

      const gone = await act({ ...inputs, command: 'delete' });
      expect(gone.runner.outputs.result).toBe('deleted');
      expect(bytesOf(aws, zone)).toBe(before);
    }),
  );

  it('takes www along, and goes on without domain-wait from where the run before left it', () =>
    scene(async ({ aws, act, pass, settle }) => {
      const zone = aws.route53.seedZone({ name: 'example.com' });
      const before = bytesOf(aws, zone);
      const inputs = {
        ...(await deployable(aws)),
        domain: 'Example.COM.',
        'domain-www': 'true',
        'hosted-zone-id': zone,
      };
      const first = await act(inputs);
      expect(first.code).toBe(0);
      expect(first.runner.outputs['domain-status']).toBe('pending_certificate_dns_validation');
      expect(namesIn(aws, zone)).toEqual(
        expect.arrayContaining(['example.com. A', 'www.example.com. A']),
      );
      // Route 53 takes its time to publish, and App Runner goes on after that.
      pass(MINUTE);
      await new Promise(setImmediate);
      await settle();
      const next = await act(inputs);
      expect([next.code, changesOf(next)]).toEqual([0, []]);
      expect(next.runner.outputs['domain-status']).toBe('active');
      await act({ ...inputs, command: 'delete' });
      expect(bytesOf(aws, zone)).toBe(before);
    }));

  it('leads to a dual-stack service by two addresses, which both go with it', () =>
    scene(async ({ aws, act }) => {
      const zone = seedZone(aws);
      const before = bytesOf(aws, zone);
      const inputs = {
        ...(await deployable(aws)),
        'ip-address-type': 'DUAL_STACK',
        domain: 'app.example.com',
        'hosted-zone-id': zone,
      };
      expect((await act(inputs)).code).toBe(0);
      expect(namesIn(aws, zone)).toEqual(
        expect.arrayContaining(['app.example.com. A', 'app.example.com. AAAA']),
      );
      expect((await act({ ...inputs, command: 'delete' })).code).toBe(0);
      expect(bytesOf(aws, zone)).toBe(before);
    }));

  it('is refused before the build while a foreign A record is in the way, and the zone is untouched', () =>
    scene(async ({ aws, act }) => {
      const foreign = {
        Name: 'app.example.com',
        Type: 'A',
        ResourceRecords: [{ Value: '192.0.2.1' }],
      } as const;
      const zone = seedZone(aws, foreign);
      const before = bytesOf(aws, zone);
      const inputs = {
        ...(await deployable(aws)),
        domain: 'app.example.com',
        'hosted-zone-id': zone,
      };
      const done = await act(inputs);
      expect(done.code).toBe(1);
      expect(errorOf(done)).toContain('app.example.com A 192.0.2.1 (TTL 300)');
      expect(done.calls).not.toContain('apprunner:CreateService');
      expect(bytesOf(aws, zone)).toBe(before);
    }));

  it('is left where somebody else has changed it since, and that is said', () =>
    scene(async ({ aws, act }) => {
      const zone = seedZone(aws);
      const inputs = {
        ...(await deployable(aws)),
        domain: 'app.example.com',
        'hosted-zone-id': zone,
      };
      expect((await act(inputs)).code).toBe(0);
      await moveElsewhere(aws, zone);
      const gone = await act({ ...inputs, command: 'delete' });
      expect(gone.code).toBe(0);
      expect(gone.runner.text()).toContain('app.example.com A 192.0.2.44 (TTL 60)');
      expect(namesIn(aws, zone)).toContain('app.example.com. A');
      expect(namesIn(aws, zone).some((name) => name.startsWith('_'))).toBe(false);
    }));
});

describe('a run that ends before its domain is active', () => {
  const waiting = async (aws: LocalAws) => ({
    ...(await deployable(aws)),
    domain: 'app.example.com',
    'hosted-zone-id': seedZone(aws),
    'domain-wait': 'true',
  });

  it('because it is cancelled tells what it has changed', () =>
    scene(async ({ aws, act }) => {
      const done = await act(await waiting(aws), {}, 6 * MINUTE);
      expect(errorOf(done)).toContain('The run was cancelled');
      expect(done.runner.text()).toContain(
        'This run called AssociateCustomDomain: app.example.com',
      );
      expect(done.runner.text()).toContain('This run called ChangeResourceRecordSets: hosted zone');
      expect(done.runner.outputs['domain-status']).toBe('pending_certificate_dns_validation');
    }));

  it('because its time is over is gone on with by the next one', () =>
    scene(async ({ aws, act }) => {
      const inputs = await waiting(aws);
      const late = await act({ ...inputs, 'timeout-minutes': '7' });
      expect(late.code).toBe(1);
      expect(errorOf(late)).toContain('timeout-minutes (7) is over and domain');
      expect(late.ms).toBeLessThan(7.2 * MINUTE);
      const next = await act(inputs);
      expect([next.code, changesOf(next)]).toEqual([0, []]);
      expect(next.runner.outputs['domain-status']).toBe('active');
    }));

  it.each([
    ['apprunner:AssociateCustomDomain', []],
    ['route53:ChangeResourceRecordSets', ['app.example.com pending_certificate_dns_validation']],
  ])('because %s is denied names it, and the deployment stands', (action, states) =>
    scene(async ({ aws, act }) => {
      aws.faults.add({ kind: 'deny', action });
      const done = await act(await waiting(aws));
      expect(done.code).toBe(1);
      expect(errorOf(done)).toContain(`Allow ${action} in the policy of the role that deploys.`);
      expect(errorOf(done)).toContain('The deployment stands');
      expect(await statesOf(aws, `${done.runner.outputs['service-arn']}`)).toEqual(states);
    }),
  );

  it.each(['route53:GetHostedZone', 'route53:ListResourceRecordSets'])(
    'because %s is denied has changed nothing',
    (action) =>
      scene(async ({ aws, act }) => {
        aws.faults.add({ kind: 'deny', action });
        const done = await act(await waiting(aws));
        expect(errorOf(done)).toContain(`Allow ${action} in the policy of the role that deploys.`);
        expect(done.calls).not.toContain('apprunner:CreateService');
      }),
  );
});

describe('a domain elsewhere', () => {
  it('has its records listed, and becomes active once they are made', () =>
    scene(async ({ aws, act, pass, settle }) => {
      const inputs = { ...(await deployable(aws)), domain: 'app.example.com' };
      const first = await act(inputs);
      expect(first.code).toBe(0);
      expect(first.calls.some((call) => call.startsWith('route53:'))).toBe(false);
      const records: readonly { name: string; type: 'CNAME'; value: string; purpose: string }[] =
        JSON.parse(`${first.runner.outputs['domain-records']}`);
      expect(records.filter(({ purpose }) => purpose === 'target')).toEqual([
        {
          name: 'app.example.com',
          type: 'CNAME',
          value: aws.appRunner.dnsTarget('hello'),
          purpose: 'target',
        },
      ]);
      for (const { name, value } of records) {
        expect(first.runner.summaries.join()).toContain(value);
        aws.route53.seedDns(name, 'CNAME', [value]);
      }
      pass(10 * MINUTE);
      await settle();
      const next = await act(inputs);
      expect(next.runner.outputs['domain-status']).toBe('active');
    }));
});

describe('an association that fails', () => {
  it('is made anew once, and is active when that goes well', () =>
    scene(async ({ aws, act, pass, settle }) => {
      const zone = seedZone(aws);
      const inputs = {
        ...(await deployable(aws)),
        domain: 'app.example.com',
        'hosted-zone-id': zone,
      };
      aws.appRunner.failDomain('app.example.com', 'create');
      const first = await act(inputs);
      expect([first.code, first.runner.outputs['domain-status']]).toEqual([0, 'creating']);
      pass(10 * MINUTE);
      await settle();
      aws.appRunner.failDomain('app.example.com', undefined);
      const next = await act({ ...inputs, 'domain-wait': 'true' });
      expect(errorOf(next)).toBe('');
      expect(changesOf(next)).toEqual([
        'apprunner:DisassociateCustomDomain',
        'apprunner:AssociateCustomDomain',
        'route53:ChangeResourceRecordSets',
      ]);
      expect(next.runner.outputs['domain-status']).toBe('active');
    }));

  it('twice is an error that says so, while the deployment stands', () =>
    scene(async ({ aws, act }) => {
      const zone = seedZone(aws);
      aws.appRunner.failDomain('app.example.com', 'create');
      const inputs = { domain: 'app.example.com', 'hosted-zone-id': zone, 'domain-wait': 'true' };
      const done = await act({ ...(await deployable(aws)), ...inputs });
      expect(done.code).toBe(1);
      expect(errorOf(done)).toContain('it is create_failed again');
      expect(errorOf(done)).toContain('The deployment stands');
      expect(done.runner.outputs).toMatchObject({ result: 'failed', 'service-status': 'RUNNING' });
      expect(changesOf(done).filter((call) => /:Associate/.test(call))).toHaveLength(2);
    }));

  it('because another service has the domain names it', () =>
    scene(async ({ aws, act }) => {
      const zone = seedZone(aws);
      const before = bytesOf(aws, zone);
      const inputs = { ...(await deployable(aws)), domain: 'app.example.com' };
      const other = await act({ ...inputs, service: 'other' });
      const done = await act({ ...inputs, 'hosted-zone-id': zone });
      expect(done.code).toBe(1);
      expect(errorOf(done)).toContain("Domain 'app.example.com' belongs to another service");
      expect(errorOf(done)).toContain(`${other.runner.outputs['service-arn']}`);
      expect(bytesOf(aws, zone)).toBe(before);
    }));
});

/** Somebody points the name to a server of their own. */
async function moveElsewhere(aws: LocalAws, zone: string): Promise<void> {
  const { ChangeResourceRecordSetsCommand, Route53Client } = await import(
    '@aws-sdk/client-route-53'
  );
  const client = new Route53Client(aws.clientConfig);
  const set = {
    Name: 'app.example.com',
    Type: 'A',
    TTL: 60,
    ResourceRecords: [{ Value: '192.0.2.44' }],
  } as const;
  const Changes = [
    {
      Action: 'UPSERT' as const,
      ResourceRecordSet: { ...set, ResourceRecords: [...set.ResourceRecords] },
    },
  ];
  await client.send(
    new ChangeResourceRecordSetsCommand({ HostedZoneId: zone, ChangeBatch: { Changes } }),
  );
  client.destroy();
}
