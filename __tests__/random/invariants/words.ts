import type { Invariant } from './invariant.ts';

export const neverASecret: Invariant = ({ log, outputs, summaries, secrets }) => {
  const shown = { log: log.join('\n'), outputs: JSON.stringify(outputs), summary: `${summaries}` };
  return Object.entries(shown).flatMap(([place, text]) =>
    secrets
      .filter((secret) => text.includes(secret) || text.includes(encodeURIComponent(secret)))
      .map((secret) => `${place} holds the secret ${secret}`),
  );
};

export const oneErrorThatNamesIt: Invariant = ({ code, log }) => {
  const errors = log.filter((line) => line.startsWith('error: '));
  if (code === 0) return errors.length === 0 ? [] : [`it succeeds with the error ${errors[0]}`];
  if (code === undefined) return [];
  if (errors.length !== 1) return [`it fails with ${errors.length} error annotations`];
  const [error = ''] = errors;
  const wrong = [];
  if (
    !/^error: Cancelled: |hello|apprunner:|sts:|ecr:|operation|Operation|[Ss]ervice/.test(error)
  ) {
    wrong.push(`its error names nothing: ${error}`);
  }
  if (/fault in the action itself|undefined|\[object/.test(error)) {
    wrong.push(`its error is not one for users: ${error}`);
  }
  return wrong;
};
