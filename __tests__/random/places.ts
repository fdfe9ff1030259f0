import { temporaryDirectory, writeTree } from '../support/unit-temporary-directory.ts';
import type { Places } from './ports.ts';

/** Makes the directories of a test file's cases; they are removed after its tests. */
export async function makePlaces(): Promise<Places> {
  const [checkout, temp, docker] = [
    await temporaryDirectory(),
    await temporaryDirectory(),
    await temporaryDirectory(),
  ];
  await writeTree(checkout, { Dockerfile: 'FROM scratch\n' });
  await writeTree(docker, { 'config.json': '{}' });
  return { checkout, temp, docker };
}
