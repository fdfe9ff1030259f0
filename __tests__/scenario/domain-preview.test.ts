import { describe, expect, it, jest } from '@jest/globals';
import { ownershipTags } from '../../src/preview/ownership.ts';
import {
  bytesOf,
  changesOf,
  deployable,
  errorOf,
  namesIn,
  seedZone,
} from '../support/domain-scene.ts';
import { NEEDS_NO_PERMISSION, readmePolicy } from '../support/readme.ts';
import { commit, createPreview, SWEEP, seedPreview, TOKEN } from '../support/seeded-previews.ts';
import { createEvent, eventFile } from '../support/unit-event.ts';
import { withVirtualScene } from '../support/virtual-run.ts';

jest.setTimeout(60_000);

const DOMAIN = { domain: 'pr-{number}.preview.example.com', 'hosted-zone-id': 'auto' };
const HEAD = '7'.repeat(40);

describe('the domain of a preview', () => {
  it('comes with it and goes with it', () => {
    const pull = { number: 7, state: 'open' as 'open' | 'closed', headSha: HEAD };
    return withVirtualScene(
      () => ({ pullRequests: [pull] }),
      async ({ aws, act }) => {
        const zone = seedZone(aws);
        const before = bytesOf(aws, zone);
        const inputs = {
          ...(await deployable(aws)),
          ...DOMAIN,
          preview: 'true',
          'github-token': TOKEN,
        };
        const opened = await act(
          { ...inputs, 'domain-wait': 'true' },
          await eventFile(createEvent({ action: 'opened' })),
        );
        expect(errorOf(opened)).toBe('');
        expect(opened.runner.outputs).toMatchObject({
          'service-name': 'hello-pr-7',
          'domain-status': 'active',
        });
        expect(namesIn(aws, zone)).toContain('pr-7.preview.example.com. A');
        pull.state = 'closed';
        const closed = await act(inputs, await eventFile(createEvent({ action: 'closed' })));
        expect(errorOf(closed)).toBe('');
        expect(closed.runner.outputs.result).toBe('deleted');
        expect(bytesOf(aws, zone)).toBe(before);
      },
    );
  });

  it('goes in a sweep, each with its own preview', () =>
    withVirtualScene(
      () => ({
        pullRequests: [
          { number: 7, state: 'closed', headSha: commit(7) },
          { number: 8, state: 'open', headSha: commit(8) },
        ],
      }),
      async ({ aws, act, settle }) => {
        const records = new Map<number, Parameters<typeof seedZone>[1][]>();
        for (const number of [7, 8]) {
          const preview = createPreview(number);
          await seedPreview(aws, preview, ownershipTags(preview));
          const name = `pr-${number}.preview.example.com`;
          const proofs = aws.appRunner.seedDomain({ service: preview.service, DomainName: name });
          const target = aws.appRunner.dnsTarget(preview.service);
          records.set(number, [
            { Name: name, Type: 'CNAME', ResourceRecords: [{ Value: target }] },
            ...proofs.map(({ Name, Type, Value }) => ({
              Name,
              Type,
              ResourceRecords: [{ Value }],
            })),
          ]);
        }
        const zone = seedZone(aws, ...[...records.values()].flat());
        const all = namesIn(aws, zone);
        const swept = await act({ ...SWEEP, ...DOMAIN });
        await settle();
        expect(errorOf(swept)).toBe('');
        expect(changesOf(swept)).toEqual([
          'route53:ChangeResourceRecordSets',
          'apprunner:DisassociateCustomDomain',
        ]);
        expect(swept.runner.text()).toContain('hello-pr-7: DisassociateCustomDomain: pr-7.preview');
        expect(namesIn(aws, zone)).toEqual(all.filter((name) => !name.includes('pr-7.preview')));
        expect(namesIn(aws, zone)).toContain('pr-8.preview.example.com. CNAME');
      },
    ));
});

it("the README's policy names what domains call, and no more", () =>
  withVirtualScene(
    () => ({}),
    async ({ aws, act }) => {
      const zone = seedZone(aws);
      const inputs = await deployable(aws);
      const base = { ...inputs, domain: 'app.example.com' };
      const byId = await act({ ...base, 'hosted-zone-id': zone });
      const auto = await act({ ...base, 'hosted-zone-id': 'auto' });
      const gone = await act({ ...base, command: 'delete', 'hosted-zone-id': zone });
      expect([byId.code, auto.code, gone.code]).toEqual([0, 0, 0]);
      const made = new Set([...byId.calls, ...auto.calls, ...gone.calls]);
      const without = [...readmePolicy('policy'), NEEDS_NO_PERMISSION, 'apprunner:DeleteService'];
      const more = [...made].filter((action) => !without.includes(action));
      expect(more.sort()).toEqual([...readmePolicy('policy-domain')].sort());
      expect(byId.calls).not.toContain('route53:ListHostedZones');
      // Without an input about domains none of it is asked for.
      const none = await act({ ...inputs, service: 'other' });
      expect(none.calls.filter((call) => /Domain|route53/.test(call))).toEqual([]);
    },
  ));
