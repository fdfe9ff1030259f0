import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type LocalAws, startLocalAws } from '../../local-aws/start.ts';
import { checkTrustPolicy, type TrustPolicy, trusts } from '../../local-aws/sts/trust-policy.ts';
import { ACCESS_POLICIES, FEATURES } from '../../scripts/setup/features.ts';
import { type Place, policyAt } from '../../scripts/setup/policies.ts';
import { TRUST } from '../support/setup/expected.ts';
import { PLACE } from '../support/setup/scenarios.ts';
import { need, run } from './machine.ts';

jest.setTimeout(300_000);

const SETUP = fileURLToPath(new URL('../../examples/setup', import.meta.url));
const ISSUER = 'token.actions.githubusercontent.com';
const PROVIDER = `arn:aws:iam::123456789012:oidc-provider/${ISSUER}`;

/** A resource as a plan shows it. */
interface Planned {
  readonly type: string;
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
}

type Variables = Readonly<Record<string, unknown>>;

/** Whom a role trusts, by parameters of the CloudFormation template. */
const TRUSTED = [...Map.groupBy(TRUST, ([parameters]) => JSON.stringify(parameters)).values()];

const listOf = (names = '') => names.split(',').filter((name) => name !== '');

/** The template's parameters as Terraform has them. */
function variablesOf(parameters: Readonly<Record<string, string>>): Variables {
  const { Branches, Environments, Previews, GitHubRepository } = parameters;
  return {
    ...(Branches !== undefined && { branches: listOf(Branches) }),
    ...(Environments !== undefined && { environments: listOf(Environments) }),
    ...(Previews && { previews: true }),
    ...(GitHubRepository && { github_repository: GitHubRepository }),
  };
}

let aws: LocalAws;
let copy: string;

const terraform = (folder: string, ...args: readonly string[]): Promise<string> =>
  run('terraform', args, {
    cwd: join(copy, folder),
    env: { ...process.env, ...aws.env, TF_IN_AUTOMATION: '1', CHECKPOINT_DISABLE: '1' },
  });

/** Plans some set-ups, as modules of one configuration: a plan takes seconds. */
async function plan(folder: string, modules: Readonly<Record<string, Variables>>) {
  const module = Object.fromEntries(
    Object.entries(modules).map(([name, variables]) => [
      name,
      { source: '../terraform', github_repository: 'octo/hello', service: 'hello', ...variables },
    ]),
  );
  await mkdir(join(copy, folder));
  await writeFile(join(copy, folder, 'main.tf.json'), JSON.stringify({ module }));
  await terraform(folder, 'init', '-input=false', '-no-color');
  await terraform(folder, 'plan', '-input=false', '-no-color', '-out=plan');
  const shown = JSON.parse(await terraform(folder, 'show', '-json', 'plan'));
  const children: readonly { address: string; resources: Planned[] }[] =
    shown.planned_values.root_module.child_modules;
  return new Map(children.map(({ address, resources }) => [address, resources]));
}

let planned: ReadonlyMap<string, readonly Planned[]>;

const resourcesOf = (module: string) => planned.get(`module.${module}`) ?? [];

function named(module: string, type: string, name: string): readonly Planned[] {
  return resourcesOf(module).filter((each) => each.type === type && each.name === name);
}

function policiesOf(module: string, role: string) {
  return Object.fromEntries(
    named(module, 'aws_iam_role_policy', role).map(({ values }) => [
      values.name,
      JSON.parse(`${values.policy}`),
    ]),
  );
}

function trustOf(module: string, role: string): TrustPolicy {
  const [made] = named(module, 'aws_iam_role', role);
  return JSON.parse(`${made?.values.assume_role_policy}`);
}

const policiesAt = (names: readonly { readonly name: string }[], place: Place) =>
  Object.fromEntries(names.map(({ name }) => [name, policyAt(name, place)]));

beforeAll(async () => {
  await need('terraform', 'install it from https://developer.hashicorp.com/terraform/install.');
  copy = await mkdtemp(join(tmpdir(), 'setup-terraform-'));
  await cp(SETUP, copy, { recursive: true, filter: (path) => !path.includes('.terraform') });
  aws = await startLocalAws();
  planned = await plan('good', {
    plain: {},
    second: { oidc_provider_arn: `$\{module.plain.oidc_provider_arn}`, previews: true },
    everything: {
      previews: true,
      lifecycle_commands: true,
      tags: true,
      create_repository: true,
      auto_scaling: true,
      latest_revisions: true,
      private_service: true,
      image_repository_arn: PLACE.image_repository_arn,
      code_repository: true,
      instance_role: 'new',
      first_service: true,
      oidc_provider_arn: PROVIDER,
    },
    long: { service: 'Long'.repeat(10), previews: true, role_name: 'mine', instance_role: 'arn:x' },
    ...Object.fromEntries(
      TRUSTED.map(([[parameters] = [{}]], number) => [`trust${number}`, variablesOf(parameters)]),
    ),
  });
});

afterAll(async () => {
  await aws?.close();
  if (copy) await rm(copy, { recursive: true, force: true });
});

it('Terraform gives the roles what a plain deployment needs, and no more', () => {
  expect(policiesOf('plain', 'deploy')).toEqual(policiesAt([{ name: 'deploy' }], PLACE));
  expect(policiesOf('plain', 'access')).toEqual(policiesAt([{ name: 'pull' }], PLACE));
  expect(trustOf('plain', 'access').Statement[0]?.Principal).toEqual({
    Service: 'build.apprunner.amazonaws.com',
  });
  expect(
    resourcesOf('plain')
      .map(({ type, name }) => `${type}.${name}`)
      .sort(),
  ).toEqual([
    'aws_ecr_lifecycle_policy.images',
    'aws_ecr_repository.images',
    'aws_iam_openid_connect_provider.github',
    'aws_iam_role.access',
    'aws_iam_role.deploy',
    'aws_iam_role_policy.access',
    'aws_iam_role_policy.deploy',
  ]);
});

it('Terraform gives a role every policy when all is wanted', () => {
  const place = {
    ...PLACE,
    service: 'hello-pr-*',
    access_role_arn: 'arn:aws:iam::123456789012:role/preview-hello-ecr',
    instance_role_arn: 'arn:aws:iam::123456789012:role/preview-hello-instance',
  };
  expect(policiesOf('everything', 'deploy')).toEqual(policiesAt(FEATURES, place));
  expect(policiesOf('everything', 'access')).toEqual(policiesAt(ACCESS_POLICIES, place));
  expect(trustOf('everything', 'instance').Statement[0]?.Principal).toEqual({
    Service: 'tasks.apprunner.amazonaws.com',
  });
  expect(named('everything', 'aws_ecr_repository', 'images')).toEqual([]);
  expect(named('everything', 'aws_iam_openid_connect_provider', 'github')).toEqual([]);
});

it('Terraform makes one identity provider for several roles', () => {
  expect(named('second', 'aws_iam_openid_connect_provider', 'github')).toEqual([]);
  expect(trustOf('second', 'deploy').Statement[0]?.Principal).toEqual({ Federated: PROVIDER });
  expect(trustOf('plain', 'deploy').Statement[0]?.Principal).toEqual({ Federated: PROVIDER });
});

it('Terraform shortens the names of previews as the action does', () => {
  const features = ['deploy', 'previews', 'instance-role'].map((name) => ({ name }));
  expect(policiesOf('long', 'deploy')).toEqual(
    policiesAt(features, {
      ...PLACE,
      service: 'LongLongLongLongLo*-pr-*',
      repository: 'long'.repeat(10),
      access_role_arn: 'arn:aws:iam::123456789012:role/mine-ecr',
      instance_role_arn: 'arn:x',
    }),
  );
});

it.each(TRUSTED.map((cases, number) => [cases[0]?.[0], `trust${number}`, cases] as const))(
  'Terraform trusts with %o whom CloudFormation trusts',
  (_, module, cases) => {
    const policy = trustOf(module, 'deploy');
    checkTrustPolicy(policy);
    const lets = cases.map(([, sub]) => {
      const keys = { [`${ISSUER}:aud`]: 'sts.amazonaws.com', [`${ISSUER}:sub`]: sub };
      return [sub, trusts(policy, { provider: PROVIDER, keys })];
    });
    expect(lets).toEqual(cases.map(([, sub, letIn]) => [sub, letIn]));
  },
);

it('Terraform refuses names that can not be, and a role that nobody may assume', async () => {
  const inOneLine = async (folder: string, modules: Readonly<Record<string, Variables>>) => {
    const failed = await plan(folder, modules).then(
      () => 'it was planned',
      (error: unknown) => `${error}`,
    );
    return failed.replaceAll(/\s+/g, ' ');
  };
  const names = { one: { github_repository: 'hello' }, other: { service: 'hey' } };
  const wrong = await inOneLine('names', names);
  expect(wrong).toContain('github_repository must be OWNER/NAME');
  expect(wrong).toContain('service must be 4 to 40');
  expect(await inOneLine('nobody', { nobody: { branches: [] } })).toContain(
    'Name branches or environments, or set previews to true, so that somebody may assume the role.',
  );
});
