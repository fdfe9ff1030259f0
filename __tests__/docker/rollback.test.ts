import { BatchDeleteImageCommand } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type Stage, setStage } from './action-fixture.ts';
import { answerOf } from './workflow-fixture.ts';

jest.setTimeout(180_000);

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(async () => {
  await stage?.close();
});

const sha = (n: number) => `${n}`.repeat(40);

/** Deploys commit `n`, with the image's tag left to the action. */
const deploy = (n: number, inputs: Readonly<Record<string, string>> = {}) =>
  stage.deploy(
    { 'build-args': `BASE_IMAGE=${stage.baseImage}\nVERSION=${n}`, ...inputs },
    { GITHUB_SHA: sha(n) },
  );

/** Docker is not to be needed: there is none on this path. */
const afterwards = (command: string, inputs: Readonly<Record<string, string>> = {}) =>
  stage.deploy({ command, ...inputs }, { PATH: '/nowhere' });

it('goes back to version 1, again to 2, and says when the images are gone', async () => {
  const first = await deploy(1);
  const second = await deploy(2);
  expect([first, second].map(({ outputs }) => outputs.result)).toEqual(['created', 'updated']);
  const url = second.outputs['service-url'];
  expect(await answerOf(url)).toBe('Hello from version 2\n');

  const back = await afterwards('rollback', { 'smoke-path': '/' });
  expect([back.code, back.outputs.result, back.outputs.commit]).toEqual([0, 'updated', sha(1)]);
  expect(back.outputs['image-digest']).toBe(first.outputs['image-digest']);
  expect(await answerOf(url)).toBe('Hello from version 1\n');

  const again = await afterwards('rollback');
  expect([again.code, again.outputs.result, again.outputs.commit]).toEqual([0, 'updated', sha(2)]);
  expect(await answerOf(url)).toBe('Hello from version 2\n');

  const imageIds = [first, second].map(({ outputs }) => ({
    imageDigest: outputs['image-digest'] ?? '',
  }));
  await stage.ecr.send(new BatchDeleteImageCommand({ repositoryName: 'hello', imageIds }));
  const gone = await afterwards('rollback');
  expect([gone.code, gone.outputs.result]).toEqual([1, 'failed']);
  expect(gone.log).toContain(
    `Service 'hello' ran ${stage.aws.registryHost}/hello:${sha(1)} before ${stage.aws.registryHost}/hello:${sha(2)}, ` +
      `and ECR repository 'hello' does not have that image any more`,
  );
  expect(await answerOf(url)).toBe('Hello from version 2\n');
});

it('tells the status and the log lines of what runs, and judges what another run started', async () => {
  const started = await deploy(3, { wait: 'false' });
  expect([started.code, started.outputs['operation-status']]).toEqual([0, 'PENDING']);
  const id = started.outputs['operation-id'] ?? '';
  const judged = await afterwards('wait', { 'operation-id': id, 'smoke-path': '/' });
  expect([judged.code, judged.outputs['operation-status']]).toEqual([0, 'SUCCEEDED']);
  expect(judged.outputs.result).toBe(started.outputs.result);
  const url = judged.outputs['service-url'];
  expect(await answerOf(url)).toBe('Hello from version 3\n');

  const status = await afterwards('status');
  expect([status.code, status.outputs.health, status.outputs.commit]).toEqual([0, '200', sha(3)]);
  expect(status.outputs['operation-id']).toBe(id);

  const logs = await afterwards('logs', { since: '15m' });
  expect(logs.code).toBe(0);
  expect(logs.log).toContain('[AppRunner] Service status is set to RUNNING.');
  expect(logs.log).toMatch(/The application's log:\n {2}\d{4}-\d\d-\d\dT/);
});
