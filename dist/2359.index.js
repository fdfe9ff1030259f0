export const id = 2359;
export const ids = [2359];
export const modules = {

/***/ 6058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ present)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * A member of an answer. The SDK types every one as optional; the API model requires these.
 *
 * @throws ActionError when it is not there
 */
function present(value, call, member) {
    if (value === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`AWS answered ${call} without ${member}.`);
    return value;
}


/***/ }),

/***/ 2359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  awsClients: () => (/* binding */ awsClients)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-apprunner/dist-cjs/index.js
var dist_cjs = __webpack_require__(2284);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecr/dist-cjs/index.js
var client_ecr_dist_cjs = __webpack_require__(8249);
// EXTERNAL MODULE: ./lib/aws/answers.js
var answers = __webpack_require__(6058);
// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __webpack_require__(6762);
;// CONCATENATED MODULE: ./lib/aws/apprunner-resources.js



/** App Runner gives at most 100 of these a page (API reference, MaxResults). */
const PAGE = 100;
const SCALING = 'AutoScalingConfiguration';
/** The calls about what services share, over an SDK client. */
function resourceCalls(client) {
    return {
        autoScalingConfigurations: () => (0,errors/* awsCall */.uF)('apprunner:ListAutoScalingConfigurations', 'auto scaling configurations', () => listScaling(client)),
        autoScalingConfiguration: (arn) => (0,errors/* awsCall */.uF)('apprunner:DescribeAutoScalingConfiguration', arn, async () => {
            const command = new dist_cjs/* DescribeAutoScalingConfigurationCommand */.Bbu({
                AutoScalingConfigurationArn: arn,
            });
            const answer = await client.send(command);
            return (0,answers/* present */.E)(answer.AutoScalingConfiguration, 'DescribeAutoScalingConfiguration', SCALING);
        }),
        createAutoScalingConfiguration: (request) => (0,errors/* awsCall */.uF)('apprunner:CreateAutoScalingConfiguration', `auto scaling configuration '${request.AutoScalingConfigurationName}'`, async () => {
            const answer = await client.send(new dist_cjs/* CreateAutoScalingConfigurationCommand */.o5J(request));
            return (0,answers/* present */.E)(answer.AutoScalingConfiguration, 'CreateAutoScalingConfiguration', SCALING);
        }),
        observabilityConfiguration: (arn) => (0,errors/* awsCall */.uF)('apprunner:DescribeObservabilityConfiguration', arn, async () => {
            const command = new dist_cjs/* DescribeObservabilityConfigurationCommand */.Qat({
                ObservabilityConfigurationArn: arn,
            });
            const answer = await client.send(command);
            return (0,answers/* present */.E)(answer.ObservabilityConfiguration, 'DescribeObservabilityConfiguration', 'ObservabilityConfiguration');
        }),
        vpcIngressConnections: (serviceArn) => (0,errors/* awsCall */.uF)('apprunner:ListVpcIngressConnections', serviceArn, () => ingressConnections(client, serviceArn)),
    };
}
/** App Runner lists the latest revision of each name only, unless it is asked for all. */
async function listScaling(client) {
    const listed = [];
    const pages = (0,dist_cjs/* paginateListAutoScalingConfigurations */.Zll)({ client, pageSize: PAGE }, { LatestOnly: false });
    for await (const page of pages)
        listed.push(...(page.AutoScalingConfigurationSummaryList ?? []));
    return listed;
}
async function ingressConnections(client, serviceArn) {
    const found = [];
    const pages = (0,dist_cjs/* paginateListVpcIngressConnections */.nsw)({ client, pageSize: PAGE }, { Filter: { ServiceArn: serviceArn } });
    for await (const page of pages) {
        for (const { VpcIngressConnectionArn: arn } of page.VpcIngressConnectionSummaryList ?? []) {
            if (!arn)
                continue;
            found.push(await (0,errors/* awsCall */.uF)('apprunner:DescribeVpcIngressConnection', arn, async () => {
                const command = new dist_cjs/* DescribeVpcIngressConnectionCommand */.p5e({ VpcIngressConnectionArn: arn });
                const { VpcIngressConnection } = await client.send(command);
                return (0,answers/* present */.E)(VpcIngressConnection, 'DescribeVpcIngressConnection', 'the connection');
            }));
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/aws/apprunner.js




/** App Runner gives at most 20 services or operations a page (API reference, MaxResults). */
const apprunner_PAGE = 20;
/** The App Runner calls over an SDK client. */
function appRunnerCalls(client) {
    return {
        ...resourceCalls(client),
        list: () => (0,errors/* awsCall */.uF)('apprunner:ListServices', 'the services', () => list(client)),
        find: (name) => (0,errors/* awsCall */.uF)('apprunner:ListServices', `service '${name}'`, () => find(client, name)),
        describe: (serviceArn) => (0,errors/* awsCall */.uF)('apprunner:DescribeService', serviceArn, async () => {
            const { Service } = await client.send(new dist_cjs/* DescribeServiceCommand */.auI({ ServiceArn: serviceArn }));
            return (0,answers/* present */.E)(Service, 'DescribeService', 'Service');
        }),
        create: (request) => (0,errors/* awsCall */.uF)('apprunner:CreateService', `service '${request.ServiceName}'`, async () => started('CreateService', await client.send(new dist_cjs/* CreateServiceCommand */.JkR(request)))),
        update: (request) => (0,errors/* awsCall */.uF)('apprunner:UpdateService', `${request.ServiceArn}`, async () => started('UpdateService', await client.send(new dist_cjs/* UpdateServiceCommand */.kZr(request)))),
        startDeployment: (serviceArn) => (0,errors/* awsCall */.uF)('apprunner:StartDeployment', serviceArn, async () => started('StartDeployment', await client.send(new dist_cjs/* StartDeploymentCommand */.tWW({ ServiceArn: serviceArn })))),
        pause: (serviceArn) => (0,errors/* awsCall */.uF)('apprunner:PauseService', serviceArn, async () => begun(await client.send(new dist_cjs/* PauseServiceCommand */.pGz({ ServiceArn: serviceArn })))),
        resume: (serviceArn) => (0,errors/* awsCall */.uF)('apprunner:ResumeService', serviceArn, async () => begun(await client.send(new dist_cjs/* ResumeServiceCommand */.QGR({ ServiceArn: serviceArn })))),
        delete: (serviceArn) => (0,errors/* awsCall */.uF)('apprunner:DeleteService', serviceArn, async () => started('DeleteService', await client.send(new dist_cjs/* DeleteServiceCommand */.o6q({ ServiceArn: serviceArn })))),
        tags: (serviceArn) => (0,errors/* awsCall */.uF)('apprunner:ListTagsForResource', serviceArn, async () => {
            const command = new dist_cjs/* ListTagsForResourceCommand */.a_e({ ResourceArn: serviceArn });
            const { Tags = [] } = await client.send(command);
            return Object.fromEntries(Tags.flatMap(({ Key, Value }) => (Key === undefined ? [] : [[Key, Value ?? '']])));
        }),
        tag: (serviceArn, tags) => (0,errors/* awsCall */.uF)('apprunner:TagResource', serviceArn, async () => {
            const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
            await client.send(new dist_cjs/* TagResourceCommand */.eqU({ ResourceArn: serviceArn, Tags }));
        }),
        newestOperations: (serviceArn) => (0,errors/* awsCall */.uF)('apprunner:ListOperations', serviceArn, async () => {
            const command = new dist_cjs/* ListOperationsCommand */.K6t({ ServiceArn: serviceArn, MaxResults: apprunner_PAGE });
            return (await client.send(command)).OperationSummaryList ?? [];
        }),
    };
}
async function list(client) {
    const listed = [];
    for await (const page of (0,dist_cjs/* paginateListServices */.wjm)({ client, pageSize: apprunner_PAGE }, {})) {
        listed.push(...(page.ServiceSummaryList ?? []));
    }
    return listed;
}
/** ListServices can't filter by name, so the search reads pages until the name turns up. */
async function find(client, name) {
    for await (const page of (0,dist_cjs/* paginateListServices */.wjm)({ client, pageSize: apprunner_PAGE }, {})) {
        const found = page.ServiceSummaryList?.find((service) => service.ServiceName === name);
        if (found)
            return found;
    }
    return undefined;
}
function started(call, answer) {
    (0,answers/* present */.E)(answer.OperationId, call, 'OperationId');
    return begun(answer);
}
/** PauseService and ResumeService need not tell an id (API model). */
function begun({ Service: service, OperationId: operationId }) {
    return { ...(operationId && { operationId }), ...(service && { service }) };
}

// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/aws/ecr-tags.js


/** The most that ListImages gives a page (API reference, maxResults). */
const ecr_tags_PAGE = 1_000;
/** The most that BatchDeleteImage takes (API reference, imageIds). */
const BATCH = 100;
/** The calls about the tags of a repository, over an SDK client. */
function tagCalls(client) {
    return {
        tags: (repository, registryId) => (0,errors/* awsCall */.uF)('ecr:ListImages', `repository '${repository}'`, () => orNone(() => ecr_tags_list(client, repository, registryId))),
        deleteTags: (repository, tags, registryId) => (0,errors/* awsCall */.uF)('ecr:BatchDeleteImage', `repository '${repository}'`, () => orNone(() => remove(client, repository, tags, registryId))),
    };
}
async function ecr_tags_list(client, repositoryName, registryId) {
    const tags = [];
    const pages = (0,client_ecr_dist_cjs/* paginateListImages */._Pg)({ client, pageSize: ecr_tags_PAGE }, { repositoryName, filter: { tagStatus: 'TAGGED' }, ...(registryId && { registryId }) });
    for await (const { imageIds = [] } of pages) {
        tags.push(...imageIds.flatMap(({ imageTag }) => imageTag ?? []));
    }
    return tags;
}
/** By tag and not by digest, which would take an image's other tags as well. */
async function remove(client, repositoryName, tags, registryId) {
    const kept = [];
    for (let from = 0; from < tags.length; from += BATCH) {
        const imageIds = tags.slice(from, from + BATCH).map((imageTag) => ({ imageTag }));
        const command = new client_ecr_dist_cjs/* BatchDeleteImageCommand */.wau({
            repositoryName,
            imageIds,
            ...(registryId && { registryId }),
        });
        const { failures = [] } = await client.send(command);
        for (const { imageId, failureCode, failureReason } of failures) {
            // Somebody else, or a first try whose answer was lost, took it away.
            if (failureCode === 'ImageNotFound')
                continue;
            const reason = [failureCode, failureReason].filter(Boolean).join(': ');
            kept.push({ tag: imageId?.imageTag ?? 'a tag that ECR does not name', reason });
        }
    }
    return kept;
}
/** A repository that is not there holds nothing. */
async function orNone(answer) {
    try {
        return await answer();
    }
    catch (error) {
        if ((0,errors/* errorCode */.CA)(error) === 'RepositoryNotFoundException')
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/aws/ecr.js




/** Kinds of manifest to accept; an index is asked for so that it can be refused by name. */
const MANIFESTS = [
    'application/vnd.docker.distribution.manifest.v2+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.oci.image.index.v1+json',
];
/** The ECR calls over an SDK client. */
function ecrCalls(client) {
    return {
        ...tagCalls(client),
        login: (registryId) => (0,errors/* awsCall */.uF)('ecr:GetAuthorizationToken', 'the registry', async () => {
            const command = new client_ecr_dist_cjs/* GetAuthorizationTokenCommand */.Eu6(registryId ? { registryIds: [registryId] } : {});
            const [data] = (await client.send(command)).authorizationData ?? [];
            return decoded(data?.authorizationToken, data?.proxyEndpoint);
        }),
        repository: (name, registryId) => (0,errors/* awsCall */.uF)('ecr:DescribeRepositories', `repository '${name}'`, async () => {
            const command = new client_ecr_dist_cjs/* DescribeRepositoriesCommand */.pE_({
                repositoryNames: [name],
                ...(registryId && { registryId }),
            });
            const [found] = (await client.send(command)).repositories ?? [];
            if (!found)
                throw new lib_errors/* ActionError */.lZ(`ECR answered DescribeRepositories without '${name}'.`);
            return {
                name,
                immutable: found.imageTagMutability?.startsWith('IMMUTABLE') ?? false,
                exceptions: (found.imageTagMutabilityExclusionFilters ?? []).flatMap(({ filter }) => filter ?? []),
            };
        }),
        // Few runs make a repository, so what it takes is loaded by those.
        createRepository: async (request) => (await __webpack_require__.e(/* import() */ 5933).then(__webpack_require__.bind(__webpack_require__, 5933))).createRepository(client, request),
        putLifecyclePolicy: async (repository, policy) => (await __webpack_require__.e(/* import() */ 5933).then(__webpack_require__.bind(__webpack_require__, 5933))).putLifecyclePolicy(client, repository, policy),
        image: (repository, { tag, digest }, registryId) => (0,errors/* awsCall */.uF)('ecr:BatchGetImage', `repository '${repository}'`, async () => {
            const command = new client_ecr_dist_cjs/* BatchGetImageCommand */.P8n({
                repositoryName: repository,
                imageIds: [{ ...(digest ? { imageDigest: digest } : { imageTag: tag }) }],
                acceptedMediaTypes: MANIFESTS,
                ...(registryId && { registryId }),
            });
            const [found] = (await client.send(command)).images ?? [];
            if (!found?.imageManifest || !found.imageId?.imageDigest)
                return undefined;
            return {
                digest: found.imageId.imageDigest,
                manifest: found.imageManifest,
                mediaType: found.imageManifestMediaType ?? '',
            };
        }),
    };
}
/** The token is base64 of user:password (ECR API reference, AuthorizationData). */
function decoded(token, endpoint) {
    const [username, password] = Buffer.from(token ?? '', 'base64')
        .toString()
        .split(/:(.*)/s);
    if (!username || !password || !endpoint) {
        throw new lib_errors/* ActionError */.lZ('ECR answered GetAuthorizationToken without a usable login.');
    }
    return { username, password, endpoint };
}

;// CONCATENATED MODULE: ./lib/aws/clients.js




/** Makes the clients of a session; they send nothing yet. */
function awsClients({ config, identity, retries }) {
    const appRunner = new dist_cjs/* AppRunnerClient */.fpv(config);
    const ecr = new client_ecr_dist_cjs/* ECRClient */.S70(config);
    return {
        appRunner: appRunnerCalls(appRunner),
        ecr: ecrCalls(ecr),
        identity: () => identity,
        retryUntil: (deadline) => {
            retries.notAfter = deadline;
        },
        logs: async () => (await Promise.all(/* import() */[__webpack_require__.e(303), __webpack_require__.e(8446)]).then(__webpack_require__.bind(__webpack_require__, 8446))).logsCalls(config),
        history: async () => (await __webpack_require__.e(/* import() */ 1929).then(__webpack_require__.bind(__webpack_require__, 1929))).historyCalls(appRunner, ecr),
        domains: async () => (await __webpack_require__.e(/* import() */ 5740).then(__webpack_require__.bind(__webpack_require__, 5740))).domainCalls(appRunner),
        dns: async () => (await Promise.all(/* import() */[__webpack_require__.e(8621), __webpack_require__.e(5580)]).then(__webpack_require__.bind(__webpack_require__, 5580))).dnsCalls(config),
    };
}


/***/ })

};
