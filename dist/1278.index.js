export const id = 1278;
export const ids = [1278];
export const modules = {

/***/ 7524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ overdue),
/* harmony export */   i: () => (/* binding */ withinDeadline)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * Work keeps to the deadline by itself; this is for calls that AWS leaves without an answer, on
 * which it would hang.
 */
const OVERTIME_MS = 9_000;
const MINUTE = 60_000;
/**
 * Does the work that timeout-minutes is for, from now on, and awaits it no longer than some
 * seconds after its deadline.
 *
 * @param work given the deadline, in milliseconds since 1970
 * @throws ActionError when the work is not done by then
 */
function withinDeadline(job, work) {
    const { clock } = job.ports;
    const ms = job.inputs.timeoutMinutes * MINUTE;
    const deadline = clock.now() + ms;
    job.aws.retryUntil(deadline);
    const { promise, reject } = Promise.withResolvers();
    void clock.linger(ms + OVERTIME_MS).then(() => reject(overdue(job, 'AWS has not answered')));
    return Promise.race([work(deadline), promise]);
}
/** The error of a run whose time is over before it could do what it was told. */
function overdue({ inputs }, what) {
    // A sweep is about no service of one name.
    const unchanged = inputs.service
        ? `Service '${inputs.service}' was not changed further`
        : 'Nothing was changed further';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`timeout-minutes (${inputs.timeoutMinutes}) is over and ${what}. ` +
        `${unchanged}; run this again later, or raise timeout-minutes.`);
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

/***/ 5550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BX: () => (/* binding */ visitText),
/* harmony export */   K1: () => (/* binding */ remedyText),
/* harmony export */   WE: () => (/* binding */ passes),
/* harmony export */   kY: () => (/* binding */ failureText),
/* harmony export */   xv: () => (/* binding */ causeText),
/* harmony export */   z1: () => (/* binding */ wantedText),
/* harmony export */   zA: () => (/* binding */ shownUrl)
/* harmony export */ });
/* harmony import */ var _diagnosis_clean_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9858);
/* harmony import */ var _inputs_smoke_test_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(249);
/* harmony import */ var _report_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(136);



/** Characters of a body that a failure shows. */
const EXCERPT = 500;
/** A redirect may lead to any length of URL. */
const URL_LENGTH = 200;
/** True when a page answered with the status that is wanted, which is any 2xx when none is. */
function passes(visit, wanted) {
    if (visit.kind === 'silence')
        return false;
    return wanted === undefined ? visit.status >= 200 && visit.status < 300 : visit.status === wanted;
}
/** The status that is wanted, in words. */
function wantedText(wanted) {
    return wanted === undefined ? 'a status of 200 to 299' : `status ${wanted}`;
}
/** A URL without what a log must not show of it: query, fragment, and a login in it. */
function shownUrl(url) {
    const known = URL.parse(url);
    if (!known)
        return (0,_diagnosis_clean_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)((0,_inputs_smoke_test_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutQuery */ .j$)(url), URL_LENGTH);
    return (0,_diagnosis_clean_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(`${known.protocol}//${known.host}${known.pathname}${known.search && '?…'}`, URL_LENGTH);
}
/** What came of asking `url`, as a sentence without its subject: `answered 503`. */
function visitText(visit, url, clean) {
    const redirected = visit.url === url ? '' : `redirected to ${shownUrl(visit.url)}, which `;
    const outcome = visit.kind === 'silence' ? `gave no answer: ${visit.error}` : `answered ${visit.status}`;
    const leads = visit.kind === 'answer' && visit.leadsTo !== undefined
        ? ` and leads to ${shownUrl(visit.leadsTo)}`
        : '';
    return clean(`${redirected}${outcome}${leads}`).join(' ');
}
/**
 * The failure's text: what was asked and seen, that the deployment stands, and the body's start.
 *
 * @param clean takes secrets and commands to the runner out of what the page said
 */
function failureText(url, wanted, { tries, ms, last }, clean) {
    const stands = 'The deployment itself succeeded and the new version serves.';
    if (!last) {
        return `The smoke test failed: timeout-minutes was over before ${shownUrl(url)} could be asked. ${stands}`;
    }
    const effort = `${tries} ${tries === 1 ? 'try' : 'tries'} in ${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p)(ms)}`;
    const failure = `The smoke test failed: GET ${shownUrl(url)} ${visitText(last, url, clean)}. ` +
        `Wanted was ${wantedText(wanted)}; this is the last of ${effort}. ${stands}`;
    if (last.kind === 'silence')
        return failure;
    const body = excerpt(last.body, clean);
    return body.length === 0
        ? `${failure} The body was empty.`
        : [`${failure} The body begins:`, ...body].join('\n');
}
/** The first characters of a body, marked as somebody else's words. */
function excerpt(body, clean) {
    const text = clean(body).join('\n').trim();
    return text === ''
        ? []
        : (0,_diagnosis_clean_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(text, EXCERPT)
            .split('\n')
            .map((line) => `| ${line}`);
}
/** What is wrong in one line, for the diagnosis. */
function causeText(url, { last }, clean) {
    return last
        ? `GET ${shownUrl(url)} ${visitText(last, url, clean)}`
        : `There was no time left to GET ${shownUrl(url)}`;
}
/** What to do about the last thing seen. */
function remedyText({ last }) {
    if (!last)
        return 'Raise timeout-minutes.';
    if (last.kind === 'silence') {
        return 'See in the application log whether the request came in. If it did not, check that this runner reaches the URL: DNS, firewall, proxy.';
    }
    if (last.leadsTo !== undefined) {
        return `Name in smoke-path the page that it leads to, or set smoke-status: ${last.status}.`;
    }
    if (last.status >= 500) {
        return 'See in the application log why the new version fails on this request.';
    }
    if (last.status === 401 || last.status === 403) {
        return `Name in smoke-path a page that answers without a login, or set smoke-status: ${last.status}.`;
    }
    return `Check smoke-path and the routes of the new version, or set smoke-status: ${last.status} if this is right.`;
}


/***/ }),

/***/ 1278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  status: () => (/* binding */ status_status)
});

// EXTERNAL MODULE: ./lib/service/states.js
var states = __webpack_require__(4313);
// EXTERNAL MODULE: ./lib/commands/deadline.js
var deadline = __webpack_require__(7524);
// EXTERNAL MODULE: ./lib/diagnosis/clean-text.js
var clean_text = __webpack_require__(9858);
// EXTERNAL MODULE: ./lib/http/visit.js + 1 modules
var visit = __webpack_require__(388);
// EXTERNAL MODULE: ./lib/inputs/smoke-test.js
var smoke_test = __webpack_require__(249);
// EXTERNAL MODULE: ./lib/report/duration.js
var duration = __webpack_require__(136);
// EXTERNAL MODULE: ./lib/report/outputs.js
var outputs = __webpack_require__(8568);
// EXTERNAL MODULE: ./lib/commands/smoke-texts.js
var smoke_texts = __webpack_require__(5550);
;// CONCATENATED MODULE: ./lib/commands/health.js







/** An answer that takes longer is none. */
const ANSWER_MS = 10_000;
/** States in which a service has instances that answer. */
const SERVING = new Set(['RUNNING', 'OPERATION_IN_PROGRESS']);
/**
 * Asks a service's URL once, for the page of `smoke-path` or else `/`.
 *
 * @param url of the service, without a path
 */
async function healthOf({ inputs, ports, progress }, service, url) {
    const { Status = '' } = service;
    if ((0,states/* isPrivate */.Gw)(service))
        return notAsked('private, and this runner is not in its VPC');
    if (!url)
        return notAsked('it has no URL');
    if (!SERVING.has(Status))
        return notAsked(`the service is ${Status}`);
    const { path = '/', status } = inputs.smoke ?? {};
    progress.hide((0,smoke_test/* queryValues */.R4)(path));
    const page = new URL(path, (0,outputs/* withScheme */.G)(url)).href;
    const { clock, get } = ports;
    const begin = clock.now();
    const seen = await (0,visit/* visit */.Y)(page, {
        get,
        timeoutMs: () => Math.max(1, begin + ANSWER_MS - clock.now()),
        follow: status === undefined || status < 300 || status > 399,
    });
    const ms = (0,duration/* duration */.p)(clock.now() - begin);
    const clean = (0,clean_text/* cleaner */.ZS)(progress.hidden);
    const wrong = (0,smoke_texts/* passes */.WE)(seen, status) ? '' : `; wanted was ${(0,smoke_texts/* wantedText */.z1)(status)}`;
    return {
        short: seen.kind === 'answer' ? `${seen.status}` : 'no answer',
        text: `GET ${(0,smoke_texts/* shownUrl */.zA)(page)} ${(0,smoke_texts/* visitText */.BX)(seen, page, clean)} in ${ms}${wrong}`,
    };
}
function notAsked(why) {
    return { short: undefined, text: `not asked: ${why}` };
}

// EXTERNAL MODULE: ./lib/commands/job.js
var commands_job = __webpack_require__(6061);
// EXTERNAL MODULE: ./lib/commands/open-job.js
var open_job = __webpack_require__(8922);
// EXTERNAL MODULE: ./lib/commands/read-service.js
var read_service = __webpack_require__(4966);
// EXTERNAL MODULE: ./lib/rollback/image-name.js
var image_name = __webpack_require__(5509);
// EXTERNAL MODULE: ./lib/rollback/revision.js
var revision = __webpack_require__(2043);
// EXTERNAL MODULE: ./lib/service/remembered.js
var service_remembered = __webpack_require__(3301);
// EXTERNAL MODULE: ./lib/service/sameness.js
var sameness = __webpack_require__(7818);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/commands/or-note.js

/**
 * Does what a report can go on without: what AWS has against it becomes one of its notes.
 *
 * @param what it means for the report, in a sentence before AWS's own words
 * @returns undefined when it could not be done
 * @throws CancelledError, and what is a fault of the action itself
 */
async function orNote(notes, what, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ) || error instanceof errors/* CancelledError */.cc)
            throw error;
        notes.push(`${what} ${(0,errors/* errorMessage */.gJ)(error)}`);
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/commands/private-url.js
var private_url = __webpack_require__(9365);
;// CONCATENATED MODULE: ./lib/commands/status-read.js







/** Reads what App Runner and ECR tell of a service; what can't be read becomes a note. */
async function readStatus(job, service) {
    const { aws } = job;
    const arn = `${service.ServiceArn}`;
    const notes = [];
    const image = service.SourceConfiguration?.ImageRepository?.ImageIdentifier;
    const [operations = [], tags, stored, domains = [], url] = await Promise.all([
        orNote(notes, 'The operations could not be read.', () => aws.appRunner.newestOperations(arn)),
        orNote(notes, 'The tags of the service could not be read.', () => aws.appRunner.tags(arn)),
        orNote(notes, "The image's digest could not be read.", () => storedDigest(job, service)),
        orNote(notes, 'The domains could not be read.', async () => (await (await aws.domains()).list(arn)).domains),
        urlOf(job, service, notes),
    ]);
    const found = tags && (0,service_remembered/* rememberedIn */.s)(tags);
    const remembered = found && (0,sameness/* isTrueStill */.JG)(found, operations) ? found : undefined;
    return {
        url,
        image,
        digest: digestOf(image, remembered, stored),
        commit: remembered?.commit ?? (0,revision/* revisionIn */.jQ)([(0,image_name/* imageNameOf */.mi)(image ?? '')?.tag ?? '']).commit,
        remembered,
        operations,
        domains,
        notes,
    };
}
function digestOf(image, remembered, stored) {
    const named = (0,image_name/* imageNameOf */.mi)(image ?? '')?.digest;
    if (named)
        return { value: named, source: 'name' };
    if (remembered)
        return { value: remembered.digest, source: 'tags' };
    return stored ? { value: stored, source: 'ECR' } : undefined;
}
/** What ECR has under the tag now; another push may have moved it since the deployment. */
async function storedDigest({ aws }, { SourceConfiguration: source }) {
    const { ImageIdentifier: identifier = '', ImageRepositoryType: type } = source?.ImageRepository ?? {};
    const name = (0,image_name/* imageNameOf */.mi)(identifier);
    if (type !== 'ECR' || !name?.tag || name.digest)
        return undefined;
    return (await aws.ecr.image(name.repository, { tag: name.tag }, name.registryId))?.digest;
}
async function urlOf(job, service, notes) {
    if (!(0,states/* isPrivate */.Gw)(service))
        return service.ServiceUrl || undefined;
    const what = 'Where the private service answers could not be read.';
    const connections = await orNote(notes, what, () => job.aws.appRunner.vpcIngressConnections(`${service.ServiceArn}`));
    return (0,private_url/* domainsOf */.VH)(connections ?? [])[0];
}

// EXTERNAL MODULE: ./lib/commands/operation-texts.js
var operation_texts = __webpack_require__(290);
// EXTERNAL MODULE: ./lib/commands/time-texts.js
var time_texts = __webpack_require__(284);
;// CONCATENATED MODULE: ./lib/commands/status-rows.js





/** Operations that are shown. */
const SHOWN = 5;
/** The service as names and values. */
function serviceRows(service, read, health) {
    const { image, digest, commit, remembered } = read;
    const rows = [
        ['Status', service.Status],
        ['URL', urlText(service, read)],
        ['Health', health.text],
        ['Image', image],
        ['Digest', digest && `${digest.value}${SOURCES[digest.source]}`],
        ['Source', codeText(service)],
        ['Commit', commit],
        ['Deployed by', remembered?.runUrl],
        ['ARN', service.ServiceArn],
        ['Created', service.CreatedAt?.toISOString()],
        ['Changed', service.UpdatedAt?.toISOString()],
    ];
    return rows.flatMap(([name, text]) => (text ? [[name, text]] : []));
}
const SOURCES = {
    tags: ', as tags of the service remember',
    name: '',
    ECR: ', which ECR has under that tag now',
};
function urlText(service, { url }) {
    if (url)
        return `${(0,outputs/* withScheme */.G)(url)}${(0,states/* isPrivate */.Gw)(service) ? ' (from its VPC only)' : ''}`;
    return (0,states/* isPrivate */.Gw)(service) ? 'none: private, and no VPC ingress connection is available' : 'none';
}
function codeText({ SourceConfiguration: source }) {
    const { RepositoryUrl: url, SourceCodeVersion: version } = source?.CodeRepository ?? {};
    return url && `${url}${version?.Value ? `, branch ${version.Value}` : ''}`;
}
/** The last operations: id, type, outcome, duration and age. */
function operationRows(operations, now) {
    return operations.slice(0, SHOWN).map((operation) => {
        const { Id = '', Type = '', Status = '', StartedAt } = operation;
        const ms = (0,operation_texts/* tookMs */.g)(operation);
        return [
            Id,
            Type,
            Status,
            ms === undefined ? '' : (0,duration/* duration */.p)(ms),
            StartedAt ? (0,time_texts/* agoText */.H)(now - StartedAt.getTime()) : '',
        ];
    });
}
/** The last operations as JSON, for an output. */
function operationsOutput(operations) {
    return JSON.stringify(operations.slice(0, SHOWN).map((operation) => {
        const { Id, Type, Status, StartedAt, EndedAt } = operation;
        const ms = (0,operation_texts/* tookMs */.g)(operation);
        return {
            id: Id,
            type: Type,
            status: Status,
            startedAt: StartedAt?.toISOString(),
            endedAt: EndedAt?.toISOString(),
            seconds: ms === undefined ? undefined : Math.round(ms / 1_000),
        };
    }));
}
/** The custom domains with their state and that of the records of their certificates. */
function domainRows(domains) {
    return domains.map(({ DomainName = '', EnableWWWSubdomain, Status = '', CertificateValidationRecords = [] }) => [
        EnableWWWSubdomain ? `${DomainName} and www.${DomainName}` : DomainName,
        Status.toLowerCase(),
        CertificateValidationRecords.map(({ Name = '', Status: state = '' }) => `${Name} ${state.toLowerCase()}`).join(', '),
    ]);
}

// EXTERNAL MODULE: ./lib/commands/tell-section.js
var tell_section = __webpack_require__(7749);
;// CONCATENATED MODULE: ./lib/commands/status.js









/**
 * Tells what a service is and how it does: image, operations, domains, and what its URL answers.
 * Reads only; what may not be read is a note.
 *
 * @throws ActionError when there is no such service
 */
async function status_status(inputs, ports, progress) {
    progress.learn({ serviceName: inputs.service });
    const { job, checked: service } = await (0,open_job/* openJob */.I)(inputs, ports, progress, (aws) => (0,read_service/* existing */.gT)(aws, inputs.service), (opened, found) => {
        (0,commands_job/* learnService */.IF)(opened, found);
        return found;
    });
    return (0,deadline/* withinDeadline */.i)(job, () => (0,commands_job/* phase */.Oi)(job, 'Status', async () => {
        const read = await readStatus(job, service);
        const health = await healthOf(job, service, read.url);
        const now = ports.clock.now();
        const [newest] = read.operations;
        progress.learn({
            serviceUrl: read.url ?? ((0,states/* isPrivate */.Gw)(service) ? '' : undefined),
            image: read.image,
            imageDigest: read.digest?.value,
            commit: read.commit,
            operationId: newest?.Id,
            operationStatus: newest?.Status,
            health: health.short,
            operations: operationsOutput(read.operations),
            domainStatus: domainState(read.domains.map(({ Status = '' }) => Status.toLowerCase())),
        });
        const sections = [
            table('Service', ['', ''], serviceRows(service, read, health)),
            table('Last operations', ['Operation', 'Type', 'Outcome', 'Took', 'Begun'], operationRows(read.operations, now)),
            table('Domains', ['Domain', 'State', 'Certificate records'], domainRows(read.domains)),
            { kind: 'notes', heading: 'Notes', notes: read.notes },
        ];
        for (const section of sections)
            tell(job, section);
        return 'unchanged';
    }));
}
function table(heading, header, rows) {
    return { kind: 'table', heading, header, rows };
}
function tell(job, section) {
    if (section.kind !== 'table' || section.rows.length > 0)
        (0,tell_section/* tellSection */.l)(job, section);
}
/** The state of all domains, or of the first that is not ready; undefined where there are none. */
function domainState(states) {
    return states.find((state) => state !== 'active') ?? states[0];
}


/***/ }),

/***/ 7749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ tellSection)
/* harmony export */ });
/* harmony import */ var _report_sections_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3136);

/** Shows a section in the log now, and in the job summary later. */
function tellSection({ progress, runner }, section) {
    const lines = (0,_report_sections_js__WEBPACK_IMPORTED_MODULE_0__/* .sectionLines */ .D)(section);
    progress.sections = [...progress.sections, section];
    if (lines.length === 0)
        return;
    runner.info('');
    runner.info(`${section.heading}:`);
    for (const line of lines)
        runner.info(`  ${line}`);
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

/***/ 9858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ harmless),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   ZS: () => (/* binding */ cleaner),
/* harmony export */   y1: () => (/* binding */ plainLines)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/** Characters of one log line that are kept. */
const LINE_LENGTH = 500;
/** Shorter values, such as `true` or `8080`, stand in logs for other things as well. */
const SECRET_LENGTH = 8;
/**
 * Makes the cleaner of a run. Its lines have no control characters and no colours, are at most
 * 500 characters long, are no command to the runner, and show `***` for hidden values, also
 * for one line of a value with several and for a value as JSON or a URL writes it.
 *
 * @param hidden values that no line may show; those under 8 characters are left
 */
function cleaner(hidden) {
    const secrets = secretsOf(hidden);
    return (text) => plainLines(text).map((line) => harmless(cut(secrets ? line.replace(secrets, '***') : line)));
}
/** The lines of a text as a terminal would show them, without its control sequences. */
function plainLines(text) {
    const lines = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text)
        .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
        .map((line) => line.replaceAll('\t', '    ').replaceAll(INVISIBLE, '').trimEnd());
    while (lines.length > 0 && lines.at(-1) === '')
        lines.pop();
    return lines;
}
/** Controls, formats such as a change of direction, and halves of surrogate pairs. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
/**
 * A line that the runner takes for text. It reads `::name::` at the start of a line, after any
 * space, and `##[name]` anywhere in it as a command (actions/runner, ActionCommand).
 */
function harmless(line) {
    return line.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '## [');
}
function secretsOf(hidden) {
    const forms = [...hidden]
        .flatMap((value) => [value, JSON.stringify(value).slice(1, -1), urlForm(value)])
        .flatMap(plainLines)
        .map((line) => line.trim())
        .filter((line) => line.length >= SECRET_LENGTH);
    if (forms.length === 0)
        return undefined;
    const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
    return new RegExp(longestFirst.map((form) => RegExp.escape(form)).join('|'), 'g');
}
/** Half a surrogate pair has no form in a URL. */
function urlForm(value) {
    return encodeURIComponent(value.toWellFormed());
}
/** A text of at most `length` characters; an ellipsis stands for what is gone. */
function cut(text, length = LINE_LENGTH) {
    if (text.length <= length)
        return text;
    // The last character may be half of a pair.
    return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}


/***/ }),

/***/ 388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ visit)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/http/redirect.js
/** Answers that send a GET elsewhere (RFC 9110, 15.4). */
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/**
 * Reads a redirect; undefined when the answer is none. The same host is the same name and port,
 * and never a step from https down to http: applications that don't know of the TLS in front
 * of them write http, and mean https.
 *
 * @param url what was asked
 * @param location as the answer says it; may be relative
 */
function redirectOf(url, status, location) {
    if (!REDIRECTS.has(status) || location === undefined)
        return undefined;
    const from = new URL(url);
    const to = URL.parse(location, url);
    if (!to || !/^https?:$/.test(to.protocol))
        return { kind: 'elsewhere', url: location };
    if (to.host !== from.host)
        return { kind: 'elsewhere', url: to.href };
    to.protocol = from.protocol === 'https:' ? from.protocol : to.protocol;
    return { kind: 'here', url: to.href };
}

;// CONCATENATED MODULE: ./lib/http/visit.js


const MOST_REDIRECTS = 5;
/**
 * Asks a URL once. That nothing answers is a visit too, with the reason why.
 *
 * @throws CancelledError
 */
async function visit(start, visiting) {
    let url = start;
    try {
        for (let followed = 0;; followed += 1) {
            const { status, location, body } = await visiting.get(url, visiting.timeoutMs());
            const redirect = redirectOf(url, status, location);
            const further = visiting.follow && followed < MOST_REDIRECTS && redirect?.kind === 'here';
            if (!further) {
                return { kind: 'answer', url, status, ...(redirect && { leadsTo: redirect.url }), body };
            }
            url = redirect.url;
        }
    }
    catch (error) {
        if (error instanceof errors/* CancelledError */.cc)
            throw error;
        return { kind: 'silence', url, error: (0,errors/* errorMessage */.gJ)(error) };
    }
}


/***/ }),

/***/ 136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ duration)
/* harmony export */ });
/** Milliseconds as a person reads them: 480 ms, 5.2 s, 3 min 04 s. */
function duration(ms) {
    if (ms < 999.5)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1_000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1_000);
    return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}


/***/ }),

/***/ 3136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ sectionLines),
/* harmony export */   T: () => (/* binding */ sectionMarkdown)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3021);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6906);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9965);



/** Characters of a cell and of a note, and bytes of a section: GitHub drops a summary of 1 MiB. */
const CELL_LENGTH = 500;
const NOTE_LENGTH = 1_000;
const SECTION_BYTES = 100_000;
const LINES_LENGTH = 100_000;
/** A section for the run's log; the cells of a table stand in columns. */
function sectionLines(section) {
    switch (section.kind) {
        case 'table': {
            const all = [section.header, ...section.rows].filter((row) => row.some(Boolean));
            const widths = section.header.map((_, column) => Math.max(...all.map((row) => (0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(row[column] ?? '', CELL_LENGTH).length)));
            return all.map((row) => row
                .map((text, column) => (0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(text, CELL_LENGTH).padEnd(widths[column] ?? 0))
                .join('  ')
                .trimEnd());
        }
        case 'lines':
            return [...section.lines];
        case 'notes':
            return section.notes.map((note) => (0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(note, NOTE_LENGTH));
    }
}
/** A section as Markdown; empty where it has nothing to tell. */
function sectionMarkdown(section) {
    const body = bodyOf(section);
    return body.length === 0 ? '' : [`#### ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(section.heading)}`, ...body].join('\n\n');
}
function bodyOf(section) {
    switch (section.kind) {
        case 'table': {
            const rows = section.rows.map((row) => row.map((text) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)((0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(text, CELL_LENGTH))));
            const { shown, left } = (0,_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsThatFit */ .Y)(rows, SECTION_BYTES);
            return rows.length === 0 ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(section.header, shown), ...(0,_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .tooMany */ .O)(left)];
        }
        case 'lines': {
            const shown = (0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .lastThatFit */ .XI)(section.lines, LINES_LENGTH);
            return shown.length === 0
                ? []
                : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)(shown), ...(0,_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .tooMany */ .O)(section.lines.length - shown.length)];
        }
        case 'notes':
            return section.notes.length === 0
                ? []
                : [section.notes.map((note) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)((0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(note, NOTE_LENGTH))}`).join('\n')];
    }
}


/***/ }),

/***/ 5509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mi: () => (/* binding */ imageNameOf),
/* harmony export */   xP: () => (/* binding */ identifierOf),
/* harmony export */   yS: () => (/* binding */ isSameName)
/* harmony export */ });
const IDENTIFIER = /^(?<name>(?:(?<registryId>\d{12})\.dkr\.ecr\.[^/]+|[^/]+)\/(?<repository>[^:@]+))(?::(?<tag>[^@]+))?(?:@(?<digest>.+))?$/;
/** Takes an image's identifier apart; undefined for what is none. */
function imageNameOf(identifier) {
    const { name, repository, registryId, tag, digest } = IDENTIFIER.exec(identifier)?.groups ?? {};
    return name && repository ? { name, repository, registryId, tag, digest } : undefined;
}
/** The identifier that names an image by its tag or, without one, by its digest. */
function identifierOf({ name, tag, digest }) {
    return tag ? `${name}:${tag}` : `${name}@${digest}`;
}
/** True when two identifiers name the same tag, or the same digest where there is no tag. */
function isSameName(one, other) {
    const [a, b] = [imageNameOf(one), imageNameOf(other)];
    return a !== undefined && b !== undefined && identifierOf(a) === identifierOf(b);
}


/***/ }),

/***/ 2043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DT: () => (/* binding */ revisionOf),
/* harmony export */   Le: () => (/* binding */ revisionText),
/* harmony export */   jQ: () => (/* binding */ revisionIn)
/* harmony export */ });
/** A commit, alone or after the name of a preview's service; the default tags of this action. */
const MADE_FOR = /^(?:.*-pr-(?<pull>[1-9]\d{0,15})-)?(?<commit>[0-9a-f]{40})$/;
/** Reads what an image was made from of its tags; empty where they do not tell. */
function revisionIn(tags) {
    for (const tag of tags) {
        const { commit, pull } = MADE_FOR.exec(tag)?.groups ?? {};
        if (commit)
            return { commit, ...(pull && { pullRequest: Number(pull) }) };
    }
    return {};
}
/** Where builds write the commit (OCI image specification, annotations). */
const LABEL = 'org.opencontainers.image.revision';
/** Reads the commit of an image's label; undefined where it has none that is a commit. */
function revisionOf(config) {
    const { config: { Labels } = {} } = JSON.parse(config);
    const revision = Labels?.[LABEL];
    return revision && /^[0-9a-f]{7,64}$/.test(revision) ? revision : undefined;
}
/** What an image was made from, in words; empty where that is not known. */
function revisionText({ commit, pullRequest }) {
    const from = [
        pullRequest !== undefined && `pull request ${pullRequest}`,
        commit && `commit ${commit}`,
    ].filter(Boolean);
    return from.join(', ');
}


/***/ })

};
