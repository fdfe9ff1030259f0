export const id = 780;
export const ids = [780];
export const modules = {

/***/ 780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readAfterwards: () => (/* binding */ readAfterwards)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5284);
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1720);
/* harmony import */ var _since_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9791);
/* harmony import */ var _smoke_test_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(249);




/** Reads what a command of the days after a deployment is told; other inputs are ignored. */
function readAfterwards(reader, common, command) {
    switch (command) {
        case 'rollback': {
            const to = readNamed(reader, common.region || undefined);
            return { ...common, command, ...(to && { to }), ...smoke(reader, common.wait) };
        }
        case 'wait':
            refuseNoWait(reader, common);
            return { ...common, command, operationId: readOperation(reader), ...smoke(reader, true) };
        case 'status':
            return { ...common, command, ...smoke(reader, true) };
        case 'logs':
            return { ...common, command, since: (0,_since_js__WEBPACK_IMPORTED_MODULE_2__/* .readSince */ .$)(reader) };
    }
}
function smoke(reader, wait) {
    const test = (0,_smoke_test_js__WEBPACK_IMPORTED_MODULE_3__/* .readSmokeTest */ .ME)(reader, wait);
    return test ? { smoke: test } : {};
}
function refuseNoWait(reader, { wait }) {
    if (wait)
        return;
    reader.problem("Inputs 'command: wait' and 'wait: false' exclude each other: this command does nothing but wait. Remove 'wait'.");
}
/** A UUID (API model), which was seen without dashes in answers. */
const OPERATION = /^[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}$/i;
function readOperation(reader) {
    const example = `operation-id: \${{ needs.deploy.outputs.operation-id }}`;
    if (!reader.has('operation-id')) {
        reader.problem(`Input 'operation-id' is missing: the operation that 'command: wait' is to judge, which is the output operation-id of the run that started it. Example: ${example}`);
    }
    const allowed = 'the id of an App Runner operation: 32 hexadecimal digits, with dashes or without';
    return reader.matching('operation-id', OPERATION, { allowed, example }) ?? '';
}
function readNamed(reader, region) {
    const tagged = reader.has('image-tags');
    if (reader.has('image')) {
        if (tagged) {
            reader.problem("Inputs 'image' and 'image-tags' exclude each other: both name the image to go back to. Remove one of them.");
        }
        const image = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .readImage */ .AM)(reader, region);
        return image && { kind: 'image', image };
    }
    const [first] = tagged ? (0,_lists_js__WEBPACK_IMPORTED_MODULE_1__/* .readList */ .LD)(reader, 'image-tags', 'comma or line') : [];
    if (first === undefined) {
        if (tagged && !reader.complainedAbout('image-tags')) {
            reader.problem("Input 'image-tags' names no tag. Example: image-tags: 1.4.0");
        }
        return undefined;
    }
    if (_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .DIGEST */ .Dh.test(first))
        return { kind: 'digest', digest: first };
    if (_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.test(first))
        return { kind: 'tag', tag: first };
    reader.refuse('image-tags', first, {
        allowed: 'a tag of 1 to 128 letters, digits, _ . and -, or a digest such as sha256:0123…',
        example: 'image-tags: 1.4.0',
    });
    return undefined;
}


/***/ }),

/***/ 9791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readSince),
/* harmony export */   _: () => (/* binding */ sinceTime)
/* harmony export */ });
const MINUTE = 60_000;
const UNITS = { m: MINUTE, h: 60 * MINUTE, d: 24 * 60 * MINUTE };
/** What went wrong is mostly looked into while it is fresh. */
const USUAL = { kind: 'ago', ms: UNITS.h, text: '1h' };
/** ISO 8601 with a time zone: without one it would be the runner's, which nobody knows. */
const TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;
/** Reads the input `since`: a span before now such as 15m, 2h or 3d, or a time; one hour when it is not set. */
function readSince(reader) {
    const text = reader.text('since');
    if (text === undefined)
        return USUAL;
    const [, count, unit] = /^([1-9]\d{0,5})([mhd])$/.exec(text) ?? [];
    if (count && (unit === 'm' || unit === 'h' || unit === 'd')) {
        return { kind: 'ago', ms: Number(count) * UNITS[unit], text };
    }
    const time = TIME.test(text) ? Date.parse(text) : Number.NaN;
    if (!Number.isNaN(time))
        return { kind: 'at', time };
    reader.refuse('since', text, {
        allowed: 'minutes, hours or days such as 15m, 2h or 3d, or a time with its zone',
        example: 'since: 2026-01-31T03:00:00Z',
    });
    return USUAL;
}
/** The time from which lines are wanted, in milliseconds since 1970. */
function sinceTime(since, now) {
    return since.kind === 'at' ? since.time : now - since.ms;
}


/***/ })

};
