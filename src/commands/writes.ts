import type { OperationType } from '@aws-sdk/client-apprunner';
import type { Decision } from '../service/decision.ts';
import { CALLS, type LifecycleCommand } from '../service/lifecycle.ts';
import { stands } from '../service/stands.ts';
import type { Write } from './perform.ts';

/** The call that carries out a decision. */
export function writeOf(decision: Decision): Write {
  switch (decision.kind) {
    case 'create':
      return {
        call: 'CreateService',
        type: 'CREATE_SERVICE',
        send: (appRunner) => appRunner.create(decision.request),
        stands: (service) => stands(service, decision.request),
      };
    case 'update':
      return {
        call: 'UpdateService',
        type: 'UPDATE_SERVICE',
        serviceArn: `${decision.request.ServiceArn}`,
        send: (appRunner) => appRunner.update(decision.request),
        stands: (service) => stands(service, decision.request),
      };
    case 'deploy':
      return {
        call: 'StartDeployment',
        type: 'START_DEPLOYMENT',
        serviceArn: decision.serviceArn,
        send: (appRunner) => appRunner.startDeployment(decision.serviceArn),
      };
  }
}

const TYPES: Readonly<Record<LifecycleCommand, OperationType>> = {
  pause: 'PAUSE_SERVICE',
  resume: 'RESUME_SERVICE',
  delete: 'DELETE_SERVICE',
};

/** The call that pauses, resumes or deletes a service. */
export function lifecycleWrite(command: LifecycleCommand, serviceArn: string): Write {
  return {
    call: CALLS[command],
    type: TYPES[command],
    serviceArn,
    send: (appRunner) => appRunner[command](serviceArn),
  };
}
