import { setTimeout as sleep } from 'node:timers/promises';
import { AppRunnerClient } from '@aws-sdk/client-apprunner';
import { CreateRepositoryCommand, ECRClient } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMemoryRuntime, type Outcome } from '../../../local-aws/runtime/memory.ts';
import { type LocalAws, startLocalAws } from '../../../local-aws/start.ts';
import { appRunnerCalls } from '../../../src/aws/apprunner.ts';
import { ecrCalls } from '../../../src/aws/ecr.ts';
import { logsCalls } from '../../../src/aws/logs.ts';
import { findCause } from '../../../src/commands/cause.ts';
import { Progress } from '../../../src/commands/progress.ts';
import { annotation } from '../../../src/report/diagnosis.ts';
import { createInputs } from '../../support/create-inputs.ts';
import { ACCESS_ROLE } from '../../support/create-service.ts';
import { fakePorts } from '../../support/fake-ports.ts';
import { pushImage } from '../../support/registry-client.ts';

/** What becomes of the containers of a service, by its name, and the cause that is to be told. */
const FATES: readonly [string, Outcome, string][] = [
  [
    'exits',
    {
      kind: 'exits',
      code: 3,
      lines: ['starting', 'Error: DATABASE_URL is not set', '    at main (/app/server.js:3)'],
    },
    'exits: the container exited with code 3: Error: DATABASE_URL is not set',
  ],
  [
    'elsewhere',
    { kind: 'unhealthy', lines: ['Server listening on port 9000'] },
    "elsewhere: the application listens on port 9000, but the service's port is 8080",
  ],
  [
    'arm64',
    { kind: 'wrong-architecture' },
    'arm64: the image is not built for linux/amd64 (exec format error)',
  ],
  [
    'login',
    {
      kind: 'unhealthy',
      lines: ['listening on 8080', 'GET /private 401 1.2 ms', 'GET /private 401 0.8 ms'],
    },
    "login: the health check's GET /private on port 8080 is answered with 401",
  ],
];

let aws: LocalAws;
let image: string;

beforeAll(async () => {
  aws = await startLocalAws({
    pace: 'quick',
    runtime: createMemoryRuntime({
      script: ({ serviceName }) =>
        FATES.find(([name]) => name === serviceName)?.[1] ?? { kind: 'listens' },
    }),
  });
  const client = new ECRClient(aws.clientConfig);
  await client.send(new CreateRepositoryCommand({ repositoryName: 'hello' }));
  const { username, password } = await ecrCalls(client).login();
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  await pushImage({ host: aws.registryHost, authorization }, 'hello', '1');
  image = `${aws.registryHost}/hello:1`;
});

afterAll(() => aws.close());

/** Creates a service and waits until that has failed. */
async function create(name: string) {
  const appRunner = appRunnerCalls(new AppRunnerClient(aws.clientConfig));
  const since = Date.now();
  const { service, operationId } = await appRunner.create({
    ServiceName: name,
    SourceConfiguration: {
      ImageRepository: { ImageIdentifier: image, ImageRepositoryType: 'ECR' },
      AuthenticationConfiguration: { AccessRoleArn: ACCESS_ROLE },
      AutoDeploymentsEnabled: false,
    },
    ...(name === 'login' && { HealthCheckConfiguration: { Protocol: 'HTTP', Path: '/private' } }),
  });
  const serviceArn = `${service?.ServiceArn}`;
  while ((await appRunner.describe(serviceArn)).Status === 'OPERATION_IN_PROGRESS') {
    await sleep(200);
  }
  return { since, facts: { serviceName: name, serviceArn, operationId } };
}

describe('a service that can not be created, in the local AWS', () => {
  it.each(FATES)('has its cause in the first line: %s', async (name, _fate, cause) => {
    const { since, facts } = await create(name);
    const fakes = fakePorts();
    const { runner } = fakes;
    // The log's lines have the machine's own time.
    const ports = { ...fakes.ports, clock: { ...fakes.ports.clock, now: () => Date.now() } };
    const progress = new Progress();
    progress.learn(facts);
    const other = await ports.aws(aws.region).load();
    const job = {
      inputs: createInputs({ service: name }),
      ports,
      runner,
      progress,
      aws: { ...other, logs: async () => logsCalls(aws.clientConfig) },
    };
    await findCause(job, { since, until: since + 60_000, type: 'CREATE_SERVICE' });
    if (!progress.diagnosis) throw new Error(runner.text());
    expect(annotation('It failed.', progress.diagnosis).split('\n')[0]).toBe(cause);
    expect(runner.log).toEqual([
      "info: Reading App Runner's and the application's log for the cause.",
    ]);
  });
});
