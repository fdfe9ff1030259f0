import { execFile } from 'node:child_process';
import { hostname } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Every container carries this label; its value says whose it is. */
const label = 'local-aws';
const owner = (pid: number) => `${hostname()}/${pid}`;

/** The label of this process's containers, as `docker run` takes it. */
export const ownLabel = `${label}=${owner(process.pid)}`;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Of `ID HOST/PID` lines, the ids whose process on this host is gone. */
export const orphans = (listing: string, alive: (pid: number) => boolean = isAlive): string[] =>
  listing.split('\n').flatMap((line) => {
    const [id, whose = ''] = line.split(' ');
    const pid = Number(whose.slice(whose.lastIndexOf('/') + 1));
    return id && pid > 0 && whose === owner(pid) && !alive(pid) ? [id] : [];
  });

/** Removes containers that a killed process of this machine left behind. Never throws. */
export const removeLeftovers = async (): Promise<void> => {
  try {
    const format = `{{.ID}} {{.Label "${label}"}}`;
    const filter = `label=${label}`;
    const { stdout } = await run('docker', ['ps', '--all', '--filter', filter, '--format', format]);
    const found = orphans(stdout);
    if (found.length > 0) await run('docker', ['rm', '--force', ...found]);
  } catch {
    // No engine, or one removed at the same time by another process: both show elsewhere.
  }
};
