import { AppRunnerClient } from '@aws-sdk/client-apprunner';
import { ECRClient } from '@aws-sdk/client-ecr';
import type { Aws } from '../ports.ts';
import { appRunnerCalls } from './apprunner.ts';
import { ecrCalls } from './ecr.ts';
import type { Session } from './session.ts';

/** Makes the clients of a session; they send nothing yet. */
export function awsClients({ config, identity, retries }: Session): Aws {
  const appRunner = new AppRunnerClient(config);
  const ecr = new ECRClient(config);
  return {
    appRunner: appRunnerCalls(appRunner),
    ecr: ecrCalls(ecr),
    identity: () => identity,
    retryUntil: (deadline) => {
      retries.notAfter = deadline;
    },
    logs: async () => (await import('./logs.ts')).logsCalls(config),
    history: async () => (await import('./history.ts')).historyCalls(appRunner, ecr),
    domains: async () => (await import('./apprunner-domains.ts')).domainCalls(appRunner),
    dns: async () => (await import('./route53.ts')).dnsCalls(config),
  };
}
