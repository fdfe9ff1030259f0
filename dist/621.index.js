export const id = 621;
export const ids = [621];
export const modules = {

/***/ 4621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lifecycle: () => (/* binding */ lifecycle)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/service/lifecycle.js
/**
 * What to do about a service in its present state.
 *
 * @param service undefined when there is none
 */
function verdictOn(command, name, service) {
    if (!service) {
        return command === 'delete'
            ? { kind: 'done', reason: `Service '${name}' does not exist; there is nothing to delete.` }
            : {
                kind: 'refuse',
                reason: `Service '${name}' does not exist in this Region and account, so it can't be ${PAST[command]}. Check service and aws-region.`,
            };
    }
    const { Status } = service;
    if (Status === 'OPERATION_IN_PROGRESS')
        return { kind: 'wait' };
    if (command === 'delete')
        return { kind: 'act' };
    if (Status === (command === 'pause' ? 'PAUSED' : 'RUNNING')) {
        return { kind: 'done', reason: `Service '${name}' is ${Status} already.` };
    }
    if (Status === (command === 'pause' ? 'RUNNING' : 'PAUSED'))
        return { kind: 'act' };
    return {
        kind: 'refuse',
        reason: `Service '${name}' is ${Status}, which can't be ${PAST[command]}. Deploy to it to repair it, or delete it with command: delete.`,
    };
}
const PAST = { pause: 'paused', resume: 'resumed' };

// EXTERNAL MODULE: ./lib/commands/busy.js
var busy = __webpack_require__(9809);
// EXTERNAL MODULE: ./lib/commands/check.js + 3 modules
var check = __webpack_require__(4869);
// EXTERNAL MODULE: ./lib/commands/deadline.js
var commands_deadline = __webpack_require__(7524);
// EXTERNAL MODULE: ./lib/commands/follow.js + 2 modules
var follow = __webpack_require__(4240);
// EXTERNAL MODULE: ./lib/commands/job.js
var commands_job = __webpack_require__(6061);
// EXTERNAL MODULE: ./lib/commands/patience.js
var commands_patience = __webpack_require__(6883);
// EXTERNAL MODULE: ./lib/commands/perform.js + 1 modules
var perform = __webpack_require__(2786);
// EXTERNAL MODULE: ./lib/commands/read-service.js
var read_service = __webpack_require__(4966);
;// CONCATENATED MODULE: ./lib/commands/lifecycle.js










const MINUTE = 60_000;
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
    const finding = (0,read_service/* findService */.L)(aws, inputs.service);
    // Credentials that AWS refuses make both fail in the same way: said once.
    finding.catch(check/* noted */.Z);
    identity.catch(check/* noted */.Z);
    const job = { inputs, ports, aws, runner: await ports.runner(), progress };
    const service = await (0,commands_job/* phase */.Oi)(job, 'Check', async () => {
        const { account, arn } = await identity;
        job.runner.info(`AWS account ${account} in ${inputs.region} as ${arn}`);
        const found = await finding;
        (0,commands_job/* learnService */.IF)(job, found);
        job.runner.info(found
            ? `Service '${inputs.service}' is ${found.Status}: ${found.ServiceArn}`
            : `Service '${inputs.service}' does not exist.`);
        return found;
    });
    const deadline = ports.clock.now() + inputs.timeoutMinutes * MINUTE;
    aws.retryUntil(deadline);
    return (0,commands_deadline/* withinDeadline */.i)(job, deadline, (0,commands_job/* phase */.Oi)(job, PHASES[inputs.command], () => act(job, service, deadline)));
}
const PHASES = { pause: 'Pause', resume: 'Resume', delete: 'Delete' };
const RESULTS = { pause: 'paused', resume: 'resumed', delete: 'deleted' };
async function act(job, found, deadline) {
    const { inputs, ports, runner } = job;
    const { command } = inputs;
    const patience = new commands_patience/* Patience */.i(job, deadline);
    let service = found;
    for (;;) {
        const verdict = verdictOn(command, inputs.service, service);
        if (verdict.kind === 'refuse')
            throw new errors/* ActionError */.lZ(verdict.reason);
        if (verdict.kind === 'done') {
            runner.info(verdict.reason);
            return RESULTS[command];
        }
        if (ports.clock.now() >= deadline)
            throw (0,commands_deadline/* overdue */.T)(job, `the service is ${service?.Status}`);
        const serviceArn = `${service?.ServiceArn}`;
        if (verdict.kind === 'wait')
            await (0,busy/* waitUntilFree */.M)(job, serviceArn, deadline);
        else {
            const write = writeOf(command, serviceArn);
            runner.info(`${write.call}: the service is ${service?.Status}.`);
            const performed = await (0,perform/* perform */.y)(job, write);
            if (performed.kind === 'started') {
                const { operation } = performed;
                if (inputs.wait)
                    await (0,follow/* followToEnd */.c)(job, operation, deadline);
                else
                    runner.info(`Not waiting for ${write.call} to end: wait is false.`);
                return RESULTS[command];
            }
            if (performed.refusal !== 'gone')
                await patience.after(performed);
        }
        service = await (0,read_service/* readAgain */.n)(job, service);
    }
}
const WRITES = {
    pause: ['PauseService', 'PAUSE_SERVICE', 'pause'],
    resume: ['ResumeService', 'RESUME_SERVICE', 'resume'],
    delete: ['DeleteService', 'DELETE_SERVICE', 'delete'],
};
function writeOf(command, serviceArn) {
    const [call, type, method] = WRITES[command];
    return {
        call,
        type,
        serviceArn,
        send: (appRunner) => appRunner[method](serviceArn),
    };
}


/***/ })

};
