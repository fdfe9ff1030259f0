import { describe, expect, it } from '@jest/globals';
import { explain, KNOWN_CAUSES } from '../../../src/diagnosis/known-causes.ts';
import { addressesIn } from '../../../src/diagnosis/listening.ts';
import { knownRefusal } from '../../../src/diagnosis/said.ts';
import type { Seen } from '../../../src/diagnosis/seen.ts';
import { actionFile } from '../../support/unit-action-file.ts';

const PULLED = '[AppRunner] Successfully pulled your application image from ECR.';
const EXITED =
  '[AppRunner] Your application stopped or failed to start. See logs for more information.  Container exit code: ';
const NO_TCP = [
  "[AppRunner] Performing health check on protocol `TCP` [Port: '8080'].",
  "[AppRunner] Health check failed on protocol `TCP` [Port: '8080']. Check your configured port number. For more information, see the application logs.",
  '[AppRunner] Deployment failed. Failure reason: Health check failed.',
];
const NO_HTTP = [
  "[AppRunner] Performing health check on protocol `HTTP` [Path: '/healthz'], [Port: '8000'].",
  "[AppRunner] Health check failed on protocol `HTTP`[Path: '/healthz'], [Port: '8000']. Check your configured port number.",
  '[AppRunner] Deployment with ID : e1994c264adf4e54954be3036fa89bcb failed. Failure reason : Health check failed.',
];
const TRACE = [
  '/app/server.js:3',
  'Error: DATABASE_URL is not set',
  '    at main (/app/server.js:3)',
];

function seenIn(events: readonly string[], application: readonly string[]): Seen {
  return { events, build: [], application, addresses: addressesIn(application) };
}

function explained(events: readonly string[], application: readonly string[] = []) {
  return explain(seenIn(events, application));
}

/** Name, App Runner's lines, the application's lines, cause and a part of the remedy. */
const CASES: readonly [string, readonly string[], readonly string[], string, string][] = [
  [
    'arm64, as the application log says',
    [PULLED, `${EXITED}1`],
    ['exec /bin/sh: exec format error'],
    'the image is not built for linux/amd64 (exec format error)',
    '--platform linux/amd64',
  ],
  [
    'arm64, as App Runner says',
    [PULLED, '[AppRunner] Your application failed: exec /app: exec format error'],
    [],
    'the image is not built for linux/amd64 (exec format error)',
    'linux/amd64 alone',
  ],
  [
    'an access role that is no use',
    [
      '[AppRunner] Failed to pull your application image. Reason: Invalid Access Role in AuthenticationConfiguration',
      '[AppRunner] Deployment with ID : X failed. Failure reason : Failed to copy the image from ECR',
    ],
    [],
    'App Runner could not pull the image with the access role',
    'build.apprunner.amazonaws.com',
  ],
  [
    'an image that could not be copied',
    [
      '[AppRunner] Pulling image 123456789012.dkr.ecr.us-east-1.amazonaws.com/hello from ECR repository.',
      '[AppRunner] Deployment with ID : X failed. Failure reason : Failed to copy the image from ECR.',
    ],
    [],
    'App Runner could not copy the image from ECR',
    'the tag is in ECR',
  ],
  [
    'an image that is absent',
    ["[AppRunner] Failed to pull your application image. Reason: ECR image doesn't exist."],
    [],
    'the image is not in ECR',
    'Push the tag',
  ],
  [
    'the vCPU limit',
    [
      PULLED,
      '[AppRunner] Failed to create App Runner instances due to low vCPU limit. Increase your Fargate On-Demand vCPU resource count and re-try.',
    ],
    [],
    "the account's limit of Fargate On-Demand vCPUs is reached",
    'Service Quotas',
  ],
  [
    'a secret that may not be read',
    [
      '[AppRunner] AccessDeniedException: User: arn:aws:sts::1:assumed-role/r is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:us-east-1:1:secret:db',
    ],
    [],
    'App Runner could not read a secret or parameter of environment-secrets',
    'kms:Decrypt',
  ],
  [
    'source code that does not build',
    [
      "[AppRunner] Failed to build your application source code. Reason: Failed to execute 'build' command.",
    ],
    [],
    'the build command failed, and no line of the build is there',
    'fresh checkout',
  ],
  [
    'a repository that can not be read',
    [
      '[AppRunner] Failed to retrieve the latest commit from your source repository. Be sure you configure your service with a valid connection to your GitHub repository',
    ],
    [],
    'App Runner could not read the code repository',
    'connection-arn',
  ],
  [
    'a repository that can not be pulled',
    ['[AppRunner] Failed to pull repository my-account/hello'],
    [],
    'App Runner could not read the code repository',
    'source-branch',
  ],
  [
    'an exit code with a stack trace',
    [
      PULLED,
      `${EXITED}3`,
      '[AppRunner] Deployment with ID : X failed. Failure reason : Health check failed.',
    ],
    TRACE,
    'the container exited with code 3: Error: DATABASE_URL is not set',
    'docker run',
  ],
  [
    'an exit code with a last line',
    [`${EXITED}1`],
    ['2024/05/01 10:00:00 DATABASE_URL must be set'],
    'the container exited with code 1; its last line was: 2024/05/01 10:00:00 DATABASE_URL must be set',
    'docker run',
  ],
  [
    'an exit code without a log',
    [`${EXITED}1`],
    [],
    'the container exited with code 1, and the application wrote no log line',
    'linux/amd64',
  ],
  [
    'the exit code of an end',
    [`${EXITED}0`],
    ['migrated 3 tables'],
    "the container's process came to its end, with code 0",
    'foreground',
  ],
  [
    'the exit code of a command that is absent',
    [`${EXITED}127`],
    ['/bin/sh: 1: gunicorn: not found'],
    'the container exited with code 127, a command that was not found: /bin/sh: 1: gunicorn: not found',
    'start-command',
  ],
  [
    'the exit code of a file that can not run',
    [`${EXITED}126`],
    ['/bin/sh: 1: /app/run.sh: Permission denied'],
    'the container exited with code 126, a command that can not be executed: /bin/sh: 1: /app/run.sh: Permission denied',
    'chmod',
  ],
  [
    'the exit code of a kill',
    [`${EXITED}137`],
    ['working'],
    'the container was killed with code 137, most likely for want of memory',
    'Raise memory',
  ],
  [
    'the exit code of a segmentation fault',
    [`${EXITED}139`],
    ['working'],
    'the container exited with code 139, a segmentation fault',
    'native code',
  ],
  [
    "a heap that is full, in Node's words",
    [`${EXITED}134`],
    ['FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'],
    'the container ran out of memory and exited with code 134: FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
    'Raise memory',
  ],
  [
    'an application that stopped without a code',
    ['[AppRunner] Your application stopped or failed to start. See logs for more information.'],
    TRACE,
    'the application stopped or failed to start: Error: DATABASE_URL is not set',
    'docker run',
  ],
  [
    'the wrong port',
    NO_TCP,
    ['Server listening on port 9000'],
    "the application listens on port 9000, but the service's port is 8080",
    'Set port: 9000',
  ],
  [
    'several wrong ports',
    NO_TCP,
    ['Listening on http://0.0.0.0:9000', 'metrics listening on 9090'],
    "the application listens on port 9000 and 9090, but the service's port is 8080",
    'Set port: 9000',
  ],
  [
    'the wrong port, in the words of 2023',
    [
      "[AppRunner] Performing health check on port '8000'.",
      '[AppRunner] Deployment with ID : 7f05c57529fb4b5cb1191af5be19fc14 failed. Failure reason : Health check failed.',
    ],
    ['INFO:     Uvicorn running on http://0.0.0.0:8080 (Press CTRL+C to quit)'],
    "the application listens on port 8080, but the service's port is 8000",
    'Set port: 8080',
  ],
  [
    'loopback only',
    NO_TCP,
    ['Starting development server at http://127.0.0.1:8080/'],
    'the application listens on port 8080 of 127.0.0.1 only, where nothing from outside its container comes in',
    '0.0.0.0',
  ],
  [
    "the instance's host name only, as Next.js does",
    NO_TCP,
    ['▲ Next.js 16.2.9', '- Local: http://ip-172-31-136-235.ec2.internal:8080'],
    "the application listens on port 8080 of its instance's host name only, and the health check comes in on another address",
    'HOSTNAME',
  ],
  [
    'a path that wants a login',
    NO_HTTP,
    ['listening on 8000', 'GET /healthz 401 1.2 ms'],
    "the health check's GET /healthz on port 8000 is answered with 401",
    'no credentials',
  ],
  [
    'a path that is not there',
    NO_HTTP,
    ['INFO:     169.254.1.1:4321 - "GET /healthz HTTP/1.1" 404 Not Found'],
    "the health check's GET /healthz on port 8000 is answered with 404",
    'health-check-path',
  ],
  [
    'a path that fails',
    NO_HTTP,
    ['listening on 8000', '{"path":"/healthz","status":503}'],
    "the health check's GET /healthz on port 8000 is answered with 503",
    'health-check-path',
  ],
  [
    'an error that nobody caught',
    NO_TCP,
    TRACE,
    "the TCP health check on port 8080 failed, and the application's log says: Error: DATABASE_URL is not set",
    'Mend that error',
  ],
  [
    'an application that listens, but too late or not for all',
    NO_TCP,
    ['Server running at http://localhost:8080'],
    'the TCP health check on port 8080 failed, though the application says that it listens there',
    'health-check-unhealthy-threshold',
  ],
  [
    'an HTTP check of which the application tells nothing',
    NO_HTTP,
    ['hello'],
    'the HTTP health check of /healthz on port 8000 failed',
    '0.0.0.0',
  ],
  [
    'an HTTP check where the application listens',
    NO_HTTP,
    ['listening on 8000'],
    'the HTTP health check of /healthz on port 8000 failed, though the application says that it listens there',
    'GET /healthz is not answered with 200',
  ],
  [
    'a health check and no application log',
    NO_TCP,
    [],
    'the TCP health check on port 8080 failed, and the application wrote no log line',
    'linux/amd64',
  ],
  [
    'a role that App Runner only blames while it rolls back',
    [
      PULLED,
      "[AppRunner] Performing health check on protocol `HTTP` [Path: '/health'], [Port: '3000'].",
      "[AppRunner] Health check failed on protocol `HTTP`[Path: '/health'], [Port: '3000'].",
      '[AppRunner] Failed to pull your application image. Reason: Invalid Access Role in AuthenticationConfiguration.',
    ],
    ['GET /health 404'],
    "the health check's GET /health on port 3000 is answered with 404",
    'health-check-path',
  ],
  [
    'instances that never came up',
    [PULLED, '[AppRunner] Failed to deploy your application image.'],
    [],
    'no instance of the new version came up, and the application wrote no log line',
    'VPC connector',
  ],
];

describe('a known cause', () => {
  it.each(CASES)('is found: %s', (_name, events, application, cause, remedy) => {
    const found = explained(events, application);
    expect(found?.cause).toBe(cause);
    expect(found?.remedy).toContain(remedy);
  });

  it('is one line, and has a remedy of at most three sentences', () => {
    for (const [, events, application] of CASES) {
      const { cause = '', remedy = '' } = explained(events, application) ?? {};
      expect(cause).not.toMatch(/\n|\.$/);
      expect(remedy).toMatch(/\.$/);
      expect(remedy.split(/\. (?=[A-Z])/).length).toBeLessThanOrEqual(3);
    }
  });

  it('names no input that there is not', () => {
    const named = CASES.flatMap(([, events, application]) =>
      [...`${explained(events, application)?.remedy}`.matchAll(/\b[a-z]+(?:-[a-z]+)+\b/g)].map(
        ([input]) => input,
      ),
    );
    expect(new Set(Object.keys(actionFile().inputs))).toEqual(
      new Set([...Object.keys(actionFile().inputs), ...named]),
    );
  });

  it('is tested, each one in the table', () => {
    const tried = CASES.flatMap(([, events, application]) =>
      Object.entries(KNOWN_CAUSES)
        .filter(([, find]) => find(seenIn(events, application)))
        .slice(0, 1)
        .map(([name]) => name),
    );
    expect(new Set(tried)).toEqual(new Set(Object.keys(KNOWN_CAUSES)));
  });

  it('is sure only where later application lines would change nothing', () => {
    const sure = (events: readonly string[], application: readonly string[]) =>
      explained(events, application)?.sure;
    expect(sure([`${EXITED}3`], [])).toBe(false);
    expect(sure([`${EXITED}3`], ['starting'])).toBe(false);
    expect(sure([`${EXITED}3`], TRACE)).toBe(true);
    expect(sure(NO_TCP, [])).toBe(false);
    expect(sure(NO_TCP, ['listening on 9000'])).toBe(true);
    expect(sure(NO_TCP, ['listening on 8080'])).toBe(false);
  });

  it('takes the port that was asked for where App Runner names none', () => {
    const events = ['[AppRunner] Deployment failed. Failure reason: Health check failed.'];
    const seen = seenIn(events, ['listening on 9000']);
    expect(explain({ ...seen, port: '8080' })?.cause).toContain('8080');
    expect(explain(seen)?.cause).toBe('the health check failed');
  });

  it.each([
    ['nothing', []],
    [
      'a success',
      [
        PULLED,
        '[AppRunner] Health check is successful. Routing traffic to application.',
        '[AppRunner] Successfully routed incoming traffic to application.',
        '[AppRunner] Service status is set to RUNNING.',
      ],
    ],
    ['other words', ['[AppRunner] An internal error occurred.']],
    [
      'a reason that nobody has told of yet',
      [
        PULLED,
        '[AppRunner] Failed to deploy your application image.',
        '[AppRunner] Deployment with ID : X failed. Failure reason : The stars are wrong.',
      ],
    ],
  ])('is none in %s', (_what, events) => {
    expect(explained(events, ['listening on 9000'])).toBeUndefined();
  });
});

describe('a refusal by App Runner', () => {
  const name = 'InvalidRequestException';
  it.each([
    [
      name,
      'Error in assuming access role arn:aws:iam::402228412873:role/x',
      'assume the access role',
    ],
    [name, 'Error in assuming instance role arn:aws:iam::1:role/x', 'assume the instance role'],
    [name, 'Service with the provided name already exists: hello', 'of this name exists already'],
    ['ServiceQuotaExceededException', 'too many', 'a quota of App Runner is used up'],
    [
      'AccessDeniedException',
      'User: arn:aws:sts::1:assumed-role/ci/x is not authorized to perform: iam:PassRole on resource: arn:aws:iam::1:role/my-secrets',
      'may not hand the role over',
    ],
    [
      name,
      'Instance Role have to be provided if passing in RuntimeEnvironmentSecrets.',
      'has secrets and no instance role',
    ],
    [
      name,
      "App Runner doesn't support automatic deployments for an image in an ECR Public repository.",
      'no automatic deployments',
    ],
    [
      name,
      'ConfigurationSource cannot be changed from REPOSITORY to API for CREATE_FAILED services.',
      'can not get its configuration from elsewhere',
    ],
    [
      name,
      "The connection you specified isn't AVAILABLE. Status: PENDING_HANDSHAKE. ARN: 'arn:aws:apprunner:us-east-1:1:connection/mine/1'",
      'the connection to the code repository can not be used',
    ],
    [
      name,
      "The connection ARN you specified isn't valid. ARN: 'arn:aws:apprunner:us-east-1:1:connection/mine/1'",
      'the connection to the code repository can not be used',
    ],
    [
      name,
      'Failed to retrieve the latest commit from your source repository. Be sure you configure your service with a valid connection to your GitHub repository',
      'could not read the code repository',
    ],
  ])('%s: %s', (code, message, cause) => {
    const known = knownRefusal(code, message);
    expect(known?.cause).toContain(cause);
    expect(known?.remedy).toMatch(/\.$/);
  });

  it.each([
    [
      'ValidationException',
      "Value 'x' at 'runtimeEnvironmentSecrets' failed to satisfy constraint",
    ],
    ['ThrottlingException', 'Rate exceeded'],
    [
      'AccessDeniedException',
      'User: x is not authorized to perform: apprunner:CreateService on resource: arn:aws:apprunner:us-east-1:1:service/my-secrets-app/*',
    ],
    [
      'InvalidStateException',
      'Service cannot be updated in the current state: OPERATION_IN_PROGRESS',
    ],
  ])('is not made up: %s: %s', (code, message) => {
    expect(knownRefusal(code, message)).toBeUndefined();
  });
});
