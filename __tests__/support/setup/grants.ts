import { listed, type Policy } from '../../../scripts/setup/policies.ts';

/** One action on one resource that a policy allows. */
export interface Grant {
  readonly action: string;
  /** An ARN with IAM's wildcards. */
  readonly resource: string;
  readonly conditions: Readonly<Record<string, string>>;
}

/** Something that IAM is asked about a call: an action on a resource. */
export interface Need {
  readonly action: string;
  readonly resource: string;
  /** What the call says of the keys that conditions may be about. */
  readonly context?: Readonly<Record<string, string>>;
}

/** Every action on every resource that policies allow, one by one. */
export function grantsOf(policies: readonly Policy[]): readonly Grant[] {
  return policies.flatMap(({ Statement }) =>
    Statement.flatMap(({ Action, Resource, Condition }) =>
      listed(Action).flatMap((action) =>
        listed(Resource).map((resource) => ({
          action,
          resource,
          conditions: Condition?.StringEquals ?? {},
        })),
      ),
    ),
  );
}

/** The grants that cover a need. */
export function covering(grants: readonly Grant[], need: Need): readonly Grant[] {
  return grants.filter(
    ({ action, resource, conditions }) =>
      action === need.action &&
      like(resource, need.resource) &&
      Object.entries(conditions).every(([key, value]) => need.context?.[key] === value),
  );
}

/** A grant in words, for the name of a test. */
export function named({ action, resource }: Grant): string {
  return `${action} on ${resource.replace(/^arn:aws:\w+:[\w-]*:\d*:/, '')}`;
}

/** IAM's wildcard `*` for any text. */
function like(pattern: string, value: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(value);
}
