import type { Repository } from '../ports.ts';

/**
 * Says whether ECR refuses to move a tag that exists. Exclusion filters turn the repository's
 * rule round for the tags they match; `*` stands for any characters (ECR API reference,
 * ImageTagMutabilityExclusionFilter).
 */
export function isImmutable(repository: Repository, tag: string): boolean {
  const excepted = repository.exceptions.some((filter) => matches(filter, tag));
  return repository.immutable !== excepted;
}

function matches(filter: string, tag: string): boolean {
  const pattern = filter
    .split('*')
    .map((part) => RegExp.escape(part))
    .join('.*');
  return new RegExp(`^${pattern}$`).test(tag);
}
