import type { PushedImage } from '../ports.ts';
import type { Previous, Source } from './previous.ts';

/** Tags that are offered where there is nothing else to go back to. */
const OFFERED = 5;

const BY: Readonly<Record<Source, string>> = {
  tags: 'as tags of the service remember',
  'event log': "as App Runner's event log tells",
  pushes:
    'by the times of pushes to ECR and of deployments: neither tags of the service nor its event log tell',
};

/** How it is known which image ran before. */
export function sourceText(source: Source): string {
  return BY[source];
}

/**
 * Why there is no image to go back to, and what to do.
 *
 * @param current the ImageIdentifier that the service has
 * @param images of its repository; undefined where they could not be read
 */
export function nowhereText(
  service: string,
  current: string,
  previous: Exclude<Previous, { kind: 'found' }>,
  repository: string | undefined,
  images: readonly PushedImage[] | undefined,
): string {
  const remedy = remedyText(current, repository, images);
  switch (previous.kind) {
    case 'gone':
      return (
        `Service '${service}' ran ${previous.identifier} before ${current}, and ECR repository '${repository}' does not have that image any more: ` +
        `it was deleted, or a lifecycle policy let it expire. ${remedy}`
      );
    case 'none':
      return `There is nothing to go back to: App Runner knows of no other image that service '${service}' ran before ${current}. ${remedy}`;
    case 'unknown':
      return (
        `Which image service '${service}' ran before ${current} can't be told: its event log is incomplete or may not be read, ` +
        `tags were moved to other images, or ECR lists none that fits. ${remedy}`
      );
  }
}

function remedyText(
  current: string,
  repository: string | undefined,
  images: readonly PushedImage[] = [],
): string {
  const name = "Name the image to go back to in 'image-tags' or 'image'";
  const tags = images
    .toSorted((a, b) => b.pushedAt - a.pushedAt)
    .flatMap((image) => image.tags)
    .filter((tag) => !current.endsWith(`:${tag}`))
    .slice(0, OFFERED);
  return tags.length === 0
    ? `${name}, or build the version anew and deploy it.`
    : `${name}; the newest others in '${repository}' have the tags ${tags.join(', ')}.`;
}
