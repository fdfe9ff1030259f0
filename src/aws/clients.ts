import { AppRunnerClient } from '@aws-sdk/client-apprunner';
import { ECRClient } from '@aws-sdk/client-ecr';
import type { Aws } from '../ports.ts';
import { appRunnerCalls } from './apprunner.ts';
import { ecrCalls } from './ecr.ts';
import type { Session } from './session.ts';

/** Makes the clients of a session; they send nothing yet. */
export function awsClients({ config, identity, retries }: Session): Aws {
  return {
    appRunner: appRunnerCalls(new AppRunnerClient(config)),
    ecr: ecrCalls(new ECRClient(config)),
    identity: () => identity,
    retryUntil: (deadline) => {
      retries.notAfter = deadline;
    },
    logs: async () => (await import('./logs.ts')).logsCalls(config),
  };
}
