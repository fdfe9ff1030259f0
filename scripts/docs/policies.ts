import { FEATURES, type Feature } from '../setup/features.ts';
import { listed, type Place, policyAt, policyText, type Statement } from '../setup/policies.ts';

const account = '123456789012';

/** What the README's examples are about. */
export const EXAMPLE: Place = {
  region: 'us-east-1',
  account,
  service: 'hello',
  repository: 'hello',
  access_role_arn: `arn:aws:iam::${account}:role/apprunner-ecr-access`,
  instance_role_arn: `arn:aws:iam::${account}:role/hello-instance`,
  image_repository_arn: `arn:aws:ecr:us-east-1:${account}:repository/NAME`,
};

/** The same for the previews of its service. */
export const PREVIEWS_EXAMPLE: Place = { ...EXAMPLE, service: 'hello-pr-*' };

const placeOf = ({ of }: Feature) => (of === 'previews' ? PREVIEWS_EXAMPLE : EXAMPLE);

/**
 * A policy as a block of Markdown.
 *
 * @throws Error when there is no such feature
 */
export function policyBlock(name: string): string {
  const feature = FEATURES.find((each) => each.name === name);
  if (!feature) throw new Error(`There is no feature ${name}.`);
  return `\`\`\`json\n${policyText(name, placeOf(feature))}\n\`\`\``;
}

/** What the features that are not named need beside the first one, as a Markdown table. */
export function policyTable(shown: readonly string[]): string {
  const rows = FEATURES.filter(({ name }) => !shown.includes(name)).map((feature) => {
    const { Statement } = policyAt(feature.name, placeOf(feature));
    return `| ${feature.asks} | ${Statement.map(inWords).join('; ')} |`;
  });
  return ['| For | Also needed |', '| --- | --- |', ...rows].join('\n');
}

function inWords({ Action, Resource, Condition }: Statement): string {
  const conditions = Object.entries(Condition?.StringEquals ?? {}).map(
    ([key, value]) => `, with \`${key}\` \`${value}\``,
  );
  return `${codes(listed(Action))} on ${codes(listed(Resource))}${conditions.join('')}`;
}

function codes(texts: readonly string[]): string {
  return texts.map((text) => `\`${text}\``).join(', ');
}
