export const id = 1887;
export const ids = [1887];
export const modules = {

/***/ 1887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dryRunDeploy: () => (/* binding */ dryRunDeploy)
/* harmony export */ });
/* harmony import */ var _report_changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9495);
/* harmony import */ var _service_automatic_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1120);
/* harmony import */ var _service_decision_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5531);
/* harmony import */ var _service_sameness_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7818);
/* harmony import */ var _service_states_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4313);
/* harmony import */ var _decided_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(526);
/* harmony import */ var _dry_run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9035);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9785);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(6061);
/* harmony import */ var _obtain_source_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(711);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7667);
/* harmony import */ var _pulled_again_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5875);
/* harmony import */ var _surroundings_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2607);
/* harmony import */ var _unchanged_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(1767);
/* harmony import */ var _writes_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6432);















/**
 * Says what a run would do from here on, and changes nothing: an image that exists is checked as
 * in a run, and one that is to be built stays unknown.
 *
 * @throws ActionError for everything that a run would refuse before its deployment
 */
async function dryRunDeploy(job, checked, domain) {
    const source = await sourceToDeploy(job, checked);
    await (0,_job_js__WEBPACK_IMPORTED_MODULE_14__/* .phase */ .Oi)(job, 'Plan', async () => {
        const { progress, runner } = job;
        const running = await (0,_dry_run_js__WEBPACK_IMPORTED_MODULE_6__/* .operationOn */ .zw)(job, checked.service);
        const surroundings = new _surroundings_js__WEBPACK_IMPORTED_MODULE_11__/* .Surroundings */ .E(job, checked);
        const planned = await (0,_plan_js__WEBPACK_IMPORTED_MODULE_9__/* .planOf */ .XC)(checked.service, running, (service) => (0,_decided_js__WEBPACK_IMPORTED_MODULE_5__/* .decided */ .r)(job, service, undefined, source, surroundings));
        const release = planned.findLast((step) => step.kind === 'release');
        const kept = release && (await keptText(job, release, source));
        if (release)
            progress.changes = kept?.sure ? (0,_service_sameness_js__WEBPACK_IMPORTED_MODULE_3__/* .tagChanges */ .qM)(release.decision) : (0,_service_decision_js__WEBPACK_IMPORTED_MODULE_2__/* .changesOf */ .fs)(release.decision);
        (0,_dry_run_js__WEBPACK_IMPORTED_MODULE_6__/* .tellPlan */ .fb)(job, [
            ...(await imageSteps(job, checked)),
            ...planned.flatMap((step) => (step.kind === 'release' ? [] : [(0,_plan_js__WEBPACK_IMPORTED_MODULE_9__/* .stepText */ .uw)(step)])),
            ...(release ? releaseSteps(job, checked, release, source, kept) : []),
            ...(domain ? await stepsOfDomain(job, domain, checked) : []),
        ]);
        for (const line of (0,_report_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .changeLines */ .O)(progress.changes))
            runner.info(`  ${line}`);
    });
    return 'planned';
}
async function stepsOfDomain(job, domain, { service }) {
    const { domainSteps } = await __webpack_require__.e(/* import() */ 5782).then(__webpack_require__.bind(__webpack_require__, 5782));
    return domainSteps(job, domain, (0,_service_states_js__WEBPACK_IMPORTED_MODULE_4__/* .remaining */ .Tk)(service));
}
/** What is deployed, as far as it is known without a build. */
async function sourceToDeploy(job, checked) {
    if (job.inputs.source.kind !== 'build' || checked.repository?.existing) {
        return (0,_obtain_source_js__WEBPACK_IMPORTED_MODULE_8__/* .obtainSource */ .X)(job, checked, undefined);
    }
    const source = (0,_obtain_source_js__WEBPACK_IMPORTED_MODULE_8__/* .deployedSource */ .o)(job.inputs.source, checked.login);
    if (source.type !== 'CODE')
        job.progress.learn({ image: source.identifier });
    return source;
}
async function imageSteps({ inputs: { source }, runner }, { repository, login }) {
    if (source.kind !== 'build' || repository?.existing || !login)
        return [];
    const names = (0,_image_js__WEBPACK_IMPORTED_MODULE_7__/* .imageNames */ .s)(source, login).join(' and ');
    const push = `Build the image and push it as ${names}; its digest is not known before.`;
    if (!repository?.missing)
        return [push];
    const { cacheNote, repositoryText } = await __webpack_require__.e(/* import() */ 9863).then(__webpack_require__.bind(__webpack_require__, 9863));
    const note = cacheNote(source, login);
    if (note)
        runner.warning(note);
    return [repositoryText(source), push];
}
async function keptText(job, { service, decision }, source) {
    if (!job.inputs.skipUnchanged || !service)
        return undefined;
    const { imageDigest: digest } = job.progress.facts;
    const candidate = source.type === 'CODE' ? undefined : { service, image: source, decision, digest };
    const built = candidate && !digest ? await (0,_unchanged_js__WEBPACK_IMPORTED_MODULE_12__/* .samenessOnceBuilt */ .Dk)(job, candidate) : undefined;
    const { same, reason } = built ?? (candidate ? await (0,_unchanged_js__WEBPACK_IMPORTED_MODULE_12__/* .sameness */ .M1)(job, candidate) : _unchanged_js__WEBPACK_IMPORTED_MODULE_12__/* .BUILT_BY_APP_RUNNER */ .Ez);
    if (!same) {
        job.runner.info(`A deployment is needed: ${reason}.`);
        return undefined;
    }
    return built
        ? { sure: false, text: `Deploy nothing if the digest that is built is ${built.digest}.` }
        : { sure: true, text: `Deploy nothing: ${reason}.` };
}
function releaseSteps({ inputs, progress }, checked, { decision, service }, deployed, kept) {
    const { smoke, skipUnchanged, source, wait } = inputs;
    const smokeStep = smoke ? ['Smoke test: ask the service URL for smoke-path.'] : [];
    if (kept?.sure)
        return [...tagSteps(decision), kept.text, ...smokeStep];
    const pushes = source.kind === 'build' && !checked.repository?.existing;
    const adopts = pushes &&
        service !== undefined &&
        deployed.type !== 'CODE' &&
        (0,_service_automatic_js__WEBPACK_IMPORTED_MODULE_1__/* .deploysByItself */ .V2)(service, deployed.identifier);
    const remembers = skipUnchanged && wait && (pushes || progress.facts.imageDigest !== undefined);
    return [
        ...scalingSteps(decision),
        ...tagSteps(decision),
        ...(kept ? [kept.text] : []),
        ...(adopts ? [adoptStep(decision)] : []),
        callStep(decision, service, source),
        ...(wait && (0,_pulled_again_js__WEBPACK_IMPORTED_MODULE_10__/* .mayKeepOldImage */ .D)(decision, deployed, service) ? [PULL_STEP] : []),
        ...smokeStep,
        ...(remembers ? ['TagResource: keep the digest for skip-unchanged.'] : []),
    ];
}
const PULL_STEP = 'StartDeployment too, where App Runner does not tell that the update pulled the same tag again.';
function adoptStep({ kind }) {
    const place = kind === 'deploy' ? 'in place of' : 'before';
    return `Follow the deployment that App Runner starts by itself after the push, ${place} the next step, if one comes within a minute.`;
}
function scalingSteps(decision) {
    if (decision.kind === 'deploy' || !decision.newScaling)
        return [];
    return [(0,_plan_js__WEBPACK_IMPORTED_MODULE_9__/* .scalingText */ .bN)(decision.newScaling)];
}
function tagSteps(decision) {
    if (decision.kind === 'create' || !decision.tagging)
        return [];
    return [(0,_plan_js__WEBPACK_IMPORTED_MODULE_9__/* .tagText */ .em)(decision.tagging)];
}
function callStep(decision, service, source) {
    const { call } = (0,_writes_js__WEBPACK_IMPORTED_MODULE_13__/* .writeOf */ .t)(decision);
    if (decision.kind === 'create')
        return `${call}: the service is new; its settings are below.`;
    if (decision.kind === 'deploy') {
        return `${call}: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_9__/* .sameText */ .QV)(source)}.`;
    }
    return service?.Status === 'CREATE_FAILED'
        ? `${call}: it repairs the service; where App Runner refuses that, the service is deleted and created anew.`
        : `${call}: settings change as below.`;
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


/***/ })

};
