import {
  DeleteServiceCommand,
  PauseServiceCommand,
  StartDeploymentCommand,
} from '@aws-sdk/client-apprunner';
import { DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { logGroupsOf } from '../../../src/diagnosis/log-groups.ts';
import { serviceNow } from '../operations.ts';
import type { Question } from '../question.ts';
import { endOf, tried } from '../refused.ts';
import type { World } from '../world.ts';

/** What StartDeployment answers on a service; one that is taken is watched to its end. */
async function startDeployment(world: World, ServiceArn: string): Promise<string> {
  const { appRunner } = world.place;
  const started = await tried(async () => {
    const { OperationId } = await appRunner.send(new StartDeploymentCommand({ ServiceArn }));
    return world.watch('StartDeployment', ServiceArn, OperationId);
  });
  return started.kind === 'refused'
    ? `StartDeployment: ${started.text}`
    : `StartDeployment is taken: ${endOf(started.value)}`;
}

export const stateQuestions: readonly Question[] = [
  {
    id: 'pause-id',
    group: 'states',
    question: 'Does PauseService answer an operation id?',
    assumed: 'Maybe: without one the operation is known by its type and time.',
    where: ['src/service/wait.ts', 'src/aws/apprunner.ts'],
    ask: async (world) => {
      const { ServiceArn = '' } = await world.service();
      const paused = await world.place.appRunner.send(new PauseServiceCommand({ ServiceArn }));
      const done = await world.watch('PauseService', ServiceArn, paused.OperationId);
      return { verdict: paused.OperationId ? 'yes' : 'no', seen: endOf(done) };
    },
  },
  {
    id: 'update-paused',
    group: 'states',
    question: 'What does UpdateService answer on a PAUSED service?',
    assumed: 'A refusal: the service is resumed first.',
    where: ['src/service/states.ts', 'src/service/refusals.ts'],
    ask: async (world) => {
      const service = await world.service();
      const { appRunner, images } = world.place;
      const { Status } = await serviceNow(appRunner, `${service.ServiceArn}`);
      if (Status !== 'PAUSED') throw new Error(`The service is ${Status}, not PAUSED.`);
      const deployment = await startDeployment(world, `${service.ServiceArn}`);
      const image = await images.push('paused');
      const update = await tried(() => world.deploy(service, image.identifier));
      return update.kind === 'refused'
        ? { verdict: 'it refuses', seen: `UpdateService: ${update.text}. ${deployment}` }
        : { verdict: 'it is taken', seen: `${endOf(update.value)} ${deployment}` };
    },
  },
  {
    id: 'update-create-failed',
    group: 'states',
    question: 'What does UpdateService answer on a service that is CREATE_FAILED?',
    assumed: 'It repairs the service; where it is refused, the service is deleted and made anew.',
    where: ['src/service/refusals.ts', 'src/commands/release.ts'],
    ask: async (world) => {
      const service = await world.failing();
      const deployment = await startDeployment(world, `${service.ServiceArn}`);
      const image = await world.place.images.push('repair');
      const update = await tried(() => world.deploy(service, image.identifier));
      if (update.kind === 'refused') {
        return { verdict: 'it refuses', seen: `UpdateService: ${update.text}. ${deployment}` };
      }
      const { Status } = update.value.service;
      const verdict = Status === 'RUNNING' ? 'it repairs' : 'it is taken and does not repair';
      return { verdict, seen: `${endOf(update.value)} ${deployment}` };
    },
  },
  {
    id: 'logs-after-delete',
    group: 'states',
    question: 'Does DeleteService take the log groups of a service away?',
    assumed: 'No: `delete-logs` deletes them, and finds none to be no error.',
    where: ['src/commands/teardown.ts', 'src/aws/logs.ts'],
    ask: async (world) => {
      const { ServiceArn = '' } = await world.failing();
      const { appRunner, logs } = world.place;
      const { OperationId } = await appRunner.send(new DeleteServiceCommand({ ServiceArn }));
      const done = await world.watch('DeleteService', ServiceArn, OperationId);
      const group = logGroupsOf({ serviceArn: ServiceArn })?.service ?? '';
      const found = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: group }));
      const stays = (found.logGroups ?? []).some(({ logGroupName }) => logGroupName === group);
      return { verdict: stays ? 'no, they stay' : 'yes, they go', seen: endOf(done) };
    },
  },
];
