import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { ENVIRONMENT } from '../../support/create-inputs.ts';
import { ACCOUNT, createService, REGISTRY } from '../../support/create-service.ts';
import { DIGEST, PLAIN_IMAGE } from '../../support/fake-ports.ts';
import { deeds, runAction } from '../../support/unit-deployment.ts';

const TAG = `${ENVIRONMENT.GITHUB_SHA}`;
const IMAGE = `${REGISTRY}/team/hello:1.4.0`;

describe('an image that is named', () => {
  it('is checked and deployed without docker', async () => {
    const { code, events, runner, created, docker } = await runAction({ inputs: { image: IMAGE } });
    expect(code).toBe(0);
    expect(docker.calls).toEqual([]);
    expect(events).toEqual(
      expect.arrayContaining([
        `ecr:GetAuthorizationToken ${ACCOUNT}`,
        `ecr:BatchGetImage team/hello 1.4.0 ${ACCOUNT}`,
      ]),
    );
    expect(events.join('\n')).not.toContain('DescribeRepositories');
    expect(created[0]?.SourceConfiguration?.ImageRepository).toEqual({
      ImageIdentifier: IMAGE,
      ImageRepositoryType: 'ECR',
    });
    expect(runner.outputs).toMatchObject({
      image: `${IMAGE}@${DIGEST}`,
      'image-digest': DIGEST,
      result: 'created',
    });
  });

  it('is asked for by its digest when it has one', async () => {
    const { events, runner } = await runAction({ inputs: { image: `${IMAGE}@${DIGEST}` } });
    expect(events).toContain(`ecr:BatchGetImage team/hello ${DIGEST} ${ACCOUNT}`);
    expect(runner.outputs.image).toBe(`${IMAGE}@${DIGEST}`);
  });

  it.each([
    ['arm64', { imageConfig: { os: 'linux', architecture: 'arm64' } }, 'linux/arm64 image'],
    ['absent', { ecr: { image: async () => undefined } }, 'ECR has no image'],
    [
      'an index',
      { ecr: { image: async () => ({ ...PLAIN_IMAGE, manifest: '{"manifests":[]}' }) } },
      'an index of several images',
    ],
  ])('is refused when it is %s, before App Runner is told anything', async (_, world, reason) => {
    const run = await runAction({ ...world, inputs: { image: IMAGE }, service: createService() });
    expect(run.code).toBe(1);
    expect(run.error).toContain(reason);
    expect(run.error).toContain(IMAGE);
    expect(deeds(run)).toEqual([]);
    expect(run.runner.outputs).toMatchObject({ image: IMAGE, result: 'failed' });
  });

  it('of ECR Public is deployed without asking ECR or an access role', async () => {
    const image = 'public.ecr.aws/aws-containers/hello-app-runner:latest';
    const { code, events, created, runner } = await runAction({
      inputs: { image, 'access-role-arn': '' },
    });
    expect(code).toBe(0);
    expect(events.filter((event) => event.startsWith('ecr:'))).toEqual([]);
    expect(created[0]?.SourceConfiguration).toEqual({
      ImageRepository: { ImageIdentifier: image, ImageRepositoryType: 'ECR_PUBLIC' },
      AutoDeploymentsEnabled: false,
    });
    expect(runner.outputs.image).toBe(image);
  });

  it('of ECR Public by its digest has that digest among the outputs', async () => {
    const image = `public.ecr.aws/team/hello@${DIGEST}`;
    const { runner } = await runAction({ inputs: { image, 'access-role-arn': '' } });
    expect(runner.outputs).toMatchObject({ image, 'image-digest': DIGEST });
  });
});

describe('a tag that exists and can not be moved', () => {
  const immutable = {
    repository: async (name: string) => ({ name, immutable: true, exceptions: [] }),
  };

  it('is deployed as it is, and nothing is built', async () => {
    const run = await runAction({ ecr: immutable, service: createService() });
    expect(run.code).toBe(0);
    expect(deeds(run)).toEqual(['apprunner:UpdateService']);
    expect(run.runner.text()).toContain('its tag is immutable');
    expect(run.runner.outputs).toMatchObject({
      image: `${REGISTRY}/hello-api:${TAG}@${DIGEST}`,
      'image-digest': DIGEST,
    });
  });

  it('is checked like any other image', async () => {
    const run = await runAction({ ecr: immutable, imageConfig: { architecture: 'arm64' } });
    expect(run.error).toContain('linux/arm64 image');
    expect(deeds(run)).toEqual([]);
  });

  it('is built when it does not exist yet', async () => {
    let asked = 0;
    const image = async () => {
      asked += 1;
      return asked === 1 ? undefined : PLAIN_IMAGE;
    };
    const run = await runAction({ ecr: { ...immutable, image } });
    expect(run.code).toBe(0);
    expect(deeds(run)).toContain('docker buildx build');
  });
});

describe('an image that may not be read', () => {
  it('is deployed with a warning that it was not checked', async () => {
    const denied = Object.assign(new Error('not authorized'), { name: 'AccessDeniedException' });
    const { code, runner } = await runAction({
      ecr: {
        image: async () => {
          throw new ActionError('ecr:BatchGetImage failed. Allow it.', { cause: denied });
        },
      },
    });
    expect(code).toBe(0);
    const warning = runner.log.find((line) => line.startsWith('warning: '));
    expect(warning).toContain('was not checked');
    expect(warning).toContain('ecr:BatchGetImage failed. Allow it.');
    expect(runner.outputs['image-digest']).toBe(DIGEST);
  });
});
