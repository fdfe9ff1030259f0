export const id = 5933;
export const ids = [5933];
export const modules = {

/***/ 5933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createRepository: () => (/* binding */ createRepository),
/* harmony export */   putLifecyclePolicy: () => (/* binding */ putLifecyclePolicy)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8249);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);


/** Makes a repository. Throws ActionError, also when there is one of that name. */
function createRepository(client, request) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsCall */ .uF)('ecr:CreateRepository', `repository '${request.repositoryName}'`, async () => {
        await client.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_1__/* .CreateRepositoryCommand */ .WTe(request));
    });
}
/** Sets the lifecycle policy of a repository. Throws ActionError. */
function putLifecyclePolicy(client, repositoryName, lifecyclePolicyText) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsCall */ .uF)('ecr:PutLifecyclePolicy', `repository '${repositoryName}'`, async () => {
        await client.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_1__/* .PutLifecyclePolicyCommand */ .Rcn({ repositoryName, lifecyclePolicyText }));
    });
}


/***/ })

};
