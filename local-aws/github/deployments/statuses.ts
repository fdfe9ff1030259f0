import { flagOf, readBody, textOf } from '../http/body.ts';
import { type FieldError, validationFailed } from '../http/github-error.ts';
import type { EndpointRequest, Reply } from '../http/route.ts';
import { shownStatus } from './shown.ts';
import { type Deployment, type DeploymentStore, stateOf, states } from './store.ts';

const schema = {
  required: ['state'],
  members: {
    state: ['string'],
    target_url: ['string'],
    log_url: ['string'],
    description: ['string'],
    environment: ['string'],
    environment_url: ['string'],
    auto_inactive: ['boolean'],
  },
} as const;

const longestDescription = 140;

function isAddress(text: string): boolean {
  return /^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : '');
}

const wrong = (field: string, message: string): FieldError => ({
  resource: 'DeploymentStatus',
  code: 'custom',
  field,
  message: `${field} ${message}`,
});

/** What is wrong with the texts of a status; each is one entry of `errors`. */
function wrongs(texts: ReadonlyMap<string, string>): FieldError[] {
  const addresses = ['target_url', 'log_url', 'environment_url'].filter((name) => {
    const text = texts.get(name);
    return text && !isAddress(text);
  });
  const state = texts.get('state');
  const tooLong = [...(texts.get('description') ?? '')].length > longestDescription;
  return [
    ...(states.some((each) => each === state)
      ? []
      : [wrong('state', 'is not included in the list')]),
    ...(tooLong
      ? [wrong('description', `is too long (maximum is ${longestDescription} characters)`)]
      : []),
    ...addresses.map((name) => wrong(name, 'must use http(s) scheme')),
  ];
}

/** Earlier deployments that a success takes the place of: not transient, not for production. */
function replaced(store: DeploymentStore, { id, environment }: Deployment): readonly Deployment[] {
  return store
    .all()
    .filter((other) => other.id < id && other.environment === environment)
    .filter((other) => !other.transient && !other.production && stateOf(other) === 'success');
}

/**
 * POST of a deployment's status as https://docs.github.com/en/rest/deployments/statuses describes
 * it; "Inactive deployments" of the page beside it says what a success does to earlier ones.
 * Throws 422; the texts are those that users report (Shopify/shipit-engine issue 1004 for the
 * description, bobheadxi/deployments for URLs, commit statuses for the state).
 */
export function createStatus(request: EndpointRequest, deployment: Deployment): Reply {
  const { repository, caller: creator, links } = request;
  const { deployments } = repository;
  const body = readBody(request.body, schema);
  const texts = new Map(
    Object.keys(schema.members).flatMap((name) => {
      const text = textOf(body, name);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
  const errors = wrongs(texts);
  const state = states.find((each) => each === texts.get('state'));
  if (errors.length > 0 || state === undefined) throw validationFailed(...errors);
  const environment = texts.get('environment') || deployment.environment;
  const status = deployments.addStatus(deployment, {
    state,
    description: texts.get('description') ?? '',
    environment,
    environmentUrl: texts.get('environment_url') ?? '',
    logUrl: texts.get('log_url') || texts.get('target_url') || '',
    creator,
  });
  if (state === 'success' && flagOf(body, 'auto_inactive') !== false) {
    const none = { description: '', environmentUrl: '', logUrl: '' };
    for (const other of replaced(deployments, { ...deployment, environment })) {
      deployments.addStatus(other, { state: 'inactive', environment, creator, ...none });
    }
  }
  const answer = shownStatus(repository, deployment.id, status, links);
  return { status: 201, body: answer, headers: { location: answer.url } };
}
