import { attempt, say } from './say.mjs';

const FIRST_ANSWER_MS = 20_000;
const WHOLE_PULL_MS = 600_000;
const ANSWER_MS = 15_000;

/**
 * The engine's version, when the Docker client finds one that answers.
 * @returns {Promise<{ version?: string, why: string }>}
 */
export async function engineVersion() {
  const answer = await attempt('docker', ['version', '--format', '{{.Server.Version}}'], {
    timeoutMs: ANSWER_MS,
  });
  const version = answer.stdout.trim();
  return answer.ok && version ? { version, why: '' } : { why: answer.why };
}

/**
 * Whether an image is in the engine's own store, as one for linux/amd64.
 * @param {string} image
 */
export async function hasImage(image) {
  const answer = await attempt('docker', [
    'image',
    'inspect',
    '--format',
    '{{.Architecture}}',
    image,
  ]);
  return answer.ok && answer.stdout.trim() === 'amd64';
}

/**
 * Pulls an image unless it is there. A registry that can't be reached costs 20 s at most.
 * @param {string} image
 * @returns {Promise<boolean>} whether the image is there now
 */
export async function canHaveImage(image) {
  if (await hasImage(image)) return true;
  say(`Pulling the image ${image}`);
  const pull = await attempt('docker', ['pull', '--platform', 'linux/amd64', image], {
    // Docker prints its first line when the registry has answered, so a slow download is not cut off.
    firstOutputMs: FIRST_ANSWER_MS,
    timeoutMs: WHOLE_PULL_MS,
  });
  if (!pull.ok) say(`The image ${image} can't be pulled here (${lastLine(pull.why)})`);
  return pull.ok;
}

/** @param {string} text */
function lastLine(text) {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
