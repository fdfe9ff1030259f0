import { statusOf } from './access-log.ts';
import { errorLine } from './error-line.ts';
import { type Explanation, failedHealthCheck, type HealthCheck, type Seen } from './seen.ts';

/** The known causes of a failed health check, by name; the first one that explains it is taken. */
export const HEALTH_CAUSES: Readonly<
  Record<string, (check: HealthCheck, seen: Seen) => Explanation | undefined>
> = {
  'wrong port': elsewhere,
  'wrong address': unreachable,
  'refused request': refused,
  'uncaught error': crashed,
  'nothing told': silent,
};

/** Why the health check failed: where the application listens, what it answers, how it ended. */
export function unhealthy(seen: Seen): Explanation | undefined {
  const check = failedHealthCheck(seen);
  if (!check) return undefined;
  for (const find of Object.values(HEALTH_CAUSES)) {
    const found = find(check, seen);
    if (found) return found;
  }
  return undefined;
}

/** The wrong port: nothing listens where App Runner asks. */
function elsewhere({ port }: HealthCheck, { addresses }: Seen): Explanation | undefined {
  const ports = [...new Set(addresses.map((address) => address.port))];
  const [first] = ports;
  if (port === undefined || first === undefined || ports.includes(port)) return undefined;
  return {
    cause: `the application listens on port ${ports.join(' and ')}, but the service's port is ${port}`,
    remedy: `Set port: ${first}, or let the application listen on port ${port}.`,
    sure: true,
  };
}

/** The right port, but not on an address that the health check comes to. */
function unreachable({ port }: HealthCheck, { addresses }: Seen): Explanation | undefined {
  const here = addresses.filter((address) => address.port === port);
  const remedy = 'Let it listen on 0.0.0.0, which is every address of the container.';
  if (here.length === 0) return undefined;
  if (here.every(({ reach }) => reach === 'loopback')) {
    return {
      cause: `the application listens on port ${port} of 127.0.0.1 only, where nothing from outside its container comes in`,
      remedy,
      sure: true,
    };
  }
  if (here.every(({ reach }) => reach === 'instance')) {
    return {
      cause: `the application listens on port ${port} of its instance's host name only, and the health check comes in on another address`,
      remedy: `${remedy} Next.js listens on HOSTNAME, which App Runner sets: set it to 0.0.0.0 in the start command or in environment-variables.`,
      sure: true,
    };
  }
  return undefined;
}

/** An HTTP check that the application answered, but not with a success. */
function refused(
  { protocol, path, port }: HealthCheck,
  { application }: Seen,
): Explanation | undefined {
  if (protocol !== 'HTTP' || path === undefined) return undefined;
  const status = statusOf(path, application);
  if (status === undefined || (status >= 200 && status < 300)) return undefined;
  return {
    cause: `the health check's GET ${path} on port ${port} is answered with ${status}`,
    remedy: STATUS_REMEDIES[status] ?? OTHER_STATUS_REMEDY,
    sure: true,
  };
}

const NO_LOGIN =
  'App Runner sends no credentials: let the application answer this path without a login, or name another in health-check-path.';

const OTHER_STATUS_REMEDY =
  'Name a path in health-check-path that the application answers with 200.';

const STATUS_REMEDIES: Readonly<Record<number, string>> = {
  401: NO_LOGIN,
  403: NO_LOGIN,
  404: 'The application has no such path: correct the one in health-check-path.',
};

/** Nothing says that it listens, and the log has an error that nobody caught. */
function crashed(check: HealthCheck, { application }: Seen): Explanation | undefined {
  const error = errorLine(application);
  if (error?.kind !== 'uncaught') return undefined;
  return {
    cause: `${failed(check)}, and the application's log says: ${error.text}`,
    remedy: 'Mend that error; the lines above it in the application log tell where it is.',
    sure: true,
  };
}

function silent(check: HealthCheck, { application, addresses }: Seen): Explanation {
  if (application.length === 0) {
    return {
      cause: `${failed(check)}, and the application wrote no log line`,
      remedy: NO_LOG_REMEDY,
      sure: false,
    };
  }
  const listens = addresses.some(({ port }) => port === check.port);
  return {
    cause: `${failed(check)}${listens ? ', though the application says that it listens there' : ''}`,
    remedy:
      listens && check.protocol === 'HTTP'
        ? `Most likely GET ${check.path ?? '/'} is not answered with 200. ${NO_LOGIN}`
        : 'Check that the application listens on this port of 0.0.0.0, and soon enough: the health check gives it health-check-unhealthy-threshold times health-check-interval seconds.',
    sure: false,
  };
}

/** What is left when an application did not live to write a line. */
export const NO_LOG_REMEDY =
  'It ended before it could log, or never ran: check that the image is linux/amd64, that start-command exists in it, and, with a VPC connector, that the service comes up without it.';

function failed({ protocol, path, port }: HealthCheck): string {
  const of = protocol === 'HTTP' && path !== undefined ? ` of ${path}` : '';
  return `the ${protocol ? `${protocol} ` : ''}health check${of}${port === undefined ? '' : ` on port ${port}`} failed`;
}
