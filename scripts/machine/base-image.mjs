import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { aptFetch } from './apt.mjs';
import { cachePath } from './cache.mjs';
import { node24 } from './dependencies.mjs';
import { canHaveImage, hasImage } from './docker.mjs';
import { attempt, findProgram, isExecutable, MachineError, run, say } from './say.mjs';

const PUBLIC_IMAGE = 'node:24-alpine';
const LOCAL_IMAGE = 'local/node:24';
const LABEL = 'apprunner-deploy.made-of';
/** Raised when the image is put together in another way, so that an older one is made anew. */
const RECIPE = '1';

/**
 * An image with Node 24 and a shell to build on: the public one where Docker has or can pull it, else one
 * made of this machine's own Node.
 * @returns {Promise<string>} its name; throws MachineError
 */
export async function ensureBaseImage() {
  if (await hasImage(PUBLIC_IMAGE)) return PUBLIC_IMAGE;
  const node = realpathSync(node24());
  const version = (await run(node, ['--version'])).stdout.trim();
  const madeOf = `node ${version}, recipe ${RECIPE}`;
  const format = `{{index .Config.Labels "${LABEL}"}}`;
  const present = await attempt('docker', ['image', 'inspect', '--format', format, LOCAL_IMAGE]);
  if (present.stdout.trim() === madeOf) return LOCAL_IMAGE;
  if (await canHaveImage(PUBLIC_IMAGE)) return PUBLIC_IMAGE;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new MachineError(
      `There is no base image with Node 24: let Docker pull ${PUBLIC_IMAGE}. Only on x86-64 Linux one can be made without it.`,
    );
  }
  say(`Making the base image ${LOCAL_IMAGE} of this machine's Node ${version}`);
  const work = mkdtempSync(cachePath('base-image-'));
  try {
    const root = join(work, 'root');
    await copyNode(node, root);
    await copyShell(root);
    writeUsers(root);
    await importImage(root, join(work, 'root.tar'), madeOf);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return LOCAL_IMAGE;
}

/**
 * Node, the shared libraries it asks for, and npm where the machine has it.
 * @param {string} node @param {string} root
 */
async function copyNode(node, root) {
  copy(node, join(root, 'usr/local/bin/node'));
  const libraries = (await run('ldd', [node])).stdout.matchAll(/(?:=> |^\s+)(\/\S+) \(/gm);
  for (const [, library] of libraries) if (library) copy(library, join(root, library));
  const npm = findProgram('npm');
  const modules = npm && dirname(dirname(dirname(realpathSync(npm))));
  if (!modules || !existsSync(join(modules, 'npm', 'bin', 'npm-cli.js'))) return;
  const target = join(root, 'usr/local/lib/node_modules/npm');
  cpSync(join(modules, 'npm'), target, { recursive: true, verbatimSymlinks: true });
  for (const name of ['npm', 'npx']) {
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(root, 'usr/local/bin', name));
  }
}

/**
 * busybox without shared libraries: RUN in a Dockerfile needs /bin/sh.
 * @param {string} root
 */
async function copyShell(root) {
  const busybox = await staticBusybox();
  if (!busybox) {
    say(
      'There is no static busybox: the base image gets no shell, so RUN will not work in a Dockerfile on it',
    );
    return;
  }
  copy(busybox, join(root, 'bin/busybox'));
  const commands = (await run(busybox, ['--list-full'])).stdout.trim().split('\n');
  for (const path of commands) {
    const link = join(root, path);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync('/bin/busybox', link);
  }
}

/** @returns {Promise<string | undefined>} */
async function staticBusybox() {
  const own = findProgram('busybox');
  if (own && !(await attempt('ldd', [own])).ok) return own;
  const unpacked = cachePath('busybox-static');
  const cached = () =>
    ['bin/busybox', 'usr/bin/busybox'].map((path) => join(unpacked, path)).find(isExecutable);
  if (cached()) return cached();
  await aptFetch(['busybox-static'], unpacked);
  return cached();
}

/** The users that the public image has: Dockerfiles say USER node. @param {string} root */
function writeUsers(root) {
  for (const folder of ['etc', 'home/node', 'tmp'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(
    join(root, 'etc/passwd'),
    'root:x:0:0:root:/:/bin/sh\nnode:x:1000:1000::/home/node:/bin/sh\n',
  );
  writeFileSync(join(root, 'etc/group'), 'root:x:0:\nnode:x:1000:\n');
}

/** @param {string} root @param {string} archive @param {string} madeOf */
async function importImage(root, archive, madeOf) {
  // Same order, times and owners each time: the same files give the same layer.
  const settled = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner'];
  await run('chmod', ['-R', 'go=rX', root]);
  await run('chmod', ['1777', join(root, 'tmp')]);
  await run('tar', [...settled, '-C', root, '-cf', archive, '.']);
  const changes = [
    'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    'CMD ["node"]',
    `LABEL ${LABEL}="${madeOf}"`,
  ].flatMap((change) => ['--change', change]);
  await run('docker', ['import', ...changes, archive, LOCAL_IMAGE]);
}

/** @param {string} from @param {string} to */
function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(realpathSync(from), to);
}
