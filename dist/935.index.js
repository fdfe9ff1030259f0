export const id = 935;
export const ids = [935];
export const modules = {

/***/ 935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   skip: () => (/* binding */ skip)
/* harmony export */ });
/** Says why nothing is to be done, and asks neither AWS nor GitHub anything. */
async function skip({ reason }, ports, progress) {
    progress.reason = reason;
    (await ports.runner()).info(`Skipped: ${reason}`);
    return 'skipped';
}


/***/ })

};
