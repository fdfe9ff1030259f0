export const id = 9634;
export const ids = [9634];
export const modules = {

/***/ 7253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  repeatability: () => (/* binding */ repeatability)
});

// UNUSED EXPORTS: missing

// EXTERNAL MODULE: ./lib/image/build-command.js
var build_command = __webpack_require__(2473);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/image/build-files.js
var build_files = __webpack_require__(6243);
// EXTERNAL MODULE: ./lib/image/login.js
var login = __webpack_require__(4632);
;// CONCATENATED MODULE: ./lib/image/epoch.js





/**
 * Finds the time of the last commit that touched what is built: the contexts or the Dockerfile.
 * A commit elsewhere then gives the same files with the same times. It is never a constant: web
 * servers make ETags of modification times, and browsers would keep stale files.
 *
 * @throws CancelledError and nothing else
 */
async function sourceEpoch(git, build, { env, workspace }) {
    if (isOwn(build, env))
        return { kind: 'own' };
    if ((0,build_files/* isRemote */.V)(build.context)) {
        return { kind: 'unknown', reason: `the context '${build.context}' is no directory` };
    }
    const context = (0,external_node_path_.resolve)(workspace, build.context);
    try {
        return await lastCommit(git, context, sources(build, context, workspace));
    }
    catch (error) {
        if (error instanceof errors/* CancelledError */.cc)
            throw error;
        return { kind: 'unknown', reason: `git can't be started: ${(0,errors/* errorMessage */.gJ)(error)}` };
    }
}
/** A build argument without a value is taken from the environment. */
function isOwn({ buildArgs }, env) {
    const named = buildArgs.some((item) => item.startsWith(`${build_command/* SOURCE_DATE_EPOCH */.d}=`));
    return named || Boolean(env[build_command/* SOURCE_DATE_EPOCH */.d]);
}
/** The local directories and files of a build; what is fetched says by itself what it is. */
function sources(build, context, workspace) {
    const contexts = build.buildContexts.map((item) => item.slice(item.indexOf('=') + 1));
    const others = [...(build.file ? [build.file] : []), ...contexts];
    return [
        context,
        ...others.filter((path) => !(0,build_files/* isRemote */.V)(path)).map((path) => (0,external_node_path_.resolve)(workspace, path)),
    ];
}
async function lastCommit(git, context, paths) {
    // In a job's container the checkout is somebody else's, and git reads that only when it is
    // called safe (git-config, safe.directory). The one program that a repository can have a log
    // run is the check of signatures.
    const inContext = ['-C', context, '-c', 'safe.directory=*', '--literal-pathspecs'];
    const log = ['log', '-1', '--format=%ct %P', '--no-show-signature', '--', ...paths];
    const { code, stdout, stderr } = await git([...inContext, ...log]);
    if (code !== 0) {
        return { kind: 'unknown', reason: `git log ended with code ${code}: ${gitError(stderr)}` };
    }
    const [seconds = '', ...parents] = stdout.trim().split(' ');
    if (!/^\d+$/.test(seconds)) {
        return { kind: 'unknown', reason: `no commit has touched ${context}` };
    }
    const rootless = parents.length === 0;
    const shallow = rootless && (await git([...inContext, 'rev-parse', '--is-shallow-repository']));
    return {
        kind: 'commit',
        seconds: Number(seconds),
        cutOff: shallow !== false && shallow.stdout.trim() === 'true',
    };
}
/** Git says first what is wrong, and then what might help on another machine. */
function gitError(stderr) {
    return /^fatal: .*/m.exec(stderr)?.[0] ?? (0,login/* lastLine */.fM)(stderr);
}

;// CONCATENATED MODULE: ./lib/image/repeatable.js



/** The first BuildKit whose image exporter has rewrite-timestamp. */
const OLDEST = [0, 13];
/**
 * Finds out how a build is made repeatable: its files get the time of their last commit, which
 * takes SOURCE_DATE_EPOCH and a builder that writes it into the layers. Where one is missing the
 * build goes on as any other, and the notes say why.
 *
 * @param builder the one made for this run, when there is one
 * @throws CancelledError and nothing else
 */
async function repeatability({ docker, git }, build, checkout, config, builder = build.builder) {
    const [epoch, reason] = await Promise.all([
        sourceEpoch(git, build, checkout),
        whyNot(docker, config, builder),
    ]);
    if (reason !== undefined)
        return unrepeatable(reason);
    if (epoch.kind === 'unknown')
        return unrepeatable(epoch.reason);
    return {
        repeatable: { epoch: epoch.kind === 'commit' ? epoch.seconds : undefined },
        notes: notesOn(epoch),
    };
}
/** Why the builder can't do it; undefined when it can. */
async function whyNot(docker, { env }, builder) {
    // A builder in a container tells its version once it runs, and the build would start it anyway.
    const args = ['buildx', 'inspect', '--bootstrap', ...(builder ? [builder] : [])];
    const { code, stdout, stderr } = await docker(args, { env });
    if (code === 0)
        return missing(stdout);
    return `the builder can't be inspected: code ${code}, ${(0,login/* lastLine */.fM)(stderr)}`;
}
/**
 * Reads `docker buildx inspect` for why a builder can't write the epoch into layers: the docker
 * driver has no such exporter, and BuildKit has it since 0.13. A version 0.0.0 is a build from
 * source and newer than any limit here.
 *
 * @returns undefined when it can
 */
function missing(inspection) {
    const name = /^Name:\s*(\S+)/m.exec(inspection)?.[1] ?? '';
    const driver = /^Driver:\s*(\S+)/m.exec(inspection)?.[1];
    if (driver === 'docker') {
        return `builder '${name}' uses the docker driver, which can't set the times of files in an image`;
    }
    const versions = [...inspection.matchAll(/^\s*BuildKit(?: version)?:\s*(\S+)/gim)].map(([, version = '']) => version);
    if (versions.length === 0)
        return `builder '${name}' does not tell its version of BuildKit`;
    const old = versions.find((version) => !isNewEnough(version));
    return old && `builder '${name}' has BuildKit ${old}, and ${OLDEST.join('.')} is needed`;
}
function isNewEnough(version) {
    const [, major, minor, patch] = /^v?(\d+)\.(\d+)(?:\.(\d+))?/.exec(version)?.map(Number) ?? [];
    if (major === undefined || minor === undefined)
        return false;
    return major > OLDEST[0] || minor >= OLDEST[1] || (minor === 0 && patch === 0);
}
function unrepeatable(reason) {
    return {
        repeatable: undefined,
        notes: [
            `This build is not repeatable: ${reason}. The same sources may give another digest, and are then deployed again.`,
        ],
    };
}
function notesOn(epoch) {
    if (epoch.kind === 'own')
        return [`The build is repeatable, with your own ${build_command/* SOURCE_DATE_EPOCH */.d}.`];
    const when = new Date(epoch.seconds * 1_000).toISOString();
    return [
        `The build is repeatable: its files get the time of their last commit, ${when} (${build_command/* SOURCE_DATE_EPOCH */.d}=${epoch.seconds}).`,
        ...(epoch.cutOff
            ? [
                'The checkout is shallow, so every commit counts as one that touched these files. With fetch-depth: 0 in actions/checkout, commits elsewhere deploy nothing.',
            ]
            : []),
    ];
}


/***/ })

};
