import type { OperationType, Service, ServiceStatus } from '@aws-sdk/client-apprunner';
import fc from 'fast-check';
import { tagsOf } from '../../src/service/remembered.ts';
import type { InputTexts } from './create-inputs.ts';
import { INSTANCE_ROLE, REGISTRY, SECRET_ARN } from './create-service.ts';
import { DIGEST } from './fake-ports.ts';
import { DEFAULT_SCALING } from './model-resources.ts';
import { service } from './unit-arbitrary.ts';
import { CONNECTION_ARN, codeService, fileService, REPOSITORY_URL } from './unit-code.ts';

/** What a run finds, and what its workflow says. */
export interface DryRunCase {
  readonly service: Service | undefined;
  /** What somebody else's operation does to the service as the run begins. */
  readonly running: readonly [type: OperationType, leaves: ServiceStatus] | undefined;
  /** Digest of the image that is built and found. */
  readonly digest: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly inputs: InputTexts;
}

const OTHER_DIGEST = `sha256:${'e'.repeat(64)}`;

const status = fc.oneof(
  { weight: 4, arbitrary: fc.constant('RUNNING' as const) },
  fc.constantFrom<ServiceStatus[]>('PAUSED', 'CREATE_FAILED', 'DELETE_FAILED'),
);

const running = fc.option(
  fc.constantFrom<(readonly [OperationType, ServiceStatus])[]>(
    ['UPDATE_SERVICE', 'RUNNING'],
    ['START_DEPLOYMENT', 'RUNNING'],
    ['RESUME_SERVICE', 'RUNNING'],
    ['PAUSE_SERVICE', 'PAUSED'],
    ['DELETE_SERVICE', 'DELETED'],
  ),
  { nil: undefined, freq: 4 },
);

const remembered = tagsOf({ digest: DIGEST, operationId: 'deployed-before' });
const tags = fc.constantFrom<Readonly<Record<string, string>>[]>({}, remembered, {
  ...remembered,
  team: 'blue',
});

/** What most settings go with; services that App Runner could not have would only fail. */
const COMMON: Partial<Service> = {
  InstanceConfiguration: { Cpu: '1024', Memory: '2048', InstanceRoleArn: INSTANCE_ROLE },
  AutoScalingConfigurationSummary: {
    AutoScalingConfigurationArn: DEFAULT_SCALING.AutoScalingConfigurationArn,
  },
};

const CODE: InputTexts = {
  'source-repository': REPOSITORY_URL,
  'connection-arn': CONNECTION_ARN,
  'source-branch': 'main',
  'access-role-arn': '',
};

/** Where the image comes from: a build, an image in private ECR or one in ECR Public. */
const image = fc.constantFrom<InputTexts[]>(
  { 'image-tags': '1' },
  { 'image-tags': '2\nlatest' },
  { image: `${REGISTRY}/hello-api:1` },
  { image: `${REGISTRY}/hello-api:2` },
  { image: `${REGISTRY}/other:1` },
  { image: 'public.ecr.aws/team/hello:1', 'access-role-arn': '' },
);

const source = fc.oneof(
  { weight: 9, arbitrary: image },
  { weight: 1, arbitrary: fc.constantFrom(CODE, { ...CODE, runtime: 'NODEJS_22' }) },
);

const size = fc.constantFrom<InputTexts[]>(
  {},
  { cpu: '1 vCPU', memory: '2 GB' },
  { cpu: '256', memory: '512' },
  { memory: '12288' },
);

/** Settings that meet what services have, with some that they can't have. */
const settings = fc.record(
  {
    port: fc.constantFrom('8080', '3000'),
    'start-command': fc.constant('node server.js'),
    'environment-variables': fc.constantFrom('A=1', 'A=1\nLOG_LEVEL=debug', 'B=2'),
    'environment-secrets': fc.constant(`C=${SECRET_ARN}`),
    'environment-mode': fc.constantFrom('merge', 'replace'),
    'instance-role-arn': fc.constant(INSTANCE_ROLE),
    'auto-deployments': fc.constantFrom('true', 'false'),
    'health-check-path': fc.constant('/x'),
    'min-size': fc.constantFrom('1', '2'),
    'max-concurrency': fc.constantFrom('80', '100'),
    'ip-address-type': fc.constantFrom('IPV4', 'DUAL_STACK'),
    tags: fc.constantFrom('team=blue', 'team=red\nstage=live'),
    'skip-unchanged': fc.constantFrom('true', 'true', 'false'),
    wait: fc.constantFrom('true', 'false'),
  },
  { requiredKeys: [] },
);

/** What a workflow names: often little, since a plan of many changes is mostly alike. */
const workflow = fc
  .tuple(source, size, settings, fc.boolean())
  .map(([from, pair, named, much]): InputTexts => {
    const { 'skip-unchanged': skip = 'true', tags: wanted } = named;
    const little = { 'skip-unchanged': skip, ...(wanted && { tags: wanted }) };
    return defined({ ...from, ...(much ? { ...pair, ...named } : little) });
  });

/** One service in ten is built from code. */
const anyService = fc.tuple(service, fc.nat({ max: 19 })).map(([found, chance]): Service => {
  const code = [codeService(), fileService()][chance];
  return code ? { ...found, SourceConfiguration: code.SourceConfiguration } : found;
});

export const dryRunCase: fc.Arbitrary<DryRunCase> = fc.record({
  service: fc
    .tuple(fc.option(anyService, { nil: undefined, freq: 6 }), status)
    .map(([found, Status]) => found && { ...found, ...COMMON, Status }),
  running,
  digest: fc.constantFrom(DIGEST, DIGEST, OTHER_DIGEST),
  tags,
  inputs: workflow,
});

function defined(texts: Readonly<Record<string, string | undefined>>): InputTexts {
  return Object.fromEntries(
    Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
