import { randomInt } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { tagsOf } from '../../../src/service/remembered.ts';
import { createService, REGISTRY, SERVICE_ID } from '../../support/create-service.ts';
import { DIGEST } from '../../support/fake-ports.ts';
import { ModelAppRunner } from '../../support/model-app-runner.ts';
import { type Run, runAction } from '../../support/unit-deployment.ts';
import { type DryRunCase, dryRunCase } from '../../support/unit-dry-run.ts';

const CASES = 500;
const seed = Number(process.env.DRY_RUN_SEED ?? randomInt(1, 2 ** 31));

jest.setTimeout(180_000);

/** App Runner tells of each operation that it pulled the image. */
const PULLED = {
  [`/aws/apprunner/hello-api/${SERVICE_ID}/service`]: {
    events: Array.from({ length: 9 }, (_, index) => [
      `[AppRunner] Deployment with ID : operation${index + 1} started.`,
      '[AppRunner] Successfully pulled your application image from ECR.',
    ])
      .flat()
      .map((message) => ({ time: Date.UTC(2100, 0, 1), message })),
  },
};

async function play(given: DryRunCase, dryRun: boolean): Promise<Run> {
  const { service, running, digest, tags, inputs } = given;
  return runAction({
    digest,
    logs: PULLED,
    inputs: { ...inputs, 'dry-run': String(dryRun) },
    appRunner: ({ now, pass }) => {
      const model = new ModelAppRunner(now, { service });
      void model.tag('', service ? tags : {});
      if (service?.Status === 'RUNNING' && running) model.begin(...running);
      // Long enough ago that no push of this run can have set it off.
      pass(40_000);
      return model;
    },
  });
}

/** Results and planned calls that each come up in at least one case of a hundred. */
const KINDS = [
  ...['created', 'updated', 'deployed', 'unchanged', 'failed'],
  ...['CreateService', 'UpdateService', 'StartDeployment', 'ResumeService', 'DeleteService'],
  ...['TagResource', 'CreateAutoScalingConfiguration'],
];

/** The calls of a run that write to App Runner, in order. */
const writes = ({ events }: Run) =>
  events.flatMap((event) => /^apprunner:((?!List|Describe)\w+)/.exec(event)?.[1] ?? []);

/** What a plan says: its calls, those of them before the build's digest decides, and the digest. */
function planned({ runner }: Run) {
  const steps = runner.log.flatMap((line) => /^info: {3}\d+\. (.*)/s.exec(line)?.[1] ?? []);
  const callOf = (step: string) => /^([A-Z]\w+[a-z][A-Z]\w+):/.exec(step)?.[1] ?? [];
  const at = steps.findIndex((step) => step.startsWith('Deploy nothing if the digest'));
  return {
    calls: steps.flatMap(callOf),
    before: steps.slice(0, Math.max(0, at)).flatMap(callOf),
    unless: /sha256:\w+/.exec(steps[at] ?? '')?.[0],
  };
}

/** The rows of the summary that tell of changed settings. */
const changes = ({ runner }: Run) =>
  (runner.summaries[0] ?? '')
    .split('\n')
    .filter((line) => /\| (added|changed|removed) \|/.test(line));

function agree(given: DryRunCase, dry: Run, real: Run): void {
  expect(dry.error).toBe(real.error);
  expect(dry.code).toBe(real.code);
  expect(writes(dry)).toEqual([]);
  expect(dry.docker.calls.filter(({ args }) => !args.includes('version'))).toEqual([]);
  if (real.code !== 0) return;
  expect(dry.runner.outputs.result).toBe('planned');
  const { calls, before, unless } = planned(dry);
  const kept = unless !== undefined && unless === given.digest;
  expect(kept ? before : calls).toEqual(writes(real));
  expect(real.runner.outputs.result === 'unchanged').toBe(
    kept || !calls.some((call) => /^(Create|Update)Service|StartDeployment/.test(call)),
  );
  if (!kept) expect(changes(dry)).toEqual(changes(real));
}

describe('a dry run', () => {
  it(`tells what a run does, in ${CASES} generated cases`, async () => {
    process.stderr.write(`dry run against run: DRY_RUN_SEED=${seed}\n`);
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(dryRunCase, async (given) => {
        const [dry, real] = [await play(given, true), await play(given, false)];
        agree(given, dry, real);
        for (const what of [real.runner.outputs.result ?? '', ...planned(dry).calls]) {
          seen.set(what, (seen.get(what) ?? 0) + 1);
        }
      }),
      { numRuns: CASES, seed },
    );
    // The cases are of every kind, so that agreeing means something.
    for (const what of KINDS) {
      expect([what, (seen.get(what) ?? 0) >= CASES / 100]).toEqual([what, true]);
    }
  });

  it('says what can not be known before the build, and what it hangs on', async () => {
    const { runner, code } = await play(
      {
        service: createService(),
        running: undefined,
        digest: DIGEST,
        tags: tagsOf({ digest: DIGEST, operationId: 'deployed-before' }),
        inputs: { 'skip-unchanged': 'true', 'image-tags': '1.0.0\nlatest', 'smoke-path': '/' },
      },
      true,
    );
    expect(code).toBe(0);
    const image = `${REGISTRY}/hello-api`;
    const steps = [
      `Build the image and push it as ${image}:1.0.0 and ${image}:latest; its digest is not known before.`,
      `Deploy nothing if the digest that is built is ${DIGEST}.`,
      'StartDeployment: image tag and settings are those that the service has.',
      'Smoke test: ask the service URL for smoke-path.',
      'TagResource: keep the digest for skip-unchanged.',
    ];
    expect(runner.log.filter((line) => /^info: {3}\d/.test(line))).toEqual(
      steps.map((step, index) => `info:   ${index + 1}. ${step}`),
    );
    expect(runner.outputs).toMatchObject({ result: 'planned', image: `${image}:1.0.0` });
    expect(runner.outputs['image-digest']).toBeUndefined();
  });

  it('tells names of variables and no values', async () => {
    const inputs = { 'environment-variables': 'TOKEN=hunter2hunter2' };
    const given = { running: undefined, digest: DIGEST, tags: {}, inputs };
    const { runner } = await play({ ...given, service: createService() }, true);
    const told = runner.text() + runner.summaries.join();
    expect(told).toContain('RuntimeEnvironmentVariables.TOKEN');
    expect(told).not.toContain('hunter2');
  });

  it('follows what App Runner starts by itself after a push', async () => {
    const service = createService();
    const { SourceConfiguration: source } = service;
    const { runner } = await play(
      {
        service: {
          ...service,
          SourceConfiguration: { ...source, AutoDeploymentsEnabled: true },
        },
        running: undefined,
        digest: DIGEST,
        tags: {},
        inputs: { 'image-tags': '1.0.0' },
      },
      true,
    );
    expect(runner.text()).toContain(
      '2. Follow the deployment that App Runner starts by itself after the push, in place of the next step, if one comes within a minute.',
    );
  });
});
