import { createHash } from 'node:crypto';

/** App Runner takes service names of 4 to 40 characters (API model, ServiceName). */
const LONGEST = 40;

/** Hex digits of the hash that stands for the end of a long service name. */
const HASH_DIGITS = 10;

/** The end of every preview's name; a pull request's number starts with no 0. */
const END = /-pr-([1-9]\d{0,15})$/;

/**
 * The service name of a pull request's preview: `<service>-pr-<number>`. What would be longer than
 * App Runner takes keeps the start of the service's name and gets a hash over all of it, so that
 * services which start alike have different previews. The same service and number always give the
 * same name.
 *
 * @param service a name that App Runner takes
 * @param pullRequest its number
 */
export function previewName(service: string, pullRequest: number): string {
  const end = `-pr-${pullRequest}`;
  if (service.length + end.length <= LONGEST) return `${service}${end}`;
  const hash = createHash('sha256').update(service).digest('hex').slice(0, HASH_DIGITS);
  return `${service.slice(0, LONGEST - end.length - HASH_DIGITS - 1)}-${hash}${end}`;
}

/**
 * The pull request that a service's name speaks of, when it has the shape of a preview's name.
 * Only the tags of the service can tell that it is one.
 *
 * @param service the service that it has to be a preview of; any when it is undefined
 * @returns undefined for a name that no preview has
 */
export function couldBePreview(name: string, service?: string): number | undefined {
  const number = Number(END.exec(name)?.[1]);
  if (!Number.isSafeInteger(number)) return undefined;
  return service === undefined || previewName(service, number) === name ? number : undefined;
}
