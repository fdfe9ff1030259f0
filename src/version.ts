/** The version in package.json, which a test compares: a run reads no file to know it. */
export const VERSION = '0.1.0';

/** How this action names itself to AWS, GitHub, registries and the service it asks. */
export const USER_AGENT = `apprunner-deploy/${VERSION}`;
