import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UpdateServiceCommand } from '@aws-sdk/client-apprunner';
import { CreateRepositoryCommand } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { StepResult } from '../../scripts/runner/run-action.ts';
import { type Stage, setStage } from './action-fixture.ts';

jest.setTimeout(240_000);

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(async () => {
  await stage?.close();
});

/** A server on PORT that answers every path with the same, and says what it was asked. */
const GOOD = `
const http = require('http');
http.createServer((request, response) => response.end('good\\n')).listen(process.env.PORT, () =>
  console.log('listening on port ' + process.env.PORT));
`;

const DOCKERFILE = `
ARG BASE_IMAGE
FROM $BASE_IMAGE
COPY app.js /srv/app.js
CMD ["node", "/srv/app.js"]
`;

/** Builds and deploys a program of one file. */
async function deploy(
  service: string,
  program: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
  const context = await mkdtemp(join(stage.temp, 'app-'));
  await Promise.all([
    writeFile(join(context, 'app.js'), program),
    writeFile(join(context, 'Dockerfile'), DOCKERFILE),
  ]);
  return stage.deploy({
    service,
    repository: 'hello',
    context,
    'image-tags': `${service}-${context.slice(-6)}`,
    'build-args': `BASE_IMAGE=${stage.baseImage}`,
    ...inputs,
  });
}

/** The error annotation of a step, as the runner reads it. */
function annotation({ raw }: StepResult): readonly string[] {
  const [, text = ''] = /^::error title=[^:]*::(.*)$/m.exec(raw) ?? [];
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%').split('\n');
}

/** A service with a good version that answers; gives its URL. */
async function goodService(service: string): Promise<string> {
  const { outputs, log } = await deploy(service, GOOD);
  if (outputs.result !== 'created') throw new Error(log);
  return `${outputs['service-url']}`;
}

const answer = async (url: string) => (await fetch(url)).text();

function expectRolledBack(step: StepResult): void {
  expect(step).toMatchObject({ code: 1, postCode: 0 });
  expect(step.outputs).toMatchObject({
    result: 'rolled-back',
    'operation-status': 'ROLLBACK_SUCCEEDED',
    'service-status': 'RUNNING',
  });
}

describe('a new version that App Runner rolls back', () => {
  it('because it exits: its exit code and error are the first line', async () => {
    const url = await goodService('exits');
    const step = await deploy(
      'exits',
      `
      console.log('starting');
      try { throw new TypeError('DATABASE_URL is not set'); }
      catch (error) { console.error(error.stack); process.exit(3); }
      `,
    );
    expectRolledBack(step);
    const [first] = annotation(step);
    expect(first).toContain('code 3');
    expect(first).toContain('TypeError: DATABASE_URL is not set');
    expect(step.log).toContain('at Object.<anonymous> (/srv/app.js');
    expect(step.summary).toContain('TypeError: DATABASE_URL is not set');
    expect(await answer(url)).toBe('good\n');
  });

  it('because it listens on another port: both ports are in the first line', async () => {
    const url = await goodService('ports');
    const step = await deploy(
      'ports',
      `require('http').createServer(() => {}).listen(9000, () => console.log('Listening on http://0.0.0.0:9000'))`,
    );
    expectRolledBack(step);
    const [first] = annotation(step);
    expect(first).toContain('9000');
    expect(first).toContain('8080');
    expect(annotation(step).join('\n')).toMatch(/input port|port: 9000/);
    expect(await answer(url)).toBe('good\n');
  });

  it('because its health check path wants a login: path and status are in the first line', async () => {
    const app = (status: number) => `
      require('http').createServer((request, response) => {
        response.statusCode = request.url === '/healthz' ? ${status} : 200;
        response.end('good\\n');
        console.log(request.method + ' ' + request.url + ' ' + response.statusCode);
      }).listen(process.env.PORT)`;
    const { outputs } = await deploy('health', app(200));
    const health = {
      Protocol: 'HTTP',
      Path: '/healthz',
      Interval: 5,
      UnhealthyThreshold: 5,
    } as const;
    await stage.appRunner.send(
      new UpdateServiceCommand({
        ServiceArn: outputs['service-arn'],
        HealthCheckConfiguration: health,
      }),
    );
    await stage.aws.appRunner.idle();
    const step = await deploy('health', app(401));
    expectRolledBack(step);
    const [first] = annotation(step);
    expect(first).toContain('/healthz');
    expect(first).toContain('401');
    expect(await answer(`${outputs['service-url']}`)).toBe('good\n');
  });

  it('because it is of another architecture that nobody could check', async () => {
    const url = await goodService('arm64');
    const context = await mkdtemp(join(stage.temp, 'arm-'));
    const elf = Buffer.alloc(120);
    // An ELF header for AArch64 (machine 0xb7): enough for the kernel to refuse it.
    elf.write('\x7fELF\x02\x01\x01', 'latin1');
    elf.writeUInt16LE(2, 16);
    elf.writeUInt16LE(0xb7, 18);
    elf.writeUInt32LE(1, 20);
    await writeFile(join(context, 'app'), elf, { mode: 0o755 });
    await writeFile(join(context, 'Dockerfile'), 'FROM scratch\nCOPY app /app\nCMD ["/app"]\n');
    // An image under a tag that can't be moved is deployed as it is.
    const frozen = { repository: 'frozen', 'image-tags': 'arm64' };
    await stage.ecr.send(
      new CreateRepositoryCommand({ repositoryName: 'frozen', imageTagMutability: 'IMMUTABLE' }),
    );
    const image = ['--tag', `${stage.aws.registryHost}/frozen:arm64`, '--push'];
    const plain = ['--platform', 'linux/arm64', '--provenance=false'];
    await stage.dockerLoggedIn('buildx', 'build', ...plain, ...image, context);
    expect((await deploy('arm64', '', frozen)).log).toContain('is a linux/arm64 image');
    const allow = stage.aws.faults.add({ kind: 'deny', action: 'ecr:BatchGetImage', skip: 1 });
    const step = await deploy('arm64', '', frozen);
    allow();
    expectRolledBack(step);
    const [first] = annotation(step);
    expect(first).toMatch(/architecture|amd64/);
    expect(step.log).toContain('exec format error');
    expect(await answer(url)).toBe('good\n');
  });
});

describe('a creation that fails', () => {
  it('is a failure, and the next good run repairs it and keeps its URL', async () => {
    const failed = await deploy('repaired', `console.error('no database'); process.exit(3)`);
    expect(failed).toMatchObject({ code: 1 });
    expect(failed.outputs).toMatchObject({ result: 'failed', 'service-status': 'CREATE_FAILED' });
    expect(annotation(failed)[0]).toContain('code 3');
    const repaired = await deploy('repaired', GOOD);
    expect(repaired).toMatchObject({ code: 0 });
    expect(repaired.outputs).toMatchObject({
      result: 'updated',
      'service-url': failed.outputs['service-url'],
      'service-arn': failed.outputs['service-arn'],
    });
    expect(await answer(`${repaired.outputs['service-url']}`)).toBe('good\n');
  });
});

describe('a deployment that App Runner calls good', () => {
  it('but whose smoke test answers 500 is a failure with body and application log', async () => {
    const step = await deploy(
      'smoke',
      `
      require('http').createServer((request, response) => {
        if (request.url !== '/ready') return response.end('good\\n');
        console.error('Error: relation "users" does not exist');
        response.statusCode = 500;
        response.end('database migration is missing\\nask the team\\n');
      }).listen(process.env.PORT)`,
      { 'smoke-path': '/ready', 'timeout-minutes': '1' },
    );
    expect(step).toMatchObject({ code: 1, postCode: 0 });
    expect(step.outputs).toMatchObject({ result: 'failed', 'operation-status': 'SUCCEEDED' });
    expect(annotation(step)[0]).toContain('500');
    const text = annotation(step).join('\n');
    expect(text).toContain('database migration is missing');
    expect(text).toContain('ask the team');
    expect(step.log).toContain('Error: relation "users" does not exist');
  });
});
