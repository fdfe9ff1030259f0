import { type LocalOidc, startOidc } from '../../local-aws/github/oidc/start.ts';
import { type LocalAws, startLocalAws } from '../../local-aws/start.ts';
import { awsClients } from '../../src/aws/clients.ts';
import { startAsking } from '../../src/aws/job-token.ts';
import { type RoleSessionOptions, startRoleSession } from '../../src/aws/role-session.ts';
import type { Aws, Role } from '../../src/ports.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';
import './unit-one-realm.ts';

export const BRANCH = 'repo:octo/hello:ref:refs/heads/main';
export const ROLE: Role = {
  arn: 'arn:aws:iam::123456789012:role/deploy-hello',
  sessionName: 'GitHubActions',
  durationSeconds: 3600,
  audience: 'sts.amazonaws.com',
};

/** An AWS, the tokens of GitHub's jobs, and one clock for both and for the action. */
export interface RoleWorld {
  readonly aws: LocalAws;
  readonly oidc: LocalOidc;
  readonly clock: ManualClock;
  /** Masks, and what was told, in order. */
  readonly events: string[];
  /** Starts a session as the action does; the endpoint is all that the environment has. */
  session(
    role?: Partial<Role>,
    options?: Partial<RoleSessionOptions>,
  ): { readonly calls: Aws; readonly underWay: Promise<void> };
  close(): Promise<void>;
}

/** Starts the world; the environment has no credentials in it until it is closed. */
export async function startRoleWorld(): Promise<RoleWorld> {
  const clock = manualClock();
  const aws = await startLocalAws({ clock });
  const oidc = await startOidc({ repository: 'octo/hello', clock });
  const before = process.env;
  const { AWS_ENDPOINT_URL } = aws.env;
  process.env = { ...before, AWS_ENDPOINT_URL };
  for (const name of Object.keys(process.env)) {
    if (/^AWS_(ACCESS|SECRET|SESSION|PROFILE)/.test(name)) delete process.env[name];
  }
  const events: string[] = [];
  return {
    aws,
    oidc,
    clock,
    events,
    session: (role = {}, options = {}) => {
      const wanted = { ...ROLE, ...role };
      const all = {
        clock,
        cancelled: new AbortController().signal,
        tell: (text: string) => events.push(`tell ${text}`),
        random: () => 0,
        env: oidc.env(),
        masking: async () => (secret: string) => events.push(`mask ${secret}`),
        ...options,
      };
      const asked = startAsking(wanted.audience, all.env, all);
      const session = startRoleSession('us-east-1', wanted, asked, all);
      return { calls: awsClients(session), underWay: session.underWay };
    },
    close: async () => {
      process.env = before;
      await oidc.close();
      await aws.close();
    },
  };
}
