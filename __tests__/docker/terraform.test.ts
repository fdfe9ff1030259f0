import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateRepositoryCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
} from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { createDockerRuntime } from '../../local-aws/runtime/docker.ts';
import { type LocalAws, startLocalAws } from '../../local-aws/start.ts';
import { need, pushApplication, run } from './machine.ts';
import { preparedRegistry } from './prepared.ts';

jest.setTimeout(300_000);

/** The resources as people write them; `tag` and `greeting` are what changes. */
const configuration = `
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
provider "aws" {}
variable "tag" {}
variable "greeting" {}
variable "registry" {}
resource "aws_apprunner_auto_scaling_configuration_version" "small" {
  auto_scaling_configuration_name = "small"
  max_concurrency                 = 50
  max_size                        = 3
}
resource "aws_apprunner_service" "hello" {
  service_name                   = "hello"
  auto_scaling_configuration_arn = aws_apprunner_auto_scaling_configuration_version.small.arn
  source_configuration {
    auto_deployments_enabled = false
    authentication_configuration {
      access_role_arn = "arn:aws:iam::123456789012:role/access"
    }
    image_repository {
      image_identifier      = "\${var.registry}/hello:\${var.tag}"
      image_repository_type = "ECR"
      image_configuration {
        port                          = "3000"
        runtime_environment_variables = { GREETING = var.greeting }
      }
    }
  }
  health_check_configuration {
    protocol = "HTTP"
    path     = "/"
    interval = 1
  }
  instance_configuration {
    cpu    = "1 vCPU"
    memory = "3 GB"
  }
  # App Runner always answers this block, and Terraform 5.100 shows what it reads but was not told.
  observability_configuration {
    observability_enabled = false
  }
  tags = { team = "a" }
}
output "url" { value = aws_apprunner_service.hello.service_url }
`;

let aws: LocalAws;
let scratch: string;

const terraform = (...args: readonly string[]): Promise<string> =>
  run('terraform', args, {
    cwd: scratch,
    env: { ...process.env, ...aws.env, TF_IN_AUTOMATION: '1', CHECKPOINT_DISABLE: '1' },
  });

const variables = (tag: string, greeting: string): string[] => [
  `-var=tag=${tag}`,
  `-var=greeting=${greeting}`,
  `-var=registry=${aws.accountId}.dkr.ecr.${aws.region}.amazonaws.com`,
];

/** Fails with what Terraform would change, if it finds a difference. */
const expectNoChange = async (tag: string, greeting: string): Promise<void> => {
  const plan = await terraform('plan', '-no-color', ...variables(tag, greeting));
  expect(plan).toContain('No changes. Your infrastructure matches the configuration.');
};

const app = (tag: string) =>
  `require('http').createServer((q, r) => r.end('version ${tag} ' + process.env.GREETING)).listen(process.env.PORT)`;

const push = async (ecr: ECRClient, tag: string): Promise<void> => {
  const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand());
  const token = Buffer.from(authorizationData?.[0]?.authorizationToken ?? '', 'base64').toString();
  const password = token.slice(token.indexOf(':') + 1);
  const name = `${aws.registryHost}/hello:${tag}`;
  await pushApplication(name, app(tag), { password, configuration: scratch });
};

beforeAll(async () => {
  await need('terraform', 'install it from https://developer.hashicorp.com/terraform/install.');
  scratch = await mkdtemp(join(tmpdir(), 'terraform-test-'));
  aws = await startLocalAws({
    registry: preparedRegistry(),
    runtime: await createDockerRuntime(),
    region: 'eu-west-1',
  });
  await writeFile(join(scratch, 'main.tf'), configuration);
  try {
    await terraform('init', '-no-color');
  } catch (cause) {
    throw new Error(
      'This test needs the hashicorp/aws provider of Terraform: let terraform reach registry.terraform.io, or name a directory that mirrors it in TF_CLI_ARGS_init=-plugin-dir=DIRECTORY.',
      { cause },
    );
  }
});

afterAll(async () => {
  await aws?.close();
  await rm(scratch, { recursive: true, force: true });
});

it("lives with Terraform's aws_apprunner_service through apply, plan, change and destroy", async () => {
  const ecr = new ECRClient(aws.clientConfig);
  await ecr.send(new CreateRepositoryCommand({ repositoryName: 'hello' }));
  await push(ecr, 'one');
  await push(ecr, 'two');

  const apply = ['apply', '-no-color', '-auto-approve'];
  await terraform(...apply, ...variables('one', 'hi'));
  const url = await terraform('output', '-raw', 'url');
  expect(await (await fetch(url)).text()).toBe('version one hi');
  await expectNoChange('one', 'hi');

  await terraform(...apply, ...variables('two', 'hello'));
  expect(await terraform('output', '-raw', 'url')).toBe(url);
  expect(await (await fetch(url)).text()).toBe('version two hello');
  await expectNoChange('two', 'hello');

  const destroyed = await terraform(
    ...['destroy', '-no-color', '-auto-approve'],
    ...variables('two', 'hello'),
  );
  expect(destroyed).toContain('Destroy complete! Resources: 2 destroyed.');
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});
