export const id = 8443;
export const ids = [8443];
export const modules = {

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

/***/ 8443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   smokeTest: () => (/* binding */ smokeTest)
/* harmony export */ });
/* harmony import */ var _diagnosis_clean_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9858);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _http_visit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(388);
/* harmony import */ var _inputs_smoke_test_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(249);
/* harmony import */ var _report_duration_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(136);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8568);
/* harmony import */ var _service_states_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4313);
/* harmony import */ var _cause_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7277);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6061);
/* harmony import */ var _smoke_texts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5550);










/** An answer that takes longer is none. */
const ANSWER_MS = 10_000;
/** With less time left than this, a try would say more about the clock than about the page. */
const TRY_MS = 1_000;
/** A new name or route mostly works within seconds, so the first pauses are short. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;
const PAUSE_GROWTH = 1.5;
/**
 * Asks the service URL until it answers as wanted, through whatever a fresh host name, route or
 * instance answers before. Each change of the answer is logged. A service that is private, or
 * has no URL, is said to be out of reach, which is no failure.
 *
 * @param since milliseconds since 1970 when the deployment began
 * @param deadline milliseconds since 1970
 * @throws ActionError when it does not by the deadline
 */
async function smokeTest(job, test, since, deadline) {
    const { progress, runner } = job;
    progress.hide((0,_inputs_smoke_test_js__WEBPACK_IMPORTED_MODULE_7__/* .queryValues */ .R4)(test.path));
    if (!progress.facts.serviceUrl && (await isOutOfReach(job)))
        return sayOutOfReach(job);
    const url = new URL(test.path, (0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .withScheme */ .G)(`${progress.facts.serviceUrl}`)).href;
    const asked = await askUntilItPasses(job, url, test.status, deadline);
    if (!asked)
        return sayOutOfReach(job);
    const clean = (0,_diagnosis_clean_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleaner */ .ZS)(progress.hidden);
    const { last, tries, ms } = asked;
    if (last && (0,_smoke_texts_js__WEBPACK_IMPORTED_MODULE_6__/* .passes */ .WE)(last, test.status)) {
        const what = `${(0,_smoke_texts_js__WEBPACK_IMPORTED_MODULE_6__/* .shownUrl */ .zA)(url)} ${(0,_smoke_texts_js__WEBPACK_IMPORTED_MODULE_6__/* .visitText */ .BX)(last, url, clean)}`;
        runner.info(`The smoke test passed: ${what}, at try ${tries} after ${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_8__/* .duration */ .p)(ms)}.`);
        return;
    }
    await (0,_cause_js__WEBPACK_IMPORTED_MODULE_5__/* .findCause */ .l)(job, {
        since,
        until: deadline,
        known: { cause: (0,_smoke_texts_js__WEBPACK_IMPORTED_MODULE_6__/* .causeText */ .xv)(url, asked, clean), remedy: (0,_smoke_texts_js__WEBPACK_IMPORTED_MODULE_6__/* .remedyText */ .K1)(asked) },
    });
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ((0,_smoke_texts_js__WEBPACK_IMPORTED_MODULE_6__/* .failureText */ .kY)(url, test.status, asked, clean));
}
/** Asks with growing pauses until a page passes or time is up; undefined when out of reach. */
async function askUntilItPasses(job, url, wanted, deadline) {
    const { runner, progress } = job;
    const { clock, get } = job.ports;
    const begin = clock.now();
    const most = (0,_report_duration_js__WEBPACK_IMPORTED_MODULE_8__/* .duration */ .p)(Math.max(0, deadline - begin));
    runner.info(`Asking ${(0,_smoke_texts_js__WEBPACK_IMPORTED_MODULE_6__/* .shownUrl */ .zA)(url)} for ${(0,_smoke_texts_js__WEBPACK_IMPORTED_MODULE_6__/* .wantedText */ .z1)(wanted)}, for ${most} at most.`);
    let asked = { tries: 0, ms: 0, last: undefined };
    let told;
    for (let pause = FIRST_PAUSE_MS; deadline - clock.now() >= TRY_MS; pause *= PAUSE_GROWTH) {
        const end = Math.min(clock.now() + ANSWER_MS, deadline);
        const last = await (0,_http_visit_js__WEBPACK_IMPORTED_MODULE_2__/* .visit */ .Y)(url, {
            get,
            timeoutMs: () => Math.max(1, end - clock.now()),
            // A redirect that is wanted is not one to follow.
            follow: wanted === undefined || wanted < 300 || wanted > 399,
        });
        asked = { tries: asked.tries + 1, ms: clock.now() - begin, last };
        if ((0,_smoke_texts_js__WEBPACK_IMPORTED_MODULE_6__/* .passes */ .WE)(last, wanted))
            break;
        if (asked.tries === 1 && (await isOutOfReach(job).catch(unlessCancelled)))
            return undefined;
        const text = (0,_smoke_texts_js__WEBPACK_IMPORTED_MODULE_6__/* .visitText */ .BX)(last, url, (0,_diagnosis_clean_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleaner */ .ZS)(progress.hidden));
        if (text !== told)
            runner.info(`${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_8__/* .duration */ .p)(asked.ms).padStart(10)}  ${text}`);
        told = text;
        const left = Math.max(0, deadline - clock.now());
        await clock.sleep(Math.min(pause, LONGEST_PAUSE_MS, left));
    }
    return asked;
}
/** True when the internet can't ask the service: it is private, or App Runner tells no URL. */
async function isOutOfReach(job) {
    const service = await job.aws.appRunner.describe(`${job.progress.facts.serviceArn}`);
    (0,_job_js__WEBPACK_IMPORTED_MODULE_9__/* .learnService */ .IF)(job, service);
    return (0,_service_states_js__WEBPACK_IMPORTED_MODULE_4__/* .isPrivate */ .Gw)(service) || !service.ServiceUrl;
}
/** A service that can't be read is asked on: what it answers is the better proof. */
function unlessCancelled(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CancelledError */ .cc)
        throw error;
    return false;
}
function sayOutOfReach({ runner }) {
    runner.warning('The smoke test was left out: the service has no public URL, so this runner can not reach it. ' +
        'Ask it from inside its VPC, or remove smoke-path.');
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


/***/ })

};
