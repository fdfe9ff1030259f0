import { randomBytes } from 'node:crypto';
import type { RegistryBackend, RegistryChoice } from './backend.ts';
import { startBinaryRegistry } from './binary.ts';
import { startContainerRegistry } from './container.ts';
import { startMemoryRegistry } from './memory.ts';

/** Starts the chosen registry with a login made for this start. Throws when it can't be started. */
export function startRegistry(choice: RegistryChoice): Promise<RegistryBackend> {
  const password = randomBytes(32).toString('base64url');
  if (choice.kind === 'binary') return startBinaryRegistry(choice.path, password);
  if (choice.kind === 'container') return startContainerRegistry(choice.image, password);
  return startMemoryRegistry(password);
}
