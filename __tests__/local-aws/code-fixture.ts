import type { RegisteredRepository } from '../../local-aws/apprunner/code/repositories.ts';
import { createMemoryRuntime } from '../../local-aws/runtime/memory.ts';
import type { InstanceSpec, Runtime } from '../../local-aws/runtime/runtime.ts';
import type { LocalAwsOptions } from '../../local-aws/start.ts';
import { repositoryUrl } from './apprunner-inputs.ts';
import { type AwsFixture, startFixture } from './aws-fixture.ts';

/** A local AWS with a connection that can be used, and what is in `repositoryUrl`. */
export const startWithCode = async (
  registered?: RegisteredRepository,
  options: LocalAwsOptions = {},
): Promise<{ readonly fixture: AwsFixture; readonly connection: string }> => {
  const fixture = await startFixture({ pace: 'quick', ...options });
  const { appRunner } = fixture.aws;
  const connection = appRunner.seedConnection({ ConnectionName: 'mine' });
  if (registered) appRunner.registerRepository(`${repositoryUrl}.git`, registered);
  return { fixture, connection };
};

/** A memory runtime that remembers what its containers were started with. */
export const recorded = (specs: InstanceSpec[]): Runtime =>
  createMemoryRuntime({
    script: (spec) => {
      specs.push(spec);
      return { kind: 'listens' };
    },
  });

/** A code configuration that comes from apprunner.yaml. */
export const fromFile = { CodeConfiguration: { ConfigurationSource: 'REPOSITORY' as const } };
