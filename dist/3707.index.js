export const id = 3707;
export const ids = [3707];
export const modules = {

/***/ 3707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readSurroundings: () => (/* binding */ readSurroundings)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/service/wish.js
var wish = __webpack_require__(5016);
;// CONCATENATED MODULE: ./lib/service/around.js

/** An ARN that ends with a name means the latest revision, as App Runner takes it. */
const LATEST = /^[^/]*\/[^/]+$/;
/**
 * Reads what a decision has to know beside the service itself. Asks nothing that no setting is
 * about, and changes nothing.
 *
 * @param name of the service
 * @param service undefined when it is to be created
 * @param base the service that one to be created starts from
 * @throws ActionError when sizes of auto scaling contradict each other or have no room
 */
async function readAround(appRunner, name, service, settings, base) {
    const serviceArn = service?.ServiceArn;
    const needsTags = serviceArn && Object.keys((0,wish/* tagsOf */.Fg)(settings)).length > 0;
    const [tags, scaling, observabilityArn] = await Promise.all([
        needsTags ? appRunner.tags(serviceArn) : undefined,
        readScaling(appRunner, name, service ?? base, settings),
        readObservability(appRunner, settings),
    ]);
    return {
        ...(tags && { tags }),
        ...(scaling && { scaling }),
        ...(observabilityArn && { observabilityArn }),
    };
}
async function readScaling(appRunner, name, service, { autoScaling, document }) {
    if (autoScaling?.kind === 'sizes') {
        // Few runs name sizes.
        const { findScaling } = await __webpack_require__.e(/* import() */ 9792).then(__webpack_require__.bind(__webpack_require__, 9792));
        const own = service?.AutoScalingConfigurationSummary?.AutoScalingConfigurationArn;
        return findScaling(appRunner, name, autoScaling, document?.AutoScalingConfigurationArn || own || undefined);
    }
    const arn = autoScaling?.arn ?? document?.AutoScalingConfigurationArn;
    if (!arn || !LATEST.test(arn))
        return undefined;
    const latest = await appRunner.autoScalingConfiguration(arn);
    return { kind: 'arn', arn: latest.AutoScalingConfigurationArn ?? arn };
}
async function readObservability(appRunner, { observabilityConfigurationArn, document }) {
    const arn = observabilityConfigurationArn ??
        document?.ObservabilityConfiguration?.ObservabilityConfigurationArn;
    if (!arn || !LATEST.test(arn))
        return undefined;
    return (await appRunner.observabilityConfiguration(arn)).ObservabilityConfigurationArn;
}

// EXTERNAL MODULE: ./lib/commands/read-service.js
var read_service = __webpack_require__(4966);
;// CONCATENATED MODULE: ./lib/commands/read-surroundings.js



/** An account has room for few auto scaling configurations, so previews share their service's. */
function sharedName({ service, preview }) {
    return preview?.of ?? service;
}
/**
 * Reads what a decision has to know beside the service: for a preview that is to be created also
 * the service that it starts from.
 *
 * @param service undefined when it is to be created
 * @throws ActionError when the inputs name a service to start from that can't be read
 */
async function readSurroundings({ appRunner, ...aws }, inputs, service) {
    const { base: name, settings } = inputs;
    const read = (wanted, base) => readAround(appRunner, sharedName(inputs), service, wanted, base);
    if (service || !name)
        return read(settings);
    const { base, note } = await readBase({ appRunner, ...aws }, name);
    if (!base)
        return { ...(await read(settings)), ...(note && { notes: [note] }) };
    const { shrunk } = await __webpack_require__.e(/* import() */ 4074).then(__webpack_require__.bind(__webpack_require__, 4074));
    const told = `The preview starts from the settings of service '${name.service}'.`;
    const wanted = shrunk(settings);
    const implied = wanted !== settings && !settings.autoScaling;
    try {
        const around = await read(wanted, base);
        const { scaling } = around;
        const optional = implied && scaling?.kind === 'new';
        return {
            ...around,
            base,
            notes: [told],
            ...(optional && { scaling: { ...scaling, optional } }),
        };
    }
    catch (error) {
        if (!implied || !(error instanceof errors/* ActionError */.lZ))
            throw error;
        const kept = `It takes the account's default auto scaling, not one instance. ${(0,errors/* errorMessage */.gJ)(error)}`;
        return { ...(await read(settings, base)), base, notes: [told, kept] };
    }
}
/** The service to start from; one that no input names may be absent, or not be readable. */
async function readBase(aws, { service: name, named }) {
    try {
        const base = await (0,read_service/* findService */.Ln)(aws, name);
        if (base)
            return { base };
    }
    catch (error) {
        if (named || !(error instanceof errors/* ActionError */.lZ))
            throw error;
        return {
            note: `The preview starts from App Runner's defaults, because service '${name}' can't be read. ${(0,errors/* errorMessage */.gJ)(error)}`,
        };
    }
    if (!named)
        return {};
    throw new errors/* ActionError */.lZ(`Input 'preview-from' is '${name}', and there is no such service in this account and Region. Name one that is there, or false for App Runner's own defaults.`);
}


/***/ }),

/***/ 4631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ laidOver)
/* harmony export */ });
/**
 * A configuration with another laid over it: what the upper one does not name stays, at any
 * depth. Members that have no meaning beside a named one go with it.
 *
 * @param mode `replace` makes variables and secrets exactly those of the upper one
 */
function laidOver(base, over, mode) {
    return {
        SourceConfiguration: source(base.SourceConfiguration, over.SourceConfiguration, mode),
        InstanceConfiguration: members(base.InstanceConfiguration, over.InstanceConfiguration),
        HealthCheckConfiguration: health(base.HealthCheckConfiguration, over.HealthCheckConfiguration),
        NetworkConfiguration: network(base.NetworkConfiguration, over.NetworkConfiguration),
        AutoScalingConfigurationArn: resource(base.AutoScalingConfigurationArn, over.AutoScalingConfigurationArn),
        ObservabilityConfiguration: observability(base.ObservabilityConfiguration, over.ObservabilityConfiguration),
    };
}
/** One structure's members, the upper ones first; those that say nothing count as not named. */
function members(base, over) {
    if (!base || !over)
        return over ?? base;
    const named = Object.entries(over).filter(([, value]) => value !== undefined && value !== '');
    return { ...base, ...Object.fromEntries(named) };
}
function source(base = {}, over = {}, mode) {
    const { ImageRepository: own, AuthenticationConfiguration: role } = base;
    const { ImageRepository: named, AuthenticationConfiguration: namedRole } = over;
    const repository = members(own, named);
    return {
        ...members(base, over),
        ImageRepository: repository && {
            ...repository,
            ImageConfiguration: run(own?.ImageConfiguration, named?.ImageConfiguration, mode),
        },
        CodeRepository: code(base.CodeRepository, over.CodeRepository, mode),
        AuthenticationConfiguration: members(role, namedRole),
    };
}
function code(base, over, mode) {
    const merged = members(base, over);
    return (merged && {
        ...merged,
        SourceCodeVersion: members(base?.SourceCodeVersion, over?.SourceCodeVersion),
        CodeConfiguration: codeConfiguration(base?.CodeConfiguration, over?.CodeConfiguration, mode),
    });
}
function codeConfiguration(base, over, mode) {
    const [own, named] = [base?.CodeConfigurationValues, over?.CodeConfigurationValues];
    const values = {
        Runtime: undefined,
        ...members(own, named),
        ...run(own, named, mode),
    };
    return {
        ConfigurationSource: undefined,
        ...members(base, over),
        CodeConfigurationValues: values,
    };
}
/** What both kinds of source say of the running application. */
function run(base = {}, over = {}, mode) {
    const { RuntimeEnvironmentVariables: ownVariables, RuntimeEnvironmentSecrets: ownSecrets } = base;
    const { RuntimeEnvironmentVariables: variables = {}, RuntimeEnvironmentSecrets: secrets = {} } = over;
    // A name moves between the two maps when the other one names it, because App Runner refuses
    // a name that is in both.
    const named = new Set([...Object.keys(variables), ...Object.keys(secrets)]);
    const merged = (own = {}, wanted) => {
        const kept = mode === 'replace' ? [] : Object.entries(own).filter(([name]) => !named.has(name));
        const all = { ...Object.fromEntries(kept), ...wanted };
        // An empty map is sent only where it empties one.
        return Object.keys({ ...own, ...all }).length === 0 ? undefined : all;
    };
    return {
        ...members(base, over),
        RuntimeEnvironmentVariables: merged(ownVariables, variables),
        RuntimeEnvironmentSecrets: merged(ownSecrets, secrets),
    };
}
/** A path makes the check HTTP, because App Runner uses one with HTTP only. */
function health(base, over) {
    const implied = over?.Path && !over.Protocol ? { Protocol: 'HTTP' } : {};
    return members(base, over && { ...over, ...implied });
}
function network(base, over) {
    if (!over)
        return base;
    return {
        ...members(base, over),
        EgressConfiguration: egress(base?.EgressConfiguration, over.EgressConfiguration),
        IngressConfiguration: members(base?.IngressConfiguration, over.IngressConfiguration),
    };
}
/** The connector goes when requests leave by the public internet again. */
function egress(base, over) {
    if (over?.EgressType === 'DEFAULT' && !over.VpcConnectorArn)
        return { EgressType: 'DEFAULT' };
    const implied = over?.VpcConnectorArn && !over.EgressType ? { EgressType: 'VPC' } : {};
    return members(base, over && { ...over, ...implied });
}
/** The ARN goes when tracing is switched off. */
function observability(base, over) {
    if (over?.ObservabilityEnabled === false && !over.ObservabilityConfigurationArn) {
        return { ObservabilityEnabled: false };
    }
    const own = base?.ObservabilityConfigurationArn;
    const merged = members(base, over);
    return (merged && {
        ...merged,
        ObservabilityConfigurationArn: resource(own, over?.ObservabilityConfigurationArn),
    });
}
/** An ARN up to the revision means the very resource whose ARN goes on with an id. */
function resource(own, named) {
    if (!named)
        return own;
    return own && /\/\d+$/.test(named) && own.startsWith(`${named}/`) ? own : named;
}


/***/ }),

/***/ 5016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ tagsOf),
/* harmony export */   H_: () => (/* binding */ wishOf),
/* harmony export */   TN: () => (/* binding */ keyOf)
/* harmony export */ });
/* harmony import */ var _merge_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4631);

/**
 * What a run names of a service's configuration: the document of `service-config`, the inputs
 * over it and the source over both. What neither names is not in it; sizes of auto scaling are not
 * either, since they name no configuration yet.
 */
function wishOf(settings, source) {
    const { SourceConfiguration, ...others } = settings.document ?? {};
    const document = {
        SourceConfiguration,
        InstanceConfiguration: others.InstanceConfiguration,
        HealthCheckConfiguration: others.HealthCheckConfiguration,
        NetworkConfiguration: others.NetworkConfiguration,
        AutoScalingConfigurationArn: others.AutoScalingConfigurationArn,
        ObservabilityConfiguration: others.ObservabilityConfiguration,
    };
    return (0,_merge_js__WEBPACK_IMPORTED_MODULE_0__/* .laidOver */ .J)(document, inputsOf(settings, source), 'merge');
}
/** The tags that a run names. */
function tagsOf({ document, tags }) {
    const named = document?.Tags?.flatMap(({ Key, Value }) => (Key ? [[Key, Value ?? '']] : []));
    return { ...Object.fromEntries(named ?? []), ...tags };
}
/** The KMS key that a run names. */
function keyOf({ document, kmsKeyArn }) {
    return kmsKeyArn ?? (document?.EncryptionConfiguration?.KmsKey || undefined);
}
function inputsOf(settings, source) {
    const { autoScaling, observabilityConfigurationArn: observability } = settings;
    return {
        SourceConfiguration: sourceOf(settings, source),
        InstanceConfiguration: {
            Cpu: settings.cpu,
            Memory: settings.memory,
            InstanceRoleArn: settings.instanceRoleArn,
        },
        HealthCheckConfiguration: healthOf(settings),
        NetworkConfiguration: networkOf(settings),
        AutoScalingConfigurationArn: autoScaling?.kind === 'arn' ? autoScaling.arn : undefined,
        ObservabilityConfiguration: observability
            ? { ObservabilityEnabled: true, ObservabilityConfigurationArn: observability }
            : undefined,
    };
}
function sourceOf(settings, source) {
    const { accessRoleArn: AccessRoleArn, autoDeployments: AutoDeploymentsEnabled } = settings;
    if (source.type === 'CODE') {
        const { connectionArn: ConnectionArn } = source.named;
        return {
            CodeRepository: codeOf(settings, source),
            AutoDeploymentsEnabled,
            AuthenticationConfiguration: ConnectionArn ? { ConnectionArn } : undefined,
        };
    }
    return {
        ImageRepository: {
            ImageIdentifier: source.identifier,
            ImageRepositoryType: source.type,
            ImageConfiguration: runOf(settings),
        },
        AutoDeploymentsEnabled,
        AuthenticationConfiguration: AccessRoleArn ? { AccessRoleArn } : undefined,
    };
}
/** App Runner has no other source code version than a branch (API model). */
function codeOf(settings, { named }) {
    const { branch, buildCommand, configurationSource, directory, repositoryUrl, runtime } = named;
    return {
        RepositoryUrl: repositoryUrl,
        SourceCodeVersion: branch ? { Type: 'BRANCH', Value: branch } : undefined,
        SourceDirectory: directory,
        CodeConfiguration: {
            ConfigurationSource: configurationSource,
            CodeConfigurationValues: {
                Runtime: runtime,
                BuildCommand: buildCommand,
                ...runOf(settings),
            },
        },
    };
}
/** What both kinds of source say of the running application. */
function runOf(settings) {
    return {
        Port: settings.port,
        StartCommand: settings.startCommand,
        RuntimeEnvironmentVariables: settings.environmentVariables,
        RuntimeEnvironmentSecrets: settings.environmentSecrets,
    };
}
function healthOf({ healthCheck }) {
    return (healthCheck && {
        Protocol: healthCheck.protocol,
        Path: healthCheck.path,
        Interval: healthCheck.interval,
        Timeout: healthCheck.timeout,
        HealthyThreshold: healthCheck.healthyThreshold,
        UnhealthyThreshold: healthCheck.unhealthyThreshold,
    });
}
function networkOf(settings) {
    const { vpcConnectorArn, publiclyAccessible, ipAddressType } = settings;
    return {
        EgressConfiguration: vpcConnectorArn
            ? { EgressType: 'VPC', VpcConnectorArn: vpcConnectorArn }
            : undefined,
        IngressConfiguration: publiclyAccessible === undefined ? undefined : { IsPubliclyAccessible: publiclyAccessible },
        IpAddressType: ipAddressType,
    };
}


/***/ })

};
