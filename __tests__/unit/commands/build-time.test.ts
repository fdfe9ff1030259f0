import { beforeAll, describe, expect, it } from '@jest/globals';
import { createMemoryRuntime } from '../../../local-aws/runtime/memory.ts';
import { startLocalAws } from '../../../local-aws/start.ts';
import { awsClients } from '../../../src/aws/clients.ts';
import { startSession } from '../../../src/aws/session.ts';
import { run } from '../../../src/run.ts';
import { fakePorts, inputEnvironment } from '../../support/fake-ports.ts';
import { fakeRunner } from '../../support/fake-runner.ts';
import { virtualClock } from '../../support/virtual-clock.ts';
import { Stage } from '../../support/virtual-clock-stage.ts';
import { virtualTimers } from '../../support/virtual-clock-timers.ts';
import { watchWorld } from '../../support/virtual-clock-world.ts';

const REPOSITORY = 'https://github.com/team/hello';
const IMAGE = 'public.ecr.aws/team/hello:1';
const BUILD_LINES = Array.from({ length: 40 }, (_, index) => `line ${index + 1}`);

/** What the inputs say beside the service's name. */
const SOURCES = {
  code: (connection: string) => ({
    'source-repository': REPOSITORY,
    'source-branch': 'main',
    'connection-arn': connection,
  }),
  image: () => ({ image: IMAGE }),
} as const;

/** Something that happened, in milliseconds since the run began. */
interface At {
  readonly at: number;
  readonly what: string;
}

interface Deployed {
  readonly code: number | undefined;
  readonly printed: readonly At[];
  readonly calls: readonly At[];
  /** The lines of the build, when they were written. */
  readonly written: readonly At[];
}

/** Creates a service on a virtual clock, in a local AWS at App Runner's own pace. */
async function deploy(kind: keyof typeof SOURCES): Promise<Deployed> {
  const virtual = virtualClock();
  const clock = { ...virtual, linger: (ms: number) => virtual.sleep(ms) };
  const calls: At[] = [];
  const printed: At[] = [];
  const aws = await startLocalAws({
    clock,
    pace: 'app-runner',
    runtime: createMemoryRuntime({ clock, sockets: false }),
    onCall: ({ action }) => calls.push({ at: clock.now() - begin, what: action }),
  });
  const begin = clock.now();
  const connection = aws.appRunner.seedConnection({ ConnectionName: 'github' });
  aws.appRunner.registerRepository(REPOSITORY, { buildLines: BUILD_LINES });
  aws.appRunner.registerImage(IMAGE);
  Object.assign(process.env, aws.env);
  const timers = virtualTimers(virtual);
  const watched = watchWorld(() => aws.parked());
  const stage = new Stage(virtual, async () => {
    do await watched.quiet();
    while (timers.pending() > 0);
  });
  const runner = fakeRunner();
  try {
    let code: number | undefined;
    const inputs = { service: 'hello', 'timeout-minutes': '60', ...SOURCES[kind](connection) };
    const running = run({
      ...fakePorts().ports,
      env: { ...aws.env, ...inputEnvironment(inputs) },
      clock,
      aws: (region) => {
        const { signal: cancelled } = new AbortController();
        const session = startSession(region, { clock, cancelled, tell: () => undefined });
        return { underWay: session.underWay, load: async () => awsClients(session) };
      },
      runner: async () => ({
        ...runner,
        info: (what) => void printed.push({ at: clock.now() - begin, what }),
      }),
    }).then((ended) => {
      code = ended;
    });
    await stage.until(
      () => code !== undefined,
      begin + 3_600_000,
      async () => undefined,
    );
    if (code !== undefined) await running;
    const [, name, id] = `${runner.outputs['service-arn']}`.split('/');
    const streams = aws.logs.streams(`/aws/apprunner/${name}/${id}/service`) ?? new Map();
    const written = [...streams.values()]
      .flat()
      .filter(({ message }) => message.startsWith('[Build]'))
      .map(({ timestamp, message }) => ({ at: timestamp - begin, what: message }));
    return { code, printed, calls, written };
  } finally {
    timers.restore();
    watched.close();
    for (const variable of Object.keys(aws.env)) delete process.env[variable];
    await aws.close();
  }
}

/** Log reads and lists a minute, over the whole run. */
function readsPerMinute({ calls, printed }: Deployed): number {
  const end = printed.at(-1)?.at ?? 0;
  return calls.filter(({ what }) => what.startsWith('logs:')).length / (end / 60_000);
}

/** The most of them in any minute. */
function densest({ calls }: Deployed): number {
  const times = calls.filter(({ what }) => what.startsWith('logs:')).map(({ at }) => at);
  return Math.max(
    ...times.map((from) => times.filter((at) => at >= from && at < from + 60_000).length),
  );
}

let code: Deployed;
let image: Deployed;

beforeAll(async () => {
  code = await deploy('code');
  image = await deploy('image');
}, 60_000);

describe('a build that takes twelve minutes', () => {
  it('has each of its lines printed once, in order, between App Runner’s own', () => {
    expect([code.code, image.code]).toEqual([0, 0]);
    const lines = code.printed.map(({ what }) => /\[(?:Build|AppRunner)\] .*/.exec(what)?.[0]);
    const shown = lines.filter((line) => line !== undefined);
    const build = shown.filter((line) => line.startsWith('[Build]'));
    expect(build).toEqual(BUILD_LINES.map((line) => `[Build] ${line}`));
    const before = shown[shown.indexOf(`${build[0]}`) - 1];
    const after = shown[shown.lastIndexOf(`${build.at(-1)}`) + 1];
    expect([before, after]).toEqual([
      '[AppRunner] Starting source code build.',
      '[AppRunner] Successfully built your application source code.',
    ]);
  });

  it('has them printed within 45 seconds', () => {
    const late = code.written.map(
      ({ at, what }) => (code.printed.find((line) => line.what.endsWith(what))?.at ?? 1e9) - at,
    );
    expect(late).toHaveLength(BUILD_LINES.length);
    expect(Math.max(...late)).toBeLessThan(45_000);
  });

  it('costs five calls a minute at most, as an image does, and no list of streams', () => {
    expect(readsPerMinute(image)).toBeLessThan(5);
    expect(readsPerMinute(code)).toBeLessThan(5);
    // Both calls of a reading come at once, at each end of the minute.
    expect([densest(image), densest(code)]).toEqual([5, 6]);
    expect(code.calls.filter(({ what }) => what === 'logs:DescribeLogStreams')).toEqual([]);
  });
});
