import { asked } from './errors.ts';
import type { GitHub, RecordedDeployment } from './port.ts';
import { type Octokit, ONCE, PAGE, type Repository } from './requests.ts';

/** Characters that GitHub takes for the description of a state (REST API, deployment statuses). */
const DESCRIPTION_CHARACTERS = 140;

/** The calls about deployments that GitHub has on record. */
export function deploymentCalls(
  { rest, paginate }: Octokit,
  where: Repository,
): Pick<GitHub, 'createDeployment' | 'setDeploymentStatus' | 'deployments'> {
  const repository = `${where.owner}/${where.repo}`;
  return {
    createDeployment: ({ ref, environment, transient, description }) => {
      const what = `record a deployment of ${repository} to ${environment}`;
      return asked(what, 'deployments: write', async () => {
        const { data } = await rest.repos.createDeployment({
          ...where,
          ...ONCE,
          ref,
          environment,
          description,
          // This very commit is deployed, whatever its checks say: the job itself is one of them.
          auto_merge: false,
          required_contexts: [],
          transient_environment: transient,
          // For the others GitHub goes by the name: 'production' is one.
          ...(transient && { production_environment: false }),
        });
        if ('id' in data) return data.id;
        throw new Error(data.message ?? 'the answer has no deployment in it');
      });
    },

    setDeploymentStatus: (deployment, { state, environmentUrl, logUrl, description }) => {
      const what = `record deployment ${deployment} of ${repository} as ${state}`;
      return asked(what, 'deployments: write', async () => {
        // Not once only: a state that is told twice is the same state.
        await rest.repos.createDeploymentStatus({
          ...where,
          deployment_id: deployment,
          state,
          ...(environmentUrl !== undefined && { environment_url: environmentUrl }),
          ...(logUrl !== undefined && { log_url: logUrl }),
          ...(description !== undefined && { description: clipped(description) }),
        });
      });
    },

    deployments: (environment) => {
      const what = `list the deployments of ${repository} to ${environment}`;
      // Reading alone would do with less, but it is done to write.
      return asked(what, 'deployments: write', async () => {
        const found: RecordedDeployment[] = [];
        const query = { ...where, ...PAGE, environment };
        for await (const { data } of paginate.iterator(rest.repos.listDeployments, query)) {
          for (const { id, sha } of data) found.push({ id, sha });
        }
        return found.sort((one, other) => other.id - one.id);
      });
    },
  };
}

function clipped(description: string): string {
  const characters = Array.from(description);
  if (characters.length <= DESCRIPTION_CHARACTERS) return description;
  return `${characters.slice(0, DESCRIPTION_CHARACTERS - 1).join('')}…`;
}
