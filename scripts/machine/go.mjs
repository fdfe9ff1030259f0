import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { aptFetch, LATER_SUITE } from './apt.mjs';
import { cachePath } from './cache.mjs';
import { attempt, findProgram, isExecutable, run, say } from './say.mjs';

/** Debian's Go is told not to fetch a later one, which a module may ask for. */
const SETTINGS = { CGO_ENABLED: '0', GOTOOLCHAIN: 'auto' };
const PACKAGES = ['1.24', '1.23', '1.22'].map((one) => `golang-${one}-go golang-${one}-src`);

/** Small binaries link faster; the version is otherwise unknown to a program built from its module. */
const linkFlags = (/** @type {string} */ versionPackage, /** @type {string} */ version) =>
  `-s -w -X ${versionPackage}.Version=${version}`;

/**
 * The machine's own Go, else one from apt, unpacked into the cache folder.
 * @returns {Promise<string | undefined>} its path
 */
export async function findGo() {
  const unpacked = cachePath('go');
  const cached = () => PACKAGES.map((names) => goOf(unpacked, names)).find(isExecutable);
  const own = findProgram('go');
  if (own && (await isRecent(own))) return own;
  if (cached()) return cached();
  for (const suite of [undefined, LATER_SUITE]) {
    if (await aptFetch(PACKAGES, unpacked, suite)) return cached();
  }
  return undefined;
}

/** From 1.21 on Go fetches the version that a module asks for. @param {string} go */
async function isRecent(go) {
  const { stdout } = await attempt(go, ['version']);
  return Number(/go1\.(\d+)/.exec(stdout)?.[1]) >= 21;
}

/** Where the packages put the command; it finds its own library by that. @param {string} folder @param {string} names */
function goOf(folder, names) {
  const version = /^golang-(.*?)-go /.exec(names)?.[1];
  return join(folder, 'usr', 'lib', `go-${version}`, 'bin', 'go');
}

/**
 * Builds a Go program of a published module.
 * @param {string} program package path
 * @param {string} version
 * @param {string} versionPackage the package whose variable Version names the version
 * @param {string} folder where the binary goes
 * @returns {Promise<string | undefined>} its path; undefined where there is no Go or it does not build
 */
export async function goInstall(program, version, versionPackage, folder) {
  const go = await findGo();
  if (!go) return undefined;
  say(`Building ${basename(program)} ${version} with Go into the cache folder, some minutes`);
  mkdirSync(folder, { recursive: true });
  const flags = linkFlags(versionPackage, version);
  const built = await attempt(
    go,
    ['install', '-buildvcs=false', '-ldflags', flags, `${program}@${version}`],
    {
      env: { ...SETTINGS, GOBIN: folder },
    },
  );
  if (!built.ok) say(`${basename(program)} does not build here, ${built.why}`);
  return built.ok ? join(folder, basename(program)) : undefined;
}

/**
 * Builds a program of a module that `go install` refuses because its go.mod excludes versions: it is built
 * in a copy of the module's own source.
 * @param {string} go path of Go
 * @param {string} module
 * @param {string} version
 * @param {string} program folder inside the module
 * @param {string} binary path of the result
 * @returns {Promise<void>} throws MachineError
 */
export async function goBuildModule(go, module, version, program, binary) {
  const scratch = mkdtempSync(cachePath('go-'));
  try {
    const download = await run(go, ['mod', 'download', '-json', `${module}@${version}`], {
      cwd: scratch,
    });
    const source = join(scratch, 'source');
    cpSync(JSON.parse(download.stdout).Dir, source, { recursive: true });
    // The module cache is read-only, and so would be the copy.
    await run('chmod', ['-R', 'u+w', source]);
    const flags = linkFlags(`${module}/version`, version);
    const built = join(scratch, 'built');
    await run(go, ['build', '-buildvcs=false', '-ldflags', flags, '-o', built, `./${program}`], {
      cwd: source,
      env: SETTINGS,
    });
    // Renamed at the end, so a build that is broken off leaves nothing that looks done.
    renameSync(built, binary);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
