import type { About } from '../../src/report/about.ts';
import type { Report } from '../../src/report/report.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';

/** What the comment on a pull request is about. */
export const ABOUT: About = {
  service: 'hello-api-pr-7',
  commit: { sha: SHA, url: `https://github.com/acme/web/pull/7/commits/${SHA}` },
  branch: 'feature',
  runUrl: 'https://github.com/acme/web/actions/runs/77',
};

/** A preview that was created. */
export const CREATED: Report = {
  command: 'deploy',
  result: 'created',
  facts: {
    serviceName: 'hello-api-pr-7',
    serviceArn: 'arn:aws:apprunner:us-east-1:123456789012:service/hello-api-pr-7/1',
    serviceUrl: 'x.us-east-1.awsapprunner.com',
    serviceStatus: 'RUNNING',
    operationId: 'op-1',
    operationStatus: 'SUCCEEDED',
    image: 'registry/hello-api:1',
    imageDigest: `sha256:${'d'.repeat(64)}`,
  },
  phases: [
    { name: 'Check', ms: 400 },
    { name: 'Deploy', ms: 200_000 },
  ],
  changes: [],
};

/** A deployment that App Runner rejected. */
export const ROLLED_BACK: Report = {
  ...CREATED,
  result: 'rolled-back',
  failure: 'Operation op-1 was rolled back.\nThe service is RUNNING.',
  diagnosis: {
    cause: 'hello-api-pr-7: the container exited with code 3',
    remedy: 'Set it.',
    events: ['[AppRunner] one'],
    application: ['first', 'last'],
    notes: [],
    links: { 'App Runner': 'https://console/a' },
  },
};
