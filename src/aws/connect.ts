import type { AwsConnection, Role } from '../ports.ts';
import type { RoleSessionOptions } from './role-session.ts';
import type { Session } from './session.ts';

/**
 * Reaches AWS with the credentials of the SDK's default chain, or with those of a role. Only what
 * the first request takes is loaded for it.
 */
export function connectAws(
  region: string,
  role: Role | undefined,
  options: RoleSessionOptions,
): AwsConnection {
  if (role) return connectAsRole(region, role, options);
  const session = import('./session.ts').then(({ startSession }) => startSession(region, options));
  return connection(
    session.then(({ underWay }) => underWay),
    session,
  );
}

/** The first question is GitHub's: what asks AWS loads while the job's token travels. */
function connectAsRole(region: string, role: Role, options: RoleSessionOptions): AwsConnection {
  const asked = import('./job-token.ts').then(({ startAsking }) =>
    startAsking(role.audience, options.env, { random: Math.random, ...options }),
  );
  const underWay = asked.then((token) => token.underWay);
  const session = underWay.then(async () => {
    const { startRoleSession } = await import('./role-session.ts');
    return startRoleSession(region, role, await asked, options);
  });
  return connection(underWay, session);
}

function connection(underWay: Promise<void>, session: Promise<Session>): AwsConnection {
  return {
    underWay,
    load: async () => {
      const [{ awsClients }, started] = await Promise.all([import('./clients.ts'), session]);
      return awsClients(started);
    },
  };
}
