export const id = 9607;
export const ids = [9607];
export const modules = {

/***/ 9607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readPullRequestEvent: () => (/* binding */ readPullRequestEvent)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);


/**
 * Reads the event that started the run, when it is about a pull request.
 *
 * @param env GITHUB_EVENT_NAME and GITHUB_EVENT_PATH, the file of the webhook's payload
 * @returns undefined for every other event
 * @throws ActionError when the file can't be read or is no such event
 */
function readPullRequestEvent(env) {
    const name = env.GITHUB_EVENT_NAME;
    if (name !== 'pull_request' && name !== 'pull_request_target')
        return undefined;
    const path = env.GITHUB_EVENT_PATH;
    if (!path) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`The event is ${name}, but GITHUB_EVENT_PATH, the file that describes it, is not set. GitHub's runner sets it; outside of one, set it to a file with the event.`);
    }
    const event = members(readEvent(name, path));
    const pull = members(event.pull_request);
    const head = members(pull.head);
    const seen = new Reader(name, path);
    return {
        name,
        action: seen.text('action', event.action),
        number: seen.number('pull_request.number', pull.number),
        headSha: seen.commit('pull_request.head.sha', head.sha),
        headRef: seen.text('pull_request.head.ref', head.ref),
        // A fork that was deleted leaves null here (webhook "pull_request", schema of `head.repo`).
        headRepository: head.repo === null
            ? undefined
            : seen.text('pull_request.head.repo.full_name', members(head.repo).full_name),
        repository: seen.text('repository.full_name', members(event.repository).full_name),
    };
}
function readEvent(name, path) {
    try {
        // The runner's file may begin with a byte order mark, which JSON does not allow.
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8').replace(/^\uFEFF/, ''));
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`The event ${name} could not be read from ${path} (GITHUB_EVENT_PATH): ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(error)}`, { cause: error });
    }
}
/** Takes members of one event, and says which one is not what GitHub sends. */
class Reader {
    #name;
    #path;
    constructor(name, path) {
        this.#name = name;
        this.#path = path;
    }
    text(member, value) {
        return typeof value === 'string' && value !== '' ? value : this.#refuse(member, value, 'text');
    }
    number(member, value) {
        return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
            ? value
            : this.#refuse(member, value, 'a number');
    }
    commit(member, value) {
        return typeof value === 'string' && /^[0-9a-f]{40}$/.test(value)
            ? value
            : this.#refuse(member, value, 'a commit of 40 hex digits');
    }
    #refuse(member, value, wanted) {
        const seen = JSON.stringify(value) ?? 'missing';
        const clipped = seen.length > 100 ? `${seen.slice(0, 97)}...` : seen;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`The event ${this.#name} in ${this.#path} (GITHUB_EVENT_PATH) is not what GitHub sends: ${member} is ${clipped}, not ${wanted}.`);
    }
}
/** The members of an object; none of anything else. */
function members(value) {
    return Object(value);
}


/***/ })

};
