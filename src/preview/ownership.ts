import { previewName } from './name.ts';
import type { Preview } from './preview.ts';

/**
 * The tags that make a service a preview of ours. `repository` and `commit` are also what
 * skip-unchanged remembers a deployment with, which says the same for a preview.
 */
const KEYS = {
  madeBy: 'apprunner-deploy:made-by',
  repository: 'apprunner-deploy:repository',
  pullRequest: 'apprunner-deploy:pull-request',
  commit: 'apprunner-deploy:commit',
  service: 'apprunner-deploy:service',
} as const;

const MADE_BY = 'preview';

/** Whose preview a service is, as its tags say it. */
export interface Owner {
  /** The service that it is a preview of. */
  readonly of: string;
  /** The repository on GitHub, OWNER/NAME. */
  readonly repository: string;
  readonly pullRequest: number;
}

type Tags = Readonly<Record<string, string>>;

/** The tags of a preview's service. */
export function ownershipTags(preview: Preview): Tags {
  return {
    [KEYS.madeBy]: MADE_BY,
    [KEYS.repository]: preview.repository,
    [KEYS.pullRequest]: `${preview.pullRequest}`,
    [KEYS.commit]: preview.commit,
    [KEYS.service]: preview.of,
  };
}

/** Reads whose preview a service is; undefined when its tags do not say that it is one. */
export function ownerIn(tags: Tags): Owner | undefined {
  const { [KEYS.service]: of, [KEYS.repository]: repository } = tags;
  const number = tags[KEYS.pullRequest] ?? '';
  if (tags[KEYS.madeBy] !== MADE_BY || !of || !repository) return undefined;
  return /^[1-9]\d{0,15}$/.test(number)
    ? { of, repository, pullRequest: Number(number) }
    : undefined;
}

/**
 * Whose preview a service is, when it is one of this repository's. Tags that were copied to a
 * service of another name make it none.
 *
 * @param name of the service
 * @param repository on GitHub, OWNER/NAME
 */
export function ownedBy(repository: string, name: string, tags: Tags): Owner | undefined {
  const owner = ownerIn(tags);
  return owner &&
    sameRepository(owner.repository, repository) &&
    previewName(owner.of, owner.pullRequest) === name
    ? owner
    : undefined;
}

/**
 * What is wrong with a service that has the name of a preview and is not that preview.
 *
 * @param tags of the service
 * @returns undefined when it is that preview
 */
export function foreignText(preview: Preview, tags: Tags): string | undefined {
  const owner = ownedBy(preview.repository, preview.service, tags);
  if (owner?.of === preview.of && owner.pullRequest === preview.pullRequest) return undefined;
  const seen = Object.values(KEYS)
    .filter((key) => key !== KEYS.commit && tags[key] !== undefined)
    .map((key) => `${key}=${tags[key]}`)
    .join(', ');
  return (
    `Service '${preview.service}' is not the preview of '${preview.of}' for pull request ${preview.pullRequest} of ` +
    `${preview.repository}: ${seen ? `its tags say ${seen}` : 'it has none of the tags that this action gives a preview'}. ` +
    `It was not touched. Give one of the two services another name, or delete that one by hand if nobody needs it.`
  );
}

/** GitHub tells no capitals from small letters in the names of owners and repositories. */
function sameRepository(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
