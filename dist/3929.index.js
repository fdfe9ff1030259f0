export const id = 3929;
export const ids = [3929,5931];
export const modules = {

/***/ 6883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ Patience)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _report_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(136);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7524);




/** A new role becomes assumable, and a name free, within about this time or not at all. */
const SETTLE_MS = 120_000;
const AGAIN_MS = 5_000;
/** Two refusals further apart had a wait for something else between them, such as maintenance. */
const TRIED_MS = 30_000;
/** Refusals worth waiting for, in words; the first two end with the deadline only. */
const REASONS = {
    state: 'The service does not take the call in its present state',
    gone: 'The service is not there any more',
    role: 'App Runner can not assume the role yet, as happens with a new one',
    'name-taken': 'A service of that name exists',
};
/** Waits after refusals: for those that pass by themselves, as long as their kind deserves. */
class Patience {
    #job;
    #deadline;
    /** When a refusal came last, and how long the call has been tried by then. */
    #tried = new Map();
    /** @param deadline milliseconds since 1970 */
    constructor(job, deadline) {
        this.#job = job;
        this.#deadline = deadline;
    }
    /**
     * Waits some seconds, so that the call can be made again.
     *
     * @throws ActionError for a refusal that waiting does not change, or did not
     */
    async after({ refusal, error }) {
        const { ports, runner } = this.#job;
        const reason = REASONS[refusal];
        if (!reason)
            throw await explained(error);
        const now = ports.clock.now();
        const last = this.#tried.get(refusal);
        if (!last)
            runner.info(`${reason}; trying again. ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(error)}`);
        const since = last ? now - last.at : 0;
        const ms = (last?.ms ?? 0) + (since > TRIED_MS ? 0 : since);
        this.#tried.set(refusal, { at: now, ms });
        if (refusal !== 'state' && ms >= SETTLE_MS) {
            throw await explained(error, `It was tried for ${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p)(ms)}.`);
        }
        if (now >= this.#deadline)
            throw (0,_deadline_js__WEBPACK_IMPORTED_MODULE_2__/* .overdue */ .T)(this.#job, `App Runner still refuses: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(error)}`);
        await ports.clock.sleep(Math.min(AGAIN_MS, this.#deadline - now));
    }
}
/** A refusal that stands, with what its text is known to mean. */
async function explained(error, tried = '') {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ))
        return error;
    // Only what fails needs it.
    const { knownRefusal } = await __webpack_require__.e(/* import() */ 4895).then(__webpack_require__.bind(__webpack_require__, 7276));
    const known = knownRefusal((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCode */ .CA)(error.cause), (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(error.cause));
    if (!known && !tried)
        return error;
    const told = [known && `${sentence(known.cause)}.`, error.message, tried, known?.remedy];
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(told.filter(Boolean).join(' '), { cause: error.cause });
}
function sentence(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
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

/***/ 5200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ settleAll)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * Does the work for every item, at most `limit` at once, in their order; a failure does not keep
 * the others from being done.
 *
 * @returns what became of each, in the order of the items
 * @throws CancelledError as soon as one work throws it; no further work is begun then
 */
async function settleAll(items, limit, work) {
    const settled = [];
    const waiting = items.entries();
    let cancelled = false;
    const worker = async () => {
        // All workers take from the same iterator.
        for (const [index, item] of waiting) {
            if (cancelled)
                return;
            try {
                settled[index] = { status: 'fulfilled', value: await work(item) };
            }
            catch (reason) {
                cancelled ||= reason instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc;
                if (reason instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc)
                    throw reason;
                settled[index] = { status: 'rejected', reason };
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return settled;
}


/***/ })

};
