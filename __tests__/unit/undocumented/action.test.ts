import {
  type AppRunnerClient,
  DescribeServiceCommand,
  ListServicesCommand,
  type Service,
} from '@aws-sdk/client-apprunner';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Clock } from '../../../local-aws/clock.ts';
import { createMemoryRuntime } from '../../../local-aws/runtime/memory.ts';
import { ACCESS_ROLE } from '../../support/create-service.ts';
import { askRegistry, manifestType, pushImage } from '../../support/registry-client.ts';
import {
  fastClock,
  type LocalWorld,
  runLocally,
  startLocalWorld,
} from '../../support/unit-local-run.ts';
import { WAYS } from './other-ways.ts';

jest.setTimeout(30_000);

const INDEX = 'application/vnd.oci.image.index.v1+json';

/** What becomes of a container is said by its variables. */
const runtime = (clock: Clock) =>
  createMemoryRuntime({
    clock,
    script: ({ environment }) =>
      environment.BROKEN
        ? { kind: 'exits', code: 3, lines: ['Error: BROKEN is set'] }
        : { kind: 'listens', afterMs: Number(environment.SLOW ?? 0) },
  });

async function serviceOf(appRunner: AppRunnerClient, name: string): Promise<Service | undefined> {
  const { ServiceSummaryList = [] } = await appRunner.send(new ListServicesCommand({}));
  const found = ServiceSummaryList.find(({ ServiceName }) => ServiceName === name);
  if (!found) return undefined;
  const { ServiceArn } = found;
  return (await appRunner.send(new DescribeServiceCommand({ ServiceArn }))).Service;
}

describe.each(WAYS)('where App Runner %s', (_, undocumented) => {
  let world: LocalWorld;
  beforeAll(async () => {
    const clock = fastClock();
    world = await startLocalWorld('container', { runtime: runtime(clock), undocumented, clock });
  });
  afterAll(() => world.close());

  const act = async (service: string, inputs: Readonly<Record<string, string>> = {}) => {
    const { code, runner } = await runLocally(world, {
      service,
      'access-role-arn': ACCESS_ROLE,
      ...(inputs.image || inputs.command ? { repository: '' } : { 'image-tags': service }),
      ...inputs,
    });
    const outputs: Readonly<Record<string, string>> = runner.outputs;
    return { code, log: runner.text(), outputs };
  };
  const deployed = async (service: string, inputs: Readonly<Record<string, string>> = {}) => {
    const done = await act(service, inputs);
    expect(done.log).not.toContain('error: ');
    expect(done.code).toBe(0);
    return done;
  };
  const push = (tag: string, content: string) => pushImage(world.registry, 'hello', tag, content);
  const ecr = (rest: string) =>
    `${world.aws.accountId}.dkr.ecr.us-east-1.amazonaws.com/hello${rest}`;
  /** What the service's URL says of the container that answers. */
  const page = async (service: string) => {
    const { ServiceUrl = '' } = (await serviceOf(world.appRunner, service)) ?? {};
    return (await (await fetch(ServiceUrl, { headers: { connection: 'close' } })).json()) as {
      digest: string;
      environment: string[];
    };
  };

  it('a service is created, takes another tag, and new bytes under the same one', async () => {
    await push('new-1', 'one');
    const one = await deployed('tags', { image: ecr(':new-1') });
    expect(one).toMatchObject({ outputs: { result: 'created' } });
    const { digest } = await push('new-2', 'two');
    const two = await deployed('tags', { image: ecr(':new-2') });
    expect(two).toMatchObject({ outputs: { result: 'updated', 'service-status': 'RUNNING' } });
    expect((await page('tags')).digest).toBe(digest);
    const again = await push('new-2', 'three');
    expect(await deployed('tags', { image: ecr(':new-2') })).toMatchObject({
      outputs: { result: 'deployed' },
    });
    expect((await page('tags')).digest).toBe(again.digest);
  });

  it('a change of settings keeps the others', async () => {
    const image = ecr(':by-hand');
    await deployed('settings', {
      image,
      port: '3000',
      'start-command': 'serve it',
      'environment-variables': 'ONE=1\nTWO=2',
      'health-check-path': '/up',
      cpu: '512',
      memory: '1024',
    });
    const before = await serviceOf(world.appRunner, 'settings');
    const done = await deployed('settings', { image, 'environment-variables': 'TWO=3' });
    expect(done).toMatchObject({ outputs: { result: 'updated' } });
    const after = await serviceOf(world.appRunner, 'settings');
    const { ImageRepository, ...source } = before?.SourceConfiguration ?? {};
    expect(after).toEqual({
      ...before,
      UpdatedAt: after?.UpdatedAt,
      SourceConfiguration: {
        ...source,
        ImageRepository: {
          ...ImageRepository,
          ImageConfiguration: {
            ...ImageRepository?.ImageConfiguration,
            RuntimeEnvironmentVariables: { ONE: '1', TWO: '3' },
          },
        },
      },
    });
  });

  it('new bytes under the same tag run after a change of settings too', async () => {
    const image = ecr(':both');
    await push('both', 'old bytes');
    await deployed('both', { image });
    const { digest } = await push('both', 'new bytes');
    const done = await deployed('both', { image, 'environment-variables': 'NEW=1' });
    expect(done).toMatchObject({ outputs: { result: 'updated', 'service-status': 'RUNNING' } });
    expect(await page('both')).toMatchObject({ digest, environment: ['NEW', 'PORT'] });
    const again = undocumented.sameTagUpdate === 'keeps';
    expect(done.log.includes('StartDeployment does.')).toBe(again);
  });

  it('new bytes run after a change of settings also where the log may not be read', async () => {
    const image = ecr(':unread');
    await push('unread', 'old bytes');
    await deployed('unread', { image });
    const { digest } = await push('unread', 'new bytes');
    const allow = world.aws.faults.add({ kind: 'deny', action: 'logs:GetLogEvents' });
    const done = await deployed('unread', { image, 'environment-variables': 'NEW=1' });
    allow();
    expect(done).toMatchObject({ outputs: { result: 'updated', 'service-status': 'RUNNING' } });
    expect(done.log).toContain('StartDeployment does.');
    expect(done.log).toContain('(START_DEPLOYMENT)');
    expect((await page('unread')).digest).toBe(digest);
  });

  it('the lines of an update are shown', async () => {
    await deployed('lines');
    // The lines are read 12 s after the begin at the earliest.
    const { log } = await deployed('lines', {
      'environment-variables': 'SLOW=30000',
      'health-check-interval': '20',
    });
    const update = log.slice(log.lastIndexOf('group: Deploy'));
    expect(update).toMatch(/\[AppRunner\] Deployment with ID : [0-9a-f]{32} started/);
    expect(update).toContain('[AppRunner] Performing health check on protocol `TCP`');
  });

  it('an update that fails is rolled back and explained', async () => {
    const first = await deployed('rolled-back', { image: ecr(':by-hand') });
    const done = await act('rolled-back', { 'environment-variables': 'BROKEN=1' });
    expect(done).toMatchObject({
      code: 1,
      outputs: { result: 'rolled-back', 'service-status': 'RUNNING' },
    });
    expect(done.log).toContain('the container exited with code 3: Error: BROKEN is set');
    expect((await page('rolled-back')).digest).toBe(first.outputs['image-digest']);
  });

  it('a paused service is resumed and deployed', async () => {
    await deployed('paused');
    expect(await act('paused', { command: 'pause' })).toMatchObject({ code: 0 });
    const { digest } = await push('paused-2', 'while it was paused');
    const done = await deployed('paused', { image: ecr(':paused-2') });
    expect(done).toMatchObject({ outputs: { result: 'updated', 'service-status': 'RUNNING' } });
    expect((await page('paused')).digest).toBe(digest);
  });

  it('a creation that failed is explained, and the next run mends it', async () => {
    const failed = await act('failed', { 'environment-variables': 'BROKEN=1' });
    expect(failed).toMatchObject({ code: 1, outputs: { 'service-status': 'CREATE_FAILED' } });
    expect(failed.log).toContain('the container exited with code 3: Error: BROKEN is set');
    const done = await deployed('failed', { 'environment-mode': 'replace', port: '3000' });
    expect(done).toMatchObject({
      outputs: {
        result: undocumented.updateOnCreateFailed === 'refused' ? 'created' : 'updated',
        'service-status': 'RUNNING',
      },
    });
    expect((await page('failed')).digest).toBe(done.outputs['image-digest']);
  });

  it('an image named by its digest is deployed, or its refusal is the verdict', async () => {
    const before = await deployed('digest', { image: ecr(':by-hand') });
    const { digest } = await push('digest-2', 'by digest');
    const done = await act('digest', { image: ecr(`@${digest}`) });
    const how = undocumented.digestIdentifiers;
    expect((await page('digest')).digest).toBe(how ? before.outputs['image-digest'] : digest);
    expect(done).toMatchObject(
      how === undefined
        ? { code: 0, outputs: { result: 'updated' } }
        : { code: 1, outputs: { result: how === 'refused' ? 'failed' : 'rolled-back' } },
    );
    if (how === 'refused') expect(done.log).toContain(`${ecr(`@${digest}`)} isn't valid`);
    if (how === 'not-pulled') expect(done.log).toContain('could not copy the image from ECR');
  });

  it('an index is refused before anything is deployed, or the operation decides', async () => {
    const before = await deployed('index', { image: ecr(':by-hand') });
    const one = await push('index-1', 'in an index');
    const platform = { os: 'linux', architecture: 'amd64' };
    const size = one.manifest.length;
    const entry = { mediaType: manifestType, size, digest: one.digest, platform };
    const body = JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: [entry] });
    const put = { body, type: INDEX };
    expect((await askRegistry(world.registry, 'PUT', 'hello/manifests/all', put)).status).toBe(201);
    const refused = await act('index', { image: ecr(':all') });
    expect(refused).toMatchObject({ code: 1, outputs: { result: 'failed' } });
    expect(refused.log).toContain('is an index of several images or attestations');
    expect((await page('index')).digest).toBe(before.outputs['image-digest']);
    // A role that may not read the registry leaves it to App Runner.
    const allow = world.aws.faults.add({ kind: 'deny', action: 'ecr:BatchGetImage' });
    const done = await act('index', { image: ecr(':all') });
    allow();
    expect(done).toMatchObject(
      undocumented.ociIndex
        ? { code: 1, outputs: { result: 'rolled-back' } }
        : { code: 0, outputs: { result: 'updated', 'service-status': 'RUNNING' } },
    );
    if (undocumented.ociIndex) expect(done.log).toContain('could not copy the image from ECR');
  });

  it('a service is deleted', async () => {
    await deployed('gone');
    const done = await act('gone', { command: 'delete' });
    expect(done).toMatchObject({ code: 0, outputs: { result: 'deleted' } });
    expect(await serviceOf(world.appRunner, 'gone')).toBeUndefined();
  });
});
