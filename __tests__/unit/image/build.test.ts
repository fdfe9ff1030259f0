import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { buildAndPush, buildError, digestOf } from '../../../src/image/build.ts';
import { createBuildInputs } from '../../support/create-inputs.ts';
import { type DockerCall, fakeDocker } from '../../support/unit-docker.ts';
import { temporaryDirectory } from '../../support/unit-temporary-directory.ts';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('the reason of a failed build, as buildx writes it', () => {
  it.each([
    [
      'a RUN that fails',
      `#5 [2/2] RUN echo hi && false
#5 0.738 hi
#5 ERROR: executor failed running [/bin/sh -c echo hi && false]: exit code: 1
------
 > [2/2] RUN echo hi && false:
0.738 hi
------
ERROR: failed to build: failed to solve: executor failed running [/bin/sh -c echo hi && false]: exit code: 1
`,
      'ERROR: failed to build: failed to solve: executor failed running [/bin/sh -c echo hi && false]: exit code: 1',
    ],
    [
      'a Dockerfile with a fault and a warning after it',
      `#4 [1/1] COPY nope /
#4 ERROR: failed to calculate checksum of ref x::y: "/nope": not found
------
WARNING: No output specified with remote driver.
Dockerfile:2
--------------------
   1 |     FROM scratch
   2 | >>> COPY nope /
   3 |     
--------------------
ERROR: failed to build: failed to solve: "/nope": not found

View build details: docker-desktop://dashboard/build/modern
`,
      'ERROR: failed to build: failed to solve: "/nope": not found',
    ],
    [
      'an unknown builder',
      'ERROR: no builder "nothere" found\n',
      'ERROR: no builder "nothere" found',
    ],
    [
      'a docker without its engine',
      'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n',
      'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
    ],
    ['nothing', '\n \n', 'it said nothing.'],
  ])('%s', (_, output, reason) => {
    expect(buildError(output)).toBe(reason);
  });
});

describe('the digest in the metadata file', () => {
  it('is the one of the image', () => {
    const metadata = {
      'buildx.build.ref': 'default/default/x',
      'containerimage.config.digest': `sha256:${'f'.repeat(64)}`,
      'containerimage.digest': DIGEST,
      'image.name': 'registry/hello:1',
    };
    expect(digestOf(JSON.stringify(metadata))).toBe(DIGEST);
  });

  it.each([
    '{}',
    'null',
    '[]',
    '"x"',
    '{"containerimage.digest":"sha256:1"}',
    '{"containerimage.digest":1}',
  ])('is missed in %s, with advice', (metadata) => {
    expect(() => digestOf(metadata)).toThrow(ActionError);
    expect(() => digestOf(metadata)).toThrow('Update buildx, or run docker/setup-buildx-action');
  });
});

describe('build and push', () => {
  async function build(answer: (call: DockerCall) => { code?: number; stderr?: string }) {
    const directory = await temporaryDirectory();
    const config = { directory, env: { DOCKER_CONFIG: directory } };
    const { docker, calls } = fakeDocker(async (call) => {
      const file = call.args[call.args.indexOf('--metadata-file') + 1] ?? '';
      await writeFile(file, JSON.stringify({ 'containerimage.digest': DIGEST }));
      return answer(call);
    });
    const inputs = createBuildInputs({ secrets: [['token', 'hunter2']] });
    const done = buildAndPush(
      docker,
      inputs,
      { images: ['registry/hello:1'], builder: 'made' },
      config,
    );
    return { done, calls, directory };
  }

  it('gives the digest, and runs in the private configuration with its log streamed', async () => {
    const { done, calls, directory } = await build(() => ({}));
    await expect(done).resolves.toBe(DIGEST);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.stream).toBe(true);
    expect(calls[0]?.env).toEqual({
      DOCKER_CONFIG: directory,
      APPRUNNER_DEPLOY_SECRET_0: 'hunter2',
    });
    expect(calls[0]?.args).toContain('made');
  });

  it('tells what to do about a tag that can not be moved', async () => {
    const said =
      "ERROR: failed to push r/hello:main: tag invalid: The image tag 'main' already exists in the 'hello' repository and cannot be overwritten because the tag is immutable.";
    const { done } = await build(() => ({ code: 1, stderr: `${said}\n` }));
    await expect(done).rejects.toThrow(`${said} Name only tags in image-tags and cache-to that`);
  });

  it('tells the last error when buildx fails', async () => {
    const { done } = await build(() => ({ code: 1, stderr: '#5 x\nERROR: no space left\n' }));
    await expect(done).rejects.toThrow(
      "docker buildx build ended with code 1: ERROR: no space left The build's log is above.",
    );
  });
});
