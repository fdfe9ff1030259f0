import { describe, expect, it } from '@jest/globals';
import { createService, REGISTRY, SERVICE_ID } from '../../support/create-service.ts';
import type { World } from '../../support/fake-ports.ts';
import { ModelAppRunner } from '../../support/model-app-runner.ts';
import { runAction } from '../../support/unit-deployment.ts';
import { temporaryDirectory, writeTree } from '../../support/unit-temporary-directory.ts';

/** Runs the action in a checkout that holds this document. */
async function runWith(document: string, world: World = {}) {
  const checkout = await temporaryDirectory();
  await writeTree(checkout, { Dockerfile: 'FROM scratch\n', 'deploy/service.yaml': document });
  return runAction({
    ...world,
    env: { GITHUB_WORKSPACE: checkout, ...world.env },
    inputs: { 'service-config': 'deploy/service.yaml', ...world.inputs },
  });
}

const built = ({ events }: Awaited<ReturnType<typeof runWith>>) =>
  events.some((event) => event.startsWith('docker buildx build'));

const IMAGE = `${REGISTRY}/of-the-document:1.4.0`;
const SOURCE = `
SourceConfiguration:
  ImageRepository:
    ImageIdentifier: ${IMAGE}
    ImageRepositoryType: ECR
    ImageConfiguration:
      Port: "4000"
`;

describe('the settings of service-config', () => {
  it('are laid under those of the inputs and over those of the service', async () => {
    const run = await runWith(
      `
SourceConfiguration:
  ImageRepository:
    ImageConfiguration:
      Port: "4000"
      RuntimeEnvironmentVariables: { LOG_LEVEL: info, MORE: yes }
InstanceConfiguration: { Cpu: 4 vCPU, Memory: 8 GB }
HealthCheckConfiguration: { Interval: 20 }
`,
      { service: createService(), inputs: { memory: '10 GB' } },
    );
    expect(run.error).toBe('');
    const [request] = run.updated;
    expect(request).toMatchObject({
      InstanceConfiguration: { Cpu: '4096', Memory: '10240' },
      HealthCheckConfiguration: { Path: '/healthz', Interval: 20 },
      SourceConfiguration: {
        ImageRepository: {
          ImageConfiguration: {
            Port: '4000',
            StartCommand: 'node server.js --verbose',
            RuntimeEnvironmentVariables: { LOG_LEVEL: 'info', MORE: 'yes', REGION: 'eu' },
          },
        },
      },
    });
    expect(built(run)).toBe(true);
  });

  it('that are wrong end the run before the build, told beside what else is wrong', async () => {
    const run = await runWith('InstanceConfiguration: { Cpus: 1 vCPU }\n', {
      inputs: { file: 'nope/Dockerfile' },
    });
    expect(run.error).toContain('InstanceConfiguration.Cpus');
    expect(run.error).toContain('There is no Dockerfile');
    expect(built(run)).toBe(false);
  });

  it('that are not there end the run before the build', async () => {
    const run = await runWith('', { inputs: { 'service-config': 'nope.yaml' } });
    expect(run.error).toContain("Input 'service-config' is 'nope.yaml'");
    expect(built(run)).toBe(false);
  });

  it('of another service are refused', async () => {
    const run = await runWith('ServiceName: other-api\n');
    expect(run.error).toContain("has ServiceName 'other-api'");
    expect(built(run)).toBe(false);
  });

  it('show no value of a variable', async () => {
    const lines = [{ time: 0, message: 'starting with hunter2hunter2' }];
    const group = `/aws/apprunner/hello-api/${SERVICE_ID}/application`;
    const run = await runWith(
      SOURCE.replace('Port: "4000"', 'RuntimeEnvironmentVariables: { TOKEN: hunter2hunter2 }'),
      {
        service: createService(),
        appRunner: (clock) => {
          lines.splice(0, 1, {
            time: clock.now() + 1_000,
            message: 'starting with hunter2hunter2',
          });
          return new ModelAppRunner(() => clock.now(), {
            service: createService(),
            ends: { UPDATE_SERVICE: 'FAILED' },
          });
        },
        logs: { [group]: { 'instance/1': lines } },
      },
    );
    expect(run.runner.text()).toContain('starting with ***');
    const told = [run.runner.text(), ...run.runner.summaries, JSON.stringify(run.runner.outputs)];
    expect(run.code).toBe(1);
    expect(told.join('\n')).toContain('TOKEN');
    expect(told.join('\n')).not.toContain('hunter2');
  });
});

describe('the image of service-config', () => {
  it('is deployed when no input says where the image comes from', async () => {
    const run = await runWith(SOURCE, { service: createService() });
    expect(run.error).toBe('');
    expect(built(run)).toBe(false);
    expect(run.events).not.toContain('docker buildx version');
    expect(run.updated[0]?.SourceConfiguration?.ImageRepository?.ImageIdentifier).toBe(IMAGE);
    expect(run.runner.outputs.image).toContain(IMAGE);
  });

  it.each([{ context: '.' }, { 'image-tags': '2' }, { repository: 'hello-api' }])(
    'gives way to %j',
    async (inputs) => {
      const run = await runWith(SOURCE, { service: createService(), inputs });
      expect(run.error).toBe('');
      expect(built(run)).toBe(true);
      expect(run.updated[0]?.SourceConfiguration?.ImageRepository).toMatchObject({
        ImageIdentifier: expect.stringContaining(`${REGISTRY}/hello-api:`),
        ImageConfiguration: { Port: '4000' },
      });
    },
  );

  it('gives way to the input image', async () => {
    const image = `${REGISTRY}/hello-api:9`;
    const run = await runWith(SOURCE, { service: createService(), inputs: { image } });
    expect(run.updated[0]?.SourceConfiguration?.ImageRepository?.ImageIdentifier).toBe(image);
  });

  it('is checked like that of an input', async () => {
    const run = await runWith(SOURCE.replace('us-east-1', 'eu-west-1'));
    expect(run.error).toContain('ImageRepository.ImageIdentifier is in eu-west-1');
    expect(built(run)).toBe(false);
  });

  it('from ECR Public needs neither login nor role', async () => {
    const run = await runWith(
      `
SourceConfiguration:
  ImageRepository:
    ImageIdentifier: public.ecr.aws/team/hello:1
    ImageRepositoryType: ECR_PUBLIC
`,
      { inputs: { 'access-role-arn': '' } },
    );
    expect(run.error).toBe('');
    expect(run.events.join()).not.toContain('ecr:GetAuthorizationToken');
    expect(run.created[0]?.SourceConfiguration).toEqual({
      ImageRepository: {
        ImageIdentifier: 'public.ecr.aws/team/hello:1',
        ImageRepositoryType: 'ECR_PUBLIC',
      },
      AutoDeploymentsEnabled: false,
    });
  });
});
