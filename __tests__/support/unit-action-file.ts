import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What the tests need of action.yml. */
export interface ActionFile {
  readonly inputs: Readonly<
    Record<string, { readonly default?: string; readonly required?: boolean }>
  >;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/** action.yml of this repository. */
export function actionFile(): ActionFile {
  return parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'));
}
