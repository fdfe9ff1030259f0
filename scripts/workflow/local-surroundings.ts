import type { Permissions } from '../../local-aws/github/http/permissions.ts';
import type { LocalGitHub } from '../../local-aws/github/start.ts';
import type { LocalAws } from '../../local-aws/start.ts';
import type { Surroundings } from './run-job.ts';

/** What jobs run on. */
export interface Place extends Pick<Surroundings, 'action' | 'temp' | 'checkout'> {
  readonly aws: LocalAws;
  readonly github: LocalGitHub;
  /** The machine's environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Jobs that find the local AWS for AWS and the stand-in for GitHub. */
export function localSurroundings({ aws, github, env, ...place }: Place): Surroundings {
  return {
    ...place,
    env: withoutPlaces(env),
    github: { ...github.env, GITHUB_RUN_ID: '1', GITHUB_RUN_ATTEMPT: '1' },
    token: (permissions) => {
      github.permit({ ...NOTHING, ...permissions });
      return github.token;
    },
    credentials: ({ 'aws-region': region = aws.region }) => ({ ...aws.env, AWS_REGION: region }),
  };
}

/** `permissions` that name one take all others away (GitHub, workflow syntax, `permissions`). */
const NOTHING: Permissions = {
  'pull-requests': 'none',
  issues: 'none',
  deployments: 'none',
  contents: 'none',
  metadata: 'read',
};

/** The machine's own AWS and GitHub are no part of a job. */
function withoutPlaces(env: Place['env']): Place['env'] {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(AWS|GITHUB|ACTIONS)_/.test(name)),
  );
}
