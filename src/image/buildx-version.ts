import { ActionError, errorMessage } from '../errors.ts';
import type { Docker, ProcessResult } from '../ports.ts';
import { lastLine } from './login.ts';

/** The first buildx with --provenance and --sbom; without them there is no plain image. */
const OLDEST = [0, 10] as const;

const GET_BUILDX =
  'Use a runner image with Docker, such as ubuntu-latest, or run docker/setup-buildx-action before this step.';

/**
 * Asks docker for its buildx plugin.
 *
 * @returns the version's text, such as v0.33.0
 * @throws ActionError when docker or buildx is missing or too old
 */
export async function buildxVersion(docker: Docker): Promise<string> {
  const { code, stdout, stderr } = await answer(docker);
  if (code !== 0) {
    throw new ActionError(
      `docker buildx version ended with code ${code}: ${lastLine(stderr)} ${GET_BUILDX}`,
    );
  }
  const version = /\bv?(\d+)\.(\d+)\.\d+\S*/.exec(stdout);
  // A build from source has no number or v0.0.0; it is newer than any limit here.
  if (!version || version[0].startsWith('v0.0.0')) return stdout.trim();
  const [text, major, minor] = version;
  if (Number(major) === OLDEST[0] && Number(minor) < OLDEST[1]) {
    throw new ActionError(
      `docker buildx is ${text}; version ${OLDEST.join('.')} or later is needed to push an image without attestations. ${GET_BUILDX}`,
    );
  }
  return text;
}

async function answer(docker: Docker): Promise<ProcessResult> {
  try {
    return await docker(['buildx', 'version']);
  } catch (error) {
    throw new ActionError(`docker can't be started: ${errorMessage(error)}. ${GET_BUILDX}`, {
      cause: error,
    });
  }
}
