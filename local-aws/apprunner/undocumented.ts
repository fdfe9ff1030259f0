/**
 * What App Runner does where neither documents nor users settle it (docs/live-proof.md has the
 * questions). Each can be played both ways, so that whoever deploys can be tried on both.
 */
export interface Undocumented {
  /**
   * An image named by its digest alone: deployed, refused by the call, or taken by the call and
   * then not pulled.
   */
  readonly digestIdentifiers: 'taken' | 'refused' | 'not-pulled';
  /** UpdateService with the identifier that runs already: the tag is pulled again, or not. */
  readonly sameTagUpdate: 'pulls' | 'keeps';
  /** An OCI index or Docker manifest list under the tag: deployed, or not pulled. */
  readonly ociIndex: 'taken' | 'refused';
  /** UpdateService with an image and no ImageConfiguration; a start command stays in any case. */
  readonly omittedImageConfiguration: 'kept' | 'cleared';
  /** What an ImageConfiguration does not name, such as the port; a start command stays in any case. */
  readonly omittedMembers: 'kept' | 'reset';
  /** Variables and secrets that a map which is sent does not name. */
  readonly omittedMapEntries: 'kept' | 'removed';
  /** What stands before /ID in the name of the log stream of an UPDATE_SERVICE. */
  readonly updateStream: string;
  readonly operationIds: 'dashed' | 'bare';
  /** Operations are listed so many milliseconds after their begin; Infinity is never. */
  readonly listLagMs: number;
  /** UpdateService on a PAUSED service; one that is taken leaves it RUNNING. */
  readonly updateOnPaused: 'refused' | 'taken';
  readonly updateOnCreateFailed: 'repairs' | 'refused';
  /** The log groups of a service that was deleted. */
  readonly logsAfterDelete: 'stay' | 'go';
}

/** What this program plays unless it is told otherwise. */
export const supposed: Undocumented = {
  digestIdentifiers: 'taken',
  sameTagUpdate: 'pulls',
  ociIndex: 'taken',
  omittedImageConfiguration: 'cleared',
  omittedMembers: 'reset',
  omittedMapEntries: 'removed',
  updateStream: 'deployment',
  operationIds: 'dashed',
  listLagMs: 0,
  updateOnPaused: 'refused',
  updateOnCreateFailed: 'repairs',
  logsAfterDelete: 'stay',
};

/** The values of each behaviour, where they are words. */
const words: Readonly<Partial<Record<keyof Undocumented, readonly string[]>>> = {
  digestIdentifiers: ['taken', 'refused', 'not-pulled'],
  sameTagUpdate: ['pulls', 'keeps'],
  ociIndex: ['taken', 'refused'],
  omittedImageConfiguration: ['kept', 'cleared'],
  omittedMembers: ['kept', 'reset'],
  omittedMapEntries: ['kept', 'removed'],
  operationIds: ['dashed', 'bare'],
  updateOnPaused: ['refused', 'taken'],
  updateOnCreateFailed: ['repairs', 'refused'],
  logsAfterDelete: ['stay', 'go'],
};

const readValue = (name: keyof Undocumented, text: string): string | number => {
  const allowed = words[name];
  if (allowed?.includes(text)) return text;
  if (name === 'listLagMs' && /^\d+$/.test(text)) return Number(text);
  if (name === 'listLagMs' && text === 'Infinity') return Number.POSITIVE_INFINITY;
  if (name === 'updateStream' && /^[\w-]+$/.test(text)) return text;
  const must = allowed?.join(' or ') ?? (name === 'listLagMs' ? 'milliseconds' : 'a word');
  throw new Error(`--undocumented ${name} is '${text}', but must be ${must}.`);
};

/**
 * Reads behaviours from texts NAME=VALUE, such as `sameTagUpdate=keeps`. Throws with a sentence
 * that has the names or values there are.
 */
export const readUndocumented = (texts: readonly string[]): Partial<Undocumented> =>
  Object.fromEntries(
    texts.map((text) => {
      const [, given = text, value = ''] = /^([^=]*)=(.*)$/.exec(text) ?? [];
      const names = Object.keys(supposed) as (keyof Undocumented)[];
      const name = names.find((each) => each === given);
      if (name !== undefined) return [name, readValue(name, value)];
      throw new Error(
        `--undocumented is '${text}', but must be NAME=VALUE with one of ${names.join(', ')}.`,
      );
    }),
  );
