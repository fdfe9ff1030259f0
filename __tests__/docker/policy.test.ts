import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { EXAMPLE } from '../../scripts/docs/policies.ts';
import { actionsOf, policyAt } from '../../scripts/setup/policies.ts';
import { NEEDS_NO_PERMISSION } from '../support/readme.ts';
import { type Stage, setStage } from './action-fixture.ts';

jest.setTimeout(180_000);

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(async () => {
  await stage?.close();
});

/** Checked by IAM when a role is handed to App Runner, but no call of its own. */
const NO_CALL = 'iam:PassRole';

it('the policy of a deployment names exactly the calls of a create, an update, a deployment and one that fails', async () => {
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
  const allowed = new Set(actionsOf(policyAt('deploy', EXAMPLE)));
  expect([...made].filter((action) => action !== NEEDS_NO_PERMISSION).sort()).toEqual(
    [...allowed].filter((action) => action !== NO_CALL).sort(),
  );
});

it.each(['default', 'modern'])(
  'a push by the builder %s that may not look for layers names what it lacks',
  async (builder) => {
    const action = 'ecr:BatchCheckLayerAvailability';
    const allow = stage.aws.faults.add({ kind: 'deny', action });
    const { code, log } = await stage.deploy({
      builder,
      'image-tags': `denied-${builder}`,
      'build-args': `BASE_IMAGE=${stage.baseImage}\nVERSION=denied-${builder}`,
    });
    allow();
    expect(code).toBe(1);
    expect(log).toContain(`Allow ${action} in the policy of the role that deploys`);
  },
);
