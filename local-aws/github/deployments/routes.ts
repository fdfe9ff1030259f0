import { notFound, validationFailed } from '../http/github-error.ts';
import { need } from '../http/permissions.ts';
import { type EndpointRequest, idOf, listReply, type Reply, type Route } from '../http/route.ts';
import { createDeployment } from './create.ts';
import { shownDeployment, shownStatus } from './shown.ts';
import { createStatus } from './statuses.ts';
import { type Deployment, stateOf } from './store.ts';

function askedDeployment(request: EndpointRequest): Deployment {
  const deployment = request.repository.deployments.find(idOf(request, 'deployment'));
  if (deployment) return deployment;
  throw notFound();
}

/** Whether a deployment is what every filter that is given asks for; `none` is none. */
function isAsked(deployment: Deployment, query: URLSearchParams): boolean {
  const { environment, ref, sha, task } = deployment;
  return Object.entries({ environment, ref, sha, task }).every(([name, value]) => {
    const filter = query.get(name);
    return !filter || filter === 'none' || filter === value;
  });
}

function list(request: EndpointRequest): Reply {
  const { repository, query, links } = request;
  const newestFirst = repository.deployments.all().toReversed();
  const asked = newestFirst.filter((deployment) => isAsked(deployment, query));
  return listReply(request, '/deployments', asked, (deployment) =>
    shownDeployment(repository, deployment, links),
  );
}

function listStatuses(request: EndpointRequest): Reply {
  const { id, statuses } = askedDeployment(request);
  const newestFirst = statuses.toReversed();
  return listReply(request, `/deployments/${id}/statuses`, newestFirst, (status) =>
    shownStatus(request.repository, id, status, request.links),
  );
}

function getStatus(request: EndpointRequest): Reply {
  const { id, statuses } = askedDeployment(request);
  const status = statuses.find((each) => each.id === idOf(request, 'status'));
  if (!status) throw notFound();
  return { status: 200, body: shownStatus(request.repository, id, status, request.links) };
}

/** By the documentation a status other than success is what makes a deployment inactive. */
function remove(request: EndpointRequest): Reply {
  const { deployments } = request.repository;
  const deployment = askedDeployment(request);
  const { id, environment } = deployment;
  const state = stateOf(deployment);
  const alone = !deployments
    .all()
    .some((other) => other.id !== id && other.environment === environment);
  if (!alone && (state === undefined || state === 'success')) {
    throw validationFailed(
      'We cannot delete an active deployment unless it is the only deployment in a given environment.',
    );
  }
  deployments.delete(id);
  return { status: 204 };
}

const read = need('deployments', 'read');
const write = need('deployments', 'write');

/** https://docs.github.com/en/rest/deployments/deployments and .../statuses */
export const deploymentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/deployments',
    page: 'deployments/deployments#list-deployments',
    needs: read,
    handle: list,
  },
  {
    method: 'POST',
    path: '/deployments',
    page: 'deployments/deployments#create-a-deployment',
    needs: write,
    handle: createDeployment,
  },
  {
    method: 'GET',
    path: '/deployments/{deployment}',
    page: 'deployments/deployments#get-a-deployment',
    needs: read,
    handle: (request) => ({
      status: 200,
      body: shownDeployment(request.repository, askedDeployment(request), request.links),
    }),
  },
  {
    method: 'DELETE',
    path: '/deployments/{deployment}',
    page: 'deployments/deployments#delete-a-deployment',
    needs: write,
    handle: remove,
  },
  {
    method: 'GET',
    path: '/deployments/{deployment}/statuses',
    page: 'deployments/statuses#list-deployment-statuses',
    needs: read,
    handle: listStatuses,
  },
  {
    method: 'POST',
    path: '/deployments/{deployment}/statuses',
    page: 'deployments/statuses#create-a-deployment-status',
    needs: write,
    handle: (request) => createStatus(request, askedDeployment(request)),
  },
  {
    method: 'GET',
    path: '/deployments/{deployment}/statuses/{status}',
    page: 'deployments/statuses#get-a-deployment-status',
    needs: read,
    handle: getStatus,
  },
];
