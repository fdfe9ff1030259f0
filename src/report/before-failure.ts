import type { Facts } from '../result.ts';

/** What a run had changed before it failed, in sentences; nothing is half done in silence. */
export function beforeFailure(facts: Facts, pushed: boolean): string {
  const sentences = [
    pushed && facts.imageDigest
      ? `The image was pushed: ${facts.image}@${facts.imageDigest}.`
      : undefined,
    facts.operationId
      ? `App Runner was told to act: operation ${facts.operationId}${facts.operationStatus ? ` is ${facts.operationStatus}` : ''}.`
      : pushed
        ? 'The service was not changed.'
        : undefined,
  ];
  return sentences.filter(Boolean).join(' ');
}
