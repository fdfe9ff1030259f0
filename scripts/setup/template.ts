import { stringify } from 'yaml';
import { ACCESS_POLICIES, FEATURES, type Granted } from './features.ts';
import { policyTemplate, type Statement } from './policies.ts';

const NAME = 'examples/setup/cloudformation.yaml';

/** Where the template is. */
export const TEMPLATE = new URL(`../../${NAME}`, import.meta.url);

const FOR_PREVIEWS = 'ForPreviews';

const PREVIEWS = either('HasPreviewServices', ref('PreviewServices'), {
  'Fn::Sub': `$\{Service}-pr-*`,
});

/** What stands for a policy's `${name}` inside a text. */
type Inside = Readonly<Record<string, { readonly as: string; readonly is?: object }>>;

const INSIDE: Inside = {
  region: { as: 'AWS::Region' },
  account: { as: 'AWS::AccountId' },
  service: { as: 'Services', is: either(FOR_PREVIEWS, PREVIEWS, ref('Service')) },
  repository: {
    as: 'Repository',
    is: either('HasEcrRepository', ref('EcrRepository'), ref('Service')),
  },
};

/** The same where the role is known to be for previews. */
const INSIDE_PREVIEWS: Inside = { ...INSIDE, service: { as: 'Services', is: PREVIEWS } };

/** What stands for a text that is a `${name}` alone. */
const WHOLE: Readonly<Record<string, object>> = {
  '${access_role_arn}': { 'Fn::GetAtt': ['AccessRole', 'Arn'] },
  '${instance_role_arn}': either(
    'MakeInstanceRole',
    { 'Fn::GetAtt': ['NewInstanceRole', 'Arn'] },
    ref('InstanceRole'),
  ),
  '${image_repository_arn}': ref('ImageRepositoryArn'),
};

/** The template of CloudFormation with its roles' policies as the data has them. */
export function withPolicies(template: string): string {
  const filled = block(template, 'policies', FEATURES);
  return block(filled, 'access-policies', ACCESS_POLICIES);
}

function block(template: string, marker: string, granted: readonly Granted[]): string {
  const [start, end] = [`# ${marker}:start\n`, `# ${marker}:end\n`];
  const from = template.indexOf(start);
  const to = template.indexOf(end, from);
  if (from === -1 || to === -1) throw new Error(`${NAME} has no markers ${start}and ${end}`);
  const indent = template.slice(template.lastIndexOf('\n', from) + 1, from);
  // CloudFormation takes no aliases, and a date that is not quoted is no text in YAML 1.1.
  const options = { lineWidth: 0, aliasDuplicateObjects: false, version: '1.1' } as const;
  const text = stringify(granted.map(rolePolicy), options);
  const lines = text.trimEnd().split('\n');
  const before = template.slice(0, from + start.length);
  return `${before}${lines.map((line) => `${indent}${line}\n`).join('')}${indent}${template.slice(to)}`;
}

function rolePolicy({ name, condition }: Granted): object {
  const { Version, Statement } = policyTemplate(name);
  const inside = condition === FOR_PREVIEWS ? INSIDE_PREVIEWS : INSIDE;
  const made = {
    PolicyName: name,
    PolicyDocument: { Version, Statement: Statement.map((one) => templated(one, inside)) },
  };
  return condition === undefined ? made : either(condition, made, ref('AWS::NoValue'));
}

function templated(statement: Statement, inside: Inside): object {
  const { Resource: of } = statement;
  const Resource =
    typeof of === 'string' ? resource(of, inside) : of.map((text) => resource(text, inside));
  return { ...statement, Resource };
}

function resource(text: string, inside: Inside): object | string {
  const whole = WHOLE[text];
  if (whole) return whole;
  const values: Record<string, object> = {};
  const as = text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = inside[name];
    if (!value) throw new Error(`The template has nothing for $\{${name}}.`);
    if (value.is) values[value.as] = value.is;
    return `$\{${value.as}}`;
  });
  if (as === text) return text;
  return { 'Fn::Sub': Object.keys(values).length === 0 ? as : [as, values] };
}

function either(condition: string, yes: object, no: object): object {
  return { 'Fn::If': [condition, yes, no] };
}

function ref(name: string): object {
  return { Ref: name };
}
