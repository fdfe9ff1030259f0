import { describe, expect, it } from '@jest/globals';
import { BUILD_INPUTS } from '../../../src/inputs/build.ts';
import type { CodeSettings } from '../../../src/inputs/code.ts';
import { loadDomainSide } from '../../../src/inputs/domain-side.ts';
import { loadGitHubSide } from '../../../src/inputs/github-side.ts';
import { type DeployInputs, type Inputs, readInputs } from '../../../src/inputs/inputs.ts';
import { loadParsers } from '../../../src/inputs/parsers.ts';
import {
  COMMON,
  createInputs,
  ENVIRONMENT,
  type InputTexts,
  PARSERS,
  problemsOf,
  readTexts,
} from '../../support/create-inputs.ts';
import {
  ACCESS_ROLE,
  INSTANCE_ROLE,
  KMS_KEY_ARN,
  OBSERVABILITY_ARN,
  REGISTRY,
  SCALING_ARN,
  SECRET_ARN,
  VPC_CONNECTOR_ARN,
} from '../../support/create-service.ts';
import { actionFile } from '../../support/unit-action-file.ts';
import { createEvent, eventFile } from '../../support/unit-event.ts';

const { inputs: declared } = actionFile();
const IMAGE = `${REGISTRY}/team/hello:1.4.0`;

const ROLE = 'arn:aws:iam::123456789012:role/deploy-hello';
const CONNECTION = `arn:aws:apprunner:us-east-1:123456789012:connection/github/${'a'.repeat(32)}`;

function codeOf({ source }: DeployInputs): CodeSettings {
  return source.kind === 'code' ? source.named : {};
}

function buildOf({ source }: DeployInputs) {
  if (source.kind !== 'build') throw new Error('not a build');
  return source;
}

/** One input, how a workflow writes it, and where its value is found. */
const LANDINGS: readonly [string, string, (inputs: DeployInputs) => unknown, unknown][] = [
  ['service', 'other-api', (inputs) => inputs.service, 'other-api'],
  ['command', 'deploy', (inputs) => inputs.command, 'deploy'],
  ['dry-run', 'true', (inputs) => inputs.dryRun, true],
  ['skip-unchanged', 'true', (inputs) => inputs.skipUnchanged, true],
  ['wait', 'false', (inputs) => inputs.wait, false],
  ['timeout-minutes', '45', (inputs) => inputs.timeoutMinutes, 45],
  ['smoke-path', '/health?a=1', (inputs) => inputs.smoke, { path: '/health?a=1' }],
  ['smoke-status', '404', (inputs) => inputs.smoke?.status, 404],
  ['log-lines', '100', (inputs) => inputs.logLines, 100],
  ['domain', 'App.Example.com', (inputs) => inputs.domain?.name, 'app.example.com'],
  ['domain-www', 'true', (inputs) => inputs.domain?.www, true],
  ['hosted-zone-id', 'auto', (inputs) => inputs.domain?.zone, { kind: 'auto' }],
  ['domain-wait', 'true', (inputs) => inputs.domain?.wait, true],
  ['aws-region', 'eu-west-1', (inputs) => inputs.region, 'eu-west-1'],
  ['role-to-assume', ROLE, (inputs) => inputs.role?.arn, ROLE],
  ['role-session-name', 'run-7', (inputs) => inputs.role?.sessionName, 'run-7'],
  ['role-duration-seconds', '900', (inputs) => inputs.role?.durationSeconds, 900],
  ['audience', 'sts.example.com', (inputs) => inputs.role?.audience, 'sts.example.com'],
  ['preview', 'true', (inputs) => inputs.preview?.service, 'hello-api-pr-7'],
  ['preview-from', 'staging', (inputs) => inputs.base, { service: 'staging', named: true }],
  ['comment', 'true', (inputs) => inputs.conversation?.comment, true],
  [
    'deployment-environment',
    'production',
    (inputs) => inputs.conversation?.environment,
    { name: 'production', transient: false },
  ],
  ['github-token', 'ghs_mine', (inputs) => inputs.conversation?.token, 'ghs_mine'],
  ['context', './api', (inputs) => buildOf(inputs).build.context, './api'],
  ['file', 'docker/Dockerfile', (inputs) => buildOf(inputs).build.file, 'docker/Dockerfile'],
  ['target', 'runtime', (inputs) => buildOf(inputs).build.target, 'runtime'],
  ['build-args', 'A=1,2\nB', (inputs) => buildOf(inputs).build.buildArgs, ['A=1,2', 'B']],
  ['labels', 'a=1\nb=2', (inputs) => buildOf(inputs).build.labels, ['a=1', 'b=2']],
  [
    'build-contexts',
    'alpine=docker-image://alpine:3.20\nassets=./assets',
    (inputs) => buildOf(inputs).build.buildContexts,
    ['alpine=docker-image://alpine:3.20', 'assets=./assets'],
  ],
  [
    'secrets',
    'token=a,b=c\n"key=one\ntwo"',
    (inputs) => buildOf(inputs).build.secrets,
    [
      ['token', 'a,b=c'],
      ['key', 'one\ntwo'],
    ],
  ],
  [
    'secret-envs',
    'a=A,b=B\nc=C',
    (inputs) => buildOf(inputs).build.secretEnvs,
    [
      ['a', 'A'],
      ['b', 'B'],
      ['c', 'C'],
    ],
  ],
  [
    'secret-files',
    'npmrc=./.npmrc',
    (inputs) => buildOf(inputs).build.secretFiles,
    [['npmrc', './.npmrc']],
  ],
  ['ssh', 'default,key=./id', (inputs) => buildOf(inputs).build.ssh, ['default', 'key=./id']],
  [
    'cache-from',
    'type=gha\ntype=registry,ref=x',
    (inputs) => buildOf(inputs).build.cacheFrom,
    ['type=gha', 'type=registry,ref=x'],
  ],
  [
    'cache-to',
    'type=gha,mode=max',
    (inputs) => buildOf(inputs).build.cacheTo,
    ['type=gha,mode=max'],
  ],
  ['no-cache', 'true', (inputs) => buildOf(inputs).build.noCache, true],
  ['pull', 'true', (inputs) => buildOf(inputs).build.pull, true],
  ['network', 'host', (inputs) => buildOf(inputs).build.network, 'host'],
  [
    'add-hosts',
    'db:10.0.0.5,cache=::1',
    (inputs) => buildOf(inputs).build.addHosts,
    ['db:10.0.0.5', 'cache=::1'],
  ],
  ['builder', 'mine', (inputs) => buildOf(inputs).build.builder, 'mine'],
  ['repository', 'team/hello', (inputs) => buildOf(inputs).repository, 'team/hello'],
  ['registry-id', '210987654321', (inputs) => buildOf(inputs).registryId, '210987654321'],
  ['create-repository', 'true', (inputs) => buildOf(inputs).createRepository, true],
  ['image-tags', '1.4.0\nlatest,1.4.0', (inputs) => buildOf(inputs).tags, ['1.4.0', 'latest']],
  [
    'image',
    IMAGE,
    (inputs) => inputs.source,
    {
      kind: 'image',
      image: {
        identifier: IMAGE,
        type: 'ECR',
        registryId: '123456789012',
        repository: 'team/hello',
        tag: '1.4.0',
      },
    },
  ],
  [
    'source-repository',
    'https://github.com/team/hello',
    (inputs) => inputs.source,
    { kind: 'code', named: { repositoryUrl: 'https://github.com/team/hello' } },
  ],
  ['connection-arn', CONNECTION, (inputs) => codeOf(inputs).connectionArn, CONNECTION],
  ['source-branch', 'next', (inputs) => codeOf(inputs).branch, 'next'],
  ['source-directory', '/api', (inputs) => codeOf(inputs).directory, '/api'],
  ['configuration-source', 'API', (inputs) => codeOf(inputs).configurationSource, 'API'],
  ['runtime', 'GO_1', (inputs) => codeOf(inputs).runtime, 'GO_1'],
  ['build-command', 'make', (inputs) => codeOf(inputs).buildCommand, 'make'],
  ['port', '3000', (inputs) => inputs.settings.port, '3000'],
  ['start-command', 'node x.js', (inputs) => inputs.settings.startCommand, 'node x.js'],
  [
    'environment-variables',
    'A=1\nB="x y"',
    (inputs) => inputs.settings.environmentVariables,
    { A: '1', B: 'x y' },
  ],
  [
    'environment-secrets',
    `DB=${SECRET_ARN}`,
    (inputs) => inputs.settings.environmentSecrets,
    { DB: SECRET_ARN },
  ],
  ['environment-mode', 'replace', (inputs) => inputs.settings.environmentMode, 'replace'],
  ['cpu', '2 vCPU', (inputs) => inputs.settings.cpu, '2048'],
  ['memory', '4 GB', (inputs) => inputs.settings.memory, '4096'],
  ['access-role-arn', ACCESS_ROLE, (inputs) => inputs.settings.accessRoleArn, ACCESS_ROLE],
  ['instance-role-arn', INSTANCE_ROLE, (inputs) => inputs.settings.instanceRoleArn, INSTANCE_ROLE],
  ['auto-deployments', 'true', (inputs) => inputs.settings.autoDeployments, true],
  ['health-check-protocol', 'HTTP', (inputs) => inputs.settings.healthCheck, { protocol: 'HTTP' }],
  [
    'health-check-path',
    '/health?a=1',
    (inputs) => inputs.settings.healthCheck,
    { protocol: 'HTTP', path: '/health?a=1' },
  ],
  ['health-check-interval', '20', (inputs) => inputs.settings.healthCheck, { interval: 20 }],
  ['health-check-timeout', '1', (inputs) => inputs.settings.healthCheck, { timeout: 1 }],
  [
    'health-check-healthy-threshold',
    '3',
    (inputs) => inputs.settings.healthCheck,
    { healthyThreshold: 3 },
  ],
  [
    'health-check-unhealthy-threshold',
    '4',
    (inputs) => inputs.settings.healthCheck,
    { unhealthyThreshold: 4 },
  ],
  [
    'auto-scaling-configuration-arn',
    SCALING_ARN,
    (inputs) => inputs.settings.autoScaling,
    { kind: 'arn', arn: SCALING_ARN },
  ],
  ['min-size', '25', (inputs) => inputs.settings.autoScaling, { kind: 'sizes', minSize: 25 }],
  ['max-size', '300', (inputs) => inputs.settings.autoScaling, { kind: 'sizes', maxSize: 300 }],
  [
    'max-concurrency',
    '200',
    (inputs) => inputs.settings.autoScaling,
    { kind: 'sizes', maxConcurrency: 200 },
  ],
  [
    'vpc-connector-arn',
    VPC_CONNECTOR_ARN,
    (inputs) => inputs.settings.vpcConnectorArn,
    VPC_CONNECTOR_ARN,
  ],
  ['publicly-accessible', 'false', (inputs) => inputs.settings.publiclyAccessible, false],
  ['ip-address-type', 'DUAL_STACK', (inputs) => inputs.settings.ipAddressType, 'DUAL_STACK'],
  [
    'observability-configuration-arn',
    OBSERVABILITY_ARN,
    (inputs) => inputs.settings.observabilityConfigurationArn,
    OBSERVABILITY_ARN,
  ],
  ['kms-key-arn', KMS_KEY_ARN, (inputs) => inputs.settings.kmsKeyArn, KMS_KEY_ARN],
  [
    'tags',
    'team=web\ncost:center/a@b=a, b=c',
    (inputs) => inputs.settings.tags,
    { team: 'web', 'cost:center/a@b': 'a, b=c' },
  ],
  [
    'service-config',
    'deploy/service.yaml',
    (inputs) => inputs.serviceConfig,
    'deploy/service.yaml',
  ],
];

/** Inputs that another command uses, and where their value is found. */
const SWEEP_LANDINGS: readonly [string, string, (inputs: Inputs) => unknown, unknown][] = [
  ['delete-logs', 'true', (inputs) => 'deleteLogs' in inputs && inputs.deleteLogs, true],
  ['max-age-days', '30', (inputs) => 'maxAgeDays' in inputs && inputs.maxAgeDays, 30],
];

const OPERATION = '3c0d9a2e-5b1f-4a6d-8e7c-0f1a2b3c4d5e';

/** As before, with the command; what else it needs is in BESIDE. */
const AFTERWARDS_LANDINGS: readonly [
  string,
  string,
  string,
  (inputs: Inputs) => unknown,
  unknown,
][] = [
  ['operation-id', 'wait', OPERATION, (i) => 'operationId' in i && i.operationId, OPERATION],
  [
    'since',
    'logs',
    '2h',
    (i) => 'since' in i && i.since,
    { kind: 'ago', ms: 7_200_000, text: '2h' },
  ],
];

const DOMAIN = { domain: 'example.com' };
const EVENT = createEvent();
const SWEEP_ENV = { ...ENVIRONMENT, GITHUB_REPOSITORY: 'octo/hello' };
const TOKEN = { 'github-token': 'ghs_job' };

/** What an input needs beside it. */
const BESIDE: Readonly<Record<string, InputTexts>> = {
  'smoke-status': { 'smoke-path': '/' },
  'domain-www': DOMAIN,
  'hosted-zone-id': DOMAIN,
  'domain-wait': DOMAIN,
  preview: TOKEN,
  'preview-from': { ...TOKEN, preview: 'true' },
  comment: TOKEN,
  'deployment-environment': TOKEN,
  'github-token': { comment: 'true' },
  'role-session-name': { 'role-to-assume': ROLE },
  'role-duration-seconds': { 'role-to-assume': ROLE },
  audience: { 'role-to-assume': ROLE },
};

function textsWith(name: string, text: string): InputTexts {
  return { ...BESIDE[name], [name]: text };
}

describe('every input of action.yml is read', () => {
  it('the tables name each of them', () => {
    const names = [...LANDINGS, ...SWEEP_LANDINGS, ...AFTERWARDS_LANDINGS].map(([name]) => name);
    expect(names.sort()).toEqual(Object.keys(declared).sort());
  });

  it.each(SWEEP_LANDINGS)('%s, by a sweep', (name, text, find, value) => {
    const sweep = { ...TOKEN, command: 'sweep' };
    expect(find(readTexts({ ...sweep, [name]: text }, SWEEP_ENV))).toEqual(value);
    expect(find(readTexts(sweep, SWEEP_ENV))).not.toEqual(value);
  });

  it.each(AFTERWARDS_LANDINGS)('%s, by command: %s', (name, command, text, find, value) => {
    expect(find(readTexts({ command, [name]: text }))).toEqual(value);
  });

  it.each(LANDINGS)('%s', (name, text, find, value) => {
    expect(find(createInputs(textsWith(name, text), ENVIRONMENT, EVENT))).toEqual(value);
    if (name !== 'image' && name !== 'command') {
      expect(find(createInputs())).not.toEqual(value);
    }
  });

  it.each(LANDINGS)(
    '%s is read with no other parsers than a run with it loads',
    async (name, text) => {
      const all: InputTexts = { ...COMMON, ...textsWith(name, text) };
      const get = (asked: string) => all[asked] ?? '';
      const env = { ...ENVIRONMENT, ...(await eventFile(EVENT)) };
      const github = await loadGitHubSide(get, env);
      const domains = await loadDomainSide(get);
      const parsers = await loadParsers(get);
      expect(readInputs(get, env, parsers, github, undefined, domains)).toEqual(
        createInputs(textsWith(name, text), ENVIRONMENT, EVENT),
      );
    },
  );

  it('and nothing else is', () => {
    const asked = new Set<string>();
    const ask = (name: string) => {
      asked.add(name);
      return COMMON[name] ?? '';
    };
    readInputs(ask, ENVIRONMENT, PARSERS);
    expect([...asked].filter((name) => !(name in declared))).toEqual([]);
  });
});

describe('defaults', () => {
  const defaults = Object.fromEntries(
    Object.entries(declared).flatMap(([name, { default: value }]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );

  it('that action.yml states are those of an input that is not set', () => {
    expect(createInputs(defaults)).toEqual(createInputs());
  });

  it('exclude nothing: an image can be deployed with all of them', () => {
    expect(problemsOf({ ...defaults, image: IMAGE })).toEqual([]);
    expect(
      Object.keys(defaults).filter((name) => BUILD_INPUTS.some((word) => word === name)),
    ).toEqual([]);
  });

  it('make the shortest workflow a build of the checkout for this commit', () => {
    expect(createInputs()).toEqual({
      command: 'deploy',
      service: 'hello-api',
      region: 'us-east-1',
      source: {
        kind: 'build',
        build: {
          context: '.',
          buildArgs: [],
          labels: [],
          buildContexts: [],
          secrets: [],
          secretEnvs: [],
          secretFiles: [],
          ssh: [],
          cacheFrom: [],
          cacheTo: [],
          noCache: false,
          pull: false,
          addHosts: [],
        },
        repository: 'hello-api',
        createRepository: false,
        tags: [ENVIRONMENT.GITHUB_SHA],
        implied: true,
      },
      settings: { environmentMode: 'merge' },
      dryRun: false,
      wait: true,
      timeoutMinutes: 30,
      logLines: 40,
      skipUnchanged: false,
    });
  });

  it('require nothing of a workflow that sweeps', () => {
    const required = Object.entries(declared).filter(([, { required }]) => required);
    expect(required.map(([name]) => name)).toEqual([]);
    expect(readTexts({ ...TOKEN, service: '', command: 'sweep' }, SWEEP_ENV)).toMatchObject({
      command: 'sweep',
    });
  });

  it('only the service is required of a deployment', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ service: '' })).toEqual([
      expect.stringContaining("Input 'service' is missing"),
    ]);
  });

  it('the repository is the service in lower case', () => {
    expect(buildOf(createInputs({ service: 'Hello-API' })).repository).toBe('hello-api');
  });

  it.each([
    [{ AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'us-west-2' }, 'eu-west-1'],
    [{ AWS_REGION: '', AWS_DEFAULT_REGION: 'us-west-2' }, 'us-west-2'],
    [{ AWS_DEFAULT_REGION: 'us-west-2' }, 'us-west-2'],
  ])('the Region from %j is %s', (env, region) => {
    expect(createInputs({}, { ...ENVIRONMENT, AWS_REGION: undefined, ...env }).region).toBe(region);
  });
});
