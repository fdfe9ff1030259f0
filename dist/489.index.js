export const id = 489;
export const ids = [489];
export const modules = {

/***/ 489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ refusePrivate),
/* harmony export */   T: () => (/* binding */ throwIfInTheWay),
/* harmony export */   checkDomain: () => (/* binding */ checkDomain)
/* harmony export */ });
/* harmony import */ var _domain_alias_zones_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8614);
/* harmony import */ var _domain_association_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(999);
/* harmony import */ var _domain_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4812);
/* harmony import */ var _domain_wanted_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1469);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _service_states_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4313);
/* harmony import */ var _domain_zone_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2324);







/** What a domain's names lead to while there is no service that they could. */
const NOWHERE = 'the service, which is not there yet';
/**
 * Checks what can be known of a domain before anything is built: that its zone is there, public and
 * holds its name, that no foreign record is in the way, and that the service has room for it.
 *
 * @throws ActionError when one of them is not so
 */
async function checkDomain(job, found) {
    const { aws, inputs, runner } = job;
    const { domain, settings } = inputs;
    if (!domain)
        return undefined;
    const service = (0,_service_states_js__WEBPACK_IMPORTED_MODULE_3__/* .remaining */ .Tk)(found);
    const [zone, domains] = await Promise.all([
        domain.zone && (0,_domain_zone_js__WEBPACK_IMPORTED_MODULE_4__/* .findZone */ ._S)(aws, domain.name, domain.zone),
        service && aws.domains().then((calls) => calls.list(`${service.ServiceArn}`)),
    ]);
    const problem = domains && (0,_domain_association_js__WEBPACK_IMPORTED_MODULE_5__/* .associationProblem */ .Ls)(domain.name, domain.www, domains);
    if (problem)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(problem);
    if (!zone)
        return { domain, zone };
    runner.info(`Hosted zone ${zone.id} (${zone.name}) holds '${domain.name}'.`);
    refusePrivate(domain, settings.publiclyAccessible ?? !(service && (0,_service_states_js__WEBPACK_IMPORTED_MODULE_3__/* .isPrivate */ .Gw)(service)));
    const wanted = recordsNow(job, domain, domains);
    refuseApex(job, zone, wanted);
    throwIfInTheWay(zone, (0,_domain_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .planRecords */ .sd)(wanted, await (0,_domain_zone_js__WEBPACK_IMPORTED_MODULE_4__/* .readZone */ .Xg)(await aws.dns(), zone, wanted), zone));
    return { domain, zone };
}
/** The records that a domain needs as things stand. */
function recordsNow({ inputs }, { name, www }, domains) {
    const own = domains && (0,_domain_association_js__WEBPACK_IMPORTED_MODULE_5__/* .domainOf */ .Ow)(name, domains);
    const target = {
        host: domains?.target ?? NOWHERE,
        aliasZone: (0,_domain_alias_zones_js__WEBPACK_IMPORTED_MODULE_0__/* .aliasZone */ .x)(inputs.region),
        dualStack: false,
    };
    return (0,_domain_wanted_js__WEBPACK_IMPORTED_MODULE_6__/* .wantedRecords */ .I)(name, www, own?.CertificateValidationRecords, target);
}
/** @throws ActionError for a private service, whose domain is nothing for a public zone */
function refusePrivate({ name }, isPublic) {
    if (isPublic)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`Domain '${name}' can't be written to a public hosted zone: the service is private, and its domain leads to the VPC's own endpoint. Remove hosted-zone-id; the records to make in a private zone are listed then.`);
}
/** DNS allows no CNAME at the apex, which is all that a Region without a known ALIAS would leave. */
function refuseApex({ inputs }, zone, wanted) {
    const apex = wanted.find(({ name, type, purpose }) => purpose === 'target' && type === 'CNAME' && name === zone.name);
    if (!apex)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`Domain '${apex.name}' is the apex of its zone, where only an ALIAS can lead to the service, and App Runner's hosted zone in ${inputs.region} is not known to this version of the action. Use a subdomain.`);
}
/** @throws ActionError when something foreign is in the place of our records */
function throwIfInTheWay(zone, { inTheWay }) {
    if (inTheWay.length === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`Hosted zone ${zone.id} (${zone.name}) has records in the way that are not this service's: ${inTheWay.join('; ')}. ` +
        'None was changed. Delete or rename them if nobody needs them, or choose another domain.');
}


/***/ }),

/***/ 2324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hj: () => (/* binding */ changeZone),
  _S: () => (/* binding */ findZone),
  Xg: () => (/* binding */ readZone)
});

// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/domain/plan.js + 1 modules
var plan = __webpack_require__(4812);
// EXTERNAL MODULE: ./lib/domain/dns-name.js
var dns_name = __webpack_require__(8587);
;// CONCATENATED MODULE: ./lib/domain/zones.js

/**
 * The longest public zone of an account that holds a name: a zone below another has the say about
 * its names.
 */
function longestZone(name, zones) {
    const open = zones.filter((zone) => !zone.private);
    const holding = open.filter((zone) => (0,dns_name/* isWithin */.UO)(name, zone.name));
    const [best, ...others] = holding.toSorted((one, other) => other.name.length - one.name.length);
    if (!best) {
        const held = zones.some((zone) => zone.private && (0,dns_name/* isWithin */.UO)(name, zone.name));
        const seen = open.length > 0 ? open.map((zone) => zone.name).join(', ') : 'none';
        return {
            problem: `No public hosted zone of this account holds '${name}'; its public ones are: ${seen}.` +
                `${held ? ' A private one does, which the internet does not see.' : ''} ` +
                "Name the zone's id in hosted-zone-id, or leave that out and make the records by hand.",
        };
    }
    const twins = others.filter((zone) => zone.name === best.name);
    if (twins.length === 0)
        return { zone: best };
    const ids = [best, ...twins].map((zone) => zone.id).join(', ');
    return {
        problem: `Several public hosted zones are called '${best.name}': ${ids}. Name the one that the registrar's name servers belong to in hosted-zone-id.`,
    };
}
/** A zone that was named, where it can hold the records. */
function namedZone(name, zone) {
    if (zone.private) {
        return {
            problem: `Hosted zone '${zone.id}' (${zone.name}) is private: neither the internet nor App Runner's certificate check sees it. Name a public one in hosted-zone-id.`,
        };
    }
    if ((0,dns_name/* isWithin */.UO)(name, zone.name))
        return { zone };
    return {
        problem: `Hosted zone '${zone.id}' is '${zone.name}', which does not hold '${name}'. Check domain and hosted-zone-id.`,
    };
}

// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/teardown/pool.js
var pool = __webpack_require__(5200);
// EXTERNAL MODULE: ./lib/commands/changing.js
var changing = __webpack_require__(3039);
;// CONCATENATED MODULE: ./lib/commands/domain-zone.js






/** Names that are read at the same time: Route 53 takes five calls a second of an account. */
const AT_ONCE = 2;
/** How often a change is planned anew that somebody else's came before. */
const TRIES = 3;
/**
 * The zone that a domain's records belong in.
 *
 * @throws ActionError when there is none, or it can't hold them
 */
async function findZone(aws, name, zone) {
    const dns = await aws.dns();
    const found = zone.kind === 'auto'
        ? longestZone(name, await dns.zones())
        : namedZone(name, await dns.zone(zone.id));
    if ('zone' in found)
        return found.zone;
    throw new lib_errors/* ActionError */.lZ(found.problem);
}
/** Reads what a zone holds at the names of records, and at those above them. */
async function readZone(dns, zone, records) {
    const names = (0,plan/* namesToRead */.C$)(records, zone);
    const answers = await (0,pool/* settleAll */.j)(names, AT_ONCE, (name) => dns.records(zone.id, name));
    return new Map(names.map((name, index) => {
        const answer = answers[index];
        if (answer?.status === 'fulfilled')
            return [name, answer.value];
        throw answer?.reason;
    }));
}
/**
 * Brings a zone to a plan: reads, plans, and changes all or nothing. Where Route 53 says that the
 * zone is not as it was read, it is read and planned again.
 *
 * @param planned what is to be changed; throws where nothing may be
 * @returns the changes that were made
 */
async function changeZone(job, zone, records, planned) {
    const dns = await job.aws.dns();
    for (let tried = 1;; tried += 1) {
        const changes = planned(await readZone(dns, zone, records));
        if (changes.length === 0)
            return [];
        const told = changes.map(plan/* changeText */.k0);
        try {
            await (0,changing/* changing */.W)(job, 'ChangeResourceRecordSets', () => dns.change(zone.id, changes), () => `hosted zone ${zone.id} (${zone.name}) has taken ${told.join('; ')}`);
            for (const text of told)
                job.runner.info(`  ${text}`);
            return told;
        }
        catch (error) {
            // Of a call that was sent again because its answer was lost, too.
            const outdated = error instanceof lib_errors/* ActionError */.lZ && (0,errors/* errorCode */.CA)(error.cause) === 'InvalidChangeBatch';
            if (!outdated || tried === TRIES)
                throw error;
        }
    }
}


/***/ }),

/***/ 8614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ aliasZone)
/* harmony export */ });
/**
 * The hosted zones that Route 53's ALIAS records to App Runner name, by Region (AWS general
 * reference, App Runner endpoints and quotas).
 */
const ALIAS_ZONES = {
    'ap-northeast-1': 'Z08491812XW6IPYLR6CCA',
    'ap-south-1': 'Z00855883LBHKTIC4ODF2',
    'ap-southeast-1': 'Z09819469CZ3KQ8PWMCL',
    'ap-southeast-2': 'Z03657752RA8799S0TI5I',
    'eu-central-1': 'Z0334911C2FDI2Q9M4FZ',
    'eu-west-1': 'Z087551914Z2PCAU0QHMW',
    'eu-west-2': 'Z098228427VC6B3IX76ON',
    'eu-west-3': 'Z087117439MBKHYM69QS6',
    'us-east-1': 'Z01915732ZBZKC8D32TPT',
    'us-east-2': 'Z0224347AD7KVHMLOX31',
    'us-west-2': 'Z02243383FTQ64HJ5772Q',
};
/** The zone that an ALIAS names for a service of a Region; undefined for a Region that is new. */
function aliasZone(region) {
    return ALIAS_ZONES[region];
}


/***/ }),

/***/ 999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ls: () => (/* binding */ associationProblem),
/* harmony export */   Ow: () => (/* binding */ domainOf),
/* harmony export */   Ps: () => (/* binding */ stepAfter),
/* harmony export */   c2: () => (/* binding */ statusOf)
/* harmony export */ });
/* harmony import */ var _dns_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8587);

/** App Runner's quota of domains a service (developer guide, manage-custom-domains). */
const MOST = 5;
/** The step after a state; App Runner writes states in small letters, and its model in capitals. */
function stepAfter(status) {
    if (status === undefined)
        return 'associate';
    switch (status.toUpperCase()) {
        case 'ACTIVE':
            return 'active';
        case 'CREATE_FAILED':
        case 'DELETE_FAILED':
            return 'renew';
        case 'DELETING':
            return 'leaving';
        default:
            return 'pending';
    }
}
/** A service's domain of a name; undefined when it has none. */
function domainOf(name, { domains }) {
    return domains.find(({ DomainName }) => (0,_dns_name_js__WEBPACK_IMPORTED_MODULE_0__/* .dnsName */ .Tu)(DomainName ?? '') === name);
}
/** The state as outputs and log say it. */
function statusOf({ Status }) {
    return `${Status}`.toLowerCase();
}
/**
 * Why a service can't have a domain as it is asked for, in a sentence; undefined where it can.
 *
 * @param www whether `www.` is to lead to the service as well
 */
function associationProblem(name, www, found) {
    const own = domainOf(name, found);
    const step = stepAfter(own?.Status);
    if (own && www && !own.EnableWWWSubdomain && (step === 'pending' || step === 'active')) {
        return `Domain '${name}' is associated with the service without www.${name}, and App Runner can't add that later. Dissociate it (aws apprunner disassociate-custom-domain) and run this again, or remove domain-www.`;
    }
    if (own || found.domains.length < MOST)
        return undefined;
    const names = found.domains.map(({ DomainName }) => DomainName).join(', ');
    return `Domain '${name}' finds no room: a service has ${MOST} domains at the most, and this one has ${names}. Dissociate one that nobody needs (aws apprunner disassociate-custom-domain).`;
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


/***/ }),

/***/ 4812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k0: () => (/* binding */ changeText),
  C$: () => (/* binding */ namesToRead),
  sd: () => (/* binding */ planRecords),
  Ao: () => (/* binding */ planRemoval)
});

// EXTERNAL MODULE: ./lib/domain/dns-name.js
var dns_name = __webpack_require__(8587);
;// CONCATENATED MODULE: ./lib/domain/compare.js

/** What leads a browser to a host; the other records of a name live beside an ALIAS. */
const LEADING = new Set(['A', 'AAAA', 'CNAME']);
/**
 * Compares a wanted record with the zone's.
 *
 * @param sets every record set of its name
 */
function standingOf(wanted, sets) {
    // A CNAME takes nothing beside it (RFC 1034, 3.6.2).
    const rivals = wanted.type === 'CNAME' ? sets : sets.filter(({ Type }) => LEADING.has(Type));
    if (rivals.some(isShared)) {
        return rivals.some((set) => leadsTo(set, wanted))
            ? { kind: 'shared' }
            : { kind: 'foreign', sets: rivals };
    }
    const set = rivals.find((rival) => leadsTo(rival, wanted) && doesFor(rival, wanted));
    if (set)
        return { kind: 'ours', set };
    const foreign = rivals.filter((rival) => !leadsTo(rival, wanted));
    return foreign.length > 0 ? { kind: 'foreign', sets: foreign } : { kind: 'absent' };
}
/** True for a set of weights, places or the like, of which a name has several. */
function isShared({ SetIdentifier }) {
    return SetIdentifier !== undefined;
}
/** True when a record set leads where the wanted record does, and only there. */
function leadsTo(set, { value }) {
    if (set.AliasTarget)
        return (0,dns_name/* sameName */.q)(set.AliasTarget.DNSName, value);
    const [only, ...more] = set.ResourceRecords ?? [];
    return set.Type === 'CNAME' && more.length === 0 && (0,dns_name/* sameName */.q)(only?.Value, value);
}
/** A CNAME does for every type of address; an ALIAS for its own. */
function doesFor({ Type }, { type }) {
    return Type === 'CNAME' || Type === type || type === 'CNAME';
}
/** A record set on one line, as logs and errors show it. */
function setText({ Name = '', Type, TTL, ...set }) {
    const values = set.AliasTarget
        ? `ALIAS ${(0,dns_name/* dnsName */.Tu)(set.AliasTarget.DNSName ?? '')}`
        : (set.ResourceRecords ?? []).map(({ Value }) => Value).join(', ');
    const ttl = TTL === undefined ? '' : ` (TTL ${TTL})`;
    const share = set.SetIdentifier === undefined ? '' : ` (set '${set.SetIdentifier}')`;
    return `${(0,dns_name/* dnsName */.Tu)(Name)} ${Type} ${values}${ttl}${share}`;
}

;// CONCATENATED MODULE: ./lib/domain/plan.js


/** Seconds that resolvers keep a certificate's record; App Runner's console gives 300. */
const TTL = 300;
/** The names that have to be read in a zone to plan records. */
function namesToRead(records, zone) {
    return [...new Set(records.flatMap(({ name }) => [name, ...(0,dns_name/* namesBelow */.kV)(name, zone.name)]))];
}
/**
 * What makes a zone hold the wanted records. Those that are there stay as they are, whoever made
 * them. A record is made by CREATE and not by UPSERT: what somebody else writes between the reading
 * and this is refused by Route 53 then, and not overwritten.
 *
 * @param stale records of an association that is gone, which go where they are still there
 */
function planRecords(wanted, held, zone, stale = []) {
    const left = stale.filter((old) => !wanted.some((record) => isSame(record, old)));
    const removals = setsOf(left, held);
    const remaining = (name) => (held.get(name) ?? []).filter((set) => !removals.includes(set));
    const standings = wanted.map((record) => ({
        record,
        standing: standingOf(record, remaining(record.name)),
    }));
    const inTheWay = [
        ...delegations(wanted, held, zone),
        ...standings.flatMap(({ standing }) => (standing.kind === 'foreign' ? standing.sets : [])),
    ];
    if (inTheWay.length > 0)
        return { changes: [], inTheWay: [...new Set(inTheWay.map(setText))] };
    const missing = standings.flatMap(({ record, standing }) => standing.kind === 'absent' ? [record] : []);
    return {
        changes: [
            ...removals.map((ResourceRecordSet) => ({ Action: 'DELETE', ResourceRecordSet })),
            ...missing.map((record) => ({ Action: 'CREATE', ResourceRecordSet: setFor(record) })),
        ],
        inTheWay: [],
    };
}
/**
 * What takes our records out of a zone: those that still lead where the service's records do,
 * exactly as the zone has them. What somebody has changed since is left.
 *
 * @param records those that the domain needs; of addresses, all types that it may have
 */
function planRemoval(records, held) {
    const removals = setsOf(records, held);
    const left = records.flatMap((record) => {
        const standing = standingOf(record, held.get(record.name) ?? []);
        if (standing.kind === 'foreign')
            return standing.sets;
        return standing.kind === 'shared' ? (held.get(record.name) ?? []).filter(isShared) : [];
    });
    return {
        changes: removals.map((ResourceRecordSet) => ({ Action: 'DELETE', ResourceRecordSet })),
        left: [...new Set(left.map(setText))],
    };
}
/** A change in words, such as `CREATE app.example.com A ALIAS …`. */
function changeText({ Action, ResourceRecordSet: set }) {
    return `${Action} ${set ? setText(set) : ''}`;
}
/** The record sets of a zone that are these records, each once. */
function setsOf(records, held) {
    const sets = records.flatMap((record) => (held.get(record.name) ?? []).filter((set) => !isShared(set) && leadsTo(set, record)));
    return [...new Set(sets)];
}
/** Name servers below the zone's apex: what is beneath them, this zone has no say in. */
function delegations(wanted, held, zone) {
    return wanted
        .flatMap(({ name }) => (0,dns_name/* namesBelow */.kV)(name, zone.name))
        .flatMap((name) => (held.get(name) ?? []).filter(({ Type }) => Type === 'NS'));
}
function setFor({ name, type, value, aliasZone }) {
    const set = { Name: `${name}.`, Type: type };
    return aliasZone
        ? {
            ...set,
            AliasTarget: { HostedZoneId: aliasZone, DNSName: `${value}.`, EvaluateTargetHealth: false },
        }
        : { ...set, TTL, ResourceRecords: [{ Value: `${value}.` }] };
}
function isSame(one, other) {
    return one.name === other.name && one.value === other.value;
}


/***/ }),

/***/ 1469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ wantedRecords)
/* harmony export */ });
/* unused harmony export namesOf */
/* harmony import */ var _dns_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8587);

/** The names under which a domain answers. */
function namesOf(name, www) {
    return www ? [name, `www.${name}`] : [name];
}
/**
 * The records that a domain needs.
 *
 * In Route 53 the names lead to the service by ALIAS, at the zone's apex and below it: DNS allows no
 * CNAME at the apex, and below it a CNAME would shut out every other record of the name (mail,
 * texts), and was seen to hide the certificate's record (aws/apprunner-roadmap#138). An ALIAS has an
 * address type, so that a dual-stack service takes two. Elsewhere it is a CNAME.
 *
 * @param certificate the records that prove the domain; none while App Runner has not told them
 */
function wantedRecords(name, www, certificate, target) {
    return [...certificateRecords(certificate), ...targetRecords(namesOf(name, www), target)];
}
function certificateRecords(records = []) {
    return records.flatMap(({ Name, Value, Status }) => {
        if (!Name || !Value)
            return [];
        const status = Status && { status: Status.toLowerCase() };
        return [
            {
                name: (0,_dns_name_js__WEBPACK_IMPORTED_MODULE_0__/* .dnsName */ .Tu)(Name),
                type: 'CNAME',
                value: (0,_dns_name_js__WEBPACK_IMPORTED_MODULE_0__/* .dnsName */ .Tu)(Value),
                purpose: 'certificate',
                ...status,
            },
        ];
    });
}
function targetRecords(names, target) {
    const { host, aliasZone, dualStack, vpcTargets = [] } = target;
    const types = !aliasZone ? CNAME : dualStack ? BOTH : IPV4;
    const hosts = vpcTargets.length > 0 ? vpcTargets.flatMap(({ DomainName }) => DomainName ?? []) : [host];
    return names.flatMap((name) => types.flatMap((type) => hosts.map((one) => {
        const record = { name, type, value: (0,_dns_name_js__WEBPACK_IMPORTED_MODULE_0__/* .dnsName */ .Tu)(one), purpose: 'target' };
        return aliasZone ? { ...record, aliasZone } : record;
    })));
}
const CNAME = ['CNAME'];
const IPV4 = ['A'];
const BOTH = ['A', 'AAAA'];


/***/ }),

/***/ 5200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ settleAll)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * Does the work for every item, at most `limit` at once, in their order; a failure does not keep
 * the others from being done.
 *
 * @returns what became of each, in the order of the items
 * @throws CancelledError as soon as one work throws it; no further work is begun then
 */
async function settleAll(items, limit, work) {
    const settled = [];
    const waiting = items.entries();
    let cancelled = false;
    const worker = async () => {
        // All workers take from the same iterator.
        for (const [index, item] of waiting) {
            if (cancelled)
                return;
            try {
                settled[index] = { status: 'fulfilled', value: await work(item) };
            }
            catch (reason) {
                cancelled ||= reason instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc;
                if (reason instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc)
                    throw reason;
                settled[index] = { status: 'rejected', reason };
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return settled;
}


/***/ })

};
