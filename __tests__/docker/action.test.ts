import { BatchGetImageCommand } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Stage, setStage } from './action-fixture.ts';

jest.setTimeout(180_000);

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(async () => {
  await stage?.close();
});

const text = async (url: string | undefined) => (await fetch(url ?? '')).text();

async function mediaType(digest: string | undefined) {
  const { images } = await stage.ecr.send(
    new BatchGetImageCommand({ repositoryName: 'hello', imageIds: [{ imageDigest: digest }] }),
  );
  return images?.[0]?.imageManifestMediaType;
}

describe.each([
  ["the engine's own builder", 'engine', {}],
  ['a modern BuildKit', 'modern', { builder: 'modern' }],
])('on %s', (_name, service, builder) => {
  const build = (version: string, more: Readonly<Record<string, string>> = {}) =>
    stage.deploy({
      service: `hello-${service}`,
      repository: 'hello',
      'image-tags': `${service}-${version}`,
      'build-args': `BASE_IMAGE=${stage.baseImage}\nVERSION=${version}`,
      ...builder,
      ...more,
    });

  it('creates the service, and its URL answers with the version that was built', async () => {
    const step = await build('1', { 'environment-variables': 'GREETING=Good day' });
    expect(step.log).toContain('is a linux/amd64 image');
    expect(step).toMatchObject({ code: 0, postCode: 0 });
    expect(step.outputs).toMatchObject({ result: 'created', 'operation-status': 'SUCCEEDED' });
    expect(await text(step.outputs['service-url'])).toBe('Good day from version 1\n');
  });

  it('pushes a plain image without attestations', async () => {
    const step = await build('1', { wait: 'false' });
    expect(await mediaType(step.outputs['image-digest'])).toMatch(
      /^application\/vnd\.(docker\.distribution\.manifest\.v2|oci\.image\.manifest\.v1)\+json$/,
    );
    await stage.aws.appRunner.idle();
  });

  it('changes the service to a second version and keeps its variable', async () => {
    const step = await build('2');
    expect(step.outputs).toMatchObject({ result: 'updated' });
    expect(await text(step.outputs['service-url'])).toBe('Good day from version 2\n');
  });

  it('deploys new bytes under the same tag', async () => {
    const step = await build('2', {
      'build-args': `BASE_IMAGE=${stage.baseImage}\nVERSION=2b`,
    });
    expect(step.outputs).toMatchObject({ result: 'deployed' });
    expect(await text(step.outputs['service-url'])).toBe('Good day from version 2b\n');
  });
});
