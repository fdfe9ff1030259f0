import type { Service } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import { type Failed, findCause } from '../../../src/commands/cause.ts';
import { Progress } from '../../../src/commands/progress.ts';
import { streamId } from '../../../src/diagnosis/log-groups.ts';
import { CancelledError } from '../../../src/errors.ts';
import type { Logs } from '../../../src/ports.ts';
import { annotation, diagnosisMarkdown, logLines } from '../../../src/report/diagnosis.ts';
import type { Facts } from '../../../src/result.ts';
import { createInputs, type InputTexts } from '../../support/create-inputs.ts';
import { createService, SERVICE_ARN, SERVICE_ID } from '../../support/create-service.ts';
import type { LogLines } from '../../support/fake-logs.ts';
import { fakePorts, OPERATION_ID } from '../../support/fake-ports.ts';

const GROUP = `/aws/apprunner/hello-api/${SERVICE_ID}`;
const SINCE = Date.UTC(2026, 0, 1);
const FACTS: Facts = {
  serviceName: 'hello-api',
  serviceArn: SERVICE_ARN,
  serviceId: SERVICE_ID,
  operationId: OPERATION_ID,
};

const lines = (...messages: string[]) => messages.map((message) => ({ time: SINCE, message }));
const unhealthy = lines(
  '[AppRunner] Deployment with ID : x failed. Failure reason : Health check failed.',
);

interface Case {
  readonly service?: Service;
  readonly logs?: LogLines;
  readonly calls?: Partial<Logs>;
  readonly facts?: Facts;
  readonly inputs?: InputTexts;
  readonly failed?: Partial<Failed>;
  readonly hidden?: readonly string[];
}

async function explain({
  service,
  logs = {},
  calls,
  facts = FACTS,
  inputs = {},
  failed,
  hidden,
}: Case) {
  const { ports, runner, clock, events } = fakePorts({ logs, ...(service && { service }) });
  const progress = new Progress();
  progress.learn(facts);
  progress.hide(hidden ?? []);
  const aws = await ports.aws('us-east-1').load();
  const job = {
    inputs: createInputs(inputs),
    ports,
    runner,
    progress,
    aws: { ...aws, logs: async () => ({ ...(await aws.logs()), ...calls }) },
  };
  await findCause(job, { since: SINCE, until: SINCE + 600_000, ...failed });
  return { diagnosis: progress.diagnosis, runner, clock, events };
}

describe('the cause of a failed operation', () => {
  it('names the service, and links to the console', async () => {
    const { diagnosis, runner } = await explain({
      logs: {
        [`${GROUP}/service`]: {
          [`deployment/${streamId(OPERATION_ID)}`]: lines('[AppRunner] Container exit code: 3'),
        },
        [`${GROUP}/application`]: { 'instance/1': lines('Error: DATABASE_URL is not set') },
      },
    });
    expect(diagnosis).toMatchObject({
      cause: 'hello-api: the container exited with code 3: Error: DATABASE_URL is not set',
      application: ['Error: DATABASE_URL is not set'],
      links: {
        'App Runner': expect.stringContaining('/apprunner/home?region=us-east-1#'),
        'Event log': expect.stringMatching(/\$252Fservice$/),
        'Application log': expect.stringMatching(/\$252Fapplication$/),
      },
    });
    expect(runner.log).toEqual([
      "info: Reading App Runner's and the application's log for the cause.",
    ]);
  });

  it('hides what variables hold that somebody set while the run went on', async () => {
    const service = createService();
    const { ImageRepository } = service.SourceConfiguration ?? {};
    const RuntimeEnvironmentVariables = { TOKEN: 'set-by-somebody' };
    const { diagnosis, runner } = await explain({
      logs: { [`${GROUP}/application`]: { 'instance/1': lines('TOKEN is set-by-somebody') } },
      service: {
        ...service,
        SourceConfiguration: {
          ImageRepository: {
            ImageIdentifier: ImageRepository?.ImageIdentifier,
            ImageRepositoryType: 'ECR',
            ImageConfiguration: { RuntimeEnvironmentVariables },
          },
        },
      },
      failed: { known: { cause: 'it answered 500', remedy: 'Look.' } },
    });
    expect(diagnosis?.application).toEqual(['TOKEN is ***']);
    expect(runner.text()).not.toContain('set-by-somebody');
  });

  it('takes the port of the inputs, since the service has its old one back', async () => {
    const { diagnosis } = await explain({
      inputs: { port: '8080' },
      logs: {
        [`${GROUP}/service`]: { events: unhealthy },
        [`${GROUP}/application`]: { 'instance/1': lines('listening on 9000') },
      },
    });
    expect(diagnosis?.cause).toBe(
      "hello-api: the application listens on port 9000, but the service's port is 8080",
    );
  });

  it('says when it waits for lines', async () => {
    const { runner, clock } = await explain({ logs: {} });
    expect(runner.log).toEqual([
      "info: Reading App Runner's and the application's log for the cause.",
      'info: Log lines come late; reading again for 1 min 30 s at most.',
    ]);
    expect(clock.sleeps.reduce((sum, ms) => sum + ms, 0)).toBe(90_000);
  });

  it.each(['PAUSE_SERVICE', 'DELETE_SERVICE'])(
    'is not looked for in the application when %s failed',
    async (type) => {
      const { diagnosis, runner } = await explain({
        failed: { type },
        logs: {
          [`${GROUP}/service`]: { events: lines('[AppRunner] Service deletion failed.') },
          [`${GROUP}/application`]: { 'instance/1': lines('Error: of the application') },
        },
      });
      expect(diagnosis).toMatchObject({
        events: ['[AppRunner] Service deletion failed.'],
        application: [],
        notes: [],
      });
      expect(runner.log[0]).toBe("info: Reading App Runner's log for the cause.");
    },
  );

  it('is in no log where there is no service', async () => {
    const { diagnosis, runner } = await explain({ facts: { serviceName: 'hello-api' } });
    expect(diagnosis).toBeUndefined();
    expect(runner.log).toEqual([]);
  });
});

describe('a cause that is known', () => {
  const known = { cause: 'GET https://x/ answered 500', remedy: 'See the log.' };

  it('is kept, and the application log is put to it', async () => {
    const { diagnosis, runner } = await explain({
      failed: { known },
      logs: { [`${GROUP}/application`]: { 'instance/1': lines('Error: boom') } },
    });
    expect(diagnosis).toMatchObject({
      cause: 'hello-api: GET https://x/ answered 500',
      remedy: 'See the log.',
      application: ['Error: boom'],
      events: [],
    });
    expect(Object.keys(diagnosis?.links ?? {})).toEqual(['App Runner', 'Application log']);
    expect(runner.log[0]).toBe("info: Reading the application's log for the cause.");
  });

  it('is kept also where no log can be read', async () => {
    const { diagnosis } = await explain({ failed: { known }, facts: {} });
    expect(diagnosis).toMatchObject(known);
  });
});

describe('looking for a cause', () => {
  it('is no failure of its own', async () => {
    const { diagnosis, runner } = await explain({
      hidden: ['hunter2-secret'],
      calls: {
        tail: () => {
          throw new Error('a fault with hunter2-secret');
        },
        streams: async () => {
          throw new Error('another fault');
        },
      },
    });
    expect(diagnosis?.notes.join()).toContain('another fault');
    expect(JSON.stringify([diagnosis, runner.log])).not.toContain('hunter2');
  });

  it('ends with a cancel', async () => {
    const { ports, runner } = fakePorts();
    const cancelled = new CancelledError('SIGINT');
    const progress = new Progress();
    progress.learn(FACTS);
    const clock = {
      ...ports.clock,
      sleep: async () => {
        throw cancelled;
      },
    };
    const aws = await ports.aws('us-east-1').load();
    const job = { inputs: createInputs(), ports: { ...ports, clock }, runner, progress, aws };
    await expect(findCause(job, { since: SINCE, until: SINCE + 600_000 })).rejects.toBe(cancelled);
    expect(progress.diagnosis).toBeDefined();
  });

  it('shows no environment value anywhere', async () => {
    const values = ['hunter2-secret', 'line one of a key\nline two of a key', 'pa"ss\\word'];
    const said = [
      'Error: password hunter2-secret is wrong',
      'key: line one of a key',
      'line two of a key',
      JSON.stringify({ password: values[2] }),
    ];
    const { diagnosis, runner } = await explain({
      hidden: values,
      logs: {
        [`${GROUP}/service`]: {
          events: lines('[AppRunner] hunter2-secret Container exit code: 1'),
        },
        [`${GROUP}/application`]: { 'instance/1': lines(...said) },
      },
    });
    if (!diagnosis) throw new Error('no diagnosis');
    const shown = [
      annotation('It failed.', diagnosis),
      ...logLines(diagnosis),
      diagnosisMarkdown(diagnosis),
      runner.text(),
    ].join('\n');
    expect(diagnosis.cause).toBe(
      'hello-api: the container exited with code 1: Error: password *** is wrong',
    );
    for (const value of ['hunter2', 'one of a key', 'two of a key', 'pa\\"ss']) {
      expect(shown).not.toContain(value);
    }
  });
});
