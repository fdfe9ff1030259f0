export const id = 2549;
export const ids = [2549];
export const modules = {

/***/ 9809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ waitUntilFree)
/* harmony export */ });
/* harmony import */ var _report_duration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(136);
/* harmony import */ var _service_refusals_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(938);
/* harmony import */ var _service_states_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4313);
/* harmony import */ var _service_wait_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9609);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7524);





const LOOK_MS = 5_000;
/**
 * Waits for a busy service: for the operation that works on it or, where none is listed, as in
 * AWS maintenance (App Runner developer guide, architecture), for its status. A service that
 * goes away meanwhile is no longer busy.
 *
 * @param deadline milliseconds since 1970
 * @throws ActionError at the deadline
 */
async function waitUntilFree(job, serviceArn, deadline) {
    try {
        await waitForOperation(job, serviceArn, deadline);
    }
    catch (error) {
        if ((0,_service_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusalOf */ .Of)(error) !== 'gone')
            throw error;
    }
}
async function waitForOperation(job, serviceArn, deadline) {
    const { aws, ports, runner } = job;
    const { clock } = ports;
    const operation = (0,_service_states_js__WEBPACK_IMPORTED_MODULE_1__/* .runningOperation */ .Ro)(await aws.appRunner.newestOperations(serviceArn));
    const { Id: operationId, Type: type, StartedAt } = operation ?? {};
    if (!operationId || !type)
        return waitForStatus(job, serviceArn, deadline);
    const since = StartedAt?.getTime() ?? clock.now();
    const what = `${type} (operation ${operationId})`;
    const age = (0,_report_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p)(Math.max(0, clock.now() - since));
    runner.info(`The service is busy with ${what}, begun ${age} ago; waiting for it to end.`);
    const awaited = { serviceArn, operationId, type, since };
    const end = await (0,_service_wait_js__WEBPACK_IMPORTED_MODULE_2__/* .followOperation */ .D)(aws.appRunner, clock, awaited, deadline, {
        onStatus: (status) => runner.info(`${type} is ${status}.`),
        onUsual: (ms) => runner.info(`This usually takes ${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p)(ms)} here.`),
        onNote: (text) => runner.info(text),
    });
    if (end.kind === 'deadline')
        throw (0,_deadline_js__WEBPACK_IMPORTED_MODULE_3__/* .overdue */ .T)(job, `the service is still busy with ${what}`);
}
async function waitForStatus(job, serviceArn, deadline) {
    const { aws, ports, runner } = job;
    const begin = ports.clock.now();
    runner.info('The service is busy with no operation listed, as in AWS maintenance; waiting.');
    for (;;) {
        const { Status } = await aws.appRunner.describe(serviceArn);
        const now = ports.clock.now();
        if (Status !== 'OPERATION_IN_PROGRESS') {
            runner.info(`The service is ${Status} after ${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p)(now - begin)}.`);
            return;
        }
        if (now >= deadline)
            throw (0,_deadline_js__WEBPACK_IMPORTED_MODULE_3__/* .overdue */ .T)(job, 'the service is still busy with AWS maintenance');
        await ports.clock.sleep(Math.min(LOOK_MS, deadline - now));
    }
}


/***/ }),

/***/ 6883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ Patience)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _report_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(136);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7524);




/** A new role becomes assumable, and a name free, within about this time or not at all. */
const SETTLE_MS = 120_000;
const AGAIN_MS = 5_000;
/** Two refusals further apart had a wait for something else between them, such as maintenance. */
const TRIED_MS = 30_000;
/** Refusals worth waiting for, in words; the first two end with the deadline only. */
const REASONS = {
    state: 'The service does not take the call in its present state',
    gone: 'The service is not there any more',
    role: 'App Runner can not assume the role yet, as happens with a new one',
    'name-taken': 'A service of that name exists',
};
/** Waits after refusals: for those that pass by themselves, as long as their kind deserves. */
class Patience {
    #job;
    #deadline;
    /** When a refusal came last, and how long the call has been tried by then. */
    #tried = new Map();
    /** @param deadline milliseconds since 1970 */
    constructor(job, deadline) {
        this.#job = job;
        this.#deadline = deadline;
    }
    /**
     * Waits some seconds, so that the call can be made again.
     *
     * @throws ActionError for a refusal that waiting does not change, or did not
     */
    async after({ refusal, error }) {
        const { ports, runner } = this.#job;
        const reason = REASONS[refusal];
        if (!reason)
            throw await explained(error);
        const now = ports.clock.now();
        const last = this.#tried.get(refusal);
        if (!last)
            runner.info(`${reason}; trying again. ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(error)}`);
        const since = last ? now - last.at : 0;
        const ms = (last?.ms ?? 0) + (since > TRIED_MS ? 0 : since);
        this.#tried.set(refusal, { at: now, ms });
        if (refusal !== 'state' && ms >= SETTLE_MS) {
            throw await explained(error, `It was tried for ${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p)(ms)}.`);
        }
        if (now >= this.#deadline)
            throw (0,_deadline_js__WEBPACK_IMPORTED_MODULE_2__/* .overdue */ .T)(this.#job, `App Runner still refuses: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(error)}`);
        await ports.clock.sleep(Math.min(AGAIN_MS, this.#deadline - now));
    }
}
/** A refusal that stands, with what its text is known to mean. */
async function explained(error, tried = '') {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ))
        return error;
    // Only what fails needs it.
    const { knownRefusal } = await __webpack_require__.e(/* import() */ 4895).then(__webpack_require__.bind(__webpack_require__, 7276));
    const known = knownRefusal((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCode */ .CA)(error.cause), (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(error.cause));
    if (!known && !tried)
        return error;
    const told = [known && `${sentence(known.cause)}.`, error.message, tried, known?.remedy];
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(told.filter(Boolean).join(' '), { cause: error.cause });
}
function sentence(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}


/***/ }),

/***/ 2786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ perform)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/service/refusals.js
var refusals = __webpack_require__(938);
// EXTERNAL MODULE: ./lib/commands/job.js
var commands_job = __webpack_require__(6061);
// EXTERNAL MODULE: ./lib/service/states.js
var states = __webpack_require__(4313);
// EXTERNAL MODULE: ./lib/commands/read-service.js
var read_service = __webpack_require__(4966);
;// CONCATENATED MODULE: ./lib/commands/own-operation.js



/** Ends after which a service does not have what was asked for. */
const REJECTED = /^(ROLLBACK_|FAILED)/i;
/**
 * Finds the operation of a call that App Runner may have taken although no answer came: one of
 * its type that began since the call, on a service that has what the call asks for or had it
 * rejected.
 *
 * @param since milliseconds since 1970 when the call was made first
 * @returns without an id while App Runner does not list it; undefined when there is none
 */
async function ownOperation(job, { serviceArn, type, stands }, since) {
    const { appRunner } = job.aws;
    const service = serviceArn
        ? stands && (await appRunner.describe(serviceArn))
        : await (0,read_service/* findService */.Ln)(job.aws, job.inputs.service);
    const arn = serviceArn ?? service?.ServiceArn;
    if (!arn)
        return undefined;
    const operation = (0,states/* startedSince */._w)(await appRunner.newestOperations(arn), type, since);
    const has = service && stands ? stands(service) : stands === undefined;
    const own = operation
        ? has || REJECTED.test(operation.Status ?? '')
        : // App Runner's list may lag behind.
            has && service !== undefined && changedSince(service, type, since);
    if (!own)
        return undefined;
    (0,commands_job/* learnService */.IF)(job, service);
    return { serviceArn: arn, operationId: operation?.Id };
}
/** App Runner's times have whole seconds. */
function changedSince(service, type, since) {
    const changed = type === 'CREATE_SERVICE' ? service.CreatedAt : service.UpdatedAt;
    return changed !== undefined && changed.getTime() >= since - 1_000;
}

;// CONCATENATED MODULE: ./lib/commands/perform.js




/** Refusals that our own call draws when App Runner took it before and its answer was lost. */
const MAYBE_OURS = new Set(['state', 'name-taken', 'gone']);
/**
 * Makes one call that changes something, and notes it in the job's progress before and after.
 * No App Runner call has an idempotency token, and the SDK sends a call again when its answer
 * was lost; so an operation that began since the call, and is what it asked for, is its own.
 */
async function perform(job, write) {
    const { aws, ports, progress } = job;
    const since = ports.clock.now();
    const told = progress.act(write.call);
    try {
        const { service, operationId } = await write.send(aws.appRunner);
        (0,commands_job/* learnService */.IF)(job, service);
        const serviceArn = service?.ServiceArn ?? write.serviceArn ?? '';
        return begun(job, write, { serviceArn, operationId, since }, told);
    }
    catch (error) {
        if (error instanceof errors/* CancelledError */.cc)
            throw error;
        const refusal = (0,refusals/* refusalOf */.Of)(error);
        const again = MAYBE_OURS.has(refusal) && (0,refusals/* wasSentAgain */.IJ)(error);
        if (again || refusal === 'unanswered') {
            const own = await ownOperation(job, write, since).catch((unread) => {
                if (unread instanceof errors/* CancelledError */.cc)
                    throw unread;
                return undefined;
            });
            if (own) {
                job.runner.info(`App Runner took ${write.call}, and its answer was lost.`);
                return begun(job, write, { ...own, since }, told);
            }
        }
        if (refusal !== 'unanswered')
            told(undefined);
        return { kind: 'refused', refusal, error };
    }
}
function begun({ progress }, { type, stands }, operation, told) {
    const { serviceArn, operationId } = operation;
    told({ operationId, status: 'PENDING' });
    progress.learn({ serviceArn, operationId, operationStatus: 'PENDING' });
    return { kind: 'started', operation: { ...operation, type, ...(stands && { stands }) } };
}


/***/ }),

/***/ 6432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ lifecycleWrite),
  t: () => (/* binding */ writeOf)
});

// EXTERNAL MODULE: ./lib/service/lifecycle.js
var lifecycle = __webpack_require__(4215);
// EXTERNAL MODULE: ./lib/service/changes.js
var changes = __webpack_require__(7054);
// EXTERNAL MODULE: ./lib/service/configuration.js
var configuration = __webpack_require__(2585);
;// CONCATENATED MODULE: ./lib/service/stands.js


/**
 * True when a service has everything that a request asked for. What the request leaves out is
 * App Runner's to fill in, except variables: the request's are all there are.
 */
function stands(service, request) {
    return (0,changes/* changesBetween */.i)((0,configuration/* readBack */.e)(service), configurationOf(request)).every(({ kind, setting }) => kind === 'removed' && !/\.RuntimeEnvironment/.test(setting));
}
/** What both requests are about, in the form that a service is read back in. */
function configurationOf({ SourceConfiguration, InstanceConfiguration, HealthCheckConfiguration, NetworkConfiguration, AutoScalingConfigurationArn, ObservabilityConfiguration, }) {
    return {
        SourceConfiguration,
        InstanceConfiguration,
        HealthCheckConfiguration,
        NetworkConfiguration,
        AutoScalingConfigurationArn,
        ObservabilityConfiguration,
    };
}

;// CONCATENATED MODULE: ./lib/commands/writes.js


/** The call that carries out a decision. */
function writeOf(decision) {
    switch (decision.kind) {
        case 'create':
            return {
                call: 'CreateService',
                type: 'CREATE_SERVICE',
                send: (appRunner) => appRunner.create(decision.request),
                stands: (service) => stands(service, decision.request),
            };
        case 'update':
            return {
                call: 'UpdateService',
                type: 'UPDATE_SERVICE',
                serviceArn: `${decision.request.ServiceArn}`,
                send: (appRunner) => appRunner.update(decision.request),
                stands: (service) => stands(service, decision.request),
            };
        case 'deploy':
            return {
                call: 'StartDeployment',
                type: 'START_DEPLOYMENT',
                serviceArn: decision.serviceArn,
                send: (appRunner) => appRunner.startDeployment(decision.serviceArn),
            };
    }
}
const TYPES = {
    pause: 'PAUSE_SERVICE',
    resume: 'RESUME_SERVICE',
    delete: 'DELETE_SERVICE',
};
/** The call that pauses, resumes or deletes a service. */
function lifecycleWrite(command, serviceArn) {
    return {
        call: lifecycle/* CALLS */.q[command],
        type: TYPES[command],
        serviceArn,
        send: (appRunner) => appRunner[command](serviceArn),
    };
}


/***/ }),

/***/ 7054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ withSettings),
/* harmony export */   e: () => (/* binding */ readBack)
/* harmony export */ });
/* harmony import */ var _inputs_compute_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9272);
/* harmony import */ var _merge_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4631);
/* harmony import */ var _wish_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5016);



/**
 * A service's own configuration in the form that UpdateService takes. Sending all of it back
 * loses nothing, whatever App Runner does about members that are left out: the maps in it are
 * replaced whole, and public reports disagree on the rest.
 */
function readBack(service) {
    const { SourceConfiguration, InstanceConfiguration, HealthCheckConfiguration, NetworkConfiguration, AutoScalingConfigurationSummary, ObservabilityConfiguration, } = service;
    const autoScalingArn = AutoScalingConfigurationSummary?.AutoScalingConfigurationArn;
    return withoutNothing({
        SourceConfiguration: SourceConfiguration && withoutIgnored(SourceConfiguration),
        InstanceConfiguration: normalised(InstanceConfiguration),
        HealthCheckConfiguration,
        NetworkConfiguration,
        AutoScalingConfigurationArn: autoScalingArn,
        ObservabilityConfiguration,
    });
}
/**
 * A configuration with the source and the settings of this run laid over it. What the settings
 * do not name stays as it is.
 */
function withSettings(base, source, settings) {
    const wish = (0,_wish_js__WEBPACK_IMPORTED_MODULE_1__/* .wishOf */ .H_)(settings, source);
    const merged = (0,_merge_js__WEBPACK_IMPORTED_MODULE_2__/* .laidOver */ .J)(base, normalisedUnits(wish), settings.environmentMode);
    return withoutNothing({
        ...merged,
        SourceConfiguration: source.type === 'CODE'
            ? codeSource(merged.SourceConfiguration ?? {})
            : imageSource(merged.SourceConfiguration ?? {}, source),
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
function codeSource(merged) {
    const { CodeRepository, AuthenticationConfiguration } = merged;
    const { ConnectionArn } = AuthenticationConfiguration ?? {};
    const { CodeConfigurationValues: values, ConfigurationSource: from } = CodeRepository?.CodeConfiguration ?? {};
    return withoutIgnored({
        CodeRepository: {
            ...(CodeRepository ?? { RepositoryUrl: undefined, SourceCodeVersion: undefined }),
            CodeConfiguration: {
                // A runtime says that the repository need not have an apprunner.yaml.
                ConfigurationSource: from ?? (values?.Runtime ? 'API' : 'REPOSITORY'),
                CodeConfigurationValues: values,
            },
        },
        AutoDeploymentsEnabled: merged.AutoDeploymentsEnabled ?? false,
        AuthenticationConfiguration: ConnectionArn ? { ConnectionArn } : undefined,
    });
}
/** What apprunner.yaml says; App Runner ignores it in the API then (API reference). */
function withoutIgnored(source) {
    const { CodeRepository } = source;
    if (CodeRepository?.CodeConfiguration?.ConfigurationSource !== 'REPOSITORY')
        return source;
    const CodeConfiguration = { ConfigurationSource: 'REPOSITORY' };
    return { ...source, CodeRepository: { ...CodeRepository, CodeConfiguration } };
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

/***/ 4631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
            ImageConfiguration: run(own?.ImageConfiguration, named?.ImageConfiguration, mode),
        },
        CodeRepository: code(base.CodeRepository, over.CodeRepository, mode),
        AuthenticationConfiguration: members(role, namedRole),
    };
}
function code(base, over, mode) {
    const merged = members(base, over);
    return (merged && {
        ...merged,
        SourceCodeVersion: members(base?.SourceCodeVersion, over?.SourceCodeVersion),
        CodeConfiguration: codeConfiguration(base?.CodeConfiguration, over?.CodeConfiguration, mode),
    });
}
function codeConfiguration(base, over, mode) {
    const [own, named] = [base?.CodeConfigurationValues, over?.CodeConfigurationValues];
    const values = {
        Runtime: undefined,
        ...members(own, named),
        ...run(own, named, mode),
    };
    return {
        ConfigurationSource: undefined,
        ...members(base, over),
        CodeConfigurationValues: values,
    };
}
/** What both kinds of source say of the running application. */
function run(base = {}, over = {}, mode) {
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

/***/ 5016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ tagsOf),
/* harmony export */   H_: () => (/* binding */ wishOf),
/* harmony export */   TN: () => (/* binding */ keyOf)
/* harmony export */ });
/* harmony import */ var _merge_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4631);

/**
 * What a run names of a service's configuration: the document of `service-config`, the inputs
 * over it and the source over both. What neither names is not in it; sizes of auto scaling are not
 * either, since they name no configuration yet.
 */
function wishOf(settings, source) {
    const { SourceConfiguration, ...others } = settings.document ?? {};
    const document = {
        SourceConfiguration,
        InstanceConfiguration: others.InstanceConfiguration,
        HealthCheckConfiguration: others.HealthCheckConfiguration,
        NetworkConfiguration: others.NetworkConfiguration,
        AutoScalingConfigurationArn: others.AutoScalingConfigurationArn,
        ObservabilityConfiguration: others.ObservabilityConfiguration,
    };
    return (0,_merge_js__WEBPACK_IMPORTED_MODULE_0__/* .laidOver */ .J)(document, inputsOf(settings, source), 'merge');
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
function inputsOf(settings, source) {
    const { autoScaling, observabilityConfigurationArn: observability } = settings;
    return {
        SourceConfiguration: sourceOf(settings, source),
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
function sourceOf(settings, source) {
    const { accessRoleArn: AccessRoleArn, autoDeployments: AutoDeploymentsEnabled } = settings;
    if (source.type === 'CODE') {
        const { connectionArn: ConnectionArn } = source.named;
        return {
            CodeRepository: codeOf(settings, source),
            AutoDeploymentsEnabled,
            AuthenticationConfiguration: ConnectionArn ? { ConnectionArn } : undefined,
        };
    }
    return {
        ImageRepository: {
            ImageIdentifier: source.identifier,
            ImageRepositoryType: source.type,
            ImageConfiguration: runOf(settings),
        },
        AutoDeploymentsEnabled,
        AuthenticationConfiguration: AccessRoleArn ? { AccessRoleArn } : undefined,
    };
}
/** App Runner has no other source code version than a branch (API model). */
function codeOf(settings, { named }) {
    const { branch, buildCommand, configurationSource, directory, repositoryUrl, runtime } = named;
    return {
        RepositoryUrl: repositoryUrl,
        SourceCodeVersion: branch ? { Type: 'BRANCH', Value: branch } : undefined,
        SourceDirectory: directory,
        CodeConfiguration: {
            ConfigurationSource: configurationSource,
            CodeConfigurationValues: {
                Runtime: runtime,
                BuildCommand: buildCommand,
                ...runOf(settings),
            },
        },
    };
}
/** What both kinds of source say of the running application. */
function runOf(settings) {
    return {
        Port: settings.port,
        StartCommand: settings.startCommand,
        RuntimeEnvironmentVariables: settings.environmentVariables,
        RuntimeEnvironmentSecrets: settings.environmentSecrets,
    };
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


/***/ })

};
