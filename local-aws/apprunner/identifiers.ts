import type { SourceConfiguration } from './shapes.ts';

/** A service's ARN; `id` is 32 hex digits. */
export const serviceArn = (region: string, accountId: string, name: string, id: string): string =>
  `arn:aws:apprunner:${region}:${accountId}:service/${name}/${id}`;

/** A UUID without its dashes, as stream names and service ids have it. */
export const withoutDashes = (uuid: string): string => uuid.replaceAll('-', '');

/** Parts of an image identifier. Without tag and digest the tag is `latest`, as for Docker. */
export interface ImageName {
  readonly host: string;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** Splits HOST/REPOSITORY[:TAG][@DIGEST]. */
export const parseImageIdentifier = (identifier: string): ImageName => {
  const slash = identifier.indexOf('/');
  const host = identifier.slice(0, slash);
  const [name = '', digest] = identifier.slice(slash + 1).split('@');
  const [repository = '', tag] = name.split(':');
  return { host, repository, tag: tag ?? (digest === undefined ? 'latest' : undefined), digest };
};

/** The account in a private ECR host, or undefined for other hosts. */
export const registryAccount = (identifier: string): string | undefined =>
  /^(\d{12})\.dkr\.ecr\./.exec(identifier)?.[1];

/** The account in an IAM role ARN. */
export const roleAccount = (roleArn: string): string | undefined => roleArn.split(':')[4];

/** What a service is made from in one word: the image's identifier, or URL#BRANCH of its code. */
export const sourceName = ({ ImageRepository, CodeRepository }: SourceConfiguration): string =>
  CodeRepository === undefined
    ? (ImageRepository?.ImageIdentifier ?? '')
    : `${CodeRepository.RepositoryUrl}#${CodeRepository.SourceCodeVersion.Value}`;
