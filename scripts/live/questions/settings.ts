import type { Service } from '@aws-sdk/client-apprunner';
import {
  DescribeLogStreamsCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-cloudwatch-logs';
import { logGroupsOf } from '../../../src/diagnosis/log-groups.ts';
import { bare } from '../operations.ts';
import type { Answer, Question } from '../question.ts';
import { endOf, succeeded, tried } from '../refused.ts';
import type { World } from '../world.ts';

/** Settings of a service, each by its name, as far as a question is about them. */
type Settings = Readonly<Record<string, string | undefined>>;

const imageSettings = ({ SourceConfiguration: source }: Service): Settings => {
  const image = source?.ImageRepository?.ImageConfiguration;
  return {
    Port: image?.Port,
    StartCommand: image?.StartCommand,
    'variable FIRST': image?.RuntimeEnvironmentVariables?.FIRST,
  };
};

const restSettings = (service: Service): Settings => ({
  AutoDeploymentsEnabled: `${service.SourceConfiguration?.AutoDeploymentsEnabled}`,
  'InstanceConfiguration.Cpu': service.InstanceConfiguration?.Cpu,
  'HealthCheckConfiguration.Path': service.HealthCheckConfiguration?.Path,
});

/** Says which settings an update left as they were. */
function survivors(before: Settings, after: Settings, seen: string): Answer {
  const names = Object.keys(before);
  const kept = names.filter((name) => before[name] === after[name]);
  const lost = names.filter((name) => before[name] !== after[name]);
  const list = (each: readonly string[]) => each.join(', ') || 'nothing';
  const verdict =
    lost.length === 0 ? 'all of it' : kept.length === 0 ? 'nothing' : `only ${list(kept)}`;
  return { verdict, seen: `Kept: ${list(kept)}. Lost: ${list(lost)}. ${seen}` };
}

/** The service with all its settings, which questions before may have taken away. */
async function whole(world: World): Promise<Service> {
  const service = await world.service();
  const { identifier } = await world.place.images.push('whole');
  const done = await world.deploy(service, identifier);
  if (!succeeded(done)) throw new Error(`The service could not be set up. ${endOf(done)}`);
  return done.service;
}

const STREAM_MS = 120_000;
const LOOK_MS = 5_000;

async function streamNames({ place }: World, logGroupName: string): Promise<readonly string[]> {
  try {
    const { logStreams = [] } = await place.logs.send(
      new DescribeLogStreamsCommand({ logGroupName, orderBy: 'LastEventTime', descending: true }),
    );
    return logStreams.flatMap(({ logStreamName }) => logStreamName ?? []);
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return [];
    throw error;
  }
}

const form = (id: string): string =>
  /^[0-9a-f]{32}$/i.test(id)
    ? '32 hex digits without dashes'
    : /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
      ? 'a UUID with dashes'
      : `${id.length} characters of another form`;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

export const settingsQuestions: readonly Question[] = [
  {
    id: 'creation',
    group: 'settings',
    question: 'Does CreateService work for this account (App Runner is closed to new customers)?',
    assumed: "Yes; where it does not, App Runner's own words are the failure.",
    where: ['src/aws/errors.ts'],
    ask: async (world) => {
      const created = await tried(() => world.service());
      return created.kind === 'taken'
        ? { verdict: 'yes', seen: '' }
        : { verdict: 'no', seen: created.text };
    },
  },
  {
    id: 'operation-ids',
    group: 'settings',
    question: 'Which form do operation ids have?',
    assumed: 'Either: they are compared without dashes.',
    where: ['src/service/wait.ts', 'src/diagnosis/log-groups.ts'],
    ask: async (world) => {
      await world.service();
      const [{ operationId = '', listed } = { listed: undefined }] = world.done;
      const other = listed?.Id && listed.Id !== operationId;
      return {
        verdict: form(operationId),
        seen: listed ? `ListOperations has ${other ? form(listed.Id ?? '') : 'the same'}.` : '',
      };
    },
  },
  {
    id: 'omitted-image-configuration',
    group: 'settings',
    question: 'What survives an UpdateService whose ImageRepository has no ImageConfiguration?',
    assumed: 'Nothing: the configuration is read back, changed and sent whole.',
    where: ['src/service/configuration.ts'],
    ask: async (world) => {
      const service = await world.service();
      const { identifier } = await world.place.images.push('omitted');
      const { ImageRepository, ...source } = world.source(identifier);
      const { ImageConfiguration: _omitted, ...image } = ImageRepository ?? {
        ImageIdentifier: identifier,
        ImageRepositoryType: 'ECR' as const,
      };
      const { ServiceArn } = service;
      const SourceConfiguration = { ...source, ImageRepository: image };
      const done = await world.update({ ServiceArn, SourceConfiguration });
      if (!succeeded(done)) throw new Error(endOf(done));
      return survivors(imageSettings(service), imageSettings(done.service), endOf(done));
    },
  },
  {
    id: 'update-stream',
    group: 'settings',
    question: 'What is the log stream of an UPDATE_SERVICE operation called?',
    assumed: 'deployment/ID is tried first; where there is none the streams are listed.',
    where: ['src/commands/log-stream.ts', 'src/diagnosis/read-lines.ts'],
    ask: async (world) => {
      const update = world.done.findLast(({ call }) => call === 'UpdateService');
      const { operationId = '', service } = update ?? {};
      const group = logGroupsOf({ serviceArn: service?.ServiceArn })?.service;
      if (!group) throw new Error('There was no update to look for.');
      const { clock } = world.place;
      const giveUp = clock.now() + STREAM_MS;
      for (;;) {
        const names = await streamNames(world, group);
        const own = names.find((name) => bare(name).endsWith(bare(operationId)));
        if (own) {
          const dashed = own.endsWith(operationId) && operationId.includes('-');
          const prefix = own.slice(0, own.lastIndexOf('/'));
          return {
            verdict: `${prefix}/ID`,
            seen: `The id is ${dashed ? 'dashed' : 'bare'} there.`,
          };
        }
        if (clock.now() >= giveUp) {
          return { verdict: 'no stream has its id', seen: `Streams: ${names.join(', ')}.` };
        }
        await clock.sleep(LOOK_MS);
      }
    },
  },
  {
    id: 'omitted-members',
    group: 'settings',
    question:
      'What survives an UpdateService that names only some members: one variable, a health check interval?',
    assumed: 'Nothing inside what is sent; members at the top that are left out are kept.',
    where: ['src/service/configuration.ts', 'src/service/merge.ts'],
    ask: async (world) => {
      const before = await whole(world);
      const { images } = world.place;
      const { AuthenticationConfiguration } = world.source('');
      const done = await world.update({
        ServiceArn: before.ServiceArn,
        SourceConfiguration: {
          ImageRepository: {
            ImageIdentifier: images.named('whole'),
            ImageRepositoryType: 'ECR',
            ImageConfiguration: { RuntimeEnvironmentVariables: { SECOND: '3' } },
          },
          AuthenticationConfiguration,
        },
        HealthCheckConfiguration: { Interval: 9 },
      });
      if (!succeeded(done)) throw new Error(endOf(done));
      const all = (service: Service) => ({ ...imageSettings(service), ...restSettings(service) });
      return survivors(all(before), all(done.service), endOf(done));
    },
  },
  {
    id: 'list-lag',
    group: 'settings',
    question: 'How long after a call has ListOperations its operation?',
    assumed:
      'Up to a minute, in which the operation counts as PENDING; after that the status of the service decides.',
    where: ['src/service/wait.ts', 'src/commands/own-operation.ts'],
    ask: async ({ done }) => {
      const watched = done.filter(({ operationId }) => operationId !== undefined);
      if (watched.length === 0) throw new Error('There was no operation to look for.');
      const lags = watched.map(({ lagMs = Number.POSITIVE_INFINITY }) => lagMs);
      const worst = Math.max(...lags);
      const shown = watched.map(
        ({ call, lagMs }) => `${call} ${lagMs === undefined ? 'never' : seconds(lagMs)}`,
      );
      return {
        verdict: Number.isFinite(worst) ? `${seconds(worst)} at most` : 'it was not listed',
        seen: `${shown.join(', ')}.`,
      };
    },
  },
];
