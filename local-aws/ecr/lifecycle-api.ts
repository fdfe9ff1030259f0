import { AwsError } from '../protocol/aws-error.ts';
import { served } from '../protocol/served.ts';
import type { AwsService } from '../protocol/service.ts';
import {
  type EcrContext,
  invalidParameter,
  namedRepository,
  type RepositoryInput,
} from './context.ts';
import { lifecyclePolicyFault } from './lifecycle-policy.ts';

interface PutInput extends RepositoryInput {
  readonly lifecyclePolicyText: string;
}

function put(context: EcrContext, input: PutInput) {
  const repository = namedRepository(context, input);
  const { lifecyclePolicyText: text } = input;
  const fault = lifecyclePolicyFault(text);
  if (fault) {
    throw invalidParameter('LifecyclePolicyText', `Lifecycle policy validation failure: ${fault}`);
  }
  repository.lifecyclePolicy = { text, at: new Date(context.clock.now()) };
  const { name: repositoryName } = repository;
  return { registryId: context.accountId, repositoryName, lifecyclePolicyText: text };
}

function get(context: EcrContext, input: RepositoryInput) {
  const { name, lifecyclePolicy } = namedRepository(context, input);
  const { accountId } = context;
  if (!lifecyclePolicy) {
    const text = `Lifecycle policy does not exist for the repository with name '${name}' in the registry with id '${accountId}'`;
    throw new AwsError('LifecyclePolicyNotFoundException', text);
  }
  return {
    registryId: accountId,
    repositoryName: name,
    lifecyclePolicyText: lifecyclePolicy.text,
    lastEvaluatedAt: lifecyclePolicy.at,
  };
}

/** The operations on lifecycle policies, which are checked and kept but expire nothing here. */
export function lifecycleOperations(context: EcrContext): AwsService['operations'] {
  return {
    PutLifecyclePolicy: served((input: PutInput) => put(context, input)),
    GetLifecyclePolicy: served((input: RepositoryInput) => get(context, input)),
  };
}
