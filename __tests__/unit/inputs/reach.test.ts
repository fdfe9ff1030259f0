import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { CreateServiceRequest } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { loadModel, shapeOf } from '../../../local-aws/models/model.ts';
import { deployedSource } from '../../../src/commands/obtain-source.ts';
import { withDocument } from '../../../src/commands/service-config.ts';
import { decide } from '../../../src/service/decision.ts';
import { createInputs, type InputTexts } from '../../support/create-inputs.ts';
import { fakePorts } from '../../support/fake-ports.ts';
import { actionFile } from '../../support/unit-action-file.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples/service-config/', import.meta.url));
const model = loadModel('apprunner');

/** Every value of a shape of the API model, by path; a map is one value. */
function valuesOf(name: string, path = ''): string[] {
  const shape = shapeOf(model, name);
  if (shape.type === 'list') return valuesOf(shape.member ?? '', `${path}[0]`);
  if (!shape.members) return [path];
  return Object.entries(shape.members).flatMap(([member, to]) =>
    valuesOf(to, path === '' ? member : `${path}.${member}`),
  );
}

/** What a request or document has at a path. */
function at(value: unknown, path: string): unknown {
  const steps = path.replaceAll('[0]', '.0').split('.');
  return steps.reduce<unknown>((inside, step) => Object(inside)[step], value);
}

const ROLE = 'arn:aws:iam::123456789012:role/access';
const INSTANCE_ROLE = 'arn:aws:iam::123456789012:role/instance';
const IDENTIFIER = '123456789012.dkr.ecr.us-east-1.amazonaws.com/hello:1';
const OTHER_IMAGE = '123456789012.dkr.ecr.us-east-1.amazonaws.com/hello:2';
const OTHER_CODE = 'https://bitbucket.org/team/other';
const SECRET = 'arn:aws:ssm:us-east-1:123456789012:parameter/key';
const KEY = 'arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const arn = (resource: string) =>
  `arn:aws:apprunner:us-east-1:123456789012:${resource}/${'a'.repeat(32)}`;

/** The shortest inputs that make a service, from an image and from code. */
const IMAGE: InputTexts = { image: IDENTIFIER, 'access-role-arn': ROLE };
const CODE: InputTexts = {
  'source-repository': 'https://github.com/team/hello',
  'connection-arn': arn('connection/github'),
  'source-branch': 'main',
  'configuration-source': 'API',
  runtime: 'NODEJS_22',
};

/** How a member is reached by inputs; by `service-config` all of them are. */
interface Reach {
  /** The inputs that name it, each with a text. */
  readonly by: InputTexts;
  /** What they make of the member; without them it is something else. */
  readonly value: unknown;
  /** What else it takes for a service. */
  readonly besides: InputTexts;
}

const on =
  (besides: InputTexts) =>
  (by: InputTexts, value: unknown, more: InputTexts = {}): Reach => ({
    by,
    value,
    besides: { ...besides, ...more },
  });
const image = on(IMAGE);
const code = on(CODE);
/** A member of both kinds of source, or of none, is tried with an image. */
const service = image;

const SECRETS = { 'environment-secrets': `KEY=${SECRET}` };
const HTTP = { 'health-check-path': '/up' };
const NEEDS_ROLE = { 'instance-role-arn': INSTANCE_ROLE };
const REPOSITORY = 'SourceConfiguration.CodeRepository';
const VALUES = `${REPOSITORY}.CodeConfiguration.CodeConfigurationValues`;
const IMAGES = 'SourceConfiguration.ImageRepository';
const RUN = `${IMAGES}.ImageConfiguration`;
const HEALTH = 'HealthCheckConfiguration';
const NETWORK = 'NetworkConfiguration';
const TRACES = arn('observabilityconfiguration/traces/1');
const SCALING = arn('autoscalingconfiguration/busy/1');
const CONNECTOR = arn('vpcconnector/private/1');

const REACH: Readonly<Record<string, Reach>> = {
  ServiceName: service({ service: 'other-api' }, 'other-api'),
  [`${REPOSITORY}.RepositoryUrl`]: code({ 'source-repository': OTHER_CODE }, OTHER_CODE),
  [`${REPOSITORY}.SourceCodeVersion.Type`]: on({ ...CODE, 'source-branch': '' })(
    { 'source-branch': 'next' },
    'BRANCH',
  ),
  [`${REPOSITORY}.SourceCodeVersion.Value`]: code({ 'source-branch': 'next' }, 'next'),
  [`${REPOSITORY}.CodeConfiguration.ConfigurationSource`]: code(
    { 'configuration-source': 'REPOSITORY', runtime: '' },
    'REPOSITORY',
  ),
  [`${VALUES}.Runtime`]: code({ runtime: 'PYTHON_311' }, 'PYTHON_311'),
  [`${VALUES}.BuildCommand`]: code({ 'build-command': 'npm ci' }, 'npm ci'),
  [`${VALUES}.StartCommand`]: code({ 'start-command': 'npm start' }, 'npm start'),
  [`${VALUES}.Port`]: code({ port: '3000' }, '3000'),
  [`${VALUES}.RuntimeEnvironmentVariables`]: code(
    { 'environment-variables': 'NAME=Jane' },
    { NAME: 'Jane' },
  ),
  [`${VALUES}.RuntimeEnvironmentSecrets`]: code(SECRETS, { KEY: SECRET }, NEEDS_ROLE),
  [`${REPOSITORY}.SourceDirectory`]: code({ 'source-directory': '/api' }, '/api'),
  [`${IMAGES}.ImageIdentifier`]: image({ image: OTHER_IMAGE }, OTHER_IMAGE),
  [`${RUN}.RuntimeEnvironmentVariables`]: image(
    { 'environment-variables': 'NAME=Jane' },
    { NAME: 'Jane' },
  ),
  [`${RUN}.StartCommand`]: image({ 'start-command': 'npm start' }, 'npm start'),
  [`${RUN}.Port`]: image({ port: '3000' }, '3000'),
  [`${RUN}.RuntimeEnvironmentSecrets`]: image(SECRETS, { KEY: SECRET }, NEEDS_ROLE),
  [`${IMAGES}.ImageRepositoryType`]: image(
    { image: 'public.ecr.aws/team/hello:1', 'access-role-arn': '' },
    'ECR_PUBLIC',
  ),
  'SourceConfiguration.AutoDeploymentsEnabled': service({ 'auto-deployments': 'true' }, true),
  'SourceConfiguration.AuthenticationConfiguration.ConnectionArn': code(
    { 'connection-arn': arn('connection/other') },
    arn('connection/other'),
  ),
  'SourceConfiguration.AuthenticationConfiguration.AccessRoleArn': image(
    { 'access-role-arn': `${ROLE}-2` },
    `${ROLE}-2`,
  ),
  'InstanceConfiguration.Cpu': service({ cpu: '2 vCPU' }, '2048', { memory: '4 GB' }),
  'InstanceConfiguration.Memory': service({ memory: '3 GB' }, '3072'),
  'InstanceConfiguration.InstanceRoleArn': service(NEEDS_ROLE, INSTANCE_ROLE),
  'Tags[0].Key': service({ tags: 'team=web' }, 'team'),
  'Tags[0].Value': service({ tags: 'team=web' }, 'web'),
  'EncryptionConfiguration.KmsKey': service({ 'kms-key-arn': KEY }, KEY),
  [`${HEALTH}.Protocol`]: service({ 'health-check-protocol': 'HTTP' }, 'HTTP'),
  [`${HEALTH}.Path`]: service(HTTP, '/up'),
  [`${HEALTH}.Interval`]: service({ 'health-check-interval': '7' }, 7),
  [`${HEALTH}.Timeout`]: service({ 'health-check-timeout': '6' }, 6),
  [`${HEALTH}.HealthyThreshold`]: service({ 'health-check-healthy-threshold': '3' }, 3),
  [`${HEALTH}.UnhealthyThreshold`]: service({ 'health-check-unhealthy-threshold': '4' }, 4),
  AutoScalingConfigurationArn: service({ 'auto-scaling-configuration-arn': SCALING }, SCALING),
  [`${NETWORK}.EgressConfiguration.EgressType`]: service({ 'vpc-connector-arn': CONNECTOR }, 'VPC'),
  [`${NETWORK}.EgressConfiguration.VpcConnectorArn`]: service(
    { 'vpc-connector-arn': CONNECTOR },
    CONNECTOR,
  ),
  [`${NETWORK}.IngressConfiguration.IsPubliclyAccessible`]: service(
    { 'publicly-accessible': 'false' },
    false,
  ),
  [`${NETWORK}.IpAddressType`]: service({ 'ip-address-type': 'DUAL_STACK' }, 'DUAL_STACK'),
  'ObservabilityConfiguration.ObservabilityEnabled': service(
    { 'observability-configuration-arn': TRACES },
    true,
  ),
  'ObservabilityConfiguration.ObservabilityConfigurationArn': service(
    { 'observability-configuration-arn': TRACES },
    TRACES,
  ),
};

/** The request that these inputs make for a service that is not there yet. */
async function requestOf(texts: InputTexts): Promise<CreateServiceRequest> {
  const { ports } = fakePorts();
  const env = { ...ports.env, GITHUB_WORKSPACE: EXAMPLES };
  const inputs = await withDocument(createInputs(texts), { ...ports, env });
  const { service: name, source, settings } = inputs;
  const decision = decide(name, undefined, deployedSource(source, undefined), settings);
  if (decision.kind !== 'create') throw new Error(decision.kind);
  return decision.request;
}

/** The documents that have every member; each deploys the service that it names. */
const DOCUMENTS: Readonly<Record<string, InputTexts>> = {
  'image.yaml': { service: 'hello-api' },
  'code.yaml': { service: 'hello-code', 'instance-role-arn': INSTANCE_ROLE },
};

describe('every member of CreateService', () => {
  it('is in the table below', () => {
    expect(Object.keys(REACH)).toEqual(valuesOf('CreateServiceRequest'));
  });

  it.each(Object.entries(REACH))(
    '%s is reached by input',
    async (member, { by, value, besides }) => {
      expect(Object.keys(actionFile().inputs)).toEqual(expect.arrayContaining(Object.keys(by)));
      expect(at(await requestOf({ ...besides, ...by }), member)).toEqual(value);
      // There is no service at all without some of them.
      const without = await requestOf(besides).catch(() => undefined);
      expect(at(without, member)).not.toEqual(value);
    },
  );

  it.each(Object.keys(REACH))('%s is reached by service-config', async (member) => {
    const found: unknown[] = [];
    for (const [file, texts] of Object.entries(DOCUMENTS)) {
      const said = at(parse(await readFile(EXAMPLES + file, 'utf8')), member);
      const sent = at(await requestOf({ 'service-config': file, ...texts }), member);
      if (said === undefined) continue;
      expect(sent).toEqual(UNITS[`${said}`] ?? said);
      found.push(sent);
    }
    expect(found).not.toEqual([]);
  });
});

/** App Runner's own form of a size. */
const UNITS: Readonly<Record<string, string>> = { '1 vCPU': '1024', '2 GB': '2048' };
