export const id = 425;
export const ids = [425];
export const modules = {

/***/ 4425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  release: () => (/* binding */ release)
});

// EXTERNAL MODULE: ./lib/service/decision.js
var service_decision = __webpack_require__(8405);
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
;// CONCATENATED MODULE: ./lib/commands/announce.js

/** Says which call comes next and why, before it is made. */
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
            if (decision.changes.length === 0) {
                runner.info('UpdateService with the same settings, to repair the service.');
                break;
            }
            runner.info('UpdateService, with these changes:');
            for (const line of (0,report_changes/* changeLines */.O)(decision.changes))
                runner.info(`  ${line}`);
    }
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
 * @param giveUp milliseconds since 1970; a time past means to look once
 * @returns the operation's id, or undefined when none came
 */
async function automaticDeployment(appRunner, clock, serviceArn, pushedAt, giveUp) {
    for (;;) {
        const operations = await appRunner.newestOperations(serviceArn);
        const found = (0,states/* startedSince */._w)(operations, 'START_DEPLOYMENT', pushedAt)?.Id;
        if (found || clock.now() >= giveUp)
            return found;
        await clock.sleep(LOOK_MS);
    }
}

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
        if (!mayCome || !deploysByItself(service, image.identifier))
            return undefined;
        mayCome = status === 'OPERATION_IN_PROGRESS';
        if (status !== 'RUNNING' && !mayCome)
            return undefined;
        if (!mayCome) {
            runner.info('The service deploys pushes of this tag by itself; waiting for that deployment.');
        }
        const serviceArn = `${service.ServiceArn}`;
        const giveUp = mayCome ? 0 : Math.min(ports.clock.now() + PATIENCE_MS, deadline);
        const operationId = await automaticDeployment(aws.appRunner, ports.clock, serviceArn, pushedAt, giveUp);
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
// EXTERNAL MODULE: ./lib/commands/follow.js + 2 modules
var follow = __webpack_require__(4240);
// EXTERNAL MODULE: ./lib/commands/patience.js
var commands_patience = __webpack_require__(6883);
// EXTERNAL MODULE: ./lib/commands/perform.js + 1 modules
var perform = __webpack_require__(2786);
// EXTERNAL MODULE: ./lib/commands/read-service.js
var read_service = __webpack_require__(4966);
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
    /** A service that could not be repaired and was deleted: the new one has its settings. */
    let before;
    for (;;) {
        if (clock.now() >= deadline) {
            throw (0,commands_deadline/* overdue */.T)(job, `the service is ${service?.Status ?? 'not there yet'}`);
        }
        const decision = !service && before
            ? (0,service_decision/* recreate */.U)(before, image, inputs.settings)
            : (0,service_decision/* decide */.L)(inputs.service, (0,states/* remaining */.Tk)(service), image, inputs.settings);
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
        const performed = await (0,perform/* perform */.y)(job, writeOf(decision));
        if (performed.kind === 'started') {
            return judged(job, performed.operation, deadline, RESULTS[decision.kind]);
        }
        if (service && performed.refusal === 'beyond-repair') {
            job.runner.info('App Runner does not repair this service: it is deleted and created anew.');
            before = service;
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


/***/ })

};
