import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash } from 'bcryptjs';
import { registryUser } from './backend.ts';

/** A directory with what a registry needs to start. */
export interface RegistryFiles {
  readonly directory: string;
  readonly config: string;
  remove(): Promise<void>;
}

/** How the registry sees its surroundings; by default it sees the directory as this process does. */
export interface RegistryView {
  readonly address: string;
  readonly directory?: string;
  readonly storage?: string;
}

/** The registry's configuration: files on disk, one login, deletes allowed, relative locations. */
function configText({ directory, storage, address }: Required<RegistryView>): string {
  return `version: 0.1
log: {level: info, accesslog: {disabled: true}}
storage:
  filesystem: {rootdirectory: ${JSON.stringify(storage)}}
  delete: {enabled: true}
http: {addr: ${JSON.stringify(address)}, relativeurls: true}
auth:
  htpasswd: {realm: local ECR, path: ${JSON.stringify(`${directory}/htpasswd`)}}
`;
}

/** Bcrypt's lowest cost: the registry computes it for each request, and the password is random. */
const bcryptCost = 4;

/** Writes configuration and password file to a new temporary directory, which may hold the storage. */
export async function writeRegistryFiles(
  password: string,
  view: RegistryView,
): Promise<RegistryFiles> {
  const directory = await mkdtemp(join(tmpdir(), 'local-aws-registry-'));
  const config = join(directory, 'config.yml');
  const htpasswd = `${registryUser}:${await hash(password, bcryptCost)}\n`;
  await writeFile(join(directory, 'htpasswd'), htpasswd, { mode: 0o600 });
  const storage = join(directory, 'storage');
  await writeFile(config, configText({ directory, storage, ...view }));
  return { directory, config, remove: () => rm(directory, { recursive: true, force: true }) };
}
