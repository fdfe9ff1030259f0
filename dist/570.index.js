export const id = 570;
export const ids = [570];
export const modules = {

/***/ 570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseYaml: () => (/* binding */ parseYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5747);



/** The library's errors in words without the text they are about, which may be a secret. */
const WORDS = {
    ALIAS_PROPS: 'an alias has an anchor or a tag',
    BAD_ALIAS: 'an alias is not written as YAML has it',
    BAD_COLLECTION_TYPE: 'a tag does not fit what it stands at',
    BAD_DIRECTIVE: 'a directive (%) is unknown or stands in the wrong place',
    BAD_DQ_ESCAPE: 'a backslash in double quotes starts no escape; use single quotes',
    BAD_INDENT: 'the indentation does not fit, or a bracket is not closed',
    BAD_PROP_ORDER: 'an anchor or a tag stands in the wrong place',
    BAD_SCALAR_START: 'a value starts with a character that YAML reserves; quote the value',
    BLOCK_AS_IMPLICIT_KEY: "a second ': ' stands in one line; quote the value",
    BLOCK_IN_FLOW: 'a block stands inside brackets',
    DUPLICATE_KEY: 'a name stands twice in one map',
    IMPOSSIBLE: 'this can not be read',
    KEY_OVER_1024_CHARS: 'a name is longer than 1024 characters',
    MISSING_CHAR: 'a quote, a bracket, a colon or a space is missing',
    MULTILINE_IMPLICIT_KEY: 'a name goes over several lines, or a colon is missing',
    MULTIPLE_ANCHORS: 'a value has two anchors',
    MULTIPLE_DOCS: "the file holds a second document after '---'; one is read",
    MULTIPLE_TAGS: 'a value has two tags',
    NON_STRING_KEY: 'a name is not text; quote it',
    RESOURCE_EXHAUSTION: 'the values are nested too deep',
    TAB_AS_INDENT: 'a tab is used as indentation; use spaces',
    TAG_RESOLVE_FAILED: 'a tag (!) is not of YAML 1.2; write the value without it',
    UNEXPECTED_TOKEN: 'something stands where YAML takes nothing more',
};
/** How much aliases may add; the bombs that are known reach it with ten lines. */
const MAX_ALIASES = 100;
/**
 * Reads YAML 1.2 by its core schema: NO, on and 12:30 are text, and there are no merge keys.
 *
 * @throws InputError
 */
function parseYaml(text) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, {
        version: '1.2',
        schema: 'core',
        // Tags of YAML 1.1, such as !!binary, would make values that no JSON has.
        resolveKnownTags: false,
        // Found below, with their names.
        uniqueKeys: false,
        prettyErrors: false,
        lineCounter: lines,
        // 'silent' would also keep quiet about a second document.
        logLevel: 'error',
    });
    const lineAt = (position) => lines.linePos(position).line;
    // After an error in the grammar the next ones are mostly its echo.
    const [error] = [...document.errors, ...document.warnings];
    const faults = error
        ? [`Line ${lineAt(error.pos[0])} is not YAML: ${WORDS[error.code]}.`]
        : wrongNodes(document, lineAt);
    if (faults.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(faults);
    try {
        return document.toJS({ maxAliasCount: MAX_ALIASES });
    }
    catch {
        // The one thing that can go wrong here; the library's message says no more.
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz([
            'The aliases (*) make the document too large. Write the values out where they are few.',
        ]);
    }
}
/**
 * Names that stand twice in a map or are no text (1e3 would come out as '1000'), and aliases of
 * nothing.
 */
function wrongNodes(document, lineAt) {
    const found = [];
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Alias(_, alias) {
            if (alias.resolve(document))
                return;
            const line = lineAt(alias.range?.[0] ?? 0);
            found.push(`Line ${line} has an alias (*) whose anchor (&) does not stand before it.`);
        },
        Map(_, map) {
            const names = new Set();
            for (const { key } of map.items) {
                const line = lineAt(((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(key) && key.range?.[0]) || 0);
                if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) || typeof key.value !== 'string') {
                    found.push(`Line ${line} has a name that is not text; quote it.`);
                }
                else if (names.has(key.value)) {
                    found.push((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .twice */ .P4)(line, key.value));
                }
                else {
                    names.add(key.value);
                }
            }
        },
    });
    return found;
}


/***/ })

};
