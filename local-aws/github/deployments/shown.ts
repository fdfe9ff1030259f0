import type { getOctokit } from '@actions/github';
import { nodeId, shownAccount, shownApp } from '../http/accounts.ts';
import type { Links } from '../http/links.ts';
import { shownTime } from '../repository/dates.ts';
import type { Repository } from '../repository/repository.ts';
import type { Deployment, DeploymentStatus } from './store.ts';

type Repos = ReturnType<typeof getOctokit>['rest']['repos'];
type ShownDeployment = Awaited<ReturnType<Repos['getDeployment']>>['data'];
type ShownStatus = Awaited<ReturnType<Repos['getDeploymentStatus']>>['data'];

/** A deployment as answers have it: GitHub's schema "deployment". */
export function shownDeployment(
  { fullName }: Repository,
  deployment: Deployment,
  links: Links,
): ShownDeployment {
  const { id, creator } = deployment;
  const repository_url = `${links.api}/repos/${fullName}`;
  const url = `${repository_url}/deployments/${id}`;
  return {
    url,
    id,
    node_id: nodeId('Deployment', id),
    task: deployment.task,
    original_environment: deployment.originalEnvironment,
    environment: deployment.environment,
    description: deployment.description,
    created_at: shownTime(deployment.createdAt),
    updated_at: shownTime(deployment.updatedAt),
    statuses_url: `${url}/statuses`,
    repository_url,
    creator: shownAccount(creator, links),
    sha: deployment.sha,
    ref: deployment.ref,
    payload: deployment.payload,
    transient_environment: deployment.transient,
    production_environment: deployment.production,
    performed_via_github_app: shownApp(creator, links),
  };
}

/** A state as answers have it: GitHub's schema "deployment-status". */
export function shownStatus(
  { fullName }: Repository,
  deployment: number,
  { id, creator, createdAt, ...status }: DeploymentStatus,
  links: Links,
): ShownStatus {
  const repository_url = `${links.api}/repos/${fullName}`;
  const deployment_url = `${repository_url}/deployments/${deployment}`;
  return {
    url: `${deployment_url}/statuses/${id}`,
    id,
    node_id: nodeId('DeploymentStatus', id),
    state: status.state,
    creator: shownAccount(creator, links),
    description: status.description,
    environment: status.environment,
    target_url: status.logUrl,
    created_at: shownTime(createdAt),
    updated_at: shownTime(createdAt),
    deployment_url,
    repository_url,
    environment_url: status.environmentUrl,
    log_url: status.logUrl,
    performed_via_github_app: shownApp(creator, links),
  };
}
