import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { createDockerRuntime } from '../../local-aws/runtime/docker.ts';
import { type LocalAws, startLocalAws } from '../../local-aws/start.ts';
import { need, pushApplication, run } from './machine.ts';
import { preparedRegistry } from './prepared.ts';

jest.setTimeout(180_000);

const app = (version: number) =>
  `require('http').createServer((q, r) => r.end('version ${version} ' + process.env.GREETING)).listen(process.env.PORT)`;

let aws: LocalAws;
let scratch: string;

const cli = async (...args: readonly string[]): Promise<unknown> => {
  const env = { ...process.env, ...aws.env, AWS_PAGER: '', HOME: scratch };
  const text = await run('aws', ['--output', 'json', ...args], { env });
  return text === '' ? undefined : JSON.parse(text);
};

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inner, key) => (isJson(inner) ? inner[key] : undefined), value);

const pushVersion = async (version: number): Promise<void> => {
  const env = { ...process.env, ...aws.env, HOME: scratch };
  const password = await run('aws', ['ecr', 'get-login-password'], { env });
  const name = `${aws.registryHost}/walk:${version}`;
  await pushApplication(name, app(version), { password, configuration: scratch });
};

const source = (version: number): string => {
  const image = `${aws.accountId}.dkr.ecr.${aws.region}.amazonaws.com/walk:${version}`;
  return JSON.stringify({
    ImageRepository: {
      ImageIdentifier: image,
      ImageRepositoryType: 'ECR',
      ImageConfiguration: { Port: '3000', RuntimeEnvironmentVariables: { GREETING: 'hi' } },
    },
    AutoDeploymentsEnabled: false,
    AuthenticationConfiguration: { AccessRoleArn: `arn:aws:iam::${aws.accountId}:role/access` },
  });
};

beforeAll(async () => {
  await need('aws', 'install the AWS CLI, for example with `pip install awscli`.');
  scratch = await mkdtemp(join(tmpdir(), 'aws-cli-test-'));
  aws = await startLocalAws({
    registry: preparedRegistry(),
    runtime: await createDockerRuntime(),
    region: 'eu-west-1',
  });
});

afterAll(async () => {
  await aws?.close();
  await rm(scratch, { recursive: true, force: true });
});

it("walks with the AWS CLI through a service's life", async () => {
  const status = async (arn: string) =>
    at(await cli('apprunner', 'describe-service', '--service-arn', arn), 'Service', 'Status');
  const wait = () => aws.appRunner.idle();

  await cli('ecr', 'create-repository', '--repository-name', 'walk');
  await pushVersion(1);
  const created = await cli(
    ...['apprunner', 'create-service', '--service-name', 'walk'],
    ...['--source-configuration', source(1)],
    ...['--instance-configuration', 'Cpu=0.5 vCPU,Memory=1 GB'],
    ...['--health-check-configuration', 'Protocol=HTTP,Path=/,Interval=1'],
    ...['--tags', 'Key=team,Value=a'],
  );
  const arn = String(at(created, 'Service', 'ServiceArn'));
  const url = String(at(created, 'Service', 'ServiceUrl'));
  expect(at(created, 'Service', 'Status')).toBe('OPERATION_IN_PROGRESS');
  await wait();
  expect(await status(arn)).toBe('RUNNING');
  expect(await (await fetch(url)).text()).toBe('version 1 hi');

  const list = await cli('apprunner', 'list-services');
  expect(at(list, 'ServiceSummaryList', 0)).toMatchObject({ ServiceName: 'walk', ServiceArn: arn });

  await pushVersion(2);
  const update = ['apprunner', 'update-service', '--service-arn', arn];
  await cli(...update, '--source-configuration', source(2));
  await wait();
  expect(await (await fetch(url)).text()).toBe('version 2 hi');

  await cli('apprunner', 'pause-service', '--service-arn', arn);
  await wait();
  expect(await status(arn)).toBe('PAUSED');
  await expect(cli(...update)).rejects.toThrow(
    /InvalidStateException.*Service cannot be updated in the current state: PAUSED/,
  );
  await cli('apprunner', 'resume-service', '--service-arn', arn);
  await wait();
  expect(await (await fetch(url)).text()).toBe('version 2 hi');

  const tags = await cli('apprunner', 'list-tags-for-resource', '--resource-arn', arn);
  expect(tags).toEqual({ Tags: [{ Key: 'team', Value: 'a' }] });

  await cli('apprunner', 'delete-service', '--service-arn', arn);
  await wait();
  expect(await status(arn)).toBe('DELETED');
  const operations = await cli('apprunner', 'list-operations', '--service-arn', arn);
  const rows = at(operations, 'OperationSummaryList');
  const summary = Array.isArray(rows)
    ? rows.map((row) => `${at(row, 'Type')} ${at(row, 'Status')}`)
    : [];
  expect(summary).toEqual([
    'DELETE_SERVICE SUCCEEDED',
    'RESUME_SERVICE SUCCEEDED',
    'PAUSE_SERVICE SUCCEEDED',
    'UPDATE_SERVICE SUCCEEDED',
    'CREATE_SERVICE SUCCEEDED',
  ]);
});

it('walks with the AWS CLI from a domain to its records and back', async () => {
  const arn = await aws.appRunner.seed({ ServiceName: 'domain' });
  const zone = aws.route53.seedZone({ name: 'example.com' });
  const before = aws.route53.records(zone);
  const domain = ['--service-arn', arn, '--domain-name', 'app.example.com'];
  const associated = await cli(
    ...['apprunner', 'associate-custom-domain', ...domain, '--no-enable-www-subdomain'],
  );
  const target = at(associated, 'DNSTarget');
  await aws.appRunner.idle();
  const look = () => cli('apprunner', 'describe-custom-domains', '--service-arn', arn);
  const pending = at(await look(), 'CustomDomains', 0);
  expect(at(pending, 'Status')).toBe('pending_certificate_dns_validation');

  const rows = at(pending, 'CertificateValidationRecords');
  const cname = (Name: unknown, Value: unknown) => ({
    ...{ Name, Type: 'CNAME', TTL: 300 },
    ResourceRecords: [{ Value }],
  });
  const records = [
    cname('app.example.com', target),
    ...(Array.isArray(rows) ? rows.map((row) => cname(at(row, 'Name'), at(row, 'Value'))) : []),
  ];
  const change = (Action: string) =>
    cli(
      ...['route53', 'change-resource-record-sets', '--hosted-zone-id', zone, '--change-batch'],
      JSON.stringify({
        Changes: records.map((ResourceRecordSet) => ({ Action, ResourceRecordSet })),
      }),
    );
  const changed = await change('CREATE');
  const got = await cli('route53', 'get-change', '--id', String(at(changed, 'ChangeInfo', 'Id')));
  expect(at(got, 'ChangeInfo', 'Status')).toBe('INSYNC');
  await aws.appRunner.idle();
  expect(at(await look(), 'CustomDomains', 0, 'Status')).toBe('active');
  await expect(change('CREATE')).rejects.toThrow(
    /InvalidChangeBatch.*Tried to create resource record set .*name='app.example.com.'/,
  );

  await cli('apprunner', 'disassociate-custom-domain', ...domain);
  await change('DELETE');
  await aws.appRunner.idle();
  expect(at(await look(), 'CustomDomains')).toEqual([]);
  const listed = await cli('route53', 'list-resource-record-sets', '--hosted-zone-id', zone);
  expect(at(listed, 'ResourceRecordSets')).toEqual(before);
});

it("reads a failed service's logs with the AWS CLI", async () => {
  const created = await cli(
    ...['apprunner', 'create-service', '--service-name', 'fails'],
    ...['--source-configuration', source(9)],
  );
  const arn = String(at(created, 'Service', 'ServiceArn'));
  await aws.appRunner.idle();
  const group = `/aws/apprunner/${arn.split('/').slice(-2).join('/')}/service`;
  const events = await cli('logs', 'filter-log-events', '--log-group-name', group);
  expect(JSON.stringify(events)).toContain('Failed to copy the image from ECR');
});
