/** A `uses` that is not pinned as it has to be. */
export interface Unpinned {
  /** Its line in the text, from 1. */
  readonly line: number;
  readonly uses: string;
}

const USES = /^\s*(?:- )?uses:\s*(?<uses>.+?)\s*$/;

/** A commit, and the version that it is, for people and for Dependabot. */
const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$/;

/** This project's own directory. */
const LOCAL = /^\.\/[\w./-]*$/;

/** Documents leave the commit of what nobody has chosen yet to the reader. */
const PLACEHOLDER = /^[\w./-]+@COMMIT( #.*)?$/;

/**
 * Finds every `uses` of a workflow, or of a document with pieces of workflows, that is neither
 * this project's own, nor a commit with its version in a comment.
 *
 * @param documents whether `@COMMIT` may stand for a commit, as in a document
 */
export function unpinned(text: string, documents: boolean): Unpinned[] {
  return text.split('\n').flatMap((source, index) => {
    const uses = USES.exec(source)?.groups?.uses;
    if (uses === undefined || PINNED.test(uses) || LOCAL.test(uses)) return [];
    return documents && PLACEHOLDER.test(uses) ? [] : [{ line: index + 1, uses }];
  });
}
