export const id = 563;
export const ids = [563];
export const modules = {

/***/ 563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gitHubCalls: () => (/* binding */ gitHubCalls)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
// EXTERNAL MODULE: ./lib/http/network-cause.js
var network_cause = __webpack_require__(8704);
// EXTERNAL MODULE: ./lib/report/duration.js
var duration = __webpack_require__(136);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./lib/github/failures.js

/** GitHub refused a request. */
class Refused extends Error {
    name = 'Refused';
    refusal;
    constructor(refusal, cause) {
        super(`${refusal.status} ${refusal.said}`, { cause });
        this.refusal = refusal;
    }
}
/** GitHub wants no more requests of this token, for longer than a run can wait. */
class Limited extends Error {
    name = 'Limited';
    refusal;
    /** Milliseconds until it serves the token again. */
    forMs;
    constructor(refused, forMs) {
        super(refused.message, { cause: refused });
        this.refusal = refused.refusal;
        this.forMs = forMs;
    }
}
/** No answer of GitHub's; the message says why. */
class NoAnswer extends Error {
    name = 'NoAnswer';
    /** True when the request may have been carried out. */
    sent;
    constructor(message, sent, cause) {
        super(message, { cause });
        this.sent = sent;
    }
}
/** More of what a server says is not for an error line. */
const SAID_CHARACTERS = 300;
/** Words of 403 answers that stand for a permission; a locked conversation is a 403 as well. */
const NOT_ALLOWED = /not accessible by|must have .*(rights|access|permission)|denied to/i;
/** The answer below an error of octokit's; undefined when there was none. */
function refusalOf(error) {
    if (!(error instanceof Error) || !('status' in error) || !('response' in error))
        return undefined;
    const { status, response } = error;
    if (typeof status !== 'number' || !response)
        return undefined;
    const { data, headers } = Object(response);
    // Octokit's message has GitHub's own in it, with the list of mistakes. For an answer that is
    // not GitHub's JSON it is the whole page.
    const words = typeof data === 'object' && data && 'message' in data ? error.message : '';
    return { status, headers: Object(headers), said: oneLine(words) || (external_node_http_.STATUS_CODES[status] ?? '') };
}
/** True when an answer is about what the token may do. */
function isNotAllowed({ status, said }) {
    return status === 403 && NOT_ALLOWED.test(said);
}
/**
 * Takes a token out of the words of an error and of what caused it, should a server or a proxy
 * repeat what it was sent. The error itself is changed: it is kept as a cause.
 */
function hideToken(error, token, depth = 10) {
    if (!(error instanceof Error) || depth === 0)
        return;
    for (const words of ['message', 'stack']) {
        // Defined, not assigned: some errors have a getter there.
        const text = error[words];
        if (!text?.includes(token))
            continue;
        Object.defineProperty(error, words, { value: text.replaceAll(token, '***') });
    }
    hideToken(error.cause, token, depth - 1);
}
function oneLine(text) {
    const line = text.replaceAll(/\s+/g, ' ').trim();
    return line.length > SAID_CHARACTERS ? `${line.slice(0, SAID_CHARACTERS - 3)}...` : line;
}

;// CONCATENATED MODULE: ./lib/github/errors.js




/** A call to GitHub that failed. */
class GitHubError extends errors/* ActionError */.lZ {
    /** GitHub's status; undefined where it did not answer. */
    status;
    /** The permission to add, where the answer stands for a missing one. */
    permission;
    constructor(message, { status, permission, cause }) {
        super(message, { cause });
        this.status = status;
        this.permission = permission;
    }
}
/**
 * Makes a call and rethrows what it throws as GitHubError; a cancel passes.
 *
 * @param what goes on after 'GitHub did not', such as 'add a comment to pull request 7 of acme/web'
 * @param permission what the token needs for it
 */
async function asked(what, permission, call) {
    try {
        return await call();
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ)
            throw error;
        throw explained(what, permission, error);
    }
}
/**
 * What a failed call means to whoever reads the log: what was asked, what GitHub said, and what
 * to do next.
 */
function explained(what, permission, error) {
    const failed = (words) => `GitHub did not ${what}: ${sentence(words)}`;
    if (error instanceof Limited) {
        const { status } = error.refusal;
        return new GitHubError(`${failed(error.message)} It serves this token again in ${(0,duration/* duration */.p)(error.forMs)}, which is too long to wait.`, { status, cause: error });
    }
    if (!(error instanceof Refused)) {
        const words = error instanceof NoAnswer ? error.message : (0,network_cause/* networkCause */.u)(error);
        return new GitHubError(failed(words), { cause: error });
    }
    const { refusal } = error;
    const { status } = refusal;
    const lacking = isNotAllowed(refusal) || status === 404;
    return new GitHubError(`${failed(error.message)} ${remedy(refusal, permission)}`.trim(), {
        status,
        ...(lacking && { permission }),
        cause: error,
    });
}
function remedy(refusal, permission) {
    const where = "under `permissions:` when it is the job's own";
    if (isNotAllowed(refusal))
        return `The token needs \`${permission}\`, ${where}.`;
    if (refusal.status === 404) {
        // GitHub answers so for what a token may not see, lest it tell that it exists.
        return `It is not there, or the token may not see it: on a private repository it needs \`contents: read\` and \`${permission}\`, ${where}.`;
    }
    if (refusal.status === 401) {
        return "The token of the input github-token is wrong or has expired; a job's own lasts as long as the job.";
    }
    return '';
}
function sentence(words) {
    return words.trim().replace(/\.?$/, '.');
}

;// CONCATENATED MODULE: ./lib/github/patience.js

/** Waits before a second and a third try, in milliseconds: a hiccup, not an outage. */
const HICCUP_MS = [500, 2_000];
/** What a call may wait in all, in milliseconds: a deployment is not held up for a comment. */
const MOST_MS = 60_000;
/** How often a limited call is tried: GitHub bans who goes on asking (REST API, best practices). */
const LIMITED_TRIES = 5;
/** GitHub wants a minute at least where it does not say how long (the same page). */
const UNTOLD_MS = 60_000;
/**
 * What to do after a failed try. A limit of requests is waited for as GitHub says it, since
 * nothing was done then; a server or a network that fails gets a few short tries.
 */
function afterTry({ refusal, before, waitedMs, repeatable, now }) {
    const limitedMs = refusal && limitMs(refusal, now);
    if (limitedMs !== undefined) {
        const patient = waitedMs + limitedMs <= MOST_MS && before + 1 < LIMITED_TRIES;
        return patient ? { waitMs: limitedMs } : { tooLongMs: limitedMs };
    }
    const passing = !refusal || refusal.status >= 500;
    const waitMs = HICCUP_MS[before];
    return passing && repeatable && waitMs !== undefined ? { waitMs } : 'fail';
}
/**
 * For how long GitHub wants no more requests of this token, in milliseconds; undefined when the
 * answer is about something else, as a 403 for a missing permission is.
 */
function limitMs(refusal, now) {
    const { status, headers, said } = refusal;
    if ((status !== 403 && status !== 429) || isNotAllowed(refusal))
        return undefined;
    const after = seconds(headers['retry-after']);
    if (after !== undefined)
        return Math.max(1, after) * 1_000;
    const reset = seconds(headers['x-ratelimit-reset']);
    if (seconds(headers['x-ratelimit-remaining']) === 0 && reset !== undefined) {
        return Math.max(1_000, reset * 1_000 - now);
    }
    return status === 429 || /rate limit/i.test(said) ? UNTOLD_MS : undefined;
}
function seconds(header) {
    return /^\d{1,12}$/.test(String(header)) ? Number(header) : undefined;
}

;// CONCATENATED MODULE: ./lib/github/requests.js





/** As many as GitHub gives at once. */
const PAGE = { per_page: 100 };
const ANSWER_MS = 12_000;
/**
 * Marks a request that must not be carried out twice. It is not sent again when it may have been:
 * a lost comment is found by its marker the next time, a second one would stay.
 */
const ONCE = { request: { once: true } };
/** Network errors from before anything was sent. */
const NOT_SENT = /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)\b/;
/**
 * Gives every request of a client a time limit, ends it with the run, and sends again what may
 * pass. Octokit's plugins for that (retry, throttling) are not used: they wait on timers of their
 * own, which no cancel ends and no test's clock moves, wait as long as GitHub says, and repeat a
 * POST that GitHub may have carried out. What is left to write without them is here and in
 * `afterTry`.
 */
function patientRequests(octokit, token, surroundings) {
    octokit.hook.wrap('request', (send, options) => {
        const own = options.request;
        const sent = async (added) => {
            // Octokit's own hook below gets this very object, whatever is handed on (before-after-hook
            // binds it), while what it has at `request` may be every request's.
            options.request = { ...own, ...added };
            try {
                return await send(options);
            }
            catch (error) {
                hideToken(error, token);
                throw error;
            }
        };
        return patient(sent, own.once !== true, surroundings);
    });
}
async function patient(send, harmless, surroundings) {
    const { clock, cancelled, tell } = surroundings;
    let waitedMs = 0;
    for (let before = 0;; before += 1) {
        try {
            return await answered(send, surroundings);
        }
        catch (error) {
            cancelled.throwIfAborted();
            const refused = error instanceof Refused ? error : undefined;
            const unsent = error instanceof NoAnswer && !error.sent;
            const next = afterTry({
                refusal: refused?.refusal,
                before,
                waitedMs,
                repeatable: unsent || harmless,
                now: clock.now(),
            });
            if (next === 'fail')
                throw harmless || unsent || refused ? error : doubtful(error);
            if ('tooLongMs' in next)
                throw refused ? new Limited(refused, next.tooLongMs) : error;
            tell(`GitHub did not serve a request. It is sent again in ${(0,duration/* duration */.p)(next.waitMs)}.`);
            await clock.sleep(next.waitMs);
            waitedMs += next.waitMs;
        }
    }
}
/** Says of a request that may have been carried out that nobody knows. */
function doubtful(error) {
    return new NoAnswer(`${(0,errors/* errorMessage */.gJ)(error)}; it may have been done all the same`, true, error);
}
/** Sends a request once. @throws Refused, NoAnswer, or the reason of the cancel */
async function answered(send, { cancelled, tell, answerMs = ANSWER_MS }) {
    cancelled.throwIfAborted();
    const late = AbortSignal.timeout(answerMs);
    const added = {
        signal: AbortSignal.any([late, cancelled]),
        // Octokit's own warnings would go straight to the console.
        log: { debug: tell, info: tell, warn: tell, error: tell },
    };
    const unanswered = (words, cause) => late.aborted
        ? new NoAnswer(`no answer within ${(0,duration/* duration */.p)(answerMs)}`, true, cause)
        : new NoAnswer(words, !NOT_SENT.test(words), cause);
    try {
        const response = await send(added);
        // Octokit gives the text of a body that is not JSON, and none of one that broke off, as if
        // that were the answer: a list would be taken to be empty.
        const { data } = response;
        if (typeof data === 'object' && data !== null)
            return response;
        throw unanswered(data === '' ? 'the answer broke off' : 'the answer is not JSON');
    }
    catch (error) {
        cancelled.throwIfAborted();
        if (error instanceof NoAnswer)
            throw error;
        const refusal = refusalOf(error);
        throw refusal ? new Refused(refusal, error) : unanswered((0,network_cause/* networkCause */.u)(error), error);
    }
}

;// CONCATENATED MODULE: ./lib/github/comments.js


/**
 * The calls about comments on pull requests.
 *
 * @param askLogin gives the login that the token belongs to; asked once, when there is a question
 */
function commentCalls({ rest, paginate }, where, askLogin) {
    const repository = `${where.owner}/${where.repo}`;
    let login;
    const isOwn = async (author) => {
        login ??= await askLogin();
        // A login is the same in upper and lower case.
        return author?.toLowerCase() === login.toLowerCase();
    };
    return {
        findComment: (pullRequest, marker) => {
            const what = `list the comments on pull request ${pullRequest} of ${repository}`;
            // Reading alone would do with less, but it is done to write.
            return asked(what, 'pull-requests: write', async () => {
                const query = { ...where, ...PAGE, issue_number: pullRequest };
                for await (const { data } of paginate.iterator(rest.issues.listComments, query)) {
                    for (const { id, body, user } of data) {
                        // Anybody may write the marker into a comment.
                        if (body?.includes(marker) && (await isOwn(user?.login)))
                            return { id, body };
                    }
                }
                return undefined;
            });
        },
        createComment: (pullRequest, body) => {
            const what = `add a comment to pull request ${pullRequest} of ${repository}`;
            return asked(what, 'pull-requests: write', async () => {
                const request = { ...where, ...ONCE, issue_number: pullRequest, body };
                const { data } = await rest.issues.createComment(request);
                return { id: data.id, body };
            });
        },
        updateComment: (id, body) => asked(`change comment ${id} of ${repository}`, 'pull-requests: write', async () => {
            await rest.issues.updateComment({ ...where, comment_id: id, body });
        }),
        deleteComment: (id) => asked(`delete comment ${id} of ${repository}`, 'pull-requests: write', async () => {
            await rest.issues.deleteComment({ ...where, comment_id: id });
        }),
    };
}

;// CONCATENATED MODULE: ./lib/github/deployments.js


/** Characters that GitHub takes for the description of a state (REST API, deployment statuses). */
const DESCRIPTION_CHARACTERS = 140;
/** The calls about deployments that GitHub has on record. */
function deploymentCalls({ rest, paginate }, where) {
    const repository = `${where.owner}/${where.repo}`;
    return {
        createDeployment: ({ ref, environment, transient, description }) => {
            const what = `record a deployment of ${repository} to ${environment}`;
            return asked(what, 'deployments: write', async () => {
                const { data } = await rest.repos.createDeployment({
                    ...where,
                    ...ONCE,
                    ref,
                    environment,
                    description,
                    // This very commit is deployed, whatever its checks say: the job itself is one of them.
                    auto_merge: false,
                    required_contexts: [],
                    transient_environment: transient,
                    // For the others GitHub goes by the name: 'production' is one.
                    ...(transient && { production_environment: false }),
                });
                if ('id' in data)
                    return data.id;
                throw new Error(data.message ?? 'the answer has no deployment in it');
            });
        },
        setDeploymentStatus: (deployment, { state, environmentUrl, logUrl, description }) => {
            const what = `record deployment ${deployment} of ${repository} as ${state}`;
            return asked(what, 'deployments: write', async () => {
                // Not once only: a state that is told twice is the same state.
                await rest.repos.createDeploymentStatus({
                    ...where,
                    deployment_id: deployment,
                    state,
                    ...(environmentUrl !== undefined && { environment_url: environmentUrl }),
                    ...(logUrl !== undefined && { log_url: logUrl }),
                    ...(description !== undefined && { description: clipped(description) }),
                });
            });
        },
        deployments: (environment) => {
            const what = `list the deployments of ${repository} to ${environment}`;
            // Reading alone would do with less, but it is done to write.
            return asked(what, 'deployments: write', async () => {
                const found = [];
                const query = { ...where, ...PAGE, environment };
                for await (const { data } of paginate.iterator(rest.repos.listDeployments, query)) {
                    for (const { id, sha } of data)
                        found.push({ id, sha });
                }
                return found.sort((one, other) => other.id - one.id);
            });
        },
    };
}
function clipped(description) {
    const characters = Array.from(description);
    if (characters.length <= DESCRIPTION_CHARACTERS)
        return description;
    return `${characters.slice(0, DESCRIPTION_CHARACTERS - 1).join('')}…`;
}

;// CONCATENATED MODULE: ./lib/github/own-login.js

/** Whom the comments that a job's own token writes are by. */
const ACTIONS = 'github-actions[bot]';
/** The start of a token that a job or an app has; a person's begins otherwise. */
const APP_TOKEN = /^ghs_/;
/**
 * The login that comments written with a token are by. GraphQL tells it for every kind of token;
 * of the REST API only a person's gets an answer.
 *
 * Where GitHub refuses the question, a token of an app is taken for the job's own, which nearly
 * all are. If it is another app's, its comment is not found again, and one more is written. For a
 * person's token the refusal is thrown.
 */
async function ownLogin(octokit, token) {
    try {
        const answer = await octokit.graphql('query { viewer { login } }');
        const { login } = Object(Object(answer).viewer);
        if (typeof login === 'string' && login !== '')
            return login;
        throw new Error('it does not say whose the token is');
    }
    catch (error) {
        if (APP_TOKEN.test(token) && isRefusal(error))
            return ACTIONS;
        throw error;
    }
}
/** True for a question that GitHub does not want to answer, and another time would not either. */
function isRefusal(error) {
    if (error instanceof Refused)
        return [403, 404, 410].includes(error.refusal.status);
    // GraphQL says what is wrong with status 200.
    return error instanceof Error && error.name === 'GraphqlResponseError';
}

;// CONCATENATED MODULE: ./lib/github/pull-requests.js



/** The calls about pull requests. */
function pullRequestCalls({ rest, paginate }, where) {
    const repository = `${where.owner}/${where.repo}`;
    return {
        pullRequest: (number) => asked(`show pull request ${number} of ${repository}`, 'pull-requests: read', async () => {
            try {
                const { data } = await rest.pulls.get({ ...where, pull_number: number });
                return { number: data.number, state: data.state, headSha: data.head.sha };
            }
            catch (error) {
                if (!(error instanceof Refused) || error.refusal.status !== 404)
                    throw error;
                // A token that may not see pull requests gets this for every one, and the preview of one
                // that is gone is deleted. Who may see them can list them; for others this throws.
                await rest.pulls.list({ ...where, per_page: 1 });
                return undefined;
            }
        }),
        openPullRequests: () => asked(`list the open pull requests of ${repository}`, 'pull-requests: read', async () => {
            const numbers = new Set();
            const pages = paginate.iterator(rest.pulls.list, {
                ...where,
                ...PAGE,
                state: 'open',
                // Oldest first: what is opened meanwhile moves none to a page that was read.
                sort: 'created',
                direction: 'asc',
            });
            for await (const { data } of pages)
                for (const { number } of data)
                    numbers.add(number);
            return numbers;
        }),
    };
}

;// CONCATENATED MODULE: ./lib/github/client.js







/**
 * GitHub for the repository that the workflow belongs to; nothing is sent yet.
 *
 * @param token a job's own, an app's or a person's
 * @param env GITHUB_REPOSITORY, and GITHUB_API_URL, which is another on GitHub Enterprise Server
 * @throws ActionError when there is no asking with what is given; it never has the token in it
 */
async function gitHubCalls(token, env, surroundings) {
    const name = env.GITHUB_REPOSITORY ?? '';
    const [owner, repo, ...more] = name.split('/');
    if (!owner || !repo || more.length > 0) {
        throw new errors/* ActionError */.lZ(`GITHUB_REPOSITORY is '${name}', not OWNER/NAME. GitHub's runner sets it; outside of one, set it to the repository on GitHub.`);
    }
    const octokit = await connect(token, env.GITHUB_API_URL || 'https://api.github.com');
    patientRequests(octokit, token, surroundings);
    return {
        ...pullRequestCalls(octokit, { owner, repo }),
        ...commentCalls(octokit, { owner, repo }, () => ownLogin(octokit, token)),
        ...deploymentCalls(octokit, { owner, repo }),
    };
}
async function connect(token, url) {
    // The network's error for a token that fits into no header would quote it.
    if (!/^[\x21-\x7e]+$/.test(token)) {
        const seen = token === '' ? 'is empty' : 'has a space, a line break or the like in it';
        throw new errors/* ActionError */.lZ(`The input github-token ${seen}. Leave it out for the job's own token, or set it to a secret that is a token.`);
    }
    if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
        throw new errors/* ActionError */.lZ(`GITHUB_API_URL is '${url}', not a URL such as https://github.example.com/api/v3. GitHub's runner sets it.`);
    }
    try {
        // It reads the environment and the event's file when it is loaded, and may not like them.
        const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
        return getOctokit(token, { baseUrl: url.replace(/\/+$/, ''), userAgent: version/* USER_AGENT */._ });
    }
    catch (error) {
        throw new errors/* ActionError */.lZ(`GitHub's client could not be loaded: ${(0,errors/* errorMessage */.gJ)(error)}. It reads the GITHUB_ variables and the file of GITHUB_EVENT_PATH.`, { cause: error });
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
