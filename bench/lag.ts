/**
 * `node bench/lag.ts`: how long after the end of an App Runner operation the packed action exits,
 * and how many AWS calls it makes until then. Services have a history of deployments, as a
 * service that is deployed by CI has.
 */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runAction } from '../scripts/runner/run-action.ts';
import { type Figure, median, table } from './figures.ts';
import { draws, lagPlan } from './lag-plan.ts';
import { makeLagService, SERVICE } from './lag-service.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** What the action promises: half of all runs end this soon, with this few calls. */
const MOST = { lagMs: 1_500, callsPerSecond: 0.25 } as const;

interface Deployment {
  readonly seconds: number;
  readonly lagMs: number;
  readonly calls: number;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      deployments: { type: 'string', default: '20' },
      history: { type: 'string', default: '8' },
      spread: { type: 'string', default: '0.15' },
      seed: { type: 'string', default: '1' },
      'at-once': { type: 'string', default: '5' },
    },
  });
  const next = draws(Number(values.seed));
  const history = Number(values.history);
  const plans = Array.from({ length: Number(values.deployments) }, () =>
    lagPlan(next, history, Number(values.spread)),
  );
  const temp = await mkdtemp(join(tmpdir(), 'apprunner-deploy-lag-'));
  process.once('exit', () => rmSync(temp, { recursive: true, force: true }));
  process.stdout.write(
    `> ${plans.length} deployments of 30 to 90 seconds, ${values['at-once']} at a time, after ${history} others each; seed ${values.seed}\n`,
  );
  const waiting = plans.entries();
  const done: Deployment[] = [];
  const worker = async () => {
    for (const [at, plan] of waiting) {
      const one = await deploy(temp, plan);
      done.push(one);
      process.stdout.write(
        `> ${`${at + 1}`.padStart(2)}: ${one.seconds.toFixed(1)} s, exit ${Math.round(one.lagMs)} ms after its end, ${one.calls} calls\n`,
      );
    }
  };
  await Promise.all(Array.from({ length: Number(values['at-once']) }, worker));
  return told(done);
}

function told(done: readonly Deployment[]): number {
  const seconds = done.reduce((sum, one) => sum + one.seconds, 0);
  const calls = done.reduce((sum, one) => sum + one.calls, 0);
  const lags = done.map(({ lagMs }) => lagMs);
  const figures: Figure[] = [
    { name: 'Operation', unit: 's', values: done.map((one) => one.seconds * 1_000) },
    { name: "From the operation's end to the action's exit", unit: 'ms', values: lags },
    { name: 'AWS calls of the wait', unit: 'count', values: done.map((one) => one.calls) },
  ];
  const rate = calls / seconds;
  process.stdout.write(
    `\n${table(figures)}\n\n${calls} calls in ${Math.round(seconds)} s: ${rate.toFixed(3)} a second.\n`,
  );
  const good = median(lags) <= MOST.lagMs && rate <= MOST.callsPerSecond;
  if (!good) {
    process.stdout.write(
      `More than ${MOST.lagMs} ms in the median or ${MOST.callsPerSecond} calls a second.\n`,
    );
  }
  return good ? 0 : 1;
}

/** Deploys once to a service of its own, with the packed action as a runner runs it. */
async function deploy(
  temp: string,
  { history, nextMs }: ReturnType<typeof lagPlan>,
): Promise<Deployment> {
  const service = await makeLagService(history, nextMs);
  const { aws, image, roleArn } = service;
  try {
    let exitedAt = Number.NaN;
    const place = await mkdtemp(join(temp, 'job-'));
    const result = await runAction({
      action: PROJECT,
      workspace: place,
      temp: place,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...aws.env },
      inputs: { service: SERVICE, image, 'access-role-arn': roleArn },
      onMainEnd: () => {
        exitedAt = Date.now();
      },
      skipPost: true,
    });
    const id = result.outputs['operation-id'];
    if (result.code !== 0 || !id) throw new Error(`The deployment failed:\n${result.log}`);
    const { StartedAt, EndedAt } = await service.operation(id);
    const begin = StartedAt?.getTime() ?? Number.NaN;
    const end = EndedAt?.getTime() ?? Number.NaN;
    // The call that started it is logged once it is answered, and is not one of the wait.
    const calls = aws.calls.filter(
      ({ service: of, operation, time }) =>
        (of === 'apprunner' || of === 'logs') && operation !== 'UpdateService' && time >= begin,
    );
    // The bench's own look for the operation's times comes after the exit.
    const waiting = calls.filter(({ time }) => time <= exitedAt);
    return { seconds: (end - begin) / 1_000, lagMs: exitedAt - end, calls: waiting.length };
  } finally {
    await service.close();
  }
}

process.exitCode = await main();
