export const id = 241;
export const ids = [241,336];
export const modules = {

/***/ 8241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  diagnose: () => (/* binding */ diagnose)
});

// EXTERNAL MODULE: ./lib/diagnosis/clean-text.js
var clean_text = __webpack_require__(9858);
// EXTERNAL MODULE: ./lib/diagnosis/known-causes.js + 4 modules
var known_causes = __webpack_require__(9336);
;// CONCATENATED MODULE: ./lib/diagnosis/listening.js
/** What servers say when they are up, in the words of those in wide use. */
const UP = /\b(listen(s|ing)?|running|start(ed|ing)?|serving|server|launched|responding|bound|local|network|url)\b/i;
/** Lines that tell of a connection to something else. */
const OUTWARD = /\b(connect(ed|ing|ion|s)?|database|db|redis|postgres(ql)?|mysql|mongo(db)?|kafka|proxy)\b/i;
const HOST = String.raw `\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]*\]|::|\*|localhost|ip-[\w.-]+`;
/** `http://0.0.0.0:80`, `[::]:80`, `:80`; not what goes on as a time or a version does. */
const WITH_HOST = new RegExp(String.raw `(?:(?<![\w.:\]])(?:(?:https?|tcp)://)?(${HOST})|(?<=^|[\s=(])):(\d{2,5})(?![\d.:])`, 'gi');
/** `port 80`, `port(s): 80 (http)`, `port=80`; `listening on 80`. */
const BARE = /\b(?:port(?:s|\(s\))?["']?\s*(?:is|[:=])?\s*["'`]?|listening (?:on|at):?\s+)(\d{2,5})\b(?![.:]\d)/gi;
/**
 * The addresses that log lines name as those the application listens on, in order.
 *
 * @param lines the application's lines as they were written
 */
function addressesIn(lines) {
    return lines
        .filter((line) => UP.test(line) && !OUTWARD.test(line))
        .flatMap((line) => [
        ...[...line.matchAll(WITH_HOST)].map(([, host = '', port]) => ({
            port: Number(port),
            reach: reachOf(host.toLowerCase()),
        })),
        ...[...line.matchAll(BARE)].map(([, port]) => ({
            port: Number(port),
            reach: /\b0\.0\.0\.0\b/.test(line) ? 'all' : 'unsaid',
        })),
    ])
        .filter(({ port }) => port > 0 && port < 65_536);
}
function reachOf(host) {
    if (/^(127\.|\[::1\])/.test(host))
        return 'loopback';
    if (host.startsWith('ip-'))
        return 'instance';
    // An address of its own network, as Flask prints beside the one of loopback, is reachable.
    if (/^(\d|\[|::|\*)/.test(host))
        return 'all';
    return 'unsaid';
}

;// CONCATENATED MODULE: ./lib/diagnosis/notes.js
/** What is missing in a diagnosis and why, in sentences. */
function notesOn({ groups, known, lines, serviceArn }, reader, has) {
    const missing = [
        ...(known || has.events ? [] : [groups.service]),
        ...(lines === 0 || has.application ? [] : [groups.application]),
    ];
    const unread = missing.map((group) => {
        const fault = reader.fault(group);
        if (fault)
            return `${group} could not be read: ${fault}`;
        if (reader.isAbsent(group)) {
            return group === groups.application
                ? `There is no log group ${group}: no container of the service has written a line.`
                : `There is no log group ${group}.`;
        }
        return reader.denied.length > 0 ? '' : `${group} has no line from this deployment.`;
    });
    const refused = reader.denied.length > 0
        ? `The role that deploys may not read the logs: allow ${reader.denied.join(' and ')} on ${policyResource(serviceArn, groups.service)}.`
        : '';
    return [refused, ...unread].filter(Boolean);
}
/** What a policy has to name: arn:aws:logs:REGION:ACCOUNT:log-group:/aws/apprunner/NAME/* */
function policyResource(serviceArn, group) {
    const [, partition = 'aws', , region = '*', account = '*'] = serviceArn.split(':');
    const [, , , name = '*'] = group.split('/');
    return `arn:${partition}:logs:${region}:${account}:log-group:/aws/apprunner/${name}/*`;
}

// EXTERNAL MODULE: ./lib/diagnosis/log-groups.js
var log_groups = __webpack_require__(696);
;// CONCATENATED MODULE: ./lib/diagnosis/read-lines.js

/** The clocks of this machine and of AWS may differ by this. */
const SKEW_MS = 5_000;
/** Lines read of each stream, from its end. */
const TAIL = 200;
/** Instances whose lines are read: what is wrong with a version is wrong with each of them. */
const INSTANCES = 3;
/** Reads everything once; what does not depend on each other is asked side by side. */
async function readLines(reader, asked) {
    const [events, instances] = await Promise.all([
        asked.known ? [] : readEvents(reader, asked),
        asked.lines === 0 ? [] : readInstances(reader, asked),
    ]);
    if (asked.known) {
        // Requests are spread over instances.
        const lines = instances.flatMap((instance) => instance.lines);
        return { events, application: lines.sort((a, b) => a.time - b.time) };
    }
    // A start is a story of each instance by itself. Those of an operation right before this one
    // are told apart by AWS's own time of its start, where that is known.
    const start = events.find((event) => isStart(event, asked.operationId))?.time ?? 0;
    const own = instances.filter(({ firstEventAt = start }) => firstEventAt >= start);
    return { events, application: own.flatMap(({ lines }) => lines) };
}
/**
 * App Runner's lines on the operation, from the stream of all events and from its own one. That
 * is called deployment/ID for a creation and a deployment; how it is called for an update is not
 * documented, so the newest other stream is taken where there is none of that name.
 */
async function readEvents(reader, { groups: { service }, operationId, since }) {
    const id = operationId === undefined ? undefined : (0,log_groups/* streamId */.g)(operationId);
    const [all, named, streams] = await Promise.all([
        reader.tail(service, 'events', TAIL),
        id === undefined ? [] : reader.tail(service, `deployment/${id}`, TAIL),
        reader.streams(service),
    ]);
    const other = named.length > 0 ? undefined : operationStream(streams, id, since - SKEW_MS);
    const own = other ? await reader.tail(service, other.name, TAIL) : named;
    const recent = all.filter(({ time }) => time >= since - SKEW_MS);
    const start = recent.findIndex((event) => isStart(event, operationId));
    return [...recent.slice(Math.max(0, start)), ...own].sort((a, b) => a.time - b.time);
}
/** True for the line that names an operation and says that it started. */
function isStart({ message }, operationId) {
    if (operationId === undefined || !/\bstarted\b/.test(message))
        return false;
    return message.toLowerCase().includes((0,log_groups/* streamId */.g)(operationId));
}
function operationStream(streams, id, since) {
    const others = streams.filter(({ name }) => name !== 'events');
    return (others.find(({ name }) => id !== undefined && name.toLowerCase().endsWith(id)) ??
        newestFirst(others).find((stream) => newest(stream) >= since));
}
/**
 * The lines of instances, the newest one last: of those that were started since, which are the
 * ones of the version that failed; where the version itself was deployed well, of any.
 */
async function readInstances(reader, { groups: { application }, since, lines, known }) {
    const streams = await reader.streams(application);
    const newestOnes = newestFirst(streams)
        .filter(({ firstEventAt = since }) => known !== undefined || firstEventAt >= since - SKEW_MS)
        .slice(0, INSTANCES);
    const read = newestOnes.map(async (stream) => ({
        ...stream,
        lines: await reader.tail(application, stream.name, Math.max(TAIL, lines)),
    }));
    return (await Promise.all(read)).reverse();
}
/** CloudWatch's own order is by the last line's time, which may lag by an hour (API reference). */
function newestFirst(streams) {
    return [...streams].sort((a, b) => newest(b) - newest(a));
}
/** A stream without times is so new that CloudWatch has none yet. */
function newest({ firstEventAt, lastEventAt }) {
    return Math.max(firstEventAt ?? Number.MAX_SAFE_INTEGER, lastEventAt ?? 0);
}

// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/diagnosis/reader.js


const LIST = 'logs:DescribeLogStreams';
const READ = 'logs:GetLogEvents';
/**
 * Reads logs as far as they can be read: a group or stream that does not exist, a refusal and a
 * fault give nothing and are kept for a note. What may not be done is not tried again.
 */
class LogReader {
    #logs;
    #denied = new Set();
    #absent = new Set();
    #faults = new Map();
    constructor(logs) {
        this.#logs = logs;
    }
    /** IAM actions that were refused. */
    get denied() {
        return [...this.#denied].sort();
    }
    /** False once no line of any stream may be read. */
    get mayRead() {
        return !this.#denied.has(READ);
    }
    /** False once streams may not be listed; those of instances have names that nobody knows. */
    get mayList() {
        return !this.#denied.has(LIST);
    }
    /** True when a group was looked for and is not there. */
    isAbsent(group) {
        return this.#absent.has(group);
    }
    /** What went wrong when a group was last read, unless it was refused. */
    fault(group) {
        return this.#faults.get(group);
    }
    async streams(group) {
        const found = await this.#attempt(LIST, group, () => this.#logs.streams(group));
        if (found === 'nothing')
            return [];
        if (found)
            this.#absent.delete(group);
        else
            this.#absent.add(group);
        return found ?? [];
    }
    async tail(group, stream, lines) {
        const found = await this.#attempt(READ, group, () => this.#logs.tail(group, stream, lines));
        return found === 'nothing' ? [] : (found ?? []);
    }
    async #attempt(action, group, call) {
        if (this.#denied.has(action))
            return 'nothing';
        try {
            const found = await call();
            this.#faults.delete(group);
            return found;
        }
        catch (error) {
            if (error instanceof lib_errors/* CancelledError */.cc)
                throw error;
            if ((0,errors/* isAccessDenied */.w7)(error))
                this.#denied.add(action);
            else
                this.#faults.set(group, (0,lib_errors/* errorMessage */.gJ)(error));
            return 'nothing';
        }
    }
}

;// CONCATENATED MODULE: ./lib/diagnosis/diagnose.js






/** Application logs were seen to come more than a minute after the failure. */
const LAG_MS = 90_000;
const PAUSE_MS = 5_000;
/** Readings without a change after which nothing more is expected. */
const SETTLED = 2;
/** A reading takes some seconds itself, and all is over 10 seconds after the deadline. */
const AFTER_DEADLINE_MS = 2_000;
/** App Runner's lines of one operation that are shown. */
const EVENTS = 30;
/**
 * Reads the logs, again and again while lines are missing, until the cause is certain or what
 * there is does not change any more.
 *
 * @throws CancelledError when the run is cancelled while it waits, and nothing else
 */
async function diagnose(asked, looking) {
    const { clock } = looking;
    const begin = clock.now();
    const end = Math.min(begin + LAG_MS, asked.until + AFTER_DEADLINE_MS);
    const reader = new LogReader(looking.logs);
    let before = '';
    let unchanged = 0;
    for (let reading = 1;; reading += 1) {
        const lines = await readLines(reader, asked);
        const { diagnosis, sure } = conclude(asked, lines, reader, looking.clean);
        looking.onDiagnosis(diagnosis);
        const now = JSON.stringify([diagnosis.events, diagnosis.application]);
        unchanged = now === before ? unchanged + 1 : 0;
        before = now;
        const settled = unchanged >= SETTLED && isWhole(asked, diagnosis, reader);
        const left = end - clock.now();
        if (sure || settled || isHopeless(asked, reader) || left <= 0)
            return;
        if (reading === 1)
            looking.onWait(left);
        await clock.sleep(Math.min(PAUSE_MS, left));
    }
}
/** True when what is wanted may not be read at all. */
function isHopeless({ known }, reader) {
    return !reader.mayRead || (known !== undefined && !reader.mayList);
}
/** True when there are lines of every kind that the failure is to have left. */
function isWhole({ known, lines }, { events, application }, reader) {
    const told = known !== undefined || events.some((line) => /fail/i.test(line));
    return told && (lines === 0 || application.length > 0 || !reader.mayList);
}
function conclude(asked, lines, reader, clean) {
    const events = [...new Set(lines.events.flatMap(({ message }) => clean(message)))];
    const application = lines.application.flatMap(({ message }) => clean(message));
    // Addresses are told by their numbers alone, so they are taken from the lines as they came:
    // the address may be a variable's value, which the clean lines hide.
    const raw = lines.application.flatMap(({ message }) => (0,clean_text/* plainLines */.y1)(message));
    const addresses = addressesIn(raw.map((line) => (0,clean_text/* cut */.Jj)(line)));
    const found = (0,known_causes/* explain */.W)({ events, application, addresses, port: asked.port });
    const { cause, remedy } = asked.known ?? found ?? {};
    const has = { events: events.length > 0, application: application.length > 0 };
    const notes = notesOn(asked, reader, has);
    return {
        diagnosis: {
            cause: cause && clean(cause).join(' '),
            remedy: remedy && clean(remedy).join(' '),
            events: asked.known ? [] : events.slice(-EVENTS),
            application: asked.lines === 0 ? [] : application.slice(-asked.lines),
            notes: notes.flatMap(clean),
            links: asked.links,
        },
        sure: asked.known === undefined && found?.sure === true,
    };
}


/***/ }),

/***/ 9336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ explain),
  knownRefusal: () => (/* binding */ knownRefusal)
});

// UNUSED EXPORTS: KNOWN_CAUSES

// EXTERNAL MODULE: ./lib/diagnosis/clean-text.js
var clean_text = __webpack_require__(9858);
;// CONCATENATED MODULE: ./lib/diagnosis/error-line.js

/** How much of a line goes into a sentence. */
const LENGTH = 200;
/** What a log line may have before its text: a time, a level, the name of a process. */
const PREFIX = /^(?:\[?\d{4}-\d\d-\d\d[T ][\d:.,+Z -]*\]?\s*|(?:\[(?:error|fatal|critical)\]|ERROR|FATAL|CRITICAL):?\s+)+/;
/** A line that an uncaught error of one language writes; the first group is what it says. */
const UNCAUGHT = [
    // Java: the last cause is the one to mend.
    /^Caused by: (.+)/,
    /^Exception in thread "[^"]*" (.+)/,
    // .NET
    /^Unhandled exception[.:] (.+)/i,
    // Go
    /^(panic: .+|fatal error: .+)/,
    // Ruby: file, line, method, message and class.
    /^\S.*?:\d+:in [`'][^']*': (.+ \([A-Z][\w:]*\))$/,
    // Elixir
    /^(\*\* \([\w.]+\) .+)/,
    // PHP
    /^(?:PHP )?Fatal error:\s+(.+)/,
    // Rust up to 1.72, with the message in the same line
    /^thread '[^']*' panicked at '(.+)', \S+$/,
    // Shells, and what starts containers
    /^((?:\/\S+|\w*sh): .*(?:not found|no such file or directory|permission denied))$/i,
    /(exec:? .*(?:not found|no such file or directory|permission denied).*)$/i,
    /^(nginx: \[emerg\] .+)/,
    /^npm (?:ERR!|error) (Missing script: .+)/i,
    // Node, Python, and Java's own start: a class that ends in Error or Exception.
    /^(?:Uncaught )?((?:[A-Za-z_$][\w$]*\.)*[A-Za-z_$]*(?:Error|Exception)(?: \[\w+\])?: .+)/,
];
/** A line that only announces the next one, where the error stands. */
const ANNOUNCED = [
    // Python: below the indented frames.
    { by: /^Traceback \(most recent call last\):/, is: /^[A-Za-z_][\w.]*(?::.*)?$/ },
    // Rust since 1.73
    { by: /^thread '[^']*' (?:\(\d+\) )?panicked at \S+:\d+:\d+:$/, is: /\S/ },
    // Spring Boot
    { by: /^Description:$/, is: /\S/ },
];
/** A line that a logger calls an error. */
const LOGGED = /\b(?:fatal|critical|panic|error|exception)\b|"level":[56]0\b/i;
/**
 * The line of an application's log that best names the error that ended it, in the last report
 * of an uncaught error if there is one; undefined when there are no lines.
 */
function errorLine(lines) {
    const texts = lines.map((line) => line.replace(PREFIX, ''));
    const said = (text, kind) => ({
        text: (0,clean_text/* cut */.Jj)(text.trim(), LENGTH),
        kind,
    });
    for (let at = texts.length - 1; at >= 0; at -= 1) {
        const found = uncaughtAt(texts, at);
        if (found)
            return said(found, 'uncaught');
    }
    const logged = lines.findLast((line) => LOGGED.test(line));
    if (logged)
        return said(messageOf(logged), 'logged');
    const last = lines.findLast((line) => line.trim() !== '');
    return last === undefined ? undefined : said(last, 'last');
}
/** The message of a line that a logger wrote as JSON; other lines as they are. */
function messageOf(line) {
    if (!line.startsWith('{'))
        return line;
    try {
        const { msg, message } = JSON.parse(line);
        return [msg, message].find((text) => typeof text === 'string') ?? line;
    }
    catch {
        return line;
    }
}
function uncaughtAt(texts, at) {
    const text = texts[at] ?? '';
    for (const { by, is } of ANNOUNCED) {
        if (!by.test(text))
            continue;
        const after = texts.slice(at + 1).find((line) => is.test(line));
        if (after)
            return after;
    }
    for (const pattern of UNCAUGHT) {
        const found = pattern.exec(text)?.[1];
        if (found)
            return found;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/diagnosis/access-log.js
const STATUS = String.raw `["']?\b([1-5]\d\d)\b(?![.\d:])`;
const NAMED_STATUS = String.raw `\bstatus(?:_?code)?["']?\s*[:=]\s*${STATUS}`;
/**
 * The status that an application's access log says it last answered a path with, in the forms
 * of common servers; undefined when no line tells.
 *
 * @param path as the health check asks for it
 */
function statusOf(path, lines) {
    const asked = String.raw `(?<![\w/.-])${RegExp.escape(path)}(?:\?[^\s"']*)?(?![\w/.-])`;
    const forms = [
        // "GET /path HTTP/1.1" 401 (Apache, nginx, uvicorn, Werkzeug), GET /path 401 (morgan)
        String.raw `\b(?:GET|HEAD)\s+${asked}["']?(?:\s+HTTP/[\d.]+)?["']?\s*(?:[-=:>→]+\s*)?${STATUS}`,
        String.raw `${STATUS}\s+["']?GET\s+${asked}`,
        // | 401 | 12µs | 10.0.0.1 | GET | "/path" (Gin, Fiber)
        String.raw `\|\s*${STATUS}\s*\|.*\bGET\b[\s|]*["']?${asked}`,
        // "path":"/path","status":401 and path=/path status=401, in either order
        `${asked}.*${NAMED_STATUS}`,
        `${NAMED_STATUS}.*${asked}`,
    ].map((form) => new RegExp(form, 'i'));
    const started = new RegExp(String.raw `\bStarted GET ["']${asked}["']`);
    const statuses = lines.map((line, at) => {
        // Rails tells the end of a request in a line of its own.
        if (started.test(line))
            return firstMatch([/\bCompleted (\d{3})\b/], lines.slice(at + 1));
        return firstMatch(forms, [line]);
    });
    return statuses.findLast((status) => status !== undefined);
}
function firstMatch(forms, lines) {
    for (const line of lines) {
        for (const form of forms) {
            const status = form.exec(line)?.[1];
            if (status)
                return Number(status);
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/diagnosis/seen.js
/** The code that the container exited with, where App Runner told it. */
function exitCode({ events }) {
    // The first: what a rollback stops comes later.
    const [code] = events.flatMap((line) => /Container exit code: (\d+)/.exec(line)?.[1] ?? []);
    return code === undefined ? undefined : Number(code);
}
/**
 * The lines before anything was started. After them an image has been pulled: App Runner
 * writes "Invalid Access Role" during a rollback as well, where the role is right.
 */
function beforeStart({ events }) {
    const start = events.findIndex((line) => /Successfully (pulled|copied)|Provisioning instances|Performing health check/.test(line));
    return start < 0 ? events : events.slice(0, start);
}
/**
 * The health check that failed; undefined when none did. Its line was seen with protocol, path
 * and port, and in 2023 with the port alone.
 */
function failedHealthCheck({ events, port }) {
    if (!events.some((line) => /Health check failed/.test(line)))
        return undefined;
    const line = events.find((text) => /Health check failed on/.test(text)) ??
        events.find((text) => /Performing health check on/.test(text)) ??
        '';
    const said = /\[Port: '(\d+)'\]|on port '(\d+)'/.exec(line);
    const number = said?.[1] ?? said?.[2] ?? port;
    return {
        protocol: /protocol `(\w+)`/.exec(line)?.[1],
        path: /\[Path: '([^']*)'\]/.exec(line)?.[1],
        port: number === undefined ? undefined : Number(number),
    };
}

;// CONCATENATED MODULE: ./lib/diagnosis/health-causes.js



/** Why the health check failed: where the application listens, what it answers, how it ended. */
function unhealthy(seen) {
    const check = failedHealthCheck(seen);
    if (!check)
        return undefined;
    return (elsewhere(check, seen.addresses) ??
        unreachable(check, seen.addresses) ??
        refused(check, seen.application) ??
        crashed(check, seen.application) ??
        silent(check, seen));
}
/** The wrong port: nothing listens where App Runner asks. */
function elsewhere({ port }, addresses) {
    const ports = [...new Set(addresses.map((address) => address.port))];
    const [first] = ports;
    if (port === undefined || first === undefined || ports.includes(port))
        return undefined;
    return {
        cause: `the application listens on port ${ports.join(' and ')}, but the service's port is ${port}`,
        remedy: `Set port: ${first}, or let the application listen on port ${port}.`,
        sure: true,
    };
}
/** The right port, but not on an address that the health check comes to. */
function unreachable({ port }, addresses) {
    const here = addresses.filter((address) => address.port === port);
    const remedy = 'Let it listen on 0.0.0.0, which is every address of the container.';
    if (here.length === 0)
        return undefined;
    if (here.every(({ reach }) => reach === 'loopback')) {
        return {
            cause: `the application listens on port ${port} of 127.0.0.1 only, where nothing from outside its container comes in`,
            remedy,
            sure: true,
        };
    }
    if (here.every(({ reach }) => reach === 'instance')) {
        return {
            cause: `the application listens on port ${port} of its instance's host name only, and the health check comes in on another address`,
            remedy: `${remedy} Next.js listens on HOSTNAME, which App Runner sets: set it to 0.0.0.0 in the start command or in environment-variables.`,
            sure: true,
        };
    }
    return undefined;
}
/** An HTTP check that the application answered, but not with a success. */
function refused({ protocol, path, port }, application) {
    if (protocol !== 'HTTP' || path === undefined)
        return undefined;
    const status = statusOf(path, application);
    if (status === undefined || (status >= 200 && status < 300))
        return undefined;
    return {
        cause: `the health check's GET ${path} on port ${port} is answered with ${status}`,
        remedy: STATUS_REMEDIES[status] ?? OTHER_STATUS_REMEDY,
        sure: true,
    };
}
const NO_LOGIN = 'App Runner sends no credentials: let the application answer this path without a login, or name another in health-check-path.';
const OTHER_STATUS_REMEDY = 'Name a path in health-check-path that the application answers with 200.';
const STATUS_REMEDIES = {
    401: NO_LOGIN,
    403: NO_LOGIN,
    404: 'The application has no such path: correct the one in health-check-path.',
};
/** Nothing says that it listens, and the log has an error that nobody caught. */
function crashed(check, application) {
    const error = errorLine(application);
    if (error?.kind !== 'uncaught')
        return undefined;
    return {
        cause: `${failed(check)}, and the application's log says: ${error.text}`,
        remedy: 'Mend that error; the lines above it in the application log tell where it is.',
        sure: true,
    };
}
function silent(check, { application, addresses }) {
    if (application.length === 0) {
        return {
            cause: `${failed(check)}, and the application wrote no log line`,
            remedy: NO_LOG_REMEDY,
            sure: false,
        };
    }
    const listens = addresses.some(({ port }) => port === check.port);
    return {
        cause: `${failed(check)}${listens ? ', though the application says that it listens there' : ''}`,
        remedy: listens && check.protocol === 'HTTP'
            ? `Most likely GET ${check.path ?? '/'} is not answered with 200. ${NO_LOGIN}`
            : 'Check that the application listens on this port of 0.0.0.0, and soon enough: the health check gives it health-check-unhealthy-threshold times health-check-interval seconds.',
        sure: false,
    };
}
/** What is left when an application did not live to write a line. */
const NO_LOG_REMEDY = 'It ended before it could log, or never ran: check that the image is linux/amd64, that start-command exists in it, and, with a VPC connector, that the service comes up without it.';
function failed({ protocol, path, port }) {
    const of = protocol === 'HTTP' && path !== undefined ? ` of ${path}` : '';
    return `the ${protocol ? `${protocol} ` : ''}health check${of}${port === undefined ? '' : ` on port ${port}`} failed`;
}

;// CONCATENATED MODULE: ./lib/diagnosis/known-causes.js




/**
 * What App Runner says where nothing of the application ran: in its log, or as the refusal of a
 * call. The texts are those that users report, AWS documents none.
 */
const SAID = [
    {
        says: /error in assuming access role|failed to assume access.?role/i,
        cause: 'App Runner could not assume the access role',
        remedy: 'Let build.apprunner.amazonaws.com assume the role in its trust policy, and check access-role-arn. A role made just now takes some seconds to work.',
    },
    {
        says: /error in assuming instance role|failed to assume instance.?role/i,
        cause: 'App Runner could not assume the instance role',
        remedy: 'Let tasks.apprunner.amazonaws.com assume the role in its trust policy, and check instance-role-arn. A role made just now takes some seconds to work.',
    },
    {
        says: /Invalid Access Role in AuthenticationConfiguration/i,
        onlyBeforeStart: true,
        cause: 'App Runner could not pull the image with the access role',
        remedy: 'The role of access-role-arn has to trust build.apprunner.amazonaws.com (not apprunner.amazonaws.com) and to have the policy AWSAppRunnerServicePolicyForECRAccess.',
    },
    {
        says: /ECR image doesn't exist/i,
        onlyBeforeStart: true,
        cause: 'the image is not in ECR',
        remedy: 'Push the tag that the service names, or deploy one that exists.',
    },
    {
        says: /Failed to (?:copy the image from ECR|pull your application image)/i,
        onlyBeforeStart: true,
        cause: 'App Runner could not copy the image from ECR',
        remedy: 'Check that the tag is in ECR, that it is a linux/amd64 image, and that the access role may pull it (policy AWSAppRunnerServicePolicyForECRAccess).',
    },
    {
        says: /low vCPU limit/i,
        cause: "the account's limit of Fargate On-Demand vCPUs is reached",
        remedy: 'Ask for more in Service Quotas (Fargate, On-Demand vCPU resource count), or lower cpu or the number of instances. A deployment needs room for the old and the new instances at once.',
    },
    {
        says: /Instance Role have to be provided/i,
        cause: 'the service has secrets and no instance role',
        remedy: 'Set instance-role-arn to a role that may read the secrets of environment-secrets.',
    },
    {
        says: /not authori[sz]ed to perform: iam:PassRole/i,
        cause: 'the credentials may not hand the role over to App Runner',
        remedy: 'Allow iam:PassRole on that role in the policy of the role that deploys.',
    },
    {
        says: /secretsmanager|\bssm:|Secrets Manager|Parameter Store|(?:fetch|retriev|read|pull|resolv)\w* (?:the )?secret/i,
        cause: 'App Runner could not read a secret or parameter of environment-secrets',
        remedy: 'Check that each ARN exists in the Region of the service, and that the instance role may read it: secretsmanager:GetSecretValue, ssm:GetParameters, and kms:Decrypt for a key of your own.',
    },
    {
        says: /Failed to build your application source code/i,
        cause: 'App Runner could not build the source code',
        remedy: 'The lines of the build, marked [Build], tell more.',
    },
    {
        says: /service with the provided name already exists/i,
        cause: 'a service of this name exists already',
        remedy: 'Run again to update it. A service that failed to be created holds its name until it is deleted.',
    },
    {
        says: /ServiceQuotaExceeded|quota.*(?:exceeded|reached)|limit exceeded/i,
        cause: 'a quota of App Runner is used up',
        remedy: 'Delete services that are no longer needed (failed ones count too), or ask for a higher quota in Service Quotas.',
    },
    {
        says: /doesn't support automatic deployments for an image in an ECR Public/i,
        cause: 'App Runner makes no automatic deployments from ECR Public',
        remedy: 'Set auto-deployments: false.',
    },
    {
        says: /ConfigurationSource cannot be changed/i,
        cause: 'a service that failed to be created can not get its configuration from elsewhere',
        remedy: 'Delete the service (command: delete) and deploy again.',
    },
];
/** What is known of exit codes beside the line that names the error. */
const EXITS = {
    0: {
        cause: "the container's process came to its end, with code 0",
        remedy: 'The container has to keep a server running in the foreground; check its command.',
    },
    126: {
        cause: 'the container exited with code 126, a command that can not be executed',
        remedy: 'Make the file executable (chmod +x), and check start-command, ENTRYPOINT and CMD.',
    },
    127: {
        cause: 'the container exited with code 127, a command that was not found',
        remedy: 'Check start-command, ENTRYPOINT and CMD.',
    },
    137: {
        cause: 'the container was killed with code 137, most likely for want of memory',
        remedy: 'Raise memory, or let the application use less.',
    },
    139: {
        cause: 'the container exited with code 139, a segmentation fault',
        remedy: 'Look for native code that is not made for this image, such as a library for another libc.',
    },
};
const SEE_LOG = 'The application log has what the container wrote. Run the image with docker run and the same variables to see it fail.';
const OUT_OF_MEMORY = /heap out of memory|java\.lang\.OutOfMemoryError|std::bad_alloc|MemoryError/;
/** The known causes, by name; the first one that explains what is seen is taken. */
const KNOWN_CAUSES = {
    'wrong architecture': ({ events, application }) => [...application, ...events].some((line) => /exec format error/i.test(line))
        ? {
            cause: 'the image is not built for linux/amd64 (exec format error)',
            remedy: 'App Runner runs linux/amd64 alone. Build with --platform linux/amd64; when the image is that, a program copied into it is not, or its script lacks the #! line.',
            sure: true,
        }
        : undefined,
    'refused before anything ran': (seen) => {
        const before = beforeStart(seen);
        const found = SAID.find(({ says, onlyBeforeStart }) => (onlyBeforeStart ? before : seen.events).some((line) => says.test(line)));
        return found && { cause: found.cause, remedy: found.remedy, sure: true };
    },
    'out of memory': (seen) => {
        const code = exitCode(seen);
        const line = seen.application.findLast((text) => OUT_OF_MEMORY.test(text));
        return code === undefined || line === undefined
            ? undefined
            : {
                cause: `the container ran out of memory and exited with code ${code}: ${(0,clean_text/* cut */.Jj)(line.trim(), 200)}`,
                remedy: EXITS[137]?.remedy ?? SEE_LOG,
                sure: true,
            };
    },
    'container exited': (seen) => {
        const code = exitCode(seen);
        if (code === undefined)
            return undefined;
        const known = EXITS[code];
        return known
            ? ended(known, seen, ['uncaught'])
            : ended({ cause: `the container exited with code ${code}`, remedy: SEE_LOG }, seen);
    },
    'application stopped': (seen) => seen.events.some((line) => /application stopped or failed to start/.test(line))
        ? ended({ cause: 'the application stopped or failed to start', remedy: SEE_LOG }, seen)
        : undefined,
    'health check failed': unhealthy,
    // A reason that is not known is better than this: it is shown as it is.
    'nothing came up': (seen) => seen.events.some((line) => /Failed to deploy your application|Deployment.* failed/.test(line)) && !seen.events.some((line) => /reason ?:/i.test(line))
        ? ended({ cause: 'no instance of the new version came up', remedy: SEE_LOG }, seen, [
            'uncaught',
        ])
        : undefined,
};
/** An end of the application, with the line of its log that names the error. */
function ended(known, { application }, kinds = ['uncaught', 'logged', 'last']) {
    if (application.length === 0) {
        const remedy = known.remedy === SEE_LOG ? NO_LOG_REMEDY : known.remedy;
        return { cause: `${known.cause}, and the application wrote no log line`, remedy, sure: false };
    }
    const error = errorLine(application);
    if (!error || !kinds.includes(error.kind))
        return { ...known, sure: false };
    const link = error.kind === 'last' ? '; its last line was' : '';
    return {
        cause: `${known.cause}${link}: ${error.text}`,
        remedy: known.remedy,
        sure: error.kind === 'uncaught',
    };
}
/** The first known cause that explains what is seen; undefined when none does. */
function explain(seen) {
    for (const find of Object.values(KNOWN_CAUSES)) {
        const found = find(seen);
        if (found)
            return found;
    }
    return undefined;
}
/**
 * What a call's refusal means, where AWS's words do not say what to do.
 *
 * @param code such as InvalidRequestException
 */
function knownRefusal(code, message) {
    const found = SAID.find(({ says }) => says.test(`${code}: ${message}`));
    return found && { cause: found.cause, remedy: found.remedy };
}


/***/ })

};
