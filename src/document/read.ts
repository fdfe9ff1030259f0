import { constants, type FileHandle, open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ActionError, InputError } from '../errors.ts';
import { checkDocument } from './check.ts';
import type { ServiceDocument } from './document.ts';
import { EXTENSIONS, formatOf } from './format.ts';
import { parseDocument } from './parse.ts';
import { inOneLine } from './show.ts';

/** In bytes; far more than the variables of one service take. */
export const LARGEST = 1024 * 1024;

/**
 * Reads the document that the input `service-config` names, and checks it.
 *
 * @param path as the input has it; it may lead out of the workspace
 * @param workspace the directory that a relative path starts from (GITHUB_WORKSPACE)
 * @throws ActionError when the file can't be read, InputError with every problem in it
 */
export async function readServiceConfig(path: string, workspace: string): Promise<ServiceDocument> {
  const input = `Input 'service-config' is '${inOneLine(path)}'`;
  const format = formatOf(path);
  if (!format) {
    throw new InputError([`${input}; allowed: a path that ends with ${EXTENSIONS}.`]);
  }
  const text = decoded(await readBytes(resolve(workspace, path), input), input);
  try {
    return checkDocument(await parseDocument(text, format));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      error.problems.map((problem) => `Input 'service-config', ${inOneLine(path)}: ${problem}`),
    );
  }
}

async function readBytes(file: string, input: string): Promise<Buffer> {
  let handle: FileHandle | undefined;
  try {
    // Without O_NONBLOCK, opening a pipe waits for its writer.
    handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = await handle.stat();
    if (stats.isDirectory()) throw new ActionError(`${input}, which is a directory. Name a file.`);
    if (!stats.isFile()) throw new ActionError(`${input}, which is no regular file.`);
    if (stats.size > LARGEST) {
      throw new ActionError(
        `${input}, a file of ${stats.size} bytes; at most ${LARGEST} are read. Is it the right file?`,
      );
    }
    return await handle.readFile();
  } catch (error) {
    if (error instanceof ActionError) throw error;
    throw new ActionError(`${input}, ${reason(error, file)}`, { cause: error });
  } finally {
    await handle?.close();
  }
}

function reason(error: unknown, file: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const shown = inOneLine(file);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return `and there is no file ${shown}. A path is relative to the workspace (GITHUB_WORKSPACE); does actions/checkout run before this step?`;
  }
  return `and ${shown} can't be read (${code ?? 'no reason given'}).`;
}

/** The text without a byte order mark. */
function decoded(bytes: Buffer, input: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new ActionError(
      `${input}, which is not UTF-8 text (PowerShell's '>' writes UTF-16). Save it as UTF-8.`,
      { cause: error },
    );
  }
}
