export const id = 3732;
export const ids = [3732,9035];
export const modules = {

/***/ 3732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dryRunTeardown: () => (/* binding */ dryRunTeardown)
/* harmony export */ });
/* harmony import */ var _diagnosis_log_groups_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(696);
/* harmony import */ var _teardown_image_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7867);
/* harmony import */ var _dry_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9035);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6061);
/* harmony import */ var _preview_leftovers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(863);





/** Tags that are named; a pull request may have hundreds. */
const SHOWN = 5;
/** Says what would be deleted of a preview, and changes nothing. */
function dryRunTeardown(job, found) {
    return (0,_job_js__WEBPACK_IMPORTED_MODULE_2__/* .phase */ .Oi)(job, 'Plan', async () => {
        const { aws, inputs, runner } = job;
        const steps = [
            ...(await (0,_dry_run_js__WEBPACK_IMPORTED_MODULE_0__/* .domainRemoval */ .Bn)(job, found)),
            ...(0,_dry_run_js__WEBPACK_IMPORTED_MODULE_0__/* .lifecycleSteps */ .yH)('delete', inputs.service, found, await (0,_dry_run_js__WEBPACK_IMPORTED_MODULE_0__/* .operationOn */ .zw)(job, found)),
        ];
        const place = found ? (0,_teardown_image_place_js__WEBPACK_IMPORTED_MODULE_3__/* .imagePlaceOf */ .m)(found) : inputs.images;
        const tags = place ? await new _preview_leftovers_js__WEBPACK_IMPORTED_MODULE_1__/* .PreviewLeftovers */ .n(aws).tagsOf(runner, inputs.service, place) : [];
        if (place && tags.length > 0) {
            const more = tags.length > SHOWN ? ` and ${tags.length - SHOWN} more` : '';
            const shown = `${tags.slice(0, SHOWN).join(', ')}${more}`;
            steps.push(`BatchDeleteImage in ECR repository '${place.repository}': ${shown}.`);
        }
        const groups = inputs.deleteLogs && inputs.wait && found && (0,_diagnosis_log_groups_js__WEBPACK_IMPORTED_MODULE_4__/* .logGroupsOf */ .s)({ serviceArn: found.ServiceArn });
        if (groups) {
            steps.push(`DeleteLogGroup, where it exists: ${groups.service}, ${groups.application}.`);
        }
        (0,_dry_run_js__WEBPACK_IMPORTED_MODULE_0__/* .tellPlan */ .fb)(job, steps);
    });
}


/***/ }),

/***/ 9035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bn: () => (/* binding */ domainRemoval),
/* harmony export */   dryRunLifecycle: () => (/* binding */ dryRunLifecycle),
/* harmony export */   fb: () => (/* binding */ tellPlan),
/* harmony export */   yH: () => (/* binding */ lifecycleSteps),
/* harmony export */   zw: () => (/* binding */ operationOn)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _service_lifecycle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4215);
/* harmony import */ var _service_states_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4313);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6061);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7667);





/** Says what a run would do about the service, and changes nothing. */
function dryRunLifecycle(job, found) {
    return (0,_job_js__WEBPACK_IMPORTED_MODULE_4__/* .phase */ .Oi)(job, 'Plan', async () => {
        const { command, service } = job.inputs;
        const steps = lifecycleSteps(command, service, found, await operationOn(job, found));
        tellPlan(job, [...(await domainRemoval(job, found)), ...steps]);
    });
}
/** What would be done about the domain before a deletion; nothing without one. */
async function domainRemoval(job, found) {
    const { domain } = job.inputs;
    if (!domain)
        return [];
    const { removalSteps } = await Promise.all(/* import() */[__webpack_require__.e(7937), __webpack_require__.e(3929)]).then(__webpack_require__.bind(__webpack_require__, 7937));
    return removalSteps(job, domain, found);
}
/**
 * What a run with another command would do, step by step.
 *
 * @throws ActionError for what it would refuse
 */
function lifecycleSteps(command, name, found, running) {
    const verdict = (0,_service_lifecycle_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictOn */ .H)(command, name, found);
    switch (verdict.kind) {
        case 'refuse':
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(verdict.reason);
        case 'done':
            return [`Nothing: ${verdict.reason}`];
        case 'act':
            return [`${_service_lifecycle_js__WEBPACK_IMPORTED_MODULE_1__/* .CALLS */ .q[command]}: the service is ${found?.Status}.`];
        case 'wait': {
            const wait = (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .stepText */ .uw)({ kind: 'wait', operation: running });
            const next = found && (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .afterWait */ .CW)(found, running);
            return [wait, ...lifecycleSteps(command, name, next, undefined)];
        }
    }
}
/** The operation that a busy service is busy with; undefined when none is listed. */
async function operationOn({ aws }, service) {
    if (!service?.ServiceArn || service.Status !== 'OPERATION_IN_PROGRESS')
        return undefined;
    return (0,_service_states_js__WEBPACK_IMPORTED_MODULE_2__/* .runningOperation */ .Ro)(await aws.appRunner.newestOperations(service.ServiceArn));
}
/** Tells what a run would do, in the log now and in the summary later. */
function tellPlan({ progress, runner }, steps) {
    progress.plan = steps;
    runner.info('This is a dry run, which changes nothing. Without dry-run it would:');
    for (const [index, step] of steps.entries())
        runner.info(`  ${index + 1}. ${step}`);
}


/***/ }),

/***/ 7667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CW: () => (/* binding */ afterWait),
/* harmony export */   QV: () => (/* binding */ sameText),
/* harmony export */   XC: () => (/* binding */ planOf),
/* harmony export */   bN: () => (/* binding */ scalingText),
/* harmony export */   em: () => (/* binding */ tagText),
/* harmony export */   uw: () => (/* binding */ stepText)
/* harmony export */ });
/* harmony import */ var _service_sizes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9621);
/* harmony import */ var _service_states_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4313);
/* harmony import */ var _service_wait_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9609);



/**
 * What a deployment would do about a service, step by step as release does it, with each
 * operation taken to succeed.
 *
 * @param running the operation that works on the service; undefined when none is listed
 * @param decideOn what is decided for a service as it then is
 * @throws ActionError for what App Runner would refuse or can't change
 */
async function planOf(found, running, decideOn) {
    const decision = await decideOn(found);
    const step = (0,_service_states_js__WEBPACK_IMPORTED_MODULE_1__/* .stepBefore */ .Ko)(found);
    if (!found || step === 'deploy')
        return [{ kind: 'release', decision, service: found }];
    if (step === 'wait') {
        const wait = { kind: 'wait', operation: running };
        return [wait, ...(await planOf(afterWait(found, running), undefined, decideOn))];
    }
    const next = step === 'resume' ? { ...found, Status: 'RUNNING' } : undefined;
    return [{ kind: step, service: found }, ...(await planOf(next, undefined, decideOn))];
}
/** A service after the operation that works on it; maintenance leaves it running. */
function afterWait(service, running) {
    const Status = running?.Type ? _service_wait_js__WEBPACK_IMPORTED_MODULE_2__/* .AFTER_SUCCESS */ .h[running.Type] : 'RUNNING';
    return Status === 'DELETED' ? undefined : { ...service, Status };
}
/** A step in a sentence, planned or about to be taken; the deployment itself has more to tell. */
function stepText(planned) {
    switch (planned.kind) {
        case 'wait': {
            const { Type, Id } = planned.operation ?? {};
            return Type
                ? `Wait for ${Type} (operation ${Id}) to end; the rest supposes that it succeeds.`
                : 'Wait for the service, which is busy with no operation listed, as in AWS maintenance.';
        }
        case 'resume':
            return 'ResumeService: the service is paused.';
        case 'delete':
            return `DeleteService: the service is ${planned.service.Status}; it is created anew after it.`;
    }
}
/** Why a new deployment does, in words. */
function sameText({ kind }) {
    return kind === 'code'
        ? 'App Runner builds the newest commit of the branch, with the settings that the service has'
        : 'image tag and settings are those that the service has';
}
/** That tags are set, in a sentence. */
function tagText({ tags }) {
    return `TagResource: ${Object.keys(tags).join(', ')}.`;
}
/** That an auto scaling configuration is made, in a sentence. */
function scalingText({ name, sizes }) {
    return `CreateAutoScalingConfiguration: '${name}' of ${(0,_service_sizes_js__WEBPACK_IMPORTED_MODULE_0__/* .sizesText */ .KD)(sizes)}, which none has yet.`;
}


/***/ }),

/***/ 9621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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


/***/ })

};
