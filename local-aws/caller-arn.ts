/** The one user of the local account. */
export const callerArn = (accountId: string): string => `arn:aws:iam::${accountId}:user/local`;
