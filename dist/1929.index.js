export const id = 1929;
export const ids = [1929];
export const modules = {

/***/ 1929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   historyCalls: () => (/* binding */ historyCalls)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_apprunner__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2284);
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8249);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);



/** The most that ListOperations and DescribeImages give a page (API references, maxResults). */
const OPERATIONS = 20;
const IMAGES = 1_000;
/** The calls about what was before, over SDK clients. */
function historyCalls(appRunner, ecr) {
    return {
        operations: (serviceArn) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsCall */ .uF)('apprunner:ListOperations', serviceArn, async () => {
            const found = [];
            const pages = (0,_aws_sdk_client_apprunner__WEBPACK_IMPORTED_MODULE_1__/* .paginateListOperations */ .ajM)({ client: appRunner, pageSize: OPERATIONS }, { ServiceArn: serviceArn });
            for await (const { OperationSummaryList = [] } of pages)
                found.push(...OperationSummaryList);
            return found;
        }),
        images: (repository, registryId) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsCall */ .uF)('ecr:DescribeImages', `repository '${repository}'`, async () => {
            try {
                return await list(ecr, repository, registryId);
            }
            catch (error) {
                // A repository that is not there holds nothing.
                if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCode */ .CA)(error) === 'RepositoryNotFoundException')
                    return [];
                throw error;
            }
        }),
    };
}
async function list(client, repositoryName, registryId) {
    const found = [];
    const pages = (0,_aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_2__/* .paginateDescribeImages */ .XiR)({ client, pageSize: IMAGES }, { repositoryName, ...(registryId && { registryId }) });
    for await (const { imageDetails = [] } of pages) {
        for (const { imageDigest, imageTags = [], imagePushedAt } of imageDetails) {
            if (imageDigest && imagePushedAt) {
                found.push({ digest: imageDigest, tags: imageTags, pushedAt: imagePushedAt.getTime() });
            }
        }
    }
    return found;
}


/***/ })

};
