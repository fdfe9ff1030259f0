import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

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
/* harmony export */   uF: () => (/* binding */ awsCall),
/* harmony export */   w7: () => (/* binding */ isAccessDenied)
/* harmony export */ });
/* unused harmony export errorCode */
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
    const remedy = DENIED.has(code)
        ? `Allow ${action} in the policy of the role that deploys.`
        : (REMEDIES[code] ?? '');
    const said = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(error).trim().replace(/\.?$/, '.');
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${action} failed for ${resource}: ${code}: ${said} ${remedy}`.trim(), {
        cause: error,
    });
}


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 5691:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7673);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2502);


process.exitCode = await (0,_run_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)((0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .realPorts */ .R)());

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 7673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __nccwpck_require__(452);
;// CONCATENATED MODULE: ./lib/inputs/compute.js
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

;// CONCATENATED MODULE: ./lib/service/changes.js
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

;// CONCATENATED MODULE: ./lib/service/configuration.js

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
        InstanceConfiguration: configuration_normalised(InstanceConfiguration),
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
    return withoutNothing({
        ...base,
        SourceConfiguration: source(base.SourceConfiguration ?? {}, image, settings),
        InstanceConfiguration: {
            ...base.InstanceConfiguration,
            Cpu: settings.cpu ?? base.InstanceConfiguration?.Cpu,
            Memory: settings.memory ?? base.InstanceConfiguration?.Memory,
            InstanceRoleArn: settings.instanceRoleArn ?? base.InstanceConfiguration?.InstanceRoleArn,
        },
    });
}
function source(base, image, settings) {
    const isPublic = image.type === 'ECR_PUBLIC';
    const accessRole = settings.accessRoleArn ?? base.AuthenticationConfiguration?.AccessRoleArn;
    return {
        ImageRepository: {
            ImageIdentifier: image.identifier,
            ImageRepositoryType: image.type,
            ImageConfiguration: imageConfiguration(base.ImageRepository?.ImageConfiguration ?? {}, settings),
        },
        // App Runner refuses both for ECR Public, and this action deploys by itself elsewhere.
        AutoDeploymentsEnabled: !isPublic && (settings.autoDeployments ?? base.AutoDeploymentsEnabled ?? false),
        AuthenticationConfiguration: isPublic || !accessRole ? undefined : { AccessRoleArn: accessRole },
    };
}
function imageConfiguration(base, settings) {
    return {
        ...base,
        Port: settings.port ?? base.Port,
        StartCommand: settings.startCommand ?? base.StartCommand,
        ...environment(base, settings),
    };
}
/**
 * The variables and secrets after this run. A name moves between the two maps when the other
 * input names it, because App Runner refuses a name that is in both.
 */
function environment(base, settings) {
    const { environmentVariables: variables = {}, environmentSecrets: secrets = {} } = settings;
    const named = new Set([...Object.keys(variables), ...Object.keys(secrets)]);
    const merged = (own = {}, wanted) => {
        const kept = settings.environmentMode === 'replace'
            ? []
            : Object.entries(own).filter(([name]) => !named.has(name));
        const all = { ...Object.fromEntries(kept), ...wanted };
        // An empty map is sent only where it empties one.
        return Object.keys({ ...own, ...all }).length === 0 ? undefined : all;
    };
    return {
        RuntimeEnvironmentVariables: merged(base.RuntimeEnvironmentVariables, variables),
        RuntimeEnvironmentSecrets: merged(base.RuntimeEnvironmentSecrets, secrets),
    };
}
/** Units as App Runner echoes them, whatever form a service was given. */
function configuration_normalised(instance) {
    if (!instance)
        return undefined;
    const { Cpu, Memory } = instance;
    return {
        ...instance,
        Cpu: Cpu && (cpuUnits(Cpu) ?? Cpu),
        Memory: Memory && (memoryMegabytes(Memory) ?? Memory),
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

;// CONCATENATED MODULE: ./lib/service/decision.js




/**
 * Decides between create, update and a new deployment of the same settings. UpdateService
 * with an image is itself a deployment; StartDeployment pulls a tag again that has new bytes.
 *
 * @throws ActionError for what App Runner would refuse or can't change
 */
function decide(name, service, image, settings) {
    if (service)
        checkService(service, image);
    const before = service ? readBack(service) : {};
    const after = withSettings(before, image, settings);
    checkRoles(name, image, after);
    checkSize(name, after);
    if (!service) {
        const { SourceConfiguration, ...others } = after;
        return { kind: 'create', request: { ServiceName: name, SourceConfiguration, ...others } };
    }
    const serviceArn = `${service.ServiceArn}`;
    const changes = changesBetween(before, after);
    return changes.length === 0
        ? { kind: 'deploy', serviceArn }
        : { kind: 'update', request: { ServiceArn: serviceArn, ...after }, changes };
}
function checkService(service, image) {
    const name = `Service '${service.ServiceName}'`;
    if (service.SourceConfiguration?.CodeRepository) {
        throw new lib_errors/* ActionError */.lZ(`${name} is built by App Runner from a code repository, and App Runner can't change that to an image (${image.identifier}). ` +
            `Delete the service, or deploy to another name.`);
    }
    if (service.Status === 'RUNNING')
        return;
    throw new lib_errors/* ActionError */.lZ(`${name} is ${service.Status}, and only a RUNNING service takes a deployment. ${ADVICE[service.Status ?? ''] ?? ''}`.trim());
}
const ADVICE = {
    OPERATION_IN_PROGRESS: 'Another operation runs; run this again when it has ended, and give the workflow a concurrency group.',
    PAUSED: 'Resume it first: aws apprunner resume-service.',
    CREATE_FAILED: 'Delete it first: aws apprunner delete-service.',
    DELETE_FAILED: 'Delete it again first: aws apprunner delete-service.',
};
function checkRoles(name, image, after) {
    const source = after.SourceConfiguration;
    if (image.type === 'ECR' && !source?.AuthenticationConfiguration?.AccessRoleArn) {
        throw new lib_errors/* ActionError */.lZ(`Input 'access-role-arn' is missing: service '${name}' has no access role yet, and App Runner needs one to pull from private ECR. ` +
            `Name a role that trusts build.apprunner.amazonaws.com. Example: access-role-arn: arn:aws:iam::123456789012:role/apprunner-ecr-access`);
    }
    const secrets = source?.ImageRepository?.ImageConfiguration?.RuntimeEnvironmentSecrets ?? {};
    if (Object.keys(secrets).length > 0 && !after.InstanceConfiguration?.InstanceRoleArn) {
        throw new lib_errors/* ActionError */.lZ(`Input 'instance-role-arn' is missing: service '${name}' has environment secrets, and App Runner reads them with the instance role. ` +
            `Name a role that trusts tasks.apprunner.amazonaws.com and may read them.`);
    }
}
/** One of the two may come from the inputs and the other from the service or its default. */
function checkSize(name, after) {
    const { Cpu = DEFAULT_SIZE.cpu, Memory = DEFAULT_SIZE.memory } = after.InstanceConfiguration ?? {};
    const problem = wrongPair({ cpu: Cpu, memory: Memory });
    if (!problem)
        return;
    throw new lib_errors/* ActionError */.lZ(`Service '${name}' can't have this size: in App Runner ${problem}. Set both inputs, cpu and memory.`);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./lib/image/build-files.js



/** Contexts that buildx fetches by itself: git and http URLs, git@ addresses, standard input. */
const REMOTE = /^([a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/|-$)/i;
/**
 * Checks that the build context, the Dockerfile and the secret files are there.
 *
 * @param workspace directory that relative paths start from
 * @throws ActionError naming the input and the path that is missing
 */
async function checkBuildFiles(build, workspace) {
    for (const [id, path] of build.secretFiles) {
        if (await exists((0,external_node_path_.resolve)(workspace, path)))
            continue;
        throw new lib_errors/* ActionError */.lZ(`Input 'secret-files': the file of ${id}, '${path}', is not there. Write it in a step before this one.`);
    }
    if (REMOTE.test(build.context))
        return;
    const context = (0,external_node_path_.resolve)(workspace, build.context);
    const info = await (0,promises_.stat)(context).catch(() => undefined);
    if (!info?.isDirectory()) {
        throw new lib_errors/* ActionError */.lZ(`Input 'context' is '${build.context}', which is no directory in ${workspace}. ` +
            `Run actions/checkout before this step, or name the directory to build. Example: context: ./api`);
    }
    const dockerfile = build.file ? (0,external_node_path_.resolve)(workspace, build.file) : (0,external_node_path_.join)(context, 'Dockerfile');
    if ((build.file && REMOTE.test(build.file)) || (await exists(dockerfile)))
        return;
    throw new lib_errors/* ActionError */.lZ(`There is no Dockerfile at ${dockerfile}. ` +
        `Add one, or name it: file is relative to the checkout, not to the context. Example: file: docker/Dockerfile`);
}
function exists(path) {
    return (0,promises_.access)(path).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./lib/image/login.js

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
    throw new lib_errors/* ActionError */.lZ(`docker login to ${host} ended with code ${code}: ${login_lastLine(stderr)} ` +
        `Check that this machine reaches the registry and that the Docker engine runs.`);
}
/** The last line of a command's output that says something. */
function login_lastLine(output) {
    return output.trim().split('\n').at(-1)?.trim() ?? '';
}

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
        throw new lib_errors/* ActionError */.lZ(`docker buildx version ended with code ${code}: ${login_lastLine(stderr)} ${GET_BUILDX}`);
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

;// CONCATENATED MODULE: ./lib/commands/check.js




/**
 * Starts to ask everything that can be asked before the build, side by side: AWS who we are,
 * then docker, then AWS for the rest, each one's answer travelling while the next is asked.
 */
function startChecks(inputs, ports) {
    const { source } = inputs;
    const build = source.kind === 'build' ? source : undefined;
    const registryId = build ? build.registryId : imageRegistry(inputs);
    const needsLogin = build !== undefined || registryId !== undefined;
    const connection = ports.aws(inputs.region);
    const buildx = build && connection.underWay.then(() => buildxVersion(ports.docker));
    const aws = connection.underWay.then(() => connection.load());
    const identity = aws.then((calls) => calls.identity());
    const login = needsLogin ? aws.then(({ ecr }) => ecr.login(registryId)) : undefined;
    const checked = Promise.allSettled([
        build && checkBuildFiles(build.build, ports.env.GITHUB_WORKSPACE ?? process.cwd()),
        buildx,
        identity,
        aws.then((calls) => findService(calls, inputs.service)),
        login,
        build && aws.then((calls) => findExisting(calls, build)),
    ]).then((answers) => evaluated(answers, ports.clock.now()));
    // A failure is seen where the checks are awaited, which is after the runner has loaded.
    checked.catch(noted);
    return {
        aws,
        firstAnswer: identity.then(noted, noted),
        login: Promise.resolve(login),
        checked,
    };
}
/** Takes note that a promise has ended, where its value is of no interest. */
function noted() { }
function evaluated(answers, readAt) {
    throwFailures(answers);
    const [, buildx, identity, service, login, existing] = answers;
    return {
        identity: settled(identity),
        service: settled(service),
        readAt,
        login: settled(login),
        buildx: settled(buildx),
        existing: settled(existing),
    };
}
/** The service by name with all its settings; undefined when there is none. */
async function findService(aws, name) {
    const found = await aws.appRunner.find(name);
    return found?.ServiceArn ? aws.appRunner.describe(found.ServiceArn) : undefined;
}
function imageRegistry({ source }) {
    return source.kind === 'image' ? source.image.registryId : undefined;
}
/** ECR refuses to move an immutable tag, so an image that has it is what there is to deploy. */
async function findExisting(aws, source) {
    const [tag] = source.tags;
    const repository = await aws.ecr.repository(source.repository, source.registryId);
    return isImmutable(repository, tag)
        ? aws.ecr.image(source.repository, { tag }, source.registryId)
        : undefined;
}
/** The place of the credentials' answer among the others. */
const IDENTITY = 2;
function throwFailures(answers) {
    const failed = answers.map((answer) => answer.status === 'rejected' ? answer.reason : undefined);
    // Credentials that AWS refuses make every later call fail in the same way: said once.
    const told = failed[IDENTITY] ? failed.slice(0, IDENTITY + 1) : failed;
    const errors = told.filter((error) => error !== undefined);
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

// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __nccwpck_require__(6762);
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

;// CONCATENATED MODULE: ./lib/image/build-command.js
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
    return {
        args: [
            'buildx',
            'build',
            ...each('--add-host', build.addHosts),
            ...each('--build-arg', build.buildArgs),
            ...each('--build-context', build.buildContexts),
            ...build_command_option('--builder', builder),
            ...each('--cache-from', build.cacheFrom),
            ...each('--cache-to', build.cacheTo),
            ...build_command_option('--file', build.file),
            ...each('--label', build.labels),
            ...build_command_option('--metadata-file', target.metadataFile),
            ...build_command_option('--network', build.network),
            ...(build.noCache ? ['--no-cache'] : []),
            ...build_command_option('--platform', 'linux/amd64'),
            '--provenance=false',
            ...(build.pull ? ['--pull'] : []),
            '--push',
            '--sbom=false',
            ...each('--secret', [
                ...secrets.map(({ id, variable }) => `id=${id},env=${variable}`),
                ...build.secretEnvs.map(([id, variable]) => `id=${id},env=${variable}`),
                ...build.secretFiles.map(([id, path]) => `id=${id},src=${path}`),
            ]),
            ...each('--ssh', build.ssh),
            ...each('--tag', target.images),
            ...build_command_option('--target', build.target),
            build.context,
        ],
        env: Object.fromEntries(secrets.map(({ variable, value }) => [variable, value])),
    };
}
function build_command_option(flag, value) {
    return value === undefined ? [] : [flag, value];
}
function each(flag, values) {
    return values.flatMap((value) => [flag, value]);
}

;// CONCATENATED MODULE: ./lib/image/build.js




/**
 * Builds and pushes one image under all its names, the build's own output going to the log.
 *
 * @returns the digest that buildx says it pushed
 * @throws ActionError with the build's last error line
 */
async function buildAndPush(docker, build, images, config, builder) {
    const metadataFile = (0,external_node_path_.join)(config.directory, 'build-metadata.json');
    const command = buildCommand(build, { images, metadataFile, builder });
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
    return new lib_errors/* ActionError */.lZ(`${what}: code ${code}, ${login_lastLine(stderr)} ${GET_BUILDER}`);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: ./lib/image/docker-config.js




/**
 * Makes a copy of the user's docker configuration under RUNNER_TEMP, so that the registry
 * login touches nothing of the user's while their other registries, contexts, builders and CLI
 * plugins go on working.
 *
 * @param registryHost host of the registry that this run logs in to, with its port
 * @throws ActionError when the user's configuration can't be read
 */
async function makePrivateDockerConfig(env, registryHost) {
    const source = env.DOCKER_CONFIG || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.docker');
    const config = await readConfig((0,external_node_path_.join)(source, 'config.json'));
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'apprunner-deploy-'));
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

;// CONCATENATED MODULE: ./lib/commands/clean-up.js




/** Names under which the main step hands the post step what it has to remove. */
const STATE = { directory: 'docker-config', builder: 'builder' };
/**
 * The post step: removes the builder and the docker configuration with the registry login,
 * as far as the main step came to make them. It warns and never fails the job.
 *
 * @returns the exit code, always 0
 */
async function cleanUp(ports) {
    const directory = ports.env[`STATE_${STATE.directory}`];
    const builder = ports.env[`STATE_${STATE.builder}`];
    if (!directory)
        return 0;
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
    return source.tags.map((tag) => `${registryHost(login)}/${source.repository}:${tag}`);
}
/**
 * Makes the private docker configuration and logs in. The post step is told of the directory
 * before the login is in it.
 */
async function logInPrivately({ ports, runner }, login) {
    if (!login)
        throw new lib_errors/* ActionError */.lZ('ECR gave no login for the build.');
    runner.mask(login.password);
    // The login's stored form is no more public than the password it holds.
    runner.mask(Buffer.from(`${login.username}:${login.password}`).toString('base64'));
    const config = await makePrivateDockerConfig(ports.env, registryHost(login));
    runner.saveState(STATE.directory, config.directory);
    await logIn(ports.docker, login, config.env);
    return config;
}
/**
 * Builds the image and pushes it under all its tags.
 *
 * @returns the digest that buildx reports
 */
async function build({ ports, runner }, source, names, config) {
    for (const [, value] of source.build.secrets)
        runner.mask(value);
    const builder = await makeCacheBuilder(ports.docker, source.build, config, (name) => runner.saveState(STATE.builder, name));
    if (builder)
        runner.info(`Builder ${builder} was made for this run, to export the cache.`);
    return buildAndPush(ports.docker, source.build, names, config, builder);
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

;// CONCATENATED MODULE: ./lib/commands/job.js
/** Runs one phase of a job in a log group of its own and records its time. */
function phase(job, name, work) {
    return job.progress.phase(name, job.runner, job.ports.clock, work);
}
/** Notes what an answer says about the service, for outputs and summary. */
function learnService({ progress }, service) {
    if (!service)
        return;
    progress.learn({
        serviceArn: service.ServiceArn,
        serviceId: service.ServiceId,
        serviceUrl: service.ServiceUrl,
        serviceStatus: service.Status,
    });
}

;// CONCATENATED MODULE: ./lib/commands/obtain-image.js




/** The image as App Runner will name it; known as soon as the registry is. */
function namedImage({ source }, login) {
    if (source.kind === 'image') {
        return { identifier: source.image.identifier, type: source.image.type };
    }
    const [identifier = ''] = login ? imageNames(source, login) : [];
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
    const digest = await phase(job, 'Push', () => checkImage(job, login, location));
    if (digest)
        job.progress.learn({ imageDigest: digest });
}
async function buildAndCheck(job, source, name, { login, existing }, loggingIn) {
    const { progress, runner } = job;
    if (!login || !loggingIn)
        throw new lib_errors/* ActionError */.lZ('ECR gave no login for the build.');
    if (existing) {
        runner.info(`${name} exists and its tag is immutable, so it is deployed as it is; nothing is built, and no other tag is set.`);
    }
    else {
        const config = await phase(job, 'Log in', async () => {
            const made = await loggingIn;
            runner.info(`Logged in to ${registryHost(login)} for this run only.`);
            return made;
        });
        const names = imageNames(source, login);
        const imageDigest = await phase(job, 'Build', () => build(job, source, names, config));
        progress.pushed = true;
        progress.learn({ imageDigest });
    }
    const { repository, registryId } = source;
    const location = { name, repository, registryId, tag: source.tags[0] };
    const found = await phase(job, 'Push', () => checkImage(job, login, location));
    if (!found)
        return;
    const pushed = progress.facts.imageDigest;
    if (pushed && pushed !== found)
        throw movedTag(name, pushed, found);
    progress.learn({ imageDigest: found });
}
function movedTag(name, pushed, found) {
    return new lib_errors/* ActionError */.lZ(`This run pushed ${pushed} as ${name}, and ECR now has ${found} under that tag: another push has moved it. ` +
        `Give each run a tag of its own in image-tags (the commit SHA is the default), or the workflow a concurrency group.`);
}

;// CONCATENATED MODULE: ./lib/report/markdown.js
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

;// CONCATENATED MODULE: ./lib/report/changes.js

/** One log line for each changed setting; values only where they are no secret. */
function changeLines(changes) {
    return changes.map(({ setting, kind, before, after }) => {
        const values = [before, after].filter((value) => value !== undefined).join(' -> ');
        return `${kind} ${setting}${values && `: ${values}`}`;
    });
}
/** The changed settings as a Markdown table; empty when there are none. */
function changeTable(changes) {
    if (changes.length === 0)
        return '';
    return table(['Setting', 'Change', 'Before', 'After'], changes.map(({ setting, kind, before, after }) => [
        cell(setting),
        kind,
        cell(before ?? ''),
        cell(after ?? ''),
    ]));
}

;// CONCATENATED MODULE: ./lib/service/automatic.js
/** How long App Runner may take to notice a push; after that it is not coming. */
const PATIENCE_MS = 60_000;
const LOOK_MS = 3_000;
/** True when a push to `identifier` makes App Runner deploy the service by itself. */
function deploysByItself(service, identifier) {
    const source = service.SourceConfiguration;
    return (source?.AutoDeploymentsEnabled === true &&
        source.ImageRepository?.ImageIdentifier === identifier);
}
/**
 * Waits for the deployment that App Runner starts by itself after a push. It looks like any
 * other START_DEPLOYMENT, so the time tells it apart: no other was started since the push.
 *
 * @param pushedAt milliseconds since 1970, not later than the push
 * @param deadline milliseconds since 1970
 * @returns the operation's id, or undefined when none came within a minute
 */
async function automaticDeployment(appRunner, clock, serviceArn, pushedAt, deadline) {
    const giveUp = Math.min(clock.now() + PATIENCE_MS, deadline);
    for (;;) {
        const found = startedSince(await appRunner.newestOperations(serviceArn), pushedAt);
        if (found || clock.now() >= giveUp)
            return found;
        await clock.sleep(LOOK_MS);
    }
}
function startedSince(operations, since) {
    return operations.find(({ Type, StartedAt }) => 
    // App Runner's times have whole seconds.
    Type === 'START_DEPLOYMENT' && StartedAt && StartedAt.getTime() >= since - 1_000)?.Id;
}

;// CONCATENATED MODULE: ./lib/report/duration.js
/** Milliseconds as a person reads them: 480 ms, 5.2 s, 3 min 04 s. */
function duration(ms) {
    if (ms < 999.5)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1_000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1_000);
    return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

;// CONCATENATED MODULE: ./lib/service/wait.js
/** States an operation leaves by itself (API reference, OperationSummary). */
const UNDER_WAY = new Set(['PENDING', 'IN_PROGRESS', 'ROLLBACK_IN_PROGRESS']);
/** App Runner is never done sooner, so asking earlier only costs calls. */
const FIRST_LOOK_MS = 5_100;
/**
 * Milliseconds until the next look at an operation: a tenth of the time it has taken, so that
 * the end is seen timely in proportion, and at least 1.5 and at most 6 seconds.
 */
function pause(elapsedMs) {
    if (elapsedMs < FIRST_LOOK_MS)
        return FIRST_LOOK_MS - elapsedMs;
    return Math.min(6_000, Math.max(1_500, elapsedMs / 10));
}
/**
 * Follows one operation to its end. A fresh operation may be missing from ListOperations for
 * a while; it then counts as PENDING.
 *
 * @param deadline milliseconds since 1970
 * @param onStatus told each status once, with the milliseconds since the wait began
 * @throws ActionError when App Runner can't be asked
 */
async function followOperation(appRunner, clock, serviceArn, operationId, deadline, onStatus) {
    const begin = clock.now();
    let status = 'PENDING';
    for (;;) {
        const now = clock.now();
        if (now >= deadline)
            return { kind: 'deadline', status };
        await clock.sleep(Math.min(pause(now - begin), deadline - now));
        const seen = statusOf(await appRunner.newestOperations(serviceArn), operationId) ?? status;
        if (seen !== status)
            onStatus(seen, clock.now() - begin);
        status = seen;
        if (!UNDER_WAY.has(status))
            return { kind: 'ended', status };
    }
}
function statusOf(operations, id) {
    return operations.find((operation) => sameId(operation.Id, id))?.Status;
}
/** Operation ids are dashed in the API model, and were seen without dashes in answers. */
function sameId(a, b) {
    return a?.replaceAll('-', '').toLowerCase() === b.replaceAll('-', '').toLowerCase();
}

;// CONCATENATED MODULE: ./lib/commands/follow.js



const VERDICTS = {
    FAILED: 'failed',
    ROLLBACK_SUCCEEDED: 'was rolled back: the new version was rejected and the one before serves on',
    ROLLBACK_FAILED: 'failed, and so did the rollback to the version before',
};
/**
 * Waits for the operation that the job's progress names to end.
 *
 * @param deadline milliseconds since 1970
 * @throws ActionError unless the operation ends SUCCEEDED
 */
async function followToEnd({ aws, ports, runner, progress }, deadline) {
    const { serviceArn = '', operationId = '' } = progress.facts;
    runner.info(`Waiting for operation ${operationId}.`);
    const end = await followOperation(aws.appRunner, ports.clock, serviceArn, operationId, deadline, (status, elapsed) => {
        progress.learn({ operationStatus: status });
        runner.info(`${duration(elapsed).padStart(10)}  ${status}`);
    });
    if (end.status === 'SUCCEEDED') {
        // An operation that succeeded leaves its service running; asking again would tell no more.
        progress.learn({ operationStatus: end.status, serviceStatus: 'RUNNING' });
        return;
    }
    progress.learn({ operationStatus: end.status, serviceStatus: await follow_statusOf(aws, serviceArn) });
    const { serviceStatus = 'in a state that could not be read', serviceName, serviceId, } = progress.facts;
    throw new lib_errors/* ActionError */.lZ(end.kind === 'deadline'
        ? `timeout-minutes is over and operation ${operationId} is still ${end.status}. App Runner goes on with it; the service is ${serviceStatus}.`
        : `Operation ${operationId} ${VERDICTS[end.status] ?? `ended ${end.status}`}. The service is ${serviceStatus}. ` +
            `Its event log is in CloudWatch Logs: /aws/apprunner/${serviceName}/${serviceId}/service`);
}
/** The verdict stands whether or not the service can be read after it. */
function follow_statusOf(aws, serviceArn) {
    return aws.appRunner.describe(serviceArn).then(({ Status }) => Status, () => undefined);
}

;// CONCATENATED MODULE: ./lib/commands/release.js






/** A service read longer ago than this may have been changed by somebody since. */
const FRESH_MS = 15_000;
const MINUTE = 60_000;
/**
 * Creates or changes the service, or starts a deployment of it, and waits for the verdict
 * unless the inputs say otherwise.
 *
 * @param pushedAt milliseconds since 1970, not later than the push
 * @returns what was done
 * @throws ActionError unless the operation succeeds
 */
async function release(job, checked, image, pushedAt) {
    const { inputs, ports } = job;
    const deadline = ports.clock.now() + inputs.timeoutMinutes * MINUTE;
    const decideFor = (service) => decide(inputs.service, service, image, inputs.settings);
    const adopted = await adoptAutomatic(job, checked.service, image, pushedAt, deadline);
    if (adopted) {
        if (decideFor(checked.service).kind === 'deploy') {
            return judged(job, adopted, deadline, 'deployed');
        }
        // The settings of this run come after it: App Runner takes no update while it deploys.
        await judged(job, adopted, deadline, 'deployed', true);
    }
    const service = adopted ? await findService(job.aws, inputs.service) : await fresh(job, checked);
    const decision = decideFor(service);
    announce(job, decision);
    const { started, result } = await apply(job, decision);
    return judged(job, started, deadline, result);
}
/** Where App Runner deploys a push by itself, a call of ours would collide with it and lose. */
async function adoptAutomatic({ aws, ports, progress, runner }, service, image, pushedAt, deadline) {
    if (!progress.pushed || !service || !deploysByItself(service, image.identifier))
        return undefined;
    runner.info('The service deploys pushes of this tag by itself; waiting for that deployment.');
    const arn = `${service.ServiceArn}`;
    const operationId = await automaticDeployment(aws.appRunner, ports.clock, arn, pushedAt, deadline);
    if (operationId)
        return { operationId };
    runner.info('No automatic deployment came within a minute; starting one.');
    return undefined;
}
/** The service as it is now: after a long build it is read again, so that nobody's change is lost. */
async function fresh(job, { service, readAt }) {
    const { aws, inputs, ports } = job;
    if (ports.clock.now() - readAt < FRESH_MS)
        return service;
    return service?.ServiceArn
        ? aws.appRunner.describe(service.ServiceArn)
        : findService(aws, inputs.service);
}
async function apply({ aws: { appRunner } }, decision) {
    switch (decision.kind) {
        case 'create':
            return { started: await appRunner.create(decision.request), result: 'created' };
        case 'update':
            return { started: await appRunner.update(decision.request), result: 'updated' };
        case 'deploy':
            return {
                started: await appRunner.startDeployment(decision.serviceArn),
                result: 'deployed',
            };
    }
}
/** Waits for an operation that runs; `always` also when the inputs say not to wait. */
async function judged(job, started, deadline, result, always = false) {
    learnService(job, started.service);
    job.progress.learn({ operationId: started.operationId, operationStatus: 'PENDING' });
    if (job.inputs.wait || always)
        await followToEnd(job, deadline);
    else
        job.runner.info(`Not waiting for operation ${started.operationId}: wait is false.`);
    return result;
}
function announce({ runner, progress }, decision) {
    switch (decision.kind) {
        case 'create':
            runner.info('CreateService: the service is new.');
            break;
        case 'deploy':
            runner.info('StartDeployment: image tag and settings are those that the service has.');
            break;
        case 'update':
            progress.changes = decision.changes;
            runner.info('UpdateService, with these changes:');
            for (const line of changeLines(decision.changes))
                runner.info(`  ${line}`);
    }
}

;// CONCATENATED MODULE: ./lib/commands/deploy.js






/**
 * The push is the last part of a build, so a deployment that was started longer than this before
 * the build's end is somebody else's.
 */
const PUSH_MS = 30_000;
/**
 * Takes the source to a running service: check, log in, build, push, deploy.
 *
 * @returns what was done
 * @throws ActionError for everything that is not a success
 */
async function deploy(inputs, ports, progress) {
    progress.learn({ serviceName: inputs.service });
    const checking = startChecks(inputs, ports);
    // The runner's toolkit is large. Loading it now would hold up the first request; after the
    // first answer there are others, and docker's, to wait for.
    await checking.firstAnswer;
    const job = {
        inputs,
        ports,
        aws: await checking.aws,
        runner: await ports.runner(),
        progress,
    };
    const loggingIn = startLogIn(job, checking.login);
    const checked = await phase(job, 'Check', async () => {
        const found = await checking.checked;
        learnService(job, found.service);
        tell(job, found);
        decide(inputs.service, found.service, namedImage(inputs, found.login), inputs.settings);
        return found;
    });
    const begin = ports.clock.now();
    const image = await obtainImage(job, checked, loggingIn);
    const pushedAt = Math.max(begin, ports.clock.now() - PUSH_MS);
    return phase(job, 'Deploy', () => release(job, checked, image, pushedAt));
}
/** Logs in while the other checks still run; an image that exists needs no docker. */
function startLogIn(job, login) {
    if (job.inputs.source.kind === 'image')
        return undefined;
    const loggingIn = login.then((known) => logInPrivately(job, known));
    loggingIn.catch(noted);
    return loggingIn;
}
function tell({ runner, inputs }, { identity, service, buildx }) {
    runner.info(`AWS account ${identity.account} in ${inputs.region} as ${identity.arn}`);
    runner.info(service
        ? `Service '${inputs.service}' is ${service.Status}: ${service.ServiceArn}`
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
    #facts = {};
    changes = [];
    /** True once this run has pushed an image. */
    pushed = false;
    get facts() {
        return this.#facts;
    }
    get phases() {
        return this.#phases;
    }
    learn(facts) {
        this.#facts = { ...this.#facts, ...facts };
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
        const line = /line (\d+)/.exec((0,lib_errors/* errorMessage */.gJ)(error))?.[1];
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

;// CONCATENATED MODULE: ./lib/inputs/image-reference.js
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

;// CONCATENATED MODULE: ./lib/inputs/reader.js

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
            throw new lib_errors/* InputError */.dz(this.#problems);
    }
}
function clip(value) {
    const line = value.replaceAll(/\s*\r?\n\s*/g, ' ⏎ ');
    return line.length > 120 ? `${line.slice(0, 117)}...` : line;
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
const arns_SECRET = {
    pattern: /^(arn:aws[\w-]*:(secretsmanager:[a-z0-9-]+:\d{12}:secret:[^\s]+|ssm:[a-z0-9-]+:\d{12}:parameter\/[\w./-]+)|\/[\w./-]+)$/,
    allowed: 'the ARN of a Secrets Manager secret or of an SSM parameter, or the path of a parameter, such as /hello/db-url',
    example: 'DATABASE_URL=arn:aws:secretsmanager:us-east-1:123456789012:secret:db-url-AbCdEf',
};

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



/** Reads and checks the service settings against App Runner's limits. */
function readSettings(reader) {
    const settings = {
        port: reader.integer('port', 1, 65535, 8080)?.toString(),
        startCommand: readStartCommand(reader),
        environmentVariables: readVariables(reader, 'environment-variables'),
        environmentSecrets: readSecrets(reader),
        cpu: readSize(reader, 'cpu', cpuUnits, CPU_SIZES, '1 vCPU'),
        memory: readSize(reader, 'memory', memoryMegabytes, MEMORY_SIZES, '2 GB'),
        accessRoleArn: readArn(reader, 'access-role-arn', ROLE),
        instanceRoleArn: readArn(reader, 'instance-role-arn', ROLE),
        autoDeployments: reader.flag('auto-deployments'),
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
function readArn(reader, name, kind) {
    return reader.matching(name, kind.pattern, {
        allowed: kind.allowed,
        example: `${name}: ${kind.example}`,
    });
}
function readSecrets(reader) {
    const secrets = readVariables(reader, 'environment-secrets');
    for (const [name, source] of Object.entries(secrets ?? {})) {
        if (arns_SECRET.pattern.test(source))
            continue;
        // A value pasted here in place of an ARN may be the secret itself, so it is not repeated.
        reader.problem(`Input 'environment-secrets': the source of ${name} is not ${arns_SECRET.allowed}. Example: environment-secrets: ${arns_SECRET.example}`);
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
    const problem = wrongPair({ cpu, memory });
    if (problem === undefined)
        return;
    reader.problem(`Inputs 'cpu' and 'memory' are '${inVcpu(cpu)}' and '${inGb(memory)}': in App Runner ${problem}. Example: cpu: 1 vCPU, memory: 2 GB`);
}
function refuseSharedNames(reader, variables = {}, secrets = {}) {
    for (const name of Object.keys(variables)) {
        if (!Object.hasOwn(secrets, name))
            continue;
        reader.problem(`Inputs 'environment-variables' and 'environment-secrets' both name ${name}; keep it in one of them.`);
    }
}

;// CONCATENATED MODULE: ./lib/inputs/inputs.js





/**
 * Reads all inputs once.
 *
 * @throws InputError with every problem that can be seen without files or network.
 */
function readInputs(get, env, parsers) {
    const reader = new InputReader(get, parsers);
    const region = readRegion(reader, env);
    const service = reader.matching('service', /^[A-Za-z0-9][A-Za-z0-9_-]{3,39}$/, {
        allowed: '4 to 40 of A-Z a-z 0-9 - _, the first one a letter or a digit',
        example: 'service: hello-api',
    });
    if (!reader.has('service')) {
        reader.problem("Input 'service' is missing: the App Runner service's name. Example: service: hello-api");
    }
    const inputs = {
        command: reader.oneOf('command', ['deploy'], 'deploy') ?? 'deploy',
        service: service ?? '',
        region: region ?? '',
        source: readSource(reader, region, service ?? '', env),
        settings: readSettings(reader),
        wait: reader.flag('wait') ?? true,
        timeoutMinutes: reader.integer('timeout-minutes', 1, 120, 30) ?? 30,
    };
    refuseForPublicImage(reader, inputs.source, inputs.settings);
    reader.throwIfWrong();
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
/** Stands for an image that could not be read; the problem is on record, so nobody sees it. */
const NO_IMAGE = { identifier: '', type: 'ECR', repository: '' };
function readSource(reader, region, service, env) {
    const image = readImage(reader, region);
    if (reader.has('image')) {
        for (const name of [...BUILD_INPUTS, 'repository', 'registry-id', 'image-tags']) {
            if (!reader.has(name))
                continue;
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
        tags: readTags(reader, env),
    };
}
/** The start of an image name that was pasted whole; as a repository it would only make a folder. */
const REGISTRY_HOST = /^((localhost|[^/]*\.amazonaws\.com(\.cn)?|public\.ecr\.aws)(\/|$)|[^/]*:\d+|(docker|gcr|ghcr|quay)\.io\/)/;
function readRepository(reader, service) {
    const allowed = 'an ECR repository name without registry host and tag: 2 to 256 of a-z 0-9 and single . _ - / between them';
    const named = reader.text('repository');
    const repository = named ?? service.toLowerCase();
    const isHost = REGISTRY_HOST.test(repository);
    const fits = REPOSITORY.test(repository) && repository.length >= 2 && repository.length <= 256;
    if (named !== undefined && (!fits || isHost)) {
        reader.refuse('repository', named, { allowed, example: 'repository: team/hello' });
    }
    else if (named === undefined && service !== '' && !fits) {
        reader.problem(`Input 'repository' is missing, and the service's name '${service}' is no repository name that App Runner takes. Example: repository: hello`);
    }
    return repository;
}
function readTags(reader, env) {
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
        if (TAG.test(tag))
            continue;
        reader.refuse('image-tags', tag, {
            allowed: 'tags of 1 to 128 letters, digits, _ . and -, one a line, not starting with . or -',
            example: 'image-tags: 1.4.0',
        });
    }
    return [first, ...more];
}
/** App Runner pulls ECR Public without a role and never redeploys from it by itself. */
function refuseForPublicImage(reader, source, settings) {
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

;// CONCATENATED MODULE: ./lib/report/before-failure.js
/** What a run had changed before it failed, in sentences; nothing is half done in silence. */
function beforeFailure(facts, pushed) {
    const sentences = [
        pushed && facts.imageDigest
            ? `The image was pushed: ${facts.image}@${facts.imageDigest}.`
            : undefined,
        facts.operationId
            ? `App Runner was told to act: operation ${facts.operationId}${facts.operationStatus ? ` is ${facts.operationStatus}` : ''}.`
            : pushed
                ? 'The service was not changed.'
                : undefined,
    ];
    return sentences.filter(Boolean).join(' ');
}

;// CONCATENATED MODULE: ./lib/report/outputs.js
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

;// CONCATENATED MODULE: ./lib/report/summary.js




const HEADLINES = {
    created: 'created',
    updated: 'updated',
    deployed: 'deployed again with the same settings',
    'rolled-back': 'not deployed: App Runner rolled back to the version before',
    failed: 'not deployed',
};
/** The job summary in Markdown: what was done, where it runs, how long each phase took. */
function summary({ result, facts, phases, changes, failure }) {
    const name = facts.serviceName ? `App Runner service ${cell(facts.serviceName)}` : 'App Runner';
    const rows = [
        ['URL', facts.serviceUrl && `<${withScheme(facts.serviceUrl)}>`],
        ['Result', result],
        ['Service', facts.serviceArn && cell(facts.serviceArn)],
        ['Service status', facts.serviceStatus],
        ['Operation', facts.operationId && `${cell(facts.operationId)} ${facts.operationStatus ?? ''}`],
        ['Image', facts.image && cell(facts.image)],
        ['Image digest', facts.imageDigest && cell(facts.imageDigest)],
    ].filter((row) => Boolean(row[1]));
    const parts = [
        `### ${name}: ${HEADLINES[result]}`,
        failure
            ?.split('\n')
            .map((line) => `> ${cell(line)}`)
            .join('\n>\n'),
        table(['', ''], rows),
        changeTable(changes),
        phaseTable(phases),
    ];
    return `${parts.filter(Boolean).join('\n\n')}\n`;
}
function phaseTable(phases) {
    if (phases.length === 0)
        return '';
    const total = phases.reduce((sum, { ms }) => sum + ms, 0);
    return table(['Phase', 'Time'], [...phases, { name: 'Total', ms: total }].map(({ name, ms }) => [name, duration(ms)]));
}

;// CONCATENATED MODULE: ./lib/run.js









/**
 * The whole action: reads the inputs, runs the command, catches once, and reports the same way
 * after success and failure.
 *
 * @returns the exit code
 */
async function run(ports) {
    const progress = new Progress();
    try {
        const get = inputFromEnvironment(ports.env);
        const inputs = readInputs(get, ports.env, await loadParsers(get));
        const result = await deploy(inputs, ports, progress);
        await report(ports, progress, result);
        return 0;
    }
    catch (error) {
        await report(ports, progress, failedResult(progress), error);
        return 1;
    }
}
function failedResult({ facts }) {
    return facts.operationStatus === 'ROLLBACK_SUCCEEDED' ? 'rolled-back' : 'failed';
}
async function report(ports, { facts, phases, changes, pushed }, result, error) {
    const runner = await ports.runner();
    const failure = error === undefined ? undefined : failureText(error);
    if (failure) {
        runner.error(failure, title(error));
        const before = beforeFailure(facts, pushed);
        if (before)
            runner.info(before);
        for (const cause of (0,lib_errors/* causes */.ps)(error))
            runner.debug(`Caused by ${cause}`);
    }
    else {
        runner.info(`Service URL: ${outputsOf(facts, result)['service-url'] ?? 'none'}`);
    }
    for (const [name, value] of Object.entries(outputsOf(facts, result))) {
        runner.setOutput(name, value);
    }
    const text = summary({ result, facts, phases, changes, ...(failure && { failure }) });
    await runner.summary(text).catch((unwritten) => {
        // The verdict is AWS's; it does not hang on a file of the runner.
        runner.warning(`The job summary could not be written: ${(0,lib_errors/* errorMessage */.gJ)(unwritten)}`);
    });
}
/** What was thrown, in words; an error that is not ours is a fault of this action. */
function failureText(error) {
    if (error instanceof lib_errors/* ActionError */.lZ)
        return error.message;
    const place = error instanceof Error ? `\n${error.stack ?? ''}` : '';
    return `This is a fault in the action itself, please report it: ${(0,lib_errors/* errorMessage */.gJ)(error)}${place}`;
}
function title(error) {
    return error instanceof lib_errors/* InputError */.dz ? 'Wrong input' : 'Deployment failed';
}


/***/ }),

/***/ 2502:
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
;// CONCATENATED MODULE: ./lib/image/docker-process.js

/**
 * Makes the port that runs the `docker` command.
 *
 * @param env environment of every child, before what a call adds
 * @param log where streamed output goes
 */
function dockerProcess(env, log) {
    return (args, options = {}) => new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)('docker', args, { env: { ...env, ...options.env } });
        const output = { stdout: '', stderr: '' };
        for (const name of ['stdout', 'stderr']) {
            child[name].setEncoding('utf8').on('data', (text) => {
                output[name] += text;
                if (options.stream)
                    log.write(text);
            });
        }
        child.once('error', reject);
        // A child that ends before it read all its input is judged by its exit code.
        child.stdin.on('error', () => undefined);
        child.stdin.end(options.input ?? '');
        child.once('close', (code) => resolve({ code: code ?? 1, ...output }));
    });
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



/** The real world behind the ports: this process, docker, AWS and the runner. */
function realPorts() {
    let runner;
    return {
        env: process.env,
        clock: {
            now: () => Date.now(),
            sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        },
        docker: dockerProcess(process.env, process.stdout),
        aws: (region) => {
            const session = Promise.all(/* import() */[__nccwpck_require__.e(861), __nccwpck_require__.e(695), __nccwpck_require__.e(733)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7733)).then(({ startSession }) => startSession(region));
            return {
                underWay: session.then(({ underWay }) => underWay),
                load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(861), __nccwpck_require__.e(276), __nccwpck_require__.e(412)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2412))).awsClients(await session),
            };
        },
        fetchBlob: fetchBlob,
        runner: () => {
            runner ??= loadRunner(process.env);
            return runner;
        },
    };
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
