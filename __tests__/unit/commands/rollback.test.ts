import { describe, expect, it } from '@jest/globals';
import { run } from '../../../src/run.ts';
import { createService, createServiceWith, REGISTRY } from '../../support/create-service.ts';
import { DIGEST, fakePorts, type World } from '../../support/fake-ports.ts';

const COMMIT = 'a1'.repeat(20);

async function rollback(world: World = {}) {
  const fakes = fakePorts({
    service: createService(),
    appRunner: { tags: async () => ({}) },
    ...world,
    inputs: { service: 'hello-api', command: 'rollback', 'image-tags': '0.9.0', ...world.inputs },
  });
  return { ...fakes, code: await run(fakes.ports) };
}

describe('command: rollback', () => {
  it('changes the image alone, and sends every other setting back as it is', async () => {
    const { code, runner, updated, docker } = await rollback();
    expect([code, runner.outputs.result]).toEqual([0, 'updated']);
    const before = createService();
    const [request] = updated;
    expect(request?.SourceConfiguration).toEqual({
      ...before.SourceConfiguration,
      ImageRepository: {
        ...before.SourceConfiguration?.ImageRepository,
        ImageIdentifier: `${REGISTRY}/hello-api:0.9.0`,
      },
    });
    expect(request?.NetworkConfiguration).toEqual(before.NetworkConfiguration);
    expect(runner.outputs.image).toBe(`${REGISTRY}/hello-api:0.9.0@${DIGEST}`);
    expect(docker.calls).toEqual([]);
    expect(runner.text()).not.toContain('correct horse');
  });

  it('starts a deployment of what the service has already, where that is named', async () => {
    const { code, runner, events } = await rollback({ inputs: { 'image-tags': '1.0.0' } });
    expect([code, runner.outputs.result]).toEqual([0, 'deployed']);
    expect(events).toContain('apprunner:StartDeployment');
    expect(runner.text()).toContain('warning: That is what the service has already');
  });

  it('names the commit of the label where the tag is none', async () => {
    const Labels = { 'org.opencontainers.image.revision': COMMIT };
    const imageConfig = { os: 'linux', architecture: 'amd64', config: { Labels } };
    const { code, runner } = await rollback({ imageConfig });
    expect([code, runner.outputs.commit]).toEqual([0, COMMIT]);
    expect(runner.text()).toContain(`hello-api:0.9.0, made from commit ${COMMIT}.`);
  });

  it('names the pull request of a preview', async () => {
    const { runner } = await rollback({ inputs: { 'image-tags': `hello-api-pr-7-${COMMIT}` } });
    expect(runner.text()).toContain(`made from pull request 7, commit ${COMMIT}.`);
  });

  it('refuses an image for another processor before it changes anything', async () => {
    const { code, events } = await rollback({ imageConfig: { architecture: 'arm64' } });
    expect(code).toBe(1);
    expect(events).not.toContain('apprunner:UpdateService');
  });

  it('refuses a service that App Runner builds from code', async () => {
    const service = {
      ...createServiceWith({}),
      SourceConfiguration: {
        CodeRepository: { RepositoryUrl: 'https://github.com/o/n', SourceCodeVersion: undefined },
      },
    };
    const { code, runner } = await rollback({ service });
    expect([code, runner.outputs.result]).toEqual([1, 'failed']);
    expect(runner.text()).toContain('is built by App Runner from a code repository');
  });

  it('goes back within ECR Public without asking ECR', async () => {
    const service = createService({
      SourceConfiguration: {
        ImageRepository: {
          ImageIdentifier: 'public.ecr.aws/alias/hello:2',
          ImageRepositoryType: 'ECR_PUBLIC',
        },
      },
    });
    const { code, updated, events } = await rollback({ service, inputs: { 'image-tags': '1' } });
    expect(code).toBe(0);
    expect(updated[0]?.SourceConfiguration?.ImageRepository?.ImageIdentifier).toBe(
      'public.ecr.aws/alias/hello:1',
    );
    expect(events.filter((event) => event.startsWith('ecr:'))).toEqual([]);
  });

  it('does not make a service anew that is deleted meanwhile', async () => {
    let looks = 0;
    const { code, runner, created } = await rollback({
      appRunner: {
        tags: async () => ({}),
        describe: async () => {
          looks += 1;
          return createService(looks > 1 ? { Status: 'DELETED' } : {});
        },
        find: async () => (looks > 1 ? undefined : createService()),
        update: async () => {
          throw Object.assign(new Error('no service'), { name: 'ResourceNotFoundException' });
        },
      },
    });
    expect([code, created]).toEqual([1, []]);
    expect(runner.text()).toContain('The service was deleted meanwhile');
  });
});
