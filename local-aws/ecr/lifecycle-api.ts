import { AwsError } from '../protocol/aws-error.ts';
import { served } from '../protocol/served.ts';
import type { AwsService } from '../protocol/service.ts';
import {
  type EcrContext,
  invalidParameter,
  namedRepository,
  type RepositoryInput,
} from './context.ts';

interface PutInput extends RepositoryInput {
  readonly lifecyclePolicyText: string;
}

interface Rule {
  readonly rulePriority?: unknown;
  readonly selection?: {
    readonly tagStatus?: string;
    readonly tagPrefixList?: readonly string[];
    readonly tagPatternList?: readonly string[];
    readonly countType?: string;
    readonly countUnit?: string;
    readonly countNumber?: unknown;
  };
  readonly action?: { readonly type?: string };
}

const isPositive = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1;

function ruleFault({ rulePriority, selection = {}, action }: Rule): string | undefined {
  if (!isPositive(rulePriority)) return 'rulePriority must be a positive integer';
  const { tagStatus = '', tagPrefixList, tagPatternList, countType = '', countUnit } = selection;
  const named = tagPrefixList !== undefined || tagPatternList !== undefined;
  if (!['tagged', 'untagged', 'any'].includes(tagStatus)) {
    return "tagStatus must be one of 'tagged', 'untagged', 'any'";
  }
  if ((tagStatus === 'tagged') !== named) {
    return "tagPrefixList or tagPatternList goes with tagStatus 'tagged' and only with it";
  }
  if (!['imageCountMoreThan', 'sinceImagePushed'].includes(countType)) {
    return "countType must be one of 'imageCountMoreThan', 'sinceImagePushed'";
  }
  if ((countType === 'sinceImagePushed') !== (countUnit === 'days')) {
    return "countUnit 'days' goes with countType 'sinceImagePushed' and only with it";
  }
  if (!isPositive(selection.countNumber)) return 'countNumber must be a positive integer';
  return action?.type === 'expire' ? undefined : "action.type must be 'expire'";
}

/** What is wrong with a policy's text by the rules of ECR's user guide. */
function policyFault(text: string): string | undefined {
  let rules: unknown;
  try {
    ({ rules } = JSON.parse(text));
  } catch {
    return 'could not parse the policy as JSON';
  }
  if (!Array.isArray(rules) || rules.length === 0) return 'rules must be a list with a rule';
  const typed: readonly Rule[] = rules;
  const fault = typed.map(ruleFault).find((found) => found !== undefined);
  if (fault) return fault;
  const priorities = typed.map((rule) => Number(rule.rulePriority));
  if (new Set(priorities).size < priorities.length) return 'rulePriority must be unique';
  const any = typed.find((rule) => rule.selection?.tagStatus === 'any');
  if (any && any.rulePriority !== Math.max(...priorities)) {
    return "a rule with tagStatus 'any' must have the highest rulePriority";
  }
  return undefined;
}

function put(context: EcrContext, input: PutInput) {
  const repository = namedRepository(context, input);
  const { lifecyclePolicyText: text } = input;
  const fault = policyFault(text);
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
