import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 6762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   uF: () => (/* binding */ awsCall),
/* harmony export */   w7: () => (/* binding */ isAccessDenied)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);

/** What to do about an AWS error, by its code. */
const REMEDIES = {
    CredentialsProviderError: 'No AWS credentials were found. Run aws-actions/configure-aws-credentials before this step.',
    UnrecognizedClientException: 'AWS does not know these credentials. Check the role and the Region of the credentials step.',
    InvalidClientTokenId: 'AWS does not know these credentials. Check the role and the Region of the credentials step.',
    SignatureDoesNotMatch: 'The secret access key does not fit the access key id. Set both again.',
    InvalidSignatureException: "The secret access key does not fit the access key id, or this machine's clock is wrong.",
    ExpiredTokenException: 'The credentials have expired. Run the credentials step right before this one, or ask for a longer session.',
    ExpiredToken: 'The credentials have expired. Run the credentials step right before this one, or ask for a longer session.',
    ServiceQuotaExceededException: 'Delete services that are no longer needed (failed ones count too), or ask for a higher quota in Service Quotas.',
    ENOTFOUND: 'There is no such endpoint. Check aws-region: App Runner runs in 11 Regions only.',
};
const DENIED = new Set(['AccessDeniedException', 'AccessDenied', 'UnauthorizedException']);
/** The code of an AWS error, or of the network error below it; 'Error' when it has none. */
function errorCode(error) {
    if (!(error instanceof Error))
        return 'Error';
    if ('code' in error && typeof error.code === 'string')
        return error.code;
    return error.name;
}
/** True when the caller's policy does not allow a call. */
function isAccessDenied(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ)
        return isAccessDenied(error.cause);
    return DENIED.has(errorCode(error));
}
/**
 * Runs one AWS call and rethrows what it throws as an ActionError that names the IAM action,
 * the resource, AWS's own words and a remedy.
 *
 * @param action IAM action, such as apprunner:CreateService
 * @param resource what the call was about, in the user's words
 */
async function awsCall(action, resource, call) {
    try {
        return await call();
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ)
            throw error;
        throw explained(action, resource, error);
    }
}
function explained(action, resource, error) {
    const code = errorCode(error);
    const said = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(error).trim().replace(/\.?$/, '.');
    // What is denied may be another action that the call needs, such as iam:PassRole.
    const denied = /is not authorized to perform: ([\w-]+:\w+)/.exec(said)?.[1] ?? action;
    const remedy = DENIED.has(code)
        ? `Allow ${denied} in the policy of the role that deploys.`
        : (REMEDIES[code] ?? '');
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${action} failed for ${resource}: ${code}: ${said} ${remedy}`.trim(), {
        cause: error,
    });
}


/***/ }),

/***/ 7453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ noted),
  u: () => (/* binding */ startChecks)
});

// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/image/build-files.js
var build_files = __nccwpck_require__(6243);
// EXTERNAL MODULE: ./lib/image/login.js
var login = __nccwpck_require__(4632);
;// CONCATENATED MODULE: ./lib/image/buildx-version.js


/** The first buildx with --provenance and --sbom; without them there is no plain image. */
const OLDEST = [0, 10];
const GET_BUILDX = 'Use a runner image with Docker, such as ubuntu-latest, or run docker/setup-buildx-action before this step.';
/**
 * Asks docker for its buildx plugin.
 *
 * @returns the version's text, such as v0.33.0
 * @throws ActionError when docker or buildx is missing or too old
 */
async function buildxVersion(docker) {
    const { code, stdout, stderr } = await answer(docker);
    if (code !== 0) {
        throw new lib_errors/* ActionError */.lZ(`docker buildx version ended with code ${code}: ${(0,login/* lastLine */.fM)(stderr)} ${GET_BUILDX}`);
    }
    const version = /\bv?(\d+)\.(\d+)\.\d+\S*/.exec(stdout);
    // A build from source has no number or v0.0.0; it is newer than any limit here.
    if (!version || version[0].startsWith('v0.0.0'))
        return stdout.trim();
    const [text, major, minor] = version;
    if (Number(major) === OLDEST[0] && Number(minor) < OLDEST[1]) {
        throw new lib_errors/* ActionError */.lZ(`docker buildx is ${text}; version ${OLDEST.join('.')} or later is needed to push an image without attestations. ${GET_BUILDX}`);
    }
    return text;
}
async function answer(docker) {
    try {
        return await docker(['buildx', 'version']);
    }
    catch (error) {
        throw new lib_errors/* ActionError */.lZ(`docker can't be started: ${(0,lib_errors/* errorMessage */.gJ)(error)}. ${GET_BUILDX}`, {
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./lib/image/immutability.js
/**
 * Says whether ECR refuses to move a tag that exists. Exclusion filters turn the repository's
 * rule round for the tags they match; `*` stands for any characters (ECR API reference,
 * ImageTagMutabilityExclusionFilter).
 */
function isImmutable(repository, tag) {
    const excepted = repository.exceptions.some((filter) => matches(filter, tag));
    return repository.immutable !== excepted;
}
function matches(filter, tag) {
    const pattern = filter
        .split('*')
        .map((part) => RegExp.escape(part))
        .join('.*');
    return new RegExp(`^${pattern}$`).test(tag);
}

// EXTERNAL MODULE: ./lib/service/around.js
var service_around = __nccwpck_require__(6278);
// EXTERNAL MODULE: ./lib/service/states.js
var states = __nccwpck_require__(4313);
// EXTERNAL MODULE: ./lib/commands/read-service.js
var read_service = __nccwpck_require__(4966);
// EXTERNAL MODULE: ./lib/inputs/image-reference.js
var image_reference = __nccwpck_require__(5284);
// EXTERNAL MODULE: ./lib/inputs/reader.js
var inputs_reader = __nccwpck_require__(178);
;// CONCATENATED MODULE: ./lib/commands/service-config.js



const IMAGE = 'SourceConfiguration.ImageRepository.ImageIdentifier';
/**
 * The inputs with the document that `service-config` names under them. Its image is deployed
 * unless an input says where the image comes from.
 *
 * @throws ActionError when the document can't be read or is wrong
 */
async function withDocument(inputs, { env }) {
    const { serviceConfig, service, region, settings, source } = inputs;
    if (serviceConfig === undefined)
        return inputs;
    // Few runs have a document, and what checks it is large.
    const [{ readServiceConfig }, { checkName }] = await Promise.all([
        __nccwpck_require__.e(/* import() */ 257).then(__nccwpck_require__.bind(__nccwpck_require__, 4257)),
        __nccwpck_require__.e(/* import() */ 58).then(__nccwpck_require__.bind(__nccwpck_require__, 4058)),
    ]);
    const workspace = env.GITHUB_WORKSPACE ?? process.cwd();
    const document = await readServiceConfig(serviceConfig, workspace);
    checkName(document, service);
    const identifier = document.SourceConfiguration?.ImageRepository?.ImageIdentifier;
    const image = identifier && source.kind === 'build' && source.implied
        ? imageOf(identifier, region, serviceConfig)
        : undefined;
    return {
        ...inputs,
        settings: { ...settings, document },
        ...(image && { source: { kind: 'image', image } }),
    };
}
function imageOf(identifier, region, path) {
    const nothing = { csv: () => [], dotenv: () => ({}) };
    const reader = new inputs_reader/* InputReader */.i((name) => (name === 'image' ? identifier : ''), nothing);
    const image = (0,image_reference/* readImage */.AM)(reader, region);
    try {
        reader.throwIfWrong();
    }
    catch (error) {
        if (!(error instanceof lib_errors/* InputError */.dz))
            throw error;
        const told = error.problems.map((problem) => problem.replace("Input 'image'", IMAGE));
        throw new lib_errors/* InputError */.dz(told.map((problem) => `Input 'service-config', ${path}: ${problem}`));
    }
    return image;
}

;// CONCATENATED MODULE: ./lib/commands/check.js








/**
 * Starts to ask everything that can be asked before the build, side by side: AWS who we are,
 * then docker, then AWS for the rest, each one's answer travelling while the next is asked.
 */
function startChecks(inputs, ports) {
    const connection = ports.aws(inputs.region);
    const documented = withDocument(inputs, ports);
    // What is wrong with a document is told beside what else is wrong.
    const known = documented.catch(() => inputs);
    const build = known.then(({ source }) => (source.kind === 'build' ? source : undefined));
    const buildx = Promise.all([build, connection.underWay]).then(([source]) => source ? buildxVersion(ports.docker) : undefined);
    const aws = connection.underWay.then(() => connection.load());
    const identity = aws.then((calls) => calls.identity());
    const login = Promise.all([aws, known]).then(([calls, { source }]) => logIn(calls, source));
    const service = aws.then((calls) => (0,read_service/* findService */.L)(calls, inputs.service));
    const around = Promise.all([aws, service, documented]).then(([{ appRunner }, found, all]) => (0,service_around/* readAround */.C)(appRunner, inputs.service, (0,states/* remaining */.Tk)(found), all.settings));
    const checked = Promise.allSettled([
        build.then((source) => source && (0,build_files/* checkBuildFiles */.o)(source.build, ports.env.GITHUB_WORKSPACE ?? process.cwd())),
        buildx,
        identity,
        service,
        login,
        Promise.all([aws, build]).then(([calls, source]) => source && findExisting(calls, source)),
        documented,
        around,
    ]).then((answers) => evaluated(answers, ports.clock.now()));
    // A failure is seen where the checks are awaited, which is after the runner has loaded.
    checked.catch(noted);
    return {
        aws,
        inputs: known,
        firstAnswer: identity.then(noted, noted),
        login,
        checked,
    };
}
/** An image in ECR Public needs no login. */
async function logIn({ ecr }, source) {
    if (source.kind === 'build')
        return ecr.login(source.registryId);
    return source.image.registryId === undefined ? undefined : ecr.login(source.image.registryId);
}
/** Takes note that a promise has ended, where its value is of no interest. */
function noted() { }
function evaluated(answers, readAt) {
    throwFailures(answers);
    const [, buildx, identity, service, login, existing, , around] = answers;
    return {
        identity: settled(identity),
        service: settled(service),
        around: settled(around),
        readAt,
        login: settled(login),
        buildx: settled(buildx),
        existing: settled(existing),
    };
}
/** ECR refuses to move an immutable tag, so an image that has it is what there is to deploy. */
async function findExisting(aws, source) {
    const [tag] = source.tags;
    const repository = await aws.ecr.repository(source.repository, source.registryId);
    return isImmutable(repository, tag)
        ? aws.ecr.image(source.repository, { tag }, source.registryId)
        : undefined;
}
/** The places of the credentials' and the document's answer among the others. */
const IDENTITY = 2;
const DOCUMENT = 6;
function throwFailures(answers) {
    const failed = answers.map((answer) => answer.status === 'rejected' ? answer.reason : undefined);
    // Credentials that AWS refuses make every later call fail in the same way: said once.
    const told = failed[IDENTITY] ? [...failed.slice(0, IDENTITY + 1), failed[DOCUMENT]] : failed;
    // What depends on another answer fails with that one's error.
    const errors = [...new Set(told)].filter((error) => error !== undefined);
    if (errors.length === 0)
        return;
    if (errors.length === 1)
        throw errors[0];
    throw new lib_errors/* ActionError */.lZ(errors.map(lib_errors/* errorMessage */.gJ).join('\n'), {
        cause: new AggregateError(errors),
    });
}
function settled(answer) {
    if (answer.status === 'rejected')
        throw answer.reason;
    return answer.value;
}


/***/ }),

/***/ 7524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ overdue),
/* harmony export */   i: () => (/* binding */ withinDeadline)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);

/**
 * Work keeps to the deadline by itself; this is for calls that AWS leaves without an answer, on
 * which it would hang.
 */
const OVERTIME_MS = 9_000;
/**
 * Awaits work that has a deadline, and no longer than some seconds after it.
 *
 * @param deadline milliseconds since 1970
 * @throws ActionError when the work is not done by then
 */
function withinDeadline(job, deadline, work) {
    const { clock } = job.ports;
    const { promise, reject } = Promise.withResolvers();
    void clock
        .linger(Math.max(0, deadline - clock.now()) + OVERTIME_MS)
        .then(() => reject(overdue(job, 'AWS has not answered')));
    return Promise.race([work, promise]);
}
/** The error of a run whose time is over before it could do what it was told. */
function overdue({ inputs }, what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`timeout-minutes (${inputs.timeoutMinutes}) is over and ${what}. ` +
        `Service '${inputs.service}' was not changed further; run this again later, or raise timeout-minutes.`);
}


/***/ }),

/***/ 5258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  jq: () => (/* binding */ build),
  cd: () => (/* binding */ checkImage),
  s: () => (/* binding */ imageNames),
  _V: () => (/* binding */ logInPrivately)
});

// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __nccwpck_require__(6762);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __nccwpck_require__(452);
;// CONCATENATED MODULE: ./lib/image/architecture.js

/** Reads a Docker or OCI manifest; throws ActionError when it is neither image nor index. */
function readManifest(text) {
    const json = JSON.parse(text);
    if (json.config?.digest)
        return { kind: 'image', configDigest: json.config.digest };
    if (json.manifests) {
        const amd64 = json.manifests.find(({ platform }) => platform?.os === 'linux' && platform.architecture === 'amd64');
        return { kind: 'index', ...(amd64?.digest && { amd64: amd64.digest }) };
    }
    throw new lib_errors/* ActionError */.lZ('ECR answered a manifest that is neither an image nor an index.');
}
/**
 * Checks that ECR holds a plain linux/amd64 image: App Runner pulls any other without a word
 * and fails twenty minutes later with 'exec format error' (apprunner-roadmap#79).
 *
 * @param name the image in the user's words
 * @param readBlob fetches a blob of the image's repository by digest
 * @throws ActionError with the architecture that was found and how to build another
 */
async function checkArchitecture(name, image, readBlob) {
    const manifest = readManifest(image.manifest);
    if (manifest.kind === 'index')
        throw refusedIndex(name, manifest.amd64);
    const { os = 'linux', architecture } = JSON.parse(await readBlob(manifest.configDigest));
    if (os === 'linux' && architecture === 'amd64')
        return;
    throw new lib_errors/* ActionError */.lZ(`${name} is a ${os}/${architecture ?? 'unknown'} image, and App Runner runs linux/amd64 only: it would stop with 'exec format error'. ` +
        `Build it with --platform linux/amd64, or let this action build it.`);
}
/** The URL of a blob in a registry (OCI distribution specification, 'Pulling blobs'). */
function blobUrl(login, repository, digest) {
    return `${login.endpoint.replace(/\/+$/, '')}/v2/${repository}/blobs/${digest}`;
}
function refusedIndex(name, amd64) {
    const remedy = amd64
        ? `Push the linux/amd64 image alone (docker buildx build --platform linux/amd64 --provenance=false --sbom=false), or deploy it by its digest: ${name.replace(/(:[^:/@]+)?(@.*)?$/, '')}@${amd64}`
        : 'It holds no linux/amd64 image; build one with --platform linux/amd64.';
    return new lib_errors/* ActionError */.lZ(`${name} is an index of several images or attestations, not a plain image, which is what App Runner is known to run. ${remedy}`);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/image/build-command.js
var build_command = __nccwpck_require__(2473);
;// CONCATENATED MODULE: ./lib/image/build.js




/**
 * Builds and pushes one image under all its names, the build's own output going to the log.
 *
 * @returns the digest that buildx says it pushed
 * @throws ActionError with the build's last error line
 */
async function buildAndPush(docker, build, target, config) {
    const metadataFile = (0,external_node_path_.join)(config.directory, 'build-metadata.json');
    const command = (0,build_command/* buildCommand */.O)(build, { ...target, metadataFile });
    const { code, stderr } = await docker(command.args, {
        env: { ...config.env, ...command.env },
        stream: true,
    });
    if (code !== 0) {
        throw new lib_errors/* ActionError */.lZ(`docker buildx build ended with code ${code}: ${buildError(stderr)} The build's log is above.`);
    }
    return digestOf(await (0,promises_.readFile)(metadataFile, 'utf8'));
}
/** The line that says why a build failed: buildx writes it last, after ERROR. */
function buildError(output) {
    const lines = output
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    return lines.findLast((line) => /^ERROR/i.test(line)) ?? lines.at(-1) ?? 'it said nothing.';
}
/** Reads the digest from what `--metadata-file` wrote; throws ActionError when it has none. */
function digestOf(metadata) {
    const value = JSON.parse(metadata);
    const digest = typeof value === 'object' && value !== null && 'containerimage.digest' in value
        ? value['containerimage.digest']
        : undefined;
    if (typeof digest === 'string' && /^sha256:[0-9a-f]{64}$/.test(digest))
        return digest;
    throw new lib_errors/* ActionError */.lZ('docker buildx build told no digest of the image it pushed. Update buildx, or run docker/setup-buildx-action before this step.');
}

// EXTERNAL MODULE: ./lib/image/login.js
var image_login = __nccwpck_require__(4632);
;// CONCATENATED MODULE: ./lib/image/cache-builder.js



const GET_BUILDER = 'Run docker/setup-buildx-action before this step, or name a builder that exports caches in the input builder.';
/** True when `cache-to` asks for more than the inline cache, which every builder can write. */
function needsCacheExport(build) {
    return build.cacheTo.some((item) => !/(^|,)type=inline(,|$)/.test(item));
}
/**
 * Reads `docker buildx inspect --debug`. The docker driver exports caches only with the
 * containerd image store, and then says so among its features; all other drivers can.
 */
function exportsCaches(inspection) {
    const driver = /^Driver:\s*(\S+)/m.exec(inspection)?.[1];
    return driver !== 'docker' || /^\s*Cache export:\s*true/m.test(inspection);
}
/**
 * Finds a builder for a build with `cache-to`: the one that is there when it can export caches,
 * else a docker-container builder made for this run in the private configuration.
 *
 * @param beforeCreate called with the new builder's name before it exists, so that a clean-up
 *   can find it whatever happens
 * @returns the name of the builder that was made; undefined when none was needed
 * @throws ActionError when the builder can't export and none can be made
 */
async function makeCacheBuilder(docker, build, config, beforeCreate) {
    if (!needsCacheExport(build))
        return undefined;
    const { env } = config;
    const named = build.builder ? [build.builder] : [];
    const inspect = (...flags) => docker(['buildx', 'inspect', ...flags, ...named], { env });
    let inspected = await inspect('--debug');
    // Older versions of buildx have no such flag; they name the driver, which is the main thing.
    if (/unknown flag/.test(inspected.stderr))
        inspected = await inspect();
    if (inspected.code !== 0) {
        throw failed(`The builder ${build.builder ?? ''} can't be inspected`, inspected);
    }
    if (exportsCaches(inspected.stdout))
        return undefined;
    if (build.builder) {
        throw new lib_errors/* ActionError */.lZ(`Input 'cache-to' is set, and the builder '${build.builder}' can't export caches. ${GET_BUILDER}`);
    }
    const name = (0,external_node_path_.basename)(config.directory);
    beforeCreate(name);
    const created = await docker(['buildx', 'create', '--name', name, '--driver', 'docker-container', '--bootstrap'], { env, stream: true });
    if (created.code === 0)
        return name;
    throw failed("Input 'cache-to' is set, this machine's builder can't export caches, and a docker-container builder can't be started", created);
}
function failed(what, { code, stderr }) {
    return new lib_errors/* ActionError */.lZ(`${what}: code ${code}, ${(0,image_login/* lastLine */.fM)(stderr)} ${GET_BUILDER}`);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: ./lib/image/docker-config.js





/**
 * Makes a copy of the user's docker configuration under RUNNER_TEMP, so that the registry
 * login touches nothing of the user's while their other registries, contexts, builders and CLI
 * plugins go on working.
 *
 * @param registryHost host of the registry that this run logs in to, with its port
 * @param beforeMaking called with the directory before it exists, so that a clean-up can find it
 *   whatever happens: the copy may hold the user's other logins
 * @throws ActionError when the user's configuration can't be read
 */
async function makePrivateDockerConfig(env, registryHost, beforeMaking) {
    const source = env.DOCKER_CONFIG || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.docker');
    const config = await readConfig((0,external_node_path_.join)(source, 'config.json'));
    const directory = (0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), `apprunner-deploy-${(0,external_node_crypto_.randomUUID)()}`);
    beforeMaking(directory);
    await (0,promises_.mkdir)(directory, { mode: 0o700 });
    const buildx = (0,external_node_path_.join)(directory, 'buildx');
    await Promise.all([
        (0,promises_.writeFile)((0,external_node_path_.join)(directory, 'config.json'), JSON.stringify(configForRegistry(config, registryHost), null, 2), { mode: 0o600 }),
        linkOthers(source, directory),
        copyBuilders(env.BUILDX_CONFIG || (0,external_node_path_.join)(source, 'buildx'), buildx),
    ]);
    return { directory, env: { DOCKER_CONFIG: directory, BUILDX_CONFIG: buildx } };
}
/**
 * The user's config.json changed so that the login for one registry is kept in the file.
 * A credential helper named '' for a host overrides `credsStore` for that host alone
 * (docker/cli, getConfiguredCredentialStore): the password must not end in a user's keychain.
 */
function configForRegistry(config, registryHost) {
    const helpers = isObject(config.credHelpers) ? config.credHelpers : {};
    const auths = isObject(config.auths) ? config.auths : {};
    const others = Object.entries(auths).filter(([host]) => host !== registryHost);
    return {
        ...config,
        auths: Object.fromEntries(others),
        credHelpers: { ...helpers, [registryHost]: '' },
    };
}
async function readConfig(path) {
    let text;
    try {
        text = await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        if (isMissing(error))
            return {};
        throw new lib_errors/* ActionError */.lZ(`Docker's configuration ${path} can't be read: ${(0,lib_errors/* errorMessage */.gJ)(error)}`, {
            cause: error,
        });
    }
    const config = parsed(text);
    if (config)
        return config;
    throw new lib_errors/* ActionError */.lZ(`Docker's configuration ${path} is not a JSON object. Mend or remove it; docker itself refuses it too.`);
}
function parsed(text) {
    try {
        const value = JSON.parse(text);
        return isObject(value) ? value : undefined;
    }
    catch {
        return undefined; // The caller's sentence names the file; the parser's text would quote logins.
    }
}
/** Contexts, CLI plugins and whatever else lives there are only read, so links will do. */
async function linkOthers(source, directory) {
    const entries = await (0,promises_.readdir)(source, { withFileTypes: true }).catch(() => []);
    const others = entries.filter(({ name }) => name !== 'config.json' && name !== 'buildx');
    await Promise.all(others.map((entry) => 
    // 'junction' lets Windows link directories without a privilege; others ignore it.
    (0,promises_.symlink)((0,external_node_path_.join)(source, entry.name), (0,external_node_path_.join)(directory, entry.name), 'junction')));
}
/** Builders are copied, not linked: buildx writes here. Its build history may be large and stays. */
async function copyBuilders(source, target) {
    await (0,promises_.mkdir)(target, { recursive: true });
    const history = (0,external_node_path_.join)(source, 'refs');
    try {
        await (0,promises_.cp)(source, target, { recursive: true, filter: (path) => path !== history });
    }
    catch (error) {
        if (!isMissing(error))
            throw error;
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isMissing(error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

;// CONCATENATED MODULE: ./lib/image/leftover-processes.js

const ASKED_MS = 2_000;
const LOOK_MS = 50;
/**
 * Ends processes that still run with a docker configuration: a main step that was killed outright
 * leaves its docker commands behind, and one of them may be making the very builder that is to
 * be removed. They are found where Linux shows environments; elsewhere there is nothing to see.
 *
 * @param directory the DOCKER_CONFIG that is nobody else's
 */
async function leftover_processes_endLeftovers(directory) {
    const until = performance.now() + ASKED_MS;
    let left = await processesWith(directory);
    signal(left, 'SIGTERM');
    while (left.length > 0 && performance.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
        left = await processesWith(directory);
    }
    signal(left, 'SIGKILL');
}
async function processesWith(directory) {
    const names = await readdir('/proc').catch(() => []);
    const found = await Promise.all(names
        .filter((name) => /^\d+$/.test(name))
        .map(async (name) => {
        // Of other users' processes, and of dead ones, there is nothing to read.
        const variables = await readFile(`/proc/${name}/environ`, 'utf8').catch(() => '');
        return variables.split('\0').includes(`DOCKER_CONFIG=${directory}`) ? Number(name) : 0;
    }));
    return found.filter((pid) => pid > 0);
}
function signal(pids, name) {
    for (const pid of pids) {
        try {
            process.kill(pid, name);
        }
        catch {
            // It has ended by itself.
        }
    }
}

;// CONCATENATED MODULE: ./lib/commands/clean-up.js





/** Names under which the main step hands the post step what it has to remove. */
const STATE = { directory: 'docker-config', builder: 'builder' };
/**
 * The post step: removes the builder and the docker configuration with the registry login,
 * as far as the main step came to make them, and ends what a main step that was killed left
 * running. It warns and never fails the job.
 *
 * @returns the exit code, always 0
 */
async function cleanUp(ports) {
    const directory = ports.env[`STATE_${STATE.directory}`];
    const builder = ports.env[`STATE_${STATE.builder}`];
    if (!directory)
        return 0;
    await endLeftovers(directory);
    if (builder)
        await removeBuilder(ports, builder, directory);
    try {
        await rm(directory, { recursive: true, force: true });
    }
    catch (error) {
        await warn(ports, `The registry login in ${directory}`, errorMessage(error));
    }
    return 0;
}
async function removeBuilder(ports, builder, directory) {
    try {
        const { code, stderr } = await ports.docker(['buildx', 'rm', '--force', builder], {
            env: { DOCKER_CONFIG: directory, BUILDX_CONFIG: join(directory, 'buildx') },
        });
        if (code !== 0)
            await warn(ports, `The builder ${builder}`, lastLine(stderr));
    }
    catch (error) {
        await warn(ports, `The builder ${builder}`, errorMessage(error));
    }
}
async function warn({ runner }, what, why) {
    (await runner()).warning(`${what} could not be removed: ${why}`);
}

;// CONCATENATED MODULE: ./lib/commands/image.js








/** Full names of the images that a build pushes, the one to deploy first. */
function imageNames(source, login) {
    return source.tags.map((tag) => `${(0,image_login/* registryHost */.U$)(login)}/${source.repository}:${tag}`);
}
/**
 * Makes the private docker configuration and logs in. The post step is told of the directory
 * before it exists.
 */
async function logInPrivately({ ports, runner }, login) {
    if (!login)
        throw new lib_errors/* ActionError */.lZ('ECR gave no login for the build.');
    runner.mask(login.password);
    // The login's stored form is no more public than the password it holds.
    runner.mask(Buffer.from(`${login.username}:${login.password}`).toString('base64'));
    const config = await makePrivateDockerConfig(ports.env, (0,image_login/* registryHost */.U$)(login), (directory) => runner.saveState(STATE.directory, directory));
    await (0,image_login/* logIn */.E8)(ports.docker, login, config.env);
    return config;
}
/**
 * Builds the image and pushes it under all its tags.
 *
 * @returns the digest that buildx reports
 */
async function build({ inputs, ports, runner }, source, names, config) {
    for (const [, value] of source.build.secrets)
        runner.mask(value);
    const builder = await makeCacheBuilder(ports.docker, source.build, config, (name) => runner.saveState(STATE.builder, name));
    if (builder)
        runner.info(`Builder ${builder} was made for this run, to export the cache.`);
    const repeatable = inputs.skipUnchanged
        ? await makeRepeatable(ports, runner, source, config, builder)
        : undefined;
    const target = { images: names, builder, repeatable };
    return buildAndPush(ports.docker, source.build, target, config);
}
/** The same sources give the same digest, so that it can be told that nothing changed. */
async function makeRepeatable(ports, runner, { build }, config, builder) {
    // Only a run with skip-unchanged needs it.
    const { repeatability } = await __nccwpck_require__.e(/* import() */ 634).then(__nccwpck_require__.bind(__nccwpck_require__, 9634));
    const { env } = ports;
    const checkout = { env, workspace: env.GITHUB_WORKSPACE ?? process.cwd() };
    const { repeatable, notes } = await repeatability(ports, build, checkout, config, builder);
    for (const note of notes)
        runner.info(note);
    return repeatable;
}
/**
 * Checks that ECR holds a plain linux/amd64 image. A caller who may deploy but not read the
 * registry is warned and trusted.
 *
 * @returns the digest; undefined when it may not be read
 * @throws ActionError when the image is absent or not one that App Runner runs
 */
async function checkImage({ ports, runner, aws }, login, image) {
    const { name, repository, registryId } = image;
    let stored;
    try {
        stored = await aws.ecr.image(repository, given(image), registryId);
    }
    catch (error) {
        if (!(0,errors/* isAccessDenied */.w7)(error))
            throw error;
        runner.warning(`The architecture of ${name} was not checked. ${(0,lib_errors/* errorMessage */.gJ)(error)}`);
        return undefined;
    }
    if (!stored) {
        throw new lib_errors/* ActionError */.lZ(`ECR has no image ${name}. Check the repository, the tag, the account and the Region; an expired image has to be pushed again.`);
    }
    await checkArchitecture(name, stored, (digest) => ports.fetchBlob(blobUrl(login, repository, digest), login));
    runner.info(`${name} is a linux/amd64 image with digest ${stored.digest}.`);
    return stored.digest;
}
function given({ tag, digest }) {
    return digest ? { digest } : { ...(tag && { tag }) };
}


/***/ }),

/***/ 6061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IF: () => (/* binding */ learnService),
/* harmony export */   Oi: () => (/* binding */ phase),
/* harmony export */   qv: () => (/* binding */ hideVariables)
/* harmony export */ });
/** Runs one phase of a job in a log group of its own and records its time. */
function phase(job, name, work) {
    return job.progress.phase(name, job.runner, job.ports.clock, work);
}
/** Notes what an answer says about the service, for outputs and summary. */
function learnService(job, service) {
    if (!service)
        return;
    hideVariables(job, service);
    job.progress.learn({
        serviceArn: service.ServiceArn,
        serviceId: service.ServiceId,
        serviceUrl: service.ServiceUrl,
        serviceStatus: service.Status,
    });
}
/** Keeps the values of a service's variables out of the log lines that the run shows. */
function hideVariables({ progress }, { SourceConfiguration: source }) {
    const image = source?.ImageRepository?.ImageConfiguration;
    const code = source?.CodeRepository?.CodeConfiguration?.CodeConfigurationValues;
    for (const configuration of [image, code]) {
        progress.hide(Object.values(configuration?.RuntimeEnvironmentVariables ?? {}));
    }
}


/***/ }),

/***/ 965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ namedImage),
/* harmony export */   n: () => (/* binding */ obtainImage)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _image_login_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4632);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5258);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6061);




/** The image as App Runner will name it; known as soon as the registry is. */
function namedImage({ source }, login) {
    if (source.kind === 'image') {
        return { identifier: source.image.identifier, type: source.image.type };
    }
    const [identifier = ''] = login ? (0,_image_js__WEBPACK_IMPORTED_MODULE_2__/* .imageNames */ .s)(source, login) : [];
    return { identifier, type: 'ECR' };
}
/**
 * Gets the image to deploy: built and pushed here, or found in its registry; checked in both
 * cases.
 *
 * @param loggingIn the login to the registry, which may still be under way
 * @throws ActionError when there is no image that App Runner can run
 */
async function obtainImage(job, checked, loggingIn) {
    const { source } = job.inputs;
    const image = namedImage(job.inputs, checked.login);
    job.progress.learn({ image: image.identifier });
    if (source.kind === 'image')
        await checkNamed(job, source, checked.login);
    else
        await buildAndCheck(job, source, image.identifier, checked, loggingIn);
    return image;
}
async function checkNamed(job, { image }, login) {
    job.progress.learn({ imageDigest: image.digest });
    // ECR's own API gives no answer about an image in ECR Public.
    if (!login || !image.registryId)
        return;
    const location = { ...image, name: image.identifier };
    const digest = await (0,_job_js__WEBPACK_IMPORTED_MODULE_3__/* .phase */ .Oi)(job, 'Push', () => (0,_image_js__WEBPACK_IMPORTED_MODULE_2__/* .checkImage */ .cd)(job, login, location));
    if (digest)
        job.progress.learn({ imageDigest: digest });
}
async function buildAndCheck(job, source, name, { login, existing }, loggingIn) {
    const { progress, runner } = job;
    if (!login)
        throw noLogin();
    if (existing) {
        runner.info(`${name} exists and its tag is immutable, so it is deployed as it is; nothing is built, and no other tag is set.`);
    }
    else {
        if (!loggingIn)
            throw noLogin();
        const config = await (0,_job_js__WEBPACK_IMPORTED_MODULE_3__/* .phase */ .Oi)(job, 'Log in', async () => {
            const made = await loggingIn;
            runner.info(`Logged in to ${(0,_image_login_js__WEBPACK_IMPORTED_MODULE_1__/* .registryHost */ .U$)(login)} for this run only.`);
            return made;
        });
        const names = (0,_image_js__WEBPACK_IMPORTED_MODULE_2__/* .imageNames */ .s)(source, login);
        const imageDigest = await (0,_job_js__WEBPACK_IMPORTED_MODULE_3__/* .phase */ .Oi)(job, 'Build', () => (0,_image_js__WEBPACK_IMPORTED_MODULE_2__/* .build */ .jq)(job, source, names, config));
        progress.pushed = true;
        progress.learn({ imageDigest });
    }
    const { repository, registryId } = source;
    const location = { name, repository, registryId, tag: source.tags[0] };
    const found = await (0,_job_js__WEBPACK_IMPORTED_MODULE_3__/* .phase */ .Oi)(job, 'Push', () => (0,_image_js__WEBPACK_IMPORTED_MODULE_2__/* .checkImage */ .cd)(job, login, location));
    if (!found)
        return;
    const pushed = progress.facts.imageDigest;
    if (pushed && pushed !== found)
        throw movedTag(name, pushed, found);
    progress.learn({ imageDigest: found });
}
function noLogin() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('ECR gave no login for the build.');
}
function movedTag(name, pushed, found) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`This run pushed ${pushed} as ${name}, and ECR now has ${found} under that tag: another push has moved it. ` +
        `Give each run a tag of its own in image-tags (the commit SHA is the default), or the workflow a concurrency group.`);
}


/***/ }),

/***/ 4966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ findService),
/* harmony export */   n: () => (/* binding */ readAgain)
/* harmony export */ });
/* harmony import */ var _service_refusals_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(938);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6061);


/** The service by name with all its settings; undefined when there is none. */
async function findService(aws, name) {
    const found = await aws.appRunner.find(name);
    return found?.ServiceArn ? describe(aws, found.ServiceArn) : undefined;
}
/** The service as it is now: by its ARN, else, where it is gone or was never there, by name. */
async function readAgain(job, service) {
    const { aws, inputs } = job;
    const same = service?.ServiceArn && (await describe(aws, service.ServiceArn));
    const found = same || (await findService(aws, inputs.service));
    (0,_job_js__WEBPACK_IMPORTED_MODULE_1__/* .learnService */ .IF)(job, found);
    return found;
}
/** A deleted service can be described for a while; it is not there all the same. */
async function describe({ appRunner }, serviceArn) {
    try {
        const service = await appRunner.describe(serviceArn);
        return service.Status === 'DELETED' ? undefined : service;
    }
    catch (error) {
        if ((0,_service_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusalOf */ .Of)(error) === 'gone')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 9858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ harmless),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   ZS: () => (/* binding */ cleaner),
/* harmony export */   y1: () => (/* binding */ plainLines)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);

/** Characters of one log line that are kept. */
const LINE_LENGTH = 500;
/** Shorter values, such as `true` or `8080`, stand in logs for other things as well. */
const SECRET_LENGTH = 8;
/**
 * Makes the cleaner of a run. Its lines have no control characters and no colours, are at most
 * 500 characters long, are no command to the runner, and show `***` for hidden values, also
 * for one line of a value with several and for a value as JSON or a URL writes it.
 *
 * @param hidden values that no line may show; those under 8 characters are left
 */
function cleaner(hidden) {
    const secrets = secretsOf(hidden);
    return (text) => plainLines(text).map((line) => harmless(cut(secrets ? line.replace(secrets, '***') : line)));
}
/** The lines of a text as a terminal would show them, without its control sequences. */
function plainLines(text) {
    const lines = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text)
        .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
        .map((line) => line.replaceAll('\t', '    ').replaceAll(INVISIBLE, '').trimEnd());
    while (lines.length > 0 && lines.at(-1) === '')
        lines.pop();
    return lines;
}
/** Controls, formats such as a change of direction, and halves of surrogate pairs. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
/**
 * A line that the runner takes for text. It reads `::name::` at the start of a line, after any
 * space, and `##[name]` anywhere in it as a command (actions/runner, ActionCommand).
 */
function harmless(line) {
    return line.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '## [');
}
function secretsOf(hidden) {
    const forms = [...hidden]
        .flatMap((value) => [value, JSON.stringify(value).slice(1, -1), urlForm(value)])
        .flatMap(plainLines)
        .map((line) => line.trim())
        .filter((line) => line.length >= SECRET_LENGTH);
    if (forms.length === 0)
        return undefined;
    const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
    return new RegExp(longestFirst.map((form) => RegExp.escape(form)).join('|'), 'g');
}
/** Half a surrogate pair has no form in a URL. */
function urlForm(value) {
    return encodeURIComponent(value.toWellFormed());
}
/** A text of at most `length` characters; an ellipsis stands for what is gone. */
function cut(text, length = LINE_LENGTH) {
    if (text.length <= length)
        return text;
    // The last character may be half of a pair.
    return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}


/***/ }),

/***/ 9562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ EXTENSIONS),
/* harmony export */   b: () => (/* binding */ formatOf)
/* harmony export */ });
const FORMATS = { json: 'json', yaml: 'yaml', yml: 'yaml' };
/** What a path may end with, for messages. */
const EXTENSIONS = '.json, .yaml or .yml';
/** The format that a path's ending tells, in either case; undefined for any other ending. */
function formatOf(path) {
    const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
    return Object.hasOwn(FORMATS, ending) ? FORMATS[ending] : undefined;
}


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ai: () => (/* binding */ RolledBackError),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   gJ: () => (/* binding */ errorMessage),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   ps: () => (/* binding */ causes)
/* harmony export */ });
/**
 * A failure told to the user: what failed, what was seen, and what to do next.
 * `cause` keeps the error it came from.
 */
class ActionError extends Error {
    name = 'ActionError';
}
/** Every problem found in the inputs, reported together; one sentence each. */
class InputError extends ActionError {
    problems;
    constructor(problems) {
        super(problems.join('\n'));
        this.problems = problems;
    }
}
/** App Runner rejected the new version, and the one before serves on. */
class RolledBackError extends ActionError {
}
/** The runner stopped the step. */
class CancelledError extends ActionError {
    signal;
    constructor(signal) {
        super(`The run was cancelled (${signal}).`);
        this.signal = signal;
    }
}
/** The text of whatever was thrown. */
function errorMessage(error) {
    return error instanceof Error ? error.message : String(error);
}
/**
 * The causes below an error, outermost first, for the debug log.
 *
 * @param depth how far to follow them: an error may be its own cause
 */
function causes(error, depth = 10) {
    if (!(error instanceof Error) || depth === 0)
        return [];
    const below = error instanceof AggregateError ? error.errors : [error.cause];
    return below
        .filter((cause) => cause !== undefined)
        .flatMap((cause) => [
        cause instanceof Error ? `${cause.name}: ${cause.message}` : errorMessage(cause),
        ...causes(cause, depth - 1),
    ]);
}


/***/ }),

/***/ 2056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JZ: () => (/* binding */ endProcess),
/* harmony export */   _K: () => (/* binding */ endInTime),
/* harmony export */   lh: () => (/* binding */ tellFaults)
/* harmony export */ });
/* harmony import */ var _signals_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9942);

/** The runner gives 7.5 s before it sends SIGTERM, and kills 2.5 s later (actions/runner, ProcessInvoker). */
const CANCEL_MS = 4_500;
/**
 * Ends the process once what it printed is out. It does not wait for anything else: a request
 * that nobody awaits any more, a connection kept alive, a timer.
 */
function endProcess(ending, code) {
    ending.stdout.write('', () => ending.exit(code));
}
/** Ends the process in time after a cancel, whatever it is doing then. */
function endInTime(ending, cancelled) {
    cancelled.addEventListener('abort', () => {
        setTimeout(() => ending.exit((0,_signals_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelledCode */ .fz)(cancelled) ?? 1), CANCEL_MS);
    }, { once: true });
}
/**
 * Tells an error that nothing caught as a fault of the action, by a workflow command of its own
 * making: the runner's toolkit may be what failed. After a cancel there is nothing to tell: what
 * was cut off may well reject.
 */
function tellFaults(ending, cancelled) {
    ending.on('uncaughtException', (error) => {
        if (cancelled.aborted)
            return;
        const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
        const text = `This is a fault in the action itself, please report it: ${what}`;
        ending.stdout.write(`::error title=Deployment failed::${escaped(text)}\n`, () => ending.exit(1));
    });
}
/** The value of a workflow command (@actions/core, escapeData). */
function escaped(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}


/***/ }),

/***/ 9942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fh: () => (/* binding */ listenForCancel),
/* harmony export */   fz: () => (/* binding */ cancelledCode)
/* harmony export */ });
/* unused harmony export abortedLater */
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8161);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(452);


/**
 * Turns the first SIGINT or SIGTERM into an abort, whose reason is a CancelledError. From here on
 * neither signal ends the process by itself. Later ones change nothing: a key pressed twice, or
 * a signal that reaches the process twice, must not cut off outputs and summary, and the end
 * comes within seconds anyway (see `endInTime`).
 */
function listenForCancel(source) {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM']) {
        source.on(signal, () => controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CancelledError */ .cc(signal)));
    }
    return controller.signal;
}
/** Gives a signal that aborts `ms` milliseconds after another one did, for what may still end well. */
function abortedLater(cancelled, ms) {
    const controller = new AbortController();
    cancelled.addEventListener('abort', () => setTimeout(() => controller.abort(cancelled.reason), ms).unref(), { once: true });
    return controller.signal;
}
/** The exit code of a run that was cancelled, as a shell would give it: 128 + the signal's number. */
function cancelledCode(cancelled) {
    const { reason } = cancelled;
    return reason instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CancelledError */ .cc ? 128 + node_os__WEBPACK_IMPORTED_MODULE_0__.constants.signals[reason.signal] : undefined;
}


/***/ }),

/***/ 2473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ buildCommand),
/* harmony export */   d: () => (/* binding */ SOURCE_DATE_EPOCH)
/* harmony export */ });
/** The variable by which builds are told the time of their sources (reproducible-builds.org). */
const SOURCE_DATE_EPOCH = 'SOURCE_DATE_EPOCH';
/**
 * Makes the arguments of `docker buildx build`. The platform is App Runner's only one.
 * Attestations are off, because they turn the image into an index (docker/buildx#1509), which
 * App Runner is not known to run.
 *
 * The values of `secrets` go through the environment of the build: never argv, never a file.
 */
function buildCommand(build, target) {
    const secrets = build.secrets.map(([id, value], index) => ({
        id,
        value,
        variable: `APPRUNNER_DEPLOY_SECRET_${index}`,
    }));
    const builder = target.builder ?? build.builder;
    const { repeatable } = target;
    return {
        args: [
            'buildx',
            'build',
            ...each('--add-host', build.addHosts),
            ...each('--build-arg', [...build.buildArgs, ...epochArgument(repeatable)]),
            ...each('--build-context', build.buildContexts),
            ...option('--builder', builder),
            ...each('--cache-from', build.cacheFrom),
            ...each('--cache-to', build.cacheTo),
            ...option('--file', build.file),
            ...each('--label', build.labels),
            ...option('--metadata-file', target.metadataFile),
            ...option('--network', build.network),
            ...(build.noCache ? ['--no-cache'] : []),
            ...(repeatable ? option('--output', REWRITING) : []),
            ...option('--platform', 'linux/amd64'),
            '--provenance=false',
            ...(build.pull ? ['--pull'] : []),
            ...(repeatable ? [] : ['--push']),
            '--sbom=false',
            ...each('--secret', [
                ...secrets.map(({ id, variable }) => `id=${id},env=${variable}`),
                ...build.secretEnvs.map(([id, variable]) => `id=${id},env=${variable}`),
                ...build.secretFiles.map(([id, path]) => `id=${id},src=${path}`),
            ]),
            ...each('--ssh', build.ssh),
            ...each('--tag', target.images),
            ...option('--target', build.target),
            build.context,
        ],
        env: Object.fromEntries(secrets.map(({ variable, value }) => [variable, value])),
    };
}
/**
 * What --push is short for, with the times of files set to SOURCE_DATE_EPOCH; that variable alone
 * reaches only the image's own dates. buildx adds the names.
 */
const REWRITING = 'type=image,push=true,rewrite-timestamp=true';
function epochArgument(repeatable) {
    return repeatable?.epoch === undefined ? [] : [`${SOURCE_DATE_EPOCH}=${repeatable.epoch}`];
}
function option(flag, value) {
    return value === undefined ? [] : [flag, value];
}
function each(flag, values) {
    return values.flatMap((value) => [flag, value]);
}


/***/ }),

/***/ 6243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ isRemote),
/* harmony export */   o: () => (/* binding */ checkBuildFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(452);



const REMOTE = /^([a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/|-$)/i;
/** True for what buildx fetches by itself: git and http URLs, git@ addresses, standard input. */
function isRemote(path) {
    return REMOTE.test(path);
}
/**
 * Checks that the build context, the Dockerfile and the secret files are there.
 *
 * @param workspace directory that relative paths start from
 * @throws ActionError naming the input and the path that is missing
 */
async function checkBuildFiles(build, workspace) {
    for (const [id, path] of build.secretFiles) {
        if (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path)))
            continue;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`Input 'secret-files': the file of ${id}, '${path}', is not there. Write it in a step before this one.`);
    }
    if (isRemote(build.context))
        return;
    const context = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, build.context);
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(context).catch(() => undefined);
    if (!info?.isDirectory()) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`Input 'context' is '${build.context}', which is no directory in ${workspace}. ` +
            `Run actions/checkout before this step, or name the directory to build. Example: context: ./api`);
    }
    const dockerfile = build.file ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, build.file) : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, 'Dockerfile');
    if ((build.file && isRemote(build.file)) || (await exists(dockerfile)))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`There is no Dockerfile at ${dockerfile}. ` +
        `Add one, or name it: file is relative to the checkout, not to the context. Example: file: docker/Dockerfile`);
}
function exists(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path).then(() => true, () => false);
}


/***/ }),

/***/ 4632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E8: () => (/* binding */ logIn),
/* harmony export */   U$: () => (/* binding */ registryHost),
/* harmony export */   fM: () => (/* binding */ lastLine)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);

/** Host and port of a registry, as image names start with it. */
function registryHost(login) {
    return login.endpoint.replace(/^https?:\/\//, '').replace(/\/+$/, '');
}
/**
 * Logs docker in to ECR; the password goes through standard input.
 *
 * @param env variables that point docker at the private configuration
 * @throws ActionError with docker's last words when the registry refuses the login
 */
async function logIn(docker, login, env) {
    const host = registryHost(login);
    const { code, stderr } = await docker(['login', '--username', login.username, '--password-stdin', host], { env, input: login.password });
    if (code === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`docker login to ${host} ended with code ${code}: ${lastLine(stderr)} ` +
        `Check that this machine reaches the registry and that the Docker engine runs.`);
}
/** The last line of a command's output that says something. */
function lastLine(output) {
    return output.trim().split('\n').at(-1)?.trim() ?? '';
}


/***/ }),

/***/ 5691:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _github_ending_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2056);
/* harmony import */ var _github_signals_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9942);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6035);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1728);




const cancelled = (0,_github_signals_js__WEBPACK_IMPORTED_MODULE_1__/* .listenForCancel */ .Fh)(process);
(0,_github_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .endInTime */ ._K)(process, cancelled);
(0,_github_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .tellFaults */ .lh)(process, cancelled);
(0,_github_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .endProcess */ .JZ)(process, await (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .run */ .e)((0,_wire_js__WEBPACK_IMPORTED_MODULE_3__/* .realPorts */ .R)(cancelled)));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I5: () => (/* binding */ CPU_SIZES),
/* harmony export */   MN: () => (/* binding */ cpuUnits),
/* harmony export */   Nd: () => (/* binding */ memoryMegabytes),
/* harmony export */   P: () => (/* binding */ MEMORY_SIZES),
/* harmony export */   _7: () => (/* binding */ DEFAULT_SIZE),
/* harmony export */   _9: () => (/* binding */ wrongPair),
/* harmony export */   _t: () => (/* binding */ inVcpu),
/* harmony export */   r: () => (/* binding */ inGb)
/* harmony export */ });
/** What a service gets when neither size is named (CreateService, InstanceConfiguration). */
const DEFAULT_SIZE = { cpu: '1024', memory: '2048' };
/** The pairs App Runner runs (Developer Guide, "vCPU and memory combinations"). */
const MEMORY_BY_CPU = {
    '256': ['512', '1024'],
    '512': ['1024'],
    '1024': ['2048', '3072', '4096'],
    '2048': ['4096', '6144'],
    '4096': ['8192', '10240', '12288'],
};
const CPU_WORDS = new Map(Object.keys(MEMORY_BY_CPU).flatMap((units) => {
    const vcpu = String(Number(units) / 1024);
    return [
        [units, units],
        [vcpu, units],
        [`${vcpu} vcpu`, units],
    ];
}));
const MEMORY_WORDS = new Map([...new Set(Object.values(MEMORY_BY_CPU).flat())].flatMap((mb) => {
    const gb = String(Number(mb) / 1024);
    return [
        [mb, mb],
        [gb, mb],
        [`${gb} gb`, mb],
    ];
}));
/** `1`, `1 vCPU` and `1024` are all '1024'; undefined when App Runner has no such size. */
function cpuUnits(text) {
    return CPU_WORDS.get(normalised(text));
}
/** `2`, `2 GB` and `2048` are all '2048'; undefined when App Runner has no such size. */
function memoryMegabytes(text) {
    return MEMORY_WORDS.get(normalised(text));
}
/** Says in words what is wrong with a pair of units and MB, or undefined when App Runner runs it. */
function wrongPair(size) {
    const allowed = MEMORY_BY_CPU[size.cpu];
    if (allowed === undefined || allowed.includes(size.memory))
        return undefined;
    return `${inVcpu(size.cpu)} runs with ${allowed.map(inGb).join(', ')} of memory, not with ${inGb(size.memory)}`;
}
/** '1024' as '1 vCPU'. */
function inVcpu(units) {
    return `${Number(units) / 1024} vCPU`;
}
/** '2048' as '2 GB'. */
function inGb(megabytes) {
    return `${Number(megabytes) / 1024} GB`;
}
/** Every CPU size in words, for error messages. */
const CPU_SIZES = Object.keys(MEMORY_BY_CPU).map(inVcpu).join(', ');
/** Every memory size in words, for error messages. */
const MEMORY_SIZES = [...new Set(Object.values(MEMORY_BY_CPU).flat())]
    .sort((a, b) => Number(a) - Number(b))
    .map(inGb)
    .join(', ');
function normalised(text) {
    return text
        .trim()
        .toLowerCase()
        .replace(/\s*(vcpu|gb)$/, ' $1');
}


/***/ }),

/***/ 5284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ readImage),
/* harmony export */   Bw: () => (/* binding */ REPOSITORY),
/* harmony export */   Dk: () => (/* binding */ TAG)
/* harmony export */ });
/** Repository names App Runner's ImageIdentifier pattern takes; ECR itself allows a little more. */
const REPOSITORY = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
/** Docker's tag syntax, which ECR shares. */
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const SUFFIX = '(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?';
const NAME = '(?<repository>[a-z0-9._/-]+)';
const PRIVATE = new RegExp(`^(?<registryId>\\d{12})\\.dkr\\.ecr\\.(?<region>[a-z]+(?:-[a-z]+)+-\\d)\\.amazonaws\\.com/${NAME}${SUFFIX}$`);
const PUBLIC = new RegExp(`^public\\.ecr\\.aws/(?<alias>[a-z0-9][a-z0-9._-]*)/${NAME}${SUFFIX}$`);
/**
 * Reads the input `image`: a tag or digest in a private ECR registry of `region`, or in ECR
 * Public. App Runner takes no other registry (API model, ImageIdentifier).
 */
function readImage(reader, region) {
    const identifier = reader.text('image');
    if (identifier === undefined)
        return undefined;
    const match = PRIVATE.exec(identifier) ?? PUBLIC.exec(identifier);
    const found = match?.groups;
    if (!found?.repository || !REPOSITORY.test(found.repository)) {
        reader.refuse('image', identifier, {
            allowed: 'an image in private ECR or ECR Public, the only registries App Runner pulls from, whose repository name has no doubled separators',
            example: 'image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/hello:1.4.0',
        });
        return undefined;
    }
    if (!found.tag && !found.digest) {
        reader.problem(`Input 'image' is '${identifier}' and names no tag or digest. Example: image: ${identifier}:1.4.0`);
        return undefined;
    }
    if (found.region && region && found.region !== region) {
        reader.problem(`Input 'image' is in ${found.region}, the service in ${region}; App Runner pulls from private ECR of its own Region. ` +
            `Push the image to ${region}, or set aws-region: ${found.region}.`);
    }
    return {
        identifier,
        type: found.registryId ? 'ECR' : 'ECR_PUBLIC',
        repository: found.alias ? `${found.alias}/${found.repository}` : found.repository,
        ...(found.registryId && { registryId: found.registryId }),
        ...(found.tag && { tag: found.tag }),
        ...(found.digest && { digest: found.digest }),
    };
}


/***/ }),

/***/ 178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ inputFromEnvironment),
/* harmony export */   i: () => (/* binding */ InputReader)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);

/** The runner's way to hand inputs to an action: INPUT_NAME in the environment. */
function inputFromEnvironment(env) {
    return (name) => (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
}
/**
 * Reads inputs one by one and collects what is wrong with them, so that a workflow author
 * sees all problems of a run at once. An input that is not set is undefined.
 */
class InputReader {
    #get;
    #problems = [];
    parsers;
    constructor(get, parsers) {
        this.#get = get;
        this.parsers = parsers;
    }
    /** The text of an input, or undefined when it is not set. */
    text(name) {
        const value = this.#get(name);
        return value === '' ? undefined : value;
    }
    /** True when the workflow sets the input. */
    has(name) {
        return this.text(name) !== undefined;
    }
    /** An input that must match a pattern. */
    matching(name, pattern, expected) {
        const value = this.text(name);
        if (value === undefined || pattern.test(value))
            return value;
        this.refuse(name, value, expected);
        return undefined;
    }
    /** A boolean as YAML 1.2 writes it: true, True, TRUE, false, False, FALSE. */
    flag(name) {
        const value = this.matching(name, /^(true|True|TRUE|false|False|FALSE)$/, {
            allowed: 'true or false',
            example: `${name}: true`,
        });
        return value === undefined ? undefined : value.toLowerCase() === 'true';
    }
    /** A whole number within bounds, both included. */
    integer(name, min, max, example) {
        const value = this.text(name);
        if (value === undefined)
            return undefined;
        const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
        if (number >= min && number <= max)
            return number;
        this.refuse(name, value, {
            allowed: `a whole number from ${min} to ${max}`,
            example: `${name}: ${example}`,
        });
        return undefined;
    }
    /** One of a fixed set of words. */
    oneOf(name, words, example) {
        const value = this.text(name);
        if (value === undefined)
            return undefined;
        const word = words.find((candidate) => candidate === value);
        if (word === undefined) {
            this.refuse(name, value, { allowed: words.join(', '), example: `${name}: ${example}` });
        }
        return word;
    }
    /** Records that an input's value is wrong: the value as seen, what is allowed, an example. */
    refuse(name, value, expected) {
        this.problem(`Input '${name}' is '${clip(value)}'; allowed: ${expected.allowed}. Example: ${expected.example}`);
    }
    /** Records a problem in a sentence of its own. */
    problem(sentence) {
        this.#problems.push(sentence);
    }
    /** True when a problem with the input is on record already. */
    complainedAbout(name) {
        return this.#problems.some((problem) => problem.includes(`'${name}'`));
    }
    /** Throws InputError with every problem found so far, if there is one. */
    throwIfWrong() {
        if (this.#problems.length > 0)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(this.#problems);
    }
}
function clip(value) {
    const line = value.replaceAll(/\s*[\r\n]\s*/g, ' ⏎ ');
    return line.length > 120 ? `${line.slice(0, 117)}...` : line;
}


/***/ }),

/***/ 249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ME: () => (/* binding */ readSmokeTest),
/* harmony export */   R4: () => (/* binding */ queryValues),
/* harmony export */   j$: () => (/* binding */ withoutQuery)
/* harmony export */ });
/** One slash at the start: two of them, or a backslash, would name another host. */
const PATH = /^\/(?![/\\])[^\s\p{Cc}#\\]*$/u;
const WHOLE_URL = /^[a-z][a-z0-9+.-]*:\/\//i;
/**
 * Reads what to ask the service after the deployment; undefined when nothing is to be asked.
 *
 * @param wait whether the step waits for the deployment to end
 */
function readSmokeTest(reader, wait) {
    const status = reader.integer('smoke-status', 200, 599, 200);
    if (!reader.has('smoke-path')) {
        if (reader.has('smoke-status')) {
            reader.problem("Input 'smoke-status' is set and 'smoke-path' is not, so there is nothing to ask. Example: smoke-path: /health");
        }
        return undefined;
    }
    if (!wait) {
        reader.problem("Inputs 'smoke-path' and 'wait: false' exclude each other: the new version can only be asked once its deployment has ended. Remove one of them.");
    }
    const path = readPath(reader);
    return path === undefined ? undefined : { path, ...(status !== undefined && { status }) };
}
/** The query is not repeated in a problem: it may hold a token. */
function readPath(reader) {
    const path = reader.text('smoke-path');
    if (path === undefined || PATH.test(path))
        return path;
    if (WHOLE_URL.test(path)) {
        reader.problem("Input 'smoke-path' is a whole URL, and the service's own URL comes before it: write only what follows the host name. Example: smoke-path: /health");
        return undefined;
    }
    reader.refuse('smoke-path', withoutQuery(path), {
        allowed: 'a path that starts with one /, without spaces, backslashes and #; a query may follow',
        example: 'smoke-path: /health?full=1',
    });
    return undefined;
}
/** A URL or path as logs may show it: of a query, which may hold a token, only that there is one. */
function withoutQuery(url) {
    return url.replace(/\?.*$/s, '?…');
}
/** The values of a path's query, as written and as meant; a part without a name is a value. */
function queryValues(path) {
    const at = path.indexOf('?');
    if (at === -1)
        return [];
    return path
        .slice(at + 1)
        .split('&')
        .flatMap((part) => {
        const value = part.slice(part.indexOf('=') + 1);
        return [value, ...new URLSearchParams(`value=${value}`).values()];
    });
}


/***/ }),

/***/ 9495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ changeTable),
/* harmony export */   O: () => (/* binding */ changeLines)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3021);

/** The changed settings as lines of a table, for the log; values only where they are no secret. */
function changeLines(changes) {
    const rows = changes.map(({ setting, kind, before, after }) => {
        const values = [before, after].filter((value) => value !== undefined).map(inOneLine);
        return [kind, inOneLine(setting), values.join(' -> ')];
    });
    const valued = rows.filter(([, , values]) => values !== '');
    const width = Math.max(0, ...valued.map(([, setting]) => setting.length));
    return rows.map(([kind, setting, values]) => `${kind.padEnd('changed'.length)}  ${setting.padEnd(width)}  ${values}`.trimEnd());
}
/** What others wrote, such as a tag, must not start a line of its own in the log. */
function inOneLine(text) {
    return text.replaceAll(/[\s\p{Cc}]+/gu, ' ');
}
/** The changed settings as a Markdown table; empty when there are none. */
function changeTable(changes) {
    if (changes.length === 0)
        return '';
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .t)(['Setting', 'Change', 'Before', 'After'], changes.map(({ setting, kind, before, after }) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .H)(setting),
        kind,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .H)(before ?? ''),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .H)(after ?? ''),
    ]));
}


/***/ }),

/***/ 136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ duration)
/* harmony export */ });
/** Milliseconds as a person reads them: 480 ms, 5.2 s, 3 min 04 s. */
function duration(ms) {
    if (ms < 999.5)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1_000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1_000);
    return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ cell),
/* harmony export */   t: () => (/* binding */ table)
/* harmony export */ });
/** Text that came from outside, safe in a Markdown table cell: shown as it is, never as markup. */
function cell(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/[\\`*_{}[\]()#+!|~@]/g, (character) => `&#${character.codePointAt(0)};`);
}
/** A table of header and rows; the cells are Markdown already. */
function table(header, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}


/***/ }),

/***/ 8568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ withScheme),
/* harmony export */   Y: () => (/* binding */ outputsOf)
/* harmony export */ });
/** The outputs of action.yml that are known, by name. */
function outputsOf(facts, result) {
    const outputs = {
        'service-url': facts.serviceUrl && withScheme(facts.serviceUrl),
        'service-arn': facts.serviceArn,
        'service-id': facts.serviceId,
        'service-name': facts.serviceName,
        'service-status': facts.serviceStatus,
        'operation-id': facts.operationId,
        'operation-status': facts.operationStatus,
        image: facts.image && withDigest(facts.image, facts.imageDigest),
        'image-digest': facts.imageDigest,
        result,
    };
    return Object.fromEntries(Object.entries(outputs).filter((entry) => Boolean(entry[1])));
}
/** `repo:tag@sha256:...`; the name may hold the digest already. */
function withDigest(image, digest) {
    return digest ? `${image.replace(/@.*/, '')}@${digest}` : image;
}
/** App Runner's ServiceUrl has no scheme; the local AWS says http:// itself. */
function withScheme(url) {
    return /^https?:\/\//.test(url) ? url : `https://${url}`;
}


/***/ }),

/***/ 6035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

;// CONCATENATED MODULE: ./lib/result.js
/** The phase that comes after the deployment has succeeded. */
const SMOKE_TEST = 'Smoke test';

// EXTERNAL MODULE: ./lib/service/decision.js + 1 modules
var decision = __nccwpck_require__(7746);
// EXTERNAL MODULE: ./lib/service/states.js
var states = __nccwpck_require__(4313);
// EXTERNAL MODULE: ./lib/commands/check.js + 3 modules
var check = __nccwpck_require__(7453);
// EXTERNAL MODULE: ./lib/commands/deadline.js
var commands_deadline = __nccwpck_require__(7524);
// EXTERNAL MODULE: ./lib/commands/image.js + 6 modules
var commands_image = __nccwpck_require__(5258);
// EXTERNAL MODULE: ./lib/commands/job.js
var commands_job = __nccwpck_require__(6061);
// EXTERNAL MODULE: ./lib/commands/obtain-image.js
var obtain_image = __nccwpck_require__(965);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/report/outputs.js
var report_outputs = __nccwpck_require__(8568);
;// CONCATENATED MODULE: ./lib/commands/private-url.js



/**
 * Finds out where a service answers whose URL is not known, or may have changed with its
 * network: a private one has none, but the domain of its VPC ingress connection, where there is
 * one. What can't be read is told, and is no failure.
 */
async function settleUrl(job) {
    const { aws, inputs, progress, runner } = job;
    const { serviceArn, serviceUrl } = progress.facts;
    if (!serviceArn || (serviceUrl && !namesIngress(inputs)))
        return;
    try {
        const service = await aws.appRunner.describe(serviceArn);
        (0,commands_job/* learnService */.IF)(job, service);
        if (!isPrivate(service))
            return;
        const domains = domainsOf(await aws.appRunner.vpcIngressConnections(serviceArn));
        progress.learn({ serviceUrl: domains[0] ?? '' });
        runner.info(domains.length === 0
            ? 'The service is private and has no VPC ingress connection that is available, so it has no URL.'
            : `The service is private: it is reached from its VPC at ${domains.map(report_outputs/* withScheme */.G).join(' and ')}.`);
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ) || error instanceof errors/* CancelledError */.cc)
            throw error;
        runner.warning(`Where the service answers could not be read. ${(0,errors/* errorMessage */.gJ)(error)}`);
    }
}
function namesIngress({ settings: { publiclyAccessible, document } }) {
    const { IngressConfiguration } = document?.NetworkConfiguration ?? {};
    return publiclyAccessible !== undefined || IngressConfiguration !== undefined;
}
function isPrivate({ NetworkConfiguration: network }) {
    return network?.IngressConfiguration?.IsPubliclyAccessible === false;
}
function domainsOf(connections) {
    return connections.flatMap(({ DomainName, Status }) => DomainName && Status?.toUpperCase() === 'AVAILABLE' ? [DomainName] : []);
}

;// CONCATENATED MODULE: ./lib/commands/deploy.js









/**
 * The push is the last part of a build, so a deployment that was started longer than this before
 * the build's end is somebody else's.
 */
const PUSH_MS = 30_000;
const MINUTE = 60_000;
/**
 * Takes the source to a running service: check, log in, build, push, deploy.
 *
 * @returns what was done
 * @throws ActionError for everything that is not a success
 */
async function deploy(asked, ports, progress) {
    progress.learn({ serviceName: asked.service });
    progress.hide(Object.values(asked.settings.environmentVariables ?? {}));
    const checking = (0,check/* startChecks */.u)(asked, ports);
    // The runner's toolkit is large. Loading it now would hold up the first request; after the
    // first answer there are others, and docker's, to wait for.
    await checking.firstAnswer;
    const inputs = await checking.inputs;
    const { SourceConfiguration } = inputs.settings.document ?? {};
    const job = {
        inputs,
        ports,
        aws: await checking.aws,
        runner: await ports.runner(),
        progress,
    };
    (0,commands_job/* hideVariables */.qv)(job, { SourceConfiguration });
    const loggingIn = startLogIn(job, checking.login);
    // It is needed after the build, and loads while AWS and docker answer.
    const loading = Promise.all(/* import() */[__nccwpck_require__.e(741), __nccwpck_require__.e(664)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6664));
    const checked = await (0,commands_job/* phase */.Oi)(job, 'Check', async () => {
        const found = await checking.checked;
        (0,commands_job/* learnService */.IF)(job, found.service);
        tell(job, found);
        const image = (0,obtain_image/* namedImage */.V)(inputs, found.login);
        (0,decision/* decide */.LD)(inputs.service, (0,states/* remaining */.Tk)(found.service), image, inputs.settings, found.around);
        return found;
    });
    if (inputs.dryRun) {
        const { dryRunDeploy } = await Promise.all(/* import() */[__nccwpck_require__.e(741), __nccwpck_require__.e(887)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1887));
        return dryRunDeploy(job, checked);
    }
    const begin = ports.clock.now();
    const image = await (0,obtain_image/* obtainImage */.n)(job, checked, loggingIn);
    const pushedAt = Math.max(begin, ports.clock.now() - PUSH_MS);
    const since = ports.clock.now();
    const deadline = since + inputs.timeoutMinutes * MINUTE;
    job.aws.retryUntil(deadline);
    const releasing = async () => {
        const { release } = await loading;
        const result = await (0,commands_job/* phase */.Oi)(job, 'Deploy', () => release(job, checked, { image, pushedAt, deadline }));
        const { smoke } = inputs;
        if (smoke) {
            const { smokeTest } = await __nccwpck_require__.e(/* import() */ 464).then(__nccwpck_require__.bind(__nccwpck_require__, 8464));
            await (0,commands_job/* phase */.Oi)(job, SMOKE_TEST, () => smokeTest(job, smoke, since, deadline));
        }
        if (inputs.skipUnchanged && result !== 'unchanged') {
            const { remember } = await __nccwpck_require__.e(/* import() */ 118).then(__nccwpck_require__.bind(__nccwpck_require__, 7118));
            await remember(job);
        }
        await settleUrl(job);
        return result;
    };
    return (0,commands_deadline/* withinDeadline */.i)(job, deadline, releasing());
}
/** Logs in while the other checks still run; what builds nothing needs no docker. */
function startLogIn(job, login) {
    if (job.inputs.source.kind === 'image' || job.inputs.dryRun)
        return undefined;
    const loggingIn = login.then((known) => (0,commands_image/* logInPrivately */._V)(job, known));
    loggingIn.catch(check/* noted */.Z);
    return loggingIn;
}
function tell({ runner, inputs }, { identity, service, buildx }) {
    runner.info(`AWS account ${identity.account} in ${inputs.region} as ${identity.arn}`);
    runner.info(service
        ? `Service '${inputs.service}' is ${service.Status}: ${service.ServiceArn}. ${(0,states/* stateNote */.WH)(service) ?? ''}`.trim()
        : `Service '${inputs.service}' does not exist yet and will be created.`);
    if (buildx)
        runner.info(`docker buildx ${buildx}`);
}

;// CONCATENATED MODULE: ./lib/commands/progress.js
/**
 * What a run has learned and done so far. It outlives a failure, so that outputs and summary
 * tell what is known even then.
 */
class Progress {
    #phases = [];
    #acts = [];
    #hidden = new Set();
    #facts = {};
    /** What the run was told to do; deploy until the inputs are read. */
    command = 'deploy';
    changes = [];
    /** What a dry run found that a run would do, a sentence each. */
    plan = [];
    /** True once this run has pushed an image. */
    pushed = false;
    /** Why the deployment failed, once it was looked into. */
    diagnosis;
    get facts() {
        return this.#facts;
    }
    get phases() {
        return this.#phases;
    }
    /** The calls that change something, in order. */
    get acts() {
        return this.#acts;
    }
    /** Environment values, which no log line of an application may carry into the run's log. */
    get hidden() {
        return this.#hidden;
    }
    hide(values) {
        for (const value of values)
            this.#hidden.add(value);
    }
    /**
     * Notes a call that changes something, before it is made.
     *
     * @returns told what became of it; `undefined` when App Runner refused it and nothing changed
     */
    act(call) {
        const at = this.#acts.push({ call }) - 1;
        return (outcome) => {
            // Calls are made one after the other, so the last one is the one that ends.
            if (outcome)
                this.#acts[at] = { call, ...outcome };
            else
                this.#acts.splice(at, 1);
        };
    }
    learn(facts) {
        this.#facts = { ...this.#facts, ...facts };
        const act = this.#acts.at(-1);
        if (!act?.status)
            return;
        // App Runner may have told the id of the operation later, or never.
        const { operationId, operationStatus: status = 'not listed' } = this.#facts;
        if (act.operationId && act.operationId !== operationId)
            return;
        this.#acts[this.#acts.length - 1] = { ...act, operationId, status };
    }
    /** Runs one phase in a log group of its own and records its time, also when it throws. */
    async phase(name, runner, clock, work) {
        const begin = clock.now();
        runner.startGroup(name);
        try {
            return await work();
        }
        finally {
            runner.endGroup();
            this.#phases.push({ name, ms: clock.now() - begin });
        }
    }
}

// EXTERNAL MODULE: ./lib/github/signals.js
var signals = __nccwpck_require__(9942);
// EXTERNAL MODULE: ./lib/inputs/reader.js
var inputs_reader = __nccwpck_require__(178);
;// CONCATENATED MODULE: ./lib/inputs/run-mode.js
/** True when the run is to say what it would do, and to change nothing. */
function readDryRun(reader) {
    return reader.flag('dry-run') ?? false;
}
/** True when nothing is to be deployed where image and settings are what already runs. */
function readSkipUnchanged(reader) {
    return reader.flag('skip-unchanged') ?? false;
}

// EXTERNAL MODULE: ./lib/document/format.js
var format = __nccwpck_require__(9562);
;// CONCATENATED MODULE: ./lib/inputs/service-config.js

const EXAMPLE = 'deploy/service.yaml';
/**
 * Reads the input `service-config`: the path of a document, relative to the workspace. The file
 * is looked at later, by readServiceConfig.
 */
function readServiceConfigPath(reader) {
    const path = reader.text('service-config');
    if (path === undefined)
        return undefined;
    if (/^file:\/\//i.test(path)) {
        reader.problem(`Input 'service-config' is a path, without the file:// of the AWS CLI. Example: service-config: ${EXAMPLE}`);
    }
    else if (/[\r\n\0]/.test(path) || (0,format/* formatOf */.b)(path) === undefined) {
        reader.refuse('service-config', path, {
            allowed: `a path in one line that ends with ${format/* EXTENSIONS */.Z}`,
            example: `service-config: ${EXAMPLE}`,
        });
    }
    return path;
}

;// CONCATENATED MODULE: ./lib/inputs/arns.js
/** An IAM role (App Runner API model, RoleArn). */
const ROLE = {
    pattern: /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,1000}$/,
    allowed: 'the ARN of an IAM role',
    example: 'arn:aws:iam::123456789012:role/apprunner-ecr-access',
};
/**
 * Where a secret variable comes from: a Secrets Manager secret (a JSON key, stage and version
 * may follow), an SSM parameter, or the path of a parameter in the service's Region. App Runner
 * takes a parameter's name without slashes too; here that would let a pasted password through.
 */
const SECRET = {
    pattern: /^(arn:aws[\w-]*:(secretsmanager:[a-z0-9-]+:\d{12}:secret:[^\s]+|ssm:[a-z0-9-]+:\d{12}:parameter\/[\w./-]+)|\/[\w./-]+)$/,
    allowed: 'the ARN of a Secrets Manager secret or of an SSM parameter, or the path of a parameter, such as /hello/db-url',
    example: 'DATABASE_URL=arn:aws:secretsmanager:us-east-1:123456789012:secret:db-url-AbCdEf',
};
/** An auto scaling configuration; without revision, or name alone, it means the latest one. */
const AUTO_SCALING = {
    pattern: resource('autoscalingconfiguration'),
    allowed: 'the ARN of an App Runner auto scaling configuration',
    example: 'arn:aws:apprunner:us-east-1:123456789012:autoscalingconfiguration/busy/1',
};
const VPC_CONNECTOR = {
    pattern: resource('vpcconnector'),
    allowed: 'the ARN of an App Runner VPC connector',
    example: `arn:aws:apprunner:us-east-1:123456789012:vpcconnector/main/1/${'0'.repeat(31)}1`,
};
const OBSERVABILITY = {
    pattern: resource('observabilityconfiguration'),
    allowed: 'the ARN of an App Runner observability configuration',
    example: 'arn:aws:apprunner:us-east-1:123456789012:observabilityconfiguration/xray/1',
};
/** A KMS key (App Runner API model, KmsKeyArn), which refuses aliases and multi-Region keys. */
const KMS_KEY = {
    pattern: /^arn:aws[\w-]*:kms:[a-z-]+-\d:\d{12}:key\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    allowed: 'the ARN of a KMS key, not of an alias',
    example: 'arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
};
function resource(type) {
    return new RegExp(String.raw `^arn:aws[\w-]*:apprunner:[a-z0-9-]+:\d{12}:${type}/[A-Za-z0-9][\w-]*(/\d+(/\w+)?)?$`);
}
/** Reads an input that takes an ARN. */
function readArn(reader, name, kind) {
    return reader.matching(name, kind.pattern, {
        allowed: kind.allowed,
        example: `${name}: ${kind.example}`,
    });
}
/** As readArn, of a resource that App Runner takes from the service's own Region only. */
function readRegionalArn(reader, name, kind, region) {
    const arn = readArn(reader, name, kind);
    const [, , , of] = arn?.split(':') ?? [];
    if (region === undefined || of === undefined || of === region)
        return arn;
    reader.problem(`Input '${name}' is '${arn}', which is in ${of}, and the service is in ${region}: App Runner takes none from another Region. Example: ${name}: ${kind.example.replace('us-east-1', region)}`);
    return undefined;
}

;// CONCATENATED MODULE: ./lib/inputs/auto-scaling.js

/** App Runner's API has no upper limit for the size; the account's quotas do the rest. */
const MOST_INSTANCES = 999_999_999;
/** Reads auto scaling, by its ARN or by sizes; undefined when no input names it. */
function readAutoScaling(reader, region) {
    const arn = readRegionalArn(reader, 'auto-scaling-configuration-arn', AUTO_SCALING, region);
    const sizes = {
        minSize: reader.integer('min-size', 1, 25, 1),
        maxSize: reader.integer('max-size', 1, MOST_INSTANCES, 5),
        maxConcurrency: reader.integer('max-concurrency', 1, 200, 100),
    };
    if (reader.has('auto-scaling-configuration-arn')) {
        for (const name of ['min-size', 'max-size', 'max-concurrency']) {
            if (!reader.has(name))
                continue;
            reader.problem(`Inputs 'auto-scaling-configuration-arn' and '${name}' exclude each other: the configuration says its sizes itself. Remove one of them.`);
        }
        return arn === undefined ? undefined : { kind: 'arn', arn };
    }
    const { minSize, maxSize } = sizes;
    if (minSize !== undefined && maxSize !== undefined && minSize > maxSize) {
        reader.problem(`Inputs 'min-size' and 'max-size' are ${minSize} and ${maxSize}: the first can't be the larger one. Example: min-size: 1, max-size: 5`);
    }
    const named = Object.entries(sizes).filter(([, size]) => size !== undefined);
    return named.length === 0 ? undefined : { kind: 'sizes', ...Object.fromEntries(named) };
}

// EXTERNAL MODULE: ./lib/inputs/compute.js
var compute = __nccwpck_require__(9272);
;// CONCATENATED MODULE: ./lib/inputs/health-check.js
/**
 * Reads the health check; undefined when no input names a part of it. A path makes it HTTP,
 * because App Runner uses one with HTTP only (API reference, HealthCheckConfiguration).
 */
function readHealthCheck(reader) {
    const protocol = reader.oneOf('health-check-protocol', ['TCP', 'HTTP'], 'HTTP');
    const path = readPath(reader);
    if (path !== undefined && protocol === 'TCP') {
        reader.problem("Inputs 'health-check-path' and 'health-check-protocol' exclude each other here: a TCP check asks for no path. Remove one of them.");
    }
    const settings = {
        protocol: path === undefined ? protocol : 'HTTP',
        path,
        interval: reader.integer('health-check-interval', 1, 20, 5),
        timeout: reader.integer('health-check-timeout', 1, 20, 2),
        healthyThreshold: reader.integer('health-check-healthy-threshold', 1, 20, 1),
        unhealthyThreshold: reader.integer('health-check-unhealthy-threshold', 1, 20, 5),
    };
    const named = Object.entries(settings).filter(([, value]) => value !== undefined);
    return named.length === 0 ? undefined : Object.fromEntries(named);
}
function readPath(reader) {
    return reader.matching('health-check-path', /^\/\S*$/, {
        allowed: 'a path that starts with / and has no spaces',
        example: 'health-check-path: /health',
    });
}

;// CONCATENATED MODULE: ./lib/inputs/network.js

/** Reads the network settings; those that are not named are not there. */
function readNetwork(reader, region) {
    const settings = {
        vpcConnectorArn: readRegionalArn(reader, 'vpc-connector-arn', VPC_CONNECTOR, region),
        publiclyAccessible: reader.flag('publicly-accessible'),
        ipAddressType: reader.oneOf('ip-address-type', ['IPV4', 'DUAL_STACK'], 'DUAL_STACK'),
    };
    if (settings.publiclyAccessible === false && settings.ipAddressType === 'DUAL_STACK') {
        // Developer guide, "Networking with App Runner".
        reader.problem("Inputs 'publicly-accessible' and 'ip-address-type' exclude each other here: App Runner has dual stack for public services only. Set ip-address-type: IPV4, or remove it.");
    }
    return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./lib/inputs/lists.js

/**
 * Reads a list input the way docker/build-push-action does: CSV lines, so that an item with
 * commas, quotes or line breaks can be written in double quotes.
 */
function readList(reader, name, separator) {
    const text = reader.text(name);
    if (text === undefined)
        return [];
    try {
        return itemsOf(reader.parsers.csv(text), separator);
    }
    catch (error) {
        // The parser's text can quote the line, and a line of `secrets` is a secret: only say where.
        const line = /line (\d+)/.exec((0,errors/* errorMessage */.gJ)(error))?.[1];
        reader.problem(`Input '${name}' is not a list${line ? ` (line ${line})` : ''}: a double quote opened there is not closed. ` +
            `Write one item a line, and put an item that holds quotes or line breaks in double quotes.`);
        return [];
    }
}
/** Turns CSV records into trimmed, non-empty items. */
function itemsOf(records, separator) {
    const items = records.flatMap((fields) => separator === 'line'
        ? fields.join(',')
        : fields.length === 1
            ? fields.join().split(',')
            : fields);
    return items.map((item) => item.trim()).filter((item) => item !== '');
}
/**
 * Reads a list of NAME=VALUE items as build-args, labels and secrets are written. The values
 * never appear in a problem, since some of these inputs hold secrets.
 */
function readPairs(reader, name, separator, example) {
    return readList(reader, name, separator).flatMap((item, index) => {
        const at = item.indexOf('=');
        if (at > 0 && at < item.length - 1)
            return [[item.slice(0, at).trim(), item.slice(at + 1)]];
        reader.problem(`Input '${name}', item ${index + 1}, is not NAME=VALUE. Example: ${name}: ${example}`);
        return [];
    });
}

;// CONCATENATED MODULE: ./lib/inputs/tags.js

/** App Runner's limits (API model, TagKey and TagValue; AWS, "Tag naming limits"). */
const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;
const MOST_TAGS = 50;
const tags_EXAMPLE = 'Example: tags: team=web';
/**
 * Reads the tags, KEY=VALUE a line in the form of `labels`, for a key may hold `:`, `/` and `@`,
 * which no variable's name can. A value may be empty. Problems name the key or the item.
 */
function readTags(reader) {
    const items = readList(reader, 'tags', 'line');
    if (items.length === 0)
        return undefined;
    const tags = new Map();
    for (const [index, item] of items.entries()) {
        const at = item.indexOf('=');
        const key = item.slice(0, Math.max(at, 0)).trim();
        const value = item.slice(at + 1).trim();
        if (key === '') {
            reader.problem(`Input 'tags', item ${index + 1}, is not KEY=VALUE. ${tags_EXAMPLE}`);
            continue;
        }
        const wrong = wrongTag(key, value, tags.has(key));
        if (wrong)
            reader.problem(`Input 'tags': ${wrong} ${tags_EXAMPLE}`);
        tags.set(key, value);
    }
    if (tags.size > MOST_TAGS) {
        reader.problem(`Input 'tags' names ${tags.size} tags, and a service can have ${MOST_TAGS}. ${tags_EXAMPLE}`);
    }
    return Object.fromEntries(tags);
}
function wrongTag(key, value, twice) {
    const name = key.length > 40 ? `${key.slice(0, 37)}...` : key;
    if (/[\r\n]/.test(key + value))
        return 'a tag has a line break, which AWS does not take.';
    if (twice)
        return `${name} is named twice; keep the line that is meant.`;
    if (/^aws:/i.test(key))
        return `${name} starts with aws:, which AWS keeps for itself.`;
    if (key.length > LONGEST_KEY) {
        return `the key ${name} has ${key.length} characters, and AWS takes ${LONGEST_KEY}.`;
    }
    if (value.length > LONGEST_VALUE) {
        return `the value of ${name} has ${value.length} characters, and AWS takes ${LONGEST_VALUE}.`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/inputs/variables.js
/** App Runner keeps this prefix for itself (Developer Guide, "Referencing environment variables"). */
const RESERVED = /^AWSAPPRUNNER/i;
/**
 * One statement of dotenv's grammar (dotenv 17, LINE in lib/main.js). dotenv itself drops
 * what it can't read and keeps the last of two equal names; here both are problems, so the
 * statements are told apart first and each is then read by dotenv.
 */
const STATEMENT = /^\s*(?:export\s+)?[\w.-]+(?:\s*=\s*?|:\s+?)(?:\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?\s*(?:#.*)?$/gm;
/**
 * Reads an input of dotenv lines into a map of names to values. Problems name the variable or
 * the line, never a value: values may be secret.
 */
function readVariables(reader, name) {
    const text = reader.text(name);
    if (text === undefined)
        return undefined;
    const variables = new Map();
    let end = 0;
    for (const match of text.matchAll(STATEMENT)) {
        refuseLeftovers(reader, name, text, end, match.index);
        end = match.index + match[0].length;
        for (const [key, value] of Object.entries(reader.parsers.dotenv(match[0]))) {
            refuseBadName(reader, name, key, variables.has(key));
            refuseLostComment(reader, name, key, match[0]);
            refuseLineBreak(reader, name, key, value);
            variables.set(key, value);
        }
    }
    refuseLeftovers(reader, name, text, end, text.length);
    return Object.fromEntries(variables);
}
function refuseBadName(reader, input, key, twice) {
    if (twice) {
        reader.problem(`Input '${input}' names ${key} twice; keep the line that is meant.`);
    }
    if (RESERVED.test(key)) {
        reader.problem(`Input '${input}' names ${key}; App Runner keeps names that start with AWSAPPRUNNER for itself. Choose another name.`);
    }
}
/** A value that dotenv takes as quoted; any other ends at the first '#'. */
const QUOTED = /^\s*('(?:\\'|[^'])*'|"(?:\\"|[^"])*"|`(?:\\`|[^`])*`)\s*(?:#.*)?$/;
/** dotenv cuts an unquoted value at '#'. A colour or a password must not lose its end in silence. */
function refuseLostComment(reader, input, key, statement) {
    const value = statement.slice(statement.search(/[=:]/) + 1);
    const at = value.indexOf('#');
    if (QUOTED.test(value) || at === -1 || /\s/.test(value.charAt(at - 1)))
        return;
    reader.problem(`Input '${input}': the value of ${key} holds '#', which starts a comment in dotenv. ` +
        `Quote the value (${key}="..."), or put a space before a comment.`);
}
/** The API model's pattern for a value is `.*`, which a line break does not match. */
function refuseLineBreak(reader, input, key, value) {
    if (!/[\r\n]/.test(value))
        return;
    reader.problem(`Input '${input}': the value of ${key} has a line break, which App Runner takes in no variable. ` +
        `Encode the value (base64), or keep it in Secrets Manager and name it in environment-secrets.`);
}
function refuseLeftovers(reader, input, text, from, to) {
    const before = text.slice(0, from).split('\n').length;
    for (const [index, line] of text.slice(from, to).split('\n').entries()) {
        if (/^\s*(#.*)?$/.test(line))
            continue;
        reader.problem(`Input '${input}', line ${before + index}, is not NAME=VALUE. Example: ${input}: LOG_LEVEL=info`);
    }
}

;// CONCATENATED MODULE: ./lib/inputs/settings.js







/**
 * Reads and checks the service settings against App Runner's limits.
 *
 * @param region the service's; undefined when it is not known
 */
function readSettings(reader, region) {
    const settings = {
        port: reader.integer('port', 1, 65535, 8080)?.toString(),
        startCommand: readStartCommand(reader),
        environmentVariables: readVariables(reader, 'environment-variables'),
        environmentSecrets: readSecrets(reader),
        cpu: readSize(reader, 'cpu', compute/* cpuUnits */.MN, compute/* CPU_SIZES */.I5, '1 vCPU'),
        memory: readSize(reader, 'memory', compute/* memoryMegabytes */.Nd, compute/* MEMORY_SIZES */.P, '2 GB'),
        accessRoleArn: readArn(reader, 'access-role-arn', ROLE),
        instanceRoleArn: readArn(reader, 'instance-role-arn', ROLE),
        autoDeployments: reader.flag('auto-deployments'),
        healthCheck: readHealthCheck(reader),
        autoScaling: readAutoScaling(reader, region),
        ...readNetwork(reader, region),
        observabilityConfigurationArn: readRegionalArn(reader, 'observability-configuration-arn', OBSERVABILITY, region),
        kmsKeyArn: readRegionalArn(reader, 'kms-key-arn', KMS_KEY, region),
        tags: readTags(reader),
    };
    refuseWrongPair(reader, settings.cpu, settings.memory);
    refuseSharedNames(reader, settings.environmentVariables, settings.environmentSecrets);
    const named = Object.entries(settings).filter(([, value]) => value !== undefined);
    return {
        ...Object.fromEntries(named),
        environmentMode: reader.oneOf('environment-mode', ['merge', 'replace'], 'replace') ?? 'merge',
    };
}
/** The command is not repeated in a problem: the API model calls it sensitive. */
function readStartCommand(reader) {
    const command = reader.text('start-command');
    if (command === undefined || !/[\r\n]/.test(command))
        return command;
    reader.problem("Input 'start-command' has several lines, and App Runner takes one. Example: start-command: node server.js");
    return undefined;
}
function readSecrets(reader) {
    const secrets = readVariables(reader, 'environment-secrets');
    for (const [name, source] of Object.entries(secrets ?? {})) {
        if (SECRET.pattern.test(source))
            continue;
        // A value pasted here in place of an ARN may be the secret itself, so it is not repeated.
        reader.problem(`Input 'environment-secrets': the source of ${name} is not ${SECRET.allowed}. Example: environment-secrets: ${SECRET.example}`);
    }
    return secrets;
}
function readSize(reader, name, normalise, sizes, example) {
    const text = reader.text(name);
    if (text === undefined)
        return undefined;
    const size = normalise(text);
    if (size === undefined) {
        reader.refuse(name, text, { allowed: sizes, example: `${name}: ${example}` });
    }
    return size;
}
function refuseWrongPair(reader, cpu, memory) {
    if (cpu === undefined || memory === undefined)
        return;
    const problem = (0,compute/* wrongPair */._9)({ cpu, memory });
    if (problem === undefined)
        return;
    reader.problem(`Inputs 'cpu' and 'memory' are '${(0,compute/* inVcpu */._t)(cpu)}' and '${(0,compute/* inGb */.r)(memory)}': in App Runner ${problem}. Example: cpu: 1 vCPU, memory: 2 GB`);
}
function refuseSharedNames(reader, variables = {}, secrets = {}) {
    for (const name of Object.keys(variables)) {
        if (!Object.hasOwn(secrets, name))
            continue;
        reader.problem(`Inputs 'environment-variables' and 'environment-secrets' both name ${name}; keep it in one of them.`);
    }
}

// EXTERNAL MODULE: ./lib/inputs/smoke-test.js
var smoke_test = __nccwpck_require__(249);
;// CONCATENATED MODULE: ./lib/inputs/build.js

/** The inputs that only make sense when this step builds the image. */
const BUILD_INPUTS = [
    'context',
    'file',
    'target',
    'build-args',
    'labels',
    'build-contexts',
    'secrets',
    'secret-envs',
    'secret-files',
    'ssh',
    'cache-from',
    'cache-to',
    'no-cache',
    'pull',
    'network',
    'add-hosts',
    'builder',
];
/** Reads the build inputs; secrets' values appear in no problem. */
function readBuild(reader) {
    const file = reader.text('file');
    const target = reader.text('target');
    const network = reader.text('network');
    const builder = reader.text('builder');
    return {
        context: reader.text('context') ?? '.',
        ...(file && { file }),
        ...(target && { target }),
        buildArgs: readNamed(reader, 'build-args', 'NODE_ENV=production'),
        labels: readNamed(reader, 'labels', 'org.opencontainers.image.title=hello'),
        buildContexts: readPairs(reader, 'build-contexts', 'line', 'assets=./assets').map(joined),
        secrets: readPairs(reader, 'secrets', 'line', 'npm_token=<value>'),
        secretEnvs: readPairs(reader, 'secret-envs', 'comma or line', 'npm_token=NPM_TOKEN'),
        secretFiles: readPairs(reader, 'secret-files', 'line', 'npmrc=./.npmrc'),
        ssh: readList(reader, 'ssh', 'comma or line'),
        cacheFrom: readList(reader, 'cache-from', 'line'),
        cacheTo: readList(reader, 'cache-to', 'line'),
        noCache: reader.flag('no-cache') ?? false,
        pull: reader.flag('pull') ?? false,
        ...(network && { network }),
        addHosts: readHosts(reader),
        ...(builder && { builder }),
    };
}
/** `NAME=VALUE`, or `NAME` alone, which docker takes from the environment or leaves empty. */
function readNamed(reader, name, example) {
    return readList(reader, name, 'line').filter((item, index) => {
        const named = /^[^\s=]+(=|$)/.test(item);
        if (!named) {
            reader.problem(`Input '${name}', item ${index + 1}, has no name before '='. Example: ${name}: ${example}`);
        }
        return named;
    });
}
function readHosts(reader) {
    return readList(reader, 'add-hosts', 'comma or line').filter((item) => {
        const pair = /^[^\s:=]+[:=]\S+$/.test(item);
        if (!pair) {
            reader.refuse('add-hosts', item, {
                allowed: 'NAME:ADDRESS items',
                example: 'add-hosts: registry.internal:10.0.0.5',
            });
        }
        return pair;
    });
}
function joined([key, value]) {
    return `${key}=${value}`;
}

// EXTERNAL MODULE: ./lib/inputs/image-reference.js
var image_reference = __nccwpck_require__(5284);
;// CONCATENATED MODULE: ./lib/inputs/source.js



/** Stands for an image that could not be read; the problem is on record, so nobody sees it. */
const NO_IMAGE = { identifier: '', type: 'ECR', repository: '' };
/**
 * Reads where the image comes from: an image that exists, or else a build of the checkout.
 *
 * @param region undefined when it could not be read
 * @param service the service's name, after which the repository is called; may be empty
 */
function readSource(reader, region, service, env) {
    const image = (0,image_reference/* readImage */.AM)(reader, region);
    const about = [...BUILD_INPUTS, 'repository', 'registry-id', 'image-tags'];
    const named = about.filter((name) => reader.has(name));
    if (reader.has('image')) {
        for (const name of named) {
            reader.problem(`Inputs 'image' and '${name}' exclude each other: 'image' deploys an image that exists, '${name}' is about one that this step builds. Remove one of them.`);
        }
        // Problems of a build that nobody asked for would only hide the one with the image.
        return { kind: 'image', image: image ?? NO_IMAGE };
    }
    const registryId = reader.matching('registry-id', /^\d{12}$/, {
        allowed: 'an AWS account number of 12 digits',
        example: 'registry-id: "123456789012"',
    });
    return {
        kind: 'build',
        build: readBuild(reader),
        repository: readRepository(reader, service),
        ...(registryId && { registryId }),
        tags: source_readTags(reader, env),
        implied: named.length === 0,
    };
}
/** The start of an image name that was pasted whole; as a repository it would only make a folder. */
const REGISTRY_HOST = /^((localhost|[^/]*\.amazonaws\.com(\.cn)?|public\.ecr\.aws)(\/|$)|[^/]*:\d+|(docker|gcr|ghcr|quay)\.io\/)/;
function readRepository(reader, service) {
    const allowed = 'an ECR repository name without registry host and tag: 2 to 256 of a-z 0-9 and single . _ - / between them';
    const named = reader.text('repository');
    const repository = named ?? service.toLowerCase();
    const isHost = REGISTRY_HOST.test(repository);
    const fits = image_reference/* REPOSITORY */.Bw.test(repository) && repository.length >= 2 && repository.length <= 256;
    if (named !== undefined && (!fits || isHost)) {
        reader.refuse('repository', named, { allowed, example: 'repository: team/hello' });
    }
    else if (named === undefined && service !== '' && !fits) {
        reader.problem(`Input 'repository' is missing, and the service's name '${service}' is no repository name that App Runner takes. Example: repository: hello`);
    }
    return repository;
}
function source_readTags(reader, env) {
    const named = reader.has('image-tags');
    const tags = named ? readList(reader, 'image-tags', 'comma or line') : [env.GITHUB_SHA ?? ''];
    const [first, ...more] = new Set(tags.filter((tag) => tag !== ''));
    if (first === undefined) {
        if (!reader.complainedAbout('image-tags')) {
            const what = named ? 'names no tag' : 'is missing, and GITHUB_SHA, its default, is not set';
            reader.problem(`Input 'image-tags' ${what}. Example: image-tags: 1.4.0`);
        }
        return [''];
    }
    for (const tag of [first, ...more]) {
        if (image_reference/* TAG */.Dk.test(tag))
            continue;
        reader.refuse('image-tags', tag, {
            allowed: 'tags of 1 to 128 letters, digits, _ . and -, one a line, not starting with . or -',
            example: 'image-tags: 1.4.0',
        });
    }
    return [first, ...more];
}

;// CONCATENATED MODULE: ./lib/inputs/inputs.js






const COMMANDS = ['deploy', 'pause', 'resume', 'delete'];
/**
 * Reads all inputs once. Those that the command does not use are not looked at: a workflow may
 * share its `with:` block between commands.
 *
 * @throws InputError with every problem that can be seen without files or network.
 */
function readInputs(get, env, parsers) {
    const reader = new inputs_reader/* InputReader */.i(get, parsers);
    const named = reader.oneOf('command', COMMANDS, 'deploy');
    const common = readCommon(reader, env);
    // Which other inputs matter is not known while the command is not.
    if (reader.complainedAbout('command'))
        reader.throwIfWrong();
    const command = named ?? 'deploy';
    const inputs = command === 'deploy' ? readDeploy(reader, common, env) : { ...common, command };
    reader.throwIfWrong();
    return inputs;
}
function readCommon(reader, env) {
    const region = readRegion(reader, env);
    const service = reader.matching('service', /^[A-Za-z0-9][A-Za-z0-9_-]{3,39}$/, {
        allowed: '4 to 40 of A-Z a-z 0-9 - _, the first one a letter or a digit',
        example: 'service: hello-api',
    });
    if (!reader.has('service')) {
        reader.problem("Input 'service' is missing: the App Runner service's name. Example: service: hello-api");
    }
    return {
        service: service ?? '',
        region: region ?? '',
        dryRun: readDryRun(reader),
        wait: reader.flag('wait') ?? true,
        timeoutMinutes: reader.integer('timeout-minutes', 1, 120, 30) ?? 30,
        logLines: reader.integer('log-lines', 1, 1_000, 40) ?? 40,
    };
}
function readDeploy(reader, common, env) {
    const smoke = (0,smoke_test/* readSmokeTest */.ME)(reader, common.wait);
    const serviceConfig = readServiceConfigPath(reader);
    const inputs = {
        ...common,
        command: 'deploy',
        source: readSource(reader, common.region || undefined, common.service, env),
        settings: readSettings(reader, common.region || undefined),
        skipUnchanged: readSkipUnchanged(reader),
        ...(serviceConfig && { serviceConfig }),
        ...(smoke && { smoke }),
    };
    refuseForPublicImage(reader, inputs);
    return inputs;
}
const REGION = /^[a-z]{2,}(-[a-z]+)+-\d$/;
function readRegion(reader, env) {
    if (!reader.has('aws-region')) {
        const region = env.AWS_REGION || env.AWS_DEFAULT_REGION;
        if (region && REGION.test(region))
            return region;
        reader.problem(region
            ? `AWS_REGION is '${region}', which is no AWS Region's code. Example: aws-region: us-east-1`
            : "Input 'aws-region' is missing, and neither AWS_REGION nor AWS_DEFAULT_REGION is set. Example: aws-region: us-east-1");
        return undefined;
    }
    return reader.matching('aws-region', REGION, {
        allowed: "an AWS Region's code",
        example: 'aws-region: us-east-1',
    });
}
/** App Runner pulls ECR Public without a role and never redeploys from it by itself. */
function refuseForPublicImage(reader, { source, settings }) {
    if (source.kind !== 'image' || source.image.type !== 'ECR_PUBLIC')
        return;
    if (settings.accessRoleArn) {
        reader.problem("Inputs 'image' and 'access-role-arn' exclude each other here: App Runner refuses an access role for an ECR Public image. Remove 'access-role-arn'.");
    }
    if (settings.autoDeployments) {
        reader.problem("Inputs 'image' and 'auto-deployments' exclude each other here: App Runner makes no automatic deployments from ECR Public. Remove 'auto-deployments'.");
    }
}

;// CONCATENATED MODULE: ./lib/inputs/parsers.js
/** Inputs that are lists as docker/build-push-action reads them. */
const LISTS = [
    'add-hosts',
    'build-args',
    'build-contexts',
    'cache-from',
    'cache-to',
    'image-tags',
    'labels',
    'secret-envs',
    'secret-files',
    'secrets',
    'ssh',
    'tags',
];
/** Inputs that are lines of a .env file. */
const VARIABLES = ['environment-secrets', 'environment-variables'];
/** Loads the libraries that the inputs of this run need, and no other: they cost start time. */
async function loadParsers(get) {
    const needs = (names) => names.some((name) => get(name) !== '');
    const csv = needs(LISTS) ? (await __nccwpck_require__.e(/* import() */ 175).then(__nccwpck_require__.bind(__nccwpck_require__, 5175))).parse : undefined;
    const dotenv = needs(VARIABLES) ? (await __nccwpck_require__.e(/* import() */ 889).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8889, 19))).parse : undefined;
    return {
        csv: (text) => loaded(csv, 'csv-parse')(text, {
            relaxQuotes: true,
            relaxColumnCount: true,
            skipEmptyLines: true,
        }),
        dotenv: (text) => loaded(dotenv, 'dotenv')(text),
    };
}
function loaded(parser, name) {
    if (parser)
        return parser;
    throw new Error(`${name} was not loaded: an input that needs it is not listed in parsers.ts.`);
}

// EXTERNAL MODULE: ./lib/diagnosis/clean-text.js
var clean_text = __nccwpck_require__(9858);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __nccwpck_require__(3021);
;// CONCATENATED MODULE: ./lib/report/diagnosis.js


/** Characters of one code block: GitHub drops a summary of more than 1 MiB. */
const BLOCK_LENGTH = 100_000;
/** Log lines in an annotation. GitHub shows 4096 bytes of one, the log has them all. */
const ANNOTATION_LINES = 10;
const ANNOTATION_LENGTH = 200;
/**
 * The text of the error annotation. Its first line is the cause; where none is known, it is the
 * failure's own, and App Runner's lines follow.
 *
 * @param failure the error's text
 */
function annotation(failure, diagnosis) {
    const { cause, remedy, events, application, notes, links } = diagnosis;
    const half = ANNOTATION_LINES / 2;
    const known = cause !== undefined;
    const fromApplication = application.slice(known ? -ANNOTATION_LINES : -half);
    const fromEvents = known && application.length > 0 ? [] : events.slice(-half);
    return block([
        cause,
        failure,
        remedy,
        ...listed('App Runner says:', fromEvents.map(diagnosis_short)),
        ...listed('The application logged last:', fromApplication.map(diagnosis_short)),
        ...notes,
        ...Object.entries(links).map(([title, url]) => `${title}: ${url}`),
    ]).join('\n');
}
/** Everything that was found out, as lines for the run's log. */
function logLines(diagnosis) {
    const { cause, remedy, events, application, notes, links } = diagnosis;
    return block([
        cause === undefined ? 'The logs show no cause that is known.' : `Cause: ${cause}`,
        remedy && `What to do: ${remedy}`,
        ...listed("App Runner's event log:", events),
        ...listed("The application's log, last lines:", application),
        ...notes,
        ...Object.entries(links).map(([title, url]) => `${title}: ${url}`),
    ]);
}
/** The section of the job summary; what came from outside is shown as it is, never as markup. */
function diagnosisMarkdown(diagnosis) {
    const { cause, remedy, events, application, notes, links } = diagnosis;
    return [
        '#### Why it failed',
        cause && `**${(0,markdown/* cell */.H)(cause)}**`,
        remedy && (0,markdown/* cell */.H)(remedy),
        ...fenced('App Runner says:', events),
        ...fenced('The application logged last:', application),
        notes.map((note) => `- ${(0,markdown/* cell */.H)(note)}`).join('\n'),
        Object.entries(links)
            .map(([title, url]) => `[${(0,markdown/* cell */.H)(title)}](${url})`)
            .join(' · '),
    ]
        .filter(Boolean)
        .join('\n\n');
}
function diagnosis_short(line) {
    return (0,clean_text/* cut */.Jj)(line, ANNOTATION_LENGTH);
}
function listed(title, lines) {
    return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}
/** Single lines that the runner takes for text, whatever they were made from. */
function block(texts) {
    return texts
        .filter((text) => text !== undefined && text !== '')
        .flatMap((text) => `${text}`.split(/\r\n|[\r\n]/))
        .map(clean_text/* harmless */.Is);
}
/** The last lines that fit into a part of the summary. */
function lastOf(lines) {
    let left = BLOCK_LENGTH;
    const first = lines.findLastIndex((line) => {
        left -= line.length + 1;
        return left < 0;
    });
    return lines.slice(first + 1);
}
/** A code block; its fence is longer than every run of backticks in it. */
function fenced(title, lines) {
    if (lines.length === 0)
        return [];
    const text = lastOf(lines.map((line) => line.replaceAll(/[\r\n]+/g, ' '))).join('\n');
    const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
    const fence = '`'.repeat(Math.max(2, ...runs) + 1);
    return [title, `${fence}text\n${text}\n${fence}`];
}

;// CONCATENATED MODULE: ./lib/report/so-far.js
const UNDER_WAY = new Set(['PENDING', 'IN_PROGRESS', 'ROLLBACK_IN_PROGRESS']);
/**
 * What a run that failed had changed, and what goes on in AWS after it, in sentences; nothing
 * is half done in silence.
 *
 * @param cancelled true when the run was stopped, so that it can't say how things end
 */
function soFar({ facts, pushed, acts }, cancelled) {
    const image = pushed && facts.imageDigest
        ? [`The image was pushed: ${facts.image}@${facts.imageDigest}.`]
        : [];
    const nothing = pushed || cancelled ? ['The service was not changed.'] : [];
    return [...image, ...(acts.length === 0 ? nothing : acts.map(sentence))];
}
function sentence({ call, operationId, status, effect }) {
    if (effect)
        return `This run called ${call}: ${effect}.`;
    if (!status)
        return `Whether App Runner took ${call} is not known: its answer did not come.`;
    const operation = operationId ? `operation ${operationId}` : 'an operation without an id';
    return UNDER_WAY.has(status)
        ? `App Runner goes on with ${operation} (${call}), last seen ${status}; it can't be stopped.`
        : `This run called ${call}: ${operation} is ${status}.`;
}

// EXTERNAL MODULE: ./lib/report/changes.js
var report_changes = __nccwpck_require__(9495);
// EXTERNAL MODULE: ./lib/report/duration.js
var duration = __nccwpck_require__(136);
;// CONCATENATED MODULE: ./lib/report/summary.js






const HEADLINES = {
    created: 'created',
    updated: 'updated',
    deployed: 'deployed again with the same settings',
    unchanged: 'unchanged, image and settings are what runs already',
    planned: 'planned, nothing was changed',
    deleted: 'deleted',
    paused: 'paused',
    resumed: 'resumed',
    'rolled-back': 'not deployed: App Runner rolled back to the version before',
};
const FAILED = {
    deploy: 'not deployed',
    pause: 'not paused',
    resume: 'not resumed',
    delete: 'not deleted',
};
/** The job summary in Markdown: what was done, where it runs, how long each phase took. */
function summary({ command, result, facts, phases, changes, plan = [], failure, diagnosis, }) {
    const name = facts.serviceName ? `App Runner service ${(0,markdown/* cell */.H)(facts.serviceName)}` : 'App Runner';
    const rows = [
        ['URL', facts.serviceUrl && `<${(0,report_outputs/* withScheme */.G)(facts.serviceUrl)}>`],
        ['Result', result],
        ['Service', facts.serviceArn && (0,markdown/* cell */.H)(facts.serviceArn)],
        ['Service status', facts.serviceStatus],
        ['Operation', facts.operationId && `${(0,markdown/* cell */.H)(facts.operationId)} ${facts.operationStatus ?? ''}`],
        ['Image', facts.image && (0,markdown/* cell */.H)(facts.image)],
        ['Image digest', facts.imageDigest && (0,markdown/* cell */.H)(facts.imageDigest)],
    ].filter((row) => Boolean(row[1]));
    const parts = [
        `### ${name}: ${headline(command, result, facts, phases)}`,
        failure
            ?.split('\n')
            .map((line) => `> ${(0,markdown/* cell */.H)(line)}`)
            .join('\n>\n'),
        diagnosis && diagnosisMarkdown(diagnosis),
        (0,markdown/* table */.t)(['', ''], rows),
        plan.map((step, index) => `${index + 1}. ${(0,markdown/* cell */.H)(step)}`).join('\n'),
        (0,report_changes/* changeTable */.H)(changes),
        phaseTable(phases),
    ];
    return `${parts.filter(Boolean).join('\n\n')}\n`;
}
function headline(command, result, { operationId }, phases) {
    if (result !== 'failed')
        return HEADLINES[result];
    if (phases.at(-1)?.name !== SMOKE_TEST)
        return FAILED[command];
    return operationId
        ? 'deployed, but the smoke test failed'
        : 'nothing to deploy, but the smoke test failed';
}
function phaseTable(phases) {
    if (phases.length === 0)
        return '';
    const total = phases.reduce((sum, { ms }) => sum + ms, 0);
    return (0,markdown/* table */.t)(['Phase', 'Time'], [...phases, { name: 'Total', ms: total }].map(({ name, ms }) => [name, (0,duration/* duration */.p)(ms)]));
}

;// CONCATENATED MODULE: ./lib/report/end.js






/**
 * Tells how a run ended: log, outputs, job summary and, after a failure, an error annotation.
 *
 * @param error what was thrown; undefined after a success
 */
async function reportEnd(runner, progress, result, error) {
    const { command, facts, phases, changes, plan, diagnosis } = progress;
    const outputs = (0,report_outputs/* outputsOf */.Y)(facts, result);
    const failure = error === undefined ? undefined : failureText(error);
    if (failure === undefined)
        runner.info(`Service URL: ${outputs['service-url'] ?? 'none'}`);
    else {
        if (diagnosis) {
            runner.startGroup('Why it failed');
            for (const line of logLines(diagnosis))
                runner.info(line);
            runner.endGroup();
        }
        runner.error(diagnosis ? annotation(failure, diagnosis) : failure, title(progress, error));
        for (const line of soFar(progress, error instanceof errors/* CancelledError */.cc))
            runner.info(line);
        for (const cause of (0,errors/* causes */.ps)(error))
            runner.debug(`Caused by ${cause}`);
    }
    for (const [name, value] of Object.entries(outputs))
        runner.setOutput(name, value);
    const text = summary({ command, result, facts, phases, changes, plan, failure, diagnosis });
    await runner.summary(text).catch((unwritten) => {
        // The verdict is AWS's; it does not hang on a file of the runner.
        runner.warning(`The job summary could not be written: ${(0,errors/* errorMessage */.gJ)(unwritten)}`);
    });
}
/** What was thrown, in words; an error that is not ours is a fault of this action. */
function failureText(error) {
    if (error instanceof errors/* ActionError */.lZ)
        return error.message;
    const place = error instanceof Error ? `\n${error.stack ?? ''}` : '';
    return `This is a fault in the action itself, please report it: ${(0,errors/* errorMessage */.gJ)(error)}${place}`;
}
function title({ command, phases }, error) {
    if (error instanceof errors/* InputError */.dz)
        return 'Wrong input';
    if (error instanceof errors/* CancelledError */.cc)
        return 'Cancelled';
    return phases.at(-1)?.name === SMOKE_TEST ? 'Smoke test failed' : TITLES[command];
}
const TITLES = {
    deploy: 'Deployment failed',
    pause: 'Pause failed',
    resume: 'Resume failed',
    delete: 'Delete failed',
};

;// CONCATENATED MODULE: ./lib/run.js








/** Time that a call in flight has to be answered after a cancel; the runner gives 7.5 s in all. */
const GRACE_MS = 3_000;
/**
 * The whole action: reads the inputs, runs the command, catches once, and reports the same way
 * after success, failure and cancel.
 *
 * @returns the exit code
 */
async function run(ports) {
    const progress = new Progress();
    try {
        const get = (0,inputs_reader/* inputFromEnvironment */.Q)(ports.env);
        const inputs = readInputs(get, ports.env, await loadParsers(get));
        const result = await untilCancelled(ports, execute(inputs, ports, progress));
        await reportEnd(await ports.runner(), progress, result);
        return 0;
    }
    catch (error) {
        // A call that fails because of the cancel says so less well than the cancel itself.
        const reason = ports.cancelled.aborted ? ports.cancelled.reason : error;
        await reportEnd(await ports.runner(), progress, failedResult(error), reason);
        return (0,signals/* cancelledCode */.fz)(ports.cancelled) ?? 1;
    }
}
async function execute(inputs, ports, progress) {
    progress.command = inputs.command;
    if (inputs.command === 'deploy')
        return deploy(inputs, ports, progress);
    const { lifecycle } = await Promise.all(/* import() */[__nccwpck_require__.e(741), __nccwpck_require__.e(14)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5014));
    return lifecycle(inputs, ports, progress);
}
/** Awaits the work; after a cancel no longer than what is in flight deserves. */
function untilCancelled({ cancelled, clock }, work) {
    const { promise, reject } = Promise.withResolvers();
    const stop = () => void clock.linger(GRACE_MS).then(() => reject(cancelled.reason));
    if (cancelled.aborted)
        stop();
    else
        cancelled.addEventListener('abort', stop, { once: true });
    return Promise.race([work, promise]).finally(() => cancelled.removeEventListener('abort', stop));
}
function failedResult(error) {
    return error instanceof errors/* RolledBackError */.Ai ? 'rolled-back' : 'failed';
}


/***/ }),

/***/ 6278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readAround)
/* harmony export */ });
/* harmony import */ var _wish_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5016);

/** An ARN that ends with a name means the latest revision, as App Runner takes it. */
const LATEST = /^[^/]*\/[^/]+$/;
/**
 * Reads what a decision has to know beside the service itself. Asks nothing that no setting is
 * about, and changes nothing.
 *
 * @param name of the service
 * @param service undefined when it is to be created
 * @throws ActionError when sizes of auto scaling contradict each other or have no room
 */
async function readAround(appRunner, name, service, settings) {
    const serviceArn = service?.ServiceArn;
    const needsTags = serviceArn && Object.keys((0,_wish_js__WEBPACK_IMPORTED_MODULE_0__/* .tagsOf */ .Fg)(settings)).length > 0;
    const [tags, scaling, observabilityArn] = await Promise.all([
        needsTags ? appRunner.tags(serviceArn) : undefined,
        readScaling(appRunner, name, service, settings),
        readObservability(appRunner, settings),
    ]);
    return {
        ...(tags && { tags }),
        ...(scaling && { scaling }),
        ...(observabilityArn && { observabilityArn }),
    };
}
async function readScaling(appRunner, name, service, { autoScaling, document }) {
    if (autoScaling?.kind === 'sizes') {
        // Few runs name sizes.
        const { findScaling } = await __nccwpck_require__.e(/* import() */ 411).then(__nccwpck_require__.bind(__nccwpck_require__, 9792));
        const own = service?.AutoScalingConfigurationSummary?.AutoScalingConfigurationArn;
        return findScaling(appRunner, name, autoScaling, document?.AutoScalingConfigurationArn || own || undefined);
    }
    const arn = autoScaling?.arn ?? document?.AutoScalingConfigurationArn;
    if (!arn || !LATEST.test(arn))
        return undefined;
    const latest = await appRunner.autoScalingConfiguration(arn);
    return { kind: 'arn', arn: latest.AutoScalingConfigurationArn ?? arn };
}
async function readObservability(appRunner, { observabilityConfigurationArn, document }) {
    const arn = observabilityConfigurationArn ??
        document?.ObservabilityConfiguration?.ObservabilityConfigurationArn;
    if (!arn || !LATEST.test(arn))
        return undefined;
    return (await appRunner.observabilityConfiguration(arn)).ObservabilityConfigurationArn;
}


/***/ }),

/***/ 7054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ changesBetween)
/* harmony export */ });
/** Settings whose values are named but never shown (the API model marks them sensitive). */
const SECRET = /\.(RuntimeEnvironmentVariables|RuntimeEnvironmentSecrets|StartCommand|BuildCommand)(\.|$)/;
/** Every setting that differs between two configurations, sorted by name. */
function changesBetween(before, after) {
    const old = flattened(before);
    const wanted = flattened(after);
    return [...new Set([...old.keys(), ...wanted.keys()])]
        .sort()
        .filter((setting) => old.get(setting) !== wanted.get(setting))
        .map((setting) => change(setting, old.get(setting), wanted.get(setting)));
}
function change(setting, before, after) {
    const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    if (SECRET.test(setting))
        return { setting, kind };
    return {
        setting,
        kind,
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
    };
}
function flattened(value, path = '') {
    if (value === undefined || value === null)
        return new Map();
    if (typeof value !== 'object')
        return new Map([[path, String(value)]]);
    return new Map(Object.entries(value).flatMap(([key, member]) => [
        ...flattened(member, path === '' ? key : `${path}.${key}`),
    ]));
}


/***/ }),

/***/ 2585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ withSettings),
/* harmony export */   e: () => (/* binding */ readBack)
/* harmony export */ });
/* harmony import */ var _inputs_compute_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9272);
/* harmony import */ var _merge_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4631);
/* harmony import */ var _wish_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5016);



/**
 * A service's own configuration in the form that UpdateService takes. Sending all of it back
 * loses nothing, whatever App Runner does about members that are left out: the maps in it are
 * replaced whole, and public reports disagree on the rest.
 */
function readBack(service) {
    const { SourceConfiguration, InstanceConfiguration, HealthCheckConfiguration, NetworkConfiguration, AutoScalingConfigurationSummary, ObservabilityConfiguration, } = service;
    const autoScalingArn = AutoScalingConfigurationSummary?.AutoScalingConfigurationArn;
    return withoutNothing({
        SourceConfiguration,
        InstanceConfiguration: normalised(InstanceConfiguration),
        HealthCheckConfiguration,
        NetworkConfiguration,
        AutoScalingConfigurationArn: autoScalingArn,
        ObservabilityConfiguration,
    });
}
/**
 * A configuration with the image and the settings of this run laid over it. What the settings
 * do not name stays as it is.
 */
function withSettings(base, image, settings) {
    const wish = (0,_wish_js__WEBPACK_IMPORTED_MODULE_1__/* .wishOf */ .H_)(settings, image);
    const merged = (0,_merge_js__WEBPACK_IMPORTED_MODULE_2__/* .laidOver */ .J)(base, normalisedUnits(wish), settings.environmentMode);
    return withoutNothing({
        ...merged,
        SourceConfiguration: imageSource(merged.SourceConfiguration ?? {}, image),
        NetworkConfiguration: network(base, wish, merged),
    });
}
/** App Runner makes a service that it closes IPv4 (developer guide, "Networking"). */
function network(base, wish, merged) {
    const { NetworkConfiguration: network } = merged;
    const named = wish.NetworkConfiguration;
    const closes = named?.IngressConfiguration?.IsPubliclyAccessible === false &&
        base.NetworkConfiguration?.IngressConfiguration?.IsPubliclyAccessible !== false;
    return closes && !named.IpAddressType && network?.IpAddressType === 'DUAL_STACK'
        ? { ...network, IpAddressType: 'IPV4' }
        : network;
}
function imageSource(merged, image) {
    const isPublic = image.type === 'ECR_PUBLIC';
    const { AccessRoleArn } = merged.AuthenticationConfiguration ?? {};
    return {
        ImageRepository: merged.ImageRepository,
        // App Runner refuses both for ECR Public, and this action deploys by itself elsewhere.
        AutoDeploymentsEnabled: !isPublic && (merged.AutoDeploymentsEnabled ?? false),
        AuthenticationConfiguration: isPublic || !AccessRoleArn ? undefined : { AccessRoleArn },
    };
}
function normalisedUnits(configuration) {
    const { InstanceConfiguration } = configuration;
    return { ...configuration, InstanceConfiguration: normalised(InstanceConfiguration) };
}
/** Units as App Runner echoes them, whatever form a service was given. */
function normalised(instance) {
    if (!instance)
        return undefined;
    const { Cpu, Memory } = instance;
    return {
        ...instance,
        Cpu: Cpu && ((0,_inputs_compute_js__WEBPACK_IMPORTED_MODULE_0__/* .cpuUnits */ .MN)(Cpu) ?? Cpu),
        Memory: Memory && ((0,_inputs_compute_js__WEBPACK_IMPORTED_MODULE_0__/* .memoryMegabytes */ .Nd)(Memory) ?? Memory),
    };
}
/** Maps of the user's own: a name may have an empty value, and an empty map has a meaning. */
const MAPS = new Set(['RuntimeEnvironmentVariables', 'RuntimeEnvironmentSecrets']);
/**
 * A copy without members that say nothing, at any depth: App Runner refuses empty strings
 * ("The auto scaling configuration ARN you specified isn't valid. ARN: ''").
 */
function withoutNothing(value) {
    const entries = Object.entries(value).flatMap(([key, member]) => {
        if (MAPS.has(key))
            return member ? [[key, member]] : [];
        if (typeof member !== 'object' || member === null) {
            return member === undefined || member === null || member === '' ? [] : [[key, member]];
        }
        const inner = withoutNothing(member);
        return Object.keys(inner).length === 0 ? [] : [[key, inner]];
    });
    return Object.fromEntries(entries);
}


/***/ }),

/***/ 7746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  fs: () => (/* binding */ changesOf),
  LD: () => (/* binding */ decide),
  UD: () => (/* binding */ recreate),
  Cb: () => (/* binding */ withScaling)
});

// EXTERNAL MODULE: ./lib/service/changes.js
var service_changes = __nccwpck_require__(7054);
// EXTERNAL MODULE: ./lib/service/configuration.js
var configuration = __nccwpck_require__(2585);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/inputs/compute.js
var compute = __nccwpck_require__(9272);
// EXTERNAL MODULE: ./lib/service/wish.js
var wish = __nccwpck_require__(5016);
;// CONCATENATED MODULE: ./lib/service/limits.js



/**
 * Refuses what App Runner can't change of a service that exists.
 *
 * @throws ActionError that says what it is
 */
function checkChangeable(service, image, settings) {
    const { ServiceName: name, SourceConfiguration: source } = service;
    if (source?.CodeRepository) {
        throw new errors/* ActionError */.lZ(`Service '${name}' is built by App Runner from a code repository, and App Runner can't change that to an image (${image.identifier}). ` +
            `Delete the service, or deploy to another name.`);
    }
    const [own, key] = [service.EncryptionConfiguration?.KmsKey, (0,wish/* keyOf */.TN)(settings)];
    if (key && key !== own) {
        throw new errors/* ActionError */.lZ(`Service '${name}' is encrypted with ${own ? own : "App Runner's own key"}, and App Runner can't change that to ${key}: a key is chosen when a service is created. ` +
            `Remove kms-key-arn (EncryptionConfiguration in service-config), or deploy to another name.`);
    }
    const asked = settings.document?.SourceConfiguration?.ImageRepository?.ImageConfiguration;
    const blank = asked?.StartCommand === '' && settings.startCommand === undefined;
    if (blank && source?.ImageRepository?.ImageConfiguration?.StartCommand) {
        throw new errors/* ActionError */.lZ(`Service '${name}' has a start command, and App Runner can't blank it: it would go on with the old one. ` +
            `Name the image's own command as StartCommand, or deploy to another name.`);
    }
}
/**
 * Refuses what App Runner would refuse of a service as it is to be.
 *
 * @throws ActionError that says what it is
 */
function checkAcceptable(name, image, settings, after) {
    checkSource(name, image, settings);
    checkRoles(name, image, after);
    checkSize(name, after);
    checkNetwork(name, settings, after);
}
function checkSource(name, image, { document }) {
    const source = document?.SourceConfiguration;
    if (source?.CodeRepository) {
        throw new errors/* ActionError */.lZ(`The document of service-config has SourceConfiguration.CodeRepository, and this run deploys an image (${image.identifier}) to service '${name}'. Remove CodeRepository from the document.`);
    }
    if (image.type !== 'ECR_PUBLIC')
        return;
    const refused = source?.AutoDeploymentsEnabled
        ? 'AutoDeploymentsEnabled, and App Runner makes no automatic deployments'
        : source?.AuthenticationConfiguration?.AccessRoleArn
            ? 'AuthenticationConfiguration.AccessRoleArn, and App Runner refuses an access role'
            : undefined;
    if (!refused)
        return;
    throw new errors/* ActionError */.lZ(`The document of service-config has SourceConfiguration.${refused} from ECR Public (${image.identifier}). Remove it from the document.`);
}
function checkRoles(name, image, after) {
    const source = after.SourceConfiguration;
    if (image.type === 'ECR' && !source?.AuthenticationConfiguration?.AccessRoleArn) {
        throw new errors/* ActionError */.lZ(`Input 'access-role-arn' is missing: service '${name}' has no access role yet, and App Runner needs one to pull from private ECR. ` +
            `Name a role that trusts build.apprunner.amazonaws.com. Example: access-role-arn: arn:aws:iam::123456789012:role/apprunner-ecr-access`);
    }
    const secrets = source?.ImageRepository?.ImageConfiguration?.RuntimeEnvironmentSecrets ?? {};
    if (Object.keys(secrets).length > 0 && !after.InstanceConfiguration?.InstanceRoleArn) {
        throw new errors/* ActionError */.lZ(`Input 'instance-role-arn' is missing: service '${name}' has environment secrets, and App Runner reads them with the instance role. ` +
            `Name a role that trusts tasks.apprunner.amazonaws.com and may read them.`);
    }
}
/** One of the two may come from the inputs and the other from the service or its default. */
function checkSize(name, after) {
    const { Cpu = compute/* DEFAULT_SIZE */._7.cpu, Memory = compute/* DEFAULT_SIZE */._7.memory } = after.InstanceConfiguration ?? {};
    const problem = (0,compute/* wrongPair */._9)({ cpu: Cpu, memory: Memory });
    if (!problem)
        return;
    throw new errors/* ActionError */.lZ(`Service '${name}' can't have this size: in App Runner ${problem}. Set both inputs, cpu and memory.`);
}
/** Developer guide, "Networking with App Runner"; a service that is so already is left alone. */
function checkNetwork(name, settings, after) {
    const { IngressConfiguration, IpAddressType, EgressConfiguration } = after.NetworkConfiguration ?? {};
    const named = settings.ipAddressType ?? settings.document?.NetworkConfiguration?.IpAddressType;
    const closed = IngressConfiguration?.IsPubliclyAccessible === false;
    if (closed && named === 'DUAL_STACK' && IpAddressType === 'DUAL_STACK') {
        throw new errors/* ActionError */.lZ(`Service '${name}' is private, and App Runner has dual stack for public services only. Set ip-address-type: IPV4, or publicly-accessible: true.`);
    }
    if (EgressConfiguration?.EgressType === 'VPC' && !EgressConfiguration.VpcConnectorArn) {
        throw new errors/* ActionError */.lZ(`Service '${name}' has EgressType VPC and no connector. Name one. Example: vpc-connector-arn: arn:aws:apprunner:us-east-1:123456789012:vpcconnector/main/1/00000000000000000000000000000001`);
    }
}

// EXTERNAL MODULE: ./lib/service/sizes.js
var sizes = __nccwpck_require__(9621);
;// CONCATENATED MODULE: ./lib/service/decision.js





/**
 * Decides between create, update and a new deployment of the same settings, for a service that
 * has no other step before it (see stepBefore). UpdateService with an image is itself a
 * deployment; StartDeployment pulls a tag again that has new bytes. A service whose creation
 * failed takes UpdateService, which repairs it, and no StartDeployment. Tags are no part of
 * UpdateService, and need no deployment.
 *
 * @param around what readAround found for this service and these settings
 * @throws ActionError for what App Runner would refuse or can't change
 */
function decide(name, service, image, settings, around = {}) {
    if (service)
        checkChangeable(service, image, settings);
    const before = service ? (0,configuration/* readBack */.e)(service) : {};
    const wanted = configured(before, image, settings, around);
    const { after, shown, newScaling } = wanted;
    checkAcceptable(name, image, settings, after);
    if (!service) {
        return creation(name, wanted, { key: (0,wish/* keyOf */.TN)(settings), tags: (0,wish/* tagsOf */.Fg)(settings) });
    }
    const serviceArn = `${service.ServiceArn}`;
    const found = taggingOf(settings, around.tags);
    const tagging = found && { tagging: found };
    const changes = (0,service_changes/* changesBetween */.i)(before, shown);
    return changes.length === 0 && service.Status !== 'CREATE_FAILED'
        ? { kind: 'deploy', serviceArn, ...tagging }
        : {
            kind: 'update',
            request: { ServiceArn: serviceArn, ...after },
            changes,
            ...tagging,
            ...(newScaling && { newScaling }),
        };
}
/** Every setting that a decision changes, tags included. */
function changesOf(decision) {
    switch (decision.kind) {
        case 'create':
            return decision.changes;
        case 'update':
            return [...decision.changes, ...(decision.tagging?.changes ?? [])];
        case 'deploy':
            return decision.tagging?.changes ?? [];
    }
}
/**
 * The request that makes a service anew whose creation failed and which can't be repaired: its
 * own configuration with this run's settings over it.
 *
 * @param around what readAround found for this service and these settings, and all its tags
 * @throws ActionError for what App Runner would refuse
 */
function recreate(service, image, settings, around = {}) {
    const name = `${service.ServiceName}`;
    const wanted = configured((0,configuration/* readBack */.e)(service), image, settings, around);
    checkAcceptable(name, image, settings, wanted.after);
    return creation(name, wanted, {
        key: (0,wish/* keyOf */.TN)(settings) ?? (service.EncryptionConfiguration?.KmsKey || undefined),
        tags: { ...around.tags, ...(0,wish/* tagsOf */.Fg)(settings) },
    });
}
/** A decision whose auto scaling configuration has been made. */
function withScaling(decision, arn) {
    if (decision.kind === 'deploy')
        return decision;
    const { newScaling: _made, ...others } = decision;
    const scaling = { AutoScalingConfigurationArn: arn };
    return others.kind === 'create'
        ? { ...others, request: { ...others.request, ...scaling } }
        : { ...others, request: { ...others.request, ...scaling } };
}
function configured(before, image, settings, { scaling, observabilityArn }) {
    if (settings.autoScaling?.kind === 'sizes' && !scaling) {
        throw new Error('No auto scaling configuration was looked for.');
    }
    const { autoScaling: _sizes, ...others } = settings;
    const after = (0,configuration/* withSettings */.G)(before, image, {
        ...(scaling ? others : settings),
        ...(scaling?.kind === 'arn' && { autoScaling: scaling }),
        ...(observabilityArn && { observabilityConfigurationArn: observabilityArn }),
    });
    if (scaling?.kind !== 'new')
        return { after, shown: after };
    const { AutoScalingConfigurationArn: _old, ...rest } = after;
    const text = `a new revision of ${scaling.name}: ${(0,sizes/* sizesText */.KD)(scaling.sizes)}`;
    return {
        after: rest,
        shown: { ...rest, AutoScalingConfigurationArn: text },
        newScaling: scaling,
    };
}
function creation(name, { after: { SourceConfiguration, ...others }, shown, newScaling }, { key, tags }) {
    const encryption = key ? { EncryptionConfiguration: { KmsKey: key } } : {};
    const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
    return {
        kind: 'create',
        request: {
            ServiceName: name,
            SourceConfiguration,
            ...others,
            ...encryption,
            ...(Tags.length > 0 && { Tags }),
        },
        changes: (0,service_changes/* changesBetween */.i)({}, { ...shown, ...encryption, Tags: tags }),
        ...(newScaling && { newScaling }),
    };
}
/** The tags that the service does not have so yet; undefined when it has all. */
function taggingOf(settings, own = {}) {
    const wanted = Object.entries((0,wish/* tagsOf */.Fg)(settings));
    const differing = wanted.filter(([key, value]) => !Object.hasOwn(own, key) || own[key] !== value);
    if (differing.length === 0)
        return undefined;
    const tags = Object.fromEntries(differing);
    const before = Object.entries(own).filter(([key]) => Object.hasOwn(tags, key));
    const changes = (0,service_changes/* changesBetween */.i)({ Tags: Object.fromEntries(before) }, { Tags: tags });
    return { tags, changes };
}


/***/ }),

/***/ 4631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ laidOver)
/* harmony export */ });
/**
 * A configuration with another laid over it: what the upper one does not name stays, at any
 * depth. Members that have no meaning beside a named one go with it.
 *
 * @param mode `replace` makes variables and secrets exactly those of the upper one
 */
function laidOver(base, over, mode) {
    return {
        SourceConfiguration: source(base.SourceConfiguration, over.SourceConfiguration, mode),
        InstanceConfiguration: members(base.InstanceConfiguration, over.InstanceConfiguration),
        HealthCheckConfiguration: health(base.HealthCheckConfiguration, over.HealthCheckConfiguration),
        NetworkConfiguration: network(base.NetworkConfiguration, over.NetworkConfiguration),
        AutoScalingConfigurationArn: resource(base.AutoScalingConfigurationArn, over.AutoScalingConfigurationArn),
        ObservabilityConfiguration: observability(base.ObservabilityConfiguration, over.ObservabilityConfiguration),
    };
}
/** One structure's members, the upper ones first; those that say nothing count as not named. */
function members(base, over) {
    if (!base || !over)
        return over ?? base;
    const named = Object.entries(over).filter(([, value]) => value !== undefined && value !== '');
    return { ...base, ...Object.fromEntries(named) };
}
function source(base = {}, over = {}, mode) {
    const { ImageRepository: own, AuthenticationConfiguration: role } = base;
    const { ImageRepository: named, AuthenticationConfiguration: namedRole } = over;
    const repository = members(own, named);
    return {
        ...members(base, over),
        ImageRepository: repository && {
            ...repository,
            ImageConfiguration: image(own?.ImageConfiguration, named?.ImageConfiguration, mode),
        },
        AuthenticationConfiguration: members(role, namedRole),
    };
}
function image(base = {}, over = {}, mode) {
    const { RuntimeEnvironmentVariables: ownVariables, RuntimeEnvironmentSecrets: ownSecrets } = base;
    const { RuntimeEnvironmentVariables: variables = {}, RuntimeEnvironmentSecrets: secrets = {} } = over;
    // A name moves between the two maps when the other one names it, because App Runner refuses
    // a name that is in both.
    const named = new Set([...Object.keys(variables), ...Object.keys(secrets)]);
    const merged = (own = {}, wanted) => {
        const kept = mode === 'replace' ? [] : Object.entries(own).filter(([name]) => !named.has(name));
        const all = { ...Object.fromEntries(kept), ...wanted };
        // An empty map is sent only where it empties one.
        return Object.keys({ ...own, ...all }).length === 0 ? undefined : all;
    };
    return {
        ...members(base, over),
        RuntimeEnvironmentVariables: merged(ownVariables, variables),
        RuntimeEnvironmentSecrets: merged(ownSecrets, secrets),
    };
}
/** A path makes the check HTTP, because App Runner uses one with HTTP only. */
function health(base, over) {
    const implied = over?.Path && !over.Protocol ? { Protocol: 'HTTP' } : {};
    return members(base, over && { ...over, ...implied });
}
function network(base, over) {
    if (!over)
        return base;
    return {
        ...members(base, over),
        EgressConfiguration: egress(base?.EgressConfiguration, over.EgressConfiguration),
        IngressConfiguration: members(base?.IngressConfiguration, over.IngressConfiguration),
    };
}
/** The connector goes when requests leave by the public internet again. */
function egress(base, over) {
    if (over?.EgressType === 'DEFAULT' && !over.VpcConnectorArn)
        return { EgressType: 'DEFAULT' };
    const implied = over?.VpcConnectorArn && !over.EgressType ? { EgressType: 'VPC' } : {};
    return members(base, over && { ...over, ...implied });
}
/** The ARN goes when tracing is switched off. */
function observability(base, over) {
    if (over?.ObservabilityEnabled === false && !over.ObservabilityConfigurationArn) {
        return { ObservabilityEnabled: false };
    }
    const own = base?.ObservabilityConfigurationArn;
    const merged = members(base, over);
    return (merged && {
        ...merged,
        ObservabilityConfigurationArn: resource(own, over?.ObservabilityConfigurationArn),
    });
}
/** An ARN up to the revision means the very resource whose ARN goes on with an id. */
function resource(own, named) {
    if (!named)
        return own;
    return own && /\/\d+$/.test(named) && own.startsWith(`${named}/`) ? own : named;
}


/***/ }),

/***/ 938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IJ: () => (/* binding */ wasSentAgain),
/* harmony export */   Ni: () => (/* binding */ isUnanswered),
/* harmony export */   Of: () => (/* binding */ refusalOf)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6762);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(452);


/** Texts as users of App Runner report them; the codes alone do not tell the cases apart. */
const TEXTS = [
    [/Error in assuming (access|instance) role/i, 'role'],
    [/Service with the provided name already exists/i, 'name-taken'],
    [/for CREATE_FAILED services|current state: CREATE_FAILED/i, 'beyond-repair'],
    // Of StartDeployment, whose model lists no InvalidStateException; AWS was seen to answer both.
    [/isn't in RUNNING state/i, 'state'],
];
/** Reads a failed call's error, as awsCall throws it. */
function refusalOf(error) {
    const cause = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ ? error.cause : error;
    const code = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCode */ .CA)(cause);
    if (code === 'ResourceNotFoundException')
        return 'gone';
    if (code === 'InvalidRequestException' || code === 'InvalidStateException') {
        const text = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(cause);
        const known = TEXTS.find(([pattern]) => pattern.test(text))?.[1];
        return known ?? (code === 'InvalidStateException' ? 'state' : 'final');
    }
    return isUnanswered(cause) ? 'unanswered' : 'final';
}
/** True when the SDK sent the call more than once, so that an earlier try may have been taken. */
function wasSentAgain(error) {
    const cause = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ ? error.cause : error;
    return cause instanceof Error && (metadataOf(cause).attempts ?? 1) > 1;
}
/** True when AWS gave no verdict on a call: it broke inside, or the connection did. */
function isUnanswered(cause) {
    if (!(cause instanceof Error))
        return false;
    if ('$fault' in cause && cause.$fault === 'client')
        return false;
    const { httpStatusCode } = metadataOf(cause);
    if (httpStatusCode !== undefined)
        return httpStatusCode >= 500;
    return BROKEN.has((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCode */ .CA)(cause));
}
/** Ends of a connection over which the call may have reached AWS. */
const BROKEN = new Set([
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'TimeoutError',
    'ECONNABORTED',
    'EAI_AGAIN',
]);
function metadataOf(error) {
    return ('$metadata' in error && typeof error.$metadata === 'object' && error.$metadata) || {};
}


/***/ }),

/***/ 9621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ sizesText),
/* harmony export */   f6: () => (/* binding */ sameSizes),
/* harmony export */   fU: () => (/* binding */ DEFAULT_SIZES),
/* harmony export */   gN: () => (/* binding */ sizesOf),
/* harmony export */   sN: () => (/* binding */ wantedSizes)
/* harmony export */ });
/** What App Runner sets by itself (API reference, CreateAutoScalingConfiguration). */
const DEFAULT_SIZES = { minSize: 1, maxSize: 25, maxConcurrency: 100 };
/** Sizes in words. */
function sizesText({ minSize, maxSize, maxConcurrency }) {
    return `${minSize} to ${maxSize} instances, ${maxConcurrency} requests each`;
}
/** The sizes of a configuration. */
function sizesOf({ MinSize, MaxSize, MaxConcurrency }) {
    return {
        minSize: MinSize ?? DEFAULT_SIZES.minSize,
        maxSize: MaxSize ?? DEFAULT_SIZES.maxSize,
        maxConcurrency: MaxConcurrency ?? DEFAULT_SIZES.maxConcurrency,
    };
}
/** Sizes with the named ones over them. */
function wantedSizes(base, named) {
    return {
        minSize: named.minSize ?? base.minSize,
        maxSize: named.maxSize ?? base.maxSize,
        maxConcurrency: named.maxConcurrency ?? base.maxConcurrency,
    };
}
/** True when all sizes are the same. */
function sameSizes(one, other) {
    return (one.minSize === other.minSize &&
        one.maxSize === other.maxSize &&
        one.maxConcurrency === other.maxConcurrency);
}


/***/ }),

/***/ 4313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ stepBefore),
/* harmony export */   Ro: () => (/* binding */ runningOperation),
/* harmony export */   Tk: () => (/* binding */ remaining),
/* harmony export */   WH: () => (/* binding */ stateNote),
/* harmony export */   _w: () => (/* binding */ startedSince)
/* harmony export */ });
/**
 * The step before a deployment, by the service's state: a busy or paused service refuses
 * UpdateService and StartDeployment, CREATE_FAILED takes UpdateService, and DELETE_FAILED takes
 * DeleteService only (API reference, ServiceSummary.Status).
 */
function stepBefore(service) {
    switch (service?.Status) {
        case 'OPERATION_IN_PROGRESS':
            return 'wait';
        case 'PAUSED':
            return 'resume';
        case 'DELETE_FAILED':
            return 'delete';
        default:
            return 'deploy';
    }
}
/** The service that a deployment has to reckon with: what is deleted before it has no say in it. */
function remaining(service) {
    return stepBefore(service) === 'delete' ? undefined : service;
}
/** What a deployment does about the state of a service, for the log of the checks. */
function stateNote(service) {
    switch (service.Status) {
        case 'OPERATION_IN_PROGRESS':
            return 'It is busy now; the deployment waits for it.';
        case 'PAUSED':
            return 'It is resumed before the deployment.';
        case 'CREATE_FAILED':
            return 'Its creation failed; the deployment repairs it.';
        case 'DELETE_FAILED':
            return 'Its deletion failed; it is deleted again and then created anew.';
        default:
            return undefined;
    }
}
/** States that an operation leaves by itself (API reference, OperationSummary.Status). */
const UNDER_WAY = new Set(['PENDING', 'IN_PROGRESS', 'ROLLBACK_IN_PROGRESS']);
/** The operation that works on a service now; undefined when none is listed, as in maintenance. */
function runningOperation(operations) {
    return operations.find(({ Status }) => UNDER_WAY.has(Status?.toUpperCase() ?? ''));
}
/**
 * The newest operation of a type that began since a time. App Runner's times have whole seconds.
 *
 * @param since milliseconds since 1970
 */
function startedSince(operations, type, since) {
    return operations.find(({ Type, StartedAt }) => Type === type && StartedAt !== undefined && StartedAt.getTime() >= since - 1_000);
}


/***/ }),

/***/ 5016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ tagsOf),
/* harmony export */   H_: () => (/* binding */ wishOf),
/* harmony export */   TN: () => (/* binding */ keyOf)
/* harmony export */ });
/* harmony import */ var _merge_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4631);

/**
 * What a run names of a service's configuration: the document of `service-config`, the inputs
 * over it and the image over both. What neither names is not in it; sizes of auto scaling are not
 * either, since they name no configuration yet.
 */
function wishOf(settings, image) {
    const { SourceConfiguration, ...others } = settings.document ?? {};
    const { ImageRepository, AutoDeploymentsEnabled, AuthenticationConfiguration } = SourceConfiguration ?? {};
    const document = {
        SourceConfiguration: { ImageRepository, AutoDeploymentsEnabled, AuthenticationConfiguration },
        InstanceConfiguration: others.InstanceConfiguration,
        HealthCheckConfiguration: others.HealthCheckConfiguration,
        NetworkConfiguration: others.NetworkConfiguration,
        AutoScalingConfigurationArn: others.AutoScalingConfigurationArn,
        ObservabilityConfiguration: others.ObservabilityConfiguration,
    };
    return (0,_merge_js__WEBPACK_IMPORTED_MODULE_0__/* .laidOver */ .J)(document, inputsOf(settings, image), 'merge');
}
/** The tags that a run names. */
function tagsOf({ document, tags }) {
    const named = document?.Tags?.flatMap(({ Key, Value }) => (Key ? [[Key, Value ?? '']] : []));
    return { ...Object.fromEntries(named ?? []), ...tags };
}
/** The KMS key that a run names. */
function keyOf({ document, kmsKeyArn }) {
    return kmsKeyArn ?? (document?.EncryptionConfiguration?.KmsKey || undefined);
}
function inputsOf(settings, image) {
    const { autoScaling, observabilityConfigurationArn: observability } = settings;
    return {
        SourceConfiguration: {
            ImageRepository: {
                ImageIdentifier: image.identifier,
                ImageRepositoryType: image.type,
                ImageConfiguration: imageOf(settings),
            },
            AutoDeploymentsEnabled: settings.autoDeployments,
            AuthenticationConfiguration: roleOf(settings),
        },
        InstanceConfiguration: {
            Cpu: settings.cpu,
            Memory: settings.memory,
            InstanceRoleArn: settings.instanceRoleArn,
        },
        HealthCheckConfiguration: healthOf(settings),
        NetworkConfiguration: networkOf(settings),
        AutoScalingConfigurationArn: autoScaling?.kind === 'arn' ? autoScaling.arn : undefined,
        ObservabilityConfiguration: observability
            ? { ObservabilityEnabled: true, ObservabilityConfigurationArn: observability }
            : undefined,
    };
}
function imageOf(settings) {
    return {
        Port: settings.port,
        StartCommand: settings.startCommand,
        RuntimeEnvironmentVariables: settings.environmentVariables,
        RuntimeEnvironmentSecrets: settings.environmentSecrets,
    };
}
function roleOf({ accessRoleArn }) {
    return accessRoleArn ? { AccessRoleArn: accessRoleArn } : undefined;
}
function healthOf({ healthCheck }) {
    return (healthCheck && {
        Protocol: healthCheck.protocol,
        Path: healthCheck.path,
        Interval: healthCheck.interval,
        Timeout: healthCheck.timeout,
        HealthyThreshold: healthCheck.healthyThreshold,
        UnhealthyThreshold: healthCheck.unhealthyThreshold,
    });
}
function networkOf(settings) {
    const { vpcConnectorArn, publiclyAccessible, ipAddressType } = settings;
    return {
        EgressConfiguration: vpcConnectorArn
            ? { EgressType: 'VPC', VpcConnectorArn: vpcConnectorArn }
            : undefined,
        IngressConfiguration: publiclyAccessible === undefined ? undefined : { IsPubliclyAccessible: publiclyAccessible },
        IpAddressType: ipAddressType,
    };
}


/***/ }),

/***/ 1728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (/* binding */ realPorts)
});

;// CONCATENATED MODULE: ./lib/github/runner.js
/** Loads @actions/core and gives it as the runner port. */
async function loadRunner(env) {
    const core = await __nccwpck_require__.e(/* import() */ 421).then(__nccwpck_require__.bind(__nccwpck_require__, 6421));
    return {
        info: core.info,
        warning: (message) => core.warning(message),
        error: (message, title) => core.error(message, { title }),
        debug: core.debug,
        startGroup: core.startGroup,
        endGroup: core.endGroup,
        mask: (secret) => {
            // The runner matches line by line, so each line of a secret is masked too.
            for (const line of new Set([secret, ...secret.split(/\r?\n/)])) {
                if (line.trim() !== '')
                    core.setSecret(line);
            }
        },
        setOutput: core.setOutput,
        saveState: core.saveState,
        summary: async (markdown) => {
            // Without a summary file, as outside a workflow, there is nothing to write to.
            if (env.GITHUB_STEP_SUMMARY)
                await core.summary.addRaw(markdown, true).write();
        },
    };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
;// CONCATENATED MODULE: ./lib/image/process-group.js
/** Time to end in good order, and then to be seen dead; together well below a cancel's 5 s. */
const ASKED_MS = 2_000;
const KILLED_MS = 500;
/**
 * Windows has no process groups; a child there shares the console, and so its ctrl-C, with us.
 * Everywhere else a group of its own lets a signal reach a child's children: `docker` runs buildx
 * as one.
 */
const OWN_GROUP = process.platform !== 'win32';
/**
 * Ends a child and its children: by SIGTERM, and by SIGKILL when that takes long.
 *
 * @param child spawned with `detached: OWN_GROUP`
 * @param closed settles when the child has ended and nobody holds its outputs any more
 * @returns when they have ended, at the latest after 2.5 s
 */
async function endGroup(child, closed) {
    signalGroup(child, 'SIGTERM');
    if (!(await settles(closed, ASKED_MS))) {
        signalGroup(child, 'SIGKILL');
        await settles(closed, KILLED_MS);
    }
    // Whoever closed the outputs and stayed has had its time too.
    signalGroup(child, 'SIGKILL');
}
/** Signals a child and its children, as far as they still run. */
function signalGroup(child, name) {
    if (child.pid === undefined)
        return; // It never started.
    try {
        if (OWN_GROUP)
            process.kill(-child.pid, name);
        else
            child.kill(name);
    }
    catch {
        // There is nobody left in the group.
    }
}
function settles(promise, ms) {
    return new Promise((resolve) => {
        const timer = setTimeout(resolve, ms, false);
        const settled = () => {
            clearTimeout(timer);
            resolve(true);
        };
        promise.then(settled, settled);
    });
}

;// CONCATENATED MODULE: ./lib/image/command-process.js


/**
 * Makes the port that runs a command.
 *
 * @param env environment of every child, before what a call adds
 * @param log where streamed output goes
 * @param cancelled stops the child and its children when it aborts; the call then rejects with
 *   its reason, once they have ended
 */
function commandProcess(command, env, log, cancelled) {
    return async (args, options = {}) => {
        cancelled.throwIfAborted();
        const child = (0,external_node_child_process_.spawn)(command, args, {
            env: { ...env, ...options.env },
            detached: OWN_GROUP,
        });
        const output = { stdout: '', stderr: '' };
        for (const name of ['stdout', 'stderr']) {
            child[name].setEncoding('utf8').on('data', (text) => {
                output[name] += text;
                if (options.stream)
                    log.write(text);
            });
        }
        // A child that ends before it read all its input is judged by its exit code.
        child.stdin.on('error', () => undefined);
        child.stdin.end(options.input ?? '');
        const code = await closing(child, cancelled);
        return { code: code ?? 1, ...output };
    };
}
/** Waits for a child's end, and on a cancel brings it about. It does not outlive this process. */
async function closing(child, cancelled) {
    const closed = new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('close', resolve);
    });
    const stopped = Promise.withResolvers();
    const stop = () => void endGroup(child, closed).then(stopped.resolve);
    cancelled.addEventListener('abort', stop, { once: true });
    // A run that fails ends while other commands of it still run.
    const exit = () => signalGroup(child, 'SIGKILL');
    process.once('exit', exit);
    try {
        const code = await Promise.race([closed, stopped.promise]);
        if (cancelled.aborted)
            await stopped.promise;
        cancelled.throwIfAborted();
        return code ?? null;
    }
    finally {
        cancelled.removeEventListener('abort', stop);
        process.removeListener('exit', exit);
        // Somebody who left the group may still hold them; they must not hold us.
        child.stdout?.destroy();
        child.stderr?.destroy();
    }
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
;// CONCATENATED MODULE: ./lib/image/registry-blob.js

const TIMEOUT_MS = 30_000;
/**
 * GETs a blob from a registry. ECR answers with a redirect to S3; fetch leaves the login out
 * of a request to another host, which is what S3 wants.
 *
 * @throws ActionError naming the URL and what went wrong
 */
async function fetchBlob(url, login) {
    const basic = Buffer.from(`${login.username}:${login.password}`).toString('base64');
    try {
        const response = await fetch(url, {
            headers: { authorization: `Basic ${basic}` },
            signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        if (response.ok)
            return await response.text();
        throw new Error(`status ${response.status}`);
    }
    catch (error) {
        throw new errors/* ActionError */.lZ(`The image's configuration can't be read from ${url}: ${(0,errors/* errorMessage */.gJ)(error)}. ` +
            `Allow ecr:GetDownloadUrlForLayer, and check that this machine reaches the registry.`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./lib/wire.js



/**
 * The real world behind the ports: this process, docker, AWS and the runner.
 *
 * @param cancelled ends every sleep, child process and question; its reason is thrown there
 */
function realPorts(cancelled) {
    const clock = {
        now: () => Date.now(),
        sleep: (ms) => untilCancelled(cancelled, (signal) => timer(ms, signal)),
        linger: (ms) => timer(ms),
    };
    let loaded;
    const runner = () => {
        loaded ??= loadRunner(process.env);
        return loaded;
    };
    return {
        env: process.env,
        clock,
        docker: commandProcess('docker', process.env, process.stdout, cancelled),
        git: commandProcess('git', process.env, process.stdout, cancelled),
        aws: (region) => {
            const tell = async (text) => (await runner()).debug(text);
            const session = Promise.all(/* import() */[__nccwpck_require__.e(861), __nccwpck_require__.e(695), __nccwpck_require__.e(983)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3983)).then(({ startSession }) => startSession(region, { clock, cancelled, tell }));
            return {
                underWay: session.then(({ underWay }) => underWay),
                load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(861), __nccwpck_require__.e(276), __nccwpck_require__.e(968)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2968))).awsClients(await session),
            };
        },
        fetchBlob: (url, login) => untilCancelled(cancelled, () => fetchBlob(url, login)),
        get: async (url, timeoutMs) => (await __nccwpck_require__.e(/* import() */ 757).then(__nccwpck_require__.bind(__nccwpck_require__, 757))).getPage(url, timeoutMs, cancelled),
        cancelled,
        runner,
    };
}
function timer(ms, ended) {
    return new Promise((resolve) => {
        const running = setTimeout(resolve, ms);
        ended?.addEventListener('abort', () => clearTimeout(running), { once: true });
    });
}
/** Does something that is given up, not waited for, when the run is cancelled. */
function untilCancelled(cancelled, work) {
    return new Promise((resolve, reject) => {
        cancelled.throwIfAborted();
        const ended = new AbortController();
        const cancel = () => {
            ended.abort();
            reject(cancelled.reason);
        };
        cancelled.addEventListener('abort', cancel, { once: true });
        work(ended.signal)
            .then(resolve, reject)
            .finally(() => cancelled.removeEventListener('abort', cancel));
    });
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(5691);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
