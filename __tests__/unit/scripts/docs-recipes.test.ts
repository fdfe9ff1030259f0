import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { projectFiles, readSources } from '../../../scripts/lint/sources.ts';
import { yamlBlocks } from '../../../scripts/lint/workflow-blocks.ts';
import { ENVIRONMENT, type InputTexts, problemsOf } from '../../support/create-inputs.ts';
import { actionFile } from '../../support/unit-action-file.ts';
import { createEvent } from '../../support/unit-event.ts';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
const OWN = 'OWNER/apprunner-deploy@COMMIT';

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
}

/** What a block of a document may be: a whole workflow, some steps, or a step's inputs alone. */
interface Block {
  readonly jobs?: Readonly<Record<string, { readonly steps: readonly (Step | null)[] }>>;
  readonly steps?: readonly (Step | null)[];
  readonly with?: Step['with'];
}

function ownSteps(block: Block): Step[] {
  if (block.with) return [{ with: block.with }];
  const jobs = Object.values(block.jobs ?? {});
  const steps = [...(block.steps ?? []), ...jobs.flatMap((job) => job.steps)];
  return steps.filter((step): step is Step => step?.uses === OWN);
}

/** The inputs as the runner hands them over; an expression has some value. */
const textsOf = ({ with: inputs = {} }: Step): InputTexts =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      name,
      String(value).replaceAll(/\$\{\{.*?\}\}/g, 'value'),
    ]),
  );

const pages = await readSources(PROJECT, await projectFiles(PROJECT), /^[^.].*\.md$/);
const recipes = pages.flatMap(({ path, text }) =>
  yamlBlocks(text).flatMap(({ line, text: yaml }) =>
    ownSteps(parse(yaml)).map((step): [string, InputTexts] => [`${path}:${line}`, textsOf(step)]),
  ),
);

describe('a piece of a workflow in a document', () => {
  it('is found, in the README and elsewhere', () => {
    const found = recipes.map(([where]) => where.replace(/:\d+$/, ''));
    expect(found).toEqual(expect.arrayContaining(['README.md', 'docs/skip-unchanged.md']));
    expect(recipes.length).toBeGreaterThan(15);
  });

  it.each(recipes)('has inputs that there are, and values that they take: %s', (_where, texts) => {
    expect(Object.keys(actionFile().inputs)).toEqual(expect.arrayContaining(Object.keys(texts)));
    const env = { ...ENVIRONMENT, GITHUB_REPOSITORY: 'octocat/hello', GITHUB_RUN_ID: '1' };
    const all = { 'github-token': 'a-token-of-the-job', ...texts };
    expect(problemsOf(all, env, createEvent())).toEqual([]);
  });
});
