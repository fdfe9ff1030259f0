import type { Undocumented } from '../../../local-aws/apprunner/undocumented.ts';

/**
 * Every way that App Runner may be found to work, in as few accounts as hold them. That a map
 * which is sent is replaced whole is no question here: users report it, and were it otherwise
 * nobody could take a variable away.
 */
export const WAYS: readonly (readonly [string, Partial<Undocumented>])[] = [
  ['works as is supposed', {}],
  [
    'works the other way in everything',
    {
      digestIdentifiers: 'refused',
      sameTagUpdate: 'keeps',
      ociIndex: 'refused',
      omittedImageConfiguration: 'kept',
      omittedMembers: 'kept',
      updateStream: 'update-service',
      operationIds: 'bare',
      listLagMs: 10_000,
      updateOnPaused: 'taken',
      updateOnCreateFailed: 'refused',
      logsAfterDelete: 'go',
    },
  ],
  [
    'pulls no digests and never lists operations',
    { digestIdentifiers: 'not-pulled', listLagMs: Number.POSITIVE_INFINITY },
  ],
];
