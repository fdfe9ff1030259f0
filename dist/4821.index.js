export const id = 4821;
export const ids = [4821];
export const modules = {

/***/ 2175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OG: () => (/* binding */ logLines),
/* harmony export */   PS: () => (/* binding */ diagnosisMarkdown),
/* harmony export */   k$: () => (/* binding */ diagnosisParts),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
/* harmony import */ var _diagnosis_clean_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9858);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3021);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6906);



/** Characters of the section in a job summary, which GitHub drops at more than 1 MiB. */
const SECTION_LENGTH = 150_000;
/** Characters of words that others had a part in, which may be seven times as many in Markdown. */
const CAUSE_LENGTH = 500;
const REMEDY_LENGTH = 1_000;
/** Characters of all notes as Markdown. */
const NOTES_LENGTH = 7_000;
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
        ...listed('App Runner says:', fromEvents.map(short)),
        ...listed(`The ${who} logged last:`, last.map(short)),
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
    return diagnosisParts(diagnosis, SECTION_LENGTH).join('\n\n');
}
/**
 * The section as blocks of Markdown, which a blank line goes between.
 *
 * @param length characters for all of it; the oldest log lines are left out where it is too short,
 *   and nothing else is: that takes 20,000 at the most
 */
function diagnosisParts(diagnosis, length) {
    const { cause, remedy, events, notes, links } = diagnosis;
    const last = lastLines(diagnosis);
    const why = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)((0,_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .short */ .h0)(cause ?? '', CAUSE_LENGTH));
    const before = [
        '#### Why it failed',
        why && `**${why}**`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)((0,_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .short */ .h0)(remedy ?? '', REMEDY_LENGTH)),
    ].filter((part) => part !== '');
    const after = [
        listOf(notes),
        Object.entries(links)
            .map(([title, url]) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(title), url))
            .join(' · '),
    ].filter((part) => part !== '');
    const room = length - sizeOf([...before, ...after]);
    const saying = (left) => lines('App Runner says', events, left);
    const logging = (left) => lines(`The ${last.who} logged last`, last.lines, left);
    // Each gets what the other leaves of its half.
    const said = saying(room - sizeOf(logging(room / 2)));
    return [...before, ...said, ...logging(room - sizeOf(said)), ...after];
}
function sizeOf(parts) {
    return parts.reduce((sum, part) => sum + part.length + 2, 0);
}
function listOf(notes) {
    let left = NOTES_LENGTH;
    const fitting = notes.map(_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn).filter((note) => {
        left -= note.length;
        return note !== '' && left >= 0;
    });
    return fitting.map((note) => `- ${note}`).join('\n');
}
/** A title and the last lines that fit, in a code block; nothing where there is room for none. */
function lines(title, all, length) {
    for (let room = length; room > 0;) {
        const shown = (0,_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .lastThatFit */ .XI)(all, room);
        if (shown.length === 0)
            return [];
        const left = all.length - shown.length;
        const parts = [
            left === 0 ? `${title}:` : `${title}, ${shown.length} of ${all.length} lines:`,
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fenced */ .OF)(shown),
        ];
        const over = sizeOf(parts) - length;
        if (over <= 0)
            return parts;
        // Many backticks need a fence as long, twice.
        room = Math.max(room - over, Math.floor(room / 2));
    }
    return [];
}
/** Where a build failed, there is no application whose lines could be shown. */
function lastLines({ build, application }) {
    return build ? { who: 'build', lines: build } : { who: 'application', lines: application };
}
function short(line) {
    return (0,_diagnosis_clean_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(line, ANNOTATION_LENGTH);
}
function listed(title, lines) {
    return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}
/** Single lines that the runner takes for text, whatever they were made from. */
function block(texts) {
    return texts
        .filter((text) => text !== undefined && text !== '')
        .flatMap((text) => `${text}`.split(/\r\n|[\r\n]/))
        .map(_diagnosis_clean_text_js__WEBPACK_IMPORTED_MODULE_0__/* .harmless */ .Is);
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

/***/ 5916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eo: () => (/* binding */ goesOn),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   Vk: () => (/* binding */ totalMs)
/* harmony export */ });
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4138);

const HEADLINES = {
    created: 'created',
    updated: 'updated',
    deployed: 'deployed again with the same settings',
    unchanged: 'unchanged, image and settings are what runs already',
    planned: 'planned, nothing was changed',
    skipped: 'skipped, nothing was changed',
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
    teardown: 'not deleted, or not all that belongs to it',
    sweep: 'previews could not all be deleted',
    rollback: 'not taken back to an earlier image',
    wait: 'the operation did not succeed',
    status: 'its status could not be read',
    logs: 'its logs could not be read',
    skip: 'failed',
};
/** Results that mean something else than after a deployment. */
const OWN = {
    sweep: { deleted: 'previews that nobody needs are deleted' },
    rollback: {
        updated: 'back to an earlier image',
        deployed: 'deployed again with the same image',
    },
    wait: { deployed: 'deployed' },
    status: { unchanged: 'status' },
    logs: { unchanged: 'logs' },
};
const UNDER_WAY = new Set(['PENDING', 'IN_PROGRESS', 'ROLLBACK_IN_PROGRESS']);
/** How a run ended, after the name of the service. */
function headline({ command, result, facts, phases }) {
    const own = OWN[command]?.[result];
    if (own)
        return own;
    if (result !== 'failed')
        return HEADLINES[result];
    const last = phases.at(-1)?.name;
    if (last !== _result_js__WEBPACK_IMPORTED_MODULE_0__/* .DOMAIN */ .V && last !== _result_js__WEBPACK_IMPORTED_MODULE_0__/* .SMOKE_TEST */ .t)
        return FAILED[command];
    const done = facts.operationId ? 'deployed' : 'nothing to deploy';
    return `${done}, but the ${last.toLowerCase()} failed`;
}
/** True when a run was good and did not wait for its operation, whose end nobody knows. */
function goesOn({ result, facts }) {
    return result !== 'failed' && UNDER_WAY.has(facts.operationStatus ?? '');
}
/** All phases together, in milliseconds. */
function totalMs(phases) {
    return phases.reduce((sum, { ms }) => sum + ms, 0);
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

/***/ 4821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N$: () => (/* binding */ COMMENT_LENGTH),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   Uj: () => (/* binding */ PRIVATE),
/* harmony export */   n$: () => (/* binding */ toldMarkdown),
/* harmony export */   uI: () => (/* binding */ reasoned)
/* harmony export */ });
/* harmony import */ var _console_links_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3523);
/* harmony import */ var _diagnosis_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2175);
/* harmony import */ var _domain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3048);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(136);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5916);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3021);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8568);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6906);








/**
 * Characters of a comment. GitHub's error says 65,536, and for comments it counts 262,144 bytes
 * of UTF-8; this is below both, however it is counted.
 */
const COMMENT_LENGTH = 60_000;
/** Characters of what others wrote, which may become seven times as many in Markdown. */
const FAILURE_LENGTH = 2_000;
const REASON_LENGTH = 500;
const BRANCH_LENGTH = 255;
/** Digits of a commit that GitHub shows. */
const SHORT_SHA = 7;
/**
 * The words about a run, in Markdown: the same in the comment on a pull request and in the job
 * summary. The oldest log lines are left out where all of them do not fit.
 *
 * @param length characters that it has at the most; all but the log lines fits into 45,000
 */
function toldMarkdown(about, told, length) {
    const parts = [title(about, told), ...(told.state === 'ended' ? reasons(told.report) : [])];
    const rows = rowsOf(about, told);
    if (rows.length > 0)
        parts.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['', ''], rows));
    const taken = parts.reduce((sum, part) => sum + part.length + 2, 0);
    const diagnosis = told.state === 'ended' ? told.report.diagnosis : undefined;
    const why = diagnosis ? (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnosisParts */ .k$)(diagnosis, length - taken) : [];
    return [...parts, ...why].join('\n\n');
}
function title({ service }, told) {
    return `### App Runner service ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(service)}: ${titleEnd(told)}`;
}
function titleEnd(told) {
    if (told.state !== 'ended')
        return told.state;
    const { result } = told.report;
    if ((0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .goesOn */ .Eo)(told.report))
        return 'deployment started, this run did not wait for it';
    return READY.has(result) ? 'ready' : (0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .headline */ .Pl)(told.report);
}
const READY = new Set(['created', 'updated', 'deployed', 'unchanged']);
/** Why a run failed or did nothing, as the run says it itself. */
function reasons({ failure, reason }) {
    return [reasoned(reason ?? ''), quoted(failure ?? '')].filter((part) => part !== '');
}
/** Why nothing was done, as a paragraph. */
function reasoned(reason) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)((0,_plain_js__WEBPACK_IMPORTED_MODULE_5__/* .short */ .h0)(reason, REASON_LENGTH));
}
/** A text from outside as a quotation, a paragraph for each line; its start where it is long. */
function quoted(text, length = FAILURE_LENGTH) {
    let left = length;
    const lines = [];
    for (const line of text.split(/\r\n|[\r\n]/)) {
        if (left <= 0)
            break;
        const shown = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)((0,_plain_js__WEBPACK_IMPORTED_MODULE_5__/* .short */ .h0)(line, left));
        if (shown !== '')
            lines.push(`> ${shown}`);
        left -= line.length + 1;
    }
    return lines.join('\n>\n');
}
function rowsOf(about, told) {
    const { commit, branch, runUrl } = about;
    const revision = [
        commit && (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(commit.sha.slice(0, SHORT_SHA)), commit.url),
        branch && `of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_plain_js__WEBPACK_IMPORTED_MODULE_5__/* .short */ .h0)(branch, BRANCH_LENGTH))}`,
    ];
    const report = told.state === 'ended' ? told.report : undefined;
    const pages = [runUrl && (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)('Workflow run', runUrl), report && consolePage(report)];
    const rows = [
        ...(report ? reportRows(report) : []),
        ['Commit', revision.filter(Boolean).join(' ')],
        ['More', pages.filter(Boolean).join(' · ')],
    ];
    return rows.filter((row) => Boolean(row[1]));
}
function reportRows(report) {
    const { result, phases } = report;
    return [
        urlRow(report),
        (0,_domain_js__WEBPACK_IMPORTED_MODULE_1__/* .domainRow */ .RJ)(report.facts.domain),
        ['Done', READY.has(result) && !(0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .goesOn */ .Eo)(report) ? (0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .headline */ .Pl)(report) : undefined],
        ['Time', phases.length > 0 ? (0,_duration_js__WEBPACK_IMPORTED_MODULE_6__/* .duration */ .p)((0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .totalMs */ .Vk)(phases)) : undefined],
    ];
}
/** A service that was not deployed anew serves on, if it did before. */
function urlRow({ result, facts: { serviceUrl, serviceStatus }, }) {
    if (result === 'deleted' || serviceStatus === 'DELETED')
        return ['URL', undefined];
    const answers = serviceUrl ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .bareLink */ .hs)((0,_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .withScheme */ .G)(serviceUrl)) : undefined;
    if (READY.has(result))
        return ['URL', answers ?? (serviceUrl === '' ? PRIVATE : undefined)];
    const before = result === 'rolled-back' ? ', with the version before' : '';
    return [`URL${before}`, serviceStatus === 'RUNNING' ? answers : undefined];
}
/** What stands for the URL of a service that is known to have none. */
const PRIVATE = 'none: the service is private, VPC ingress connections alone lead to it';
function consolePage({ facts: { serviceArn }, diagnosis, result }) {
    const region = serviceArn?.split(':')[3];
    // The logs' section has the link as well.
    if (!serviceArn || !region || diagnosis?.links['App Runner'] || result === 'deleted')
        return undefined;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)('App Runner console', (0,_console_links_js__WEBPACK_IMPORTED_MODULE_7__/* .serviceLink */ .o)(region, serviceArn));
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


/***/ })

};
