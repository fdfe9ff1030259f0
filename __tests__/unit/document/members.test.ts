import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { loadModel, shapeOf } from '../../../local-aws/models/model.ts';
import { checkDocument } from '../../../src/document/check.ts';
import { parseDocument } from '../../../src/document/parse.ts';
import { readServiceConfig } from '../../../src/document/read.ts';
import { problemsOf } from './problems.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples/service-config/', import.meta.url));
const model = loadModel('apprunner');

/** Every member of a shape of the API model, by path. */
function membersOf(name: string, path: string): string[] {
  const shape = shapeOf(model, name);
  if (shape.type === 'list') return membersOf(shape.member ?? '', `${path}[0]`);
  return Object.entries(shape.members ?? {}).flatMap(([member, to]) => {
    const inner = path === '' ? member : `${path}.${member}`;
    return [inner, ...membersOf(to, inner)];
  });
}

/** Every member of a document, by path; names of a map's own are none. */
function namedIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || path.includes('.RuntimeEnvironment'))
    return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const step = Array.isArray(value) ? `[${name}]` : path === '' ? name : `.${name}`;
    return [...(Array.isArray(value) ? [] : [path + step]), ...namedIn(member, path + step)];
  });
}

const CODE = 'SourceConfiguration.CodeRepository';
const VALUES = `${CODE}.CodeConfiguration.CodeConfigurationValues`;
const IMAGE = 'SourceConfiguration.ImageRepository';

/** What a document can say: all of CreateService. */
const MEMBERS = [
  'ServiceName',
  'SourceConfiguration',
  CODE,
  `${CODE}.RepositoryUrl`,
  `${CODE}.SourceCodeVersion`,
  `${CODE}.SourceCodeVersion.Type`,
  `${CODE}.SourceCodeVersion.Value`,
  `${CODE}.CodeConfiguration`,
  `${CODE}.CodeConfiguration.ConfigurationSource`,
  VALUES,
  `${VALUES}.Runtime`,
  `${VALUES}.BuildCommand`,
  `${VALUES}.StartCommand`,
  `${VALUES}.Port`,
  `${VALUES}.RuntimeEnvironmentVariables`,
  `${VALUES}.RuntimeEnvironmentSecrets`,
  `${CODE}.SourceDirectory`,
  IMAGE,
  `${IMAGE}.ImageIdentifier`,
  `${IMAGE}.ImageConfiguration`,
  `${IMAGE}.ImageConfiguration.RuntimeEnvironmentVariables`,
  `${IMAGE}.ImageConfiguration.StartCommand`,
  `${IMAGE}.ImageConfiguration.Port`,
  `${IMAGE}.ImageConfiguration.RuntimeEnvironmentSecrets`,
  `${IMAGE}.ImageRepositoryType`,
  'SourceConfiguration.AutoDeploymentsEnabled',
  'SourceConfiguration.AuthenticationConfiguration',
  'SourceConfiguration.AuthenticationConfiguration.ConnectionArn',
  'SourceConfiguration.AuthenticationConfiguration.AccessRoleArn',
  'InstanceConfiguration',
  'InstanceConfiguration.Cpu',
  'InstanceConfiguration.Memory',
  'InstanceConfiguration.InstanceRoleArn',
  'Tags',
  'Tags[0].Key',
  'Tags[0].Value',
  'EncryptionConfiguration',
  'EncryptionConfiguration.KmsKey',
  'HealthCheckConfiguration',
  'HealthCheckConfiguration.Protocol',
  'HealthCheckConfiguration.Path',
  'HealthCheckConfiguration.Interval',
  'HealthCheckConfiguration.Timeout',
  'HealthCheckConfiguration.HealthyThreshold',
  'HealthCheckConfiguration.UnhealthyThreshold',
  'AutoScalingConfigurationArn',
  'NetworkConfiguration',
  'NetworkConfiguration.EgressConfiguration',
  'NetworkConfiguration.EgressConfiguration.EgressType',
  'NetworkConfiguration.EgressConfiguration.VpcConnectorArn',
  'NetworkConfiguration.IngressConfiguration',
  'NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible',
  'NetworkConfiguration.IpAddressType',
  'ObservabilityConfiguration',
  'ObservabilityConfiguration.ObservabilityEnabled',
  'ObservabilityConfiguration.ObservabilityConfigurationArn',
];

const example = (file: string) => readServiceConfig(file, EXAMPLES);

describe('every member of CreateService', () => {
  it('is one of these', () => {
    expect(membersOf('CreateServiceRequest', '')).toEqual(MEMBERS);
  });

  it.each(MEMBERS)('can be said in a document: %s', async (member) => {
    const named = [...namedIn(await example('image.yaml')), ...namedIn(await example('code.yaml'))];
    expect(named).toContain(member);
  });
});

describe('the examples', () => {
  it.each(readdirSync(EXAMPLES).filter((file) => !file.endsWith('.md')))(
    'pass the check: %s',
    async (file) => {
      expect(await example(file)).toMatchObject({ ServiceName: expect.any(String) });
    },
  );

  it.each([
    ['aws-cli-code.json', 'CodeRepository'],
    ['aws-cli-image.json', 'ImageRepository'],
  ])('of the AWS CLI keep all they say: %s', async (file, source) => {
    const written = JSON.parse(readFileSync(EXAMPLES + file, 'utf8'));
    const read = await example(file);
    const variables = { RuntimeEnvironmentVariables: { NAME: 'Jane' } };
    expect(read).toMatchObject(
      source === 'ImageRepository'
        ? { SourceConfiguration: { [source]: { ImageConfiguration: variables } } }
        : {
            SourceConfiguration: {
              [source]: { CodeConfiguration: { CodeConfigurationValues: variables } },
            },
          },
    );
    // Beside the variables, which AWS writes as a list, nothing is changed.
    const text = JSON.stringify(written).replace('[{"NAME":"Jane"}]', '{"NAME":"Jane"}');
    expect(read).toEqual(JSON.parse(text));
  });
});

/** What `aws apprunner create-service --generate-cli-skeleton` prints (AWS CLI 1.45.11), which takes any word of an enum. */
const SKELETON = readFileSync(new URL('./cli-skeleton.json', import.meta.url), 'utf8');

describe("the AWS CLI's skeleton", () => {
  it.each(['json', 'yaml'] as const)(
    'has the right shape as %s: only its blanks are refused',
    async (format) => {
      const skeleton = await parseDocument(SKELETON, format);
      expect(namedIn(skeleton).sort()).toEqual([...MEMBERS].sort());
      const problems = await problemsOf(() => checkDocument(skeleton));
      const blanks = problems.filter((problem) => / (is empty\.|is 0; allowed:)/.test(problem));
      expect(blanks).toHaveLength(27);
      expect(problems.slice(blanks.length)).toEqual([
        'SourceConfiguration has CodeRepository and ImageRepository; App Runner takes one of them.',
        'SourceConfiguration.AutoDeploymentsEnabled is true, and App Runner makes no automatic deployments from ECR Public. Write false, or remove it.',
      ]);
    },
  );
});
