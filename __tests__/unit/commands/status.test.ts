import type { VpcIngressConnection } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import { run } from '../../../src/run.ts';
import { tagsOf } from '../../../src/service/remembered.ts';
import { createService, createServiceWith } from '../../support/create-service.ts';
import { DIGEST, fakePorts, OPERATION_ID, type World } from '../../support/fake-ports.ts';

const COMMIT = 'a1'.repeat(20);
const OTHER = `sha256:${'e'.repeat(64)}`;

async function status(world: World = {}) {
  const fakes = fakePorts({
    service: createService(),
    ...world,
    appRunner: {
      tags: async () => ({}),
      newestOperations: async () => [
        {
          Id: OPERATION_ID,
          Type: 'UPDATE_SERVICE',
          Status: 'SUCCEEDED',
          StartedAt: new Date('2026-01-01T00:00:00Z'),
          EndedAt: new Date('2026-01-01T00:03:04Z'),
        },
      ],
      ...(typeof world.appRunner === 'object' && world.appRunner),
    },
    inputs: { service: 'hello-api', command: 'status', ...world.inputs },
  });
  return { ...fakes, code: await run(fakes.ports) };
}

describe('command: status', () => {
  it('goes by the tags of the service for digest, commit and run, while they are true', async () => {
    const runUrl = 'https://github.com/octo/hello/actions/runs/42';
    const remembered = { digest: OTHER, operationId: OPERATION_ID, commit: COMMIT, runUrl };
    const { runner } = await status({ appRunner: { tags: async () => tagsOf(remembered) } });
    expect(runner.outputs).toMatchObject({ 'image-digest': OTHER, commit: COMMIT });
    expect(runner.text()).toContain(`Deployed by  ${runUrl}`);
    expect(runner.text()).toContain(`${OTHER}, as tags of the service remember`);
    const stale = tagsOf({ ...remembered, operationId: 'another' });
    const later = await status({ appRunner: { tags: async () => stale } });
    expect(later.runner.outputs['image-digest']).toBe(DIGEST);
    expect(later.runner.outputs.commit).toBeUndefined();
  });

  it.each([
    [['active'], 'active'],
    [['ACTIVE', 'pending_certificate_dns_validation'], 'pending_certificate_dns_validation'],
  ])('tells the domains, which are %j, and their certificates', async (states, told) => {
    const { code, runner } = await status({
      domains: {
        calls: {
          list: async () => ({
            target: 'x.awsapprunner.com',
            vpcTargets: [],
            domains: states.map((Status, n) => ({
              DomainName: `d${n}.example.com`,
              EnableWWWSubdomain: n === 0,
              Status: Object(Status),
              CertificateValidationRecords: [
                { Name: `_a${n}.example.com.`, Type: 'CNAME', Value: 'v', Status: 'SUCCESS' },
              ],
            })),
          }),
        },
      },
    });
    expect([code, runner.outputs['domain-status']]).toEqual([0, told]);
    expect(runner.text()).toMatch(
      /d0\.example\.com and www\.d0\.example\.com +active +_a0\.example\.com\. success/,
    );
    expect(runner.summaries.join()).toContain('#### Domains');
  });

  it.each([
    ['AVAILABLE', 'https://in.vpc.example.com', 'in.vpc.example.com (from its VPC only)'],
    ['FAILED_CREATION', undefined, 'no VPC ingress connection is available'],
  ] as const)('of a private service with a connection that is %s', async (Status, url, said) => {
    const connection: VpcIngressConnection = { DomainName: 'in.vpc.example.com', Status };
    const { code, runner, events } = await status({
      service: createService({
        NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible: false } },
      }),
      appRunner: { vpcIngressConnections: async () => [connection] },
    });
    expect([code, runner.outputs['service-url'], runner.outputs.health]).toEqual([
      0,
      url,
      undefined,
    ]);
    expect(runner.text()).toContain(said);
    expect(runner.text()).toContain('not asked: private');
    expect(events.filter((event) => event.startsWith('GET '))).toEqual([]);
  });

  it('tells repository and branch of a service from code', async () => {
    const RepositoryUrl = 'https://github.com/octo/hello';
    const { code, runner } = await status({
      service: {
        ...createServiceWith({}),
        SourceConfiguration: {
          CodeRepository: { RepositoryUrl, SourceCodeVersion: { Type: 'BRANCH', Value: 'main' } },
        },
      },
    });
    expect([code, runner.outputs.image]).toEqual([0, undefined]);
    expect(runner.text()).toContain(`${RepositoryUrl}, branch main`);
  });

  it('tells that nothing answers, and how long operations took', async () => {
    const { code, runner } = await status({
      page: () => {
        throw new Error('connect ECONNREFUSED');
      },
    });
    expect([code, runner.outputs.health]).toEqual([0, 'no answer']);
    expect(runner.text()).toContain('gave no answer: connect ECONNREFUSED');
    expect(runner.text()).toMatch(/UPDATE_SERVICE +SUCCEEDED +3 min 04 s/);
    expect(JSON.parse(runner.outputs.operations ?? '')).toEqual([
      {
        id: OPERATION_ID,
        type: 'UPDATE_SERVICE',
        status: 'SUCCEEDED',
        startedAt: '2026-01-01T00:00:00.000Z',
        endedAt: '2026-01-01T00:03:04.000Z',
        seconds: 184,
      },
    ]);
  });
});
