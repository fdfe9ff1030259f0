import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type Stage, setStage } from './action-fixture.ts';
import { need } from './machine.ts';
import { commit, GitHubStage } from './workflow-fixture.ts';

jest.setTimeout(180_000);

let stage: Stage;
let world: GitHubStage;
beforeAll(async () => {
  await need('curl', "the README's workflow asks the service with it (apt-get install curl)");
  stage = await setStage();
  world = await GitHubStage.start(stage);
});
afterAll(async () => {
  await world?.close();
  await stage?.close();
});

it.each([
  ['creates the service', 1, 'created'],
  ['updates it with the next commit', 2, 'updated'],
])("the README's push-to-deploy workflow %s, whose URL it then asks", async (_, number, result) => {
  const { code, deploy, scripts } = await world.push(commit(number));
  expect(deploy?.log).toContain('is a linux/amd64 image');
  expect(code).toBe(0);
  expect(deploy?.outputs).toMatchObject({ result, 'operation-status': 'SUCCEEDED' });
  expect(scripts.map(({ output }) => output)).toEqual([
    expect.stringContaining(`Hello from version ${commit(number)}\n`),
  ]);
  expect(world.github.calls).toEqual([]);
});
