import {
  CreateServiceCommand,
  DeleteServiceCommand,
  DescribeServiceCommand,
  ListOperationsCommand,
  PauseServiceCommand,
  ResumeServiceCommand,
  StartDeploymentCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-apprunner';
import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EndingFault } from '../../local-aws/faults/fault.ts';
import { type AwsFixture, startFixture } from './aws-fixture.ts';

let own: AwsFixture;
beforeEach(async () => {
  own = await startFixture({ pace: 'quick' });
});
afterEach(() => own.close());

const image = (tag: string) => ({
  ImageRepository: {
    ImageIdentifier: `123456789012.dkr.ecr.us-east-1.amazonaws.com/hello:${tag}`,
    ImageRepositoryType: 'ECR' as const,
    ImageConfiguration: { Port: '3000' },
  },
  AutoDeploymentsEnabled: false,
  AuthenticationConfiguration: { AccessRoleArn: 'arn:aws:iam::123456789012:role/access' },
});

type Status = 'RUNNING' | 'PAUSED' | 'CREATE_FAILED' | 'DELETE_FAILED';

const seed = (Status: Status = 'RUNNING') =>
  own.aws.appRunner.seed({ ServiceName: 'hello', Status, SourceConfiguration: image('old') });

const create = async () => {
  const SourceConfiguration = image('new');
  const command = new CreateServiceCommand({ ServiceName: 'hello', SourceConfiguration });
  return (await own.apprunner.send(command)).Service?.ServiceArn ?? '';
};
const update = (ServiceArn: string) =>
  own.apprunner.send(new UpdateServiceCommand({ ServiceArn, SourceConfiguration: image('new') }));
const deploy = (ServiceArn: string) =>
  own.apprunner.send(new StartDeploymentCommand({ ServiceArn }));
const pause = (ServiceArn: string) => own.apprunner.send(new PauseServiceCommand({ ServiceArn }));
const resume = (ServiceArn: string) => own.apprunner.send(new ResumeServiceCommand({ ServiceArn }));
const remove = (ServiceArn: string) => own.apprunner.send(new DeleteServiceCommand({ ServiceArn }));

/** What a service and its newest operation look like; the tag is that of its configuration. */
const look = async (ServiceArn: string) => {
  const { Service } = await own.apprunner.send(new DescribeServiceCommand({ ServiceArn }));
  const { OperationSummaryList = [] } = await own.apprunner.send(
    new ListOperationsCommand({ ServiceArn }),
  );
  const identifier = Service?.SourceConfiguration?.ImageRepository?.ImageIdentifier;
  const [operation] = OperationSummaryList;
  return {
    status: Service?.Status,
    tag: identifier?.split(':')[1],
    operation: `${operation?.Type} ${operation?.Status}`,
    ended: operation?.EndedAt !== undefined,
  };
};

/** The event lines of a service, oldest first. */
const events = async (arn: string): Promise<string[]> => {
  const [name, id] = arn.split('/').slice(-2);
  const answer = await own.logs.send(
    new FilterLogEventsCommand({
      logGroupName: `/aws/apprunner/${name}/${id}/service`,
      logStreamNames: ['events'],
    }),
  );
  return (answer.events ?? []).map(({ message = '' }) =>
    message.replace(/[0-9a-f]{32}/, 'ID').replace('[AppRunner] ', ''),
  );
};

const ends = ['FAILED', 'ROLLBACK_SUCCEEDED', 'ROLLBACK_FAILED'] as const;

describe('an operation that is told how to end', () => {
  it.each(ends)('leaves CREATE_FAILED behind a create that ends %s', async (end) => {
    own.aws.faults.add({ kind: 'ending', end });
    const arn = await create();
    await own.aws.appRunner.idle();
    expect(await look(arn)).toEqual({
      status: 'CREATE_FAILED',
      tag: 'new',
      operation: `CREATE_SERVICE ${end}`,
      ended: true,
    });
  });

  it.each(
    ends.flatMap((end) => [
      [end, 'UPDATE_SERVICE', update] as const,
      [end, 'START_DEPLOYMENT', deploy] as const,
    ]),
  )(
    'brings the configuration before back when an update or deployment ends %s: %s',
    async (end, type, call) => {
      const arn = await seed();
      own.aws.faults.add({ kind: 'ending', type, end });
      await call(arn);
      await own.aws.appRunner.idle();
      expect(await look(arn)).toEqual({
        status: 'RUNNING',
        tag: 'old',
        operation: `${type} ${end}`,
        ended: true,
      });
    },
  );

  it.each([
    ['UPDATE_SERVICE', 'CREATE_FAILED', update, 'new'],
    ['PAUSE_SERVICE', 'RUNNING', pause, 'old'],
    ['RESUME_SERVICE', 'PAUSED', resume, 'old'],
  ] as const)(
    'leaves the state before when %s of a %s service fails',
    async (type, status, call, tag) => {
      const arn = await seed(status);
      own.aws.faults.add({ kind: 'ending', end: 'FAILED' });
      await call(arn);
      await own.aws.appRunner.idle();
      expect(await look(arn)).toEqual({ status, tag, operation: `${type} FAILED`, ended: true });
      await call(arn);
    },
  );

  it.each([
    ['RUNNING', 'FAILED', 'DELETE_FAILED'],
    ['PAUSED', 'FAILED', 'DELETE_FAILED'],
    ['CREATE_FAILED', 'ROLLBACK_FAILED', 'DELETE_FAILED'],
    ['RUNNING', 'ROLLBACK_SUCCEEDED', 'RUNNING'],
  ] as const)(
    'leaves a %s service whose delete ends %s %s, which can be deleted again',
    async (before, end, after) => {
      const arn = await seed(before);
      own.aws.faults.add({ kind: 'ending', end });
      await remove(arn);
      await own.aws.appRunner.idle();
      expect(await look(arn)).toMatchObject({ status: after, operation: `DELETE_SERVICE ${end}` });
      await remove(arn);
      await own.aws.appRunner.idle();
      expect(await look(arn)).toMatchObject({
        status: 'DELETED',
        operation: 'DELETE_SERVICE SUCCEEDED',
      });
    },
  );

  it('is met by its type, after those to skip and as often as it says', async () => {
    const fault: EndingFault = {
      kind: 'ending',
      type: 'PAUSE_SERVICE',
      end: 'FAILED',
      skip: 1,
      times: 1,
    };
    own.aws.faults.add(fault);
    const arn = await seed('PAUSED');
    own.aws.faults.add({ kind: 'ending', type: 'RESUME_SERVICE', end: 'FAILED' });
    await resume(arn);
    await own.aws.appRunner.idle();
    expect((await look(arn)).operation).toBe('RESUME_SERVICE FAILED');
    const other = await own.aws.appRunner.seed({ ServiceName: 'other' });
    const found: string[] = [];
    for (let time = 0; time < 3; time += 1) {
      const target =
        time === 0 ? other : await own.aws.appRunner.seed({ ServiceName: `more${time}` });
      await pause(target);
      await own.aws.appRunner.idle();
      found.push((await look(target)).operation);
    }
    expect(found).toEqual([
      'PAUSE_SERVICE SUCCEEDED',
      'PAUSE_SERVICE FAILED',
      'PAUSE_SERVICE SUCCEEDED',
    ]);
  });
});

describe('an operation that hangs', () => {
  it('stays IN_PROGRESS and keeps its service busy, and nothing waits for it', async () => {
    const arn = await seed();
    own.aws.faults.add({ kind: 'ending', end: 'HANG' });
    await update(arn);
    await own.aws.appRunner.idle();
    own.aws.faults.clear();
    expect(await look(arn)).toEqual({
      status: 'OPERATION_IN_PROGRESS',
      tag: 'new',
      operation: 'UPDATE_SERVICE IN_PROGRESS',
      ended: false,
    });
    await expect(remove(arn)).rejects.toMatchObject({
      name: 'InvalidStateException',
      message: 'Service cannot be deleted in the current state: OPERATION_IN_PROGRESS',
    });
    expect((await events(arn)).at(-1)).toBe(
      "Performing health check on protocol `TCP` [Port: '3000'].",
    );
  });
});

describe('the events of an ending', () => {
  const host = '123456789012.dkr.ecr.us-east-1.amazonaws.com/hello';
  const opening = (tag: string, trigger: string) => [
    'Service status is set to OPERATION_IN_PROGRESS.',
    `Deployment with ID : ID started. Triggering event : ${trigger}`,
    `Deployment Artifact: [Repo Type: ECR], [Image URL: ${host}], [Image Tag: ${tag}]`,
    `Pulling image ${host} from ECR repository.`,
    'Successfully pulled your application image from ECR.',
    'Provisioning instances and deploying image for publicly accessible service.',
    "Performing health check on protocol `TCP` [Port: '3000'].",
  ];
  const unhealthy = [
    "Health check failed on protocol `TCP` [Port: '3000']. Check your configured port number. For more information, see the application logs.",
    'Deployment with ID : ID failed. Failure reason : Health check failed.',
  ];

  it('tells of a health check that failed, of an update that is rolled back', async () => {
    const arn = await seed();
    own.aws.faults.add({ kind: 'ending', end: 'ROLLBACK_SUCCEEDED' });
    const { OperationId = '' } = await update(arn);
    await own.aws.appRunner.idle();
    expect(await events(arn)).toEqual([
      ...opening('new', 'SERVICE_DEPLOY'),
      ...unhealthy,
      'Service status is set to RUNNING.',
    ]);
    const [name, id] = arn.split('/').slice(-2);
    const { events: own_ = [] } = await own.logs.send(
      new FilterLogEventsCommand({
        logGroupName: `/aws/apprunner/${name}/${id}/service`,
        logStreamNames: [`deployment/${OperationId.replaceAll('-', '')}`],
      }),
    );
    expect(own_.at(-1)?.message).toContain('Failure reason : Health check failed.');
  });

  it('tells of a failed create and its state', async () => {
    own.aws.faults.add({ kind: 'ending', end: 'FAILED' });
    const arn = await create();
    await own.aws.appRunner.idle();
    expect(await events(arn)).toEqual([
      ...opening('new', 'SERVICE_CREATE'),
      ...unhealthy,
      'Service status is set to CREATE_FAILED.',
    ]);
  });

  it.each([
    ['Failed to copy the image from ECR'],
    [
      'Your application stopped or failed to start. See logs for more information. Container exit code: 3',
    ],
  ])('names another cause when told: %s', async (reason) => {
    const arn = await seed();
    own.aws.faults.add({ kind: 'ending', end: 'ROLLBACK_SUCCEEDED', reason });
    await deploy(arn);
    await own.aws.appRunner.idle();
    expect(await events(arn)).toEqual([
      ...opening('old', 'SERVICE_DEPLOY'),
      reason,
      `Deployment with ID : ID failed. Failure reason : ${reason}.`,
      'Service status is set to RUNNING.',
    ]);
  });

  it.each([
    ['RUNNING', pause, undefined, 'Failed to pause the service.', 'RUNNING'],
    ['RUNNING', remove, undefined, 'Failed to delete the service.', 'DELETE_FAILED'],
    ['RUNNING', remove, 'Still in use.', 'Still in use.', 'DELETE_FAILED'],
  ] as const)(
    'has one line for a %s service that is not deployed',
    async (status, call, reason, line, after) => {
      const arn = await seed(status);
      own.aws.faults.add({ kind: 'ending', end: 'FAILED', reason });
      await call(arn);
      await own.aws.appRunner.idle();
      expect(await events(arn)).toEqual([
        'Service status is set to OPERATION_IN_PROGRESS.',
        line,
        `Service status is set to ${after}.`,
      ]);
    },
  );
});

describe('operation ids', () => {
  it('are left out of a pause or resume as often as told', async () => {
    const arn = await seed();
    own.aws.faults.add({ kind: 'silent-id', times: 2 });
    const answers: (string | undefined)[] = [];
    for (const call of [pause, resume, pause]) {
      answers.push((await call(arn)).OperationId);
      await own.aws.appRunner.idle();
    }
    expect(answers).toEqual([undefined, undefined, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  });

  it('are always there of other calls', async () => {
    const arn = await seed();
    own.aws.faults.add({ kind: 'silent-id' });
    expect((await update(arn)).OperationId).toBeDefined();
  });
});
