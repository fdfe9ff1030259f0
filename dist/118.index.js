export const id = 118;
export const ids = [118];
export const modules = {

/***/ 7118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  remember: () => (/* binding */ remember),
  M1: () => (/* binding */ unchanged_sameness),
  Dk: () => (/* binding */ samenessOnceBuilt),
  Em: () => (/* binding */ unchangedFinder)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/service/look.js
var look = __webpack_require__(9580);
;// CONCATENATED MODULE: ./lib/service/remembered.js
/** The tags, by what they hold. */
const KEYS = {
    digest: 'apprunner-deploy:digest',
    operationId: 'apprunner-deploy:operation',
    commit: 'apprunner-deploy:commit',
    runUrl: 'apprunner-deploy:run-url',
    repository: 'apprunner-deploy:repository',
};
/** What a tag's value may be (API model, TagValue; AWS tagging guide for the characters). */
const LONGEST = 256;
const UNFIT = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;
/** Said in a tag where nothing is known, since TagResource can't take a tag away. */
const UNKNOWN = 'unknown';
/** The tags that remember a deployment. */
function tagsOf(remembered) {
    const { digest, operationId, commit, runUrl, repository } = remembered;
    return {
        [KEYS.digest]: value(digest),
        [KEYS.operationId]: value(operationId),
        [KEYS.commit]: value(commit),
        [KEYS.runUrl]: value(runUrl),
        [KEYS.repository]: value(repository),
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
    };
}
function value(text) {
    return text?.replaceAll(UNFIT, '-').slice(0, LONGEST) || UNKNOWN;
}

// EXTERNAL MODULE: ./lib/service/sameness.js
var sameness = __webpack_require__(7818);
// EXTERNAL MODULE: ./lib/commands/job.js
var commands_job = __webpack_require__(6061);
;// CONCATENATED MODULE: ./lib/commands/unchanged.js





/**
 * Finds out whether a service has the image and settings of this run already. Where that can't
 * be read it does not.
 */
async function unchanged_sameness(job, candidate) {
    const difference = (0,sameness/* differenceAtSight */.UX)(candidate);
    if (difference)
        return { same: false, reason: difference };
    const state = await readState(job, candidate);
    return state ? (0,sameness/* compare */.UD)({ ...candidate, ...state }) : UNREADABLE;
}
/** As sameness, for an image whose digest is still to be built: supposes the one that runs. */
async function samenessOnceBuilt(job, candidate) {
    const supposed = { ...candidate, digest: 'the same' };
    const difference = (0,sameness/* differenceAtSight */.UX)(supposed);
    if (difference)
        return { same: false, reason: difference };
    const state = await readState(job, candidate);
    if (!state)
        return UNREADABLE;
    const digest = state.remembered?.digest;
    return { ...(0,sameness/* compare */.UD)({ ...supposed, ...state, digest }), digest };
}
const UNREADABLE = { same: false, reason: 'what the service runs is not known' };
async function readState({ aws, runner }, { service }) {
    const serviceArn = `${service.ServiceArn}`;
    try {
        const [tags, operations] = await Promise.all([
            aws.appRunner.tags(serviceArn),
            aws.appRunner.newestOperations(serviceArn),
        ]);
        return { remembered: rememberedIn(tags), operations };
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ) || error instanceof errors/* CancelledError */.cc)
            throw error;
        runner.warning(`skip-unchanged can't tell what the service runs. ${(0,errors/* errorMessage */.gJ)(error)}`);
        return undefined;
    }
}
/**
 * Makes what finds out, before each call, that there is nothing to deploy. It says why, or why
 * not, once.
 */
function unchangedFinder(job, image) {
    const told = new Set();
    return async (service, decision) => {
        // What is not running has a step before it, or a repair.
        if (service.Status !== 'RUNNING')
            return false;
        const { imageDigest: digest } = job.progress.facts;
        const { same, reason } = await unchanged_sameness(job, { service, image, digest, decision });
        if (same)
            keep(job, service, decision, reason);
        else if (!told.has(reason))
            job.runner.info(`A deployment is needed: ${reason}.`);
        told.add(reason);
        return same;
    };
}
/** Notes that nothing is deployed, and what runs on. */
function keep(job, service, decision, reason) {
    job.runner.info(`Unchanged, so nothing is deployed: ${reason}.`);
    (0,commands_job/* learnService */.IF)(job, service);
    job.progress.changes = (0,sameness/* tagChanges */.qM)(decision);
    job.progress.learn({
        image: service.SourceConfiguration?.ImageRepository?.ImageIdentifier,
    });
}
/**
 * Keeps in tags of the service which image it runs, once it does. What is not remembered is only
 * deployed again, so that a denied TagResource is no failure.
 */
async function remember(job) {
    const { aws, inputs, progress, runner } = job;
    const { serviceArn, operationId, imageDigest: digest } = progress.facts;
    if (!inputs.wait) {
        runner.info('The digest is not remembered for skip-unchanged: wait is false.');
        return;
    }
    if (!serviceArn || !operationId || !digest) {
        const missing = digest ? 'operation' : 'digest';
        runner.info(`Nothing is remembered for skip-unchanged: the ${missing} is not known.`);
        return;
    }
    const tags = tagsOf({ digest, operationId, ...runOf(job) });
    try {
        const tagging = aws.appRunner.tag(serviceArn, tags).then(() => true);
        if (await (0,look/* within */.u)(TAG_MS, tagging)) {
            runner.info(`Tags of the service remember ${digest} for skip-unchanged.`);
        }
        else
            runner.warning(`${FORGOTTEN} apprunner:TagResource was not answered in time.`);
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ) || error instanceof errors/* CancelledError */.cc)
            throw error;
        runner.warning(`${FORGOTTEN} ${(0,errors/* errorMessage */.gJ)(error)}`);
    }
}
/** The deployment has succeeded, so its tags are not worth a long wait. */
const TAG_MS = 10_000;
const FORGOTTEN = 'The digest could not be kept in tags of the service, so the next run with skip-unchanged deploys again.';
/** What the runner tells of the run; elsewhere some of it is not known. */
function runOf({ ports: { env } }) {
    const { GITHUB_SHA, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = env;
    const known = GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_RUN_ID;
    return {
        commit: GITHUB_SHA,
        repository: GITHUB_REPOSITORY,
        runUrl: known
            ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`
            : undefined,
    };
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

/***/ 7818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   UX: () => (/* binding */ differenceAtSight),
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
