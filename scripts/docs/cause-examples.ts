/** A failure as App Runner tells it, in words that users have reported. */
export interface CauseExample {
  /** App Runner's lines of the operation, or its refusal of a call. */
  readonly shows: readonly string[];
  readonly application?: readonly string[];
  /** What the build of source code printed. */
  readonly build?: readonly string[];
  /** True for those that the README shows. */
  readonly common?: true;
}

const PULLED = 'Successfully pulled your application image from ECR.';

const exited = (code: number): readonly string[] => [
  `Your application stopped or failed to start. See logs for more information. Container exit code: ${code}`,
];

const noTcp: readonly string[] = [
  "Health check failed on protocol `TCP` [Port: '8080']. Check your configured port number.",
];

const noHttp: readonly string[] = [
  "Health check failed on protocol `HTTP`[Path: '/health'], [Port: '8080']. Check your configured port number.",
];

const unbuilt = (reason: string): readonly string[] => [
  `Failed to build your application source code. Reason: ${reason}.`,
];

/** Failures in the order in which a deployment meets them, by what they happen to. */
export const CAUSE_EXAMPLES = {
  'Before anything of yours ran': [
    {
      shows: [
        'Failed to pull your application image. Reason: Invalid Access Role in AuthenticationConfiguration',
      ],
      common: true,
    },
    { shows: ["Failed to pull your application image. Reason: ECR image doesn't exist"] },
    { shows: ['Failed to copy the image from ECR'] },
    {
      shows: [
        PULLED,
        'Failed to create App Runner instances due to low vCPU limit. Increase your Fargate On-Demand vCPU resource count and re-try.',
      ],
    },
    {
      shows: [
        'AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/hello-instance/… is not authorized to perform: secretsmanager:GetSecretValue',
      ],
      common: true,
    },
    { shows: ['Failed to pull repository OWNER/hello'] },
  ],
  'The container ended': [
    { shows: [PULLED, 'exec /app/server: exec format error'], common: true },
    {
      shows: exited(3),
      application: ['starting', 'TypeError: DATABASE_URL is not set'],
      common: true,
    },
    { shows: exited(1), application: ['DATABASE_URL must be set'] },
    { shows: exited(1) },
    { shows: exited(0), application: ['migrated 3 tables'] },
    { shows: exited(126), application: ['/bin/sh: 1: /app/run.sh: Permission denied'] },
    { shows: exited(127), application: ['/bin/sh: 1: gunicorn: not found'], common: true },
    {
      shows: exited(134),
      application: ['FATAL ERROR: Reached heap limit … JavaScript heap out of memory'],
    },
    { shows: exited(137), application: ['working'], common: true },
    { shows: exited(139), application: ['working'] },
    {
      shows: ['Your application stopped or failed to start. See logs for more information.'],
      application: ['TypeError: DATABASE_URL is not set'],
    },
    { shows: [PULLED, 'Failed to deploy your application image.'] },
  ],
  'The health check failed': [
    { shows: noTcp, application: ['Server listening on port 3000'], common: true },
    {
      shows: noTcp,
      application: ['Starting development server at http://127.0.0.1:8080/'],
      common: true,
    },
    {
      shows: noTcp,
      application: ['▲ Next.js 16.2.9', '- Local: http://ip-172-31-136-235.ec2.internal:8080'],
    },
    { shows: noTcp, application: ['TypeError: DATABASE_URL is not set'] },
    { shows: noTcp, application: ['Server running at http://localhost:8080'] },
    { shows: noTcp },
    { shows: noHttp, application: ['"GET /health HTTP/1.1" 401'], common: true },
    { shows: noHttp, application: ['"GET /health HTTP/1.1" 404'], common: true },
    { shows: noHttp, application: ['"GET /health HTTP/1.1" 503'] },
    { shows: noHttp, application: ['listening on 8080'] },
  ],
  'App Runner could not build the source code': [
    {
      shows: unbuilt("Failed to execute 'build' command"),
      build: ['[Build] sh: tsc: command not found'],
    },
    { shows: unbuilt("Failed to execute 'pre_build' command") },
    { shows: unbuilt('App Runner configuration file apprunner.yaml not found') },
    { shows: unbuilt('The specified runtime version is not supported') },
    {
      shows: unbuilt(
        'The apprunner.yaml configuration file is invalid: mapping values are not allowed here',
      ),
    },
  ],
} as const satisfies Readonly<Record<string, readonly CauseExample[]>>;

/** Refusals of a call, as code and message. */
export const REFUSAL_EXAMPLES: readonly (readonly [code: string, message: string])[] = [
  [
    'InvalidRequestException',
    'Error in assuming access role arn:aws:iam::123456789012:role/apprunner-ecr-access',
  ],
  [
    'InvalidRequestException',
    'Error in assuming instance role arn:aws:iam::123456789012:role/hello-instance',
  ],
  [
    'InvalidRequestException',
    'Instance Role have to be provided if passing in RuntimeEnvironmentSecrets.',
  ],
  [
    'AccessDeniedException',
    'User: arn:aws:sts::123456789012:assumed-role/deploy-hello/… is not authorized to perform: iam:PassRole on resource: arn:aws:iam::123456789012:role/apprunner-ecr-access',
  ],
  ['InvalidRequestException', 'Service with the provided name already exists: hello'],
  ['ServiceQuotaExceededException', 'You have reached the limit of services.'],
  [
    'InvalidRequestException',
    "App Runner doesn't support automatic deployments for an image in an ECR Public repository.",
  ],
  [
    'InvalidRequestException',
    "The connection you specified isn't AVAILABLE. Status: PENDING_HANDSHAKE.",
  ],
  [
    'InvalidRequestException',
    'ConfigurationSource cannot be changed from REPOSITORY to API for CREATE_FAILED services.',
  ],
];
