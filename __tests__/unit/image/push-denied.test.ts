import { expect, it } from '@jest/globals';
import { deniedInSilence } from '../../../src/image/push-denied.ts';

const URL = 'https://123456789012.dkr.ecr.us-east-1.amazonaws.com/v2/hello';
const ALLOW = 'in the policy of the role that deploys.';

it.each([
  [
    'BuildKit that may not look for a layer',
    `ERROR: failed to push: unexpected status from HEAD request to ${URL}/blobs/sha256:14617517cc: 403 Forbidden`,
    `Allow ecr:BatchCheckLayerAvailability ${ALLOW}`,
  ],
  [
    'BuildKit that may not look for an image',
    `ERROR: failed to push: unexpected status from HEAD request to ${URL}/manifests/1.4.0: 403 Forbidden`,
    `Allow ecr:BatchGetImage ${ALLOW}`,
  ],
  [
    "the engine's builder that may not look for a layer",
    'ERROR: failed to build: error parsing HTTP 403 response body: unexpected end of JSON input: ""',
    `Allow ecr:BatchCheckLayerAvailability ${ALLOW}`,
  ],
])('the permission is named to %s', (_, output, wanted) => {
  expect(deniedInSilence(output)).toContain(wanted);
});

it.each([
  'ERROR: denied: User: x is not authorized to perform: ecr:PutImage on resource: y',
  `ERROR: unexpected status from HEAD request to ${URL}/blobs/sha256:14617517cc: 500 Internal Server Error`,
  'ERROR: process "/bin/sh -c npm ci" did not complete successfully: exit code: 1',
])('nothing is added to %s', (output) => {
  expect(deniedInSilence(output)).toBe('');
});
