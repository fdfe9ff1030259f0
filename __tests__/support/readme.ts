import { readFile } from 'node:fs/promises';
import { readWorkflows, type Workflow } from '../../scripts/workflow/workflow.ts';

interface Statement {
  readonly Sid?: string;
  readonly Action: string | readonly string[];
}

const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');

/** A workflow of the README, by its name. Throws when there is none. */
export function readmeWorkflow(name: string): Workflow {
  const workflow = readWorkflows(readme).get(name);
  if (!workflow) throw new Error(`README.md has no workflow named '${name}'.`);
  return workflow;
}

/**
 * The actions of a policy of the README, which stands between two markers. Throws without it.
 *
 * @param sid the start of the statements' names; all statements without it
 */
export function readmePolicy(
  marker: 'policy' | 'policy-previews' | 'policy-domain' | 'policy-afterwards',
  sid = '',
): readonly string[] {
  const block = new RegExp(`<!-- ${marker}:start -->\\s*\`\`\`json\\n(.*?)\`\`\``, 's').exec(
    readme,
  );
  if (!block?.[1]) throw new Error(`README.md has no policy '${marker}'.`);
  const policy: { readonly Statement: Statement[] } | Statement[] = JSON.parse(block[1]);
  const statements = Array.isArray(policy) ? policy : policy.Statement;
  return statements.filter(({ Sid = '' }) => Sid.startsWith(sid)).flatMap(({ Action }) => Action);
}

/** AWS lets everybody ask who they are (IAM user guide, GetCallerIdentity). */
export const NEEDS_NO_PERMISSION = 'sts:GetCallerIdentity';
