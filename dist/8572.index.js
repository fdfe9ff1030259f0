export const id = 8572;
export const ids = [8572];
export const modules = {

/***/ 3430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ tellFound),
/* harmony export */   a: () => (/* binding */ bringAbout)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _service_lifecycle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4215);
/* harmony import */ var _busy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9809);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7524);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(114);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6061);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6883);
/* harmony import */ var _perform_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2786);
/* harmony import */ var _read_service_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4966);
/* harmony import */ var _writes_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6432);










/** Notes what was found, for log and outputs. */
function tellFound(job, found) {
    const { service } = job.inputs;
    (0,_job_js__WEBPACK_IMPORTED_MODULE_9__/* .learnService */ .IF)(job, found);
    job.runner.info(found
        ? `Service '${service}' is ${found.Status}: ${found.ServiceArn}`
        : `Service '${service}' does not exist.`);
}
/**
 * Pauses, resumes or deletes the job's service, whatever it is busy with first, and waits for the
 * end unless the inputs say otherwise. A service that is so already is left as it is.
 *
 * @param deadline milliseconds since 1970
 * @returns why the service was left as it is, where `veto` said so
 * @throws ActionError for everything that is not a success
 */
async function bringAbout(job, command, found, deadline, veto = async () => undefined) {
    const { inputs, ports, runner } = job;
    const patience = new _patience_js__WEBPACK_IMPORTED_MODULE_5__/* .Patience */ .i(job, deadline);
    let service = found;
    for (;;) {
        const verdict = (0,_service_lifecycle_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictOn */ .H)(command, inputs.service, service);
        if (verdict.kind === 'refuse')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(verdict.reason);
        if (verdict.kind === 'done') {
            runner.info(verdict.reason);
            return undefined;
        }
        if (ports.clock.now() >= deadline)
            throw (0,_deadline_js__WEBPACK_IMPORTED_MODULE_3__/* .overdue */ .T)(job, `the service is ${service?.Status}`);
        const serviceArn = `${service?.ServiceArn}`;
        if (verdict.kind === 'wait')
            await (0,_busy_js__WEBPACK_IMPORTED_MODULE_2__/* .waitUntilFree */ .M)(job, serviceArn, deadline);
        else {
            const kept = service && (await veto(service));
            if (kept !== undefined)
                return kept;
            const write = (0,_writes_js__WEBPACK_IMPORTED_MODULE_8__/* .lifecycleWrite */ .w)(command, serviceArn);
            runner.info(`${write.call}: the service is ${service?.Status}.`);
            const performed = await (0,_perform_js__WEBPACK_IMPORTED_MODULE_6__/* .perform */ .y)(job, write);
            if (performed.kind === 'started') {
                const { operation } = performed;
                if (inputs.wait)
                    await (0,_follow_js__WEBPACK_IMPORTED_MODULE_4__/* .followToEnd */ .c)(job, operation, deadline);
                else
                    runner.info(`Not waiting for ${write.call} to end: wait is false.`);
                return undefined;
            }
            if (performed.refusal !== 'gone')
                await patience.after(performed);
        }
        service = await (0,_read_service_js__WEBPACK_IMPORTED_MODULE_7__/* .readAgain */ .n)(job, service);
    }
}


/***/ }),

/***/ 8922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ openJob)
/* harmony export */ });
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8749);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6061);


/**
 * Begins a command with its phase Check: asks AWS who we are and the command's first question side
 * by side.
 *
 * @param ask the first question
 * @param check looks at the answer, within the phase
 * @returns the job, and what `check` made of the answer
 * @throws ActionError when AWS can't be asked; credentials that it refuses are said once
 */
async function openJob(inputs, ports, progress, ask, check) {
    const connection = ports.aws(inputs.region, inputs.role);
    const aws = await connection.underWay.then(() => connection.load());
    const identity = aws.identity();
    const asking = ask(aws);
    // Credentials that AWS refuses make both fail in the same way: said once.
    asking.catch(_check_js__WEBPACK_IMPORTED_MODULE_0__/* .noted */ .Z);
    identity.catch(_check_js__WEBPACK_IMPORTED_MODULE_0__/* .noted */ .Z);
    const job = { inputs, ports, aws, runner: await ports.runner(), progress };
    const checked = await (0,_job_js__WEBPACK_IMPORTED_MODULE_1__/* .phase */ .Oi)(job, 'Check', async () => {
        const { account, arn } = await identity;
        job.runner.info(`AWS account ${account} in ${inputs.region} as ${arn}`);
        return check(job, await asking);
    });
    return { job, checked };
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

/***/ 863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ count),
/* harmony export */   n: () => (/* binding */ PreviewLeftovers)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _preview_image_tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5603);



/**
 * Removes what the services of previews leave behind. The deletion of the service is the verdict
 * of a run, so what can't be removed is a warning; one about a missing permission comes once.
 */
class PreviewLeftovers {
    #aws;
    #tags = new Map();
    #denied = new Set();
    constructor(aws) {
        this.#aws = aws;
    }
    /**
     * The tags that a preview has in a repository, which is listed once for all previews.
     *
     * @param service the preview's own service name
     * @returns none where they can't be listed, after a warning
     */
    async tagsOf(runner, service, place) {
        const { repository, registryId } = place;
        const key = `${registryId ?? ''}/${repository}`;
        const listing = this.#tags.get(key) ?? this.#aws.ecr.tags(repository, registryId);
        this.#tags.set(key, listing);
        const tags = await this.#orWarn(runner, `${key} tags`, stay(repository), () => listing);
        return (tags ?? []).filter((tag) => (0,_preview_image_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .isTagOf */ .k)(service, tag));
    }
    /** Takes the preview's tags away; an image that has others stays. */
    async removeImages(runner, service, place) {
        const { repository, registryId } = place;
        const tags = await this.tagsOf(runner, service, place);
        if (tags.length === 0) {
            runner.info(`ECR repository '${repository}' has no image of '${service}'.`);
            return;
        }
        const kept = await this.#orWarn(runner, `${registryId}/${repository}`, stay(repository), () => this.#aws.ecr.deleteTags(repository, tags, registryId));
        if (!kept)
            return;
        const gone = tags.length - kept.length;
        runner.info(`Deleted ${count(gone, 'image tag')} of '${service}' in ECR repository '${repository}'.`);
        for (const { tag, reason } of kept) {
            runner.warning(`ECR keeps tag '${tag}' in repository '${repository}': ${reason}`);
        }
    }
    /**
     * Deletes what App Runner and the application have written about the service.
     *
     * @param ended true when the service's deletion has ended: App Runner writes until then
     */
    async removeLogGroups(runner, groups, ended) {
        if (!ended) {
            runner.warning('The log groups stay: App Runner writes to them until the service is deleted, and wait is false.');
            return;
        }
        const logs = await this.#aws.logs();
        for (const group of [groups.service, groups.application]) {
            const there = await this.#orWarn(runner, 'logs', `Log group ${group} stays.`, () => logs.deleteGroup(group));
            if (there)
                runner.info(`Deleted log group ${group}.`);
            else if (there === false)
                runner.info(`Log group ${group} does not exist.`);
        }
    }
    /** @param subject what a missing permission is about, so that it is told once */
    async #orWarn(runner, subject, what, work) {
        try {
            return await work();
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ) || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CancelledError */ .cc)
                throw error;
            const told = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAccessDenied */ .w7)(error) && this.#denied.has(subject);
            if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAccessDenied */ .w7)(error))
                this.#denied.add(subject);
            const text = `${what} ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(error)}`;
            if (told)
                runner.info(text);
            else
                runner.warning(text);
            return undefined;
        }
    }
}
function stay(repository) {
    return `Images of the preview stay in ECR repository '${repository}'.`;
}
/** A number of things, in words. */
function count(number, thing) {
    return `${number} ${thing}${number === 1 ? '' : 's'}`;
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

/***/ 8572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   teardown: () => (/* binding */ teardown)
/* harmony export */ });
/* harmony import */ var _diagnosis_log_groups_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(696);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _preview_ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9773);
/* harmony import */ var _preview_standing_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(506);
/* harmony import */ var _teardown_image_place_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7867);
/* harmony import */ var _bring_about_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3430);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7524);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6061);
/* harmony import */ var _open_job_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8922);
/* harmony import */ var _preview_leftovers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(863);
/* harmony import */ var _pull_request_now_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5726);
/* harmony import */ var _read_service_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4966);












/**
 * Deletes the preview of a pull request that was closed: its service, whatever that is busy with
 * first, then its images, and its log groups where the inputs say so. A preview that never was is
 * a success; its images are looked for all the same.
 *
 * @returns deleted; planned for a dry run; skipped when the pull request is open again
 * @throws ActionError when the service can't be deleted, or is not this preview
 */
async function teardown(inputs, ports, progress) {
    progress.learn({ serviceName: inputs.service });
    const { job, checked: found } = await (0,_open_job_js__WEBPACK_IMPORTED_MODULE_4__/* .openJob */ .I)(inputs, ports, progress, (aws) => (0,_read_service_js__WEBPACK_IMPORTED_MODULE_7__/* .findService */ .Ln)(aws, inputs.service), async (opened, service) => {
        (0,_bring_about_js__WEBPACK_IMPORTED_MODULE_2__/* .tellFound */ .S)(opened, service);
        if (service)
            await refuseForeign(opened, service);
        return service;
    });
    if (inputs.dryRun) {
        const { dryRunTeardown } = await __webpack_require__.e(/* import() */ 3732).then(__webpack_require__.bind(__webpack_require__, 3732));
        await dryRunTeardown(job, found);
        return 'planned';
    }
    return (0,_deadline_js__WEBPACK_IMPORTED_MODULE_3__/* .withinDeadline */ .i)(job, async (deadline) => {
        const deleted = new Map();
        if (found)
            deleted.set(found.ServiceArn, found);
        const kept = await (0,_job_js__WEBPACK_IMPORTED_MODULE_8__/* .phase */ .Oi)(job, 'Delete', () => (0,_bring_about_js__WEBPACK_IMPORTED_MODULE_2__/* .bringAbout */ .a)(job, 'delete', found, deadline, async (service) => {
            await refuseForeign(job, service);
            deleted.set(service.ServiceArn, service);
            const again = await reopened(job);
            if (again === undefined)
                await domainLeaves(job, service, deadline);
            return again;
        }));
        if (kept !== undefined) {
            progress.reason = kept;
            job.runner.info(kept);
            return 'skipped';
        }
        await (0,_job_js__WEBPACK_IMPORTED_MODULE_8__/* .phase */ .Oi)(job, 'Clean up', () => cleanUp(job, [...deleted.values()]));
        return 'deleted';
    });
}
/**
 * Nothing without our tags is deleted.
 *
 * @throws ActionError for a service that is not the preview, or whose tags can't be read
 */
async function refuseForeign({ aws, inputs }, service) {
    const tags = await (0,_read_service_js__WEBPACK_IMPORTED_MODULE_7__/* .tagsOf */ .Fg)(aws, service);
    const foreign = tags && (0,_preview_ownership_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(inputs.preview, tags);
    if (foreign)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(foreign);
}
async function domainLeaves(job, service, deadline) {
    const { domain } = job.inputs;
    if (!domain)
        return;
    const { removeDomain } = await Promise.all(/* import() */[__webpack_require__.e(7937), __webpack_require__.e(5931)]).then(__webpack_require__.bind(__webpack_require__, 7937));
    await removeDomain(job, domain, service, deadline);
}
/** A pull request that was opened again meanwhile has a run of its own, and keeps what that deploys. */
async function reopened({ inputs, ports, runner }) {
    const { conversation, preview } = inputs;
    if (!conversation)
        return undefined;
    const now = await (0,_pull_request_now_js__WEBPACK_IMPORTED_MODULE_6__/* .pullRequestNow */ .p)(ports, conversation, preview, (pull) => (0,_preview_standing_js__WEBPACK_IMPORTED_MODULE_9__/* .standingOf */ .Y)(preview, pull) === 'closed', `Whether pull request ${preview.pullRequest} is open again is not known, so its preview is deleted.`, (text) => runner.warning(text));
    return now?.pull?.state === 'open'
        ? `Pull request ${preview.pullRequest} is open again, so its preview stays; the run that the opening started deploys to it.`
        : undefined;
}
/** @param services the preview's services as they were, none where there was none */
async function cleanUp(job, services) {
    const { aws, inputs, runner } = job;
    const leftovers = new _preview_leftovers_js__WEBPACK_IMPORTED_MODULE_5__/* .PreviewLeftovers */ .n(aws);
    const last = services.at(-1);
    const place = last ? (0,_teardown_image_place_js__WEBPACK_IMPORTED_MODULE_10__/* .imagePlaceOf */ .m)(last) : inputs.images;
    if (place)
        await leftovers.removeImages(runner, inputs.service, place);
    if (!inputs.deleteLogs)
        return;
    if (!last) {
        runner.info('No log groups are deleted: they are named after the id of a service that is gone.');
    }
    for (const { ServiceArn: serviceArn } of services) {
        const groups = (0,_diagnosis_log_groups_js__WEBPACK_IMPORTED_MODULE_11__/* .logGroupsOf */ .s)({ serviceArn });
        if (groups)
            await leftovers.removeLogGroups(runner, groups, inputs.wait);
    }
}


/***/ }),

/***/ 5603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ previewTag),
/* harmony export */   k: () => (/* binding */ isTagOf)
/* harmony export */ });
/** The tag of the image that is built for a commit of a preview; ECR takes 128 characters. */
function previewTag({ service, commit }) {
    return `${service}-${commit}`;
}
const COMMIT = /^[0-9a-f]{40}$/;
/**
 * True when a tag is one that previewTag makes for this preview. The whole of it is looked at:
 * `hello-pr-70-…` starts with `hello-pr-7` and is another preview's.
 *
 * @param service the preview's own service name
 */
function isTagOf(service, tag) {
    return tag.startsWith(`${service}-`) && COMMIT.test(tag.slice(service.length + 1));
}


/***/ }),

/***/ 1941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ previewName),
/* harmony export */   v: () => (/* binding */ couldBePreview)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** App Runner takes service names of 4 to 40 characters (API model, ServiceName). */
const LONGEST = 40;
/** Hex digits of the hash that stands for the end of a long service name. */
const HASH_DIGITS = 10;
/** The end of every preview's name; a pull request's number starts with no 0. */
const END = /-pr-([1-9]\d{0,15})$/;
/**
 * The service name of a pull request's preview: `<service>-pr-<number>`. What would be longer than
 * App Runner takes keeps the start of the service's name and gets a hash over all of it, so that
 * services which start alike have different previews. The same service and number always give the
 * same name.
 *
 * @param service a name that App Runner takes
 * @param pullRequest its number
 */
function previewName(service, pullRequest) {
    const end = `-pr-${pullRequest}`;
    if (service.length + end.length <= LONGEST)
        return `${service}${end}`;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(service).digest('hex').slice(0, HASH_DIGITS);
    return `${service.slice(0, LONGEST - end.length - HASH_DIGITS - 1)}-${hash}${end}`;
}
/**
 * The pull request that a service's name speaks of, when it has the shape of a preview's name.
 * Only the tags of the service can tell that it is one.
 *
 * @param service the service that it has to be a preview of; any when it is undefined
 * @returns undefined for a name that no preview has
 */
function couldBePreview(name, service) {
    const number = Number(END.exec(name)?.[1]);
    if (!Number.isSafeInteger(number))
        return undefined;
    return service === undefined || previewName(service, number) === name ? number : undefined;
}


/***/ }),

/***/ 9773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LW: () => (/* binding */ ownedBy),
/* harmony export */   dt: () => (/* binding */ ownershipTags),
/* harmony export */   qk: () => (/* binding */ foreignText)
/* harmony export */ });
/* unused harmony export ownerIn */
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1941);

/**
 * The tags that make a service a preview of ours. `repository` and `commit` are also what
 * skip-unchanged remembers a deployment with, which says the same for a preview.
 */
const KEYS = {
    madeBy: 'apprunner-deploy:made-by',
    repository: 'apprunner-deploy:repository',
    pullRequest: 'apprunner-deploy:pull-request',
    commit: 'apprunner-deploy:commit',
    service: 'apprunner-deploy:service',
};
const MADE_BY = 'preview';
/** The tags of a preview's service. */
function ownershipTags(preview) {
    return {
        [KEYS.madeBy]: MADE_BY,
        [KEYS.repository]: preview.repository,
        [KEYS.pullRequest]: `${preview.pullRequest}`,
        [KEYS.commit]: preview.commit,
        [KEYS.service]: preview.of,
    };
}
/** Reads whose preview a service is; undefined when its tags do not say that it is one. */
function ownerIn(tags) {
    const { [KEYS.service]: of, [KEYS.repository]: repository } = tags;
    const number = tags[KEYS.pullRequest] ?? '';
    if (tags[KEYS.madeBy] !== MADE_BY || !of || !repository)
        return undefined;
    return /^[1-9]\d{0,15}$/.test(number)
        ? { of, repository, pullRequest: Number(number) }
        : undefined;
}
/**
 * Whose preview a service is, when it is one of this repository's. Tags that were copied to a
 * service of another name make it none.
 *
 * @param name of the service
 * @param repository on GitHub, OWNER/NAME
 */
function ownedBy(repository, name, tags) {
    const owner = ownerIn(tags);
    return owner &&
        sameRepository(owner.repository, repository) &&
        (0,_name_js__WEBPACK_IMPORTED_MODULE_0__/* .previewName */ .g)(owner.of, owner.pullRequest) === name
        ? owner
        : undefined;
}
/**
 * What is wrong with a service that has the name of a preview and is not that preview.
 *
 * @param tags of the service
 * @returns undefined when it is that preview
 */
function foreignText(preview, tags) {
    const owner = ownedBy(preview.repository, preview.service, tags);
    if (owner?.of === preview.of && owner.pullRequest === preview.pullRequest)
        return undefined;
    const seen = Object.values(KEYS)
        .filter((key) => key !== KEYS.commit && tags[key] !== undefined)
        .map((key) => `${key}=${tags[key]}`)
        .join(', ');
    return (`Service '${preview.service}' is not the preview of '${preview.of}' for pull request ${preview.pullRequest} of ` +
        `${preview.repository}: ${seen ? `its tags say ${seen}` : 'it has none of the tags that this action gives a preview'}. ` +
        `It was not touched. Give one of the two services another name, or delete that one by hand if nobody needs it.`);
}
/** GitHub tells no capitals from small letters in the names of owners and repositories. */
function sameRepository(one, other) {
    return one.toLowerCase() === other.toLowerCase();
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

/***/ 7867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ imagePlaceOf)
/* harmony export */ });
/** REGISTRY/REPOSITORY, with tag or digest; the account is in ECR's host names only. */
const IDENTIFIER = /^(?:(?<registryId>\d{12})\.dkr\.ecr\.[^/]+|[^/]+)\/(?<repository>[^:@]+)/;
/** Where the images of a service are; undefined for one from ECR Public or from code. */
function imagePlaceOf({ SourceConfiguration: source, }) {
    const { ImageRepositoryType: type, ImageIdentifier: identifier = '' } = source?.ImageRepository ?? {};
    const { registryId, repository } = IDENTIFIER.exec(identifier)?.groups ?? {};
    return type === 'ECR' && repository ? { repository, registryId } : undefined;
}


/***/ })

};
