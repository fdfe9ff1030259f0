import { AwsError } from '../protocol/aws-error.ts';
import { served } from '../protocol/served.ts';
import type { AwsService } from '../protocol/service.ts';
import { type EcrContext, invalidParameter, namedRepository } from './context.ts';
import type { Repository } from './repository.ts';

/** A tag of a resource, not of an image. */
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

const maximum = 50;

/** Checks tags by the rules that are not in ECR's model. Throws InvalidTagParameterException. */
export function checkTags(tags: readonly Tag[]): void {
  const refuse = (message: string) => new AwsError('InvalidTagParameterException', message);
  for (const { Key, Value } of tags) {
    if (Key.length < 1 || Key.length > 128) throw refuse('Tag keys have 1 to 128 characters');
    if (Value.length > 256) throw refuse('Tag values have at most 256 characters');
    if (Key.toLowerCase().startsWith('aws:')) throw refuse(`Tag key '${Key}' is reserved for AWS`);
  }
  if (tags.length > maximum) {
    throw new AwsError('TooManyTagsException', `A repository has at most ${maximum} tags`);
  }
}

function taggedRepository(context: EcrContext, arn: string): Repository {
  const [, registryId, repositoryName] =
    /^arn:aws:ecr:[^:]+:(\d{12}):repository\/(.+)$/.exec(arn) ?? [];
  if (!registryId || !repositoryName) throw invalidParameter('resourceArn', 'Invalid ARN');
  return namedRepository(context, { registryId, repositoryName });
}

const listed = (tags: ReadonlyMap<string, string>): Tag[] =>
  [...tags].map(([Key, Value]) => ({ Key, Value }));

function tag(context: EcrContext, resourceArn: string, tags: readonly Tag[]) {
  const { resourceTags } = taggedRepository(context, resourceArn);
  const merged = new Map([...resourceTags, ...tags.map(({ Key, Value }) => [Key, Value] as const)]);
  checkTags(listed(merged));
  for (const [key, value] of merged) resourceTags.set(key, value);
  return {};
}

/** The operations on a repository's resource tags. */
export function resourceTagOperations(context: EcrContext): AwsService['operations'] {
  return {
    TagResource: served(({ resourceArn, tags }: { resourceArn: string; tags: Tag[] }) =>
      tag(context, resourceArn, tags),
    ),
    ListTagsForResource: served(({ resourceArn }: { resourceArn: string }) => ({
      tags: listed(taggedRepository(context, resourceArn).resourceTags),
    })),
  };
}
