/** What BuildKit makes of a HEAD request that is forbidden. */
const FORBIDDEN = /unexpected status from HEAD request to \S+\/(blobs|manifests)\/\S+: 403/;

/** What the engine's own builder makes of it; it only looks for layers in this way. */
const NO_ANSWER = /error parsing HTTP 403 response body: unexpected end of JSON input/;

/**
 * What to do about a push that ECR forbids where it can't say why: an answer to HEAD has no text.
 *
 * @param output of the build
 * @returns a sentence with a blank after it; empty for every other failure
 */
export function deniedInSilence(output: string): string {
  const asked = FORBIDDEN.exec(output)?.[1] ?? (NO_ANSWER.test(output) ? 'blobs' : undefined);
  if (asked === undefined) return '';
  const action = asked === 'blobs' ? 'ecr:BatchCheckLayerAvailability' : 'ecr:BatchGetImage';
  return `The registry forbids it without a reason. Allow ${action} in the policy of the role that deploys. `;
}
