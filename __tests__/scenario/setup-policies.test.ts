import { describe, expect, it, jest } from '@jest/globals';
import { FEATURES } from '../../scripts/setup/features.ts';
import { actionsOf, policyAt } from '../../scripts/setup/policies.ts';
import { NEEDS_NO_PERMISSION } from '../support/readme.ts';
import { covering, type Grant, grantsOf, named } from '../support/setup/grants.ts';
import { PolicyWorld } from '../support/setup/policy-world.ts';
import { PLACE, SCENARIOS, type Scenario } from '../support/setup/scenarios.ts';

jest.setTimeout(60_000);

/** IAM asks for these when App Runner makes or is handed a role; they are no calls of the action. */
const NO_CALLS = ['iam:PassRole', 'iam:CreateServiceLinkedRole'];

const BASE = 'deploy';

async function inWorld(grants: readonly Grant[], act: (world: PolicyWorld) => Promise<void>) {
  const world = await PolicyWorld.start(grants);
  try {
    await act(world);
  } finally {
    await world.close();
  }
}

/** Plays until a run's errors or warnings name the action; false when none does. */
async function names(world: PolicyWorld, scenario: Scenario, action: string): Promise<boolean> {
  for await (const { told } of scenario.play(world)) {
    if (told.some((line) => line.includes(action))) return true;
  }
  return false;
}

it('every policy has a scenario', () => {
  expect(Object.keys(SCENARIOS).sort()).toEqual(FEATURES.map(({ name }) => name).sort());
});

describe.each(Object.entries(SCENARIOS))('the policy of %s', (name, scenario) => {
  const place = scenario.place ?? PLACE;
  const own = grantsOf([policyAt(name, place)]);
  const base = name === BASE ? [] : grantsOf([policyAt(BASE, place)]);
  const all = [...base, ...own];

  it('is all that its runs need, and they need all of it', () =>
    inWorld(all, async (world) => {
      const results: unknown[] = [];
      const told: string[] = [];
      for await (const run of scenario.play(world)) {
        results.push(run.runner.outputs.result);
        told.push(...run.told);
      }
      expect(told.filter((line) => line.includes('not authorized'))).toEqual([]);
      expect(results).toEqual(scenario.results);
      const needed = new Set(world.gate.needs.flatMap((need) => covering(all, need)));
      expect(own.filter((grant) => !needed.has(grant)).map(named)).toEqual([]);
    }));

  it('has the actions that the local AWS saw, but for those of every deployment', () =>
    inWorld(all, async (world) => {
      for await (const { code } of scenario.play(world)) expect([0, 1]).toContain(code);
      const ofBase = name === BASE ? [] : actionsOf(policyAt(BASE, place));
      const apart = new Set([...ofBase, ...NO_CALLS, NEEDS_NO_PERMISSION]);
      const without = (actions: Iterable<string>) =>
        [...new Set(actions)].filter((action) => !apart.has(action)).sort();
      expect(without(world.calls)).toEqual(without(actionsOf(policyAt(name, place))));
    }));

  it.each(own.map((grant) => [named(grant), grant] as const))(
    'without %s makes a run name it',
    (_, grant) =>
      inWorld(
        all.filter((each) => each !== grant),
        async (world) => {
          expect(await names(world, scenario, grant.action)).toBe(true);
        },
      ),
  );
});
