import { describe, expect, it, jest } from '@jest/globals';
import { createMemoryRuntime, type Reply } from '../../local-aws/runtime/memory.ts';
import { withScene } from './fixture.ts';

jest.setTimeout(60_000);

const TOKEN = 's3cr3t-t0ken';

/** A local AWS whose applications answer requests this way, one after the other; the last stays. */
function answering(...replies: readonly Reply[]) {
  const asked: string[] = [];
  const reply = (path: string): Reply => {
    const given = replies[Math.min(asked.length, replies.length - 1)];
    asked.push(path);
    return given ?? { status: 500, body: '' };
  };
  const runtime = createMemoryRuntime({ script: () => ({ kind: 'listens', reply }) });
  return { asked, options: { runtime } };
}

describe('a smoke test', () => {
  it.concurrent('passes when the page answers as wanted at last', () => {
    const { asked, options } = answering(
      { status: 503, body: 'warming up' },
      { status: 404, body: '' },
      { status: 200, body: 'ready' },
    );
    return withScene(options, async (scene) => {
      const step = await scene.deploy({ 'smoke-path': `/ready?token=${TOKEN}` });
      expect(step).toMatchObject({ code: 0, postCode: 0 });
      expect(step.outputs).toMatchObject({ result: 'created', 'operation-status': 'SUCCEEDED' });
      expect(asked).toEqual(Array(3).fill(`/ready?token=${TOKEN}`));
      expect(step.log).toContain('answered 503');
      expect(step.log).toContain('answered 404');
      expect(step.log).toMatch(/The smoke test passed: \S+\/ready\?… answered 200, at try 3/);
      expect(step.summary).toContain('Smoke test');
      expect(`${step.raw}${step.summary}`).not.toContain(TOKEN);
    });
  });

  it.concurrent('can want a status that is no success', () => {
    const { options } = answering({ status: 418, body: 'teapot' });
    return withScene(options, async (scene) => {
      const step = await scene.deploy({ 'smoke-path': '/', 'smoke-status': '418' });
      expect(step.code).toBe(0);
      expect(step.log).toContain('answered 418, at try 1');
    });
  });

  it.concurrent('of a private service is left out, and says so', () => {
    const { asked, options } = answering({ status: 500, body: '' });
    return withScene(options, async (scene) => {
      await scene.aws.appRunner.seed({
        ServiceName: 'hello',
        NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible: false } },
      });
      const step = await scene.deploy({ 'smoke-path': '/ready' });
      expect(step.code).toBe(0);
      expect(step.log).toContain('The smoke test was left out: the service has no public URL');
      expect(asked).not.toContain('/ready');
    });
  });
});
