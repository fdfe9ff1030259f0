export const id = 1156;
export const ids = [1156];
export const modules = {

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

/***/ 1156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   getPage: () => (/* binding */ getPage)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _report_duration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(136);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3411);
/* harmony import */ var _body_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(260);
/* harmony import */ var _network_cause_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8704);





/** More of a body is not read: it is for a person to look at. */
const BODY_BYTES = 4_096;
/**
 * GETs a page without following redirects. Of the body only the start is read, and only while
 * there is time: once the status is known, a body that hangs, breaks off or never ends takes
 * nothing from the answer.
 *
 * @param timeoutMs for status and body together
 * @param cancelled its reason is thrown when it aborts
 * @throws ActionError with the network's own words, without the URL, whose query may be secret
 */
async function getPage(url, timeoutMs, cancelled) {
    const late = AbortSignal.timeout(timeoutMs);
    try {
        const response = await fetch(url, {
            redirect: 'manual',
            headers: { 'user-agent': _version_js__WEBPACK_IMPORTED_MODULE_3__/* .USER_AGENT */ ._ },
            signal: AbortSignal.any([late, cancelled]),
        });
        const start = await startOf(response.body);
        cancelled.throwIfAborted();
        const location = response.headers.get('location');
        return {
            status: response.status,
            ...(location !== null && { location }),
            body: (0,_body_text_js__WEBPACK_IMPORTED_MODULE_1__/* .bodyText */ .G)(start, response.headers.get('content-type') ?? ''),
        };
    }
    catch (error) {
        cancelled.throwIfAborted();
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(late.aborted ? `no answer within ${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p)(timeoutMs)}` : (0,_network_cause_js__WEBPACK_IMPORTED_MODULE_2__/* .networkCause */ .u)(error), { cause: error });
    }
}
/** The first bytes of a body; the rest is refused, which closes the connection. */
async function startOf(body) {
    if (!body)
        return Buffer.alloc(0);
    const reader = body.getReader();
    const chunks = [];
    let bytes = 0;
    try {
        while (bytes < BODY_BYTES) {
            const { done, value } = await reader.read();
            if (done)
                break;
            chunks.push(value);
            bytes += value.length;
        }
        await reader.cancel();
    }
    catch {
        // What came before it broke off is what there is to show.
    }
    return Buffer.concat(chunks).subarray(0, BODY_BYTES);
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
