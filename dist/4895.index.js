export const id = 4895;
export const ids = [4895];
export const modules = {

/***/ 7276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ knownWords),
/* harmony export */   S: () => (/* binding */ SAID),
/* harmony export */   knownRefusal: () => (/* binding */ knownRefusal)
/* harmony export */ });
/**
 * What App Runner says where nothing of the application ran: in its log, or as the refusal of a
 * call. The texts are those that users report, AWS documents none.
 */
const SAID = [
    {
        says: /error in assuming access role|failed to assume access.?role/i,
        cause: 'App Runner could not assume the access role',
        remedy: 'Let build.apprunner.amazonaws.com assume the role in its trust policy, and check access-role-arn. A role made just now takes some seconds to work.',
    },
    {
        says: /error in assuming instance role|failed to assume instance.?role/i,
        cause: 'App Runner could not assume the instance role',
        remedy: 'Let tasks.apprunner.amazonaws.com assume the role in its trust policy, and check instance-role-arn. A role made just now takes some seconds to work.',
    },
    {
        says: /Invalid Access Role in AuthenticationConfiguration/i,
        onlyBeforeStart: true,
        cause: 'App Runner could not pull the image with the access role',
        remedy: 'The role of access-role-arn has to trust build.apprunner.amazonaws.com (not apprunner.amazonaws.com) and to have the policy AWSAppRunnerServicePolicyForECRAccess.',
    },
    {
        says: /ECR image doesn't exist/i,
        onlyBeforeStart: true,
        cause: 'the image is not in ECR',
        remedy: 'Push the tag that the service names, or deploy one that exists.',
    },
    {
        says: /Failed to (?:copy the image from ECR|pull your application image)/i,
        onlyBeforeStart: true,
        cause: 'App Runner could not copy the image from ECR',
        remedy: 'Check that the tag is in ECR, that it is a linux/amd64 image, and that the access role may pull it (policy AWSAppRunnerServicePolicyForECRAccess).',
    },
    {
        says: /low vCPU limit/i,
        cause: "the account's limit of Fargate On-Demand vCPUs is reached",
        remedy: 'Ask for more in Service Quotas (Fargate, On-Demand vCPU resource count), or lower cpu or the number of instances. A deployment needs room for the old and the new instances at once.',
    },
    {
        says: /Instance Role have to be provided/i,
        cause: 'the service has secrets and no instance role',
        remedy: 'Set instance-role-arn to a role that may read the secrets of environment-secrets.',
    },
    {
        says: /not authori[sz]ed to perform: iam:PassRole/i,
        cause: 'the credentials may not hand the role over to App Runner',
        remedy: 'Allow iam:PassRole on that role in the policy of the role that deploys.',
    },
    {
        says: /secretsmanager|\bssm:|Secrets Manager|Parameter Store|(?:fetch|retriev|read|pull|resolv)\w* (?:the )?secret/i,
        cause: 'App Runner could not read a secret or parameter of environment-secrets',
        remedy: 'Check that each ARN exists in the Region of the service, and that the instance role may read it: secretsmanager:GetSecretValue, ssm:GetParameters, and kms:Decrypt for a key of your own.',
    },
    {
        says: /PENDING_HANDSHAKE|connection\b.{0,40}\b(?:isn't|is not) (?:valid|available)/i,
        cause: 'the connection to the code repository can not be used',
        remedy: 'Name one in connection-arn that is AVAILABLE and in the Region of the service. A new one waits for its handshake: complete that in the App Runner console, Connected accounts.',
    },
    {
        says: /Failed to (?:retrieve the latest commit|pull (?:repository|(?:your application )?source code))/i,
        onlyBeforeStart: true,
        cause: 'App Runner could not read the code repository',
        remedy: 'Check that source-repository and source-branch exist, that the connection of connection-arn is AVAILABLE, and that the app AWS Connector may read this repository (settings of the GitHub or Bitbucket account).',
    },
    {
        says: /service with the provided name already exists/i,
        cause: 'a service of this name exists already',
        remedy: 'Run again to update it. A service that failed to be created holds its name until it is deleted.',
    },
    {
        says: /ServiceQuotaExceeded|quota.*(?:exceeded|reached)|limit exceeded/i,
        cause: 'a quota of App Runner is used up',
        remedy: 'Delete services that are no longer needed (failed ones count too), or ask for a higher quota in Service Quotas.',
    },
    {
        says: /doesn't support automatic deployments for an image in an ECR Public/i,
        cause: 'App Runner makes no automatic deployments from ECR Public',
        remedy: 'Set auto-deployments: false.',
    },
    {
        says: /ConfigurationSource cannot be changed/i,
        cause: 'a service that failed to be created can not get its configuration from elsewhere',
        remedy: 'Delete the service (command: delete) and deploy again.',
    },
];
/** What words of AWS's mean, where they do not say what to do; undefined for others. */
function knownWords(words) {
    const found = SAID.find(({ says }) => says.test(words));
    return found && { cause: found.cause, remedy: found.remedy };
}
/**
 * What a call's refusal means, where AWS's words do not say what to do.
 *
 * @param code such as InvalidRequestException
 */
function knownRefusal(code, message) {
    return knownWords(`${code}: ${message}`);
}


/***/ })

};
