export const id = 1803;
export const ids = [1803];
export const modules = {

/***/ 1803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ rememberRollback),
/* harmony export */   remember: () => (/* binding */ remember)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _service_look_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9580);
/* harmony import */ var _service_remembered_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3301);
/* harmony import */ var _service_sameness_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7818);
/* harmony import */ var _or_warn_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2026);





/**
 * Keeps in tags of the service which image it runs, once it does. What is not remembered is only
 * deployed again, so that a denied TagResource is no failure.
 */
async function remember(job) {
    const { inputs, progress, runner } = job;
    const { serviceArn, operationId, imageDigest: digest, image } = progress.facts;
    if (!inputs.wait) {
        runner.info('The digest is not remembered for skip-unchanged: wait is false.');
        return;
    }
    if (!serviceArn || !operationId || !digest) {
        const missing = digest ? 'operation' : 'digest';
        runner.info(`Nothing is remembered for skip-unchanged: the ${missing} is not known.`);
        return;
    }
    const before = { serviceArn, operationId, digest };
    await write(job, serviceArn, async () => {
        const previous = await previousOf(job, before);
        return (0,_service_remembered_js__WEBPACK_IMPORTED_MODULE_2__/* .tagsOf */ .F)({ digest, operationId, image, ...runOf(job), ...previous });
    });
}
/**
 * Keeps in tags of the service that it runs an earlier image again. Only where it has such tags:
 * the permission to write them is asked of nobody else.
 *
 * @param before what it ran before this; what its tags remembered is known by now to be untrue
 */
async function rememberRollback(job, before, now) {
    const { serviceArn, operationId, imageDigest: digest, image } = job.progress.facts;
    if (!job.inputs.wait || !serviceArn || !operationId || !digest)
        return;
    await write(job, serviceArn, async () => (0,_service_remembered_js__WEBPACK_IMPORTED_MODULE_2__/* .tagsOf */ .F)({
        digest,
        operationId,
        image,
        ...runOf(job),
        ...now,
        previousImage: before.image,
        previousDigest: before.digest,
        previousCommit: before.commit,
    }));
}
async function write({ aws, progress, runner }, serviceArn, tags) {
    await (0,_or_warn_js__WEBPACK_IMPORTED_MODULE_4__/* .orWarn */ .w)(runner, FORGOTTEN, async () => {
        const tagging = tags()
            .then((all) => aws.appRunner.tag(serviceArn, all))
            .then(() => true);
        if (await (0,_service_look_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .u)(TAG_MS, tagging)) {
            runner.info(`Tags of the service remember ${progress.facts.imageDigest} for skip-unchanged.`);
        }
        else
            runner.warning(`${FORGOTTEN} apprunner:TagResource was not answered in time.`);
    });
}
/** What the service ran before, where its tags still tell; nobody fails for it. */
async function previousOf({ aws, runner }, { serviceArn, operationId, digest, }) {
    try {
        const [tags, operations] = await Promise.all([
            aws.appRunner.tags(serviceArn),
            aws.appRunner.newestOperations(serviceArn),
        ]);
        return (0,_service_sameness_js__WEBPACK_IMPORTED_MODULE_3__/* .previousIn */ .d7)((0,_service_remembered_js__WEBPACK_IMPORTED_MODULE_2__/* .rememberedIn */ .s)(tags), operations, { operationId, digest });
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc)
            throw error;
        runner.debug(`What the service ran before is not known: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(error)}`);
        return {};
    }
}
/** The deployment has succeeded, so its tags are not worth a long wait. */
const TAG_MS = 10_000;
const FORGOTTEN = 'The digest could not be kept in tags of the service, so the next run with skip-unchanged deploys again.';
/** What the runner tells of the run; elsewhere some of it is not known. */
function runOf({ inputs, ports: { env }, }) {
    const { GITHUB_SHA, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = env;
    const known = GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_RUN_ID;
    const { preview } = inputs;
    return {
        commit: preview?.commit ?? GITHUB_SHA,
        repository: preview?.repository ?? GITHUB_REPOSITORY,
        runUrl: known
            ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`
            : undefined,
    };
}


/***/ })

};
