export const id = 797;
export const ids = [797];
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
/** The changed settings as a Markdown table; empty when there are none. */
function changeTable(changes) {
    if (changes.length === 0)
        return '';
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .t)(['Setting', 'Change', 'Before', 'After'], changes.map(({ setting, kind, before, after }) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .H)(setting),
        kind,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .H)(before ?? ''),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .H)(after ?? ''),
    ]));
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

/***/ 1797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportEnd: () => (/* binding */ reportEnd)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/result.js
var lib_result = __webpack_require__(4138);
// EXTERNAL MODULE: ./lib/diagnosis/clean-text.js
var clean_text = __webpack_require__(9858);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
;// CONCATENATED MODULE: ./lib/report/diagnosis.js


/** Characters of one code block: GitHub drops a summary of more than 1 MiB. */
const BLOCK_LENGTH = 100_000;
/** Log lines in an annotation. GitHub shows 4096 bytes of one, the log has them all. */
const ANNOTATION_LINES = 10;
const ANNOTATION_LENGTH = 200;
/**
 * The text of the error annotation. Its first line is the cause; where none is known, it is the
 * failure's own, and App Runner's lines follow.
 *
 * @param failure the error's text
 */
function annotation(failure, diagnosis) {
    const { cause, remedy, events, notes, links } = diagnosis;
    const { who, lines } = lastLines(diagnosis);
    const half = ANNOTATION_LINES / 2;
    const known = cause !== undefined;
    const last = lines.slice(known ? -ANNOTATION_LINES : -half);
    const fromEvents = known && lines.length > 0 ? [] : events.slice(-half);
    return block([
        cause,
        failure,
        remedy,
        ...listed('App Runner says:', fromEvents.map(diagnosis_short)),
        ...listed(`The ${who} logged last:`, last.map(diagnosis_short)),
        ...notes,
        ...Object.entries(links).map(([title, url]) => `${title}: ${url}`),
    ]).join('\n');
}
/** Everything that was found out, as lines for the run's log. */
function logLines(diagnosis) {
    const { cause, remedy, events, notes, links } = diagnosis;
    const { who, lines } = lastLines(diagnosis);
    return block([
        cause === undefined ? 'The logs show no cause that is known.' : `Cause: ${cause}`,
        remedy && `What to do: ${remedy}`,
        ...listed("App Runner's event log:", events),
        ...listed(`The ${who}'s log, last lines:`, lines),
        ...notes,
        ...Object.entries(links).map(([title, url]) => `${title}: ${url}`),
    ]);
}
/** The section of the job summary; what came from outside is shown as it is, never as markup. */
function diagnosisMarkdown(diagnosis) {
    const { cause, remedy, events, notes, links } = diagnosis;
    const { who, lines } = lastLines(diagnosis);
    return [
        '#### Why it failed',
        cause && `**${(0,markdown/* cell */.H)(cause)}**`,
        remedy && (0,markdown/* cell */.H)(remedy),
        ...fenced('App Runner says:', events),
        ...fenced(`The ${who} logged last:`, lines),
        notes.map((note) => `- ${(0,markdown/* cell */.H)(note)}`).join('\n'),
        Object.entries(links)
            .map(([title, url]) => `[${(0,markdown/* cell */.H)(title)}](${url})`)
            .join(' · '),
    ]
        .filter(Boolean)
        .join('\n\n');
}
/** Where a build failed, there is no application whose lines could be shown. */
function lastLines({ build, application }) {
    return build ? { who: 'build', lines: build } : { who: 'application', lines: application };
}
function diagnosis_short(line) {
    return (0,clean_text/* cut */.Jj)(line, ANNOTATION_LENGTH);
}
function listed(title, lines) {
    return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}
/** Single lines that the runner takes for text, whatever they were made from. */
function block(texts) {
    return texts
        .filter((text) => text !== undefined && text !== '')
        .flatMap((text) => `${text}`.split(/\r\n|[\r\n]/))
        .map(clean_text/* harmless */.Is);
}
/** The last lines that fit into a part of the summary. */
function lastOf(lines) {
    let left = BLOCK_LENGTH;
    const first = lines.findLastIndex((line) => {
        left -= line.length + 1;
        return left < 0;
    });
    return lines.slice(first + 1);
}
/** A code block; its fence is longer than every run of backticks in it. */
function fenced(title, lines) {
    if (lines.length === 0)
        return [];
    const text = lastOf(lines.map((line) => line.replaceAll(/[\r\n]+/g, ' '))).join('\n');
    const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
    const fence = '`'.repeat(Math.max(2, ...runs) + 1);
    return [title, `${fence}text\n${text}\n${fence}`];
}

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
    const nothing = pushed || cancelled ? ['The service was not changed.'] : [];
    return [...image, ...(acts.length === 0 ? nothing : acts.map(sentence))];
}
function sentence({ call, operationId, status, effect }) {
    if (effect)
        return `This run called ${call}: ${effect}.`;
    if (!status)
        return `Whether App Runner took ${call} is not known: its answer did not come.`;
    const operation = operationId ? `operation ${operationId}` : 'an operation without an id';
    return UNDER_WAY.has(status)
        ? `App Runner goes on with ${operation} (${call}), last seen ${status}; it can't be stopped.`
        : `This run called ${call}: ${operation} is ${status}.`;
}

// EXTERNAL MODULE: ./lib/report/changes.js
var report_changes = __webpack_require__(9495);
// EXTERNAL MODULE: ./lib/report/duration.js
var duration = __webpack_require__(136);
;// CONCATENATED MODULE: ./lib/report/summary.js






const HEADLINES = {
    created: 'created',
    updated: 'updated',
    deployed: 'deployed again with the same settings',
    unchanged: 'unchanged, image and settings are what runs already',
    planned: 'planned, nothing was changed',
    deleted: 'deleted',
    paused: 'paused',
    resumed: 'resumed',
    'rolled-back': 'not deployed: App Runner rolled back to the version before',
};
const FAILED = {
    deploy: 'not deployed',
    pause: 'not paused',
    resume: 'not resumed',
    delete: 'not deleted',
};
/** The job summary in Markdown: what was done, where it runs, how long each phase took. */
function summary({ command, result, facts, phases, changes, plan = [], failure, diagnosis, }) {
    const name = facts.serviceName ? `App Runner service ${(0,markdown/* cell */.H)(facts.serviceName)}` : 'App Runner';
    const rows = [
        ['URL', facts.serviceUrl && `<${(0,report_outputs/* withScheme */.G)(facts.serviceUrl)}>`],
        ['Result', result],
        ['Service', facts.serviceArn && (0,markdown/* cell */.H)(facts.serviceArn)],
        ['Service status', facts.serviceStatus],
        ['Operation', facts.operationId && `${(0,markdown/* cell */.H)(facts.operationId)} ${facts.operationStatus ?? ''}`],
        ['Image', facts.image && (0,markdown/* cell */.H)(facts.image)],
        ['Image digest', facts.imageDigest && (0,markdown/* cell */.H)(facts.imageDigest)],
    ].filter((row) => Boolean(row[1]));
    const parts = [
        `### ${name}: ${headline(command, result, facts, phases)}`,
        failure
            ?.split('\n')
            .map((line) => `> ${(0,markdown/* cell */.H)(line)}`)
            .join('\n>\n'),
        diagnosis && diagnosisMarkdown(diagnosis),
        (0,markdown/* table */.t)(['', ''], rows),
        plan.map((step, index) => `${index + 1}. ${(0,markdown/* cell */.H)(step)}`).join('\n'),
        (0,report_changes/* changeTable */.H)(changes),
        phaseTable(phases),
    ];
    return `${parts.filter(Boolean).join('\n\n')}\n`;
}
function headline(command, result, { operationId }, phases) {
    if (result !== 'failed')
        return HEADLINES[result];
    if (phases.at(-1)?.name !== lib_result/* SMOKE_TEST */.t)
        return FAILED[command];
    return operationId
        ? 'deployed, but the smoke test failed'
        : 'nothing to deploy, but the smoke test failed';
}
function phaseTable(phases) {
    if (phases.length === 0)
        return '';
    const total = phases.reduce((sum, { ms }) => sum + ms, 0);
    return (0,markdown/* table */.t)(['Phase', 'Time'], [...phases, { name: 'Total', ms: total }].map(({ name, ms }) => [name, (0,duration/* duration */.p)(ms)]));
}

;// CONCATENATED MODULE: ./lib/report/end.js






/**
 * Tells how a run ended: log, outputs, job summary and, after a failure, an error annotation.
 *
 * @param error what was thrown; undefined after a success
 */
async function reportEnd(runner, progress, result, error) {
    const { command, facts, phases, changes, plan, diagnosis } = progress;
    const outputs = (0,report_outputs/* outputsOf */.Y)(facts, result);
    const failure = error === undefined ? undefined : failureText(error);
    if (failure === undefined)
        runner.info(`Service URL: ${outputs['service-url'] ?? 'none'}`);
    else {
        if (diagnosis) {
            runner.startGroup('Why it failed');
            for (const line of logLines(diagnosis))
                runner.info(line);
            runner.endGroup();
        }
        runner.error(diagnosis ? annotation(failure, diagnosis) : failure, title(progress, error));
        for (const line of soFar(progress, error instanceof errors/* CancelledError */.cc))
            runner.info(line);
        for (const cause of (0,errors/* causes */.ps)(error))
            runner.debug(`Caused by ${cause}`);
    }
    for (const [name, value] of Object.entries(outputs))
        runner.setOutput(name, value);
    const text = summary({ command, result, facts, phases, changes, plan, failure, diagnosis });
    await runner.summary(text).catch((unwritten) => {
        // The verdict is AWS's; it does not hang on a file of the runner.
        runner.warning(`The job summary could not be written: ${(0,errors/* errorMessage */.gJ)(unwritten)}`);
    });
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
    return phases.at(-1)?.name === lib_result/* SMOKE_TEST */.t ? 'Smoke test failed' : TITLES[command];
}
const TITLES = {
    deploy: 'Deployment failed',
    pause: 'Pause failed',
    resume: 'Resume failed',
    delete: 'Delete failed',
};


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ cell),
/* harmony export */   t: () => (/* binding */ table)
/* harmony export */ });
/** Text that came from outside, safe in a Markdown table cell: shown as it is, never as markup. */
function cell(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/[\\`*_{}[\]()#+!|~@]/g, (character) => `&#${character.codePointAt(0)};`);
}
/** A table of header and rows; the cells are Markdown already. */
function table(header, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}


/***/ }),

/***/ 8568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ withScheme),
/* harmony export */   Y: () => (/* binding */ outputsOf)
/* harmony export */ });
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

/***/ 4138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ SMOKE_TEST)
/* harmony export */ });
/** The phase that comes after the deployment has succeeded. */
const SMOKE_TEST = 'Smoke test';


/***/ })

};
