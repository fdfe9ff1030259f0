import { describe, expect, it } from '@jest/globals';
import { buildxVersion } from '../../../src/image/buildx-version.ts';
import { fakeDocker } from '../../support/unit-docker.ts';

describe('docker buildx version', () => {
  it.each([
    ['github.com/docker/buildx v0.33.0 5de0af9\n', 'v0.33.0'],
    ['github.com/docker/buildx v0.10.0 876462897612d36679153c3414f7689626251501', 'v0.10.0'],
    ['github.com/docker/buildx v0.11.0-rc1 x', 'v0.11.0-rc1'],
    ['github.com/docker/buildx v1.0.0 x', 'v1.0.0'],
    ['github.com/docker/buildx 0.13.1+ds1-3 ', '0.13.1+ds1-3'],
    ['github.com/docker/buildx 86bdced unknown', 'github.com/docker/buildx 86bdced unknown'],
  ])('%j is %s', async (stdout, version) => {
    const { docker, calls } = fakeDocker(() => ({ stdout }));
    await expect(buildxVersion(docker)).resolves.toBe(version);
    expect(calls.map(({ args }) => args)).toEqual([['buildx', 'version']]);
  });

  it('of a build from source, which has no number of its own, is taken', async () => {
    // What a buildx made by `go build` says (docker/buildx, version/version.go).
    const { docker } = fakeDocker(() => ({ stdout: 'github.com/docker/buildx v0.0.0+unknown \n' }));
    await expect(buildxVersion(docker)).resolves.toContain('v0.0.0+unknown');
  });

  it.each(['v0.9.1', 'v0.5.1-docker', '0.8.2+ds1'])('%s is too old', async (version) => {
    const { docker } = fakeDocker(() => ({ stdout: `github.com/docker/buildx ${version} x` }));
    await expect(buildxVersion(docker)).rejects.toThrow(
      new RegExp(
        `is ${RegExp.escape(version)}; version 0.10 or later .*docker/setup-buildx-action`,
      ),
    );
  });

  it('that fails tells what docker said and how to get it', async () => {
    const stderr = "docker: 'buildx' is not a docker command.\nSee 'docker --help'\n";
    const { docker } = fakeDocker(() => ({ code: 1, stderr }));
    await expect(buildxVersion(docker)).rejects.toThrow(
      /ended with code 1: See 'docker --help' Use a runner image with Docker/,
    );
  });

  it('without docker tells how to get docker', async () => {
    const { docker } = fakeDocker(() => new Error('spawn docker ENOENT'));
    await expect(buildxVersion(docker)).rejects.toThrow(
      /^docker can't be started: spawn docker ENOENT\. Use a runner image with Docker/,
    );
  });
});
