import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { probeAddress } from './probe.ts';
import type { HealthCheck } from './runtime.ts';

const run = promisify(execFile);

/** A container's own address answers or refuses within this, or the packet was lost. */
const reachMs = 150;

/** An address that was silent this often can't be reached from here. */
const mostSilences = 20;

/**
 * Docker's proxy takes a connection before it knows whether anything listens in the container, and
 * drops it within this when nothing does.
 */
const settleMs = 300;

type Reach = 'answers' | 'refuses' | 'silent';

const reach = (host: string, port: number): Promise<Reach> =>
  new Promise((resolve) => {
    const socket = connect(port, host);
    const end = (result: Reach) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(result);
    };
    const timer = setTimeout(() => end('silent'), reachMs);
    socket.on('connect', () => end('answers'));
    socket.on('error', (error) =>
      end('code' in error && error.code === 'ECONNREFUSED' ? 'refuses' : 'silent'),
    );
  });

const isWritten = async (file: string): Promise<boolean> => {
  try {
    return (await stat(file)).size > 0;
  } catch {
    return false;
  }
};

/** The container's address in its bridge network, once it runs. */
const ownAddress = async (name: string): Promise<string | undefined> => {
  const format = '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}';
  try {
    const { stdout } = await run('docker', ['inspect', '--format', format, name]);
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
};

/**
 * Health checks of one container, at its own address where this machine reaches that, as on Linux,
 * and else through docker's proxy. `idFile` is what `docker run --cidfile` writes: until it is
 * there nothing is asked of docker, and until docker knows the address nothing is sent, since a
 * packet that meets a network not yet up costs a second of waiting for the next.
 */
export const containerProbe = (
  name: string,
  idFile: string,
  hostPort: number,
  port: number,
): ((check: HealthCheck) => Promise<boolean>) => {
  let address: string | undefined;
  let silences = 0;
  return async (check) => {
    address ??= (await isWritten(idFile)) ? await ownAddress(name) : undefined;
    if (address === undefined) return false;
    if (silences >= mostSilences) return probeAddress('127.0.0.1', hostPort, check, settleMs);
    const reached = await reach(address, port);
    silences = reached === 'silent' ? silences + 1 : 0;
    if (reached !== 'answers') return false;
    return check.protocol === 'TCP' || probeAddress(address, port, check);
  };
};
