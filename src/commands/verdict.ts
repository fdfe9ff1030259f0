import type { OperationType, Service } from '@aws-sdk/client-apprunner';
import { logGroupsOf } from '../diagnosis/log-groups.ts';
import type { Facts } from '../result.ts';
import { AFTER_SUCCESS, type OperationEnd } from '../service/wait.ts';

/** An operation that did not succeed, with what is known of it. */
export interface Unsuccessful {
  readonly end: OperationEnd;
  readonly type: OperationType;
  readonly serviceArn: string;
  readonly facts: Facts;
  /** The service after the operation's end; undefined when it could not be read. */
  readonly service: Service | undefined;
  readonly timeoutMinutes: number;
  /** True when a diagnosis comes with it, which links to the logs. */
  readonly diagnosed: boolean;
  /** True when others have worked on the service since the operation ended. */
  readonly overtaken?: boolean;
}

/** True when the new version was rejected and the one before serves. */
export function isRolledBack({ end, type, service }: Omit<Unsuccessful, 'facts'>): boolean {
  if (end.kind === 'ended') return end.status === 'ROLLBACK_SUCCEEDED';
  return (
    end.kind === 'unlisted' &&
    service?.Status === 'RUNNING' &&
    (type === 'UPDATE_SERVICE' || type === 'START_DEPLOYMENT')
  );
}

/** Says what became of an operation that did not succeed, and what to do. */
export function verdictText(unsuccessful: Unsuccessful): string {
  const { end, type, serviceArn } = unsuccessful;
  const operation = nameOf(unsuccessful);
  const state = stateText(unsuccessful);
  switch (end.kind) {
    case 'gone':
      return `${operation} can't succeed any more: the service was deleted meanwhile. ${
        type === 'DELETE_SERVICE' ? '' : 'Run this again to create it anew.'
      }`.trim();
    case 'deadline':
      return (
        `timeout-minutes is over (${unsuccessful.timeoutMinutes} min) and ${lower(operation)} is still ${end.status}. ` +
        `App Runner goes on with it and can't be stopped; ${lower(state)} ` +
        `Raise timeout-minutes (up to 120), or run this again when the operation has ended.`
      );
    default: {
      const group = unsuccessful.diagnosed ? undefined : logGroupsOf({ serviceArn })?.service;
      const log = group ? ` Its event log is in CloudWatch Logs: ${group}` : '';
      return `${whatHappened(unsuccessful, operation)} ${state} ${remedy(unsuccessful)}${log}`;
    }
  }
}

function whatHappened(unsuccessful: Unsuccessful, operation: string): string {
  const { end, type, facts, service } = unsuccessful;
  const notDone = NOT_DONE[type];
  if (isRolledBack(unsuccessful)) {
    const how =
      end.kind === 'unlisted'
        ? `${operation} was never listed by App Runner, and the service runs without what this run asked for`
        : `${operation} was rolled back`;
    if (unsuccessful.overtaken) {
      return `${how}: the new version was rejected and the one before served on.`;
    }
    return `${how}: the new version was rejected and the one before serves on${serving(facts, service)}.`;
  }
  if (end.kind === 'unlisted') {
    return service?.Status === AFTER_SUCCESS[type]
      ? `${operation} was never listed by App Runner, and the service is not as this run asked for.`
      : `${operation} was never listed by App Runner, and by the service's state ${notDone}.`;
  }
  const status = end.kind === 'ended' ? end.status : '';
  switch (status) {
    case 'FAILED':
      return `${operation} failed: ${notDone}.`;
    case 'ROLLBACK_FAILED':
      return `${operation} failed, and so did the rollback to the version before.`;
    default:
      return `${operation} ended ${status}: ${notDone}.`;
  }
}

const NOT_DONE: Readonly<Record<OperationType, string>> = {
  CREATE_SERVICE: 'the service was not brought up',
  UPDATE_SERVICE: 'the service was not updated',
  START_DEPLOYMENT: 'the image was not deployed',
  PAUSE_SERVICE: 'the service was not paused',
  RESUME_SERVICE: 'the service was not resumed',
  DELETE_SERVICE: 'the service was not deleted',
};

/** Which version serves after a rollback, as far as the service tells. */
function serving({ image }: Facts, service: Service | undefined): string {
  const repository = service?.SourceConfiguration?.ImageRepository;
  const identifier = repository?.ImageIdentifier;
  if (!identifier) return '';
  return identifier === image ? `, ${identifier} as it was before` : `, ${identifier}`;
}

function remedy({ end, type, service, overtaken }: Unsuccessful): string {
  if (overtaken) return 'Other operations have worked on it since; command: status lists them.';
  if (end.kind === 'ended' && end.status === 'ROLLBACK_FAILED') {
    return 'Deploy a version that is known to work; where App Runner refuses that, delete the service and create it again.';
  }
  if (service?.Status === 'CREATE_FAILED') {
    return 'It serves nothing and keeps its name; the next run repairs it.';
  }
  switch (type) {
    case 'DELETE_SERVICE':
      return 'Remove VPC ingress connections that the service still has, and delete it again.';
    case 'PAUSE_SERVICE':
    case 'RESUME_SERVICE':
      return 'Run this again; where it fails again, deploy the service anew.';
    case 'CREATE_SERVICE':
      return 'Mend the cause and run this again.';
    default:
      return 'Its settings are those from before too. Mend the cause and run this again.';
  }
}

function nameOf({ facts, type }: Unsuccessful): string {
  return facts.operationId ? `Operation ${facts.operationId}` : `Operation ${type}`;
}

function stateText({ service }: Unsuccessful): string {
  return service?.Status
    ? `The service is ${service.Status}.`
    : "The service's state could not be read.";
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
