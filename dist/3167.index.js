export const id = 3167;
export const ids = [3167];
export const modules = {

/***/ 3167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gitHubSide: () => (/* binding */ gitHubSide)
});

// EXTERNAL MODULE: ./lib/preview/image-tags.js
var image_tags = __webpack_require__(5603);
;// CONCATENATED MODULE: ./lib/inputs/conversation.js
/**
 * Reads what a run tells GitHub; undefined when that is nothing and nothing is asked either.
 *
 * @param preview the preview that the run is about, which GitHub is always asked about
 * @param event what started the run; asked where a comment needs it
 * @param sha the commit that the runner names
 */
function readConversation(reader, service, preview, event, sha) {
    const wanted = reader.flag('comment') ?? preview !== undefined;
    const pull = wanted && !preview ? event() : undefined;
    const pullRequest = preview?.pullRequest ?? pull?.number;
    const comment = wanted && pullRequest !== undefined;
    const environment = readEnvironment(reader, preview);
    if (!comment && !environment && !preview)
        return undefined;
    const commit = preview?.commit ?? pull?.headSha ?? sha;
    if (!commit) {
        reader.problem("Input 'deployment-environment' is set, and GITHUB_SHA, the commit that is recorded with it, is not. GitHub's runner sets it; outside of one, set it to the commit.");
    }
    return {
        token: readToken(reader),
        service,
        comment,
        ...(pullRequest !== undefined && { pullRequest }),
        ...(environment && { environment }),
        commit: commit ?? '',
    };
}
/** The token that GitHub is asked with; empty with a problem on record when there is none. */
function readToken(reader) {
    const token = reader.text('github-token');
    if (token === undefined) {
        reader.problem("Input 'github-token' is empty, and this run has to ask GitHub. Remove it, so that the job's own token is taken. Example: github-token: a token with pull-requests: write");
    }
    return token ?? '';
}
/** GitHub takes 255 characters. */
const ENVIRONMENT = /^[^\p{Cc}]{1,255}$/u;
function readEnvironment(reader, preview) {
    const text = reader.text('deployment-environment');
    if (text === 'false' || (text === undefined && !preview))
        return undefined;
    const name = reader.matching('deployment-environment', ENVIRONMENT, {
        allowed: 'the name of an environment, up to 255 characters on one line, or false for none',
        example: 'deployment-environment: production',
    });
    return { name: name ?? preview?.service ?? '', transient: preview !== undefined };
}

// EXTERNAL MODULE: ./lib/preview/ownership.js
var ownership = __webpack_require__(9773);
// EXTERNAL MODULE: ./lib/inputs/tags.js
var inputs_tags = __webpack_require__(4644);
;// CONCATENATED MODULE: ./lib/inputs/owned.js


/** Settings with the tags that make a service a preview of ours, which no other tag replaces. */
function withOwnership(reader, settings, preview) {
    const own = (0,ownership/* ownershipTags */.dt)(preview);
    const tags = { ...settings.tags, ...own };
    const named = Object.keys(settings.tags ?? {}).length;
    if (named <= inputs_tags/* MOST_TAGS */._ && Object.keys(tags).length > inputs_tags/* MOST_TAGS */._) {
        reader.problem(`Input 'tags' names ${named} tags, and a preview has ${Object.keys(own).length} of its own: a service can have ${inputs_tags/* MOST_TAGS */._}. Example: tags: team=web`);
    }
    return { ...settings, tags };
}

// EXTERNAL MODULE: ./lib/inputs/common.js + 1 modules
var common = __webpack_require__(2476);
;// CONCATENATED MODULE: ./lib/inputs/preview-from.js

/** Reads where a new preview's settings come from; undefined for App Runner's own defaults. */
function readPreviewFrom(reader, preview) {
    const text = reader.text('preview-from');
    if (text === 'false')
        return undefined;
    const service = reader.matching('preview-from', common/* SERVICE_NAME */.OX, {
        allowed: "an App Runner service's name, or false for App Runner's own defaults",
        example: 'preview-from: hello-staging',
    });
    return { service: service ?? preview.of, named: text !== undefined };
}

// EXTERNAL MODULE: ./lib/inputs/source.js + 2 modules
var source = __webpack_require__(1249);
;// CONCATENATED MODULE: ./lib/inputs/teardown.js

/** Reads what goes with a preview; what only its deployment uses is not looked at. */
function readTeardown(reader, common, preview, conversation) {
    return {
        ...common,
        service: preview.service,
        command: 'teardown',
        preview,
        ...(conversation && { conversation }),
        ...((0,source/* buildsImage */.Rk)(reader) && { images: (0,source/* readRegistry */._5)(reader, preview.of) }),
        deleteLogs: readDeleteLogs(reader),
    };
}
/** True when log groups go with their preview. */
function readDeleteLogs(reader) {
    return reader.flag('delete-logs') ?? false;
}

;// CONCATENATED MODULE: ./lib/inputs/sweep.js


/**
 * Reads what is to be swept.
 *
 * @param repository as the runner names it, OWNER/NAME
 */
function readSweep(reader, { service: of, ...common }, repository = '') {
    const maxAgeDays = reader.integer('max-age-days', 1, 3_650, 14);
    if (!/^[^/\s]+\/[^/\s]+$/.test(repository)) {
        reader.problem(`Input 'command' is 'sweep', which deletes previews of one repository, and GITHUB_REPOSITORY, which names it, is '${repository}'. GitHub's runner sets it; outside of one, set it to OWNER/NAME.`);
    }
    return {
        ...common,
        command: 'sweep',
        ...(of && { of }),
        repository,
        token: readToken(reader),
        ...(maxAgeDays !== undefined && { maxAgeDays }),
        deleteLogs: readDeleteLogs(reader),
    };
}

// EXTERNAL MODULE: ./lib/preview/name.js
var preview_name = __webpack_require__(1941);
;// CONCATENATED MODULE: ./lib/inputs/target.js

/** Actions of the event after which there is something new to deploy, or may be. */
const DEPLOYING = ['opened', 'reopened', 'synchronize', 'labeled', 'ready_for_review'];
/**
 * Reads whether the run is about a preview, and of which pull request.
 *
 * @param service the input `service`; may be empty, with a problem on record
 * @param event what started the run
 * @param eventName the event's name, for the problem with one that is no pull request's
 * @returns undefined for a run without previews, and with a problem on record
 */
function readTarget(reader, service, event, eventName) {
    if (!reader.flag('preview'))
        return undefined;
    const pull = event();
    if (!pull) {
        reader.problem(`Input 'preview' is true, and the event is ${eventName || 'unknown: GITHUB_EVENT_NAME is not set'}; a preview belongs to a pull request. ` +
            `Run this step on pull_request, or deploy without preview on other events. Example: preview: \${{ github.event_name == 'pull_request' }}`);
        return undefined;
    }
    return targetOf(service, pull);
}
/** What a pull request's event asks for. */
function targetOf(service, pull) {
    const { name, action, number, headSha, headRepository, repository } = pull;
    // A pull request from a fork gets neither secrets nor an OIDC token (GitHub, "Events that
    // trigger workflows", pull_request); on pull_request_target it does.
    if (name === 'pull_request' && !isSame(headRepository, repository)) {
        const fork = headRepository ?? 'a repository that is gone';
        return {
            kind: 'none',
            reason: `Pull request ${number} comes from a fork (${fork}), and GitHub gives its runs no credentials: it gets no preview.`,
        };
    }
    const preview = {
        of: service,
        service: (0,preview_name/* previewName */.g)(service, number),
        repository,
        pullRequest: number,
        commit: headSha,
    };
    if (action === 'closed')
        return { kind: 'closed', preview };
    if (DEPLOYING.includes(action))
        return { kind: 'open', preview };
    return {
        kind: 'none',
        reason: `The event says '${action}' of pull request ${number}, which changes nothing for its preview: ${DEPLOYING.join(', ')} deploy it, closed deletes it.`,
    };
}
function isSame(one, other) {
    return one?.toLowerCase() === other.toLowerCase();
}

;// CONCATENATED MODULE: ./lib/inputs/github-readers.js







/**
 * Makes what reads the inputs about pull requests and GitHub.
 *
 * @param readEvent reads the event that started the run, undefined when it is no pull request's;
 *   asked at most once, and only when an input needs it
 */
function gitHubSide(env, readEvent) {
    let read;
    const event = () => {
        read ??= { event: readEvent() };
        return read.event;
    };
    return {
        target: (reader, service) => readTarget(reader, service, event, env.GITHUB_EVENT_NAME),
        conversation: (reader, service, preview) => readConversation(reader, service, preview, event, env.GITHUB_SHA),
        owned: withOwnership,
        base: readPreviewFrom,
        imageTag: image_tags/* previewTag */.j,
        teardown: (reader, common, preview) => readTeardown(reader, common, preview, readConversation(reader, common.service, preview, event, env.GITHUB_SHA)),
        sweep: (reader, common) => readSweep(reader, common, env.GITHUB_REPOSITORY),
    };
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


/***/ })

};
