import { UpdateServiceCommand } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import type { RegisteredRepository } from '../../local-aws/apprunner/code/repositories.ts';
import { createMemoryRuntime } from '../../local-aws/runtime/memory.ts';
import { closedAfterEach } from '../support/closed-after-each.ts';
import { virtualClock } from '../support/virtual-clock.ts';
import {
  codeSource,
  createService,
  describeService,
  operations,
  repositoryUrl,
  serviceLines,
} from './apprunner-inputs.ts';
import { fromFile, startWithCode } from './code-fixture.ts';

const start = closedAfterEach(startWithCode, ({ fixture }) => fixture.close());

describe('a build', () => {
  it('is told in the stream of all events, and what it prints in that of the operation alone', async () => {
    const { fixture, connection } = await start();
    const arn = await createService(fixture, { SourceConfiguration: codeSource(connection) });
    expect((await describeService(fixture, arn)).Status).toBe('RUNNING');
    const before = [
      '[AppRunner] Deployment with ID : ID started. Triggering event : SERVICE_CREATE',
      `[AppRunner] Deployment Artifact: [Repo Type: Source], [Repository: ${repositoryUrl}], [Branch: main], [SourceDirectory: /]`,
      `[AppRunner] Pulling source code from GITHUB Repository ( ${repositoryUrl} ).`,
      '[AppRunner] Successfully pulled your application source code.',
      '[AppRunner] Starting source code build.',
    ];
    const printed = [
      '[Build] Step 1/3 : COPY . /app',
      '[Build] Step 2/3 : WORKDIR /app/',
      '[Build] Step 3/3 : RUN pip install -r requirements.txt',
      expect.stringMatching(/^\[Build\] Successfully built [0-9a-f]{12}$/),
    ];
    const after = [
      '[AppRunner] Successfully built your application source code.',
      '[AppRunner] Provisioning instances and deploying image for publicly accessible service.',
      "[AppRunner] Performing health check on protocol `TCP` [Port: '3000'].",
      '[AppRunner] Health check is successful. Routing traffic to application.',
      '[AppRunner] Successfully routed incoming traffic to application.',
    ];
    expect(await serviceLines(fixture, arn)).toEqual([...before, ...printed, ...after]);
    expect((await serviceLines(fixture, arn, 'events')).slice(1, -1)).toEqual([
      ...before,
      ...after,
    ]);
  });

  it.each<[string, RegisteredRepository, object, string, string[]]>([
    [
      'a build command that fails',
      { buildLines: ['npm error 404'], buildFails: "Failed to execute 'build' command" },
      {},
      "Failed to execute 'build' command",
      ['[AppRunner] Starting source code build.', '[Build] npm error 404'],
    ],
    [
      'apprunner.yaml that is not there',
      { configurationFile: 'none' },
      fromFile,
      'App Runner configuration file apprunner.yaml not found',
      ['[AppRunner] Reading apprunner.yaml config file.'],
    ],
    [
      'a registered image that is not there',
      { image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/none:1' },
      {},
      "The image 123456789012.dkr.ecr.us-east-1.amazonaws.com/none:1 that is registered for it can't be pulled",
      [],
    ],
  ])('fails the creation by %s', async (_, registered, changes, reason, before) => {
    const { fixture, connection } = await start(registered);
    const source = codeSource(connection, changes);
    const arn = await createService(fixture, { SourceConfiguration: source });
    expect((await describeService(fixture, arn)).Status).toBe('CREATE_FAILED');
    expect(await operations(fixture, arn)).toEqual(['CREATE_SERVICE FAILED']);
    const lines = await serviceLines(fixture, arn);
    expect(lines).toEqual(expect.arrayContaining(before));
    expect(lines.slice(-2)).toEqual([
      `[AppRunner] Failed to build your application source code. Reason: ${reason}.`,
      '[AppRunner] Deployment with ID : ID failed. Failure reason : Failed to build your application source code.',
    ]);
  });

  it('that fails an update is rolled back, and the version before serves on', async () => {
    const { fixture, connection } = await start();
    const source = codeSource(connection);
    const ServiceArn = await createService(fixture, { SourceConfiguration: source });
    fixture.aws.appRunner.registerRepository(repositoryUrl, { buildFails: 'No' });
    const version = { SourceCodeVersion: { Type: 'BRANCH' as const, Value: 'next' } };
    const SourceConfiguration = codeSource(connection, version);
    await fixture.apprunner.send(new UpdateServiceCommand({ ServiceArn, SourceConfiguration }));
    await fixture.aws.appRunner.idle();
    expect(await operations(fixture, ServiceArn)).toEqual([
      'UPDATE_SERVICE ROLLBACK_SUCCEEDED',
      'CREATE_SERVICE SUCCEEDED',
    ]);
    const { Status, ServiceUrl = '', ...after } = await describeService(fixture, ServiceArn);
    expect(Status).toBe('RUNNING');
    expect(after.SourceConfiguration?.CodeRepository?.SourceCodeVersion?.Value).toBe('main');
    expect(await (await fetch(ServiceUrl)).json()).toMatchObject({
      image: `${repositoryUrl}#main`,
    });
  });

  it('seems to go well before an ending that a fault forces', async () => {
    const { fixture, connection } = await start();
    fixture.aws.faults.add({ kind: 'ending', end: 'FAILED' });
    const source = codeSource(connection);
    const arn = await createService(fixture, { SourceConfiguration: source });
    expect((await serviceLines(fixture, arn)).slice(2, 6)).toEqual([
      `[AppRunner] Pulling source code from GITHUB Repository ( ${repositoryUrl} ).`,
      '[AppRunner] Successfully pulled your application source code.',
      '[AppRunner] Starting source code build.',
      '[AppRunner] Successfully built your application source code.',
    ]);
    expect(await operations(fixture, arn)).toEqual(['CREATE_SERVICE FAILED']);
  });

  it('prints its lines over the time that it takes', async () => {
    const clock = virtualClock();
    const runtime = createMemoryRuntime({ clock, sockets: false });
    const registered = { buildLines: ['one', 'two', 'three'] };
    const { fixture, connection } = await start(registered, { clock, runtime, pace: 'app-runner' });
    const SourceConfiguration = codeSource(connection);
    let over = false;
    const created = createService(fixture, { SourceConfiguration }).finally(() => {
      over = true;
    });
    const began = clock.now();
    while (!over) {
      clock.step();
      await new Promise((resolve) => setImmediate(resolve));
    }
    const arn = await created;
    const [name, id] = arn.split('/').slice(-2);
    const streams = fixture.aws.logs.streams(`/aws/apprunner/${name}/${id}/service`);
    const minutes = [...(streams ?? [])]
      .flatMap(([stream, events]) => (stream === 'events' ? [] : events))
      .filter(({ message }) => message.startsWith('[Build]'))
      .map(({ message, timestamp }) => [message, Math.round((timestamp - began) / 60_000)]);
    expect(minutes).toEqual([
      ['[Build] one', 5],
      ['[Build] two', 8],
      ['[Build] three', 11],
    ]);
  });
});
