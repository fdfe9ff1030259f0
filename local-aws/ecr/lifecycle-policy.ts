/**
 * The rules for a lifecycle policy's text, from ECR's user guide (Lifecycle policy properties,
 * Lifecycle policy template and evaluation rules).
 */

type Fields = Readonly<Record<string, unknown>>;

/** The members of each part; ECR takes no others. */
const MEMBERS = {
  policy: ['rules'],
  rule: ['rulePriority', 'description', 'selection', 'action'],
  selection: [
    ...['tagStatus', 'tagPrefixList', 'tagPatternList', 'storageClass'],
    ...['countType', 'countUnit', 'countNumber'],
  ],
  action: ['type', 'targetStorageClass'],
} as const;

const SINCE = ['sinceImagePushed', 'sinceImagePulled', 'sinceImageTransitioned'];
const COUNT_TYPES = ['imageCountMoreThan', ...SINCE];

/** The most `*` that a tag pattern may have. */
const WILDCARDS = 4;

/** What is wrong with a policy's text; undefined when ECR takes it. */
export function lifecyclePolicyFault(text: string): string | undefined {
  let policy: unknown;
  try {
    policy = JSON.parse(text);
  } catch {
    return 'could not parse the policy as JSON';
  }
  if (!isObject(policy)) return 'the policy must be an object';
  const { rules } = policy;
  const foreign = foreignMember('policy', policy);
  if (foreign) return foreign;
  if (!Array.isArray(rules) || rules.length === 0) return 'rules must be a list with a rule';
  const faults = rules.map((rule: unknown) =>
    isObject(rule) ? ruleFault(rule) : 'a rule must be an object',
  );
  return faults.find((fault) => fault !== undefined) ?? faultTogether(rules);
}

function ruleFault(rule: Fields): string | undefined {
  const { rulePriority, description, selection, action } = rule;
  if (!isObject(selection)) return 'a rule must have a selection';
  if (!isObject(action)) return 'a rule must have an action';
  const foreign =
    foreignMember('rule', rule) ??
    foreignMember('selection', selection) ??
    foreignMember('action', action);
  if (foreign) return foreign;
  if (!isPositive(rulePriority)) return 'rulePriority must be a positive integer';
  if (description !== undefined && typeof description !== 'string') {
    return 'description must be a string';
  }
  return tagFault(selection) ?? countFault(selection) ?? actionFault(action);
}

function tagFault({ tagStatus, tagPrefixList, tagPatternList }: Fields): string | undefined {
  if (!['tagged', 'untagged', 'any'].includes(String(tagStatus))) {
    return "tagStatus must be one of 'tagged', 'untagged', 'any'";
  }
  const lists = [tagPrefixList, tagPatternList].filter((list) => list !== undefined);
  if ((tagStatus === 'tagged') !== (lists.length === 1)) {
    return "one of tagPrefixList and tagPatternList goes with tagStatus 'tagged', and none with others";
  }
  const [list = ['*']] = lists;
  if (!Array.isArray(list) || list.length === 0 || !list.every(isText)) {
    return 'tagPrefixList and tagPatternList must be lists of texts';
  }
  const wild = list.find((pattern) => pattern.split('*').length - 1 > WILDCARDS);
  return wild && `the tag pattern '${wild}' has more than ${WILDCARDS} wildcards`;
}

function countFault({ countType, countUnit, countNumber }: Fields): string | undefined {
  if (!COUNT_TYPES.includes(String(countType))) {
    return `countType must be one of ${COUNT_TYPES.map((type) => `'${type}'`).join(', ')}`;
  }
  if (SINCE.includes(String(countType)) !== (countUnit === 'days')) {
    return "countUnit 'days' goes with every countType but 'imageCountMoreThan'";
  }
  if (countUnit !== undefined && countUnit !== 'days') return "countUnit must be 'days'";
  return isPositive(countNumber) ? undefined : 'countNumber must be a positive integer';
}

function actionFault({ type, targetStorageClass }: Fields): string | undefined {
  if (type === 'expire' && targetStorageClass === undefined) return undefined;
  if (type === 'transition' && targetStorageClass === 'archive') return undefined;
  return "action.type must be 'expire', or 'transition' with targetStorageClass 'archive'";
}

/** What is wrong with rules that are right one by one. */
function faultTogether(rules: readonly Fields[]): string | undefined {
  const priorities = rules.map(({ rulePriority }) => Number(rulePriority));
  if (new Set(priorities).size < priorities.length) return 'rulePriority must be unique';
  const any = rules.find(({ selection }) => Object(selection).tagStatus === 'any');
  return any && any.rulePriority !== Math.max(...priorities)
    ? "a rule with tagStatus 'any' must have the highest rulePriority"
    : undefined;
}

function foreignMember(part: keyof typeof MEMBERS, given: Fields): string | undefined {
  const known: readonly string[] = MEMBERS[part];
  const foreign = Object.keys(given).filter((name) => !known.includes(name));
  return foreign.length > 0
    ? `object instance has properties which are not allowed by the schema: ${JSON.stringify(foreign)}`
    : undefined;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}
