export const id = 583;
export const ids = [583];
export const modules = {

/***/ 2633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   converse: () => (/* binding */ converse)
/* harmony export */ });
/* harmony import */ var _preview_standing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(506);
/* harmony import */ var _conversation_conversation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9225);
/* harmony import */ var _pull_request_now_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5726);



/** Begins to tell GitHub about a run, which does not wait for it. */
function converse(inputs, conversation, ports, progress) {
    const { command, service, dryRun } = inputs;
    const newest = newestOf(inputs, conversation, ports, progress);
    const begun = new _conversation_conversation_js__WEBPACK_IMPORTED_MODULE_0__/* .Conversation */ .s({
        ports,
        inputs: conversation,
        service,
        dryRun,
        ...(newest && { isNewest: newest }),
    });
    if (command === 'deploy')
        begun.started();
    return begun;
}
/**
 * Makes what finds out whether a run still speaks for its pull request; without a preview every
 * run does.
 */
function newestOf({ command, preview }, conversation, ports, progress) {
    if (!preview)
        return undefined;
    const wanted = command === 'deploy' ? 'newest' : 'closed';
    return async () => {
        // A run that stopped has asked already.
        if (progress.reason !== undefined)
            return false;
        // Why GitHub can't be asked is told by what it is then not told.
        const now = await (0,_pull_request_now_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestNow */ .p)(ports, conversation, preview, (pull) => (0,_preview_standing_js__WEBPACK_IMPORTED_MODULE_2__/* .standingOf */ .Y)(preview, pull) === wanted, '', () => undefined);
        return !now || (0,_preview_standing_js__WEBPACK_IMPORTED_MODULE_2__/* .standingOf */ .Y)(preview, now.pull) === wanted;
    };
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

/***/ 5726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ pullRequestNow)
/* harmony export */ });
/* harmony import */ var _service_look_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9580);
/* harmony import */ var _or_warn_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2026);


/** GitHub is no part of the deployment, which does not wait long for its answer. */
const ASK_MS = 15_000;
/** GitHub's answers can be older than the event that it sent. */
const AGAIN_MS = 5_000;
/**
 * Asks GitHub for the pull request of a preview. What is not as the event said that started this
 * run is asked a second time some seconds later.
 *
 * @param expected true for an answer as the event said
 * @param unasked what it means when GitHub can't be asked, in a sentence for the warning
 * @param warning told why GitHub can't be asked
 * @returns undefined when it can't be asked
 */
async function pullRequestNow(ports, { token }, { pullRequest }, expected, unasked, warning) {
    const ask = async () => {
        const github = await ports.github(token);
        const answer = github.pullRequest(pullRequest).then((pull) => ({ pull }));
        const now = await (0,_service_look_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .u)(ASK_MS, answer);
        if (!now)
            warning(`${unasked} It has not answered within ${ASK_MS / 1_000} s.`);
        return now;
    };
    return (0,_or_warn_js__WEBPACK_IMPORTED_MODULE_1__/* .orWarn */ .w)({ warning }, unasked, async () => {
        const now = await ask();
        if (!now || expected(now.pull))
            return now;
        await ports.clock.sleep(AGAIN_MS);
        return ask();
    });
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

/***/ 506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ standingOf),
/* harmony export */   y: () => (/* binding */ standingText)
/* harmony export */ });
/** @param pull the pull request as GitHub has it now; undefined when there is none */
function standingOf({ commit }, pull) {
    if (pull?.state !== 'open')
        return 'closed';
    return pull.headSha === commit ? 'newest' : 'older';
}
/** Why a run stops that is no longer wanted, in a sentence. */
function standingText({ commit, pullRequest }, standing, pull) {
    if (standing === 'closed') {
        const state = pull ? 'closed' : 'gone';
        return `Pull request ${pullRequest} is ${state}, so its preview is not deployed.`;
    }
    return `Commit ${commit} is not the newest of pull request ${pullRequest} any more, ${pull?.headSha} is, which has a run of its own; this one changes nothing further.`;
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

/***/ 9580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask),
/* harmony export */   u: () => (/* binding */ within)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(938);



/**
 * Puts a question of a wait. What says nothing about the operation, such as throttling or a
 * broken connection that outlasted the SDK's retries, is an answer too.
 *
 * @param ms how long the answer may take
 * @throws ActionError for what asking again does not change
 */
async function ask(question, ms) {
    try {
        const value = await within(ms, question());
        return value === undefined ? { kind: 'unanswered' } : { kind: 'answer', value };
    }
    catch (error) {
        if ((0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .refusalOf */ .Of)(error) === 'gone')
            return { kind: 'gone' };
        if (isPassing(error))
            return { kind: 'unanswered', error };
        throw error;
    }
}
/**
 * What a promise resolves to, or undefined once `ms` milliseconds have passed: the SDK may go on
 * with its retries for longer than a run has left. The timer does not outlive the answer.
 */
async function within(ms, work) {
    const { promise: late, resolve } = Promise.withResolvers();
    const timer = setTimeout(() => resolve(undefined), ms);
    // Nobody hears of it when it fails after its time.
    work.catch(() => undefined);
    try {
        return await Promise.race([work, late]);
    }
    finally {
        clearTimeout(timer);
    }
}
/** Networks that fail for a while; the endpoint was reached before, so it is there. */
const UNREACHABLE = new Set(['ENOTFOUND', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH']);
/** The codes by which AWS asks for fewer calls (SDK, service-error-classification). */
const THROTTLED = /throttl|^TooManyRequests|^RequestLimitExceeded|^BandwidthLimitExceeded|^SlowDown/i;
function isPassing(error) {
    const cause = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ ? error.cause : error;
    if (cause === undefined)
        return false;
    const code = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCode */ .CA)(cause);
    return (0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .isUnanswered */ .Ni)(cause) || UNREACHABLE.has(code) || THROTTLED.test(code);
}


/***/ })

};
