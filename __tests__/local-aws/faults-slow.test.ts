import { CreateServiceCommand, ListServicesCommand } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import type { Clock } from '../../local-aws/clock.ts';
import { startFixture } from './aws-fixture.ts';

/** A clock that stands until it is moved. */
const createStandingClock = (): Clock & { move(ms: number): void; sleepers(): number } => {
  let now = Date.UTC(2026, 0, 1);
  const sleepers = new Map<() => void, number>();
  return {
    now: () => now,
    sleepers: () => sleepers.size,
    move: (ms) => {
      now += ms;
      for (const [wake, time] of sleepers) if (time <= now) wake();
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const wake = () => {
          sleepers.delete(wake);
          resolve();
        };
        if (signal?.aborted) return wake();
        signal?.addEventListener('abort', wake, { once: true });
        sleepers.set(wake, now + ms);
        return undefined;
      }),
  };
};

const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 500) throw new Error('It did not come to that within 5 s.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

describe('a slow answer', () => {
  it("comes on the local AWS's clock, and is parked until then", async () => {
    const clock = createStandingClock();
    const own = await startFixture({ clock });
    own.aws.faults.add({ kind: 'slow', action: 'apprunner:ListServices', ms: 20_000 });
    own.aws.faults.add({ kind: 'slow', action: 'apprunner:*', ms: 10_000 });
    let answered = false;
    const call = own.apprunner.send(new ListServicesCommand({})).then(() => {
      answered = true;
    });
    await until(() => own.aws.parked() === 1);
    expect(own.aws.calls).toEqual([]);
    clock.move(29_999);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(answered).toBe(false);
    clock.move(1);
    await call;
    expect(own.aws.parked()).toBe(0);
    expect(own.aws.calls.map(({ time }) => time)).toEqual([Date.UTC(2026, 0, 1, 0, 0, 30)]);
    await own.close();
  });

  it('was acted on before it is waited for', async () => {
    const clock = createStandingClock();
    const own = await startFixture({ clock });
    own.aws.faults.add({ kind: 'slow', action: 'apprunner:CreateService', ms: 60_000 });
    const SourceConfiguration = {
      ImageRepository: {
        ImageIdentifier: '123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1',
        ImageRepositoryType: 'ECR',
      },
      AuthenticationConfiguration: { AccessRoleArn: 'arn:aws:iam::123456789012:role/access' },
    } as const;
    const create = new CreateServiceCommand({ ServiceName: 'hello', SourceConfiguration });
    const call = own.apprunner.send(create);
    await until(() => own.aws.parked() === 1);
    const { ServiceSummaryList } = await own.apprunner.send(new ListServicesCommand({}));
    expect(ServiceSummaryList?.map(({ ServiceName }) => ServiceName)).toEqual(['hello']);
    clock.move(60_000);
    expect((await call).Service?.ServiceName).toBe('hello');
    await own.close();
  });

  it('holds nothing when the client has gone, nor when the local AWS closes', async () => {
    const clock = createStandingClock();
    const own = await startFixture({ clock });
    own.aws.faults.add({ kind: 'slow', action: '*', ms: 60_000, times: 2 });
    const over = new AbortController();
    const options = { abortSignal: over.signal };
    const first = own.apprunner.send(new ListServicesCommand({}), options).catch(() => 'gone');
    await until(() => own.aws.parked() === 1);
    over.abort();
    expect(await first).toBe('gone');
    await until(() => own.aws.parked() === 0);
    expect(clock.sleepers()).toBe(0);
    const second = own.apprunner.send(new ListServicesCommand({})).catch(() => 'closed');
    await until(() => own.aws.parked() === 1);
    await own.close();
    expect([own.aws.parked(), clock.sleepers()]).toEqual([0, 0]);
    await second;
  });
});
