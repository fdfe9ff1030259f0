export const id = 4033;
export const ids = [4033,9035];
export const modules = {

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


/***/ }),

/***/ 290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ tookMs),
/* harmony export */   x: () => (/* binding */ operationText)
/* harmony export */ });
/* harmony import */ var _report_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(136);
/* harmony import */ var _time_texts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(284);


/** An operation in a line: id, type, how it ended, how long it took and when it began. */
function operationText(operation, now) {
    const { Id, Type, Status } = operation;
    const ms = tookMs(operation);
    const took = ms === undefined ? '' : ` in ${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p)(ms)}`;
    return `${Id} ${Type} ${Status}${took}${begunText(operation, now)}`;
}
/** How long an operation took; undefined until it has ended. */
function tookMs({ StartedAt, EndedAt }) {
    const ms = StartedAt && EndedAt && EndedAt.getTime() - StartedAt.getTime();
    return ms !== undefined && ms >= 0 ? ms : undefined;
}
function begunText({ StartedAt }, now) {
    return StartedAt ? `, begun ${(0,_time_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .agoText */ .H)(now - StartedAt.getTime())}` : '';
}


/***/ }),

/***/ 2026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ orWarn)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * Does what a run can go on without: what AWS has against it is told as a warning.
 *
 * @param what it means for the run, in a sentence before AWS's own words
 * @returns undefined when it could not be done
 * @throws CancelledError, and what is a fault of the action itself
 */
async function orWarn({ warning }, what, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ) || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc)
            throw error;
        warning(`${what} ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(error)}`);
        return undefined;
    }
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

/***/ 9365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VH: () => (/* binding */ domainsOf),
/* harmony export */   lD: () => (/* binding */ settleUrl),
/* harmony export */   wo: () => (/* binding */ readUrl)
/* harmony export */ });
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8568);
/* harmony import */ var _service_states_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4313);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6061);
/* harmony import */ var _or_warn_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2026);




/**
 * Finds out where a service answers whose URL is not known, or may have changed with its
 * network: a private one has none, but the domain of its VPC ingress connection, where there is
 * one. What can't be read is told, and is no failure.
 */
function settleUrl(job) {
    return readUrl(job, namesIngress(job.inputs));
}
/**
 * As settleUrl, for any command.
 *
 * @param again true to read also a URL that is known
 */
async function readUrl(job, again) {
    const { aws, progress, runner } = job;
    const { serviceArn, serviceUrl } = progress.facts;
    if (!serviceArn || (serviceUrl && !again))
        return;
    await (0,_or_warn_js__WEBPACK_IMPORTED_MODULE_2__/* .orWarn */ .w)(runner, 'Where the service answers could not be read.', async () => {
        const service = await aws.appRunner.describe(serviceArn);
        (0,_job_js__WEBPACK_IMPORTED_MODULE_3__/* .learnService */ .IF)(job, service);
        if (!(0,_service_states_js__WEBPACK_IMPORTED_MODULE_1__/* .isPrivate */ .Gw)(service))
            return;
        const domains = domainsOf(await aws.appRunner.vpcIngressConnections(serviceArn));
        progress.learn({ serviceUrl: domains[0] ?? '' });
        runner.info(domains.length === 0
            ? 'The service is private and has no VPC ingress connection that is available, so it has no URL.'
            : `The service is private: it is reached from its VPC at ${domains.map(_report_outputs_js__WEBPACK_IMPORTED_MODULE_0__/* .withScheme */ .G).join(' and ')}.`);
    });
}
function namesIngress({ settings: { publiclyAccessible, document } }) {
    const { IngressConfiguration } = document?.NetworkConfiguration ?? {};
    return publiclyAccessible !== undefined || IngressConfiguration !== undefined;
}
/** Where the VPC ingress connections of a service that are available lead from. */
function domainsOf(connections) {
    return connections.flatMap(({ DomainName, Status }) => DomainName && Status?.toUpperCase() === 'AVAILABLE' ? [DomainName] : []);
}


/***/ }),

/***/ 284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ agoText)
/* harmony export */ });
/* harmony import */ var _report_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(136);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How long ago something was, in words: `12.0 s ago`, `3 h ago`, `5 days ago`. */
function agoText(ms) {
    const past = Math.max(0, ms);
    if (past < 2 * HOUR)
        return `${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)(past)} ago`;
    return past < 2 * DAY ? `${Math.floor(past / HOUR)} h ago` : `${Math.floor(past / DAY)} days ago`;
}


/***/ }),

/***/ 4033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  waitFor: () => (/* binding */ waitFor)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/result.js
var result = __webpack_require__(4138);
// EXTERNAL MODULE: ./lib/service/states.js
var states = __webpack_require__(4313);
// EXTERNAL MODULE: ./lib/commands/deadline.js
var deadline = __webpack_require__(7524);
// EXTERNAL MODULE: ./lib/commands/dry-run.js
var dry_run = __webpack_require__(9035);
// EXTERNAL MODULE: ./lib/commands/follow.js + 3 modules
var follow = __webpack_require__(114);
// EXTERNAL MODULE: ./lib/commands/job.js
var commands_job = __webpack_require__(6061);
// EXTERNAL MODULE: ./lib/commands/open-job.js
var open_job = __webpack_require__(8922);
// EXTERNAL MODULE: ./lib/diagnosis/log-groups.js
var log_groups = __webpack_require__(696);
// EXTERNAL MODULE: ./lib/commands/operation-texts.js
var operation_texts = __webpack_require__(290);
;// CONCATENATED MODULE: ./lib/commands/operation-by-id.js



/** A fresh operation may be missing from the list for about this time. */
const LISTED_MS = 60_000;
const LOOK_MS = 5_000;
/** Operations that are shown where the one that is asked for is not among them. */
const SHOWN = 5;
/**
 * Looks an operation up over all pages of the service's list. One that is missing while
 * the service is busy, or was just changed, may be too fresh, and is looked for again for a minute.
 *
 * @param operationId with dashes or without
 * @param deadline milliseconds since 1970
 * @throws ActionError when App Runner does not list it
 */
async function findKnownOperation({ aws, ports: { clock }, runner }, service, operationId, deadline) {
    const history = await aws.history();
    const giveUp = Math.min(clock.now() + LISTED_MS, deadline);
    for (let look = 1;; look += 1) {
        const listed = await history.operations(`${service.ServiceArn}`);
        const at = listed.findIndex(({ Id = '' }) => (0,log_groups/* streamId */.g)(Id) === (0,log_groups/* streamId */.g)(operationId));
        const operation = listed[at];
        if (operation)
            return { operation, later: listed.slice(0, at) };
        if (!isFresh(service, clock.now()) || clock.now() >= giveUp) {
            throw unknown(service, operationId, listed, clock.now());
        }
        if (look === 1) {
            runner.info(`Operation ${operationId} is not in App Runner's list yet, which may lag; looking again for a minute.`);
        }
        await clock.sleep(LOOK_MS);
    }
}
/** True while an operation of a service may have begun so lately that the list lacks it. */
function isFresh({ Status, UpdatedAt }, now) {
    const changedAt = UpdatedAt?.getTime() ?? 0;
    return Status === 'OPERATION_IN_PROGRESS' || now - changedAt < LISTED_MS;
}
function unknown({ ServiceName, ServiceArn }, operationId, listed, now) {
    const last = listed.slice(0, SHOWN).map((operation) => `  ${(0,operation_texts/* operationText */.x)(operation, now)}`);
    return new errors/* ActionError */.lZ([
        `App Runner lists no operation ${operationId} of service '${ServiceName}' (${ServiceArn}). ` +
            `Check that operation-id and service are of the same run; App Runner may have forgotten an old one. ` +
            (last.length > 0 ? `The last of the ${listed.length} that it lists:` : 'It lists none.'),
        ...last,
    ].join('\n'));
}

// EXTERNAL MODULE: ./lib/commands/or-warn.js
var or_warn = __webpack_require__(2026);
// EXTERNAL MODULE: ./lib/commands/private-url.js
var private_url = __webpack_require__(9365);
// EXTERNAL MODULE: ./lib/commands/read-service.js
var read_service = __webpack_require__(4966);
// EXTERNAL MODULE: ./lib/commands/time-texts.js
var time_texts = __webpack_require__(284);
;// CONCATENATED MODULE: ./lib/commands/wait-for.js













/**
 * Judges an operation that another run has started: waits for its end and says the same as that
 * run would have. One that ended before is judged at once.
 *
 * @returns what the operation did
 * @throws ActionError for every end but success, and for an operation that App Runner does not know
 */
async function waitFor(inputs, ports, progress) {
    progress.learn({ serviceName: inputs.service });
    const { job, checked: service } = await (0,open_job/* openJob */.I)(inputs, ports, progress, (aws) => (0,read_service/* existing */.gT)(aws, inputs.service, gone(inputs)), (opened, found) => {
        (0,commands_job/* learnService */.IF)(opened, found);
        opened.runner.info(`Service '${inputs.service}' is ${found.Status}: ${found.ServiceArn}`);
        return found;
    });
    return (0,deadline/* withinDeadline */.i)(job, async (deadline) => {
        const known = await (0,commands_job/* phase */.Oi)(job, 'Look up', () => findKnownOperation(job, service, inputs.operationId, deadline));
        const { operation } = known;
        const type = typeOf(operation);
        if (inputs.dryRun) {
            (0,dry_run/* tellPlan */.fb)(job, [planText(operation)]);
            return 'planned';
        }
        const overtaken = known.later.length > 0;
        await (0,commands_job/* phase */.Oi)(job, 'Wait', () => judge(job, service, operation, overtaken, deadline));
        await afterSuccess(job, type, operation, overtaken, deadline);
        return RESULTS[type];
    });
}
/** Of a service that is gone App Runner lists no operations. */
function gone({ operationId }) {
    return `App Runner tells nothing of operation ${operationId} any more; if it was to delete the service, the service is gone. Check service and aws-region.`;
}
async function judge(job, service, operation, overtaken, deadline) {
    const { clock } = job.ports;
    const since = operation.StartedAt?.getTime() ?? clock.now();
    const followed = {
        serviceArn: `${service.ServiceArn}`,
        operationId: `${operation.Id}`,
        type: typeOf(operation),
        since,
    };
    job.progress.learn({ operationId: `${operation.Id}` });
    if ((0,states/* runningOperation */.Ro)([operation]) || !operation.Status)
        return (0,follow/* followToEnd */.c)(job, followed, deadline);
    const endedAt = (operation.EndedAt ?? operation.UpdatedAt)?.getTime() ?? clock.now();
    const status = operation.Status.toUpperCase();
    job.runner.info(`Operation ${operation.Id} (${followed.type}) ended ${status} ${(0,time_texts/* agoText */.H)(clock.now() - endedAt)}.`);
    await (0,follow/* judgeEnded */.s)(job, { ...followed, status, endedAt, overtaken }, deadline);
    // What a success leaves need not be so any more.
    (0,commands_job/* learnService */.IF)(job, service);
}
async function afterSuccess(job, type, operation, overtaken, deadline) {
    if (type === 'DELETE_SERVICE' || type === 'PAUSE_SERVICE')
        return;
    const { smoke } = job.inputs;
    if (!overtaken)
        await learnImage(job);
    if (smoke && overtaken) {
        job.runner.info('The smoke test was left out: others have worked on the service since, so its answer says nothing of this operation.');
    }
    else if (smoke) {
        const since = operation.StartedAt?.getTime() ?? job.ports.clock.now();
        const { smokeTest } = await __webpack_require__.e(/* import() */ 8443).then(__webpack_require__.bind(__webpack_require__, 8443));
        await (0,commands_job/* phase */.Oi)(job, result/* SMOKE_TEST */.t, () => smokeTest(job, smoke, since, deadline));
    }
    await (0,private_url/* readUrl */.wo)(job, overtaken);
}
/** What the operation deployed is what the service has after it. */
async function learnImage({ aws, progress, runner }) {
    await (0,or_warn/* orWarn */.w)(runner, 'The image could not be read.', async () => {
        const { SourceConfiguration: source } = await aws.appRunner.describe(`${progress.facts.serviceArn}`);
        progress.learn({ image: source?.ImageRepository?.ImageIdentifier });
    });
}
const RESULTS = {
    CREATE_SERVICE: 'created',
    UPDATE_SERVICE: 'updated',
    START_DEPLOYMENT: 'deployed',
    PAUSE_SERVICE: 'paused',
    RESUME_SERVICE: 'resumed',
    DELETE_SERVICE: 'deleted',
};
/** @throws ActionError for a type that is not in the API's model */
function typeOf({ Id, Type }) {
    if (Type && Object.hasOwn(RESULTS, Type))
        return Type;
    throw new errors/* ActionError */.lZ(`Operation ${Id} is of type ${Type}, which this version of the action can't judge. See the App Runner console for how it ended.`);
}
function planText(operation) {
    const { Id, Status } = operation;
    return (0,states/* runningOperation */.Ro)([operation])
        ? `Wait for ${typeOf(operation)} (operation ${Id}) to end; it is ${Status}.`
        : `Judge ${typeOf(operation)} (operation ${Id}), which has ended ${Status}.`;
}


/***/ }),

/***/ 3048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RJ: () => (/* binding */ domainRow),
/* harmony export */   TS: () => (/* binding */ recordLines),
/* harmony export */   o3: () => (/* binding */ domainPart),
/* harmony export */   xx: () => (/* binding */ recordsJson)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3021);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6906);


/** Characters of a cell. */
const CELL_LENGTH = 500;
const PURPOSES = { certificate: 'certificate', target: 'leads to the service' };
/** Records as lines of a table, for the log. */
function recordLines(records) {
    const rows = records.map(({ name, value, purpose, ...record }) => [
        name,
        typeText(record),
        value,
        PURPOSES[purpose],
    ]);
    const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
    return rows.map((row) => row.map((text, at) => text.padEnd(widths[at] ?? 0)).join('  '));
}
/** The domain as a row below the service's URL: where it leads to the service, a link. */
function domainRow(domain) {
    if (!domain)
        return ['Domain', undefined];
    const { name, status } = domain;
    const linked = status === 'active' && !name.startsWith('*');
    const text = linked ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .bareLink */ .hs)(`https://${name}`) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(name, CELL_LENGTH));
    return ['Domain', `${text} is ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(status)}`];
}
/** The domain's state and records in Markdown; empty for a run without one. */
function domainPart(domain) {
    if (!domain || domain.records.length === 0)
        return '';
    const { name, status, records, zone } = domain;
    const whose = zone
        ? `Its records in hosted zone ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(zone)}:`
        : 'Its records, to be made where the domain is looked after:';
    const rows = records.map(({ purpose, ...record }) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(record.name, CELL_LENGTH)),
        typeText(record),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(record.value, CELL_LENGTH)),
        record.status ? `${PURPOSES[purpose]}, ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(record.status)}` : PURPOSES[purpose],
    ]);
    return [
        `Domain ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(name, CELL_LENGTH))} is ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(status)}. ${whose}`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Name', 'Type', 'Value', 'For'], rows),
        ...(zone ? [] : [APEX]),
    ].join('\n\n');
}
const APEX = 'At the apex of a zone, where DNS allows no CNAME, make an ALIAS, ANAME or flattened CNAME of the same value.';
/** The output `domain-records`: an array, whose members are those of DomainRecord. */
function recordsJson({ records }) {
    return JSON.stringify(records);
}
function typeText({ type, aliasZone }) {
    return aliasZone ? `${type} ALIAS` : type;
}


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   hs: () => (/* binding */ bareLink),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3086);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6906);


/**
 * What GitHub makes links and pictures of after Markdown is done, where no escape helps any more:
 * mentions, references to issues, commits and advisories, URLs, mail addresses, formulas, emoji.
 * It leaves code alone.
 */
const MADE_MORE_OF = /[@#$]|:\/\/|www\.|(mailto|xmpp):|(?<![0-9a-z])(GH|GHSA|CVE)-|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])|:[\w+-]+:/i;
/**
 * Text that came from outside, on one line, safe in a Markdown table cell and as a paragraph:
 * shown as it is, never as markup. Words that GitHub would make more of are shown as code.
 */
function cell(text) {
    return (0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text)
        .split(' ')
        .map((word, index) => {
        if (MADE_MORE_OF.test(word))
            return wordAsCode(word);
        return index === 0 ? notBeginning(escaped(word)) : escaped(word);
    })
        .join(' ');
}
/** Text from outside as code, on one line; safe in a table cell as well. */
function code(text) {
    return (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutMarker */ .r)((0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text)).split('|').map(codeSpan).join('&#124;');
}
/** The punctuation after a word is no part of it. */
function wordAsCode(word) {
    let end = word.length;
    while (end > 0 && '.,;!?'.includes(word.charAt(end - 1)))
        end -= 1;
    return `${code(word.slice(0, end))}${escaped(word.slice(end))}`;
}
/** A table's row ends at a `|` in code too, and the backslash against it would show elsewhere. */
function codeSpan(text) {
    if (text === '')
        return '';
    const fence = '`'.repeat(longestRun(text) + 1);
    // Markdown takes one space away at both ends, but not where there is nothing else.
    const space = /^[` ]|[` ]$/.test(text) && text.trim() !== '' ? ' ' : '';
    return `${fence}${space}${text}${space}${fence}`;
}
function escaped(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll(/[\\`*_{}[\]()#+!|~@]/g, reference);
}
/** A word that does not begin a list, a rule or an underline, where it is the first of a line. */
function notBeginning(word) {
    return word.replace(/^(\d*)([-=.])/, (_, digits, sign) => digits + reference(sign));
}
function reference(character) {
    return `&#${character.codePointAt(0)};`;
}
function longestRun(text) {
    return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
/** A code block with the lines as they are; its fence is longer than every run of backticks. */
function fenced(lines) {
    const text = lines.map((line) => (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutMarker */ .r)((0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .logLine */ .BP)(line))).join('\n');
    const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
    return `${fence}text\n${text}\n${fence}`;
}
/** A link; without an address of the web, or with a wrong one, the text alone. */
function link(markdown, url) {
    const address = url && webAddress(url);
    return address ? `[${markdown}](${address})` : markdown;
}
/** A URL shown as itself; what is no address of the web is shown as text. */
function bareLink(url) {
    const address = webAddress(url);
    return address ? `<${address}>` : cell(url);
}
/** A URL as it may stand in Markdown; undefined where it is not of the web. */
function webAddress(url) {
    if (!URL.canParse(url))
        return undefined;
    const { protocol, href, pathname, search, hash } = new URL(url);
    if (protocol !== 'https:' && protocol !== 'http:')
        return undefined;
    // A host alone is written without the slash that a URL has then.
    const written = pathname === '/' && !search && !hash && !url.endsWith('/') ? href.slice(0, -1) : href;
    return written.replaceAll(/[\s<>()\\`|"]/g, percent).replaceAll('&', '&amp;');
}
function percent(sign) {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
/** A table of header and rows; the cells are Markdown already. */
function table(header, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}


/***/ }),

/***/ 3086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ withoutMarker),
/* harmony export */   x: () => (/* binding */ marker)
/* harmony export */ });
const START = '<!-- apprunner-deploy:';
/**
 * The hidden line by which the comment about a service is found again. A service's name has only
 * letters, digits, `-` and `_`, so it can't end the HTML comment that it stands in; the space
 * after it keeps `hello` from being found in the comment about `hello-api`.
 *
 * @param service the service itself, also where the comment is about a preview of it
 */
function marker(service) {
    return `${START}${service} -->`;
}
/** A line in which no marker can be found: a log may hold one, of another service even. */
function withoutMarker(line) {
    return line.replaceAll(START, START.replace('<!', '<! '));
}


/***/ }),

/***/ 8568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ withScheme),
/* harmony export */   Y: () => (/* binding */ outputsOf)
/* harmony export */ });
/* harmony import */ var _domain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3048);

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
        commit: facts.commit,
        health: facts.health,
        operations: facts.operations,
        'domain-status': facts.domain?.status ?? facts.domainStatus,
        'domain-records': facts.domain?.records.length ? (0,_domain_js__WEBPACK_IMPORTED_MODULE_0__/* .recordsJson */ .xx)(facts.domain) : undefined,
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


/***/ }),

/***/ 6906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   XI: () => (/* binding */ lastThatFit),
/* harmony export */   h0: () => (/* binding */ short)
/* harmony export */ });
/* harmony import */ var _diagnosis_clean_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9858);

/** What takes no room of its own or changes how others look, such as a change of direction. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/**
 * Text from outside as one line that shows all that is in it: no control, no invisible character,
 * no half of a surrogate pair, and no more than one space in a row.
 */
function oneLine(text) {
    return (0,_diagnosis_clean_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLines */ .y1)(text).join(' ').replaceAll(INVISIBLE, '').replaceAll(/\s+/g, ' ').trim();
}
/** A line of a log in the same way, with its indentation. */
function logLine(text) {
    return (0,_diagnosis_clean_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLines */ .y1)(text).join(' ').replaceAll(INVISIBLE, '');
}
/** One line of at most `length` characters, for what GitHub shows as plain text. */
function short(text, length) {
    return (0,_diagnosis_clean_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(oneLine(text), length);
}
/**
 * The last lines that fit, oldest first; of a line that is longer than all the room, its start.
 *
 * @param room characters, one more for each line
 */
function lastThatFit(lines, room) {
    let left = room;
    const before = lines.findLastIndex((line) => {
        left -= line.length + 1;
        return left < 0;
    });
    const last = lines.at(-1);
    if (last === undefined || before < lines.length - 1)
        return lines.slice(before + 1);
    return room > 1 ? [(0,_diagnosis_clean_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(last, room - 1)] : [];
}


/***/ }),

/***/ 4138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ DOMAIN),
/* harmony export */   t: () => (/* binding */ SMOKE_TEST)
/* harmony export */ });
/** The phase that comes after the deployment has succeeded. */
const SMOKE_TEST = 'Smoke test';
/** The phase in which a service gets its custom domain, after everything else. */
const DOMAIN = 'Domain';


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
