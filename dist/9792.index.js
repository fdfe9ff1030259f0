export const id = 9792;
export const ids = [9792];
export const modules = {

/***/ 9792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findScaling: () => (/* binding */ findScaling)
/* harmony export */ });
/* unused harmony export scalingName */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _sizes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9621);



/** Quotas of an account (developer guide, manage-autoscaling). */
const MOST_REVISIONS = 5;
const MOST_NAMES = 10;
/** Descriptions that are asked for at the same time. */
const AT_ONCE = 5;
const LONGEST_NAME = 32;
const HASH = 8;
/** The name of a service's own auto scaling configuration, which may be shorter than the service's. */
function scalingName(service) {
    if (service.length <= LONGEST_NAME)
        return service;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(service).digest('hex').slice(0, HASH);
    return `${service.slice(0, LONGEST_NAME - HASH - 1)}-${hash}`;
}
/**
 * Finds the auto scaling configuration for some sizes: the present one if it has them, else any
 * active revision that does, else a revision to be made under the service's own name. Sizes that
 * are not named are the present configuration's or, without one, the account's default.
 *
 * @param present ARN of the configuration that the service has or is to have
 * @throws ActionError when the sizes contradict each other or there is no room for a revision
 */
async function findScaling(appRunner, service, named, present) {
    const own = present ? await appRunner.autoScalingConfiguration(present) : undefined;
    if (own && (0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .sameSizes */ .f6)((0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .sizesOf */ .gN)(own), (0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .wantedSizes */ .sN)((0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .sizesOf */ .gN)(own), named)))
        return found(own);
    const listed = (await appRunner.autoScalingConfigurations()).filter(isActive);
    const preset = listed.find(({ IsDefault }) => IsDefault)?.AutoScalingConfigurationArn;
    const base = own ?? (preset ? await appRunner.autoScalingConfiguration(preset) : undefined);
    const sizes = (0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .wantedSizes */ .sN)(base ? (0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .sizesOf */ .gN)(base) : _sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_SIZES */ .fU, named);
    checkOrder(service, sizes);
    const name = scalingName(service);
    const candidates = listed.toSorted((a, b) => rank(a, name) - rank(b, name));
    const described = [];
    for (let at = 0; at < candidates.length; at += AT_ONCE) {
        const some = candidates.slice(at, at + AT_ONCE);
        const answers = await Promise.all(some.map((one) => appRunner.autoScalingConfiguration(`${one.AutoScalingConfigurationArn}`)));
        const same = answers.find((one) => isActive(one) && (0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .sameSizes */ .f6)((0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .sizesOf */ .gN)(one), sizes));
        if (same)
            return found(same);
        described.push(...answers);
    }
    checkRoom(name, described, sizes);
    return { kind: 'new', name, sizes };
}
function found({ AutoScalingConfigurationArn: arn }) {
    return { kind: 'arn', arn: `${arn}` };
}
/** App Runner answers this status in lower case, although its model has it in upper case. */
function isActive({ Status }) {
    return Status === undefined || Status.toUpperCase() === 'ACTIVE';
}
/** The service's own revisions come first, the newest before the others. */
function rank(one, name) {
    const own = one.AutoScalingConfigurationName === name ? 0 : 1_000_000;
    return own - (one.AutoScalingConfigurationRevision ?? 0);
}
/** One of the two may come from the inputs and the other from the service. */
function checkOrder(service, { minSize, maxSize }) {
    if (minSize <= maxSize)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`Service '${service}' can't scale from ${minSize} to ${maxSize} instances: the first can't be the larger one. Set both inputs, min-size and max-size.`);
}
function checkRoom(name, described, sizes) {
    const names = new Set(described.map((one) => `${one.AutoScalingConfigurationName}`));
    const revisions = described.filter((one) => one.AutoScalingConfigurationName === name);
    const why = revisions.length >= MOST_REVISIONS
        ? `auto scaling configuration '${name}' has ${revisions.length} revisions, and App Runner keeps ${MOST_REVISIONS} of a name`
        : !names.has(name) && names.size >= MOST_NAMES
            ? `the account has ${names.size} auto scaling configurations, and App Runner keeps ${MOST_NAMES} names`
            : undefined;
    if (!why)
        return;
    const listed = revisions.length > 0 ? revisions : described;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ([
        `There is no auto scaling configuration of ${(0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .sizesText */ .KD)(sizes)}, and none can be made: ${why}. ` +
            `Delete one that is in no use (aws apprunner delete-auto-scaling-configuration --auto-scaling-configuration-arn ARN), or name sizes that one of them has:`,
        ...listed.map(lineOf),
    ].join('\n'));
}
function lineOf(one) {
    const use = one.IsDefault ? 'the default' : one.HasAssociatedService ? 'in use' : 'in no use';
    return `${one.AutoScalingConfigurationArn}: ${(0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .sizesText */ .KD)((0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .sizesOf */ .gN)(one))}, ${use}`;
}


/***/ }),

/***/ 9621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ sizesText),
/* harmony export */   f6: () => (/* binding */ sameSizes),
/* harmony export */   fU: () => (/* binding */ DEFAULT_SIZES),
/* harmony export */   gN: () => (/* binding */ sizesOf),
/* harmony export */   sN: () => (/* binding */ wantedSizes)
/* harmony export */ });
/** What App Runner sets by itself (API reference, CreateAutoScalingConfiguration). */
const DEFAULT_SIZES = { minSize: 1, maxSize: 25, maxConcurrency: 100 };
/** Sizes in words. */
function sizesText({ minSize, maxSize, maxConcurrency }) {
    return `${minSize} to ${maxSize} instances, ${maxConcurrency} requests each`;
}
/** The sizes of a configuration. */
function sizesOf({ MinSize, MaxSize, MaxConcurrency }) {
    return {
        minSize: MinSize ?? DEFAULT_SIZES.minSize,
        maxSize: MaxSize ?? DEFAULT_SIZES.maxSize,
        maxConcurrency: MaxConcurrency ?? DEFAULT_SIZES.maxConcurrency,
    };
}
/** Sizes with the named ones over them. */
function wantedSizes(base, named) {
    return {
        minSize: named.minSize ?? base.minSize,
        maxSize: named.maxSize ?? base.maxSize,
        maxConcurrency: named.maxConcurrency ?? base.maxConcurrency,
    };
}
/** True when all sizes are the same. */
function sameSizes(one, other) {
    return (one.minSize === other.minSize &&
        one.maxSize === other.maxSize &&
        one.maxConcurrency === other.maxConcurrency);
}


/***/ })

};
