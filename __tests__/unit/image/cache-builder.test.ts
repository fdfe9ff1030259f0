import { describe, expect, it } from '@jest/globals';
import {
  exportsCaches,
  makeCacheBuilder,
  needsCacheExport,
} from '../../../src/image/cache-builder.ts';
import { createBuildInputs } from '../../support/create-inputs.ts';
import { type DockerAnswer, type DockerCall, fakeDocker } from '../../support/unit-docker.ts';

/** `docker buildx inspect --debug` of Docker 20.10's own builder, by buildx 0.33. */
const ENGINE = `Name:          default
Driver:        docker
Last Activity: 2026-11-21 00:35:50 +0000 UTC

Nodes:
Name:             default
Endpoint:         default
Status:           running
BuildKit version: v0.8+unknown
Platforms:        linux/amd64, linux/386
Features:
 Automatically load images to the Docker Engine image store: true
 Cache export:                                               false
 Direct push:                                                false
 Docker exporter:                                            false
 Multi-platform build:                                       false
 OCI exporter:                                               false
`;

/** The same of a BuildKit 0.28 behind the remote driver, with the start of its longer tail. */
const REMOTE = `Name:          modern
Driver:        remote
Last Activity: 2026-11-21 00:40:01 +0000 UTC

Nodes:
Name:             modern0
Endpoint:         unix:///run/buildkitd.sock
Status:           running
BuildKit version: v0.28.1
Platforms:        linux/amd64, linux/amd64/v2, linux/amd64/v3, linux/amd64/v4, linux/386
Features:
 Automatically load images to the Docker Engine image store: false
 Cache export:                                               true
 Direct push:                                                true
 Docker exporter:                                            true
 Multi-platform build:                                       true
 OCI exporter:                                               true
Labels:
 org.mobyproject.buildkit.worker.executor:         oci
GC Policy rule#0:
 All:            false
`;

/** A docker-container builder that has not been started yet: it tells no features. */
const ASLEEP = `Name:          builder-1
Driver:        docker-container

Nodes:
Name:     builder-10
Endpoint: unix:///var/run/docker.sock
Status:   inactive
`;

describe('a builder exports caches', () => {
  it.each([
    ["the engine's own: no", ENGINE, false],
    [
      "the engine's own with the containerd image store: yes",
      ENGINE.replace(/(Cache export: +)false/, '$1true'),
      true,
    ],
    ['one behind the remote driver: yes', REMOTE, true],
    ['one in a container, asleep: yes', ASLEEP, true],
    ['one in Kubernetes: yes', ASLEEP.replace('docker-container', 'kubernetes'), true],
    ['an older engine that tells no features: no', 'Name: default\nDriver: docker\n', false],
  ])('%s', (_, text, exports) => {
    expect(exportsCaches(text)).toBe(exports);
  });
});

describe('cache-to asks for an export', () => {
  it.each([
    [[], false],
    [['type=inline'], false],
    [['ref=x,type=inline'], false],
    [['type=inline,compression=zstd'], false],
    [['type=gha'], true],
    [['type=registry,ref=x,mode=max'], true],
    [['type=inline', 'type=gha'], true],
    [['registry/hello:cache'], true],
  ])('%j: %s', (cacheTo, asks) => {
    expect(needsCacheExport(createBuildInputs({ cacheTo }))).toBe(asks);
  });
});

describe('making a builder for the cache', () => {
  const config = { directory: '/run/apprunner-deploy-x1', env: { DOCKER_CONFIG: '/run/x' } };

  async function make(
    inputs: { cacheTo?: string[]; builder?: string },
    answer: (call: DockerCall) => DockerAnswer = () => undefined,
  ) {
    const events: string[] = [];
    const { docker, calls } = fakeDocker((call) => {
      events.push(call.args.slice(0, 2).join(' '));
      return answer(call);
    });
    const made = makeCacheBuilder(docker, createBuildInputs(inputs), config, (name) =>
      events.push(`told ${name}`),
    );
    const outcome = await made.then(
      (name) => ({ name, message: '' }),
      (error: unknown) => ({ name: undefined, message: String(error) }),
    );
    return { ...outcome, calls, events };
  }

  it('asks nothing when there is no cache to write', async () => {
    const { name, calls } = await make({});
    expect(name).toBeUndefined();
    expect(calls).toEqual([]);
  });

  it('makes none when the builder that is there can export', async () => {
    const { name, calls } = await make({ cacheTo: ['type=gha'] }, () => ({ stdout: REMOTE }));
    expect(name).toBeUndefined();
    expect(calls.map(({ args }) => args.join(' '))).toEqual(['buildx inspect --debug']);
    expect(calls[0]?.env).toEqual(config.env);
  });

  it('inspects the builder that is named', async () => {
    const { calls } = await make({ cacheTo: ['type=gha'], builder: 'mine' }, () => ({
      stdout: REMOTE,
    }));
    expect(calls.map(({ args }) => args.join(' '))).toEqual(['buildx inspect --debug mine']);
  });

  it('makes one, and tells its name before it exists', async () => {
    const { name, calls, events } = await make({ cacheTo: ['type=gha'] }, ({ args }) =>
      args.includes('inspect') ? { stdout: ENGINE } : {},
    );
    expect(name).toBe('apprunner-deploy-x1');
    expect(events).toEqual(['buildx inspect', 'told apprunner-deploy-x1', 'buildx create']);
    expect(calls[1]?.args.join(' ')).toBe(
      'buildx create --name apprunner-deploy-x1 --driver docker-container --bootstrap',
    );
    expect(calls[1]?.env).toEqual(config.env);
  });

  it.each<[string, { builder?: string }, (call: DockerCall) => DockerAnswer, string[]]>([
    [
      'a named builder that can not export',
      { builder: 'mine' },
      () => ({ stdout: ENGINE }),
      ["'cache-to'", "'mine'", 'docker/setup-buildx-action'],
    ],
    [
      'a builder that is not there',
      { builder: 'mine' },
      () => ({ code: 1, stderr: 'ERROR: no builder "mine" found\n' }),
      ['mine', 'no builder "mine" found', 'docker/setup-buildx-action'],
    ],
    [
      'a container that can not be started',
      {},
      ({ args }) =>
        args.includes('inspect')
          ? { stdout: ENGINE }
          : { code: 1, stderr: 'x\nERROR: no such host\n' },
      ["'cache-to'", 'ERROR: no such host', 'docker/setup-buildx-action'],
    ],
  ])('says so with a way out: %s', async (_, inputs, answer, parts) => {
    const { message } = await make({ cacheTo: ['type=gha'], ...inputs }, answer);
    for (const part of parts) expect(message).toContain(part);
  });
});
