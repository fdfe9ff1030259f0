export const id = 5014;
export const ids = [5014];
export const modules = {

/***/ 3430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ tellFound),
/* harmony export */   a: () => (/* binding */ bringAbout)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _service_lifecycle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4215);
/* harmony import */ var _busy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9809);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7524);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(114);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6061);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6883);
/* harmony import */ var _perform_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2786);
/* harmony import */ var _read_service_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4966);
/* harmony import */ var _writes_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6432);










/** Notes what was found, for log and outputs. */
function tellFound(job, found) {
    const { service } = job.inputs;
    (0,_job_js__WEBPACK_IMPORTED_MODULE_9__/* .learnService */ .IF)(job, found);
    job.runner.info(found
        ? `Service '${service}' is ${found.Status}: ${found.ServiceArn}`
        : `Service '${service}' does not exist.`);
}
/**
 * Pauses, resumes or deletes the job's service, whatever it is busy with first, and waits for the
 * end unless the inputs say otherwise. A service that is so already is left as it is.
 *
 * @param deadline milliseconds since 1970
 * @returns why the service was left as it is, where `veto` said so
 * @throws ActionError for everything that is not a success
 */
async function bringAbout(job, command, found, deadline, veto = async () => undefined) {
    const { inputs, ports, runner } = job;
    const patience = new _patience_js__WEBPACK_IMPORTED_MODULE_5__/* .Patience */ .i(job, deadline);
    let service = found;
    for (;;) {
        const verdict = (0,_service_lifecycle_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictOn */ .H)(command, inputs.service, service);
        if (verdict.kind === 'refuse')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(verdict.reason);
        if (verdict.kind === 'done') {
            runner.info(verdict.reason);
            return undefined;
        }
        if (ports.clock.now() >= deadline)
            throw (0,_deadline_js__WEBPACK_IMPORTED_MODULE_3__/* .overdue */ .T)(job, `the service is ${service?.Status}`);
        const serviceArn = `${service?.ServiceArn}`;
        if (verdict.kind === 'wait')
            await (0,_busy_js__WEBPACK_IMPORTED_MODULE_2__/* .waitUntilFree */ .M)(job, serviceArn, deadline);
        else {
            const kept = service && (await veto(service));
            if (kept !== undefined)
                return kept;
            const write = (0,_writes_js__WEBPACK_IMPORTED_MODULE_8__/* .lifecycleWrite */ .w)(command, serviceArn);
            runner.info(`${write.call}: the service is ${service?.Status}.`);
            const performed = await (0,_perform_js__WEBPACK_IMPORTED_MODULE_6__/* .perform */ .y)(job, write);
            if (performed.kind === 'started') {
                const { operation } = performed;
                if (inputs.wait)
                    await (0,_follow_js__WEBPACK_IMPORTED_MODULE_4__/* .followToEnd */ .c)(job, operation, deadline);
                else
                    runner.info(`Not waiting for ${write.call} to end: wait is false.`);
                return undefined;
            }
            if (performed.refusal !== 'gone')
                await patience.after(performed);
        }
        service = await (0,_read_service_js__WEBPACK_IMPORTED_MODULE_7__/* .readAgain */ .n)(job, service);
    }
}


/***/ }),

/***/ 5014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lifecycle: () => (/* binding */ lifecycle)
/* harmony export */ });
/* harmony import */ var _bring_about_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3430);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7524);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6061);
/* harmony import */ var _open_job_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8922);
/* harmony import */ var _read_service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4966);





/**
 * Pauses, resumes or deletes the service; a service that is so already is left as it is.
 *
 * @returns what was done
 * @throws ActionError for everything that is not a success
 */
async function lifecycle(inputs, ports, progress) {
    const { command } = inputs;
    progress.learn({ serviceName: inputs.service });
    const { job, checked: service } = await (0,_open_job_js__WEBPACK_IMPORTED_MODULE_2__/* .openJob */ .I)(inputs, ports, progress, (aws) => (0,_read_service_js__WEBPACK_IMPORTED_MODULE_3__/* .findService */ .Ln)(aws, inputs.service), (opened, found) => {
        (0,_bring_about_js__WEBPACK_IMPORTED_MODULE_0__/* .tellFound */ .S)(opened, found);
        return found;
    });
    if (inputs.dryRun) {
        const { dryRunLifecycle } = await __webpack_require__.e(/* import() */ 9035).then(__webpack_require__.bind(__webpack_require__, 9035));
        await dryRunLifecycle(job, service);
        return 'planned';
    }
    await (0,_deadline_js__WEBPACK_IMPORTED_MODULE_1__/* .withinDeadline */ .i)(job, (deadline) => (0,_job_js__WEBPACK_IMPORTED_MODULE_4__/* .phase */ .Oi)(job, PHASES[command], () => (0,_bring_about_js__WEBPACK_IMPORTED_MODULE_0__/* .bringAbout */ .a)(job, command, service, deadline, async (present) => {
        await domainLeaves(job, present, deadline);
        return undefined;
    })));
    return RESULTS[command];
}
/** Right before the deletion, when the service is free to take it. */
async function domainLeaves(job, service, deadline) {
    const { domain } = job.inputs;
    if (!domain)
        return;
    const { removeDomain } = await Promise.all(/* import() */[__webpack_require__.e(7937), __webpack_require__.e(5931)]).then(__webpack_require__.bind(__webpack_require__, 7937));
    await removeDomain(job, domain, service, deadline);
}
const PHASES = { pause: 'Pause', resume: 'Resume', delete: 'Delete' };
const RESULTS = { pause: 'paused', resume: 'resumed', delete: 'deleted' };


/***/ }),

/***/ 8922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ openJob)
/* harmony export */ });
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8749);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6061);


/**
 * Begins a command with its phase Check: asks AWS who we are and the command's first question side
 * by side.
 *
 * @param ask the first question
 * @param check looks at the answer, within the phase
 * @returns the job, and what `check` made of the answer
 * @throws ActionError when AWS can't be asked; credentials that it refuses are said once
 */
async function openJob(inputs, ports, progress, ask, check) {
    const connection = ports.aws(inputs.region, inputs.role);
    const aws = await connection.underWay.then(() => connection.load());
    const identity = aws.identity();
    const asking = ask(aws);
    // Credentials that AWS refuses make both fail in the same way: said once.
    asking.catch(_check_js__WEBPACK_IMPORTED_MODULE_0__/* .noted */ .Z);
    identity.catch(_check_js__WEBPACK_IMPORTED_MODULE_0__/* .noted */ .Z);
    const job = { inputs, ports, aws, runner: await ports.runner(), progress };
    const checked = await (0,_job_js__WEBPACK_IMPORTED_MODULE_1__/* .phase */ .Oi)(job, 'Check', async () => {
        const { account, arn } = await identity;
        job.runner.info(`AWS account ${account} in ${inputs.region} as ${arn}`);
        return check(job, await asking);
    });
    return { job, checked };
}


/***/ })

};
