import type { Service } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import type { PullRequest } from '../../../src/github/port.ts';
import type { AppRunner } from '../../../src/ports.ts';
import { createService } from '../../support/create-service.ts';
import {
  alias,
  certificateRecords,
  customDomain,
  type DomainWorld,
  fakeDomains,
  plain,
  shown,
  ZONE_ID,
  zone,
} from '../../support/fake-domains.ts';
import { OPERATION_ID } from '../../support/fake-ports.ts';
import { runAction } from '../../support/unit-deployment.ts';
import { previewService, runPreview, TAGS } from '../../support/unit-preview.ts';

const NAME = 'app.example.com';
const IN_ZONE = { domain: NAME, 'hosted-zone-id': ZONE_ID };

const proofs = (name = NAME) =>
  (certificateRecords(name) ?? []).map(({ Name = '', Value = '' }) =>
    plain(Name.replace(/\.$/, ''), 'CNAME', Value),
  );

/** A zone as a deployment of the domain leaves it, and more. */
const settled = (...more: Parameters<typeof zone>[1][]): DomainWorld => ({
  zones: [zone('example.com', [...proofs(), alias(NAME), ...more.flatMap((sets) => sets ?? [])])],
  domains: [customDomain(NAME, 'active')],
});

/** The zone's own records, as they were before. */
const BEFORE = fakeDomains({ zones: [zone()] }).records();

const DELETES: Partial<AppRunner> = {
  delete: async () => ({ operationId: OPERATION_ID }),
  newestOperations: async () => [{ Id: OPERATION_ID, Type: 'DELETE_SERVICE', Status: 'SUCCEEDED' }],
};

const remove = (
  domains: DomainWorld,
  inputs: Readonly<Record<string, string>> = IN_ZONE,
  service: Partial<Service> = {},
) =>
  runAction({
    service: createService(service),
    domains,
    appRunner: DELETES,
    inputs: { command: 'delete', ...inputs },
  });

const writes = ({ events }: { readonly events: readonly string[] }) =>
  events.filter((event) => /:(Associate|Disassociate|ChangeRes|Delete)/.test(event));

describe('delete with a domain', () => {
  it('takes records and association away before the service, and the zone is as it was', async () => {
    const done = await remove(settled());
    expect(done.code).toBe(0);
    expect(writes(done)).toEqual([
      'route53:ChangeResourceRecordSets',
      `apprunner:DisassociateCustomDomain ${NAME}`,
      'apprunner:DeleteService',
    ]);
    expect(done.domains.records()).toEqual(BEFORE);
    expect(done.runner.outputs).toMatchObject({ result: 'deleted', 'domain-status': 'deleted' });
  });

  it('takes a record of ours away as it is, be it by CNAME, of IPv6 or with another TTL', async () => {
    const target = `${alias(NAME).AliasTarget?.DNSName}`.toUpperCase();
    const [first, second] = proofs();
    const sets = [
      { ...first, Name: `${first?.Name}`, Type: 'CNAME' as const, TTL: 60 },
      { ...second, Name: `${second?.Name}`, Type: 'CNAME' as const },
      plain(NAME, 'CNAME', target),
    ];
    const world = { domains: [customDomain(NAME, 'active')] };
    const byCname = await remove({ ...world, zones: [zone('example.com', sets)] });
    expect(byCname.domains.records()).toEqual(BEFORE);
    const both = await remove(settled([alias(NAME, 'AAAA')]));
    expect(both.domains.records()).toEqual(BEFORE);
  });

  it('leaves what somebody has changed since, and names it', async () => {
    const foreign = plain(NAME, 'A', '192.0.2.9');
    const mail = plain(NAME, 'TXT', '"v=spf1 -all"');
    const done = await remove({
      zones: [zone('example.com', [...proofs(), foreign, mail])],
      domains: [customDomain(NAME, 'active')],
    });
    expect(done.code).toBe(0);
    expect(shown(done.domains.records())).toEqual([`${NAME} A`, `${NAME} TXT`, ...shown(BEFORE)]);
    expect(done.runner.text()).toMatch(
      /warning: Left in hosted zone .*app.example.com A 192.0.2.9/,
    );
  });

  it('leaves shares of a name, of which ours is only one', async () => {
    const share = { ...alias(NAME), SetIdentifier: 'blue', Weight: 1 };
    const done = await remove({
      zones: [zone('example.com', [...proofs(), share])],
      domains: [customDomain(NAME, 'active')],
    });
    expect(done.domains.records()).toEqual(expect.arrayContaining([share]));
    expect(done.runner.text()).toContain("(set 'blue')");
  });

  it('leaves the records of other domains, and names them', async () => {
    const done = await remove({
      ...settled([alias('other.example.com')]),
      domains: [customDomain(NAME, 'active'), customDomain('other.example.com', 'active')],
    });
    expect(shown(done.domains.records())).toEqual([...shown(BEFORE), 'other.example.com A']);
    expect(done.runner.text()).toContain('where they are: other.example.com.');
  });

  it.each(['PAUSED', 'DELETE_FAILED', 'CREATE_FAILED'] as const)(
    'of a service that is %s leaves the association to the deletion',
    async (Status) => {
      const done = await remove(settled(), IN_ZONE, { Status });
      expect(writes(done)).toEqual(['route53:ChangeResourceRecordSets', 'apprunner:DeleteService']);
      expect(done.runner.text()).toContain('goes with the service');
      expect(done.domains.records()).toEqual(BEFORE);
      const planned = await remove(settled(), { ...IN_ZONE, 'dry-run': 'true' }, { Status });
      expect(planned.runner.text()).not.toContain('DisassociateCustomDomain');
    },
  );

  it('takes www along, also of an association that is gone', async () => {
    const sets = [alias('example.com'), alias('www.example.com')];
    const inputs = { domain: 'example.com', 'domain-www': 'true', 'hosted-zone-id': ZONE_ID };
    const done = await remove({ zones: [zone('example.com', sets)] }, inputs);
    expect(done.domains.records()).toEqual(BEFORE);
  });

  it('lists the records to delete by hand where no zone is named', async () => {
    const done = await remove(settled(), { domain: NAME });
    expect(done.runner.text()).toContain(`Records of ${NAME} to delete`);
    expect(done.runner.text()).toMatch(/app\.example\.com +CNAME +psbqam834h/);
    expect(writes(done)).toEqual([
      `apprunner:DisassociateCustomDomain ${NAME}`,
      'apprunner:DeleteService',
    ]);
  });

  it('leaves the service when the records can not be deleted: nobody would know them later', async () => {
    const done = await remove({
      ...settled(),
      beforeChange: () => {
        throw new ActionError('route53:ChangeResourceRecordSets failed: AccessDenied');
      },
    });
    expect(done.code).toBe(1);
    expect(writes(done)).toEqual(['route53:ChangeResourceRecordSets']);
    expect(done.error).toContain('AccessDenied');
  });

  it('is content with an association that is gone, or was never there', async () => {
    const none = await remove({ zones: [zone()] });
    expect([none.code, ...writes(none)]).toEqual([0, 'apprunner:DeleteService']);
    const leaving = await remove({ ...settled(), domains: [customDomain(NAME, 'deleting')] });
    expect(writes(leaving)).toEqual([
      'route53:ChangeResourceRecordSets',
      'apprunner:DeleteService',
    ]);
    const gone = await remove({
      ...settled(),
      calls: {
        disassociate: async () => {
          throw new ActionError('failed', {
            cause: new Error(`No custom domain ${NAME} found for the provided service`),
          });
        },
      },
    });
    expect(gone.code).toBe(0);
  });

  it('asks nothing about domains when the service is gone, or when none is named', async () => {
    const none = await remove(settled(), {});
    expect(none.events.some((event) => /Domain|route53/.test(event))).toBe(false);
    const gone = await runAction({
      domains: settled(),
      inputs: { command: 'delete', ...IN_ZONE },
    });
    expect(gone.code).toBe(0);
    expect(gone.events.some((event) => /Domain|route53/.test(event))).toBe(false);
  });

  it('is told by a dry run, which changes nothing', async () => {
    const done = await remove(settled(), { ...IN_ZONE, 'dry-run': 'true' });
    expect(writes(done)).toEqual([]);
    expect(done.runner.text()).toMatch(
      /1\. ChangeResourceRecordSets in hosted zone \S+: delete _1c1.* CNAME.*app.example.com. A/,
    );
    expect(done.runner.text()).toContain(`2. DisassociateCustomDomain: ${NAME}.`);
  });
});

describe('the domain of a preview', () => {
  const TEMPLATE = { domain: 'pr-{number}.example.com', 'hosted-zone-id': 'auto' };
  const OURS = { ...DELETES, tags: async () => TAGS, tag: async () => undefined };

  it('has the number of its pull request', async () => {
    const done = await runPreview({
      inputs: TEMPLATE,
      domains: { zones: [zone()] },
      appRunner: { tags: async () => TAGS, tag: async () => undefined },
      service: previewService({ NetworkConfiguration: { IpAddressType: 'IPV4' } }),
    });
    expect(done.code).toBe(0);
    expect(writes(done)).toContain('apprunner:AssociateCustomDomain pr-7.example.com');
    expect(done.domains.records()).toEqual(expect.arrayContaining([alias('pr-7.example.com')]));
  });

  it('is not made when the pull request is closed once the deployment has ended', async () => {
    let ended = false;
    const pull: PullRequest = {
      number: 7,
      headSha: '7'.repeat(40),
      get state() {
        return ended ? ('closed' as const) : ('open' as const);
      },
    };
    const done = await runPreview({
      inputs: TEMPLATE,
      domains: { zones: [zone()] },
      github: { pullRequests: [pull] },
      appRunner: {
        tags: async () => TAGS,
        tag: async () => undefined,
        newestOperations: async () => {
          ended = true;
          return [{ Id: OPERATION_ID, Type: 'UPDATE_SERVICE', Status: 'SUCCEEDED' }];
        },
      },
      service: previewService(),
    });
    expect(done.code).toBe(0);
    expect(writes(done)).toEqual([]);
    expect(done.domains.records()).toEqual(BEFORE);
    expect(done.runner.text()).toContain('Pull request 7 is closed');
  });

  it('goes with it', async () => {
    const name = 'pr-7.example.com';
    const done = await runPreview({
      inputs: TEMPLATE,
      event: { action: 'closed' },
      github: { pullRequests: [{ number: 7, state: 'closed', headSha: '7'.repeat(40) }] },
      domains: {
        zones: [zone('example.com', [...proofs(name), alias(name)])],
        domains: [customDomain(name, 'active')],
      },
      appRunner: OURS,
      service: previewService(),
    });
    expect(done.code).toBe(0);
    expect(done.domains.records()).toEqual(BEFORE);
    expect(writes(done).slice(0, 2)).toEqual([
      'route53:ChangeResourceRecordSets',
      `apprunner:DisassociateCustomDomain ${name}`,
    ]);
  });

  it('stays when the pull request is open again', async () => {
    const name = 'pr-7.example.com';
    const done = await runPreview({
      inputs: TEMPLATE,
      event: { action: 'closed' },
      domains: {
        zones: [zone('example.com', [...proofs(name), alias(name)])],
        domains: [customDomain(name, 'active')],
      },
      appRunner: OURS,
      service: previewService(),
    });
    expect(done.runner.outputs.result).toBe('skipped');
    expect(writes(done)).toEqual([]);
  });
});
