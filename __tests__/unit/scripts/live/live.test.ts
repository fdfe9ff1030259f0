import { CreateServiceCommand, ListServicesCommand } from '@aws-sdk/client-apprunner';
import { DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CreateRepositoryCommand, DescribeRepositoriesCommand } from '@aws-sdk/client-ecr';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Undocumented } from '../../../../local-aws/apprunner/undocumented.ts';
import type { LocalAwsOptions } from '../../../../local-aws/start.ts';
import { cleanUp, PREFIX, TAG } from '../../../../scripts/live/clean.ts';
import type { Asked } from '../../../../scripts/live/question.ts';
import { QUESTIONS } from '../../../../scripts/live/questions.ts';
import { ACCESS_ROLE } from '../../../support/create-service.ts';
import { type LiveScene, liveScene } from './live-run.ts';

jest.setTimeout(30_000);

const scenes: LiveScene[] = [];
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.close();
});

async function sceneOf(options: LocalAwsOptions = {}): Promise<LiveScene> {
  const scene = await liveScene(options);
  scenes.push(scene);
  return scene;
}

const verdicts = (asked: readonly Asked[]) =>
  Object.fromEntries(
    asked.map(({ question, outcome }) => [
      question.id,
      outcome.kind === 'answered' ? outcome.answer.verdict : `not answered: ${outcome.why}`,
    ]),
  );

/** What is left in the account: services, repositories and log groups. */
async function leftIn({ appRunner, ecr, logs }: LiveScene): Promise<string[]> {
  const { ServiceSummaryList = [] } = await appRunner.send(new ListServicesCommand({}));
  const { repositories = [] } = await ecr.send(new DescribeRepositoriesCommand({}));
  const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({}));
  return [
    ...ServiceSummaryList.map(({ ServiceName }) => `service ${ServiceName}`),
    ...repositories.map(({ repositoryName }) => `repository ${repositoryName}`),
    ...logGroups.map(({ logGroupName }) => `logs ${logGroupName}`),
  ];
}

const SUPPOSED = {
  'same-tag': 'it pulls again',
  digest: 'it is deployed',
  index: 'it is deployed',
  creation: 'yes',
  'operation-ids': 'a UUID with dashes',
  'omitted-image-configuration': 'only StartCommand',
  'update-stream': 'deployment/ID',
  'omitted-members':
    'only StartCommand, AutoDeploymentsEnabled, InstanceConfiguration.Cpu, HealthCheckConfiguration.Path',
  'list-lag': expect.stringMatching(/^\d\.\d s at most$/),
  'pause-id': 'yes',
  'update-paused': 'it refuses',
  'update-create-failed': 'it repairs',
  'logs-after-delete': 'no, they stay',
};

describe('the live proof, against the local AWS', () => {
  it('tells what it does where it works as is supposed, and leaves nothing behind', async () => {
    const scene = await sceneOf();
    const { asked, table, left } = await scene.ask();
    expect(verdicts(asked)).toEqual(SUPPOSED);
    expect(left).toEqual([]);
    expect(await leftIn(scene)).toEqual([]);
    expect(table.split('\n')).toHaveLength(QUESTIONS.length + 2);
    expect(table).toContain(
      '| **it refuses** | UpdateService: InvalidStateException: Service cannot be updated in the current state: PAUSED.',
    );
    expect(scene.told).toContain('digest: it is deployed');
  });

  it.each<readonly [Partial<Undocumented>, Readonly<Record<string, unknown>>]>([
    [
      {
        digestIdentifiers: 'refused',
        sameTagUpdate: 'keeps',
        ociIndex: 'refused',
        omittedImageConfiguration: 'kept',
        omittedMembers: 'kept',
        omittedMapEntries: 'kept',
        updateStream: 'update-service',
        operationIds: 'bare',
        listLagMs: 20_000,
        updateOnPaused: 'taken',
        updateOnCreateFailed: 'refused',
        logsAfterDelete: 'go',
      },
      {
        'same-tag': 'it keeps the image that ran',
        digest: 'the call is refused',
        index: 'the deployment fails',
        'operation-ids': '32 hex digits without dashes',
        'omitted-image-configuration': 'all of it',
        'update-stream': 'update-service/ID',
        'omitted-members': 'all of it',
        'list-lag': expect.stringMatching(/^2\d\.\d s at most$/),
        'update-paused': 'it is taken',
        'update-create-failed': 'it refuses',
        'logs-after-delete': 'yes, they go',
      },
    ],
    [
      { digestIdentifiers: 'not-pulled', listLagMs: Number.POSITIVE_INFINITY },
      { digest: 'the call succeeds, and another image serves', 'list-lag': 'it was not listed' },
    ],
  ])('tells truly of one that has %j', async (undocumented, differing) => {
    const scene = await sceneOf({ undocumented });
    const { asked, left } = await scene.ask();
    expect(verdicts(asked)).toEqual({ ...SUPPOSED, ...differing });
    expect(left).toEqual([]);
    expect(await leftIn(scene)).toEqual([]);
  });

  it('tells of a pause without an id', async () => {
    const scene = await sceneOf();
    scene.aws.faults.add({ kind: 'silent-id' });
    const { asked } = await scene.ask(['--questions', 'pause-id']);
    expect(verdicts(asked)).toEqual({ 'pause-id': 'no' });
  });

  it('tells why an account can create nothing, and of each other question why it has no answer', async () => {
    const scene = await sceneOf();
    const refusal = {
      code: 'AccessDeniedException',
      message: 'App Runner is closed to 123456789012.',
    };
    scene.aws.faults.add({
      kind: 'refuse',
      action: 'apprunner:CreateService',
      ...refusal,
      times: 9,
    });
    const { asked, table, left } = await scene.ask();
    expect(verdicts(asked).creation).toBe('no');
    expect(table).toContain('AccessDeniedException: App Runner is closed to ACCOUNT.');
    expect(verdicts(asked).digest).toBe('not answered: App Runner is closed to ACCOUNT.');
    expect(left).toEqual([]);
    expect(await leftIn(scene)).toEqual([]);
  });

  it('goes on with the next question where one fails', async () => {
    const scene = await sceneOf();
    scene.aws.faults.add({ kind: 'ending', type: 'UPDATE_SERVICE', end: 'ROLLBACK_SUCCEEDED' });
    const ids = ['omitted-image-configuration', 'update-stream'];
    const { asked } = await scene.ask(['--questions', ids.join(' ')]);
    expect(verdicts(asked)).toEqual({
      'omitted-image-configuration':
        'not answered: UpdateService ended ROLLBACK_SUCCEEDED; the service is RUNNING.',
      'update-stream': 'deployment/ID',
    });
  });

  it('waits for nothing beyond its time, and cleans up all the same', async () => {
    const scene = await sceneOf();
    scene.aws.faults.add({
      kind: 'ending',
      type: 'CREATE_SERVICE',
      end: 'FAILED',
      afterMs: 120_000,
    });
    const { asked, left } = await scene.ask(['--questions', 'digest', '--minutes', '1']);
    expect(verdicts(asked)).toEqual({
      digest: 'not answered: The time was up, and the service is still busy.',
    });
    expect(left).toEqual([]);
    expect(await leftIn(scene)).toEqual([]);
  });

  it('cleans up after a cancel', async () => {
    const scene = await sceneOf();
    const cancelled = new Error('The run was cancelled (SIGTERM).');
    const clock = { ...scene.clock, sleep: () => Promise.reject(cancelled) };
    scene.aws.faults.add({ kind: 'slow', action: 'apprunner:CreateService', ms: 0 });
    scene.aws.faults.add({ kind: 'list-lag', ms: 1_000 });
    const { asked, left } = await scene.ask(['--questions', 'creation'], { clock });
    expect(verdicts(asked)).toEqual({ creation: `not answered: ${cancelled.message}` });
    expect(left).toEqual([]);
    expect(await leftIn(scene)).toEqual([]);
  });

  it('tells what it could not remove', async () => {
    const scene = await sceneOf();
    scene.aws.faults.add({ kind: 'deny', action: 'ecr:DeleteRepository' });
    const { left } = await scene.ask(['--questions', 'creation']);
    expect(left).toEqual([expect.stringMatching(/^repository live-proof-42 is left: /)]);
    expect(await leftIn(scene)).toEqual(['repository live-proof-42']);
  });

  it('shows nothing that tells the account, the role or the login', async () => {
    const scene = await sceneOf({ undocumented: { digestIdentifiers: 'refused' } });
    const { asked, table } = await scene.ask();
    const all = [table, JSON.stringify(asked.map(({ outcome }) => outcome)), ...scene.told].join(
      '\n',
    );
    const { accountId, credentials, registryHost } = scene.aws;
    const { accessKeyId, secretAccessKey } = credentials;
    const secrets = [accountId, ACCESS_ROLE, accessKeyId, secretAccessKey, registryHost, 'arn:aws'];
    for (const secret of secrets) expect(all).not.toContain(secret);
  });
});

describe('the clean-up', () => {
  const create = async ({ appRunner, ecr }: LiveScene, name: string, tag: string, run: string) => {
    await ecr.send(
      new CreateRepositoryCommand({ repositoryName: name, tags: [{ Key: tag, Value: run }] }),
    );
    await appRunner.send(
      new CreateServiceCommand({
        ServiceName: name,
        SourceConfiguration: {
          ImageRepository: {
            ImageIdentifier: `123456789012.dkr.ecr.us-east-1.amazonaws.com/${name}:1`,
            ImageRepositoryType: 'ECR',
          },
          AuthenticationConfiguration: { AccessRoleArn: ACCESS_ROLE },
        },
        Tags: [{ Key: tag, Value: run }],
      }),
    );
  };

  it.each([
    ['1', [`${PREFIX}run2`, `${PREFIX}foreign`, 'other']],
    [undefined, [`${PREFIX}foreign`, 'other']],
  ])('of run %s removes what has its name and tag, and nothing else', async (run, kept) => {
    const scene = await sceneOf();
    await create(scene, `${PREFIX}run1`, TAG, '1');
    await create(scene, `${PREFIX}run2`, TAG, '2');
    await create(scene, `${PREFIX}foreign`, 'owner', '1');
    await create(scene, 'other', TAG, '1');
    const tell = (text: string) => scene.told.push(text);
    const until = scene.clock.now() + 60_000;
    expect(await cleanUp({ ...scene, until, run, tell })).toEqual([]);
    const left = (await leftIn(scene)).map((text) => text.replace(/\/[0-9a-f]{32}\/\w+$/, ''));
    const expected = kept.flatMap((name) => [`service ${name}`, `repository ${name}`]);
    expect(left.filter((text) => !text.startsWith('logs ')).sort()).toEqual(expected.sort());
    expect(left).not.toContain(`logs /aws/apprunner/${PREFIX}run1`);
    expect(scene.told).toContain(`Removed service ${PREFIX}run1.`);
  });
});
