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

/***/ 755:
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
    CredentialsProviderError: 'No AWS credentials were found. Set role-to-assume, or run aws-actions/configure-aws-credentials before this step.',
    UnrecognizedClientException: 'AWS does not know these credentials. Check the role and the Region of the credentials step.',
    InvalidClientTokenId: 'AWS does not know these credentials. Check the role and the Region of the credentials step.',
    SignatureDoesNotMatch: 'The secret access key does not fit the access key id. Set both again.',
    InvalidSignatureException: "The secret access key does not fit the access key id, or this machine's clock is wrong.",
    ExpiredTokenException: 'The credentials have expired. Run the credentials step right before this one, or ask for a longer session.',
    ExpiredToken: 'The credentials have expired. Run the credentials step right before this one, or ask for a longer session.',
    ServiceQuotaExceededException: 'Delete services that are no longer needed (failed ones count too), or ask for a higher quota in Service Quotas.',
    NoSuchHostedZone: 'Check hosted-zone-id, and that the credentials are of the account that has the zone.',
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
 * @param remedyFor what to do about an error of this call, where that is not what other calls need;
 *   given AWS's code and words
 */
async function awsCall(action, resource, call, remedyFor = () => undefined) {
    try {
        return await call();
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ)
            throw error;
        throw explained(action, resource, error, remedyFor);
    }
}
function explained(action, resource, error, remedyFor) {
    const code = errorCode(error);
    const said = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(error).trim().replace(/\.?$/, '.');
    // What is denied may be another action that the call needs, such as iam:PassRole.
    const denied = /is not authorized to perform: ([\w-]+:\w+)/.exec(said)?.[1] ?? action;
    const usual = DENIED.has(code)
        ? `Allow ${denied} in the policy of the role that deploys.`
        : (REMEDIES[code] ?? '');
    const remedy = remedyFor(code, said) ?? usual;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${action} failed for ${resource}: ${code}: ${said} ${remedy}`.trim(), {
        cause: error,
    });
}


/***/ }),

/***/ 8749:
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

// EXTERNAL MODULE: ./lib/service/states.js
var states = __nccwpck_require__(4313);
// EXTERNAL MODULE: ./lib/commands/find-repository.js
var find_repository = __nccwpck_require__(7720);
// EXTERNAL MODULE: ./lib/commands/read-service.js
var read_service = __nccwpck_require__(4966);
// EXTERNAL MODULE: ./lib/inputs/image-reference.js
var image_reference = __nccwpck_require__(5284);
// EXTERNAL MODULE: ./lib/inputs/reader.js
var inputs_reader = __nccwpck_require__(178);
;// CONCATENATED MODULE: ./lib/commands/service-config.js



const IMAGE = 'SourceConfiguration.ImageRepository.ImageIdentifier';
/**
 * The inputs with the document that `service-config` names under them. Its source is deployed
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
        __nccwpck_require__.e(/* import() */ 4257).then(__nccwpck_require__.bind(__nccwpck_require__, 4257)),
        __nccwpck_require__.e(/* import() */ 4058).then(__nccwpck_require__.bind(__nccwpck_require__, 4058)),
    ]);
    const workspace = env.GITHUB_WORKSPACE ?? process.cwd();
    const document = await readServiceConfig(serviceConfig, workspace);
    checkName(document, service);
    const named = source.kind === 'build' && source.implied
        ? sourceOf(document, region, serviceConfig)
        : undefined;
    return { ...inputs, settings: { ...settings, document }, ...(named && { source: named }) };
}
/** The source that a document names; undefined when it names none, or no image. */
function sourceOf({ SourceConfiguration: source }, region, path) {
    const identifier = source?.ImageRepository?.ImageIdentifier;
    if (!identifier)
        return source?.CodeRepository && { kind: 'code', named: {} };
    const image = imageOf(identifier, region, path);
    return image && { kind: 'image', image };
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
    const connection = ports.aws(inputs.region, inputs.role);
    const documented = withDocument(inputs, ports);
    // What is wrong with a document is told beside what else is wrong.
    const known = documented.catch(() => inputs);
    const build = known.then(({ source }) => (source.kind === 'build' ? source : undefined));
    const buildx = Promise.all([build, connection.underWay]).then(([source]) => source ? buildxVersion(ports.docker) : undefined);
    const aws = connection.underWay.then(() => connection.load());
    const identity = aws.then((calls) => calls.identity());
    const login = Promise.all([aws, known]).then(([calls, { source }]) => logIn(calls, source));
    const service = aws.then((calls) => (0,read_service/* findService */.Ln)(calls, inputs.service));
    const around = Promise.all([aws, service, documented]).then(async ([calls, found, wanted]) => {
        const { readSurroundings } = await __nccwpck_require__.e(/* import() */ 3707).then(__nccwpck_require__.bind(__nccwpck_require__, 3707));
        return readSurroundings(calls, wanted, (0,states/* remaining */.Tk)(found));
    });
    const checked = Promise.allSettled([
        build.then((source) => source && (0,build_files/* checkBuildFiles */.o)(source.build, ports.env.GITHUB_WORKSPACE ?? process.cwd())),
        buildx,
        identity,
        service,
        login,
        Promise.all([aws, build]).then(([calls, source]) => source && (0,find_repository/* findRepository */.W)(calls, source, identity)),
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
/** An image in ECR Public needs no login, and App Runner reads code repositories by itself. */
async function logIn({ ecr }, source) {
    if (source.kind === 'build')
        return ecr.login(source.registryId);
    const registryId = source.kind === 'image' ? source.image.registryId : undefined;
    return registryId === undefined ? undefined : ecr.login(registryId);
}
/** Takes note that a promise has ended, where its value is of no interest. */
function noted() { }
function evaluated(answers, readAt) {
    throwFailures(answers);
    const [, buildx, identity, service, login, repository, , around] = answers;
    return {
        identity: settled(identity),
        service: settled(service),
        around: settled(around),
        readAt,
        login: settled(login),
        buildx: settled(buildx),
        repository: settled(repository),
    };
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

/***/ 7720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ findRepository),
/* harmony export */   x: () => (/* binding */ findExisting)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6762);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(452);
/* harmony import */ var _image_immutability_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3155);



/**
 * Looks up the repository that a build is pushed to.
 *
 * @param identity whose credentials these are
 * @throws ActionError when there is none and this run does not make it, or it can't be read
 */
async function findRepository(aws, source, identity) {
    try {
        return { missing: false, existing: await findExisting(aws, source) };
    }
    catch (error) {
        const cause = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ ? error.cause : error;
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCode */ .CA)(cause) !== 'RepositoryNotFoundException')
            throw error;
        const { account } = await identity;
        const { registryId = account, repository } = source;
        const own = registryId === account;
        if (own && source.createRepository)
            return { missing: true, existing: undefined };
        const remedy = own
            ? `Create repository '${repository}', or set create-repository: true, which does.`
            : `Create repository '${repository}' in account ${registryId}, with a policy that lets account ${account} push and the access role pull; create-repository makes none in another account, where a new one would let nobody in from here.`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(error)} ${remedy}`, { cause });
    }
}
/** ECR refuses to move an immutable tag, so an image that has it is what there is to deploy. */
async function findExisting({ ecr }, source) {
    const [tag] = source.tags;
    const repository = await ecr.repository(source.repository, source.registryId);
    return (0,_image_immutability_js__WEBPACK_IMPORTED_MODULE_2__/* .isImmutable */ .t)(repository, tag)
        ? ecr.image(source.repository, { tag }, source.registryId)
        : undefined;
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

/***/ 4966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ tagsOf),
/* harmony export */   Ln: () => (/* binding */ findService),
/* harmony export */   gT: () => (/* binding */ existing),
/* harmony export */   n: () => (/* binding */ readAgain)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _service_refusals_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(938);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6061);



/** The service by name with all its settings; undefined when there is none. */
async function findService(aws, name) {
    const found = await aws.appRunner.find(name);
    return found?.ServiceArn ? describe(aws, found.ServiceArn) : undefined;
}
/**
 * The service by name, for what needs one.
 *
 * @param also what it means that there is none, in sentences
 * @throws ActionError when there is none
 */
async function existing(aws, name, also = 'Check service and aws-region.') {
    const found = await findService(aws, name);
    if (found)
        return found;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Service '${name}' does not exist in this Region and account. ${also}`);
}
/** The service as it is now: by its ARN, else, where it is gone or was never there, by name. */
async function readAgain(job, service) {
    const { aws, inputs } = job;
    const same = service?.ServiceArn && (await describe(aws, service.ServiceArn));
    const found = same || (await findService(aws, inputs.service));
    (0,_job_js__WEBPACK_IMPORTED_MODULE_2__/* .learnService */ .IF)(job, found);
    return found;
}
/** A deleted service can be described for a while; it is not there all the same. */
async function describe({ appRunner }, serviceArn) {
    try {
        const service = await appRunner.describe(serviceArn);
        return service.Status === 'DELETED' ? undefined : service;
    }
    catch (error) {
        if ((0,_service_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .refusalOf */ .Of)(error) === 'gone')
            return undefined;
        throw error;
    }
}
/** The tags of a service; undefined when it is gone. */
async function tagsOf({ appRunner }, { ServiceArn }) {
    try {
        return await appRunner.tags(`${ServiceArn}`);
    }
    catch (error) {
        if ((0,_service_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .refusalOf */ .Of)(error) === 'gone')
            return undefined;
        throw error;
    }
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
/* harmony export */   WL: () => (/* binding */ abortedLater),
/* harmony export */   fz: () => (/* binding */ cancelledCode)
/* harmony export */ });
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

/***/ 3155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ isImmutable)
/* harmony export */ });
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
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7828);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(96);




const cancelled = (0,_github_signals_js__WEBPACK_IMPORTED_MODULE_1__/* .listenForCancel */ .Fh)(process);
(0,_github_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .endInTime */ ._K)(process, cancelled);
(0,_github_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .tellFaults */ .lh)(process, cancelled);
(0,_github_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .endProcess */ .JZ)(process, await (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .run */ .e)((0,_wire_js__WEBPACK_IMPORTED_MODULE_3__/* .realPorts */ .R)(cancelled)));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MD: () => (/* binding */ readArn),
/* harmony export */   a4: () => (/* binding */ VPC_CONNECTOR),
/* harmony export */   bB: () => (/* binding */ SECRET),
/* harmony export */   cC: () => (/* binding */ KMS_KEY),
/* harmony export */   hM: () => (/* binding */ CONNECTION),
/* harmony export */   o_: () => (/* binding */ OBSERVABILITY),
/* harmony export */   rA: () => (/* binding */ readRegionalArn),
/* harmony export */   u8: () => (/* binding */ AUTO_SCALING),
/* harmony export */   z7: () => (/* binding */ ROLE)
/* harmony export */ });
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
/** A connection to GitHub or Bitbucket. */
const CONNECTION = {
    pattern: /^arn:aws[\w-]*:apprunner:[a-z0-9-]+:\d{12}:connection\/[A-Za-z0-9][\w-]*\/\w+$/,
    allowed: 'the ARN of an App Runner connection',
    example: `arn:aws:apprunner:us-east-1:123456789012:connection/github/${'0'.repeat(31)}1`,
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


/***/ }),

/***/ 2476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  OX: () => (/* binding */ SERVICE_NAME),
  Cy: () => (/* binding */ readCommon),
  uS: () => (/* binding */ readService)
});

// EXTERNAL MODULE: ./lib/inputs/arns.js
var arns = __nccwpck_require__(9521);
;// CONCATENATED MODULE: ./lib/inputs/credentials.js

/** The name alone would not say in which account the role is, and nothing else does. */
const ROLE_TO_ASSUME = {
    ...arns/* ROLE */.z7,
    allowed: 'the ARN of an IAM role, with its account',
    example: 'arn:aws:iam::123456789012:role/deploy-hello',
};
/** Inputs about the role; they mean nothing without `role-to-assume`. */
const ABOUT_ROLE = ['role-session-name', 'role-duration-seconds', 'audience'];
/** As aws-actions/configure-aws-credentials has them. */
const SESSION_NAME = 'GitHubActions';
const DURATION_SECONDS = 3_600;
const AUDIENCE = 'sts.amazonaws.com';
/**
 * Reads which role this step assumes; undefined where the credentials are those of the SDK's
 * default chain. Limits are those of AssumeRoleWithWebIdentity (STS API model).
 */
function readRole(reader) {
    const arn = (0,arns/* readArn */.MD)(reader, 'role-to-assume', ROLE_TO_ASSUME);
    const sessionName = reader.matching('role-session-name', /^[\w+=,.@-]{2,64}$/, {
        allowed: '2 to 64 of A-Z a-z 0-9 _ + = , . @ -',
        example: 'role-session-name: deploy-hello',
    });
    const durationSeconds = reader.integer('role-duration-seconds', 900, 43_200, DURATION_SECONDS);
    const audience = reader.matching('audience', /^[\x21-\x7e]{1,255}$/, {
        allowed: 'an audience of the identity provider in IAM, without spaces',
        example: `audience: ${AUDIENCE}`,
    });
    if (!reader.has('role-to-assume'))
        refuseAlone(reader);
    return arn === undefined
        ? undefined
        : {
            arn,
            sessionName: sessionName ?? SESSION_NAME,
            durationSeconds: durationSeconds ?? DURATION_SECONDS,
            audience: audience ?? AUDIENCE,
        };
}
/** A role that is empty, as an unset variable leaves it, would else be seen as missing credentials. */
function refuseAlone(reader) {
    const named = ABOUT_ROLE.find((name) => reader.has(name));
    if (named === undefined || reader.complainedAbout(named))
        return;
    reader.problem(`Input 'role-to-assume' is missing, and '${named}' is about it. Example: role-to-assume: ${ROLE_TO_ASSUME.example}`);
}

// EXTERNAL MODULE: ./lib/inputs/run-mode.js
var run_mode = __nccwpck_require__(7710);
;// CONCATENATED MODULE: ./lib/inputs/common.js


/** What App Runner takes as the name of a service (API model, ServiceName). */
const SERVICE_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{3,39}$/;
/**
 * Reads the service's name; empty where it can't be read.
 *
 * @param required false where a run needs none
 */
function readService(reader, required) {
    const service = reader.matching('service', SERVICE_NAME, {
        allowed: '4 to 40 of A-Z a-z 0-9 - _, the first one a letter or a digit',
        example: 'service: hello-api',
    });
    if (required && !reader.has('service')) {
        reader.problem("Input 'service' is missing: the App Runner service's name. Example: service: hello-api");
    }
    return service ?? '';
}
/** Reads what every command is told beside the service. */
function readCommon(reader, env) {
    const region = readRegion(reader, env) ?? '';
    const role = readRole(reader);
    return {
        region,
        ...(role && { role }),
        dryRun: (0,run_mode/* readDryRun */.n)(reader),
        wait: reader.flag('wait') ?? true,
        timeoutMinutes: reader.integer('timeout-minutes', 1, 120, 30) ?? 30,
        logLines: reader.integer('log-lines', 1, 1_000, 40) ?? 40,
    };
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
/* harmony export */   Dh: () => (/* binding */ DIGEST),
/* harmony export */   Dk: () => (/* binding */ TAG)
/* harmony export */ });
/** Repository names App Runner's ImageIdentifier pattern takes; ECR itself allows a little more. */
const REPOSITORY = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
/** Docker's tag syntax, which ECR shares. */
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
/** The digest of an image. */
const DIGEST = /^sha256:[0-9a-f]{64}$/;
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

/***/ 1720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LD: () => (/* binding */ readList),
/* harmony export */   SX: () => (/* binding */ readPairs)
/* harmony export */ });
/* unused harmony export itemsOf */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);

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
        const line = /line (\d+)/.exec((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(error))?.[1];
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

/***/ 7710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readSkipUnchanged),
/* harmony export */   n: () => (/* binding */ readDryRun)
/* harmony export */ });
/** True when the run is to say what it would do, and to change nothing. */
function readDryRun(reader) {
    return reader.flag('dry-run') ?? false;
}
/** True when nothing is to be deployed where image and settings are what already runs. */
function readSkipUnchanged(reader) {
    return reader.flag('skip-unchanged') ?? false;
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

/***/ 1249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Rk: () => (/* binding */ buildsImage),
  _5: () => (/* binding */ readRegistry),
  o$: () => (/* binding */ readSource)
});

// EXTERNAL MODULE: ./lib/inputs/lists.js
var lists = __nccwpck_require__(1720);
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
        buildContexts: (0,lists/* readPairs */.SX)(reader, 'build-contexts', 'line', 'assets=./assets').map(joined),
        secrets: (0,lists/* readPairs */.SX)(reader, 'secrets', 'line', 'npm_token=<value>'),
        secretEnvs: (0,lists/* readPairs */.SX)(reader, 'secret-envs', 'comma or line', 'npm_token=NPM_TOKEN'),
        secretFiles: (0,lists/* readPairs */.SX)(reader, 'secret-files', 'line', 'npmrc=./.npmrc'),
        ssh: (0,lists/* readList */.LD)(reader, 'ssh', 'comma or line'),
        cacheFrom: (0,lists/* readList */.LD)(reader, 'cache-from', 'line'),
        cacheTo: (0,lists/* readList */.LD)(reader, 'cache-to', 'line'),
        noCache: reader.flag('no-cache') ?? false,
        pull: reader.flag('pull') ?? false,
        ...(network && { network }),
        addHosts: readHosts(reader),
        ...(builder && { builder }),
    };
}
/** `NAME=VALUE`, or `NAME` alone, which docker takes from the environment or leaves empty. */
function readNamed(reader, name, example) {
    return (0,lists/* readList */.LD)(reader, name, 'line').filter((item, index) => {
        const named = /^[^\s=]+(=|$)/.test(item);
        if (!named) {
            reader.problem(`Input '${name}', item ${index + 1}, has no name before '='. Example: ${name}: ${example}`);
        }
        return named;
    });
}
function readHosts(reader) {
    return (0,lists/* readList */.LD)(reader, 'add-hosts', 'comma or line').filter((item) => {
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

// EXTERNAL MODULE: ./lib/inputs/arns.js
var arns = __nccwpck_require__(9521);
;// CONCATENATED MODULE: ./lib/inputs/code.js

/** The inputs that are about a code repository. */
const CODE_INPUTS = [
    'source-repository',
    'connection-arn',
    'source-branch',
    'source-directory',
    'configuration-source',
    'runtime',
    'build-command',
];
/** Runtimes that App Runner's API takes (API model, Runtime). */
const RUNTIMES = [
    'CORRETTO_8',
    'CORRETTO_11',
    'DOTNET_6',
    'GO_1',
    'NODEJS_12',
    'NODEJS_14',
    'NODEJS_16',
    'NODEJS_18',
    'NODEJS_22',
    'PHP_81',
    'PYTHON_3',
    'PYTHON_311',
    'RUBY_31',
];
/** What apprunner.yaml says in place of the API where it is used. */
const OF_THE_FILE = [
    'runtime',
    'build-command',
    'start-command',
    'port',
    'environment-variables',
    'environment-secrets',
];
/** Reads the inputs about a code repository; those that are not named are not there. */
function readCode(reader, region) {
    const runtime = reader.oneOf('runtime', RUNTIMES, 'NODEJS_22');
    const settings = {
        repositoryUrl: reader.matching('source-repository', REPOSITORY_URL, {
            allowed: 'the URL of a repository on GitHub or Bitbucket',
            example: 'source-repository: https://github.com/OWNER/NAME',
        }),
        connectionArn: (0,arns/* readRegionalArn */.rA)(reader, 'connection-arn', arns/* CONNECTION */.hM, region),
        branch: reader.matching('source-branch', BRANCH, {
            allowed: "a branch's name without refs/heads/",
            example: 'source-branch: main',
        }),
        directory: reader.matching('source-directory', /^\/[^\0\r\n]*$/, {
            allowed: 'a directory of the repository, from its root on, with a slash before it',
            example: 'source-directory: /api',
        }),
        configurationSource: reader.oneOf('configuration-source', ['API', 'REPOSITORY'], 'REPOSITORY') ??
            (runtime && 'API'),
        runtime,
        buildCommand: readBuildCommand(reader),
    };
    if (settings.configurationSource === 'REPOSITORY')
        refuseIgnored(reader);
    return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
const REPOSITORY_URL = /^https:\/\/(github\.com|bitbucket\.org)\/[\w.-]+\/[\w.-]+\/?$/;
const BRANCH = /^(?!refs\/)[^\s\0~^:?*[\\]+$/;
/** The command is not repeated in a problem: the API model calls it sensitive. */
function readBuildCommand(reader) {
    const command = reader.text('build-command');
    if (command === undefined || !/[\r\n]/.test(command))
        return command;
    reader.problem("Input 'build-command' has several lines, and App Runner takes one. Example: build-command: npm ci && npm run build");
    return undefined;
}
/** "...and ignores CodeConfigurationValues" (API reference, ConfigurationSource). */
function refuseIgnored(reader) {
    for (const name of OF_THE_FILE.filter((input) => reader.has(input))) {
        reader.problem(`Inputs 'configuration-source' and '${name}' exclude each other here: with REPOSITORY App Runner takes it from the repository's apprunner.yaml alone. Write it there, or set configuration-source: API with a runtime.`);
    }
}

// EXTERNAL MODULE: ./lib/inputs/image-reference.js
var image_reference = __nccwpck_require__(5284);
;// CONCATENATED MODULE: ./lib/inputs/source.js




/** Stands for an image that could not be read; the problem is on record, so nobody sees it. */
const NO_IMAGE = { identifier: '', type: 'ECR', repository: '' };
/**
 * Reads where what is deployed comes from: a code repository, an image that exists, or else a
 * build of the checkout.
 *
 * @param region undefined when it could not be read
 * @param service the service's name, after which the repository is called; may be empty
 * @param tag of an image that is built, where none is named
 */
function readSource(reader, region, service, tag) {
    const image = (0,image_reference/* readImage */.AM)(reader, region);
    const code = readCode(reader, region);
    const about = [...BUILD_INPUTS, 'repository', 'registry-id', 'create-repository', 'image-tags'];
    const named = about.filter((name) => reader.has(name));
    const [aboutCode] = CODE_INPUTS.filter((name) => reader.has(name));
    refuseMixed(reader, named, aboutCode);
    // Problems of a build that nobody asked for would only hide the one with its source.
    if (aboutCode !== undefined)
        return { kind: 'code', named: code };
    if (reader.has('image'))
        return { kind: 'image', image: image ?? NO_IMAGE };
    return {
        kind: 'build',
        build: readBuild(reader),
        ...readRegistry(reader, service),
        createRepository: reader.flag('create-repository') ?? false,
        tags: readTags(reader, tag),
        implied: named.length === 0,
    };
}
/** True when the inputs leave the image to this step. */
function buildsImage(reader) {
    return !['image', ...CODE_INPUTS].some((name) => reader.has(name));
}
/** Reads where images that this step builds are pushed to. */
function readRegistry(reader, service) {
    const registryId = reader.matching('registry-id', /^\d{12}$/, {
        allowed: 'an AWS account number of 12 digits',
        example: 'registry-id: "123456789012"',
    });
    return { repository: readRepository(reader, service), ...(registryId && { registryId }) };
}
/** One service has one source. */
function refuseMixed(reader, aboutBuild, aboutCode) {
    const image = reader.has('image') ? ['image'] : [];
    const role = reader.has('access-role-arn') ? ['access-role-arn'] : [];
    const others = aboutCode === undefined ? [] : [...image, ...aboutBuild, ...role];
    const pairs = [
        ...image.flatMap((name) => aboutBuild.map((other) => [name, other])),
        ...others.map((other) => [`${aboutCode}`, other]),
    ];
    for (const [one, other] of pairs) {
        reader.problem(`Inputs '${one}' and '${other}' exclude each other: '${one}' ${aim(one)}, '${other}' ${aim(other)}. Remove one of them.`);
    }
}
/** What an input about the source is for. */
function aim(input) {
    if (input === 'image')
        return 'deploys an image that exists';
    if (input === 'access-role-arn')
        return 'names the role that pulls an image';
    return CODE_INPUTS.some((name) => name === input)
        ? 'has App Runner build a code repository'
        : 'is about an image that this step builds';
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
function readTags(reader, usual) {
    const named = reader.has('image-tags');
    const tags = named ? (0,lists/* readList */.LD)(reader, 'image-tags', 'comma or line') : [usual ?? ''];
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


/***/ }),

/***/ 4644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ MOST_TAGS),
/* harmony export */   g: () => (/* binding */ readTags)
/* harmony export */ });
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1720);

/** App Runner's limits (API model, TagKey and TagValue; AWS, "Tag naming limits"). */
const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;
const MOST_TAGS = 50;
const EXAMPLE = 'Example: tags: team=web';
/**
 * Reads the tags, KEY=VALUE a line in the form of `labels`, for a key may hold `:`, `/` and `@`,
 * which no variable's name can. A value may be empty. Problems name the key or the item.
 */
function readTags(reader) {
    const items = (0,_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .readList */ .LD)(reader, 'tags', 'line');
    if (items.length === 0)
        return undefined;
    const tags = new Map();
    for (const [index, item] of items.entries()) {
        const at = item.indexOf('=');
        const key = item.slice(0, Math.max(at, 0)).trim();
        const value = item.slice(at + 1).trim();
        if (key === '') {
            reader.problem(`Input 'tags', item ${index + 1}, is not KEY=VALUE. ${EXAMPLE}`);
            continue;
        }
        const wrong = wrongTag(key, value, tags.has(key));
        if (wrong)
            reader.problem(`Input 'tags': ${wrong} ${EXAMPLE}`);
        tags.set(key, value);
    }
    if (tags.size > MOST_TAGS) {
        reader.problem(`Input 'tags' names ${tags.size} tags, and a service can have ${MOST_TAGS}. ${EXAMPLE}`);
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


/***/ }),

/***/ 7828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/commands/check.js + 2 modules
var check = __nccwpck_require__(8749);
;// CONCATENATED MODULE: ./lib/commands/deploy.js

/**
 * Takes the source to a running service: check, log in, build, push, deploy.
 *
 * @returns what was done
 * @throws ActionError for everything that is not a success
 */
async function deploy(inputs, ports, progress) {
    progress.learn({ serviceName: inputs.service });
    progress.hide(Object.values(inputs.settings.environmentVariables ?? {}));
    const checking = (0,check/* startChecks */.u)(inputs, ports);
    // Everything else is large. Loading it now would hold up the first request; after the first
    // answer there are others, and docker's, to wait for.
    await checking.firstAnswer;
    const { deployChecked } = await Promise.all(/* import() */[__nccwpck_require__.e(801), __nccwpck_require__.e(2549), __nccwpck_require__.e(5030), __nccwpck_require__.e(7409)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7409));
    return deployChecked(checking, ports, progress);
}

;// CONCATENATED MODULE: ./lib/commands/progress.js
/**
 * What a run has learned and done so far. It outlives a failure, so that outputs and summary
 * tell what is known even then.
 */
class Progress {
    #phases = [];
    #acts = [];
    #parts = new Map();
    #hidden = new Set();
    #facts = {};
    /** What the run was told to do; deploy until the inputs are read. */
    command = 'deploy';
    changes = [];
    /** What a dry run found that a run would do, a sentence each. */
    plan = [];
    /** Why nothing was done, or nothing further, in a sentence; told with the result `skipped`. */
    reason;
    /** True once this run has pushed an image. */
    pushed = false;
    /** What became of the previews that a sweep set out to delete, in the order of their ends. */
    sweep = [];
    /** What a command that only tells has found out. */
    sections = [];
    /** Why the deployment failed, once it was looked into. */
    diagnosis;
    get facts() {
        return this.#facts;
    }
    get phases() {
        return this.#phases;
    }
    /** The calls that change something, in order; those of parts after the run's own. */
    get acts() {
        const ofParts = [...this.#parts].flatMap(([name, part]) => part.acts.map((act) => ({ ...act, call: `${act.call} of ${name}` })));
        return [...this.#acts, ...ofParts];
    }
    /**
     * The progress of the work on one of several services: its facts and its diagnosis are its own,
     * its acts are the whole run's.
     */
    part(service) {
        const part = new Progress();
        part.command = this.command;
        part.learn({ serviceName: service });
        this.#parts.set(service, part);
        return part;
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

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/github/signals.js
var signals = __nccwpck_require__(9942);
;// CONCATENATED MODULE: ./lib/inputs/afterwards-side.js
/** The commands of the days after a deployment. */
const AFTERWARDS = ['rollback', 'wait', 'status', 'logs'];
/** Loads what reads their inputs where one of them is asked for: a deployment is in a hurry. */
async function loadAfterwards(get) {
    const asked = get('command');
    if (!AFTERWARDS.some((command) => command === asked))
        return undefined;
    return (await __nccwpck_require__.e(/* import() */ 780).then(__nccwpck_require__.bind(__nccwpck_require__, 780))).readAfterwards;
}

;// CONCATENATED MODULE: ./lib/inputs/domain-side.js
/** Inputs that ask for no domain when they are not set or `false`. */
const ABOUT_DOMAINS = ['domain', 'domain-www', 'hosted-zone-id', 'domain-wait'];
/** Loads it where an input asks for it: other runs would only start later. */
async function loadDomainSide(get) {
    if (ABOUT_DOMAINS.every((name) => ['', 'false'].includes(get(name))))
        return undefined;
    const { readDomain, readTemplate } = await __nccwpck_require__.e(/* import() */ 1165).then(__nccwpck_require__.bind(__nccwpck_require__, 1165));
    return { domain: readDomain, template: readTemplate };
}

;// CONCATENATED MODULE: ./lib/inputs/github-side.js
/** Inputs that ask nothing of GitHub when they are not set or `false`. */
const ABOUT_GITHUB = ['preview', 'comment', 'deployment-environment'];
/** Loads it where an input asks for it: other runs would only start later. */
async function loadGitHubSide(get, env) {
    const asked = ABOUT_GITHUB.some((name) => !['', 'false'].includes(get(name)));
    if (!asked && get('command') !== 'sweep')
        return undefined;
    const [{ gitHubSide }, { readPullRequestEvent }] = await Promise.all([
        __nccwpck_require__.e(/* import() */ 3167).then(__nccwpck_require__.bind(__nccwpck_require__, 3167)),
        __nccwpck_require__.e(/* import() */ 9607).then(__nccwpck_require__.bind(__nccwpck_require__, 9607)),
    ]);
    return gitHubSide(env, () => readPullRequestEvent(env));
}

// EXTERNAL MODULE: ./lib/inputs/common.js + 1 modules
var inputs_common = __nccwpck_require__(2476);
// EXTERNAL MODULE: ./lib/inputs/reader.js
var inputs_reader = __nccwpck_require__(178);
// EXTERNAL MODULE: ./lib/inputs/run-mode.js
var run_mode = __nccwpck_require__(7710);
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

// EXTERNAL MODULE: ./lib/inputs/arns.js
var arns = __nccwpck_require__(9521);
;// CONCATENATED MODULE: ./lib/inputs/auto-scaling.js

/** App Runner's API has no upper limit for the size; the account's quotas do the rest. */
const MOST_INSTANCES = 999_999_999;
/** Reads auto scaling, by its ARN or by sizes; undefined when no input names it. */
function readAutoScaling(reader, region) {
    const arn = (0,arns/* readRegionalArn */.rA)(reader, 'auto-scaling-configuration-arn', arns/* AUTO_SCALING */.u8, region);
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
        vpcConnectorArn: (0,arns/* readRegionalArn */.rA)(reader, 'vpc-connector-arn', arns/* VPC_CONNECTOR */.a4, region),
        publiclyAccessible: reader.flag('publicly-accessible'),
        ipAddressType: reader.oneOf('ip-address-type', ['IPV4', 'DUAL_STACK'], 'DUAL_STACK'),
    };
    if (settings.publiclyAccessible === false && settings.ipAddressType === 'DUAL_STACK') {
        // Developer guide, "Networking with App Runner".
        reader.problem("Inputs 'publicly-accessible' and 'ip-address-type' exclude each other here: App Runner has dual stack for public services only. Set ip-address-type: IPV4, or remove it.");
    }
    return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

// EXTERNAL MODULE: ./lib/inputs/tags.js
var tags = __nccwpck_require__(4644);
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
        accessRoleArn: (0,arns/* readArn */.MD)(reader, 'access-role-arn', arns/* ROLE */.z7),
        instanceRoleArn: (0,arns/* readArn */.MD)(reader, 'instance-role-arn', arns/* ROLE */.z7),
        autoDeployments: reader.flag('auto-deployments'),
        healthCheck: readHealthCheck(reader),
        autoScaling: readAutoScaling(reader, region),
        ...readNetwork(reader, region),
        observabilityConfigurationArn: (0,arns/* readRegionalArn */.rA)(reader, 'observability-configuration-arn', arns/* OBSERVABILITY */.o_, region),
        kmsKeyArn: (0,arns/* readRegionalArn */.rA)(reader, 'kms-key-arn', arns/* KMS_KEY */.cC, region),
        tags: (0,tags/* readTags */.g)(reader),
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
        if (arns/* SECRET */.bB.pattern.test(source))
            continue;
        // A value pasted here in place of an ARN may be the secret itself, so it is not repeated.
        reader.problem(`Input 'environment-secrets': the source of ${name} is not ${arns/* SECRET */.bB.allowed}. Example: environment-secrets: ${arns/* SECRET */.bB.example}`);
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
// EXTERNAL MODULE: ./lib/inputs/source.js + 2 modules
var source = __nccwpck_require__(1249);
;// CONCATENATED MODULE: ./lib/inputs/inputs.js








const COMMANDS = ['deploy', 'pause', 'resume', 'delete', 'sweep', ...AFTERWARDS];
/**
 * Reads all inputs once. Those that the command does not use are not looked at: a workflow may
 * share its `with:` block between commands.
 *
 * @param github absent where no input is about pull requests or GitHub
 * @param afterwards absent where the command is none of the days after a deployment
 * @param domains absent where no input is about a custom domain
 * @throws InputError with every problem that can be seen without files or network, and
 *   ActionError when the event that started the run can't be read
 */
function readInputs(get, env, parsers, github, afterwards, domains) {
    const reader = new inputs_reader/* InputReader */.i(get, parsers);
    const named = reader.oneOf('command', COMMANDS, 'deploy');
    const service = (0,inputs_common/* readService */.uS)(reader, named !== 'sweep');
    // A sweep is about every preview, and may share its inputs with the workflow that makes them.
    const target = named === 'sweep' ? undefined : github?.target(reader, service);
    // A run without credentials may lack more than those.
    if (target?.kind === 'none')
        return { command: 'skip', reason: target.reason };
    const common = { service, ...(0,inputs_common/* readCommon */.Cy)(reader, env) };
    // Which other inputs matter is not known while the command is not.
    if (reader.complainedAbout('command'))
        reader.throwIfWrong();
    const command = named ?? 'deploy';
    if (target && command !== 'deploy')
        refuseWithPreview(reader, command);
    const inputs = command === 'deploy'
        ? readDeployOrTeardown(reader, common, env, github, target, domains)
        : command === 'sweep'
            ? readSwept(reader, common, github, domains)
            : command === 'pause' || command === 'resume' || command === 'delete'
                ? readLifecycle(reader, common, command, domains)
                : loaded(afterwards)(reader, common, command);
    reader.throwIfWrong();
    return inputs;
}
function refuseWithPreview(reader, command) {
    reader.problem(`Inputs 'preview' and 'command: ${command}' exclude each other: the pull request's event says what becomes of its preview. Remove one of them.`);
}
function readDeployOrTeardown(reader, common, env, github, target, domains) {
    const preview = target?.preview;
    const closed = target?.kind === 'closed';
    const domain = domains?.domain(reader, preview?.pullRequest, common.wait || closed);
    if (target?.kind === 'closed') {
        const teardown = loaded(github).teardown(reader, common, target.preview);
        return { ...teardown, ...(domain && { domain }) };
    }
    const smoke = (0,smoke_test/* readSmokeTest */.ME)(reader, common.wait);
    const serviceConfig = readServiceConfigPath(reader);
    const region = common.region || undefined;
    const conversation = github?.conversation(reader, common.service, preview);
    const settings = readSettings(reader, region);
    const tag = preview ? loaded(github).imageTag(preview) : env.GITHUB_SHA;
    const inputs = {
        ...common,
        command: 'deploy',
        source: (0,source/* readSource */.o$)(reader, region, common.service, tag),
        settings,
        skipUnchanged: (0,run_mode/* readSkipUnchanged */.J)(reader),
        ...(serviceConfig && { serviceConfig }),
        ...(smoke && { smoke }),
        ...(domain && { domain }),
        ...(conversation && { conversation }),
        ...(preview && {
            preview,
            service: preview.service,
            settings: loaded(github).owned(reader, settings, preview),
            base: loaded(github).base(reader, preview),
        }),
    };
    refuseForPublicImage(reader, inputs);
    return inputs;
}
/** Only a deletion takes a domain along. */
function readLifecycle(reader, common, command, domains) {
    const domain = command === 'delete' ? domains?.domain(reader, undefined, true) : undefined;
    return { ...common, command, ...(domain && { domain }) };
}
function readSwept(reader, common, github, domains) {
    const domain = domains?.template(reader);
    return { ...loaded(github).sweep(reader, common), ...(domain && { domain }) };
}
function loaded(side) {
    if (side)
        return side;
    throw new Error('What reads these inputs was not loaded: see github-side.ts, afterwards-side.ts.');
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
    const csv = needs(LISTS) ? (await __nccwpck_require__.e(/* import() */ 5175).then(__nccwpck_require__.bind(__nccwpck_require__, 5175))).parse : undefined;
    const dotenv = needs(VARIABLES) ? (await __nccwpck_require__.e(/* import() */ 8889).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8889, 19))).parse : undefined;
    return {
        csv: (text) => parsers_loaded(csv, 'csv-parse')(text, {
            relaxQuotes: true,
            relaxColumnCount: true,
            skipEmptyLines: true,
        }),
        dotenv: (text) => parsers_loaded(dotenv, 'dotenv')(text),
    };
}
function parsers_loaded(parser, name) {
    if (parser)
        return parser;
    throw new Error(`${name} was not loaded: an input that needs it is not listed in parsers.ts.`);
}

;// CONCATENATED MODULE: ./lib/run.js










/** Time that a call in flight has to be answered after a cancel; the runner gives 7.5 s in all. */
const GRACE_MS = 3_000;
/** Time for GitHub to be told how the run ended; after a cancel what is left of the runner's. */
const TELLING_MS = { usual: 10_000, cancelled: 1_000 };
/**
 * The whole action: reads the inputs, runs the command, catches once, and reports the same way
 * after success, failure and cancel.
 *
 * @returns the exit code
 */
async function run(ports) {
    const progress = new Progress();
    let talk = Promise.resolve(undefined);
    try {
        const get = (0,inputs_reader/* inputFromEnvironment */.Q)(ports.env);
        const github = await loadGitHubSide(get, ports.env);
        const afterwards = await loadAfterwards(get);
        const domains = await loadDomainSide(get);
        const parsers = await loadParsers(get);
        const inputs = readInputs(get, ports.env, parsers, github, afterwards, domains);
        progress.command = inputs.command;
        const token = tokenOf(inputs);
        if (token)
            (await ports.runner()).mask(token);
        const work = untilCancelled(ports, execute(inputs, ports, progress));
        talk = startTalk(inputs, ports, progress).catch(() => undefined);
        await report(ports, progress, talk, await work);
        return 0;
    }
    catch (error) {
        // A call that fails because of the cancel says so less well than the cancel itself.
        const reason = ports.cancelled.aborted ? ports.cancelled.reason : error;
        await report(ports, progress, talk, failedResult(error), reason);
        return (0,signals/* cancelledCode */.fz)(ports.cancelled) ?? 1;
    }
}
async function execute(inputs, ports, progress) {
    // Only a deployment is in a hurry to send its first request.
    switch (inputs.command) {
        case 'deploy':
            return deploy(inputs, ports, progress);
        case 'teardown':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(801), __nccwpck_require__.e(2549), __nccwpck_require__.e(8572)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8572))).teardown(inputs, ports, progress);
        case 'sweep':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(801), __nccwpck_require__.e(2549), __nccwpck_require__.e(4821), __nccwpck_require__.e(311)]).then(__nccwpck_require__.bind(__nccwpck_require__, 311))).sweep(inputs, ports, progress);
        case 'skip':
            return (await __nccwpck_require__.e(/* import() */ 935).then(__nccwpck_require__.bind(__nccwpck_require__, 935))).skip(inputs, ports, progress);
        case 'rollback':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(801), __nccwpck_require__.e(2549), __nccwpck_require__.e(5030), __nccwpck_require__.e(7409), __nccwpck_require__.e(5562)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5562))).rollback(inputs, ports, progress);
        case 'wait':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(801), __nccwpck_require__.e(4033)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4033))).waitFor(inputs, ports, progress);
        case 'status':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5030), __nccwpck_require__.e(1278)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1278))).status(inputs, ports, progress);
        case 'logs':
            return (await __nccwpck_require__.e(/* import() */ 1161).then(__nccwpck_require__.bind(__nccwpck_require__, 1161))).showLogs(inputs, ports, progress);
        default:
            return (await Promise.all(/* import() */[__nccwpck_require__.e(801), __nccwpck_require__.e(2549), __nccwpck_require__.e(5014)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5014))).lifecycle(inputs, ports, progress);
    }
}
/** The token that GitHub is asked with, by runs that ask it anything. */
function tokenOf(inputs) {
    if (inputs.command === 'sweep')
        return inputs.token;
    return 'conversation' in inputs ? inputs.conversation?.token : undefined;
}
/** Nothing that GitHub is told, or not, fails a run; the work is under way before it. */
async function startTalk(inputs, ports, progress) {
    if (!('conversation' in inputs) || !inputs.conversation)
        return undefined;
    const { converse } = await Promise.all(/* import() */[__nccwpck_require__.e(4821), __nccwpck_require__.e(1008)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2633));
    return converse(inputs, inputs.conversation, ports, progress);
}
async function report(ports, progress, talk, result, error) {
    // Needed at the end alone; at the start it would hold up the first request.
    const [{ reportEnd, reportOf }, runner, conversation] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(4821), __nccwpck_require__.e(6131)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6208)),
        ports.runner(),
        talk,
    ]);
    const { command, reason, sweep } = progress;
    const beside = { reason, ...(command === 'sweep' && { sweep }) };
    conversation?.ended(reportOf(progress, result, error, beside));
    await reportEnd(runner, progress, result, error, beside, conversation?.about);
    await conversation?.settled(TELLING_MS[ports.cancelled.aborted ? 'cancelled' : 'usual']);
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

/***/ 4313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gw: () => (/* binding */ isPrivate),
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
/** True for a service that only its VPC can reach. */
function isPrivate({ NetworkConfiguration: network }) {
    return network?.IngressConfiguration?.IsPubliclyAccessible === false;
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

/***/ 3411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ USER_AGENT)
/* harmony export */ });
/* unused harmony export VERSION */
/** The version in package.json, which a test compares: a run reads no file to know it. */
const VERSION = '0.1.0';
/** How this action names itself to AWS, GitHub, registries and the service it asks. */
const USER_AGENT = `apprunner-deploy/${VERSION}`;


/***/ }),

/***/ 96:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (/* binding */ realPorts)
});

;// CONCATENATED MODULE: ./lib/aws/connect.js
/**
 * Reaches AWS with the credentials of the SDK's default chain, or with those of a role. Only what
 * the first request takes is loaded for it.
 */
function connectAws(region, role, options) {
    if (role)
        return connectAsRole(region, role, options);
    const session = Promise.all(/* import() */[__nccwpck_require__.e(3609), __nccwpck_require__.e(5861), __nccwpck_require__.e(1695), __nccwpck_require__.e(7733)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7733)).then(({ startSession }) => startSession(region, options));
    return connection(session.then(({ underWay }) => underWay), session);
}
/** The first question is GitHub's: what asks AWS loads while the job's token travels. */
function connectAsRole(region, role, options) {
    const asked = Promise.all(/* import() */[__nccwpck_require__.e(3609), __nccwpck_require__.e(3298)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3298)).then(({ startAsking }) => startAsking(role.audience, options.env, { random: Math.random, ...options }));
    const underWay = asked.then((token) => token.underWay);
    const session = underWay.then(async () => {
        const { startRoleSession } = await Promise.all(/* import() */[__nccwpck_require__.e(3609), __nccwpck_require__.e(5861), __nccwpck_require__.e(1695), __nccwpck_require__.e(6183)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6183));
        return startRoleSession(region, role, await asked, options);
    });
    return connection(underWay, session);
}
function connection(underWay, session) {
    return {
        underWay,
        load: async () => {
            const [{ awsClients }, started] = await Promise.all([Promise.all(/* import() */[__nccwpck_require__.e(3609), __nccwpck_require__.e(5861), __nccwpck_require__.e(7276), __nccwpck_require__.e(2359)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2359)), session]);
            return awsClients(started);
        },
    };
}

;// CONCATENATED MODULE: ./lib/github/runner.js
/** Loads @actions/core and gives it as the runner port. */
async function loadRunner(env) {
    const core = await Promise.all(/* import() */[__nccwpck_require__.e(4119), __nccwpck_require__.e(6421)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6421));
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

// EXTERNAL MODULE: ./lib/github/signals.js
var signals = __nccwpck_require__(9942);
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
// EXTERNAL MODULE: ./lib/version.js
var version = __nccwpck_require__(3411);
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
            headers: { authorization: `Basic ${basic}`, 'user-agent': version/* USER_AGENT */._ },
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





/** After a cancel GitHub can still be told of it; the process ends 4.5 s after one. */
const TELLING_MS = 4_000;
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
    const told = (0,signals/* abortedLater */.WL)(cancelled, TELLING_MS);
    const tellingClock = {
        ...clock,
        sleep: (ms) => untilCancelled(told, (signal) => timer(ms, signal)),
    };
    let loaded;
    const runner = () => {
        loaded ??= loadRunner(process.env);
        return loaded;
    };
    const masking = async () => (await runner()).mask;
    const tell = async (text) => (await runner()).debug(text);
    return {
        env: process.env,
        clock,
        docker: commandProcess('docker', process.env, process.stdout, cancelled),
        git: commandProcess('git', process.env, process.stdout, cancelled),
        aws: (region, role) => connectAws(region, role, { clock, cancelled, tell, env: process.env, masking }),
        fetchBlob: (url, login) => untilCancelled(cancelled, () => fetchBlob(url, login)),
        get: async (url, timeoutMs) => (await __nccwpck_require__.e(/* import() */ 1156).then(__nccwpck_require__.bind(__nccwpck_require__, 1156))).getPage(url, timeoutMs, cancelled),
        cancelled,
        github: async (token) => (await __nccwpck_require__.e(/* import() */ 563).then(__nccwpck_require__.bind(__nccwpck_require__, 563))).gitHubCalls(token, process.env, {
            clock: tellingClock,
            cancelled: told,
            tell,
        }),
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
/******/ 		8792: 0
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
