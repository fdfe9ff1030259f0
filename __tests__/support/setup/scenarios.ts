import {
  CreateAutoScalingConfigurationCommand,
  CreateObservabilityConfigurationCommand,
  CreateVpcConnectorCommand,
  CreateVpcIngressConnectionCommand,
} from '@aws-sdk/client-apprunner';
import type { Place } from '../../../scripts/setup/policies.ts';
import type { InputTexts } from '../create-inputs.ts';
import { fakeGitHub } from '../fake-github.ts';
import { pushImage } from '../registry-client.ts';
import { commit, createPreview, SWEEP, seedPreview, TOKEN } from '../seeded-previews.ts';
import { createEvent, eventFile } from '../unit-event.ts';
import type { PolicyRun, PolicyWorld } from './policy-world.ts';

/** Where the roles of the tests are. */
export const PLACE: Place = {
  region: 'us-east-1',
  account: '123456789012',
  service: 'hello',
  repository: 'hello',
  access_role_arn: 'arn:aws:iam::123456789012:role/deploy-hello-ecr',
  instance_role_arn: 'arn:aws:iam::123456789012:role/deploy-hello-instance',
  image_repository_arn: 'arn:aws:ecr:us-east-1:123456789012:repository/shared/base',
};

/** The runs of one feature, one after the other. */
export interface Scenario {
  /** Of the service, or of its previews where it is not said. */
  readonly place?: Place;
  /** How each run ends. */
  readonly results: readonly string[];
  play(world: PolicyWorld): AsyncGenerator<PolicyRun, void>;
}

const HELLO: InputTexts = { service: 'hello', 'access-role-arn': PLACE.access_role_arn };

const deploy = (world: PolicyWorld, inputs: InputTexts = {}) => world.run({ ...HELLO, ...inputs });

/** The ARNs of configurations of a name, whose revisions are the first. */
async function configurations({ appRunner }: PolicyWorld, name: string) {
  const [scaling, traces, connector] = await Promise.all([
    appRunner.send(
      new CreateAutoScalingConfigurationCommand({ AutoScalingConfigurationName: name }),
    ),
    appRunner.send(
      new CreateObservabilityConfigurationCommand({
        ObservabilityConfigurationName: name,
        TraceConfiguration: { Vendor: 'AWSXRAY' },
      }),
    ),
    appRunner.send(
      new CreateVpcConnectorCommand({ VpcConnectorName: name, Subnets: ['subnet-1'] }),
    ),
  ]);
  return {
    'auto-scaling-configuration-arn': `${scaling.AutoScalingConfiguration?.AutoScalingConfigurationArn}`,
    'observability-configuration-arn': `${traces.ObservabilityConfiguration?.ObservabilityConfigurationArn}`,
    'vpc-connector-arn': `${connector.VpcConnector?.VpcConnectorArn}`,
  };
}

/** The same ARNs, of the newest revisions. */
async function newest(world: PolicyWorld, name: string): Promise<InputTexts> {
  const { 'vpc-connector-arn': _, ...arns } = await configurations(world, name);
  return Object.fromEntries(
    Object.entries(arns).map(([input, arn]) => [input, arn.replace(/\/1\/\w+$/, '')]),
  );
}

/** What each feature is for, done once by the action itself. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  deploy: {
    results: ['created', 'updated', 'deployed', 'rolled-back'],
    async *play(world) {
      await world.makeRepository('hello');
      const [ones, others] = [
        await configurations(world, 'first'),
        await configurations(world, 'other'),
      ];
      yield deploy(world, { ...ones, 'image-tags': 'one' });
      yield deploy(world, { ...others, 'image-tags': 'two' });
      yield deploy(world, { 'image-tags': 'two' });
      world.aws.faults.add({ kind: 'ending', end: 'ROLLBACK_SUCCEEDED', afterMs: 200 });
      yield deploy(world, { 'image-tags': 'three' });
    },
  },
  lifecycle: {
    results: ['created', 'paused', 'resumed', 'deleted'],
    async *play(world) {
      await world.makeRepository('hello');
      yield deploy(world);
      for (const command of ['pause', 'resume', 'delete']) {
        yield world.run({ service: 'hello', command });
      }
    },
  },
  tags: {
    results: ['created', 'unchanged'],
    async *play(world) {
      await world.makeRepository('hello');
      yield deploy(world, { tags: 'team=web', 'skip-unchanged': 'true' });
      yield deploy(world, { tags: 'team=api', 'skip-unchanged': 'true' });
    },
  },
  'create-repository': {
    results: ['created'],
    async *play(world) {
      yield deploy(world, { 'create-repository': 'true' });
    },
  },
  'auto-scaling': {
    results: ['created', 'updated'],
    async *play(world) {
      await world.makeRepository('hello');
      yield deploy(world, { 'max-size': '3' });
      yield deploy(world, { 'max-size': '4' });
    },
  },
  'latest-revisions': {
    results: ['created', 'deployed'],
    async *play(world) {
      await world.makeRepository('hello');
      const arns = await newest(world, 'shared');
      yield deploy(world, arns);
      yield deploy(world, arns);
    },
  },
  'private-service': {
    results: ['created', 'deployed'],
    async *play(world) {
      await world.makeRepository('hello');
      const made = await deploy(world, { 'publicly-accessible': 'false' });
      yield made;
      await world.appRunner.send(
        new CreateVpcIngressConnectionCommand({
          ServiceArn: made.runner.outputs['service-arn'],
          VpcIngressConnectionName: 'inside',
          IngressVpcConfiguration: { VpcId: 'vpc-1', VpcEndpointId: 'vpce-1' },
        }),
      );
      yield deploy(world);
    },
  },
  'other-image': {
    results: ['created'],
    async *play(world) {
      await world.makeRepository('shared/base');
      await pushImage(await world.registry(), 'shared/base', '1.4.0');
      const registry = `${PLACE.account}.dkr.ecr.${PLACE.region}.amazonaws.com`;
      yield deploy(world, { image: `${registry}/shared/base:1.4.0` });
    },
  },
  'code-repository': {
    results: ['created', 'updated'],
    async *play(world) {
      const { appRunner } = world.aws;
      const url = 'https://github.com/octo/hello';
      appRunner.registerRepository(url, { buildLines: ['Step 1/1 : RUN npm ci'] });
      const code = {
        service: 'hello',
        'source-repository': url,
        'source-branch': 'main',
        'connection-arn': appRunner.seedConnection({ ConnectionName: 'github' }),
        runtime: 'NODEJS_22',
        'build-command': 'npm ci',
      };
      yield world.run(code);
      yield world.run({ ...code, port: '3000' });
    },
  },
  'instance-role': {
    results: ['created', 'updated'],
    async *play(world) {
      await world.makeRepository('hello');
      const role = { 'instance-role-arn': PLACE.instance_role_arn };
      yield deploy(world, { ...role, 'image-tags': 'one' });
      yield deploy(world, { ...role, 'image-tags': 'two' });
    },
  },
  'first-service': {
    results: ['created'],
    async *play(world) {
      world.gate.firstService = true;
      await world.makeRepository('hello');
      yield deploy(world);
    },
  },
  previews: {
    place: { ...PLACE, service: 'hello-pr-*' },
    results: ['created', 'updated', 'deleted', 'deleted'],
    async *play(world) {
      await world.makeRepository('hello');
      const stale = createPreview(8);
      const github = fakeGitHub({
        pullRequests: [
          { number: 7, state: 'open', headSha: commit(1) },
          { number: 8, state: 'closed', headSha: stale.commit },
        ],
      });
      const logs = { 'delete-logs': 'true', 'github-token': TOKEN };
      const act = async (action: string, headSha: string) => {
        const event = createEvent({ number: 7, action, headSha });
        const inputs = { ...HELLO, preview: 'true', ...logs };
        return world.run(inputs, { env: await eventFile(event), github: github.gitHub });
      };
      yield act('opened', commit(1));
      github.push(7, commit(2));
      yield act('synchronize', commit(2));
      github.close(7);
      yield act('closed', commit(2));
      await seedPreview(world.aws, stale);
      yield world.run({ ...SWEEP, ...logs }, { github: github.gitHub });
    },
  },
};
