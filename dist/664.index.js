export const id = 664;
export const ids = [664];
export const modules = {

/***/ 526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ tagsBefore),
/* harmony export */   r: () => (/* binding */ decided)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _service_decision_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7746);
/* harmony import */ var _service_states_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4313);



/**
 * What is done to the service as it was read last.
 *
 * @param before the service that made room for a new one, when this run deleted it
 * @throws ActionError for what App Runner would refuse or can't change
 */
async function decided({ inputs }, service, before, image, surroundings) {
    const { service: name, settings } = inputs;
    if (!service && before) {
        const { tags } = before;
        const around = await surroundings.of(before.service);
        return (0,_service_decision_js__WEBPACK_IMPORTED_MODULE_1__/* .recreate */ .UD)(before.service, image, settings, { ...around, tags });
    }
    const left = (0,_service_states_js__WEBPACK_IMPORTED_MODULE_2__/* .remaining */ .Tk)(service);
    return (0,_service_decision_js__WEBPACK_IMPORTED_MODULE_1__/* .decide */ .LD)(name, left, image, settings, await surroundings.of(left));
}
/** The tags of a service that is to be deleted; they are not worth failing for. */
async function tagsBefore({ aws, runner }, service) {
    try {
        return await aws.appRunner.tags(`${service.ServiceArn}`);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ) || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc)
            throw error;
        runner.warning(`The tags of the service could not be read, and are lost. ${error.message}`);
        return {};
    }
}


/***/ }),

/***/ 6664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  release: () => (/* binding */ release),
  writeOf: () => (/* binding */ writeOf)
});

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

// EXTERNAL MODULE: ./lib/service/states.js
var states = __webpack_require__(4313);
// EXTERNAL MODULE: ./lib/report/changes.js
var report_changes = __webpack_require__(9495);
// EXTERNAL MODULE: ./lib/service/decision.js + 1 modules
var service_decision = __webpack_require__(7746);
;// CONCATENATED MODULE: ./lib/commands/announce.js


/** Says which call comes next and why, before it is made. */
function announce({ runner, progress }, decision) {
    const changes = (0,service_decision/* changesOf */.fs)(decision);
    progress.changes = changes;
    runner.info(reasonFor(decision));
    for (const line of (0,report_changes/* changeLines */.O)(changes))
        runner.info(`  ${line}`);
}
function reasonFor(decision) {
    switch (decision.kind) {
        case 'create':
            return 'CreateService: the service is new. Its settings:';
        case 'deploy':
            return decision.tagging
                ? 'StartDeployment: image tag and settings are those that the service has, but for tags:'
                : 'StartDeployment: image tag and settings are those that the service has.';
        case 'update':
            return decision.changes.length === 0
                ? 'UpdateService with the same settings, to repair the service.'
                : 'UpdateService, with these changes:';
    }
}

// EXTERNAL MODULE: ./lib/service/automatic.js
var automatic = __webpack_require__(1120);
// EXTERNAL MODULE: ./lib/commands/job.js
var commands_job = __webpack_require__(6061);
;// CONCATENATED MODULE: ./lib/commands/automatic.js


/**
 * Makes what finds the deployment that App Runner starts by itself after our push; a call of
 * ours would collide with it and lose. While the service is busy only one that is listed is
 * found; a paused service starts none, not even once it is resumed (developer guide,
 * manage-pause).
 *
 * @param pushedAt milliseconds since 1970, not later than the push
 * @param deadline milliseconds since 1970
 * @returns finds it at most once; undefined when it is not coming, or not there yet
 */
function automaticAdopter(job, image, pushedAt, deadline) {
    const { aws, ports, progress, runner } = job;
    let mayCome = progress.pushed;
    return async (service) => {
        const { Status: status } = service;
        if (!mayCome || !(0,automatic/* deploysByItself */.V2)(service, image.identifier))
            return undefined;
        mayCome = status === 'OPERATION_IN_PROGRESS';
        if (status !== 'RUNNING' && !mayCome)
            return undefined;
        if (!mayCome) {
            runner.info('The service deploys pushes of this tag by itself; waiting for that deployment.');
        }
        const serviceArn = `${service.ServiceArn}`;
        const giveUp = mayCome ? 0 : Math.min(ports.clock.now() + automatic/* PATIENCE_MS */.xR, deadline);
        const operationId = await (0,automatic/* automaticDeployment */.h3)(aws.appRunner, ports.clock, serviceArn, pushedAt, giveUp);
        if (!operationId) {
            if (!mayCome)
                runner.info('No automatic deployment came within a minute; starting one.');
            return undefined;
        }
        mayCome = false;
        runner.info(`Following operation ${operationId}, which this push set off.`);
        (0,commands_job/* learnService */.IF)(job, service);
        progress.learn({ operationId, operationStatus: 'PENDING' });
        return { serviceArn, operationId, type: 'START_DEPLOYMENT', since: pushedAt };
    };
}

// EXTERNAL MODULE: ./lib/commands/busy.js
var busy = __webpack_require__(9809);
// EXTERNAL MODULE: ./lib/commands/deadline.js
var commands_deadline = __webpack_require__(7524);
// EXTERNAL MODULE: ./lib/commands/decided.js
var decided = __webpack_require__(526);
// EXTERNAL MODULE: ./lib/commands/follow.js + 2 modules
var follow = __webpack_require__(4240);
// EXTERNAL MODULE: ./lib/commands/patience.js
var commands_patience = __webpack_require__(6883);
// EXTERNAL MODULE: ./lib/commands/perform.js + 1 modules
var perform = __webpack_require__(2786);
// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/service/refusals.js
var refusals = __webpack_require__(938);
// EXTERNAL MODULE: ./lib/service/sizes.js
var service_sizes = __webpack_require__(9621);
;// CONCATENATED MODULE: ./lib/commands/prepare.js





/**
 * Does what a decision needs before its own call: an auto scaling configuration is made, tags
 * are set. Neither is an operation, so nothing is waited for.
 *
 * @returns the decision that is left, or what App Runner refused for now
 * @throws ActionError when the auto scaling configuration can't be made
 */
async function prepare(job, decision, surroundings) {
    let left = decision;
    if (decision.kind !== 'deploy' && decision.newScaling) {
        const arn = await makeScaling(job, decision.newScaling);
        surroundings.made(arn);
        left = (0,service_decision/* withScaling */.Cb)(decision, arn);
    }
    const refused = await setTags(job, decision);
    return refused ?? { kind: 'ready', decision: left };
}
/**
 * Sets the tags of a decision; TagResource of the same tags again changes nothing.
 *
 * @returns what App Runner refused; undefined when they are set or there are none
 */
async function setTags(job, decision) {
    if (decision.kind === 'create' || !decision.tagging)
        return undefined;
    const serviceArn = decision.kind === 'deploy' ? decision.serviceArn : `${decision.request.ServiceArn}`;
    return tag(job, serviceArn, decision.tagging);
}
async function tag({ aws, progress, runner }, serviceArn, { tags }) {
    const names = Object.keys(tags).join(', ');
    runner.info(`TagResource: ${names}.`);
    const told = progress.act('TagResource');
    try {
        await aws.appRunner.tag(serviceArn, tags);
        told({ effect: `the service has the tags ${names}` });
        return undefined;
    }
    catch (error) {
        if (error instanceof lib_errors/* CancelledError */.cc)
            throw error;
        const refusal = (0,refusals/* refusalOf */.Of)(error);
        if (refusal !== 'unanswered')
            told(undefined);
        return { kind: 'refused', refusal, error };
    }
}
async function makeScaling({ aws, progress, runner }, { name, sizes }) {
    const call = 'CreateAutoScalingConfiguration';
    runner.info(`${call}: '${name}' of ${(0,service_sizes/* sizesText */.KD)(sizes)}, which none has yet.`);
    const told = progress.act(call);
    try {
        const made = await aws.appRunner.createAutoScalingConfiguration({
            AutoScalingConfigurationName: name,
            MinSize: sizes.minSize,
            MaxSize: sizes.maxSize,
            MaxConcurrency: sizes.maxConcurrency,
        });
        const arn = `${made.AutoScalingConfigurationArn}`;
        told({ effect: `it made ${arn}` });
        return arn;
    }
    catch (error) {
        if (error instanceof lib_errors/* CancelledError */.cc)
            throw error;
        if ((0,refusals/* refusalOf */.Of)(error) !== 'unanswered')
            told(undefined);
        const cause = error instanceof lib_errors/* ActionError */.lZ ? error.cause : error;
        if ((0,errors/* errorCode */.CA)(cause) !== 'ServiceQuotaExceededException')
            throw error;
        throw new lib_errors/* ActionError */.lZ(`There is no room for another revision of auto scaling configuration '${name}': ${(0,lib_errors/* errorMessage */.gJ)(cause)} ` +
            `Delete one that is in no use (aws apprunner delete-auto-scaling-configuration), or name sizes that one of them has.`, { cause });
    }
}

// EXTERNAL MODULE: ./lib/commands/read-service.js
var read_service = __webpack_require__(4966);
// EXTERNAL MODULE: ./lib/commands/surroundings.js
var commands_surroundings = __webpack_require__(2607);
// EXTERNAL MODULE: ./lib/commands/unchanged.js + 1 modules
var unchanged = __webpack_require__(7118);
;// CONCATENATED MODULE: ./lib/commands/release.js














/** A service read longer ago than this may have been changed by somebody since. */
const FRESH_MS = 15_000;
/**
 * Brings the service to the image and settings of this run, whatever state it is in, and waits
 * for the verdict unless the inputs say otherwise.
 *
 * @returns what was done
 * @throws ActionError unless the operation succeeds
 */
async function release(job, checked, { image, pushedAt, deadline }) {
    const { inputs, ports, aws } = job;
    const { clock } = ports;
    const patience = new commands_patience/* Patience */.i(job, deadline);
    let service = clock.now() - checked.readAt < FRESH_MS
        ? checked.service
        : await (0,read_service/* readAgain */.n)(job, checked.service);
    const adoptAutomatic = automaticAdopter(job, image, pushedAt, deadline);
    const isUnchanged = (0,unchanged/* unchangedFinder */.Em)(job, image);
    const surroundings = new commands_surroundings/* Surroundings */.E(job, checked);
    /** A service that could not be repaired and was deleted: the new one has its settings. */
    let before;
    for (;;) {
        if (clock.now() >= deadline) {
            throw (0,commands_deadline/* overdue */.T)(job, `the service is ${service?.Status ?? 'not there yet'}`);
        }
        const decision = await (0,decided/* decided */.r)(job, service, before, image, surroundings);
        if (inputs.skipUnchanged && service && (await isUnchanged(service, decision))) {
            const refused = await setTags(job, decision);
            if (!refused)
                return 'unchanged';
            await patience.after(refused);
            service = await (0,read_service/* readAgain */.n)(job, service);
            continue;
        }
        const adopted = service && (await adoptAutomatic(service));
        if (adopted && decision.kind === 'deploy')
            return judged(job, adopted, deadline, 'deployed');
        if (adopted) {
            // The settings of this run come after it: App Runner takes no update while it deploys.
            await (0,follow/* followToEnd */.c)(job, adopted, deadline);
            service = await (0,read_service/* readAgain */.n)(job, service);
            continue;
        }
        if (service && (0,states/* stepBefore */.Ko)(service) !== 'deploy') {
            await takeStep(job, service, patience, deadline);
            service = await (0,read_service/* readAgain */.n)(job, service);
            continue;
        }
        announce(job, decision);
        const ready = await prepare(job, decision, surroundings);
        const performed = ready.kind === 'ready' ? await (0,perform/* perform */.y)(job, writeOf(ready.decision)) : ready;
        if (performed.kind === 'started') {
            return judged(job, performed.operation, deadline, RESULTS[decision.kind]);
        }
        if (service && performed.refusal === 'beyond-repair') {
            job.runner.info('App Runner does not repair this service: it is deleted and created anew.');
            before = { service, tags: await (0,decided/* tagsBefore */.J)(job, service) };
            await remove(job, service, patience, deadline);
        }
        else
            await patience.after(performed);
        service =
            performed.refusal === 'name-taken' || performed.refusal === 'gone'
                ? await (0,read_service/* findService */.L)(aws, inputs.service)
                : await (0,read_service/* readAgain */.n)(job, service);
    }
}
const RESULTS = { create: 'created', update: 'updated', deploy: 'deployed' };
/** Takes the one step that a service's state asks for before a deployment. */
async function takeStep(job, service, patience, deadline) {
    const serviceArn = `${service.ServiceArn}`;
    const step = (0,states/* stepBefore */.Ko)(service);
    if (step === 'wait')
        return (0,busy/* waitUntilFree */.M)(job, serviceArn, deadline);
    if (step === 'delete')
        return remove(job, service, patience, deadline);
    job.runner.info('ResumeService: the service is paused.');
    const performed = await (0,perform/* perform */.y)(job, {
        call: 'ResumeService',
        type: 'RESUME_SERVICE',
        serviceArn,
        send: (appRunner) => appRunner.resume(serviceArn),
    });
    if (performed.kind === 'started')
        await (0,follow/* followToEnd */.c)(job, performed.operation, deadline);
    else
        await patience.after(performed);
}
/** Deletes what stands in the way of a new service of that name. */
async function remove(job, service, patience, deadline) {
    const serviceArn = `${service.ServiceArn}`;
    job.runner.info(`DeleteService: the service is ${service.Status}; it is created anew after it.`);
    const performed = await (0,perform/* perform */.y)(job, {
        call: 'DeleteService',
        type: 'DELETE_SERVICE',
        serviceArn,
        send: (appRunner) => appRunner.delete(serviceArn),
    });
    if (performed.kind === 'started')
        await (0,follow/* followToEnd */.c)(job, performed.operation, deadline);
    else if (performed.refusal !== 'gone')
        await patience.after(performed);
}
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
async function judged(job, operation, deadline, result) {
    if (job.inputs.wait)
        await (0,follow/* followToEnd */.c)(job, operation, deadline);
    else
        job.runner.info(`Not waiting for operation ${operation.operationId}: wait is false.`);
    return result;
}


/***/ }),

/***/ 2607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ Surroundings)
/* harmony export */ });
/* harmony import */ var _service_around_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6278);
/* harmony import */ var _service_states_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4313);


/** What decisions have to know beside the service, read again when the service was. */
class Surroundings {
    #job;
    #service;
    #around;
    constructor(job, { service, around }) {
        this.#job = job;
        this.#service = (0,_service_states_js__WEBPACK_IMPORTED_MODULE_0__/* .remaining */ .Tk)(service);
        this.#around = around;
    }
    /** @param service as it was read last; undefined when it is to be created */
    async of(service) {
        const { aws, inputs } = this.#job;
        if (service !== this.#service) {
            this.#around = await (0,_service_around_js__WEBPACK_IMPORTED_MODULE_1__/* .readAround */ .C)(aws.appRunner, inputs.service, service, inputs.settings);
            this.#service = service;
        }
        return this.#around;
    }
    /** Notes that the auto scaling configuration has been made, so that it is made once. */
    made(arn) {
        this.#around = { ...this.#around, scaling: { kind: 'arn', arn } };
    }
}


/***/ }),

/***/ 7118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  remember: () => (/* binding */ remember),
  M1: () => (/* binding */ unchanged_sameness),
  Dk: () => (/* binding */ samenessOnceBuilt),
  Em: () => (/* binding */ unchangedFinder)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/service/look.js
var look = __webpack_require__(9580);
;// CONCATENATED MODULE: ./lib/service/remembered.js
/** The tags, by what they hold. */
const KEYS = {
    digest: 'apprunner-deploy:digest',
    operationId: 'apprunner-deploy:operation',
    commit: 'apprunner-deploy:commit',
    runUrl: 'apprunner-deploy:run-url',
    repository: 'apprunner-deploy:repository',
};
/** What a tag's value may be (API model, TagValue; AWS tagging guide for the characters). */
const LONGEST = 256;
const UNFIT = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;
/** Said in a tag where nothing is known, since TagResource can't take a tag away. */
const UNKNOWN = 'unknown';
/** The tags that remember a deployment. */
function tagsOf(remembered) {
    const { digest, operationId, commit, runUrl, repository } = remembered;
    return {
        [KEYS.digest]: value(digest),
        [KEYS.operationId]: value(operationId),
        [KEYS.commit]: value(commit),
        [KEYS.runUrl]: value(runUrl),
        [KEYS.repository]: value(repository),
    };
}
/** Reads what a service's tags remember; undefined when they remember no deployment. */
function rememberedIn(tags) {
    const known = (key) => (tags[key] === UNKNOWN ? undefined : tags[key] || undefined);
    const digest = known(KEYS.digest);
    const operationId = known(KEYS.operationId);
    if (!digest || !operationId)
        return undefined;
    return {
        digest,
        operationId,
        commit: known(KEYS.commit),
        runUrl: known(KEYS.runUrl),
        repository: known(KEYS.repository),
    };
}
function value(text) {
    return text?.replaceAll(UNFIT, '-').slice(0, LONGEST) || UNKNOWN;
}

// EXTERNAL MODULE: ./lib/service/sameness.js
var sameness = __webpack_require__(7818);
// EXTERNAL MODULE: ./lib/commands/job.js
var commands_job = __webpack_require__(6061);
;// CONCATENATED MODULE: ./lib/commands/unchanged.js





/**
 * Finds out whether a service has the image and settings of this run already. Where that can't
 * be read it does not.
 */
async function unchanged_sameness(job, candidate) {
    const difference = (0,sameness/* differenceAtSight */.UX)(candidate);
    if (difference)
        return { same: false, reason: difference };
    const state = await readState(job, candidate);
    return state ? (0,sameness/* compare */.UD)({ ...candidate, ...state }) : UNREADABLE;
}
/** As sameness, for an image whose digest is still to be built: supposes the one that runs. */
async function samenessOnceBuilt(job, candidate) {
    const supposed = { ...candidate, digest: 'the same' };
    const difference = (0,sameness/* differenceAtSight */.UX)(supposed);
    if (difference)
        return { same: false, reason: difference };
    const state = await readState(job, candidate);
    if (!state)
        return UNREADABLE;
    const digest = state.remembered?.digest;
    return { ...(0,sameness/* compare */.UD)({ ...supposed, ...state, digest }), digest };
}
const UNREADABLE = { same: false, reason: 'what the service runs is not known' };
async function readState({ aws, runner }, { service }) {
    const serviceArn = `${service.ServiceArn}`;
    try {
        const [tags, operations] = await Promise.all([
            aws.appRunner.tags(serviceArn),
            aws.appRunner.newestOperations(serviceArn),
        ]);
        return { remembered: rememberedIn(tags), operations };
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ) || error instanceof errors/* CancelledError */.cc)
            throw error;
        runner.warning(`skip-unchanged can't tell what the service runs. ${(0,errors/* errorMessage */.gJ)(error)}`);
        return undefined;
    }
}
/**
 * Makes what finds out, before each call, that there is nothing to deploy. It says why, or why
 * not, once.
 */
function unchangedFinder(job, image) {
    const told = new Set();
    return async (service, decision) => {
        // What is not running has a step before it, or a repair.
        if (service.Status !== 'RUNNING')
            return false;
        const { imageDigest: digest } = job.progress.facts;
        const { same, reason } = await unchanged_sameness(job, { service, image, digest, decision });
        if (same)
            keep(job, service, decision, reason);
        else if (!told.has(reason))
            job.runner.info(`A deployment is needed: ${reason}.`);
        told.add(reason);
        return same;
    };
}
/** Notes that nothing is deployed, and what runs on. */
function keep(job, service, decision, reason) {
    job.runner.info(`Unchanged, so nothing is deployed: ${reason}.`);
    (0,commands_job/* learnService */.IF)(job, service);
    job.progress.changes = (0,sameness/* tagChanges */.qM)(decision);
    job.progress.learn({
        image: service.SourceConfiguration?.ImageRepository?.ImageIdentifier,
    });
}
/**
 * Keeps in tags of the service which image it runs, once it does. What is not remembered is only
 * deployed again, so that a denied TagResource is no failure.
 */
async function remember(job) {
    const { aws, inputs, progress, runner } = job;
    const { serviceArn, operationId, imageDigest: digest } = progress.facts;
    if (!inputs.wait) {
        runner.info('The digest is not remembered for skip-unchanged: wait is false.');
        return;
    }
    if (!serviceArn || !operationId || !digest) {
        const missing = digest ? 'operation' : 'digest';
        runner.info(`Nothing is remembered for skip-unchanged: the ${missing} is not known.`);
        return;
    }
    const tags = tagsOf({ digest, operationId, ...runOf(job) });
    try {
        const tagging = aws.appRunner.tag(serviceArn, tags).then(() => true);
        if (await (0,look/* within */.u)(TAG_MS, tagging)) {
            runner.info(`Tags of the service remember ${digest} for skip-unchanged.`);
        }
        else
            runner.warning(`${FORGOTTEN} apprunner:TagResource was not answered in time.`);
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ) || error instanceof errors/* CancelledError */.cc)
            throw error;
        runner.warning(`${FORGOTTEN} ${(0,errors/* errorMessage */.gJ)(error)}`);
    }
}
/** The deployment has succeeded, so its tags are not worth a long wait. */
const TAG_MS = 10_000;
const FORGOTTEN = 'The digest could not be kept in tags of the service, so the next run with skip-unchanged deploys again.';
/** What the runner tells of the run; elsewhere some of it is not known. */
function runOf({ ports: { env } }) {
    const { GITHUB_SHA, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = env;
    const known = GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_RUN_ID;
    return {
        commit: GITHUB_SHA,
        repository: GITHUB_REPOSITORY,
        runUrl: known
            ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`
            : undefined,
    };
}


/***/ }),

/***/ 1120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V2: () => (/* binding */ deploysByItself),
/* harmony export */   h3: () => (/* binding */ automaticDeployment),
/* harmony export */   xR: () => (/* binding */ PATIENCE_MS)
/* harmony export */ });
/* harmony import */ var _states_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4313);

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
 * @param giveUp milliseconds since 1970; a time past means to look once
 * @returns the operation's id, or undefined when none came
 */
async function automaticDeployment(appRunner, clock, serviceArn, pushedAt, giveUp) {
    for (;;) {
        const operations = await appRunner.newestOperations(serviceArn);
        const found = (0,_states_js__WEBPACK_IMPORTED_MODULE_0__/* .startedSince */ ._w)(operations, 'START_DEPLOYMENT', pushedAt)?.Id;
        if (found || clock.now() >= giveUp)
            return found;
        await clock.sleep(LOOK_MS);
    }
}


/***/ }),

/***/ 7818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   UX: () => (/* binding */ differenceAtSight),
/* harmony export */   qM: () => (/* binding */ tagChanges)
/* harmony export */ });
/**
 * What differs, or is not known, before the service is asked what it runs. Another tag of the
 * same image is no difference, unless App Runner watches the tag to deploy by itself.
 *
 * @returns undefined when it hangs on the digest alone
 */
function differenceAtSight(candidate) {
    const { Status } = candidate.service;
    if (Status !== 'RUNNING')
        return `the service is ${Status}`;
    return otherSetting(candidate) ?? (candidate.digest ? undefined : 'its digest is not known');
}
/** Compares a service with what a run would make of it. */
function compare(comparison) {
    const { digest, remembered } = comparison;
    const atSight = differenceAtSight(comparison);
    if (atSight)
        return differs(atSight);
    if (!remembered) {
        return differs('no tags of the service tell which image it runs; a run that deploys writes them');
    }
    if (remembered.digest !== digest) {
        return differs(`the service runs ${remembered.digest}, and this image is ${digest}`);
    }
    const later = laterDeployment(comparison.operations, remembered.operationId);
    if (later)
        return differs(`${later} since ${remembered.operationId} was remembered`);
    return { same: true, reason: sameReason(comparison, remembered) };
}
/** What is still to be done for a service that runs image and settings already: its tags. */
function tagChanges(decision) {
    return decision.kind === 'create' ? [] : (decision.tagging?.changes ?? []);
}
function differs(reason) {
    return { same: false, reason };
}
const IDENTIFIER = 'SourceConfiguration.ImageRepository.ImageIdentifier';
function otherSetting({ decision, service, image }) {
    if (decision.kind === 'create')
        return 'the service is new';
    if (decision.kind === 'deploy')
        return undefined;
    const others = decision.changes.filter(({ setting }) => setting !== IDENTIFIER);
    if (others.length > 0 || decision.changes.length === 0) {
        return `settings change: ${others.map(({ setting }) => setting).join(', ') || 'a repair'}`;
    }
    const { AutoDeploymentsEnabled: watched } = decision.request.SourceConfiguration ?? {};
    if (watched)
        return 'App Runner is to deploy by itself from another tag';
    return repositoryOf(identifierOf(service)) === repositoryOf(image.identifier)
        ? undefined
        : 'the image comes from another repository';
}
function identifierOf({ SourceConfiguration: source }) {
    return source?.ImageRepository?.ImageIdentifier ?? '';
}
/** An image's name without tag and digest. */
function repositoryOf(identifier) {
    return identifier.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
}
/** Operations after which a service runs something else. */
const DEPLOYING = new Set(['CREATE_SERVICE', 'UPDATE_SERVICE', 'START_DEPLOYMENT']);
/** App Runner tells no more operations than these at a time. */
const PAGE = 20;
/**
 * Somebody else's deployment since the one that is remembered; one that was rolled back left
 * what was there. App Runner may forget old operations, and the id has two forms.
 */
function laterDeployment(operations, remembered) {
    const newest = operations.find(({ Id = '', Type = '', Status = '' }) => same(Id, remembered) ||
        (DEPLOYING.has(Type) && Status.toUpperCase() !== 'ROLLBACK_SUCCEEDED'));
    if (newest) {
        return same(newest.Id ?? '', remembered)
            ? undefined
            : `${newest.Type} (operation ${newest.Id}) has been ${newest.Status}`;
    }
    return operations.length < PAGE ? undefined : 'too many operations have been';
}
function same(id, other) {
    const bare = (text) => text.replaceAll('-', '').toLowerCase();
    return bare(id) === bare(other);
}
function sameReason({ service, image, digest }, remembered) {
    const from = [
        remembered.commit && `commit ${remembered.commit}`,
        remembered.runUrl && `run ${remembered.runUrl}`,
    ].filter(Boolean);
    const deployed = `${digest} and every setting are what the service runs${from.length > 0 ? `, deployed from ${from.join(' in ')}` : ''}`;
    const running = identifierOf(service);
    return running === image.identifier
        ? deployed
        : `${deployed}; it goes on under the name ${running}, the same image by another tag`;
}


/***/ })

};
