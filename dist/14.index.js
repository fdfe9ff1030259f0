export const id = 14;
export const ids = [14];
export const modules = {

/***/ 5014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lifecycle: () => (/* binding */ lifecycle)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _service_lifecycle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4215);
/* harmony import */ var _busy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9809);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7453);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7524);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3075);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6061);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6883);
/* harmony import */ var _perform_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2786);
/* harmony import */ var _read_service_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4966);
/* harmony import */ var _writes_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6432);











/**
 * Pauses, resumes or deletes the service; a service that is so already is left as it is.
 *
 * @returns what was done
 * @throws ActionError for everything that is not a success
 */
async function lifecycle(inputs, ports, progress) {
    progress.learn({ serviceName: inputs.service });
    const connection = ports.aws(inputs.region);
    const aws = await connection.underWay.then(() => connection.load());
    const identity = aws.identity();
    const finding = (0,_read_service_js__WEBPACK_IMPORTED_MODULE_8__/* .findService */ .L)(aws, inputs.service);
    // Credentials that AWS refuses make both fail in the same way: said once.
    finding.catch(_check_js__WEBPACK_IMPORTED_MODULE_3__/* .noted */ .Z);
    identity.catch(_check_js__WEBPACK_IMPORTED_MODULE_3__/* .noted */ .Z);
    const job = { inputs, ports, aws, runner: await ports.runner(), progress };
    const service = await (0,_job_js__WEBPACK_IMPORTED_MODULE_10__/* .phase */ .Oi)(job, 'Check', async () => {
        const { account, arn } = await identity;
        job.runner.info(`AWS account ${account} in ${inputs.region} as ${arn}`);
        const found = await finding;
        (0,_job_js__WEBPACK_IMPORTED_MODULE_10__/* .learnService */ .IF)(job, found);
        job.runner.info(found
            ? `Service '${inputs.service}' is ${found.Status}: ${found.ServiceArn}`
            : `Service '${inputs.service}' does not exist.`);
        return found;
    });
    if (inputs.dryRun) {
        const { dryRunLifecycle } = await __webpack_require__.e(/* import() */ 35).then(__webpack_require__.bind(__webpack_require__, 9035));
        await dryRunLifecycle(job, service);
        return 'planned';
    }
    return (0,_deadline_js__WEBPACK_IMPORTED_MODULE_4__/* .withinDeadline */ .i)(job, (deadline) => (0,_job_js__WEBPACK_IMPORTED_MODULE_10__/* .phase */ .Oi)(job, PHASES[inputs.command], () => act(job, service, deadline)));
}
const PHASES = { pause: 'Pause', resume: 'Resume', delete: 'Delete' };
const RESULTS = { pause: 'paused', resume: 'resumed', delete: 'deleted' };
async function act(job, found, deadline) {
    const { inputs, ports, runner } = job;
    const { command } = inputs;
    const patience = new _patience_js__WEBPACK_IMPORTED_MODULE_6__/* .Patience */ .i(job, deadline);
    let service = found;
    for (;;) {
        const verdict = (0,_service_lifecycle_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictOn */ .H)(command, inputs.service, service);
        if (verdict.kind === 'refuse')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(verdict.reason);
        if (verdict.kind === 'done') {
            runner.info(verdict.reason);
            return RESULTS[command];
        }
        if (ports.clock.now() >= deadline)
            throw (0,_deadline_js__WEBPACK_IMPORTED_MODULE_4__/* .overdue */ .T)(job, `the service is ${service?.Status}`);
        const serviceArn = `${service?.ServiceArn}`;
        if (verdict.kind === 'wait')
            await (0,_busy_js__WEBPACK_IMPORTED_MODULE_2__/* .waitUntilFree */ .M)(job, serviceArn, deadline);
        else {
            const write = (0,_writes_js__WEBPACK_IMPORTED_MODULE_9__/* .lifecycleWrite */ .w)(command, serviceArn);
            runner.info(`${write.call}: the service is ${service?.Status}.`);
            const performed = await (0,_perform_js__WEBPACK_IMPORTED_MODULE_7__/* .perform */ .y)(job, write);
            if (performed.kind === 'started') {
                const { operation } = performed;
                if (inputs.wait)
                    await (0,_follow_js__WEBPACK_IMPORTED_MODULE_5__/* .followToEnd */ .c)(job, operation, deadline);
                else
                    runner.info(`Not waiting for ${write.call} to end: wait is false.`);
                return RESULTS[command];
            }
            if (performed.refusal !== 'gone')
                await patience.after(performed);
        }
        service = await (0,_read_service_js__WEBPACK_IMPORTED_MODULE_8__/* .readAgain */ .n)(job, service);
    }
}


/***/ })

};
