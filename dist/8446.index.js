export const id = 8446;
export const ids = [8446];
export const modules = {

/***/ 8446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   logsCalls: () => (/* binding */ logsCalls)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2684);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);


/** Streams of one page, the most that DescribeLogStreams gives. */
const STREAMS = 50;
/** Pages that may be empty before the newest lines come (API reference, GetLogEvents). */
const EMPTY_PAGES = 5;
/**
 * How long one call may take with all its retries. Logs are read beside a verdict that is known
 * or still to come, and must not hold it up.
 */
const CALL_MS = 3_000;
/** The CloudWatch Logs calls. */
function logsCalls(config, callMs = CALL_MS) {
    const client = new _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_1__/* .CloudWatchLogsClient */ .TFr(config);
    const page = (group, stream, input) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsCall */ .uF)('logs:GetLogEvents', `log stream '${stream}' of ${group}`, () => ifFound(within(callMs, async (abortSignal) => {
        const names = { logGroupName: group, logStreamName: stream };
        const answer = await client.send(new _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_1__/* .GetLogEventsCommand */ .h7S({ ...names, ...input }), {
            abortSignal,
        });
        return { ...answer, events: (answer.events ?? []).map(lineOf) };
    })));
    return {
        streams: (group) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsCall */ .uF)('logs:DescribeLogStreams', `log group ${group}`, () => ifFound(within(callMs, async (abortSignal) => {
            const command = new _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_1__/* .DescribeLogStreamsCommand */ .w$R({
                logGroupName: group,
                orderBy: 'LastEventTime',
                descending: true,
                limit: STREAMS,
            });
            const { logStreams = [] } = await client.send(command, { abortSignal });
            return logStreams.map(streamOf);
        }))),
        read: async (group, stream, { since, next }) => {
            // A forward token asks for startFromHead as well (API reference, GetLogEvents).
            const found = await page(group, stream, {
                startFromHead: true,
                ...(since !== undefined && { startTime: since }),
                ...(next !== undefined && { nextToken: next }),
            });
            return found && { events: found.events, next: found.nextForwardToken };
        },
        tail: async (group, stream, lines) => {
            let token;
            for (let pages = 0; pages < EMPTY_PAGES; pages += 1) {
                const found = await page(group, stream, {
                    startFromHead: false,
                    limit: lines,
                    ...(token !== undefined && { nextToken: token }),
                });
                if (!found)
                    return undefined;
                const { events, nextBackwardToken } = found;
                if (events.length > 0 || nextBackwardToken === undefined || nextBackwardToken === token) {
                    return events;
                }
                token = nextBackwardToken;
            }
            return [];
        },
        deleteGroup: (group) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsCall */ .uF)('logs:DeleteLogGroup', `log group ${group}`, async () => {
            const command = new _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_1__/* .DeleteLogGroupCommand */ .ID1({ logGroupName: group });
            // Nobody waits for a deletion as for the lines of a failure: it has the time of a run's
            // other calls.
            const answer = await ifFound(retriedWhenAborted(client, command));
            return answer !== undefined;
        }),
    };
}
/**
 * CloudWatch Logs refuses what comes while it works on the group for another call, and asks for
 * a retry (API reference, OperationAbortedException); its model does not mark the error so.
 */
function retriedWhenAborted(client, command) {
    command.middlewareStack.add((next) => async (args) => {
        try {
            return await next(args);
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCode */ .CA)(error) !== 'OperationAbortedException')
                throw error;
            throw Object.assign(Object(error), { $retryable: { throttling: false } });
        }
    }, 
    // Around what reads the answer, and within what sends the call again.
    { step: 'deserialize', priority: 'high', name: 'retriedWhenAborted' });
    return client.send(command);
}
/**
 * The times of a fresh stream may lag behind its lines (API reference, LogStream); it was
 * created when its first line came, so that stands for it.
 */
function streamOf(answer) {
    const first = answer.firstEventTimestamp ?? answer.creationTime;
    const last = answer.lastEventTimestamp;
    return {
        name: answer.logStreamName ?? '',
        ...(first !== undefined && { firstEventAt: first }),
        ...(last !== undefined && { lastEventAt: last }),
    };
}
function lineOf(event) {
    return { time: event.timestamp ?? 0, message: event.message ?? '' };
}
/** What is not there yet is an answer: groups and streams come with their first line. */
async function ifFound(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if (error instanceof _aws_sdk_client_cloudwatch_logs__WEBPACK_IMPORTED_MODULE_1__/* .ResourceNotFoundException */ .lBX)
            return undefined;
        throw error;
    }
}
/** A call that is given up after `ms`, also while it waits for its next try. */
async function within(ms, call) {
    const over = new AbortController();
    const { promise, reject } = Promise.withResolvers();
    const timer = setTimeout(() => {
        over.abort();
        reject(new Error(`no answer within ${ms / 1_000} s`));
    }, ms);
    try {
        return await Promise.race([call(over.signal), promise]);
    }
    finally {
        clearTimeout(timer);
    }
}


/***/ })

};
