import { cut } from './clean-text.ts';
import { type ErrorLine, errorLine } from './error-line.ts';
import { NO_LOG_REMEDY, unhealthy } from './health-causes.ts';
import { beforeStart, type Explanation, exitCode, type Known, type Seen } from './seen.ts';

/**
 * What App Runner says where nothing of the application ran: in its log, or as the refusal of a
 * call. The texts are those that users report, AWS documents none.
 */
const SAID: readonly {
  readonly says: RegExp;
  /** True for words that App Runner also uses in a rollback, where they mean nothing. */
  readonly onlyBeforeStart?: true;
  readonly cause: string;
  readonly remedy: string;
}[] = [
  {
    says: /error in assuming access role|failed to assume access.?role/i,
    cause: 'App Runner could not assume the access role',
    remedy:
      'Let build.apprunner.amazonaws.com assume the role in its trust policy, and check access-role-arn. A role made just now takes some seconds to work.',
  },
  {
    says: /error in assuming instance role|failed to assume instance.?role/i,
    cause: 'App Runner could not assume the instance role',
    remedy:
      'Let tasks.apprunner.amazonaws.com assume the role in its trust policy, and check instance-role-arn. A role made just now takes some seconds to work.',
  },
  {
    says: /Invalid Access Role in AuthenticationConfiguration/i,
    onlyBeforeStart: true,
    cause: 'App Runner could not pull the image with the access role',
    remedy:
      'The role of access-role-arn has to trust build.apprunner.amazonaws.com (not apprunner.amazonaws.com) and to have the policy AWSAppRunnerServicePolicyForECRAccess.',
  },
  {
    says: /ECR image doesn't exist/i,
    onlyBeforeStart: true,
    cause: 'the image is not in ECR',
    remedy: 'Push the tag that the service names, or deploy one that exists.',
  },
  {
    says: /Failed to (?:copy the image from ECR|pull your application image)/i,
    onlyBeforeStart: true,
    cause: 'App Runner could not copy the image from ECR',
    remedy:
      'Check that the tag is in ECR, that it is a linux/amd64 image, and that the access role may pull it (policy AWSAppRunnerServicePolicyForECRAccess).',
  },
  {
    says: /low vCPU limit/i,
    cause: "the account's limit of Fargate On-Demand vCPUs is reached",
    remedy:
      'Ask for more in Service Quotas (Fargate, On-Demand vCPU resource count), or lower cpu or the number of instances. A deployment needs room for the old and the new instances at once.',
  },
  {
    says: /Instance Role have to be provided/i,
    cause: 'the service has secrets and no instance role',
    remedy: 'Set instance-role-arn to a role that may read the secrets of environment-secrets.',
  },
  {
    says: /not authori[sz]ed to perform: iam:PassRole/i,
    cause: 'the credentials may not hand the role over to App Runner',
    remedy: 'Allow iam:PassRole on that role in the policy of the role that deploys.',
  },
  {
    says: /secretsmanager|\bssm:|Secrets Manager|Parameter Store|(?:fetch|retriev|read|pull|resolv)\w* (?:the )?secret/i,
    cause: 'App Runner could not read a secret or parameter of environment-secrets',
    remedy:
      'Check that each ARN exists in the Region of the service, and that the instance role may read it: secretsmanager:GetSecretValue, ssm:GetParameters, and kms:Decrypt for a key of your own.',
  },
  {
    says: /Failed to build your application source code/i,
    cause: 'App Runner could not build the source code',
    remedy: 'The lines of the build, marked [Build], tell more.',
  },
  {
    says: /service with the provided name already exists/i,
    cause: 'a service of this name exists already',
    remedy:
      'Run again to update it. A service that failed to be created holds its name until it is deleted.',
  },
  {
    says: /ServiceQuotaExceeded|quota.*(?:exceeded|reached)|limit exceeded/i,
    cause: 'a quota of App Runner is used up',
    remedy:
      'Delete services that are no longer needed (failed ones count too), or ask for a higher quota in Service Quotas.',
  },
  {
    says: /doesn't support automatic deployments for an image in an ECR Public/i,
    cause: 'App Runner makes no automatic deployments from ECR Public',
    remedy: 'Set auto-deployments: false.',
  },
  {
    says: /ConfigurationSource cannot be changed/i,
    cause: 'a service that failed to be created can not get its configuration from elsewhere',
    remedy: 'Delete the service (command: delete) and deploy again.',
  },
];

/** What is known of exit codes beside the line that names the error. */
const EXITS: Readonly<Record<number, Known>> = {
  0: {
    cause: "the container's process came to its end, with code 0",
    remedy: 'The container has to keep a server running in the foreground; check its command.',
  },
  126: {
    cause: 'the container exited with code 126, a command that can not be executed',
    remedy: 'Make the file executable (chmod +x), and check start-command, ENTRYPOINT and CMD.',
  },
  127: {
    cause: 'the container exited with code 127, a command that was not found',
    remedy: 'Check start-command, ENTRYPOINT and CMD.',
  },
  137: {
    cause: 'the container was killed with code 137, most likely for want of memory',
    remedy: 'Raise memory, or let the application use less.',
  },
  139: {
    cause: 'the container exited with code 139, a segmentation fault',
    remedy:
      'Look for native code that is not made for this image, such as a library for another libc.',
  },
};

const SEE_LOG =
  'The application log has what the container wrote. Run the image with docker run and the same variables to see it fail.';

const OUT_OF_MEMORY = /heap out of memory|java\.lang\.OutOfMemoryError|std::bad_alloc|MemoryError/;

/** The known causes, by name; the first one that explains what is seen is taken. */
export const KNOWN_CAUSES: Readonly<Record<string, (seen: Seen) => Explanation | undefined>> = {
  'wrong architecture': ({ events, application }) =>
    [...application, ...events].some((line) => /exec format error/i.test(line))
      ? {
          cause: 'the image is not built for linux/amd64 (exec format error)',
          remedy:
            'App Runner runs linux/amd64 alone. Build with --platform linux/amd64; when the image is that, a program copied into it is not, or its script lacks the #! line.',
          sure: true,
        }
      : undefined,

  'refused before anything ran': (seen) => {
    const before = beforeStart(seen);
    const found = SAID.find(({ says, onlyBeforeStart }) =>
      (onlyBeforeStart ? before : seen.events).some((line) => says.test(line)),
    );
    return found && { cause: found.cause, remedy: found.remedy, sure: true };
  },

  'out of memory': (seen) => {
    const code = exitCode(seen);
    const line = seen.application.findLast((text) => OUT_OF_MEMORY.test(text));
    return code === undefined || line === undefined
      ? undefined
      : {
          cause: `the container ran out of memory and exited with code ${code}: ${cut(line.trim(), 200)}`,
          remedy: EXITS[137]?.remedy ?? SEE_LOG,
          sure: true,
        };
  },

  'container exited': (seen) => {
    const code = exitCode(seen);
    if (code === undefined) return undefined;
    const known = EXITS[code];
    return known
      ? ended(known, seen, ['uncaught'])
      : ended({ cause: `the container exited with code ${code}`, remedy: SEE_LOG }, seen);
  },

  'application stopped': (seen) =>
    seen.events.some((line) => /application stopped or failed to start/.test(line))
      ? ended({ cause: 'the application stopped or failed to start', remedy: SEE_LOG }, seen)
      : undefined,

  'health check failed': unhealthy,

  // A reason that is not known is better than this: it is shown as it is.
  'nothing came up': (seen) =>
    seen.events.some((line) =>
      /Failed to deploy your application|Deployment.* failed/.test(line),
    ) && !seen.events.some((line) => /reason ?:/i.test(line))
      ? ended({ cause: 'no instance of the new version came up', remedy: SEE_LOG }, seen, [
          'uncaught',
        ])
      : undefined,
};

/** An end of the application, with the line of its log that names the error. */
function ended(
  known: Known,
  { application }: Seen,
  kinds: readonly ErrorLine['kind'][] = ['uncaught', 'logged', 'last'],
): Explanation {
  if (application.length === 0) {
    const remedy = known.remedy === SEE_LOG ? NO_LOG_REMEDY : known.remedy;
    return { cause: `${known.cause}, and the application wrote no log line`, remedy, sure: false };
  }
  const error = errorLine(application);
  if (!error || !kinds.includes(error.kind)) return { ...known, sure: false };
  const link = error.kind === 'last' ? '; its last line was' : '';
  return {
    cause: `${known.cause}${link}: ${error.text}`,
    remedy: known.remedy,
    sure: error.kind === 'uncaught',
  };
}

/** The first known cause that explains what is seen; undefined when none does. */
export function explain(seen: Seen): Explanation | undefined {
  for (const find of Object.values(KNOWN_CAUSES)) {
    const found = find(seen);
    if (found) return found;
  }
  return undefined;
}

/**
 * What a call's refusal means, where AWS's words do not say what to do.
 *
 * @param code such as InvalidRequestException
 */
export function knownRefusal(code: string, message: string): Known | undefined {
  const found = SAID.find(({ says }) => says.test(`${code}: ${message}`));
  return found && { cause: found.cause, remedy: found.remedy };
}
