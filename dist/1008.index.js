export const id = 1008;
export const ids = [1008];
export const modules = {

/***/ 7956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ Complaints)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

const WORDS = {
    comment: {
        what: 'The comment on the pull request could not be written.',
        permission: 'pull-requests: write',
    },
    deployment: {
        what: 'The deployment could not be recorded on GitHub.',
        permission: 'deployments: write',
    },
};
/**
 * Tells what GitHub was not told, and why, as one warning for each subject: what goes wrong once
 * goes wrong again. It is no failure of the run.
 */
class Complaints {
    #runner;
    #made = new Set();
    constructor(runner) {
        this.#runner = runner;
    }
    async failed(subject, error) {
        const { what, permission } = WORDS[subject];
        const why = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc ? 'The run was cancelled before.' : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(error);
        // GitHub's own answer has told it where that is sure.
        const remedy = why.includes(permission)
            ? ''
            : ` The token needs \`${permission}\` for it, under \`permissions:\` of the job.`;
        await this.#say(subject, `${what} ${why}${remedy}`);
    }
    /** What was not done when the time for it was over. */
    async late(subjects) {
        for (const subject of subjects) {
            await this.#say(subject, `${WORDS[subject].what} GitHub has not answered in time.`);
        }
    }
    async #say(subject, text) {
        if (this.#made.has(subject))
            return;
        this.#made.add(subject);
        const runner = await this.#runner();
        runner.warning(text);
    }
}


/***/ }),

/***/ 9225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ Conversation)
});

;// CONCATENATED MODULE: ./lib/report/about.js
/**
 * What the runner's environment tells about a run: its page, and the page of the commit, which is
 * the pull request's where there is one: a fork's commit has none other in this repository.
 */
function aboutRun(env, { service, commit, pullRequest }) {
    const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt } = env;
    const home = repository && `${env.GITHUB_SERVER_URL || 'https://github.com'}/${repository}`;
    const commits = pullRequest === undefined ? 'commit' : `pull/${pullRequest}/commits`;
    const again = attempt && attempt !== '1' ? `/attempts/${attempt}` : '';
    return {
        service,
        commit: commit ? { sha: commit, url: home && `${home}/${commits}/${commit}` } : undefined,
        // The name of a pull request's own ref is such as 7/merge.
        branch: env.GITHUB_HEAD_REF || (pullRequest === undefined ? env.GITHUB_REF_NAME : undefined),
        runUrl: home && run && `${home}/actions/runs/${run}${again}`,
    };
}

// EXTERNAL MODULE: ./lib/report/marker.js
var marker = __webpack_require__(3086);
// EXTERNAL MODULE: ./lib/report/told.js
var report_told = __webpack_require__(4821);
;// CONCATENATED MODULE: ./lib/report/comment.js


/**
 * The comment about a service on a pull request, below GitHub's limit.
 *
 * @param service the service that the comment is found again by; of a preview the one that it is
 *   a preview of
 */
function commentBody(service, about, told) {
    return `${(0,marker/* marker */.x)(service)}\n\n${(0,report_told/* toldMarkdown */.n$)(about, told, report_told/* COMMENT_LENGTH */.N$)}\n`;
}

// EXTERNAL MODULE: ./lib/report/duration.js
var duration = __webpack_require__(136);
// EXTERNAL MODULE: ./lib/report/headline.js
var headline = __webpack_require__(5916);
// EXTERNAL MODULE: ./lib/report/outputs.js
var outputs = __webpack_require__(8568);
// EXTERNAL MODULE: ./lib/report/plain.js
var plain = __webpack_require__(6906);
;// CONCATENATED MODULE: ./lib/report/deployment-texts.js




/** Characters that GitHub takes; it shows them as plain text. */
const DESCRIPTION_LENGTH = 140;
/** What a deployment is recorded with. */
function deploymentDescription({ service, branch }) {
    return described(branch ? `App Runner service ${service}, branch ${branch}` : `App Runner service ${service}`);
}
/** A deployment that has begun. */
function beginning({ runUrl }) {
    return { state: 'in_progress', logUrl: runUrl };
}
/** A deployment that is not the one that serves any more. */
function superseded(why) {
    return { state: 'inactive', description: described(why) };
}
/**
 * How a deployment ended.
 *
 * @param newest false where a later commit has a deployment of its own: this one serves no more,
 *   or soon
 */
function ending(report, { runUrl }, newest) {
    const { result, facts, failure, diagnosis, reason, phases } = report;
    const logUrl = runUrl;
    if (result === 'failed' || result === 'rolled-back') {
        const why = diagnosis?.cause ?? failure ?? (0,headline/* headline */.Pl)(report);
        return { state: 'failure', logUrl, description: described(why) };
    }
    if (result === 'skipped')
        return { ...superseded(reason ?? (0,headline/* headline */.Pl)(report)), logUrl };
    if (!newest)
        return { ...superseded('A newer commit is deployed by its own run.'), logUrl };
    if ((0,headline/* goesOn */.Eo)(report)) {
        const description = described('App Runner goes on with it; the run did not wait.');
        return { state: 'in_progress', logUrl, description };
    }
    return {
        state: 'success',
        logUrl,
        environmentUrl: facts.serviceUrl ? (0,outputs/* withScheme */.G)(facts.serviceUrl) : undefined,
        description: described(`${(0,headline/* headline */.Pl)(report)}, in ${(0,duration/* duration */.p)((0,headline/* totalMs */.Vk)(phases))}`),
    };
}
function described(text) {
    return (0,plain/* short */.h0)(text, DESCRIPTION_LENGTH);
}

// EXTERNAL MODULE: ./lib/commands/conversation/complaints.js
var complaints = __webpack_require__(7956);
// EXTERNAL MODULE: ./lib/teardown/pool.js
var pool = __webpack_require__(5200);
;// CONCATENATED MODULE: ./lib/commands/conversation/deployment-record.js

/** Calls at the same time: GitHub wants few that write. */
const AT_ONCE = 4;
/**
 * Deployments before the own one that are made inactive after a success. The success before did
 * the same, so only those that failed since need not be so already, and it itself.
 */
const BEFORE = 10;
/** A run's deployment as GitHub has it on record. */
class DeploymentRecord {
    #gitHub;
    #request;
    #isShared;
    #id;
    /** @param isShared true where the environment has other services' deployments as well */
    constructor(gitHub, request, isShared) {
        this.#gitHub = gitHub;
        this.#request = request;
        this.#isShared = isShared;
    }
    /** Puts the deployment on record. */
    async begin(status) {
        await this.#set(status);
    }
    /**
     * Sets how the deployment ended; after a success the ones before it get the other status.
     *
     * @param isNewest false where one that is not on record yet is to stay so
     */
    async end(status, before, isNewest) {
        if (this.#id === undefined && (!isNewest || status.state === 'inactive'))
            return;
        await this.#set(status);
        if (status.state === 'success' && this.#request.transient)
            await this.#retireBefore(before);
    }
    /** Makes every deployment of the service inactive. */
    async retireAll(status) {
        await retire(await this.#gitHub.calls(), await this.#ofService(), status);
    }
    async #set(status) {
        const gitHub = await this.#gitHub.calls();
        this.#id ??= await gitHub.createDeployment(this.#request);
        await gitHub.setDeploymentStatus(this.#id, status);
    }
    /**
     * GitHub makes the deployments before a success inactive by itself, but not in a transient
     * environment (REST API, deployment statuses, `auto_inactive`).
     */
    async #retireBefore(status) {
        const own = this.#id ?? 0;
        const before = (await this.#ofService()).filter(({ id }) => id < own);
        await retire(await this.#gitHub.calls(), before.slice(0, BEFORE), status);
    }
    /**
     * The deployments of the service, newest first. In an environment that is called after the
     * service there are no others; in one that services share, the commit is all that tells whose
     * they are.
     */
    async #ofService() {
        const gitHub = await this.#gitHub.calls();
        const { environment, ref } = this.#request;
        const all = await gitHub.deployments(environment);
        return this.#isShared ? all.filter(({ sha }) => sha === ref) : all;
    }
}
async function retire(gitHub, deployments, status) {
    const settled = await (0,pool/* settleAll */.j)(deployments, AT_ONCE, ({ id }) => gitHub.setDeploymentStatus(id, status));
    const failed = settled.find((one) => one.status === 'rejected');
    if (failed)
        throw failed.reason;
}

;// CONCATENATED MODULE: ./lib/commands/conversation/github-once.js
/** GitHub, loaded when it is first needed, and once. */
class GitHubOnce {
    #ports;
    #token;
    #loading;
    constructor(ports, token) {
        this.#ports = ports;
        this.#token = token;
    }
    calls() {
        this.#loading ??= this.#ports.github(this.#token);
        return this.#loading;
    }
}

;// CONCATENATED MODULE: ./lib/commands/conversation/in-order.js
/** Work that is done one after the other, and fails on its own. */
class InOrder {
    #failed;
    #last = Promise.resolve();
    #waiting = 0;
    /** @param failed told what work has thrown; the next is done all the same */
    constructor(failed) {
        this.#failed = failed;
    }
    /** Does the work when all before it is done. Never throws. */
    add(work) {
        this.#waiting += 1;
        this.#last = this.#last
            .then(work)
            .catch(this.#failed)
            // What can't be told either has nobody left to hear it.
            .catch(() => undefined)
            .finally(() => {
            this.#waiting -= 1;
        });
    }
    /** Resolves when all that was added is done. */
    get done() {
        return this.#last;
    }
    get isDone() {
        return this.#waiting === 0;
    }
}

;// CONCATENATED MODULE: ./lib/commands/conversation/sticky-comment.js

/**
 * The one comment about a service on a pull request. It is found again by its marker, also by the
 * next run, and changed in place.
 */
class StickyComment {
    #gitHub;
    #pullRequest;
    #marker;
    #id;
    /** @param service the service that the marker names */
    constructor(gitHub, pullRequest, service) {
        this.#gitHub = gitHub;
        this.#pullRequest = pullRequest;
        this.#marker = (0,marker/* marker */.x)(service);
    }
    /** Writes the comment, a new one where there is none. */
    async write(body) {
        if (await this.rewrite(body))
            return;
        const gitHub = await this.#gitHub.calls();
        const { id } = await gitHub.createComment(this.#pullRequest, body);
        this.#id = id;
        // Two runs that begin together both find none; all but the first one's comment go again.
        const first = await gitHub.findComment(this.#pullRequest, this.#marker);
        if (!first || first.id === id)
            return;
        this.#id = first.id;
        await gitHub.deleteComment(id);
        await gitHub.updateComment(first.id, body);
    }
    /**
     * Writes the comment where there is one.
     *
     * @returns false when there is none
     */
    async rewrite(body) {
        const gitHub = await this.#gitHub.calls();
        const known = this.#id;
        if (known !== undefined) {
            try {
                await gitHub.updateComment(known, body);
                return true;
            }
            catch (error) {
                // Somebody may have deleted it meanwhile; if it is still there, that is not why.
                const found = await gitHub.findComment(this.#pullRequest, this.#marker);
                if (found?.id === known)
                    throw error;
                this.#id = found?.id;
            }
        }
        else {
            this.#id = (await gitHub.findComment(this.#pullRequest, this.#marker))?.id;
        }
        if (this.#id === undefined)
            return false;
        await gitHub.updateComment(this.#id, body);
        return true;
    }
}

;// CONCATENATED MODULE: ./lib/commands/conversation/conversation.js








/**
 * What GitHub is told while a run goes on: the comment on the pull request and the deployment on
 * record. Nothing here throws, fails the run or makes it wait; only `settled` is to be awaited.
 *
 *     const conversation = new Conversation({ ports, inputs, service, dryRun, isNewest });
 *     conversation.started();                    // a deployment: once the inputs are read
 *     conversation.ended(reportOf(progress, result, error, beside));
 *     await reportEnd(runner, progress, result, error, beside, conversation.about);
 *     await conversation.settled(10_000);        // at the very end; less after a cancel
 *
 * A teardown leaves `started` out: its report's result `deleted` says the rest. A sweep, which has
 * one report for many previews, calls `deleted` for each.
 */
class Conversation {
    /**
     * What a comment is about, for a job summary that says the same also where there is none;
     * undefined for a run without a pull request.
     */
    about;
    #about;
    #setting;
    #complaints;
    #comment;
    #record;
    #queues;
    #isOver = false;
    /** True once the comment speaks of this run. */
    #isShown = false;
    constructor(setting) {
        const { ports, inputs, service, dryRun } = setting;
        const { pullRequest, environment, commit } = inputs;
        const gitHub = new GitHubOnce(ports, inputs.token);
        this.#setting = setting;
        this.#about = aboutRun(ports.env, { service, commit, pullRequest });
        this.#complaints = setting.complaints ?? new complaints/* Complaints */.V(ports.runner);
        if (pullRequest !== undefined && !dryRun)
            this.about = this.#about;
        if (inputs.comment && pullRequest !== undefined && !dryRun) {
            this.#comment = new StickyComment(gitHub, pullRequest, inputs.service);
        }
        if (environment && !dryRun) {
            const request = {
                ref: commit,
                environment: environment.name,
                transient: environment.transient,
                description: deploymentDescription(this.#about),
            };
            this.#record = new DeploymentRecord(gitHub, request, environment.name !== service);
        }
        this.#queues = { comment: this.#queueOf('comment'), deployment: this.#queueOf('deployment') };
    }
    /** A deployment begins: the comment says so, and the deployment goes on record. */
    started() {
        const newest = this.#isNewest();
        this.#say('comment', async () => {
            // An end that is known by now is told instead.
            if (this.#isOver || !(await newest()))
                return;
            await this.#comment?.write(this.#body({ state: 'building' }));
            this.#isShown = true;
        });
        this.#say('deployment', async () => {
            if (this.#isOver || !(await newest()))
                return;
            await this.#record?.begin(beginning(this.#about));
        });
    }
    /** The run ended as the report says. A dry run's plan is told nobody. */
    ended(report) {
        if (this.#isOver || report.result === 'planned')
            return;
        this.#isOver = true;
        const told = { state: 'ended', report };
        if (report.result === 'deleted')
            this.#tellDeleted(told);
        else
            this.#tellEnd(told, report);
    }
    /** The service was deleted, and nothing more is known of it than that. */
    deleted() {
        if (this.#isOver)
            return;
        this.#isOver = true;
        this.#tellDeleted({ state: 'deleted' });
    }
    /**
     * Awaits that GitHub was told everything, and says what it was not told.
     *
     * @param ms how long at the most, also after a cancel
     */
    async settled(ms) {
        const { comment, deployment } = this.#queues;
        if (this.#openSubjects().length === 0)
            return;
        const all = Promise.all([comment.done, deployment.done]);
        await Promise.race([all, this.#setting.ports.clock.linger(ms)]);
        await this.#complaints.late(this.#openSubjects());
    }
    #tellEnd(told, report) {
        const newest = this.#isNewest();
        this.#say('comment', async () => {
            if (!(await newest()))
                return;
            const body = this.#body(told);
            // What nobody knows of needs no word that it was not done.
            if (report.result === 'skipped' && !this.#isShown)
                return;
            if (report.command === 'teardown')
                await this.#comment?.rewrite(body);
            else
                await this.#comment?.write(body);
        });
        if (report.command === 'teardown')
            return;
        this.#say('deployment', async () => {
            const isNewest = await newest();
            const status = ending(report, this.#about, isNewest);
            await this.#record?.end(status, superseded('Another deployment came after it.'), isNewest);
        });
    }
    #tellDeleted(told) {
        const newest = this.#isNewest();
        this.#say('comment', async () => {
            if (await newest())
                await this.#comment?.rewrite(this.#body(told));
        });
        this.#say('deployment', async () => {
            if (await newest())
                await this.#record?.retireAll(superseded('The service was deleted.'));
        });
    }
    #body(told) {
        return commentBody(this.#setting.inputs.service, this.#about, told);
    }
    /** Asked once for what is said at the same time. */
    #isNewest() {
        const { isNewest = async () => true } = this.#setting;
        let answer;
        return () => {
            answer ??= isNewest().catch(() => true);
            return answer;
        };
    }
    #say(subject, work) {
        if (subject === 'comment' ? this.#comment : this.#record)
            this.#queues[subject].add(work);
    }
    #queueOf(subject) {
        return new InOrder((error) => this.#complaints.failed(subject, error));
    }
    #openSubjects() {
        return ['comment', 'deployment'].filter((subject) => !this.#queues[subject].isDone);
    }
}


/***/ }),

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
