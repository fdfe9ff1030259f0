import fc from 'fast-check';

/** Text that is found again in any message. */
const SECRET = /^secret[a-z0-9]{14}$/;
const secret = fc.stringMatching(SECRET);

const region = fc.constantFrom('us-east-1', 'eu-central-1');
const account = fc.stringMatching(/^[0-9]{12}$/);
const id = fc.stringMatching(/^[0-9a-f]{32}$/);
const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{3,39}$/);

const resource = (kind: string) =>
  fc
    .tuple(region, account, name, id)
    .map((parts) => `arn:aws:apprunner:${parts[0]}:${parts[1]}:${kind}/${parts[2]}/1/${parts[3]}`);
const role = fc
  .tuple(account, fc.stringMatching(/^[\w+=,.@-]{1,60}$/))
  .map(([owner, called]) => `arn:aws:iam::${owner}:role/${called}`);
const key = fc
  .tuple(region, account, fc.uuid())
  .map(([at, owner, called]) => `arn:aws:kms:${at}:${owner}:key/${called}`);

const tag = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,40}$/);
const repository = fc.stringMatching(/^([a-z0-9]{1,9}[._-]){0,2}[a-z0-9]{1,9}$/);
const image = fc.oneof(
  fc.tuple(account, region, repository, tag).map(([owner, at, called, version]) => ({
    ImageIdentifier: `${owner}.dkr.ecr.${at}.amazonaws.com/${called}:${version}`,
    ImageRepositoryType: 'ECR',
  })),
  fc.tuple(repository, tag).map(([called, version]) => ({
    ImageIdentifier: `public.ecr.aws/hello/${called}:${version}`,
    ImageRepositoryType: 'ECR_PUBLIC',
  })),
);

/** One line of any characters, long enough to be told from others. */
const line = fc.stringMatching(/^[^\r\n\u2028\u2029]{4,40}$/);
const command = secret.map((text) => `run --password ${text}`);
const port = fc.integer({ min: 1, max: 65_535 }).map(String);
const small = fc.integer({ min: 1, max: 20 });

const variableName = fc.oneof(
  fc.constantFrom('A', 'B', 'constructor', 'toString', 'a.b', 'with space'),
  fc.stringMatching(/^[A-Z][A-Z0-9_]{0,8}$/).filter((text) => !text.startsWith('AWSAPPRUNNER')),
);
/** Both maps; App Runner takes no name in both. */
const environment = fc
  .dictionary(variableName, fc.tuple(fc.boolean(), fc.oneof(secret, fc.constant(''))), {
    maxKeys: 6,
  })
  .map((all) => {
    const entries = Object.entries(all);
    const of = (wanted: boolean) =>
      entries.flatMap(([key, [isVariable, value]]) =>
        isVariable !== wanted ? [] : [[key, wanted ? value : `arn:aws:ssm:::${value}`]],
      );
    return {
      RuntimeEnvironmentVariables: Object.fromEntries(of(true)),
      RuntimeEnvironmentSecrets: Object.fromEntries(of(false)),
    };
  });

/** Any part of a structure: each member is there or not. */
function some<T extends object>(members: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return fc.record(members, { requiredKeys: [] });
}

const withEnvironment = (rest: fc.Arbitrary<object>) =>
  fc.tuple(rest, environment).map(([one, two]) => ({ ...one, ...two }));

const imageRepository = fc
  .tuple(
    image,
    some({ ImageConfiguration: withEnvironment(some({ Port: port, StartCommand: command })) }),
  )
  .map(([one, two]) => ({ ...one, ...two }));

const codeRepository = some({
  RepositoryUrl: line,
  SourceCodeVersion: fc.record({ Type: fc.constant('BRANCH'), Value: line }),
  SourceDirectory: line,
  CodeConfiguration: some({
    ConfigurationSource: fc.constantFrom('API', 'REPOSITORY'),
    CodeConfigurationValues: withEnvironment(
      some({
        Runtime: fc.constantFrom('PYTHON_3', 'NODEJS_22', 'GO_1'),
        BuildCommand: command,
        StartCommand: command,
        Port: port,
      }),
    ),
  }),
});

const source = fc.oneof(
  fc.tuple(imageRepository, fc.boolean(), role).map(([repository, automatic, access]) => ({
    ImageRepository: repository,
    ...(repository.ImageRepositoryType === 'ECR' && {
      AutoDeploymentsEnabled: automatic,
      AuthenticationConfiguration: { AccessRoleArn: access },
    }),
  })),
  some({
    CodeRepository: codeRepository,
    AutoDeploymentsEnabled: fc.boolean(),
    AuthenticationConfiguration: some({ ConnectionArn: resource('connection') }),
  }),
);

/** Documents that App Runner takes, with every member of CreateService there or not. */
export const document = some({
  ServiceName: name,
  SourceConfiguration: source,
  InstanceConfiguration: fc
    .tuple(
      fc.constantFrom(
        { Cpu: '1 vCPU', Memory: '2 GB' },
        { Cpu: '1024', Memory: '4096' },
        { Cpu: '0.25 vCPU', Memory: '512' },
        { Memory: '12 GB' },
        {},
      ),
      some({ InstanceRoleArn: role }),
    )
    .map(([one, two]) => ({ ...one, ...two })),
  Tags: fc.uniqueArray(
    fc
      .tuple(
        line.filter((text) => !text.startsWith('aws:')),
        some({ Value: fc.oneof(line, fc.constant('')) }),
      )
      .map(([Key, rest]) => ({ Key, ...rest })),
    { selector: ({ Key }) => Key, maxLength: 4 },
  ),
  EncryptionConfiguration: fc.record({ KmsKey: key }),
  HealthCheckConfiguration: some({
    Protocol: fc.constantFrom('TCP', 'HTTP'),
    Path: line,
    Interval: small,
    Timeout: small,
    HealthyThreshold: small,
    UnhealthyThreshold: small,
  }),
  AutoScalingConfigurationArn: resource('autoscalingconfiguration'),
  NetworkConfiguration: some({
    EgressConfiguration: fc.oneof(
      fc.constant({ EgressType: 'DEFAULT' }),
      fc.record({ EgressType: fc.constant('VPC'), VpcConnectorArn: resource('vpcconnector') }),
    ),
    IngressConfiguration: some({ IsPubliclyAccessible: fc.boolean() }),
    IpAddressType: fc.constantFrom('IPV4', 'DUAL_STACK'),
  }),
  ObservabilityConfiguration: fc
    .tuple(
      fc.boolean(),
      some({ ObservabilityConfigurationArn: resource('observabilityconfiguration') }),
    )
    .map(([on, rest]) => ({ ObservabilityEnabled: on, ...rest })),
});
