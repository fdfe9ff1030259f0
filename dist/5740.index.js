export const id = 5740;
export const ids = [5740];
export const modules = {

/***/ 5740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   domainCalls: () => (/* binding */ domainCalls)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_apprunner__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2284);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6058);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6762);



/** App Runner gives at most 5 domains a page (API reference, MaxResults). */
const PAGE = 5;
/** The calls about custom domains over an SDK client. */
function domainCalls(client) {
    return {
        list: (serviceArn) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .awsCall */ .uF)('apprunner:DescribeCustomDomains', serviceArn, () => list(client, serviceArn)),
        associate: (serviceArn, name, www) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .awsCall */ .uF)('apprunner:AssociateCustomDomain', `domain '${name}'`, async () => {
            // Without a word App Runner takes `www.` as well (API reference, EnableWWWSubdomain).
            const input = { ServiceArn: serviceArn, DomainName: name, EnableWWWSubdomain: www };
            await client.send(new _aws_sdk_client_apprunner__WEBPACK_IMPORTED_MODULE_2__/* .AssociateCustomDomainCommand */ .dry(input));
        }),
        disassociate: (serviceArn, name) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .awsCall */ .uF)('apprunner:DisassociateCustomDomain', `domain '${name}'`, async () => {
            const input = { ServiceArn: serviceArn, DomainName: name };
            await client.send(new _aws_sdk_client_apprunner__WEBPACK_IMPORTED_MODULE_2__/* .DisassociateCustomDomainCommand */ .Dli(input));
        }),
    };
}
async function list(client, serviceArn) {
    let found;
    const pages = (0,_aws_sdk_client_apprunner__WEBPACK_IMPORTED_MODULE_2__/* .paginateDescribeCustomDomains */ .nY5)({ client, pageSize: PAGE }, { ServiceArn: serviceArn });
    for await (const { DNSTarget, CustomDomains = [], VpcDNSTargets = [] } of pages) {
        found = {
            target: found?.target ?? (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .present */ .E)(DNSTarget, 'DescribeCustomDomains', 'DNSTarget'),
            domains: [...(found?.domains ?? []), ...CustomDomains],
            vpcTargets: found?.vpcTargets ?? VpcDNSTargets,
        };
    }
    return (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .present */ .E)(found, 'DescribeCustomDomains', 'a page');
}


/***/ })

};
