import type { LocalAws } from '../../local-aws/start.ts';
import { previewTag } from '../../src/preview/image-tags.ts';
import { previewName } from '../../src/preview/name.ts';
import { ownershipTags } from '../../src/preview/ownership.ts';
import type { Preview } from '../../src/preview/preview.ts';
import type { InputTexts } from './create-inputs.ts';

/** The repository on GitHub whose previews they are. */
export const REPOSITORY = 'octo/hello';

export const TOKEN = 'ghs_0123456789abcdefghijklmnopqrstuvwxyz';

/** The inputs of a sweep over this repository. */
export const SWEEP: InputTexts = { command: 'sweep', 'github-token': TOKEN };

/** Commit `n` of a test, 40 digits. */
export function commit(n: number): string {
  return n.toString(16).padStart(40, '0');
}

/** A preview of `hello`, with some of it otherwise. */
export function createPreview(pullRequest: number, overrides: Partial<Preview> = {}): Preview {
  const { of = 'hello' } = overrides;
  return {
    of,
    service: previewName(of, pullRequest),
    repository: REPOSITORY,
    pullRequest,
    commit: commit(pullRequest),
    ...overrides,
  };
}

/**
 * Puts a preview's service into a local AWS, as a deployment leaves it.
 *
 * @param tags other ones than the preview's
 * @param variables of the service's environment
 * @returns its ARN
 */
export function seedPreview(
  aws: LocalAws,
  preview: Preview,
  tags: Readonly<Record<string, string>> = ownershipTags(preview),
  variables: Readonly<Record<string, string>> = {},
): Promise<string> {
  const registry = `${aws.accountId}.dkr.ecr.${aws.region}.amazonaws.com`;
  return aws.appRunner.seed({
    ServiceName: preview.service,
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    SourceConfiguration: {
      ImageRepository: {
        ImageIdentifier: `${registry}/${preview.of}:${previewTag(preview)}`,
        ImageRepositoryType: 'ECR',
        ImageConfiguration: { RuntimeEnvironmentVariables: variables },
      },
      AutoDeploymentsEnabled: false,
      AuthenticationConfiguration: {
        AccessRoleArn: `arn:aws:iam::${aws.accountId}:role/apprunner-ecr-access`,
      },
    },
  });
}
