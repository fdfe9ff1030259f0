import type { Preview } from './preview.ts';

/** The tag of the image that is built for a commit of a preview; ECR takes 128 characters. */
export function previewTag({ service, commit }: Pick<Preview, 'service' | 'commit'>): string {
  return `${service}-${commit}`;
}

const COMMIT = /^[0-9a-f]{40}$/;

/**
 * True when a tag is one that previewTag makes for this preview. The whole of it is looked at:
 * `hello-pr-70-…` starts with `hello-pr-7` and is another preview's.
 *
 * @param service the preview's own service name
 */
export function isTagOf(service: string, tag: string): boolean {
  return tag.startsWith(`${service}-`) && COMMIT.test(tag.slice(service.length + 1));
}
