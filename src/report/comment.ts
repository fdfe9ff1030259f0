import type { About } from './about.ts';
import { marker } from './marker.ts';
import { COMMENT_LENGTH, type Told, toldMarkdown } from './told.ts';

/**
 * The comment about a service on a pull request, below GitHub's limit.
 *
 * @param service the service that the comment is found again by; of a preview the one that it is
 *   a preview of
 */
export function commentBody(service: string, about: About, told: Told): string {
  return `${marker(service)}\n\n${toldMarkdown(about, told, COMMENT_LENGTH)}\n`;
}
