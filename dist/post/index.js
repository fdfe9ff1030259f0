import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 7698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n: () => (/* binding */ cleanUp)
});

// UNUSED EXPORTS: STATE

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
;// CONCATENATED MODULE: ./lib/image/leftover-processes.js

const ASKED_MS = 2_000;
const LOOK_MS = 50;
/**
 * Ends processes that still run with a docker configuration: a main step that was killed outright
 * leaves its docker commands behind, and one of them may be making the very builder that is to
 * be removed. They are found where Linux shows environments; elsewhere there is nothing to see.
 *
 * @param directory the DOCKER_CONFIG that is nobody else's
 */
async function endLeftovers(directory) {
    const until = performance.now() + ASKED_MS;
    let left = await processesWith(directory);
    signal(left, 'SIGTERM');
    while (left.length > 0 && performance.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
        left = await processesWith(directory);
    }
    signal(left, 'SIGKILL');
}
async function processesWith(directory) {
    const names = await (0,promises_namespaceObject.readdir)('/proc').catch(() => []);
    const found = await Promise.all(names
        .filter((name) => /^\d+$/.test(name))
        .map(async (name) => {
        // Of other users' processes, and of dead ones, there is nothing to read.
        const variables = await (0,promises_namespaceObject.readFile)(`/proc/${name}/environ`, 'utf8').catch(() => '');
        return variables.split('\0').includes(`DOCKER_CONFIG=${directory}`) ? Number(name) : 0;
    }));
    return found.filter((pid) => pid > 0);
}
function signal(pids, name) {
    for (const pid of pids) {
        try {
            process.kill(pid, name);
        }
        catch {
            // It has ended by itself.
        }
    }
}

;// CONCATENATED MODULE: ./lib/image/login.js

/** Host and port of a registry, as image names start with it. */
function registryHost(login) {
    return login.endpoint.replace(/^https?:\/\//, '').replace(/\/+$/, '');
}
/**
 * Logs docker in to ECR; the password goes through standard input.
 *
 * @param env variables that point docker at the private configuration
 * @throws ActionError with docker's last words when the registry refuses the login
 */
async function logIn(docker, login, env) {
    const host = registryHost(login);
    const { code, stderr } = await docker(['login', '--username', login.username, '--password-stdin', host], { env, input: login.password });
    if (code === 0)
        return;
    throw new ActionError(`docker login to ${host} ended with code ${code}: ${lastLine(stderr)} ` +
        `Check that this machine reaches the registry and that the Docker engine runs.`);
}
/** The last line of a command's output that says something. */
function lastLine(output) {
    return output.trim().split('\n').at(-1)?.trim() ?? '';
}

;// CONCATENATED MODULE: ./lib/commands/clean-up.js





/** Names under which the main step hands the post step what it has to remove. */
const STATE = { directory: 'docker-config', builder: 'builder' };
/**
 * The post step: removes the builder and the docker configuration with the registry login,
 * as far as the main step came to make them, and ends what a main step that was killed left
 * running. It warns and never fails the job.
 *
 * @returns the exit code, always 0
 */
async function cleanUp(ports) {
    const directory = ports.env[`STATE_${STATE.directory}`];
    const builder = ports.env[`STATE_${STATE.builder}`];
    if (!directory)
        return 0;
    await endLeftovers(directory);
    if (builder)
        await removeBuilder(ports, builder, directory);
    try {
        await (0,promises_namespaceObject.rm)(directory, { recursive: true, force: true });
    }
    catch (error) {
        await warn(ports, `The registry login in ${directory}`, (0,errors/* errorMessage */.gJ)(error));
    }
    return 0;
}
async function removeBuilder(ports, builder, directory) {
    try {
        const { code, stderr } = await ports.docker(['buildx', 'rm', '--force', builder], {
            env: { DOCKER_CONFIG: directory, BUILDX_CONFIG: (0,external_node_path_namespaceObject.join)(directory, 'buildx') },
        });
        if (code !== 0)
            await warn(ports, `The builder ${builder}`, lastLine(stderr));
    }
    catch (error) {
        await warn(ports, `The builder ${builder}`, (0,errors/* errorMessage */.gJ)(error));
    }
}
async function warn({ runner }, what, why) {
    (await runner()).warning(`${what} could not be removed: ${why}`);
}


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   gJ: () => (/* binding */ errorMessage)
/* harmony export */ });
/* unused harmony exports ActionError, InputError, RolledBackError, causes */
/**
 * A failure told to the user: what failed, what was seen, and what to do next.
 * `cause` keeps the error it came from.
 */
class ActionError extends Error {
    name = 'ActionError';
}
/** Every problem found in the inputs, reported together; one sentence each. */
class InputError extends ActionError {
    problems;
    constructor(problems) {
        super(problems.join('\n'));
        this.problems = problems;
    }
}
/** App Runner rejected the new version, and the one before serves on. */
class RolledBackError extends (/* unused pure expression or super */ null && (ActionError)) {
}
/** The runner stopped the step. */
class CancelledError extends ActionError {
    signal;
    constructor(signal) {
        super(`The run was cancelled (${signal}).`);
        this.signal = signal;
    }
}
/** The text of whatever was thrown. */
function errorMessage(error) {
    return error instanceof Error ? error.message : String(error);
}
/**
 * The causes below an error, outermost first, for the debug log.
 *
 * @param depth how far to follow them: an error may be its own cause
 */
function causes(error, depth = 10) {
    if (!(error instanceof Error) || depth === 0)
        return [];
    const below = error instanceof AggregateError ? error.errors : [error.cause];
    return below
        .filter((cause) => cause !== undefined)
        .flatMap((cause) => [
        cause instanceof Error ? `${cause.name}: ${cause.message}` : errorMessage(cause),
        ...causes(cause, depth - 1),
    ]);
}


/***/ }),

/***/ 3581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ loadRunner)
/* harmony export */ });
/** Loads @actions/core and gives it as the runner port. */
async function loadRunner(env) {
    const core = await __nccwpck_require__.e(/* import() */ 421).then(__nccwpck_require__.bind(__nccwpck_require__, 6421));
    return {
        info: core.info,
        warning: (message) => core.warning(message),
        error: (message, title) => core.error(message, { title }),
        debug: core.debug,
        startGroup: core.startGroup,
        endGroup: core.endGroup,
        mask: (secret) => {
            // The runner matches line by line, so each line of a secret is masked too.
            for (const line of new Set([secret, ...secret.split(/\r?\n/)])) {
                if (line.trim() !== '')
                    core.setSecret(line);
            }
        },
        setOutput: core.setOutput,
        saveState: core.saveState,
        summary: async (markdown) => {
            // Without a summary file, as outside a workflow, there is nothing to write to.
            if (env.GITHUB_STEP_SUMMARY)
                await core.summary.addRaw(markdown, true).write();
        },
    };
}


/***/ }),

/***/ 6173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  WL: () => (/* binding */ abortedLater),
  Fh: () => (/* binding */ listenForCancel)
});

// UNUSED EXPORTS: cancelledCode

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
;// CONCATENATED MODULE: ./lib/github/signals.js


/**
 * Turns the first SIGINT or SIGTERM into an abort, whose reason is a CancelledError. From here on
 * neither signal ends the process by itself. Later ones change nothing: a key pressed twice, or
 * a signal that reaches the process twice, must not cut off outputs and summary, and the end
 * comes within seconds anyway (see `endInTime`).
 */
function listenForCancel(source) {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM']) {
        source.on(signal, () => controller.abort(new errors/* CancelledError */.cc(signal)));
    }
    return controller.signal;
}
/** Gives a signal that aborts `ms` milliseconds after another one did, for what may still end well. */
function abortedLater(cancelled, ms) {
    const controller = new AbortController();
    cancelled.addEventListener('abort', () => setTimeout(() => controller.abort(cancelled.reason), ms).unref(), { once: true });
    return controller.signal;
}
/** The exit code of a run that was cancelled, as a shell would give it: 128 + the signal's number. */
function cancelledCode(cancelled) {
    const { reason } = cancelled;
    return reason instanceof CancelledError ? 128 + constants.signals[reason.signal] : undefined;
}


/***/ }),

/***/ 4497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  l: () => (/* binding */ commandProcess)
});

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: ./lib/image/process-group.js
/** Time to end in good order, and then to be seen dead; together well below a cancel's 5 s. */
const ASKED_MS = 2_000;
const KILLED_MS = 500;
/**
 * Windows has no process groups; a child there shares the console, and so its ctrl-C, with us.
 * Everywhere else a group of its own lets a signal reach a child's children: `docker` runs buildx
 * as one.
 */
const OWN_GROUP = process.platform !== 'win32';
/**
 * Ends a child and its children: by SIGTERM, and by SIGKILL when that takes long.
 *
 * @param child spawned with `detached: OWN_GROUP`
 * @param closed settles when the child has ended and nobody holds its outputs any more
 * @returns when they have ended, at the latest after 2.5 s
 */
async function endGroup(child, closed) {
    signalGroup(child, 'SIGTERM');
    if (!(await settles(closed, ASKED_MS))) {
        signalGroup(child, 'SIGKILL');
        await settles(closed, KILLED_MS);
    }
    // Whoever closed the outputs and stayed has had its time too.
    signalGroup(child, 'SIGKILL');
}
/** Signals a child and its children, as far as they still run. */
function signalGroup(child, name) {
    if (child.pid === undefined)
        return; // It never started.
    try {
        if (OWN_GROUP)
            process.kill(-child.pid, name);
        else
            child.kill(name);
    }
    catch {
        // There is nobody left in the group.
    }
}
function settles(promise, ms) {
    return new Promise((resolve) => {
        const timer = setTimeout(resolve, ms, false);
        const settled = () => {
            clearTimeout(timer);
            resolve(true);
        };
        promise.then(settled, settled);
    });
}

;// CONCATENATED MODULE: ./lib/image/command-process.js


/**
 * Makes the port that runs a command.
 *
 * @param env environment of every child, before what a call adds
 * @param log where streamed output goes
 * @param cancelled stops the child and its children when it aborts; the call then rejects with
 *   its reason, once they have ended
 */
function commandProcess(command, env, log, cancelled) {
    return async (args, options = {}) => {
        cancelled.throwIfAborted();
        const child = (0,external_node_child_process_namespaceObject.spawn)(command, args, {
            env: { ...env, ...options.env },
            detached: OWN_GROUP,
        });
        const output = { stdout: '', stderr: '' };
        for (const name of ['stdout', 'stderr']) {
            child[name].setEncoding('utf8').on('data', (text) => {
                output[name] += text;
                if (options.stream)
                    log.write(text);
            });
        }
        // A child that ends before it read all its input is judged by its exit code.
        child.stdin.on('error', () => undefined);
        child.stdin.end(options.input ?? '');
        const code = await closing(child, cancelled);
        return { code: code ?? 1, ...output };
    };
}
/** Waits for a child's end, and on a cancel brings it about. It does not outlive this process. */
async function closing(child, cancelled) {
    const closed = new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('close', resolve);
    });
    const stopped = Promise.withResolvers();
    const stop = () => void endGroup(child, closed).then(stopped.resolve);
    cancelled.addEventListener('abort', stop, { once: true });
    // A run that fails ends while other commands of it still run.
    const exit = () => signalGroup(child, 'SIGKILL');
    process.once('exit', exit);
    try {
        const code = await Promise.race([closed, stopped.promise]);
        if (cancelled.aborted)
            await stopped.promise;
        cancelled.throwIfAborted();
        return code ?? null;
    }
    finally {
        cancelled.removeEventListener('abort', stop);
        process.removeListener('exit', exit);
        // Somebody who left the group may still hold them; they must not hold us.
        child.stdout?.destroy();
        child.stderr?.destroy();
    }
}


/***/ }),

/***/ 5317:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _commands_clean_up_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(795);
/* harmony import */ var _github_runner_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3581);
/* harmony import */ var _github_signals_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6173);
/* harmony import */ var _image_command_process_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4497);




/** A docker that hangs must not keep the login from being removed after it. */
const DOCKER_MS = 60_000;
/** What is left of it once the runner wants to end this step too. */
const HURRIED_MS = 4_000;
const limit = AbortSignal.any([
    AbortSignal.timeout(DOCKER_MS),
    (0,_github_signals_js__WEBPACK_IMPORTED_MODULE_1__/* .abortedLater */ .WL)((0,_github_signals_js__WEBPACK_IMPORTED_MODULE_1__/* .listenForCancel */ .Fh)(process), HURRIED_MS),
]);
process.exitCode = await (0,_commands_clean_up_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanUp */ .n)({
    env: process.env,
    docker: (0,_image_command_process_js__WEBPACK_IMPORTED_MODULE_2__/* .commandProcess */ .l)('docker', process.env, process.stdout, limit),
    runner: () => (0,_github_runner_js__WEBPACK_IMPORTED_MODULE_3__/* .loadRunner */ .d)(process.env),
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(5317);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
