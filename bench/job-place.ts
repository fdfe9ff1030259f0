import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CreateRepositoryCommand, ECRClient } from '@aws-sdk/client-ecr';
import type { LocalAws } from '../local-aws/start.ts';
import type { Place } from './start-up.ts';

const run = promisify(execFile);

export const REPOSITORY = 'bench';

/**
 * Makes what a job needs: the ECR repository, and a checkout whose image is one file.
 *
 * @returns the place with the checkout as its workspace and the local AWS in its environment
 */
export async function makeJobPlace(aws: LocalAws, place: Place): Promise<Place> {
  const ecr = new ECRClient(aws.clientConfig);
  await ecr.send(new CreateRepositoryCommand({ repositoryName: REPOSITORY }));
  ecr.destroy();
  const workspace = join(place.temp, 'workspace');
  await mkdir(workspace);
  await writeFile(join(workspace, 'hello'), 'hello\n');
  await writeFile(
    join(workspace, 'Dockerfile'),
    'FROM scratch\nCOPY hello /hello\nCMD ["/hello"]\n',
  );
  return { ...place, workspace, env: { ...place.env, ...aws.env } };
}

/** Removes the names that the builds of these jobs left in the engine. */
export async function removeImages({ registryHost }: LocalAws, { env }: Place): Promise<void> {
  const reference = `reference=${registryHost}/${REPOSITORY}`;
  const list = ['image', 'ls', '--filter', reference, '--format', '{{.Repository}}:{{.Tag}}'];
  const { stdout } = await run('docker', list, { env });
  const names = stdout.split('\n').filter((name) => name !== '');
  if (names.length > 0) await run('docker', ['image', 'rm', ...names], { env });
}
