import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ActionError } from '../errors.ts';
import type { BuildInputs } from '../inputs/build.ts';
import type { Docker } from '../ports.ts';
import { type BuildTarget, buildCommand } from './build-command.ts';
import type { PrivateDockerConfig } from './docker-config.ts';
import { deniedInSilence } from './push-denied.ts';

/**
 * Builds and pushes one image under all its names, the build's own output going to the log.
 *
 * @returns the digest that buildx says it pushed
 * @throws ActionError with the build's last error line
 */
export async function buildAndPush(
  docker: Docker,
  build: BuildInputs,
  target: Omit<BuildTarget, 'metadataFile'>,
  config: PrivateDockerConfig,
): Promise<string> {
  const metadataFile = join(config.directory, 'build-metadata.json');
  const command = buildCommand(build, { ...target, metadataFile });
  const { code, stderr } = await docker(command.args, {
    env: { ...config.env, ...command.env },
    stream: true,
  });
  if (code !== 0) {
    throw new ActionError(
      `docker buildx build ended with code ${code}: ${buildError(stderr)} ${remedy(stderr)}The build's log is above.`,
    );
  }
  return digestOf(await readFile(metadataFile, 'utf8'));
}

/** What to do where ECR refuses to move a tag, in the words of its registry, or says nothing. */
function remedy(output: string): string {
  return /cannot be overwritten because the (tag|repository) is immutable/.test(output)
    ? 'Name only tags in image-tags and cache-to that are new in each run or that the repository lets be moved. '
    : deniedInSilence(output);
}

/** The line that says why a build failed: buildx writes it last, after ERROR. */
export function buildError(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.findLast((line) => /^ERROR/i.test(line)) ?? lines.at(-1) ?? 'it said nothing.';
}

/** Reads the digest from what `--metadata-file` wrote; throws ActionError when it has none. */
export function digestOf(metadata: string): string {
  const value: unknown = JSON.parse(metadata);
  const digest =
    typeof value === 'object' && value !== null && 'containerimage.digest' in value
      ? value['containerimage.digest']
      : undefined;
  if (typeof digest === 'string' && /^sha256:[0-9a-f]{64}$/.test(digest)) return digest;
  throw new ActionError(
    'docker buildx build told no digest of the image it pushed. Update buildx, or run docker/setup-buildx-action before this step.',
  );
}
