export const id = 7158;
export const ids = [7158];
export const modules = {

/***/ 7158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   previewGuard: () => (/* binding */ previewGuard)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _preview_image_tags_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5603);
/* harmony import */ var _preview_ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9773);
/* harmony import */ var _preview_standing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(506);
/* harmony import */ var _or_warn_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2026);
/* harmony import */ var _pull_request_now_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5726);
/* harmony import */ var _read_service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4966);







/** Makes what looks after a preview while it is deployed. */
function previewGuard(job, preview, conversation) {
    const ours = new Set();
    let warned = false;
    // One warning is enough, however often GitHub is asked in vain.
    const warning = (text) => {
        if (warned)
            job.runner.info(text);
        else
            job.runner.warning(text);
        warned = true;
    };
    return {
        refuseForeign: async (service, known) => {
            const arn = service?.ServiceArn;
            if (!arn || ours.has(arn))
                return;
            // A service that is gone meanwhile is nobody's.
            const tags = known ?? (await (0,_read_service_js__WEBPACK_IMPORTED_MODULE_4__/* .tagsOf */ .Fg)(job.aws, service));
            const foreign = tags && (0,_preview_ownership_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(preview, tags);
            if (foreign)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(foreign);
            if (tags)
                ours.add(arn);
        },
        stops: async () => {
            const now = await (0,_pull_request_now_js__WEBPACK_IMPORTED_MODULE_3__/* .pullRequestNow */ .p)(job.ports, conversation, preview, (pull) => (0,_preview_standing_js__WEBPACK_IMPORTED_MODULE_5__/* .standingOf */ .Y)(preview, pull) === 'newest', `Whether ${preview.commit} is still the newest commit of pull request ${preview.pullRequest} is not known, so the deployment goes on.`, warning);
            const standing = now ? (0,_preview_standing_js__WEBPACK_IMPORTED_MODULE_5__/* .standingOf */ .Y)(preview, now.pull) : 'newest';
            if (standing === 'newest')
                return false;
            job.progress.reason = (0,_preview_standing_js__WEBPACK_IMPORTED_MODULE_5__/* .standingText */ .y)(preview, standing, now?.pull);
            job.runner.info(job.progress.reason);
            // The run that deletes the preview may have looked for images before this one was pushed.
            if (standing === 'closed')
                await removePushed(job, preview);
            return true;
        },
    };
}
async function removePushed(job, preview) {
    const { aws, inputs, progress, runner } = job;
    const { source } = inputs;
    const tag = (0,_preview_image_tags_js__WEBPACK_IMPORTED_MODULE_6__/* .previewTag */ .j)(preview);
    if (!progress.pushed || source.kind !== 'build' || !source.tags.includes(tag))
        return;
    const { repository, registryId } = source;
    const stays = `Image tag '${tag}' stays in ECR repository '${repository}'.`;
    await (0,_or_warn_js__WEBPACK_IMPORTED_MODULE_2__/* .orWarn */ .w)(runner, stays, async () => {
        const [kept] = await aws.ecr.deleteTags(repository, [tag], registryId);
        if (kept)
            runner.warning(`${stays} ${kept.reason}`);
        else
            runner.info(`Deleted image tag '${tag}' in ECR repository '${repository}'.`);
    });
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


/***/ })

};
