import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkTrustPolicy, type TrustPolicy, trusts } from '../../../local-aws/sts/trust-policy.ts';
import { ACCESS_POLICIES, FEATURES } from '../../../scripts/setup/features.ts';
import { type Place, policyAt } from '../../../scripts/setup/policies.ts';
import { TEMPLATE, withPolicies } from '../../../scripts/setup/template.ts';
import { LIFECYCLE_POLICY, newRepository } from '../../../src/image/new-repository.ts';
import { parseTemplate, stackOf } from '../../support/setup/cloudformation.ts';
import { EVERYTHING, MANAGED_PULL, TRUST } from '../../support/setup/expected.ts';
import { PLACE } from '../../support/setup/scenarios.ts';

const text = readFileSync(TEMPLATE, 'utf8');
const template = parseTemplate(text);

const PROVIDER = 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com';
const BASE = { GitHubRepository: 'octo/hello', Service: 'hello' };

interface Role {
  readonly RoleName: string;
  readonly MaxSessionDuration?: string;
  readonly AssumeRolePolicyDocument: TrustPolicy;
  readonly Policies: readonly { readonly PolicyName: string; readonly PolicyDocument: object }[];
}

function rolesOf(parameters: Readonly<Record<string, string>>) {
  const { resources, outputs } = stackOf(template, { ...BASE, ...parameters });
  const { DeployRole, AccessRole, NewInstanceRole } = resources;
  return {
    resources,
    outputs,
    deploy: Object(DeployRole) as Role,
    access: Object(AccessRole) as Role,
    instance: NewInstanceRole as Role | undefined,
  };
}

const policiesOf = ({ Policies }: Role) =>
  Object.fromEntries(
    Policies.map(({ PolicyName, PolicyDocument }) => [PolicyName, PolicyDocument]),
  );

const policiesAt = (names: readonly string[], place: Place) =>
  Object.fromEntries(names.map((name) => [name, policyAt(name, place)]));

it('the template has the policies of the data between its markers', () => {
  expect(withPolicies(text)).toBe(text);
});

describe('the roles of a stack', () => {
  it('have what a plain deployment needs, and no more', () => {
    const { deploy, access, outputs } = rolesOf({});
    expect(deploy.RoleName).toBe('deploy-hello');
    expect(deploy.MaxSessionDuration).toBe('3600');
    expect(policiesOf(deploy)).toEqual(policiesAt(['deploy'], PLACE));
    expect(policiesOf(access)).toEqual(policiesAt(['pull'], PLACE));
    expect(outputs).toEqual({
      RoleArn: 'arn:aws:iam::123456789012:role/deploy-hello',
      AccessRoleArn: PLACE.access_role_arn,
      Region: 'us-east-1',
      Repository: 'hello',
    });
  });

  it.each(
    EVERYTHING.filter(({ parameter }) => parameter !== 'Previews').map(
      (each) => [each.parameter, each] as const,
    ),
  )('have with %s its policy as well', (_, { parameter, value, policy }) => {
    const { deploy } = rolesOf({ [parameter]: value });
    const place = {
      ...PLACE,
      ...(parameter === 'ImageRepositoryArn' && { image_repository_arn: value }),
    };
    expect(policiesOf(deploy)).toEqual(policiesAt(['deploy', policy], place));
  });

  it('have every policy when all is wanted, within what IAM takes', () => {
    const all = Object.fromEntries(EVERYTHING.map(({ parameter, value }) => [parameter, value]));
    const { deploy, access, outputs, resources } = rolesOf(all);
    const place: Place = {
      ...PLACE,
      service: 'hello-pr-*',
      access_role_arn: 'arn:aws:iam::123456789012:role/preview-hello-ecr',
      instance_role_arn: 'arn:aws:iam::123456789012:role/preview-hello-instance',
    };
    const names = (policies: readonly { readonly name: string }[]) =>
      policies.map(({ name }) => name);
    expect(policiesOf(deploy)).toEqual(policiesAt(names(FEATURES), place));
    expect(policiesOf(access)).toEqual(policiesAt(names(ACCESS_POLICIES), place));
    expect(outputs.InstanceRoleArn).toBe(place.instance_role_arn);
    expect(resources).not.toHaveProperty('Images');
    // IAM and STS quotas: inline policies of a role, without white space.
    expect(JSON.stringify(deploy.Policies).length).toBeLessThan(10_240);
  });

  it('are for the names that are given', () => {
    const { deploy, outputs } = rolesOf({
      Service: 'A'.repeat(40),
      Previews: 'true',
      PreviewServices: `${'A'.repeat(18)}*-pr-*`,
      EcrRepository: 'team/hello',
      RoleName: 'R'.repeat(50),
      InstanceRole: 'arn:aws:iam::123456789012:role/mine',
    });
    expect(policiesOf(deploy)).toEqual(
      policiesAt(['deploy', 'previews', 'instance-role'], {
        ...PLACE,
        service: `${'A'.repeat(18)}*-pr-*`,
        repository: 'team/hello',
        access_role_arn: `arn:aws:iam::123456789012:role/${'R'.repeat(50)}-ecr`,
        instance_role_arn: 'arn:aws:iam::123456789012:role/mine',
      }),
    );
    expect(outputs).toMatchObject({
      Repository: 'team/hello',
      InstanceRoleArn: expect.stringMatching('mine'),
    });
  });

  it('have names that IAM takes, also for the longest service', () => {
    const { deploy, access, instance } = rolesOf({
      Service: 's'.repeat(40),
      Previews: 'true',
      InstanceRole: 'new',
    });
    for (const role of [deploy, access, instance]) expect(role?.RoleName.length).toBeLessThan(65);
  });

  it('are the right ones for App Runner to assume', () => {
    const { access, instance } = rolesOf({ InstanceRole: 'new' });
    const principals = [access, instance].map((role) =>
      role?.AssumeRolePolicyDocument.Statement.map(({ Principal }) => Principal),
    );
    expect(principals).toEqual([
      [{ Service: 'build.apprunner.amazonaws.com' }],
      [{ Service: 'tasks.apprunner.amazonaws.com' }],
    ]);
  });
});

it('the access role has the actions of the managed policy', () => {
  const actions = policyAt('pull', PLACE).Statement.flatMap(({ Action }) => Action);
  expect(actions.sort()).toEqual(MANAGED_PULL);
});

describe('the trust of the role', () => {
  it.each(TRUST)('with %o lets %s in: %s', (parameters, sub, let_in) => {
    const { deploy } = rolesOf(parameters);
    const policy = deploy.AssumeRolePolicyDocument;
    checkTrustPolicy(policy);
    const issuer = 'token.actions.githubusercontent.com';
    const keys = { [`${issuer}:aud`]: 'sts.amazonaws.com', [`${issuer}:sub`]: sub };
    expect(trusts(policy, { provider: PROVIDER, keys })).toBe(let_in);
    const forAnother = { ...keys, [`${issuer}:aud`]: 'https://github.com/octo' };
    expect(trusts(policy, { provider: PROVIDER, keys: forAnother })).toBe(false);
  });

  it('is in the provider that is made, or in the one that is there', () => {
    const made = rolesOf({});
    expect(made.resources.OidcProvider).toEqual({
      Url: 'https://token.actions.githubusercontent.com',
      ClientIdList: ['sts.amazonaws.com'],
    });
    const there = rolesOf({ OidcProviderArn: PROVIDER });
    expect(there.resources).not.toHaveProperty('OidcProvider');
    for (const { deploy } of [made, there]) {
      expect(deploy.AssumeRolePolicyDocument.Statement[0]?.Principal).toEqual({
        Federated: PROVIDER,
      });
    }
  });
});

describe('the ECR repository', () => {
  it('is as create-repository makes it', () => {
    const { Images } = rolesOf({}).resources;
    const wanted = newRepository('hello');
    expect(Images).toEqual({
      RepositoryName: 'hello',
      ImageScanningConfiguration: { ScanOnPush: wanted.imageScanningConfiguration?.scanOnPush },
      EncryptionConfiguration: { EncryptionType: wanted.encryptionConfiguration?.encryptionType },
      ImageTagMutability: wanted.imageTagMutability,
      ImageTagMutabilityExclusionFilters: wanted.imageTagMutabilityExclusionFilters?.map(
        ({ filter, filterType }) => ({
          ImageTagMutabilityExclusionFilterType: filterType,
          ImageTagMutabilityExclusionFilterValue: filter,
        }),
      ),
      LifecyclePolicy: { LifecyclePolicyText: expect.any(String) },
    });
    const { LifecyclePolicyText } = Object(Object(Images).LifecyclePolicy);
    expect(JSON.parse(LifecyclePolicyText)).toEqual(JSON.parse(LIFECYCLE_POLICY));
  });

  it('is not made where it is there, and it and the provider outlive the stack', () => {
    expect(rolesOf({ CreateEcrRepository: 'false' }).resources).not.toHaveProperty('Images');
    expect(template.Resources.Images?.DeletionPolicy).toBe('Retain');
    expect(template.Resources.OidcProvider?.DeletionPolicy).toBe('Retain');
  });
});

it.each([
  { GitHubRepository: 'hello' },
  { Branches: 'a,b,c,d,e' },
  { Branches: 'main, next' },
  { Service: 'hey' },
  { OidcProviderArn: 'arn:aws:iam::123456789012:oidc-provider/example.com' },
  { InstanceRole: 'hello' },
])('a stack with %o is refused', (parameters) => {
  expect(() => rolesOf(parameters)).toThrow(Object.keys(parameters)[0]);
});
