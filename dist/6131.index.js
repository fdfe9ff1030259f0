export const id = 6131;
export const ids = [6131];
export const modules = {

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

/***/ 9495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ changeTable),
/* harmony export */   O: () => (/* binding */ changeLines)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3021);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6906);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9965);



/** The changed settings as lines of a table, for the log; values only where they are no secret. */
function changeLines(changes) {
    const rows = changes.map(({ setting, kind, before, after }) => {
        const values = [before, after].filter((value) => value !== undefined).map(inOneLine);
        return [kind, inOneLine(setting), values.join(' -> ')];
    });
    const valued = rows.filter(([, , values]) => values !== '');
    const width = Math.max(0, ...valued.map(([, setting]) => setting.length));
    return rows.map(([kind, setting, values]) => `${kind.padEnd('changed'.length)}  ${setting.padEnd(width)}  ${values}`.trimEnd());
}
/** What others wrote, such as a tag, must not start a line of its own in the log. */
function inOneLine(text) {
    return text.replaceAll(/[\s\p{Cc}]+/gu, ' ');
}
/** Characters of a cell. */
const CELL_LENGTH = 500;
/**
 * The changed settings as a Markdown table; empty when there are none.
 *
 * @param bytes room for it; what does not fit is counted
 */
function changeTable(changes, bytes = 100_000) {
    if (changes.length === 0)
        return '';
    const shownShort = (text = '') => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)((0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(text, CELL_LENGTH));
    const { shown, left } = (0,_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsThatFit */ .Y)(changes.map(({ setting, kind, before, after }) => [
        shownShort(setting),
        kind,
        shownShort(before),
        shownShort(after),
    ]), bytes);
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Setting', 'Change', 'Before', 'After'], shown), ...(0,_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .tooMany */ .O)(left)].join('\n\n');
}


/***/ }),

/***/ 3523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ logLink),
/* harmony export */   o: () => (/* binding */ serviceLink)
/* harmony export */ });
/**
 * The page of a service in the AWS console, with its logs open, in the form that the console's
 * own address bar shows.
 */
function serviceLink(region, serviceArn) {
    return `${consoleOf(region, 'apprunner')}#/services/dashboard?service_arn=${encodeURIComponent(serviceArn)}&active_tab=logs`;
}
/** A log group in the AWS console, or one stream of it. */
function logLink(region, group, stream) {
    const inStream = stream === undefined ? '' : `/log-events/${inFragment(stream)}`;
    return `${consoleOf(region, 'cloudwatch')}#logsV2:log-groups/log-group/${inFragment(group)}${inStream}`;
}
function consoleOf(region, service) {
    return `https://${region}.console.aws.amazon.com/${service}/home?region=${region}`;
}
/** CloudWatch's console encodes names twice and then writes `$` for `%`: a slash is `$252F`. */
function inFragment(name) {
    return encodeURIComponent(encodeURIComponent(name)).replaceAll('%', '$');
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

/***/ 6208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportEnd: () => (/* binding */ reportEnd),
  reportOf: () => (/* binding */ reportOf)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/result.js
var result = __webpack_require__(4138);
// EXTERNAL MODULE: ./lib/report/diagnosis.js
var report_diagnosis = __webpack_require__(2175);
// EXTERNAL MODULE: ./lib/report/outputs.js
var report_outputs = __webpack_require__(8568);
;// CONCATENATED MODULE: ./lib/report/so-far.js
const UNDER_WAY = new Set(['PENDING', 'IN_PROGRESS', 'ROLLBACK_IN_PROGRESS']);
/**
 * What a run that failed had changed, and what goes on in AWS after it, in sentences; nothing
 * is half done in silence.
 *
 * @param cancelled true when the run was stopped, so that it can't say how things end
 */
function soFar({ facts, pushed, acts }, cancelled) {
    const image = pushed && facts.imageDigest
        ? [`The image was pushed: ${facts.image}@${facts.imageDigest}.`]
        : [];
    const before = acts.filter(({ call }) => OF_THE_REPOSITORY.has(call));
    const ofTheService = acts.filter((act) => !before.includes(act));
    const unchanged = pushed || cancelled || before.length > 0 ? ['The service was not changed.'] : [];
    const nothing = [...unchanged, ...(cancelled ? goingOn(facts) : [])];
    return [
        ...before.map(sentence),
        ...image,
        ...(ofTheService.length === 0 ? nothing : ofTheService.map(sentence)),
    ];
}
/** What is done to the repository is done before the push, and changes no service. */
const OF_THE_REPOSITORY = new Set(['CreateRepository', 'PutLifecyclePolicy']);
/** An operation that another run has started, which this one has only followed. */
function goingOn({ operationId, operationStatus = '' }) {
    return operationId && UNDER_WAY.has(operationStatus)
        ? [
            `App Runner goes on with operation ${operationId}, last seen ${operationStatus}; it can't be stopped.`,
        ]
        : [];
}
function sentence({ call, operationId, status, effect }) {
    if (effect)
        return `This run called ${call}: ${effect}.`;
    if (!status)
        return `Whether AWS took ${call} is not known: its answer did not come.`;
    const operation = operationId ? `operation ${operationId}` : 'an operation without an id';
    return UNDER_WAY.has(status)
        ? `App Runner goes on with ${operation} (${call}), last seen ${status}; it can't be stopped.`
        : `This run called ${call}: ${operation} is ${status}.`;
}

// EXTERNAL MODULE: ./lib/report/changes.js
var report_changes = __webpack_require__(9495);
// EXTERNAL MODULE: ./lib/report/domain.js
var domain = __webpack_require__(3048);
// EXTERNAL MODULE: ./lib/report/duration.js
var duration = __webpack_require__(136);
// EXTERNAL MODULE: ./lib/report/headline.js
var headline = __webpack_require__(5916);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
// EXTERNAL MODULE: ./lib/report/plain.js
var plain = __webpack_require__(6906);
// EXTERNAL MODULE: ./lib/report/rows.js
var report_rows = __webpack_require__(9965);
// EXTERNAL MODULE: ./lib/report/sections.js
var report_sections = __webpack_require__(3136);
;// CONCATENATED MODULE: ./lib/report/sweep.js



/** Characters of a cell. */
const CELL_LENGTH = 500;
/**
 * The previews that a sweep was about as a Markdown table; empty when there were none.
 *
 * @param bytes room for it; what does not fit is counted
 */
function sweepTable(rows, bytes = 300_000) {
    if (rows.length === 0)
        return '';
    const { shown, left } = (0,report_rows/* rowsThatFit */.Y)(rows.map(({ service, pullRequest, why, outcome }) => [
        (0,markdown/* code */.aY)((0,plain/* short */.h0)(service, CELL_LENGTH)),
        `${pullRequest}`,
        (0,markdown/* cell */.Hn)((0,plain/* short */.h0)(why, CELL_LENGTH)),
        (0,markdown/* cell */.Hn)((0,plain/* short */.h0)(outcome, CELL_LENGTH)),
    ]), bytes);
    return [(0,markdown/* table */.tp)(['Service', 'Pull request', 'Why', 'Outcome'], shown), ...(0,report_rows/* tooMany */.O)(left)].join('\n\n');
}

;// CONCATENATED MODULE: ./lib/report/timeline.js

const HOUR = 3_600_000;
/** What begins another line than a task in a gantt chart of Mermaid: its own words, and a date. */
const KEYWORDS = /^(gantt|dateformat|inclusiveenddates|topaxis|axisformat|tickinterval|includes|excludes|todaymarker|weekday|weekend|title|acctitle|accdescr|section|displaymode|click|call|href|end|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d{4}-)/i;
/**
 * The phases as a chart that GitHub draws in a job summary, one bar each, on an axis that begins
 * with the run: phases come one after the other. Empty where there is nothing to compare.
 *
 * Times of the day, not milliseconds since 1970: Mermaid shows both in the reader's time zone, and
 * in one of half an hour a run of milliseconds would begin at 30:00.
 */
function timeline(phases) {
    const total = phases.reduce((sum, { ms }) => sum + ms, 0);
    if (phases.length < 2 || total >= 24 * HOUR)
        return '';
    let begin = 0;
    const tasks = phases.map(({ name, ms }) => {
        const task = `    ${label(name)} (${(0,duration/* duration */.p)(ms)}) :${timeOfDay(begin)}, ${Math.max(1, Math.round(ms))}ms`;
        begin += ms;
        return task;
    });
    return [
        '```mermaid',
        'gantt',
        '    dateFormat HH:mm:ss.SSS',
        `    axisFormat ${total < HOUR ? '%M:%S' : '%H:%M:%S'}`,
        '    todayMarker off',
        ...tasks,
        '```',
    ].join('\n');
}
/** A name without the signs that mean something to Mermaid. */
function label(name) {
    const plain = name
        .replaceAll(/[^\p{L}\p{N} ./-]+/gu, ' ')
        .replaceAll(/ +/g, ' ')
        .trim() || 'Phase';
    return KEYWORDS.test(plain) ? `The ${plain}` : plain;
}
/** Milliseconds after midnight as 01:02:03.004 */
function timeOfDay(ms) {
    return new Date(ms).toISOString().slice(11, 23);
}

// EXTERNAL MODULE: ./lib/report/told.js
var told = __webpack_require__(4821);
;// CONCATENATED MODULE: ./lib/report/summary.js













/** Characters of the error's text. */
const FAILURE_LENGTH = 10_000;
/** Characters of one step of a plan, and bytes of all. */
const STEP_LENGTH = 2_000;
const PLAN_BYTES = 100_000;
/**
 * The job summary in Markdown: what was done, where it runs, how long each phase took. It is below
 * the 1 MiB that GitHub shows, whatever the report holds.
 *
 * @param about what the pull request's comment is about, for a run that has one: the summary
 *   begins with the same words then
 */
function summary(report, about) {
    const { plan = [], sweep = [], sections = [], changes, phases } = report;
    const parts = [
        ...(about ? toldParts(report, about) : ownParts(report)),
        planList(plan),
        sweepTable(sweep),
        ...sections.map(report_sections/* sectionMarkdown */.T),
        (0,domain/* domainPart */.o3)(report.facts.domain),
        (0,report_changes/* changeTable */.H)(changes),
        timeline(phases),
        phaseTable(report),
    ];
    return `${parts.filter(Boolean).join('\n\n')}\n`;
}
function toldParts(report, about) {
    return [
        (0,told/* toldMarkdown */.n$)(about, { state: 'ended', report }, told/* COMMENT_LENGTH */.N$),
        (0,markdown/* table */.tp)(['', ''], detailRows(report)),
    ];
}
function ownParts(report) {
    const { facts, failure, reason, diagnosis } = report;
    const url = facts.serviceUrl === '' ? told/* PRIVATE */.Uj : facts.serviceUrl;
    const rows = [
        ['URL', facts.serviceUrl ? (0,markdown/* bareLink */.hs)((0,report_outputs/* withScheme */.G)(facts.serviceUrl)) : url],
        (0,domain/* domainRow */.RJ)(facts.domain),
        ...detailRows(report),
    ].filter((row) => Boolean(row[1]));
    return [
        `### ${subject(report)}: ${(0,headline/* headline */.Pl)(report)}`,
        reason ? (0,told/* reasoned */.uI)(reason) : '',
        failure ? (0,told/* quoted */.TL)(failure, FAILURE_LENGTH) : '',
        diagnosis ? (0,report_diagnosis/* diagnosisMarkdown */.PS)(diagnosis) : '',
        (0,markdown/* table */.tp)(['', ''], rows),
    ];
}
function subject({ facts: { serviceName } }) {
    return serviceName ? `App Runner service ${(0,markdown/* cell */.Hn)(serviceName)}` : 'App Runner';
}
function detailRows({ result, facts }) {
    const rows = [
        ['Result', result],
        ['Service', facts.serviceArn],
        ['Service status', facts.serviceStatus],
        ['Operation', facts.operationId && `${facts.operationId} ${facts.operationStatus ?? ''}`],
        ['Image', facts.image],
        ['Image digest', facts.imageDigest],
        ['Commit', facts.commit],
    ];
    return rows.flatMap(([name, text]) => (text ? [[name, (0,markdown/* cell */.Hn)((0,plain/* short */.h0)(text, STEP_LENGTH))]] : []));
}
function planList(plan) {
    const steps = plan.map((step, index) => [`${index + 1}. ${(0,markdown/* cell */.Hn)((0,plain/* short */.h0)(step, STEP_LENGTH))}`]);
    const { shown, left } = (0,report_rows/* rowsThatFit */.Y)(steps, PLAN_BYTES);
    return [shown.join('\n'), ...(0,report_rows/* tooMany */.O)(left)].join('\n\n');
}
function phaseTable({ phases }) {
    if (phases.length === 0)
        return '';
    return (0,markdown/* table */.tp)(['Phase', 'Time'], [...phases, { name: 'Total', ms: (0,headline/* totalMs */.Vk)(phases) }].map(({ name, ms }) => [
        (0,markdown/* cell */.Hn)(name),
        (0,duration/* duration */.p)(ms),
    ]));
}

;// CONCATENATED MODULE: ./lib/report/end.js







/**
 * What a run has to tell, for job summary, comment and deployment alike.
 *
 * @param error what was thrown; undefined after a success
 */
function reportOf({ command, facts, phases, changes, plan, sections, diagnosis }, result, error, beside = {}) {
    const failure = error === undefined ? undefined : failureText(error);
    return { command, result, facts, phases, changes, plan, sections, failure, diagnosis, ...beside };
}
/**
 * Tells how a run ended: log, outputs, job summary and, after a failure, an error annotation.
 *
 * @param error what was thrown; undefined after a success
 * @param about what the comment on the pull request is about, where the run keeps one: the job
 *   summary says the same then
 */
async function reportEnd(runner, progress, result, error, beside = {}, about) {
    const report = reportOf(progress, result, error, beside);
    const { facts, failure, diagnosis } = report;
    const outputs = (0,report_outputs/* outputsOf */.Y)(facts, result);
    if (failure === undefined)
        sayWhere(runner, report);
    else {
        if (diagnosis) {
            runner.startGroup('Why it failed');
            for (const line of (0,report_diagnosis/* logLines */.OG)(diagnosis))
                runner.info(line);
            runner.endGroup();
        }
        runner.error(diagnosis ? (0,report_diagnosis/* annotation */.w7)(failure, diagnosis) : failure, title(progress, error));
        for (const line of soFar(progress, error instanceof errors/* CancelledError */.cc))
            runner.info(line);
        for (const cause of (0,errors/* causes */.ps)(error))
            runner.debug(`Caused by ${cause}`);
    }
    for (const [name, value] of Object.entries(outputs))
        runner.setOutput(name, value);
    await runner.summary(summary(report, about)).catch((unwritten) => {
        // The verdict is AWS's; it does not hang on a file of the runner.
        runner.warning(`The job summary could not be written: ${(0,errors/* errorMessage */.gJ)(unwritten)}`);
    });
}
/** Where the service answers, unless it is gone or that is not known. */
function sayWhere(runner, { result, facts: { serviceUrl } }) {
    if (result === 'deleted' || serviceUrl === undefined)
        return;
    runner.info(`Service URL: ${serviceUrl ? (0,report_outputs/* withScheme */.G)(serviceUrl) : told/* PRIVATE */.Uj}`);
}
/** What was thrown, in words; an error that is not ours is a fault of this action. */
function failureText(error) {
    if (error instanceof errors/* ActionError */.lZ)
        return error.message;
    const place = error instanceof Error ? `\n${error.stack ?? ''}` : '';
    return `This is a fault in the action itself, please report it: ${(0,errors/* errorMessage */.gJ)(error)}${place}`;
}
function title({ command, phases }, error) {
    if (error instanceof errors/* InputError */.dz)
        return 'Wrong input';
    if (error instanceof errors/* CancelledError */.cc)
        return 'Cancelled';
    if (phases.at(-1)?.name === result/* DOMAIN */.V)
        return 'Domain failed';
    return phases.at(-1)?.name === result/* SMOKE_TEST */.t ? 'Smoke test failed' : TITLES[command];
}
const TITLES = {
    deploy: 'Deployment failed',
    pause: 'Pause failed',
    resume: 'Resume failed',
    delete: 'Delete failed',
    teardown: 'Preview not deleted',
    sweep: 'Sweep failed',
    rollback: 'Not gone back',
    wait: 'Operation failed',
    status: 'Status failed',
    logs: 'Logs failed',
    skip: 'Failed',
};


/***/ }),

/***/ 9965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ tooMany),
/* harmony export */   Y: () => (/* binding */ rowsThatFit)
/* harmony export */ });
/**
 * The first rows that fit: GitHub drops a job summary of more than 1 MiB.
 *
 * @param rows of Markdown cells
 * @param bytes room for them as UTF-8
 */
function rowsThatFit(rows, bytes) {
    let room = bytes;
    const end = rows.findIndex((row) => {
        room -= row.reduce((sum, text) => sum + Buffer.byteLength(text) + 3, 3);
        return room < 0;
    });
    return end === -1
        ? { shown: rows, left: 0 }
        : { shown: rows.slice(0, end), left: rows.length - end };
}
/** What stands below rows of which some are left out, as paragraphs. */
function tooMany(left) {
    return left === 0 ? [] : [`${left} more are in the log.`];
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


/***/ })

};
