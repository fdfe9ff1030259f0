import {
  type AppRunnerClient,
  CreateServiceCommand,
  DeleteServiceCommand,
  DescribeServiceCommand,
  ListOperationsCommand,
  ListTagsForResourceCommand,
  PauseServiceCommand,
  paginateListServices,
  ResumeServiceCommand,
  type Service,
  type ServiceSummary,
  StartDeploymentCommand,
  TagResourceCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-apprunner';
import type { AppRunner, StartedOperation } from '../ports.ts';
import { present } from './answers.ts';
import { resourceCalls } from './apprunner-resources.ts';
import { awsCall } from './errors.ts';

/** App Runner gives at most 20 services or operations a page (API reference, MaxResults). */
const PAGE = 20;

/** The App Runner calls over an SDK client. */
export function appRunnerCalls(client: AppRunnerClient): AppRunner {
  return {
    ...resourceCalls(client),

    list: () => awsCall('apprunner:ListServices', 'the services', () => list(client)),

    find: (name) =>
      awsCall('apprunner:ListServices', `service '${name}'`, () => find(client, name)),

    describe: (serviceArn) =>
      awsCall('apprunner:DescribeService', serviceArn, async () => {
        const { Service } = await client.send(
          new DescribeServiceCommand({ ServiceArn: serviceArn }),
        );
        return present(Service, 'DescribeService', 'Service');
      }),

    create: (request) =>
      awsCall('apprunner:CreateService', `service '${request.ServiceName}'`, async () =>
        started('CreateService', await client.send(new CreateServiceCommand(request))),
      ),

    update: (request) =>
      awsCall('apprunner:UpdateService', `${request.ServiceArn}`, async () =>
        started('UpdateService', await client.send(new UpdateServiceCommand(request))),
      ),

    startDeployment: (serviceArn) =>
      awsCall('apprunner:StartDeployment', serviceArn, async () =>
        started(
          'StartDeployment',
          await client.send(new StartDeploymentCommand({ ServiceArn: serviceArn })),
        ),
      ),

    pause: (serviceArn) =>
      awsCall('apprunner:PauseService', serviceArn, async () =>
        begun(await client.send(new PauseServiceCommand({ ServiceArn: serviceArn }))),
      ),

    resume: (serviceArn) =>
      awsCall('apprunner:ResumeService', serviceArn, async () =>
        begun(await client.send(new ResumeServiceCommand({ ServiceArn: serviceArn }))),
      ),

    delete: (serviceArn) =>
      awsCall('apprunner:DeleteService', serviceArn, async () =>
        started(
          'DeleteService',
          await client.send(new DeleteServiceCommand({ ServiceArn: serviceArn })),
        ),
      ),

    tags: (serviceArn) =>
      awsCall('apprunner:ListTagsForResource', serviceArn, async () => {
        const command = new ListTagsForResourceCommand({ ResourceArn: serviceArn });
        const { Tags = [] } = await client.send(command);
        return Object.fromEntries(
          Tags.flatMap(({ Key, Value }) => (Key === undefined ? [] : [[Key, Value ?? '']])),
        );
      }),

    tag: (serviceArn, tags) =>
      awsCall('apprunner:TagResource', serviceArn, async () => {
        const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
        await client.send(new TagResourceCommand({ ResourceArn: serviceArn, Tags }));
      }),

    newestOperations: (serviceArn) =>
      awsCall('apprunner:ListOperations', serviceArn, async () => {
        const command = new ListOperationsCommand({ ServiceArn: serviceArn, MaxResults: PAGE });
        return (await client.send(command)).OperationSummaryList ?? [];
      }),
  };
}

async function list(client: AppRunnerClient): Promise<ServiceSummary[]> {
  const listed: ServiceSummary[] = [];
  for await (const page of paginateListServices({ client, pageSize: PAGE }, {})) {
    listed.push(...(page.ServiceSummaryList ?? []));
  }
  return listed;
}

/** ListServices can't filter by name, so the search reads pages until the name turns up. */
async function find(client: AppRunnerClient, name: string): Promise<ServiceSummary | undefined> {
  for await (const page of paginateListServices({ client, pageSize: PAGE }, {})) {
    const found = page.ServiceSummaryList?.find((service) => service.ServiceName === name);
    if (found) return found;
  }
  return undefined;
}

interface Answer {
  readonly Service?: Service | undefined;
  readonly OperationId?: string | undefined;
}

function started(call: string, answer: Answer): StartedOperation {
  present(answer.OperationId, call, 'OperationId');
  return begun(answer);
}

/** PauseService and ResumeService need not tell an id (API model). */
function begun({ Service: service, OperationId: operationId }: Answer): StartedOperation {
  return { ...(operationId && { operationId }), ...(service && { service }) };
}
