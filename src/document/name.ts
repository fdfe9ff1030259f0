import { InputError } from '../errors.ts';
import type { ServiceDocument } from './document.ts';

/**
 * Makes sure that a document is about the service that the run deploys.
 *
 * @param service the input `service`
 * @throws InputError when the document names another
 */
export function checkName(document: ServiceDocument, service: string): void {
  const { ServiceName: named } = document;
  if (named === undefined || named === service) return;
  throw new InputError([
    `Input 'service' is '${service}', and the document of input 'service-config' has ServiceName '${named}'. Make them equal, or remove ServiceName from the document.`,
  ]);
}
