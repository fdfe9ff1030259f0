import type { AppRunner } from '../../local-aws/apprunner/service.ts';
import type { Input } from '../../local-aws/protocol/service.ts';
import type { VirtualClock } from '../support/virtual-clock.ts';
import type { Case, Deed } from './case.ts';
import { AFTER, BEFORE, SECRETS } from './secrets.ts';
import { ACCESS_ROLE, SERVICE, TAGS, type World } from './world.ts';

/** Somebody else with rights on the same account. */
export interface Others {
  /** The ids of what they set off, where App Runner told one. */
  readonly operations: ReadonlySet<string>;
  /** What they set off whose id App Runner did not tell; times in milliseconds since 1970. */
  readonly unnamed: readonly { readonly type: string; readonly at: number }[];
  /** Does something to the service; says what came of it. */
  act(deed: Deed): Promise<string>;
}

const MAINTENANCE_MS = 4 * 60_000;

/** Calls the local App Runner without the network, so that no fault meets them. */
export async function callDirectly(
  appRunner: AppRunner,
  operation: string,
  input: Input,
): Promise<Readonly<Record<string, unknown>>> {
  const served = appRunner.operations[operation];
  if (!served) throw new Error(`${operation} is not served`);
  const caller = { accountId: '123456789012', region: 'us-east-1', accessKeyId: 'AKIAOTHER' };
  return { ...(await served(input, caller)) };
}

/** Puts the service and its neighbours into the account as the case's run finds them. */
export async function prepare(world: World, others: Others, played: Case): Promise<void> {
  const { appRunner } = world.aws;
  for (let at = 0; at < played.neighbours; at += 1) {
    await appRunner.seed({ ServiceName: `${SERVICE}-${at}` });
  }
  if (played.start === 'none') return;
  if (played.start === 'being-created') {
    await others.act('create');
    return;
  }
  const same = played.start === 'current' || played.start === 'automatic';
  await appRunner.seed({
    ServiceName: SERVICE,
    SourceConfiguration: sourceOf(world, same ? TAGS.wanted : TAGS.before, {
      automatic: played.start === 'automatic',
      variables: same ? AFTER : BEFORE,
    }),
    Status: STATES[played.start] ?? 'RUNNING',
  });
  const deed = FIRST_DEEDS[played.start];
  if (deed) await others.act(deed);
}

const STATES = {
  paused: 'PAUSED',
  'create-failed': 'CREATE_FAILED',
  'delete-failed': 'DELETE_FAILED',
  wedged: 'OPERATION_IN_PROGRESS',
} as const satisfies Partial<Record<Case['start'], string>> as Partial<
  Record<Case['start'], 'PAUSED' | 'CREATE_FAILED' | 'DELETE_FAILED' | 'OPERATION_IN_PROGRESS'>
>;

const FIRST_DEEDS: Partial<Readonly<Record<Case['start'], Deed>>> = {
  'being-updated': 'update',
  'being-deleted': 'delete',
  maintained: 'maintain',
};

/** The service's living ARN; undefined when there is none. */
export async function livingArn(appRunner: AppRunner): Promise<string | undefined> {
  let NextToken: unknown;
  do {
    const page = await callDirectly(appRunner, 'ListServices', NextToken ? { NextToken } : {});
    for (const one of Array.isArray(page.ServiceSummaryList) ? page.ServiceSummaryList : []) {
      if (one.ServiceName === SERVICE) return one.ServiceArn;
    }
    ({ NextToken } = page);
  } while (NextToken);
  return undefined;
}

/** Everybody but the run. */
export function makeOthers(world: World, clock: Pick<VirtualClock, 'now'>): Others {
  const { appRunner } = world.aws;
  const operations = new Set<string>();
  const unnamed: { type: string; at: number }[] = [];
  const calls: Record<Exclude<Deed, 'maintain'>, (arn: string) => [string, Input]> = {
    create: () => [
      'CreateService',
      {
        ServiceName: SERVICE,
        SourceConfiguration: sourceOf(world, TAGS.before, { variables: BEFORE }),
      },
    ],
    update: (arn) => [
      'UpdateService',
      {
        ServiceArn: arn,
        SourceConfiguration: sourceOf(world, TAGS.before, {
          variables: { ...BEFORE, THEIRS: SECRETS.others },
        }),
      },
    ],
    deploy: (arn) => ['StartDeployment', { ServiceArn: arn }],
    pause: (arn) => ['PauseService', { ServiceArn: arn }],
    resume: (arn) => ['ResumeService', { ServiceArn: arn }],
    delete: (arn) => ['DeleteService', { ServiceArn: arn }],
  };
  return {
    operations,
    unnamed,
    act: async (deed) => {
      const arn = await livingArn(appRunner);
      if (!arn && deed !== 'create') return `somebody else would ${deed}, but there is no service`;
      try {
        if (deed === 'maintain') {
          appRunner.maintain(arn ?? '', MAINTENANCE_MS);
          return 'AWS begins maintenance';
        }
        const at = clock.now();
        const { OperationId } = await callDirectly(appRunner, ...calls[deed](arn ?? ''));
        if (OperationId) operations.add(`${OperationId}`);
        else unnamed.push({ type: `${deed.toUpperCase()}_SERVICE`, at });
        return `somebody else does ${deed}: operation ${OperationId}`;
      } catch (error) {
        return `somebody else would ${deed}, and App Runner refuses: ${Object(error).message}`;
      }
    },
  };
}

function sourceOf(
  world: World,
  tag: string,
  {
    automatic = false,
    variables,
  }: { automatic?: boolean; variables: Readonly<Record<string, string>> },
) {
  return {
    ImageRepository: {
      ImageIdentifier: world.identifier(tag),
      ImageRepositoryType: 'ECR' as const,
      ImageConfiguration: { Port: '8080', RuntimeEnvironmentVariables: variables },
    },
    AutoDeploymentsEnabled: automatic,
    AuthenticationConfiguration: { AccessRoleArn: ACCESS_ROLE },
  };
}
