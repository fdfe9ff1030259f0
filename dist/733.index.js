export const id = 733;
export const ids = [733];
export const modules = {

/***/ 7733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   startSession: () => (/* binding */ startSession)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1695);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6762);



/**
 * Starts a session by asking who the credentials belong to. It is a file of its own because
 * this one client is small: the question travels while the others load. Endpoint overrides and
 * credentials come by the SDK's own rules (AWS_ENDPOINT_URL, the default credential chain).
 */
function startSession(region) {
    // A broken connection or a throttled call is no verdict on a deployment that takes minutes.
    const config = { region, maxAttempts: 5 };
    const client = new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_2__/* .STSClient */ .iM(config);
    const { promise: underWay, resolve } = Promise.withResolvers();
    client.middlewareStack.add((next) => (args) => {
        // The socket gets its turn of the event loop before the other clients take theirs.
        setTimeout(resolve, 1);
        return next(args);
    }, { step: 'deserialize', priority: 'low', name: 'underWay' });
    const identity = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .awsCall */ .uF)('sts:GetCallerIdentity', 'the AWS credentials', async () => {
        const { Account, Arn } = await client.send(new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_2__/* .GetCallerIdentityCommand */ .zI({}));
        if (!Account || !Arn)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('STS answered without account or ARN.');
        return { account: Account, arn: Arn };
    });
    // Credentials that can't even sign end here; whoever awaits the identity hears of it.
    identity.catch(() => resolve());
    // One provider for all clients: each would otherwise assume the role for itself.
    return { config: { ...config, credentials: client.config.credentials }, identity, underWay };
}


/***/ })

};
