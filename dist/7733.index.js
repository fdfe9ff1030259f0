export const id = 7733;
export const ids = [7733];
export const modules = {

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

/***/ 7733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clientConfig: () => (/* binding */ clientConfig),
/* harmony export */   startSession: () => (/* binding */ startSession)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1695);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3411);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6762);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8083);





/**
 * These APIs answer within a second or two. A request that hangs is given up and counts as a
 * broken connection, which the SDK retries; without a limit it would wait for five minutes.
 */
const REQUESTS = {
    connectionTimeout: 5_000,
    requestTimeout: 25_000,
    socketTimeout: 25_000,
    throwOnRequestTimeout: true,
};
/**
 * Starts a session by asking who the credentials belong to. It is a file of its own because
 * this one client is small: the question travels while the others load. Endpoint overrides and
 * credentials come by the SDK's own rules (AWS_ENDPOINT_URL, the default credential chain).
 */
function startSession(region, options) {
    const { config, retries } = clientConfig(region, options);
    const client = new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_3__/* .STSClient */ .iM(config);
    const { promise: underWay, resolve } = Promise.withResolvers();
    client.middlewareStack.add((next) => (args) => {
        // The socket gets its turn of the event loop before the other clients take theirs.
        setTimeout(resolve, 1);
        return next(args);
    }, { step: 'deserialize', priority: 'low', name: 'underWay' });
    const identity = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .awsCall */ .uF)('sts:GetCallerIdentity', 'the AWS credentials', async () => {
        const { Account, Arn } = await client.send(new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_3__/* .GetCallerIdentityCommand */ .zI({}));
        if (!Account || !Arn)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('STS answered without account or ARN.');
        return { account: Account, arn: Arn };
    });
    // Credentials that can't even sign end here; whoever awaits the identity hears of it.
    identity.catch(() => resolve());
    return {
        // One provider for all clients: each would otherwise assume the role for itself.
        config: { ...config, credentials: client.config.credentials },
        identity,
        underWay,
        retries,
    };
}
/** What every client of a session is made with, all but the credentials. */
function clientConfig(region, options) {
    const retries = { notAfter: Number.POSITIVE_INFINITY };
    const config = {
        region,
        maxAttempts: _retry_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_ATTEMPTS */ .m,
        requestHandler: REQUESTS,
        customUserAgent: _version_js__WEBPACK_IMPORTED_MODULE_4__/* .USER_AGENT */ ._,
        extensions: [{ configure: (client) => equip(client, options, retries) }],
    };
    return { config, retries };
}
/** Gives one client, which speaks to one endpoint, its retries, and lets a cancel stop it. */
function equip(client, { clock, cancelled, tell, random = Math.random }, retries) {
    const handler = client.httpHandler();
    const handle = handler.handle.bind(handler);
    let reached = false;
    handler.handle = async (request, options) => {
        cancelled.throwIfAborted();
        const answer = await handle(request, options);
        reached = true;
        return answer;
    };
    const strategy = new _retry_js__WEBPACK_IMPORTED_MODULE_2__/* .PatientRetryStrategy */ .lG({
        clock,
        random,
        tell,
        reached: () => reached,
        notAfter: () => retries.notAfter,
    });
    client.setRetryStrategy(async () => strategy);
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
