/** A policy that a role has. */
export interface Granted {
  /** It is examples/setup/policies/NAME.json. */
  readonly name: string;
  /** The condition of examples/setup/cloudformation.yaml under which the role has it; none for always. */
  readonly condition?: string;
}

/** Something that the action does on demand. */
export interface Feature extends Granted {
  /** Whose role the README's example of its policy is for. */
  readonly of: 'service' | 'previews';
  /** What of the workflow asks for it, in the README's words. */
  readonly asks: string;
}

/** The features in the order in which the documents have them. The first is every role's. */
export const FEATURES: readonly Feature[] = [
  { name: 'deploy', of: 'service', asks: 'every deployment' },
  { name: 'previews', condition: 'ForPreviews', of: 'previews', asks: '`preview`, and `sweep`' },
  {
    name: 'lifecycle',
    condition: 'WithLifecycle',
    of: 'service',
    asks: '`command: pause`, `resume` and `delete`; a deployment that finds the service paused, or what a failed creation or deletion left',
  },
  {
    name: 'tags',
    condition: 'WithTags',
    of: 'service',
    asks: '`tags`, `skip-unchanged`; a service that is deleted and made anew keeps its tags',
  },
  {
    name: 'create-repository',
    condition: 'WithCreateRepository',
    of: 'service',
    asks: '`create-repository`',
  },
  {
    name: 'auto-scaling',
    condition: 'WithAutoScaling',
    of: 'service',
    asks: '`min-size`, `max-size`, `max-concurrency`',
  },
  {
    name: 'latest-revisions',
    condition: 'WithLatestRevisions',
    of: 'service',
    asks: '`auto-scaling-configuration-arn` or `observability-configuration-arn` without a revision',
  },
  {
    name: 'private-service',
    condition: 'WithPrivateService',
    of: 'service',
    asks: '`service-url` of a private service; without it the step says so and goes on',
  },
  {
    name: 'other-image',
    condition: 'WithOtherImage',
    of: 'service',
    asks: '`image` in another repository or account; without it a warning, and the image goes unchecked',
  },
  {
    name: 'code-repository',
    condition: 'WithCodeRepository',
    of: 'service',
    asks: '`source-repository`',
  },
  {
    name: 'instance-role',
    condition: 'WithInstanceRole',
    of: 'service',
    asks: '`instance-role-arn`, or a service that has an instance role',
  },
  {
    name: 'first-service',
    condition: 'WithFirstService',
    of: 'service',
    asks: "the account's first App Runner service",
  },
];

/**
 * The policies of the role with which App Runner pulls: AWSAppRunnerServicePolicyForECRAccess, but for
 * one repository.
 */
export const ACCESS_POLICIES: readonly Granted[] = [
  { name: 'pull' },
  { name: 'pull-other-image', condition: 'WithOtherImage' },
];
