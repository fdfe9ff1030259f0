export const id = 9863;
export const ids = [9863];
export const modules = {

/***/ 9863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cacheNote: () => (/* binding */ cacheNote),
  makeRepository: () => (/* binding */ makeRepository),
  repositoryText: () => (/* binding */ repositoryText)
});

// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/image/login.js
var image_login = __webpack_require__(4632);
// EXTERNAL MODULE: ./lib/image/immutability.js
var immutability = __webpack_require__(3155);
;// CONCATENATED MODULE: ./lib/image/new-repository.js

/** The tag that may be moved to another image. */
const MOVABLE = 'latest';
/** More images than these, the ones pushed longest ago, are expired by ECR. */
const KEPT_IMAGES = 50;
/** What is wanted of a new repository, in words. */
const NEW_REPOSITORY = `images are scanned on push and encrypted, no tag but '${MOVABLE}' can be moved, and a lifecycle policy keeps the last ${KEPT_IMAGES} images`;
/**
 * A repository as `create-repository` makes it. All of it is given to CreateRepository, which
 * asks for no other permission then.
 */
function newRepository(repositoryName) {
    return {
        repositoryName,
        imageScanningConfiguration: { scanOnPush: true },
        // ECR's own keys: a key in KMS has a price and needs permissions of its own.
        encryptionConfiguration: { encryptionType: 'AES256' },
        imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
        imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: MOVABLE }],
    };
}
/**
 * The lifecycle policy of a new repository. It counts every image, be it a preview's, untagged
 * or the one that is deployed: App Runner runs a copy of its own (App Runner developer guide,
 * Deleting a service).
 */
const LIFECYCLE_POLICY = JSON.stringify({
    rules: [
        {
            rulePriority: 1,
            description: `Keep the last ${KEPT_IMAGES} images`,
            selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: KEPT_IMAGES },
            action: { type: 'expire' },
        },
    ],
});
/**
 * The tags in a new repository that `cache-to` writes and that can't be moved, so that ECR takes
 * the first run's cache and refuses the next one's.
 *
 * @param cacheTo items as buildx takes them: `type=registry,ref=NAME`, or NAME alone
 * @param image the repository with its registry's host
 */
function stuckCacheTags(cacheTo, image) {
    const repository = { name: image, immutable: true, exceptions: [MOVABLE] };
    return cacheTo
        .map((item) => item.replaceAll('"', '').split(','))
        .flatMap(registryReference)
        .flatMap((name) => tagIn(image, name))
        .filter((tag) => (0,immutability/* isImmutable */.t)(repository, tag));
}
function registryReference(fields) {
    const [first = ''] = fields;
    if (fields.length === 1 && !first.includes('='))
        return [first];
    if (!fields.includes('type=registry'))
        return [];
    return fields.flatMap((field) => /^ref=(.+)$/.exec(field)?.[1] ?? []);
}
/** The tag of a name in the repository; docker's is `latest` where there is none. */
function tagIn(image, name) {
    if (name === image)
        return [MOVABLE];
    return name.startsWith(`${image}:`) ? [name.slice(image.length + 1)] : [];
}

// EXTERNAL MODULE: ./lib/service/refusals.js
var refusals = __webpack_require__(938);
// EXTERNAL MODULE: ./lib/commands/changing.js
var changing = __webpack_require__(3039);
// EXTERNAL MODULE: ./lib/commands/find-repository.js
var find_repository = __webpack_require__(7720);
// EXTERNAL MODULE: ./lib/commands/or-warn.js
var or_warn = __webpack_require__(2026);
;// CONCATENATED MODULE: ./lib/commands/make-repository.js








/** That a repository is made, in a sentence. */
function repositoryText({ repository }) {
    return `CreateRepository: '${repository}', where ${NEW_REPOSITORY}.`;
}
/** What is to be told of the cache of a build whose repository is new; undefined for nothing. */
function cacheNote(source, login) {
    const image = `${(0,image_login/* registryHost */.U$)(login)}/${source.repository}`;
    const [tag] = stuckCacheTags(source.build.cacheTo, image);
    return tag === undefined
        ? undefined
        : `Input 'cache-to' writes tag '${tag}' of repository '${source.repository}', where it can't be moved, so ECR will refuse the cache of the next run. Give the cache a repository of its own, or type=gha.`;
}
/**
 * Makes the repository that the check did not find. One that somebody else has made meanwhile is
 * left as it is.
 *
 * @returns the image that has the first tag there already and can't be replaced
 * @throws ActionError when there is no repository after it
 */
async function makeRepository(job, source, login) {
    const { aws, runner } = job;
    const { repository: name } = source;
    const note = cacheNote(source, login);
    if (note)
        runner.warning(note);
    runner.info(repositoryText(source));
    const made = await (0,changing/* changing */.W)(job, 'CreateRepository', () => create(aws, name), (isOurs) => (isOurs ? `it made repository '${name}'` : undefined));
    if (!made) {
        runner.info(`Somebody else has made repository '${name}' meanwhile; it is left as it is.`);
        return (0,find_repository/* findExisting */.x)(aws, source);
    }
    await (0,or_warn/* orWarn */.w)(runner, `Repository '${name}' was made without its lifecycle policy, and later runs leave it so: no image expires.`, () => (0,changing/* changing */.W)(job, 'PutLifecyclePolicy', () => aws.ecr.putLifecyclePolicy(name, LIFECYCLE_POLICY), () => `repository '${name}' has its lifecycle policy`));
    return undefined;
}
/** Makes a repository; false when there is one that is not this run's. */
async function create({ ecr }, name) {
    try {
        await ecr.createRepository(newRepository(name));
        return true;
    }
    catch (error) {
        const cause = error instanceof lib_errors/* ActionError */.lZ ? error.cause : error;
        if ((0,errors/* errorCode */.CA)(cause) !== 'RepositoryAlreadyExistsException')
            throw error;
        // It was not there a moment ago: where the SDK has asked twice, the first answer was lost.
        return (0,refusals/* wasSentAgain */.IJ)(error);
    }
}


/***/ })

};
