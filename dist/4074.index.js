export const id = 4074;
export const ids = [4074];
export const modules = {

/***/ 4074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ baseConfiguration),
/* harmony export */   shrunk: () => (/* binding */ shrunk)
/* harmony export */ });
/* harmony import */ var _configuration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2585);

/**
 * What a preview takes over from the service that it starts from: everything that makes it run
 * alike. Its source is its own, it does not deploy by itself, and its auto scaling is named apart
 * (see shrunk).
 */
function baseConfiguration(base, source) {
    const { SourceConfiguration, AutoScalingConfigurationArn: _, ...others } = (0,_configuration_js__WEBPACK_IMPORTED_MODULE_0__/* .readBack */ .e)(base);
    const { ImageRepository, CodeRepository, AuthenticationConfiguration } = SourceConfiguration ?? {};
    if (source.type === 'CODE') {
        // Its branch would be deployed in place of the pull request's.
        const { SourceCodeVersion: _branch, ...code } = CodeRepository ?? {};
        return CodeRepository
            ? {
                ...others,
                SourceConfiguration: {
                    CodeRepository: { RepositoryUrl: undefined, ...code, SourceCodeVersion: undefined },
                    AuthenticationConfiguration,
                },
            }
            : others;
    }
    return ImageRepository
        ? { ...others, SourceConfiguration: { ImageRepository, AuthenticationConfiguration } }
        : others;
}
/** Settings of a preview, which has one instance unless they say otherwise. */
function shrunk(settings) {
    const { autoScaling: named = { kind: 'sizes' }, document } = settings;
    if (named.kind === 'arn' || document?.AutoScalingConfigurationArn)
        return settings;
    const { minSize = 1 } = named;
    return { ...settings, autoScaling: { minSize, maxSize: minSize, ...named } };
}


/***/ }),

/***/ 2585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ withSettings),
/* harmony export */   e: () => (/* binding */ readBack)
/* harmony export */ });
/* harmony import */ var _inputs_compute_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9272);
/* harmony import */ var _merge_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4631);
/* harmony import */ var _wish_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5016);



/**
 * A service's own configuration in the form that UpdateService takes. Sending all of it back
 * loses nothing, whatever App Runner does about members that are left out: the maps in it are
 * replaced whole, and public reports disagree on the rest.
 */
function readBack(service) {
    const { SourceConfiguration, InstanceConfiguration, HealthCheckConfiguration, NetworkConfiguration, AutoScalingConfigurationSummary, ObservabilityConfiguration, } = service;
    const autoScalingArn = AutoScalingConfigurationSummary?.AutoScalingConfigurationArn;
    return withoutNothing({
        SourceConfiguration: SourceConfiguration && withoutIgnored(SourceConfiguration),
        InstanceConfiguration: normalised(InstanceConfiguration),
        HealthCheckConfiguration,
        NetworkConfiguration,
        AutoScalingConfigurationArn: autoScalingArn,
        ObservabilityConfiguration,
    });
}
/**
 * A configuration with the source and the settings of this run laid over it. What the settings
 * do not name stays as it is.
 */
function withSettings(base, source, settings) {
    const wish = (0,_wish_js__WEBPACK_IMPORTED_MODULE_1__/* .wishOf */ .H_)(settings, source);
    const merged = (0,_merge_js__WEBPACK_IMPORTED_MODULE_2__/* .laidOver */ .J)(base, normalisedUnits(wish), settings.environmentMode);
    return withoutNothing({
        ...merged,
        SourceConfiguration: source.type === 'CODE'
            ? codeSource(merged.SourceConfiguration ?? {})
            : imageSource(merged.SourceConfiguration ?? {}, source),
        NetworkConfiguration: network(base, wish, merged),
    });
}
/** App Runner makes a service that it closes IPv4 (developer guide, "Networking"). */
function network(base, wish, merged) {
    const { NetworkConfiguration: network } = merged;
    const named = wish.NetworkConfiguration;
    const closes = named?.IngressConfiguration?.IsPubliclyAccessible === false &&
        base.NetworkConfiguration?.IngressConfiguration?.IsPubliclyAccessible !== false;
    return closes && !named.IpAddressType && network?.IpAddressType === 'DUAL_STACK'
        ? { ...network, IpAddressType: 'IPV4' }
        : network;
}
function imageSource(merged, image) {
    const isPublic = image.type === 'ECR_PUBLIC';
    const { AccessRoleArn } = merged.AuthenticationConfiguration ?? {};
    return {
        ImageRepository: merged.ImageRepository,
        // App Runner refuses both for ECR Public, and this action deploys by itself elsewhere.
        AutoDeploymentsEnabled: !isPublic && (merged.AutoDeploymentsEnabled ?? false),
        AuthenticationConfiguration: isPublic || !AccessRoleArn ? undefined : { AccessRoleArn },
    };
}
function codeSource(merged) {
    const { CodeRepository, AuthenticationConfiguration } = merged;
    const { ConnectionArn } = AuthenticationConfiguration ?? {};
    const { CodeConfigurationValues: values, ConfigurationSource: from } = CodeRepository?.CodeConfiguration ?? {};
    return withoutIgnored({
        CodeRepository: {
            ...(CodeRepository ?? { RepositoryUrl: undefined, SourceCodeVersion: undefined }),
            CodeConfiguration: {
                // A runtime says that the repository need not have an apprunner.yaml.
                ConfigurationSource: from ?? (values?.Runtime ? 'API' : 'REPOSITORY'),
                CodeConfigurationValues: values,
            },
        },
        AutoDeploymentsEnabled: merged.AutoDeploymentsEnabled ?? false,
        AuthenticationConfiguration: ConnectionArn ? { ConnectionArn } : undefined,
    });
}
/** What apprunner.yaml says; App Runner ignores it in the API then (API reference). */
function withoutIgnored(source) {
    const { CodeRepository } = source;
    if (CodeRepository?.CodeConfiguration?.ConfigurationSource !== 'REPOSITORY')
        return source;
    const CodeConfiguration = { ConfigurationSource: 'REPOSITORY' };
    return { ...source, CodeRepository: { ...CodeRepository, CodeConfiguration } };
}
function normalisedUnits(configuration) {
    const { InstanceConfiguration } = configuration;
    return { ...configuration, InstanceConfiguration: normalised(InstanceConfiguration) };
}
/** Units as App Runner echoes them, whatever form a service was given. */
function normalised(instance) {
    if (!instance)
        return undefined;
    const { Cpu, Memory } = instance;
    return {
        ...instance,
        Cpu: Cpu && ((0,_inputs_compute_js__WEBPACK_IMPORTED_MODULE_0__/* .cpuUnits */ .MN)(Cpu) ?? Cpu),
        Memory: Memory && ((0,_inputs_compute_js__WEBPACK_IMPORTED_MODULE_0__/* .memoryMegabytes */ .Nd)(Memory) ?? Memory),
    };
}
/** Maps of the user's own: a name may have an empty value, and an empty map has a meaning. */
const MAPS = new Set(['RuntimeEnvironmentVariables', 'RuntimeEnvironmentSecrets']);
/**
 * A copy without members that say nothing, at any depth: App Runner refuses empty strings
 * ("The auto scaling configuration ARN you specified isn't valid. ARN: ''").
 */
function withoutNothing(value) {
    const entries = Object.entries(value).flatMap(([key, member]) => {
        if (MAPS.has(key))
            return member ? [[key, member]] : [];
        if (typeof member !== 'object' || member === null) {
            return member === undefined || member === null || member === '' ? [] : [[key, member]];
        }
        const inner = withoutNothing(member);
        return Object.keys(inner).length === 0 ? [] : [[key, inner]];
    });
    return Object.fromEntries(entries);
}


/***/ })

};
