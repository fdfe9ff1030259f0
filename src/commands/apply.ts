import type { Service } from '@aws-sdk/client-apprunner';
import type { Aws, Ports, StartedOperation } from '../ports.ts';
import type { Result } from '../result.ts';
import { automaticDeployment, deploysByItself } from '../service/automatic.ts';
import type { Decision } from '../service/decision.ts';

/** What is known of the push that came before. */
export interface Push {
  readonly identifier: string;
  /** Milliseconds since 1970 before the push began; undefined when nothing was pushed. */
  readonly pushedAt: number | undefined;
  readonly info: (message: string) => void;
}

/** The operation that now runs, and what it will have done when it succeeds. */
export interface Applied extends StartedOperation {
  readonly result: Result;
}

/**
 * Makes the call that was decided. Where App Runner deploys a push by itself, a call of ours
 * would collide with it and lose, so its own deployment is adopted.
 */
export async function apply(
  aws: Aws,
  ports: Ports,
  decision: Decision,
  service: Service | undefined,
  push: Push,
): Promise<Applied> {
  switch (decision.kind) {
    case 'create':
      return { ...(await aws.appRunner.create(decision.request)), result: 'created' };
    case 'update':
      return { ...(await aws.appRunner.update(decision.request)), result: 'updated' };
    case 'deploy': {
      const operationId = await adopted(aws, ports, decision.serviceArn, service, push);
      if (operationId) return { operationId, result: 'deployed' };
      return {
        ...(await aws.appRunner.startDeployment(decision.serviceArn)),
        result: 'deployed',
      };
    }
  }
}

async function adopted(
  aws: Aws,
  ports: Ports,
  serviceArn: string,
  service: Service | undefined,
  { identifier, pushedAt, info }: Push,
): Promise<string | undefined> {
  if (!service || pushedAt === undefined || !deploysByItself(service, identifier)) return undefined;
  info('The service deploys pushes of this tag by itself; waiting for that deployment.');
  const id = await automaticDeployment(aws.appRunner, ports.clock, serviceArn, pushedAt);
  if (!id) info('No automatic deployment came within a minute; starting one.');
  return id;
}
