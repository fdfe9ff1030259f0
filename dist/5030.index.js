export const id = 5030;
export const ids = [5030];
export const modules = {

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

/***/ 3301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ tagsOf),
/* harmony export */   s: () => (/* binding */ rememberedIn)
/* harmony export */ });
/** The tags, by what they hold. */
const KEYS = {
    digest: 'apprunner-deploy:digest',
    operationId: 'apprunner-deploy:operation',
    commit: 'apprunner-deploy:commit',
    runUrl: 'apprunner-deploy:run-url',
    repository: 'apprunner-deploy:repository',
    image: 'apprunner-deploy:image',
    previousImage: 'apprunner-deploy:previous-image',
    previousDigest: 'apprunner-deploy:previous-digest',
    previousCommit: 'apprunner-deploy:previous-commit',
};
/** What a tag's value may be (API model, TagValue; AWS tagging guide for the characters). */
const LONGEST = 256;
const UNFIT = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;
/** Said in a tag where nothing is known, since TagResource can't take a tag away. */
const UNKNOWN = 'unknown';
/** The tags that remember a deployment. */
function tagsOf(remembered) {
    const { digest, operationId, commit, runUrl, repository, image } = remembered;
    const { previousImage, previousDigest, previousCommit } = remembered;
    return {
        [KEYS.digest]: value(digest),
        [KEYS.operationId]: value(operationId),
        [KEYS.commit]: value(commit),
        [KEYS.runUrl]: value(runUrl),
        [KEYS.repository]: value(repository),
        [KEYS.image]: name(image),
        [KEYS.previousImage]: name(previousImage),
        [KEYS.previousDigest]: value(previousDigest),
        [KEYS.previousCommit]: value(previousCommit),
    };
}
/** Reads what a service's tags remember; undefined when they remember no deployment. */
function rememberedIn(tags) {
    const known = (key) => (tags[key] === UNKNOWN ? undefined : tags[key] || undefined);
    const digest = known(KEYS.digest);
    const operationId = known(KEYS.operationId);
    if (!digest || !operationId)
        return undefined;
    return {
        digest,
        operationId,
        commit: known(KEYS.commit),
        runUrl: known(KEYS.runUrl),
        repository: known(KEYS.repository),
        image: known(KEYS.image),
        previousImage: known(KEYS.previousImage),
        previousDigest: known(KEYS.previousDigest),
        previousCommit: known(KEYS.previousCommit),
    };
}
/** The start of a name would be another one. */
function name(text) {
    return value(text !== undefined && text.length > LONGEST ? undefined : text);
}
function value(text) {
    return text?.replaceAll(UNFIT, '-').slice(0, LONGEST) || UNKNOWN;
}


/***/ }),

/***/ 7818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JG: () => (/* binding */ isTrueStill),
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   UX: () => (/* binding */ differenceAtSight),
/* harmony export */   d7: () => (/* binding */ previousIn),
/* harmony export */   qM: () => (/* binding */ tagChanges)
/* harmony export */ });
/**
 * What differs, or is not known, before the service is asked what it runs. Another tag of the
 * same image is no difference, unless App Runner watches the tag to deploy by itself.
 *
 * @returns undefined when it hangs on the digest alone
 */
function differenceAtSight(candidate) {
    const { Status } = candidate.service;
    if (Status !== 'RUNNING')
        return `the service is ${Status}`;
    return otherSetting(candidate) ?? (candidate.digest ? undefined : 'its digest is not known');
}
/** Compares a service with what a run would make of it. */
function compare(comparison) {
    const { digest, remembered } = comparison;
    const atSight = differenceAtSight(comparison);
    if (atSight)
        return differs(atSight);
    if (!remembered) {
        return differs('no tags of the service tell which image it runs; a run that deploys writes them');
    }
    if (remembered.digest !== digest) {
        return differs(`the service runs ${remembered.digest}, and this image is ${digest}`);
    }
    const later = laterDeployment(comparison.operations, remembered.operationId);
    if (later)
        return differs(`${later} since ${remembered.operationId} was remembered`);
    return { same: true, reason: sameReason(comparison, remembered) };
}
/** What is still to be done for a service that runs image and settings already: its tags. */
function tagChanges(decision) {
    return decision.kind === 'create' ? [] : (decision.tagging?.changes ?? []);
}
function differs(reason) {
    return { same: false, reason };
}
const IDENTIFIER = 'SourceConfiguration.ImageRepository.ImageIdentifier';
function otherSetting({ decision, service, image }) {
    if (decision.kind === 'create')
        return 'the service is new';
    if (decision.kind === 'deploy')
        return undefined;
    const others = decision.changes.filter(({ setting }) => setting !== IDENTIFIER);
    if (others.length > 0 || decision.changes.length === 0) {
        return `settings change: ${others.map(({ setting }) => setting).join(', ') || 'a repair'}`;
    }
    const { AutoDeploymentsEnabled: watched } = decision.request.SourceConfiguration ?? {};
    if (watched)
        return 'App Runner is to deploy by itself from another tag';
    return repositoryOf(identifierOf(service)) === repositoryOf(image.identifier)
        ? undefined
        : 'the image comes from another repository';
}
function identifierOf({ SourceConfiguration: source }) {
    return source?.ImageRepository?.ImageIdentifier ?? '';
}
/** An image's name without tag and digest. */
function repositoryOf(identifier) {
    return identifier.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
}
/** Operations after which a service runs something else. */
const DEPLOYING = new Set(['CREATE_SERVICE', 'UPDATE_SERVICE', 'START_DEPLOYMENT']);
/** App Runner tells no more operations than these at a time. */
const PAGE = 20;
/**
 * Somebody else's deployment since the one that is remembered; one that was rolled back left
 * what was there. App Runner may forget old operations, and the id has two forms.
 */
function laterDeployment(operations, remembered) {
    const newest = operations.find(({ Id = '', Type = '', Status = '' }) => same(Id, remembered) ||
        (DEPLOYING.has(Type) && Status.toUpperCase() !== 'ROLLBACK_SUCCEEDED'));
    if (newest) {
        return same(newest.Id ?? '', remembered)
            ? undefined
            : `${newest.Type} (operation ${newest.Id}) has been ${newest.Status}`;
    }
    return operations.length < PAGE ? undefined : 'too many operations have been';
}
/** True when nothing was deployed since what tags remember, as far as operations tell. */
function isTrueStill({ operationId }, operations) {
    return laterDeployment(operations, operationId) === undefined;
}
/**
 * What a service ran before its newest deployment, as far as its tags told then: they are those of
 * the deployment before, unless there has been another since. The same image deployed again has
 * the same one before it.
 *
 * @param operations the service's newest ones, newest first
 */
function previousIn(remembered, operations, deployed) {
    const at = operations.findIndex(({ Id = '' }) => same(Id, deployed.operationId));
    const before = operations.slice(at + 1);
    if (!remembered || laterDeployment(before, remembered.operationId))
        return {};
    const { previousImage, previousDigest, previousCommit } = remembered;
    if (remembered.digest === deployed.digest) {
        return { previousImage, previousDigest, previousCommit };
    }
    const { image, digest, commit } = remembered;
    return { previousImage: image, previousDigest: digest, previousCommit: commit };
}
function same(id, other) {
    const bare = (text) => text.replaceAll('-', '').toLowerCase();
    return bare(id) === bare(other);
}
function sameReason({ service, image, digest }, remembered) {
    const from = [
        remembered.commit && `commit ${remembered.commit}`,
        remembered.runUrl && `run ${remembered.runUrl}`,
    ].filter(Boolean);
    const deployed = `${digest} and every setting are what the service runs${from.length > 0 ? `, deployed from ${from.join(' in ')}` : ''}`;
    const running = identifierOf(service);
    return running === image.identifier
        ? deployed
        : `${deployed}; it goes on under the name ${running}, the same image by another tag`;
}


/***/ })

};
