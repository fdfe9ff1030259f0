import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startLocalAws } from '../../local-aws/start.ts';
import { type AwsFixture, refusal, startFixture } from '../local-aws/aws-fixture.ts';
import { registryBehaviour } from '../support/registry-behaviour.ts';
import { preparedRegistry } from './prepared.ts';

describe('a real registry behind the local ECR', () => {
  let fixture: AwsFixture;

  beforeAll(async () => {
    fixture = await startFixture({ registry: preparedRegistry() });
  }, 60_000);

  afterAll(() => fixture?.close());

  registryBehaviour(() => fixture);
});

describe('a registry that can not be started', () => {
  it('is named in the error', async () => {
    const path = '/nonexistent/docker-registry';
    const { text } = await refusal(startLocalAws({ registry: { kind: 'binary', path } }));
    expect(text).toBe(`Could not start the registry ${path}`);
  });
});
