import { describe, expect, it } from '@jest/globals';
import { CancelledError } from '../../../src/errors.ts';
import { missing, repeatability } from '../../../src/image/repeatable.ts';
import { createBuildInputs } from '../../support/create-inputs.ts';
import { type DockerAnswer, type DockerCall, fakeDocker } from '../../support/unit-docker.ts';

const CONFIG = { directory: '/run', env: { DOCKER_CONFIG: '/run' } };

function inspection(driver: string, ...versions: string[]): string {
  const nodes = versions.map((version) => `Name: node\nStatus: running\n${version}\n`);
  return `Name:          mine\nDriver:        ${driver}\n\nNodes:\n${nodes.join('\n')}`;
}

const MODERN = inspection('docker-container', 'BuildKit version: v0.28.1');

describe('a builder', () => {
  it.each([
    ['BuildKit 0.28', MODERN],
    ['BuildKit 0.13', inspection('docker-container', 'BuildKit version: v0.13.0')],
    ['BuildKit as older versions of buildx tell it', inspection('remote', 'Buildkit:  v0.13.2')],
    ['BuildKit 1', inspection('remote', 'BuildKit version: v1.0.0')],
    ['BuildKit from source', inspection('kubernetes', 'BuildKit version: v0.0.0+unknown')],
    [
      'two new nodes',
      inspection('docker-container', 'BuildKit version: v0.28.1', 'BuildKit version: v0.20.0'),
    ],
  ])('with %s can set the times of files', (_, text) => {
    expect(missing(text)).toBeUndefined();
  });

  it.each([
    ['the docker driver', inspection('docker', 'BuildKit version: v0.28.1'), 'docker driver'],
    [
      'BuildKit 0.12',
      inspection('docker-container', 'BuildKit version: v0.12.5'),
      "builder 'mine' has BuildKit v0.12.5, and 0.13 is needed",
    ],
    [
      'one old node',
      inspection('remote', 'BuildKit version: v0.28.1', 'Buildkit: v0.9.3'),
      'has BuildKit v0.9.3',
    ],
    ['a version that is no number', inspection('remote', 'BuildKit version: x'), 'BuildKit x'],
    ['no version', inspection('remote'), 'does not tell its version of BuildKit'],
  ])('with %s can not', (_, text, reason) => {
    expect(missing(text)).toContain(reason);
  });
});

describe('a build with skip-unchanged', () => {
  async function made(
    answers: {
      docker?: (call: DockerCall) => DockerAnswer;
      git?: (call: DockerCall) => DockerAnswer;
      env?: Record<string, string>;
    } = {},
    builder?: string,
  ) {
    const docker = fakeDocker(answers.docker ?? (() => ({ stdout: MODERN })));
    const git = fakeDocker(answers.git ?? (() => ({ stdout: '1735000000 abc\n' })));
    const tools = { docker: docker.docker, git: git.docker };
    const checkout = { env: answers.env ?? {}, workspace: '/checkout' };
    const build = createBuildInputs({ builder: 'named' });
    const { repeatable, notes } = await repeatability(tools, build, checkout, CONFIG, builder);
    return { repeatable, said: notes.join(' '), docker, git };
  }

  it('is told the epoch, and the log is told it too', async () => {
    const { repeatable, said, docker } = await made();
    expect(repeatable).toEqual({ epoch: 1_735_000_000 });
    expect(said).toBe(
      'The build is repeatable: its files get the time of their last commit, 2024-12-24T00:26:40.000Z (SOURCE_DATE_EPOCH=1735000000).',
    );
    expect(docker.calls).toEqual([
      { args: ['buildx', 'inspect', '--bootstrap', 'named'], env: CONFIG.env },
    ]);
  });

  it('asks the builder that was made for the run', async () => {
    const { docker } = await made({}, 'made');
    expect(docker.calls[0]?.args.at(-1)).toBe('made');
  });

  it("leaves the workflow's own epoch alone", async () => {
    const { repeatable, said } = await made({ env: { SOURCE_DATE_EPOCH: '1' } });
    expect(repeatable).toEqual({ epoch: undefined });
    expect(said).toContain('your own SOURCE_DATE_EPOCH');
  });

  it('says what a shallow checkout costs', async () => {
    const git = ({ args }: DockerCall) => ({
      stdout: args.includes('log') ? '1735000000 \n' : 'true\n',
    });
    const { repeatable, said } = await made({ git });
    expect(repeatable).toEqual({ epoch: 1_735_000_000 });
    expect(said).toContain('fetch-depth: 0');
  });

  it.each<[string, Parameters<typeof made>[0], string]>([
    [
      'an old builder',
      { docker: () => ({ stdout: inspection('docker', 'BuildKit version: v0.8+unknown') }) },
      "builder 'mine' uses the docker driver",
    ],
    [
      'a builder that is not there',
      { docker: () => ({ code: 1, stderr: 'ERROR: no builder "named" found\n' }) },
      'can\'t be inspected: code 1, ERROR: no builder "named" found',
    ],
    ['a missing git', { git: () => new Error('spawn git ENOENT') }, "git can't be started"],
  ])('goes on without it, and says so, for %s', async (_, answers, reason) => {
    const { repeatable, said } = await made(answers);
    expect(repeatable).toBeUndefined();
    expect(said).toContain(`This build is not repeatable: `);
    expect(said).toContain(reason);
  });

  it('ends with a cancel', async () => {
    const docker = () => new CancelledError('SIGTERM');
    await expect(made({ docker })).rejects.toThrow(CancelledError);
  });
});
