import { InputError } from '../../../src/errors.ts';

/** The problems that a check or a reading ends with; none when it ends well. */
export async function problemsOf(act: () => unknown): Promise<readonly string[]> {
  try {
    await act();
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

/** A document with one value at a path. */
export function documentWith(path: string, value: unknown): unknown {
  return path.split('.').reduceRight((inner, name) => ({ [name]: inner }), value);
}
