import { isAccessDenied } from '../aws/errors.ts';
import type { LogGroups } from '../diagnosis/log-groups.ts';
import { ActionError, CancelledError, errorMessage } from '../errors.ts';
import type { Aws, Runner } from '../ports.ts';
import { isTagOf } from '../preview/image-tags.ts';
import type { ImagePlace } from '../teardown/image-place.ts';

/**
 * Removes what the services of previews leave behind. The deletion of the service is the verdict
 * of a run, so what can't be removed is a warning; one about a missing permission comes once.
 */
export class PreviewLeftovers {
  readonly #aws: Aws;
  readonly #tags = new Map<string, Promise<readonly string[]>>();
  readonly #denied = new Set<string>();

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  /**
   * The tags that a preview has in a repository, which is listed once for all previews.
   *
   * @param service the preview's own service name
   * @returns none where they can't be listed, after a warning
   */
  async tagsOf(runner: Runner, service: string, place: ImagePlace): Promise<readonly string[]> {
    const { repository, registryId } = place;
    const key = `${registryId ?? ''}/${repository}`;
    const listing = this.#tags.get(key) ?? this.#aws.ecr.tags(repository, registryId);
    this.#tags.set(key, listing);
    const tags = await this.#orWarn(runner, `${key} tags`, stay(repository), () => listing);
    return (tags ?? []).filter((tag) => isTagOf(service, tag));
  }

  /** Takes the preview's tags away; an image that has others stays. */
  async removeImages(runner: Runner, service: string, place: ImagePlace): Promise<void> {
    const { repository, registryId } = place;
    const tags = await this.tagsOf(runner, service, place);
    if (tags.length === 0) {
      runner.info(`ECR repository '${repository}' has no image of '${service}'.`);
      return;
    }
    const kept = await this.#orWarn(runner, `${registryId}/${repository}`, stay(repository), () =>
      this.#aws.ecr.deleteTags(repository, tags, registryId),
    );
    if (!kept) return;
    const gone = tags.length - kept.length;
    runner.info(
      `Deleted ${count(gone, 'image tag')} of '${service}' in ECR repository '${repository}'.`,
    );
    for (const { tag, reason } of kept) {
      runner.warning(`ECR keeps tag '${tag}' in repository '${repository}': ${reason}`);
    }
  }

  /**
   * Deletes what App Runner and the application have written about the service.
   *
   * @param ended true when the service's deletion has ended: App Runner writes until then
   */
  async removeLogGroups(runner: Runner, groups: LogGroups, ended: boolean): Promise<void> {
    if (!ended) {
      runner.warning(
        'The log groups stay: App Runner writes to them until the service is deleted, and wait is false.',
      );
      return;
    }
    const logs = await this.#aws.logs();
    for (const group of [groups.service, groups.application]) {
      const there = await this.#orWarn(runner, 'logs', `Log group ${group} stays.`, () =>
        logs.deleteGroup(group),
      );
      if (there) runner.info(`Deleted log group ${group}.`);
      else if (there === false) runner.info(`Log group ${group} does not exist.`);
    }
  }

  /** @param subject what a missing permission is about, so that it is told once */
  async #orWarn<T>(
    runner: Runner,
    subject: string,
    what: string,
    work: () => Promise<T>,
  ): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ActionError) || error instanceof CancelledError) throw error;
      const told = isAccessDenied(error) && this.#denied.has(subject);
      if (isAccessDenied(error)) this.#denied.add(subject);
      const text = `${what} ${errorMessage(error)}`;
      if (told) runner.info(text);
      else runner.warning(text);
      return undefined;
    }
  }
}

function stay(repository: string): string {
  return `Images of the preview stay in ECR repository '${repository}'.`;
}

/** A number of things, in words. */
export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
