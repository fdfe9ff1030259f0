export const id = 3298;
export const ids = [3298];
export const modules = {

/***/ 3298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jobToken: () => (/* binding */ jobToken),
/* harmony export */   startAsking: () => (/* binding */ startAsking)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _http_body_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(260);
/* harmony import */ var _http_network_cause_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8704);
/* harmony import */ var _report_duration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(136);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3411);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8083);






/** A request that hangs is given up after this time and made again. */
const REQUEST_MS = 10_000;
/** Milliseconds after the first request when the last one is made. */
const PATIENCE_MS = 30_000;
/** Waits from here on are told. */
const LONG_MS = 1_000;
/** Of an answer that is no token, so many bytes are shown. */
const SHOWN_BYTES = 200;
/**
 * Starts to ask for a run's first token, so that what else it takes to reach AWS can load while
 * that travels.
 */
function startAsking(audience, env, options) {
    const token = jobToken(audience, env, { ...options, notAfter: () => Number.POSITIVE_INFINITY });
    // Whoever awaits it hears of its failure.
    token.catch(() => undefined);
    // The socket gets its turn of the event loop before anything else loads.
    return { token, underWay: new Promise((resolve) => setTimeout(resolve, 1)) };
}
/**
 * Asks GitHub for a new OIDC token of this job, as its runner offers it. It is good for five
 * minutes. (https://docs.github.com/en/actions/reference/security/oidc)
 *
 * @param env ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN, which the runner sets
 * @throws ActionError, without token or URL in it, when the job may not ask or GitHub gives none
 */
async function jobToken(audience, env, options) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: text, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
    if (!text || !bearer)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(notOffered(text ? 'TOKEN' : 'URL'));
    const url = URL.parse(text);
    // fetch's error for a header that can't be sent would quote it.
    if (!url || !/^https?:$/.test(url.protocol) || !/^[\x21-\x7e]+$/.test(bearer)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ("Input 'role-to-assume' needs the job's OIDC token, and ACTIONS_ID_TOKEN_REQUEST_URL or ACTIONS_ID_TOKEN_REQUEST_TOKEN is not what GitHub's runner sets. Remove them from the workflow's env.");
    }
    url.searchParams.set('audience', audience);
    return persistently(() => request(url, bearer, options.cancelled), options);
}
function notOffered(missing) {
    return (`Input 'role-to-assume' needs the job's OIDC token, and the runner offers none: ACTIONS_ID_TOKEN_REQUEST_${missing} is not set. ` +
        'Add "id-token: write" to the permissions of the job, beside "contents: read" for the checkout; a reusable workflow needs it in its caller too. ' +
        "A pull request from a fork or from Dependabot is given none. To use the environment's credentials, leave role-to-assume out.");
}
async function persistently(attempt, options) {
    const { clock, tell, random, notAfter } = options;
    const begun = clock.now();
    for (let retries = 0;; retries += 1) {
        const tried = await attempt();
        if ('token' in tried)
            return tried.token;
        const left = Math.min(begun + PATIENCE_MS, notAfter()) - clock.now();
        if (!tried.passing || left <= 0) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`GitHub gave no OIDC token for this job: ${tried.why}. ${remedy(tried.passing)}`, { cause: tried.cause });
        }
        const wait = Math.min((0,_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .backoff */ .JN)(false, retries, random()), left);
        if (wait >= LONG_MS) {
            tell(`GitHub gave no OIDC token (${tried.why}). It is asked again in ${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p)(wait)}.`);
        }
        await clock.sleep(wait);
    }
}
function remedy(passing) {
    return passing
        ? 'Run the job again; https://www.githubstatus.com says whether Actions has trouble.'
        : 'Check "id-token: write" in the permissions of the job, and run it again.';
}
async function request(url, bearer, cancelled) {
    const late = AbortSignal.timeout(REQUEST_MS);
    try {
        const answer = await fetch(url, {
            // The bearer token is for this address alone.
            redirect: 'manual',
            headers: {
                authorization: `bearer ${bearer}`,
                accept: 'application/json',
                'user-agent': _version_js__WEBPACK_IMPORTED_MODULE_5__/* .USER_AGENT */ ._,
            },
            signal: AbortSignal.any([late, cancelled]),
        });
        const body = new Uint8Array(await answer.arrayBuffer());
        cancelled.throwIfAborted();
        return judged(answer, body, bearer);
    }
    catch (error) {
        cancelled.throwIfAborted();
        const why = late.aborted ? `no answer within ${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p)(REQUEST_MS)}` : (0,_http_network_cause_js__WEBPACK_IMPORTED_MODULE_2__/* .networkCause */ .u)(error);
        return { why: why.replaceAll(bearer, '***'), passing: true, cause: error };
    }
}
function judged({ ok, status, headers }, body, bearer) {
    if (!ok) {
        const said = (0,_http_body_text_js__WEBPACK_IMPORTED_MODULE_1__/* .bodyText */ .G)(body.subarray(0, SHOWN_BYTES), headers.get('content-type') ?? '')
            .replaceAll(bearer, '***')
            .replaceAll(/\s+/g, ' ')
            .trim();
        const why = `HTTP ${status}${said && `: ${said}`}`;
        return { why, passing: status >= 500 || status === 429 || status === 408 };
    }
    const token = tokenIn(Buffer.from(body).toString('utf8'));
    // What stands in place of the token may be one in another form: it is not shown.
    return token === undefined
        ? { why: `HTTP ${status} without a token in it`, passing: false }
        : { token };
}
function tokenIn(text) {
    try {
        const { value } = Object(JSON.parse(text));
        return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(String(value)) ? String(value) : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 8083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JN: () => (/* binding */ backoff),
/* harmony export */   lG: () => (/* binding */ PatientRetryStrategy),
/* harmony export */   m: () => (/* binding */ MAX_ATTEMPTS)
/* harmony export */ });
/* harmony import */ var _smithy_core_retry__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3609);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _report_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(136);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6762);




/** Milliseconds after its first try when a call is tried for the last time: a minute's outage passes. */
const PATIENCE_MS = 65_000;
/**
 * The same for an endpoint that has never answered: a Region misspelt, or one where App Runner is
 * not, is likelier than a network that comes back, and wants telling soon.
 */
const UNREACHED_MS = 6_000;
/** Patience is what ends the tries; this only has to be more than fit into it. */
const MAX_ATTEMPTS = 30;
/** Waits from here on are told. */
const LONG_MS = 1_000;
/** SDK's hint: at most so much longer than the wait would have been (StandardRetryStrategy). */
const HINT_MS = 5_000;
/**
 * The wait before a retry, in milliseconds: doubled each time, and between half of it and all of
 * it at random, so that many jobs do not come back at once.
 *
 * @param retries how many there were before
 * @param random from 0 up to 1
 */
function backoff(throttled, retries, random) {
    const [first, most] = throttled ? [1_000, 20_000] : [100, 10_000];
    return Math.round(Math.min(most, first * 2 ** retries) * (1 - random / 2));
}
const AT_ONCE = { setDelayBase: () => undefined, computeNextBackoffDelay: () => 0 };
/**
 * The SDK's standard strategy with the patience of a job that takes minutes. What is worth a
 * retry (throttling, 500, 502, 503, 504, broken connections and timeouts) is the SDK's to say;
 * the waits are longer, are spent on the run's clock, and are limited in time. The quota of
 * retries is each call's own: the SDK's is a client's, made for many calls a second, and a run
 * that asks now and then would have spent it for good after a few bad minutes.
 */
class PatientRetryStrategy {
    #options;
    #calls = new WeakMap();
    constructor(options) {
        this.#options = options;
    }
    async acquireInitialRetryToken(scope) {
        const standard = new _smithy_core_retry__WEBPACK_IMPORTED_MODULE_2__.StandardRetryStrategy({ maxAttempts: MAX_ATTEMPTS, backoff: AT_ONCE });
        const token = await standard.acquireInitialRetryToken(scope);
        this.#calls.set(token, { begun: this.#options.clock.now(), standard });
        return token;
    }
    /** Waits until the next try is due; throws when there is to be none. */
    async refreshRetryTokenForRetry(token, info) {
        const { clock, tell } = this.#options;
        const call = this.#calls.get(token);
        if (!call)
            throw new Error('This call is not known.');
        const { retryAfterHint, ...failure } = info;
        const next = await call.standard.refreshRetryTokenForRetry(token, failure);
        const left = this.#lastTry(call, info) - clock.now();
        if (left <= 0)
            throw new Error('This call was tried long enough.');
        const wait = Math.min(this.#wait(token, info), left);
        if (wait >= LONG_MS) {
            const why = `${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .CA)(info.error)}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(info.error)}`;
            tell(`AWS did not serve a call (${why}). It is tried again in ${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p)(wait)}.`);
        }
        // After a cancel the next try is refused with its reason; an error from here would be lost,
        // for the SDK throws what the last try threw.
        await clock.sleep(wait).catch(() => undefined);
        this.#calls.set(next, call);
        return next;
    }
    /** Nothing is kept from one call to the next. */
    recordSuccess() { }
    #lastTry({ begun }, { error }) {
        const answered = error?.$metadata?.httpStatusCode !== undefined || this.#options.reached();
        return Math.min(begun + (answered ? PATIENCE_MS : UNREACHED_MS), this.#options.notAfter());
    }
    #wait(token, { errorType, retryAfterHint }) {
        const { clock, random } = this.#options;
        const own = backoff(errorType === 'THROTTLING', token.getRetryCount(), random());
        if (!retryAfterHint)
            return own;
        return Math.max(own, Math.min(retryAfterHint.getTime() - clock.now(), own + HINT_MS));
    }
}


/***/ }),

/***/ 260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ bodyText)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/** Above this share of characters that no text has, a body is taken for binary data. */
const UNREADABLE_SHARE = 0.1;
/** Control characters besides tab and line ends, and what stands for bytes that are no text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
const UNREADABLE = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufffd]/g;
/**
 * The start of a body as text in the encoding that its type names, else UTF-8; of binary data
 * only what it is.
 *
 * @param contentType as the server says it; may be empty
 */
function bodyText(start, contentType) {
    // A character that is cut at the end is left out.
    const text = decoderOf(contentType).decode(start, { stream: true });
    const unreadable = text.match(UNREADABLE)?.length ?? 0;
    if (unreadable <= text.length * UNREADABLE_SHARE)
        return text;
    const type = /^[\w.+-]{1,40}\/[\w.+-]{1,80}/.exec(contentType)?.[0] ?? 'of no known type';
    return `(binary data, ${type})`;
}
function decoderOf(contentType) {
    const name = /;\s*charset="?([\w.:-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
    try {
        return new node_util__WEBPACK_IMPORTED_MODULE_0__.TextDecoder(name);
    }
    catch {
        return new node_util__WEBPACK_IMPORTED_MODULE_0__.TextDecoder();
    }
}


/***/ }),

/***/ 8704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ networkCause)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * What kept a request from being answered, in the words of the layer that knows: fetch itself
 * only says 'fetch failed' and has the rest as its cause. The code is added where the words
 * lack it, since that is what people search for.
 */
function networkCause(error) {
    const innermost = innermostCause(error, 10);
    const words = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(innermost);
    const code = codeOf(innermost);
    if (!code || words.includes(code))
        return words;
    return words ? `${words} (${code})` : code;
}
/** A host with several addresses fails once for each; the first one stands for them. */
function innermostCause(error, depth) {
    if (!(error instanceof Error) || depth === 0)
        return error;
    const below = error instanceof AggregateError ? error.errors[0] : error.cause;
    return below instanceof Error ? innermostCause(below, depth - 1) : error;
}
function codeOf(error) {
    if (!(error instanceof Error) || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
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


/***/ })

};
