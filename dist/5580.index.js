export const id = 5580;
export const ids = [5580];
export const modules = {

/***/ 5580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dnsCalls: () => (/* binding */ dnsCalls)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8621);
/* harmony import */ var _domain_dns_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8587);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6058);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6762);




/** Zones of one page, the most that ListHostedZones gives (API reference, MaxItems). */
const ZONES = 100;
/** The Route 53 calls. The service is global: its endpoint is the same for every Region. */
function dnsCalls(config) {
    const client = new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_2__/* .Route53Client */ .LhC(config);
    return {
        zone: (id) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .awsCall */ .uF)('route53:GetHostedZone', `hosted zone '${id}'`, async () => {
            const { HostedZone } = await client.send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_2__/* .GetHostedZoneCommand */ .HAz({ Id: id }));
            return zoneOf((0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .present */ .E)(HostedZone, 'GetHostedZone', 'HostedZone'));
        }),
        zones: () => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .awsCall */ .uF)('route53:ListHostedZones', 'the hosted zones', async () => {
            const zones = [];
            for await (const page of (0,_aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_2__/* .paginateListHostedZones */ .ngc)({ client, pageSize: ZONES }, {})) {
                zones.push(...(page.HostedZones ?? []).map(zoneOf));
            }
            return zones;
        }),
        records: (zoneId, name) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .awsCall */ .uF)('route53:ListResourceRecordSets', `'${name}' in hosted zone '${zoneId}'`, () => recordsOf(client, zoneId, name)),
        change: (zoneId, changes) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .awsCall */ .uF)('route53:ChangeResourceRecordSets', `hosted zone '${zoneId}'`, async () => {
            // No comment: the SDK writes it behind the changes, where the API's XML has it before them.
            const ChangeBatch = { Changes: [...changes] };
            await client.send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_2__/* .ChangeResourceRecordSetsCommand */ .yzn({ HostedZoneId: zoneId, ChangeBatch }));
        }),
    };
}
/**
 * Route 53 lists from a name on, in an order of its own, so that the sets of one name come one
 * after the other. The SDK has no paginator for it.
 */
async function recordsOf(client, zoneId, name) {
    const sets = [];
    let from = { StartRecordName: name };
    for (;;) {
        const page = await client.send(new _aws_sdk_client_route_53__WEBPACK_IMPORTED_MODULE_2__/* .ListResourceRecordSetsCommand */ .IOz({ ...from, HostedZoneId: zoneId }));
        const answered = page.ResourceRecordSets ?? [];
        const own = answered.filter(({ Name = '' }) => (0,_domain_dns_name_js__WEBPACK_IMPORTED_MODULE_3__/* .dnsName */ .Tu)(Name) === (0,_domain_dns_name_js__WEBPACK_IMPORTED_MODULE_3__/* .dnsName */ .Tu)(name));
        sets.push(...own);
        if (!page.IsTruncated || own.length < answered.length)
            return sets;
        from = {
            StartRecordName: page.NextRecordName,
            StartRecordType: page.NextRecordType,
            ...(page.NextRecordIdentifier && { StartRecordIdentifier: page.NextRecordIdentifier }),
        };
    }
}
function zoneOf({ Id = '', Name = '', Config }) {
    return {
        id: Id.replace(/^\/hostedzone\//, ''),
        name: (0,_domain_dns_name_js__WEBPACK_IMPORTED_MODULE_3__/* .dnsName */ .Tu)(Name),
        private: Config?.PrivateZone ?? false,
    };
}


/***/ }),

/***/ 8587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tu: () => (/* binding */ dnsName),
/* harmony export */   UO: () => (/* binding */ isWithin),
/* harmony export */   kV: () => (/* binding */ namesBelow),
/* harmony export */   q: () => (/* binding */ sameName)
/* harmony export */ });
/** A character that Route 53 writes as `\052`, three octal digits (developer guide, DomainNameFormat). */
const ESCAPED = /\\([0-3][0-7]{2})/g;
/**
 * A DNS name in the one form that names are compared in: small letters, no dot at the end, and `*`
 * for Route 53's `\052`.
 */
function dnsName(name) {
    return name
        .replaceAll(ESCAPED, (_, digits) => String.fromCharCode(Number.parseInt(digits, 8)))
        .replace(/\.$/, '')
        .toLowerCase();
}
/** True for the same name, however the two are written. */
function sameName(one, other) {
    return one !== undefined && other !== undefined && dnsName(one) === dnsName(other);
}
/** True when a zone holds a name: it is the zone's own, or below it. */
function isWithin(name, zone) {
    return name === zone || name.endsWith(`.${zone}`);
}
/** The names from a name up to the one right below its zone; none at the zone's apex. */
function namesBelow(name, zone) {
    if (name === zone || !isWithin(name, zone))
        return [];
    return [name, ...namesBelow(name.slice(name.indexOf('.') + 1), zone)];
}


/***/ })

};
