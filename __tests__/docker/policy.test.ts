import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { PROJECT, type Stage, setStage } from './action-fixture.ts';

jest.setTimeout(180_000);

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(async () => {
  await stage?.close();
});

interface Policy {
  readonly Statement: readonly { readonly Action: string | readonly string[] }[];
}

/** AWS lets everybody ask who they are (IAM user guide, GetCallerIdentity). */
const NEEDS_NO_PERMISSION = 'sts:GetCallerIdentity';

/** Checked by IAM when a role is handed to App Runner, but no call of its own. */
const NO_CALL = 'iam:PassRole';

async function policyOfReadme(): Promise<string[]> {
  const readme = await readFile(join(PROJECT, 'README.md'), 'utf8');
  const json = /<!-- policy:start -->\s*```json\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const policy: Policy = JSON.parse(json);
  return policy.Statement.flatMap(({ Action }) => Action);
}

it("the README's policy names exactly the calls of a create, an update, a deployment and one that fails", async () => {
  const from = stage.aws.calls.length;
  const version = (number: number, tag: string, more: Readonly<Record<string, string>> = {}) =>
    stage.deploy({
      'image-tags': tag,
      'build-args': `BASE_IMAGE=${stage.baseImage}\nVERSION=${number}`,
      ...more,
    });
  const steps = [
    await version(1, 'one'),
    await version(2, 'two'),
    await version(3, 'two'),
    await version(4, 'four', { 'start-command': 'node missing.js' }),
  ];
  expect(steps.map(({ outputs }) => outputs.result)).toEqual([
    'created',
    'updated',
    'deployed',
    'rolled-back',
  ]);
  const made = new Set(stage.aws.calls.slice(from).map(({ action }) => action));
  const allowed = await policyOfReadme();
  expect([...made].filter((action) => action !== NEEDS_NO_PERMISSION).sort()).toEqual(
    allowed.filter((action) => action !== NO_CALL).sort(),
  );
});
