export const id = 464;
export const ids = [464];
export const modules = {

/***/ 7959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ findCause)
});

// EXTERNAL MODULE: ./lib/diagnosis/clean-text.js
var clean_text = __webpack_require__(9858);
// EXTERNAL MODULE: ./lib/diagnosis/log-groups.js
var log_groups = __webpack_require__(696);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/report/console-links.js
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

// EXTERNAL MODULE: ./lib/report/duration.js
var duration = __webpack_require__(136);
// EXTERNAL MODULE: ./lib/service/look.js
var look = __webpack_require__(9580);
// EXTERNAL MODULE: ./lib/commands/job.js
var commands_job = __webpack_require__(6061);
;// CONCATENATED MODULE: ./lib/commands/cause.js







/** The cause is waited for, and it is not in this answer. */
const DESCRIBE_MS = 5_000;
/** Operations that start no container, so that what fails in them is not the application. */
const WITHOUT_CONTAINER = new Set(['PAUSE_SERVICE', 'DELETE_SERVICE']);
/**
 * Looks into the logs for why something failed and keeps it in the job's progress as its
 * diagnosis, from the first reading on. Throws nothing but a CancelledError: the failure stays
 * what it was.
 */
async function findCause(job, failed) {
    const { runner, progress, ports } = job;
    try {
        const asked = askedOf(job, failed);
        if (!asked) {
            if (failed.known)
                progress.diagnosis = { ...NOTHING_READ, ...failed.known };
            return;
        }
        runner.info(`Reading ${whichLogs(asked)} for the cause.`);
        await learnVariables(job, asked.serviceArn);
        // Only what fails needs it.
        const { diagnose } = await __webpack_require__.e(/* import() */ 241).then(__webpack_require__.bind(__webpack_require__, 8241));
        const clean = (0,clean_text/* cleaner */.ZS)(progress.hidden);
        await diagnose(asked, {
            logs: await job.aws.logs(),
            clock: ports.clock,
            clean,
            onDiagnosis: (diagnosis) => {
                progress.diagnosis = named(diagnosis, progress.facts.serviceName);
            },
            onWait: (ms) => runner.info(`Log lines come late; reading again for ${(0,duration/* duration */.p)(ms)} at most.`),
        });
    }
    catch (error) {
        if (error instanceof errors/* CancelledError */.cc)
            throw error;
        for (const line of (0,clean_text/* cleaner */.ZS)(progress.hidden)(`The cause could not be looked into: ${(0,errors/* errorMessage */.gJ)(error)}`)) {
            runner.info(line);
        }
    }
}
const NOTHING_READ = { events: [], application: [], notes: [], links: {} };
/**
 * Somebody may have changed the service meanwhile; what its variables hold now is no more to be
 * shown than what they held before. Where it can't be read, what is known has to do.
 */
async function learnVariables(job, serviceArn) {
    try {
        const service = await (0,look/* within */.u)(DESCRIBE_MS, job.aws.appRunner.describe(serviceArn));
        if (service)
            (0,commands_job/* hideVariables */.qv)(job, service);
    }
    catch (error) {
        if (error instanceof errors/* CancelledError */.cc)
            throw error;
    }
}
/** Undefined while there is no service whose logs could be read. */
function askedOf({ inputs, progress }, { since, until, type, known }) {
    const { facts } = progress;
    const groups = (0,log_groups/* logGroupsOf */.s)(facts);
    if (!groups)
        return undefined;
    // What DescribeService tells after a rollback is the version before.
    const { settings } = inputs;
    const lines = type !== undefined && WITHOUT_CONTAINER.has(type) ? 0 : inputs.logLines;
    const asked = {
        groups,
        serviceArn: facts.serviceArn ?? '',
        operationId: facts.operationId,
        since,
        until,
        known,
        lines,
        port: settings?.port,
        links: {
            ...(facts.serviceArn && { 'App Runner': serviceLink(inputs.region, facts.serviceArn) }),
            ...(!known && { 'Event log': logLink(inputs.region, groups.service) }),
            ...(lines > 0 && { 'Application log': logLink(inputs.region, groups.application) }),
        },
    };
    return asked;
}
function whichLogs({ known, lines }) {
    if (known)
        return "the application's log";
    return lines === 0 ? "App Runner's log" : "App Runner's and the application's log";
}
/** In a job with several services the cause says which one it is about. */
function named(diagnosis, service = '') {
    const { cause } = diagnosis;
    return cause && service ? { ...diagnosis, cause: `${service}: ${cause}` } : diagnosis;
}


/***/ }),

/***/ 8464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  smokeTest: () => (/* binding */ smokeTest)
});

// EXTERNAL MODULE: ./lib/diagnosis/clean-text.js
var clean_text = __webpack_require__(9858);
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

// EXTERNAL MODULE: ./lib/inputs/smoke-test.js
var smoke_test = __webpack_require__(249);
// EXTERNAL MODULE: ./lib/report/duration.js
var duration = __webpack_require__(136);
// EXTERNAL MODULE: ./lib/report/outputs.js
var outputs = __webpack_require__(8568);
// EXTERNAL MODULE: ./lib/commands/cause.js + 1 modules
var cause = __webpack_require__(7959);
// EXTERNAL MODULE: ./lib/commands/job.js
var commands_job = __webpack_require__(6061);
;// CONCATENATED MODULE: ./lib/commands/smoke-texts.js



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
        return (0,clean_text/* cut */.Jj)((0,smoke_test/* withoutQuery */.j$)(url), URL_LENGTH);
    return (0,clean_text/* cut */.Jj)(`${known.protocol}//${known.host}${known.pathname}${known.search && '?…'}`, URL_LENGTH);
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
    const effort = `${tries} ${tries === 1 ? 'try' : 'tries'} in ${(0,duration/* duration */.p)(ms)}`;
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
        : (0,clean_text/* cut */.Jj)(text, EXCERPT)
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

;// CONCATENATED MODULE: ./lib/commands/smoke.js









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
    progress.hide((0,smoke_test/* queryValues */.R4)(test.path));
    if (!progress.facts.serviceUrl && (await isOutOfReach(job)))
        return sayOutOfReach(job);
    const url = new URL(test.path, (0,outputs/* withScheme */.G)(`${progress.facts.serviceUrl}`)).href;
    const asked = await askUntilItPasses(job, url, test.status, deadline);
    if (!asked)
        return sayOutOfReach(job);
    const clean = (0,clean_text/* cleaner */.ZS)(progress.hidden);
    const { last, tries, ms } = asked;
    if (last && passes(last, test.status)) {
        const what = `${shownUrl(url)} ${visitText(last, url, clean)}`;
        runner.info(`The smoke test passed: ${what}, at try ${tries} after ${(0,duration/* duration */.p)(ms)}.`);
        return;
    }
    await (0,cause/* findCause */.l)(job, {
        since,
        until: deadline,
        known: { cause: causeText(url, asked, clean), remedy: remedyText(asked) },
    });
    throw new errors/* ActionError */.lZ(failureText(url, test.status, asked, clean));
}
/** Asks with growing pauses until a page passes or time is up; undefined when out of reach. */
async function askUntilItPasses(job, url, wanted, deadline) {
    const { runner, progress } = job;
    const { clock, get } = job.ports;
    const begin = clock.now();
    const most = (0,duration/* duration */.p)(Math.max(0, deadline - begin));
    runner.info(`Asking ${shownUrl(url)} for ${wantedText(wanted)}, for ${most} at most.`);
    let asked = { tries: 0, ms: 0, last: undefined };
    let told;
    for (let pause = FIRST_PAUSE_MS; deadline - clock.now() >= TRY_MS; pause *= PAUSE_GROWTH) {
        const end = Math.min(clock.now() + ANSWER_MS, deadline);
        const last = await visit(url, {
            get,
            timeoutMs: () => Math.max(1, end - clock.now()),
            // A redirect that is wanted is not one to follow.
            follow: wanted === undefined || wanted < 300 || wanted > 399,
        });
        asked = { tries: asked.tries + 1, ms: clock.now() - begin, last };
        if (passes(last, wanted))
            break;
        if (asked.tries === 1 && (await isOutOfReach(job).catch(unlessCancelled)))
            return undefined;
        const text = visitText(last, url, (0,clean_text/* cleaner */.ZS)(progress.hidden));
        if (text !== told)
            runner.info(`${(0,duration/* duration */.p)(asked.ms).padStart(10)}  ${text}`);
        told = text;
        const left = Math.max(0, deadline - clock.now());
        await clock.sleep(Math.min(pause, LONGEST_PAUSE_MS, left));
    }
    return asked;
}
/** True when the internet can't ask the service: it is private, or App Runner tells no URL. */
async function isOutOfReach(job) {
    const service = await job.aws.appRunner.describe(`${job.progress.facts.serviceArn}`);
    (0,commands_job/* learnService */.IF)(job, service);
    const { IngressConfiguration: ingress } = service.NetworkConfiguration ?? {};
    return ingress?.IsPubliclyAccessible === false || !service.ServiceUrl;
}
/** A service that can't be read is asked on: what it answers is the better proof. */
function unlessCancelled(error) {
    if (error instanceof errors/* CancelledError */.cc)
        throw error;
    return false;
}
function sayOutOfReach({ runner }) {
    runner.warning('The smoke test was left out: the service has no public URL, so this runner can not reach it. ' +
        'Ask it from inside its VPC, or remove smoke-path.');
}


/***/ }),

/***/ 696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ streamId),
/* harmony export */   s: () => (/* binding */ logGroupsOf)
/* harmony export */ });
/**
 * The log groups of a service (App Runner developer guide, Logs); undefined while its name and id
 * are not known. Both also stand at the end of its ARN: service/NAME/ID.
 */
function logGroupsOf({ serviceName, serviceId, serviceArn }) {
    const [, arnName, arnId] = /:service\/([^/]+)\/([^/]+)$/.exec(serviceArn ?? '') ?? [];
    const name = arnName ?? serviceName;
    const id = arnId ?? serviceId;
    if (!name || !id)
        return undefined;
    const prefix = `/aws/apprunner/${name}/${id}`;
    return { service: `${prefix}/service`, application: `${prefix}/application` };
}
/** An operation's id as stream names have it: dashed in the API model, 32 digits in CloudWatch. */
function streamId(operationId) {
    return operationId.replaceAll('-', '').toLowerCase();
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
