import { describe, expect, it } from '@jest/globals';
import { buildCommand } from '../../../src/image/build-command.ts';
import type { BuildInputs } from '../../../src/inputs/build.ts';
import { createBuildInputs } from '../../support/create-inputs.ts';

const TARGET = { images: ['registry/hello:1'], metadataFile: '/run/metadata.json' };

/** The arguments of a build that names nothing, in two parts around what an input adds. */
const PLAIN = [
  'buildx',
  'build',
  '--metadata-file',
  '/run/metadata.json',
  '--platform',
  'linux/amd64',
  '--provenance=false',
  '--push',
  '--sbom=false',
  '--tag',
  'registry/hello:1',
  '.',
];

describe('docker buildx build', () => {
  it('of a workflow that names nothing', () => {
    expect(buildCommand(createBuildInputs(), TARGET)).toEqual({ args: PLAIN, env: {} });
  });

  it.each<[string, Partial<BuildInputs>, string[]]>([
    [
      'add-hosts',
      { addHosts: ['db:10.0.0.5', 'x:::1'] },
      ['--add-host', 'db:10.0.0.5', '--add-host', 'x:::1'],
    ],
    ['build-args', { buildArgs: ['A=1 2', 'B'] }, ['--build-arg', 'A=1 2', '--build-arg', 'B']],
    ['build-contexts', { buildContexts: ['a=./a'] }, ['--build-context', 'a=./a']],
    ['builder', { builder: 'mine' }, ['--builder', 'mine']],
    [
      'cache-from',
      { cacheFrom: ['type=gha', 'type=local,src=x'] },
      ['--cache-from', 'type=gha', '--cache-from', 'type=local,src=x'],
    ],
    ['cache-to', { cacheTo: ['type=gha,mode=max'] }, ['--cache-to', 'type=gha,mode=max']],
    ['file', { file: 'docker/Dockerfile' }, ['--file', 'docker/Dockerfile']],
    ['labels', { labels: ['a=1', 'b=2'] }, ['--label', 'a=1', '--label', 'b=2']],
    ['network', { network: 'host' }, ['--network', 'host']],
    ['no-cache', { noCache: true }, ['--no-cache']],
    ['pull', { pull: true }, ['--pull']],
    ['secret-envs', { secretEnvs: [['a', 'A']] }, ['--secret', 'id=a,env=A']],
    ['secret-files', { secretFiles: [['a', './a']] }, ['--secret', 'id=a,src=./a']],
    ['ssh', { ssh: ['default', 'k=./id'] }, ['--ssh', 'default', '--ssh', 'k=./id']],
    ['target', { target: 'runtime' }, ['--target', 'runtime']],
  ])('%s adds its flag and nothing else', (_, build, flags) => {
    const { args, env } = buildCommand(createBuildInputs(build), TARGET);
    const at = args.indexOf(flags[0] ?? '');
    expect(args.slice(at, at + flags.length)).toEqual(flags);
    expect(args.toSpliced(at, flags.length)).toEqual(PLAIN);
    expect(env).toEqual({});
  });

  it('has all flags in one order', () => {
    const build = createBuildInputs({
      context: 'https://example.com/app.git#main',
      addHosts: ['db:10.0.0.5'],
      buildArgs: ['A=1'],
      buildContexts: ['a=./a'],
      builder: 'mine',
      cacheFrom: ['type=gha'],
      cacheTo: ['type=gha'],
      file: 'Dockerfile.prod',
      labels: ['a=1'],
      network: 'host',
      noCache: true,
      pull: true,
      secrets: [['s', 'value']],
      secretEnvs: [['e', 'E']],
      secretFiles: [['f', './f']],
      ssh: ['default'],
      target: 'runtime',
    });
    const target = { ...TARGET, images: ['registry/hello:1', 'registry/hello:latest'] };
    expect(buildCommand(build, target).args.join(' ')).toBe(
      'buildx build --add-host db:10.0.0.5 --build-arg A=1 --build-context a=./a --builder mine ' +
        '--cache-from type=gha --cache-to type=gha --file Dockerfile.prod --label a=1 ' +
        '--metadata-file /run/metadata.json --network host --no-cache --platform linux/amd64 ' +
        '--provenance=false --pull --push --sbom=false --secret id=s,env=APPRUNNER_DEPLOY_SECRET_0 ' +
        '--secret id=e,env=E --secret id=f,src=./f --ssh default --tag registry/hello:1 ' +
        '--tag registry/hello:latest --target runtime https://example.com/app.git#main',
    );
  });

  it('uses the builder made for the run before the one that is named', () => {
    const build = createBuildInputs({ builder: 'mine' });
    expect(buildCommand(build, { ...TARGET, builder: 'made' }).args).toContain('made');
    expect(buildCommand(build, { ...TARGET, builder: 'made' }).args).not.toContain('mine');
  });
});

describe('a repeatable build', () => {
  const rewriting = ['--output', 'type=image,push=true,rewrite-timestamp=true'];

  it('sets the times of files while it pushes, to the epoch', () => {
    const { args } = buildCommand(createBuildInputs({ buildArgs: ['A=1'] }), {
      ...TARGET,
      repeatable: { epoch: 1_735_000_000 },
    });
    expect(args.join(' ')).toContain('--build-arg A=1 --build-arg SOURCE_DATE_EPOCH=1735000000');
    expect(args).toEqual(expect.arrayContaining(rewriting));
    expect(args).not.toContain('--push');
  });

  it("leaves the workflow's own epoch to buildx", () => {
    const { args } = buildCommand(createBuildInputs({ buildArgs: ['SOURCE_DATE_EPOCH=1'] }), {
      ...TARGET,
      repeatable: { epoch: undefined },
    });
    expect(args.filter((arg) => arg.startsWith('SOURCE_DATE_EPOCH'))).toEqual([
      'SOURCE_DATE_EPOCH=1',
    ]);
    expect(args).toEqual(expect.arrayContaining(rewriting));
  });
});

describe('secrets of the build', () => {
  const secrets = [
    ['token', 'hunter2'],
    ['key', 'one\ntwo,three="four"'],
  ] as const;
  const { args, env } = buildCommand(createBuildInputs({ secrets }), TARGET);

  it('are in the environment, whatever they hold', () => {
    expect(env).toEqual({
      APPRUNNER_DEPLOY_SECRET_0: 'hunter2',
      APPRUNNER_DEPLOY_SECRET_1: 'one\ntwo,three="four"',
    });
  });

  it('are never in the arguments', () => {
    expect(args).toContain('id=token,env=APPRUNNER_DEPLOY_SECRET_0');
    expect(args).toContain('id=key,env=APPRUNNER_DEPLOY_SECRET_1');
    for (const [, value] of secrets) expect(args.join('\n')).not.toContain(value);
  });
});
