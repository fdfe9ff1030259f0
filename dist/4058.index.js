export const id = 4058;
export const ids = [4058];
export const modules = {

/***/ 4058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkName: () => (/* binding */ checkName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * Makes sure that a document is about the service that the run deploys.
 *
 * @param service the input `service`
 * @throws InputError when the document names another
 */
function checkName(document, service) {
    const { ServiceName: named } = document;
    if (named === undefined || named === service)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz([
        `Input 'service' is '${service}', and the document of input 'service-config' has ServiceName '${named}'. Make them equal, or remove ServiceName from the document.`,
    ]);
}


/***/ })

};
