import type { CreateAutoScalingConfigurationRequest, Service } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import {
  createService,
  KMS_KEY_ARN,
  SCALING_ARN,
  SERVICE_ARN,
} from '../../support/create-service.ts';
import { createScaling, DEFAULT_SCALING, ModelResources } from '../../support/model-resources.ts';
import { REFUSED, refused, unanswered } from '../../support/refusals.ts';
import { runAction } from '../../support/unit-deployment.ts';

const BIG = createScaling('big', 3, [1, 25, 100]);

/** The calls of a run that change something, in order. */
function writes({ events }: { readonly events: readonly string[] }): string[] {
  return events
    .filter((event) => /^apprunner:(Create|Update|Start|Tag|Delete)/.test(event))
    .map((event) => event.replace('apprunner:', ''));
}

describe('sizes of auto scaling', () => {
  const inputs = { 'max-size': '5', 'max-concurrency': '20' };

  it('that no revision has are made one right before the update, which takes its ARN', async () => {
    const model = new ModelResources([DEFAULT_SCALING, BIG]);
    const run = await runAction({ service: createService(), inputs, appRunner: model });
    expect(run.error).toBe('');
    expect(writes(run)).toEqual(['CreateAutoScalingConfiguration', 'UpdateService']);
    const made = model.scaling.at(-1);
    expect(made).toMatchObject({
      AutoScalingConfigurationName: 'hello-api',
      MinSize: 1,
      MaxSize: 5,
      MaxConcurrency: 20,
    });
    expect(run.updated[0]?.AutoScalingConfigurationArn).toBe(made?.AutoScalingConfigurationArn);
    const log = run.runner.text();
    expect(log).toContain(
      "info: CreateAutoScalingConfiguration: 'hello-api' of 1 to 5 instances, 20 requests each",
    );
    expect(log).toMatch(
      /changed {2}AutoScalingConfigurationArn +arn:.*\/big\/3\/1 -> a new revision of hello-api: 1 to 5 instances/,
    );
    expect(run.runner.summaries[0]).toContain('AutoScalingConfigurationArn | changed |');
  });

  it('that a revision has are taken, for a new service too', async () => {
    const model = new ModelResources([DEFAULT_SCALING, createScaling('other', 1, [1, 5, 20])]);
    const run = await runAction({ inputs, appRunner: model });
    expect(run.error).toBe('');
    expect(writes(run)).toEqual(['CreateService']);
    expect(run.created[0]?.AutoScalingConfigurationArn).toContain('/other/1/1');
  });

  it('without room for a revision end the run before the build', async () => {
    const five = [1, 2, 3, 4, 5].map((one) => createScaling('hello-api', one, [1, one, 1]));
    const run = await runAction({
      service: createService(),
      inputs,
      appRunner: new ModelResources([DEFAULT_SCALING, BIG, ...five]),
    });
    expect(run.error).toContain("'hello-api' has 5 revisions");
    expect(run.events.some((event) => event.startsWith('docker buildx build'))).toBe(false);
    expect(writes(run)).toEqual([]);
  });

  it('are made once, also when the update has to be sent again', async () => {
    const model = new ModelResources([DEFAULT_SCALING, BIG]);
    const refusals = [REFUSED.instanceRole, REFUSED.instanceRole];
    const run = await runAction({
      service: createService(),
      inputs,
      appRunner: {
        ...model,
        update: async () => {
          const refusal = refusals.shift();
          if (refusal) throw refusal;
          return { operationId: '3c0d9a2e-5b1f-4a6d-8e7c-0f1a2b3c4d5e' };
        },
      },
    });
    expect(run.error).toBe('');
    expect(writes(run)).toEqual([
      'CreateAutoScalingConfiguration',
      'UpdateService',
      'UpdateService',
      'UpdateService',
    ]);
    expect(new Set(run.updated.map((one) => one.AutoScalingConfigurationArn)).size).toBe(1);
  });

  it('that meet the quota after all say what to do', async () => {
    const run = await runAction({
      service: createService(),
      inputs,
      appRunner: {
        ...new ModelResources([DEFAULT_SCALING, BIG]),
        createAutoScalingConfiguration: async (_: CreateAutoScalingConfigurationRequest) => {
          throw refused('ServiceQuotaExceededException', 'You have reached the quota');
        },
      },
    });
    expect(run.error).toContain(
      "no room for another revision of auto scaling configuration 'hello-api'",
    );
    expect(run.error).toContain('You have reached the quota');
    expect(writes(run)).toEqual(['CreateAutoScalingConfiguration']);
  });
});

describe('tags', () => {
  const inputs = { tags: 'team=web\nstage=live' };
  const appRunner = { tags: async () => ({ team: 'web', owner: 'x' }), tag: async () => undefined };

  it('that differ are set before the deployment, and those alone', async () => {
    const tagged: object[] = [];
    const run = await runAction({
      service: createService(),
      inputs,
      appRunner: { ...appRunner, tag: async (arn, tags) => void tagged.push({ arn, tags }) },
    });
    expect(run.error).toBe('');
    expect(writes(run)).toEqual(['TagResource', 'UpdateService']);
    expect(tagged).toEqual([{ arn: SERVICE_ARN, tags: { stage: 'live' } }]);
    expect(JSON.stringify(run.updated)).not.toContain('stage');
    expect(run.runner.text()).toContain('info: TagResource: stage.');
    expect(run.runner.text()).toMatch(/added {4}Tags\.stage +live/);
    expect(run.runner.summaries[0]).toContain('| Tags.stage | added |  | live |');
  });

  it('of a new service are in its request', async () => {
    const run = await runAction({ inputs, appRunner });
    expect(writes(run)).toEqual(['CreateService']);
    expect(run.created[0]?.Tags).toEqual([
      { Key: 'team', Value: 'web' },
      { Key: 'stage', Value: 'live' },
    ]);
  });

  it('are asked for only when some are named', async () => {
    const run = await runAction({ service: createService() });
    expect(run.events).not.toContain('apprunner:ListTagsForResource');
  });

  it('that a busy service refuses are set later', async () => {
    const refusals = [REFUSED.busyUpdate];
    const run = await runAction({
      service: createService(),
      inputs,
      appRunner: {
        ...appRunner,
        tag: async () => {
          const refusal = refusals.shift();
          if (refusal) throw refusal;
        },
      },
    });
    expect(run.error).toBe('');
    expect(writes(run)).toEqual(['TagResource', 'TagResource', 'UpdateService']);
  });

  it('that may not be set end the run, which says so and changes nothing', async () => {
    const run = await runAction({
      service: createService(),
      inputs,
      appRunner: {
        ...appRunner,
        tag: async () => {
          throw REFUSED.denied;
        },
      },
    });
    expect(run.error).toContain('AccessDeniedException');
    expect(writes(run)).toEqual(['TagResource']);
    expect(run.runner.text()).toContain('info: The service was not changed.');
  });

  it('that were set are told of when the deployment is refused', async () => {
    const run = await runAction({
      service: createService(),
      inputs,
      appRunner: {
        ...appRunner,
        update: async () => {
          throw REFUSED.denied;
        },
      },
    });
    expect(run.runner.text()).toContain(
      'info: This run called TagResource: the service has the tags stage.',
    );
  });

  it('whose answer is lost are said to be unknown', async () => {
    const run = await runAction({
      service: createService(),
      inputs,
      appRunner: {
        ...appRunner,
        tag: async () => {
          throw unanswered();
        },
      },
    });
    expect(run.code).toBe(1);
    expect(run.runner.text()).toContain('Whether AWS took TagResource is not known');
  });
});

describe('the KMS key', () => {
  it('that is another one ends the run before the build', async () => {
    const run = await runAction({
      service: createService(),
      inputs: { 'kms-key-arn': KMS_KEY_ARN.replace('1234abcd', '0000abcd') },
    });
    expect(run.error).toContain('a key is chosen when a service is created');
    expect(run.events.some((event) => event.startsWith('docker buildx build'))).toBe(false);
  });
});

describe('a private service', () => {
  const closed: Service = createService({
    ServiceUrl: '',
    NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible: false } },
  });
  const connection = (DomainName: string, Status: string) => ({ DomainName, Status }) as never;

  it('has the URL of its VPC ingress connection that is available', async () => {
    const run = await runAction({
      service: closed,
      appRunner: {
        vpcIngressConnections: async () => [
          connection('a.example', 'PENDING_CREATION'),
          connection('b.example', 'available'),
        ],
      },
    });
    expect(run.error).toBe('');
    expect(run.runner.outputs['service-url']).toBe('https://b.example');
    expect(run.runner.text()).toContain(
      'info: The service is private: it is reached from its VPC at https://b.example.',
    );
  });

  it('without one is said to have no URL', async () => {
    const run = await runAction({
      service: closed,
      appRunner: { vpcIngressConnections: async () => [] },
    });
    expect(run.code).toBe(0);
    expect(run.runner.outputs).not.toHaveProperty('service-url');
    expect(run.runner.text()).toContain('has no VPC ingress connection that is available');
  });

  it('whose connections may not be listed is deployed all the same', async () => {
    const run = await runAction({
      service: closed,
      appRunner: {
        vpcIngressConnections: async () => {
          throw REFUSED.denied;
        },
      },
    });
    expect(run.code).toBe(0);
    expect(run.runner.text()).toContain('warning: Where the service answers could not be read.');
  });

  it('that this run has closed loses the URL it had', async () => {
    let looks = 0;
    const run = await runAction({
      service: createService(),
      inputs: { 'publicly-accessible': 'false' },
      appRunner: {
        describe: async () => (looks++ === 0 ? createService() : closed),
        vpcIngressConnections: async () => [],
      },
    });
    expect(run.code).toBe(0);
    expect(run.updated[0]?.NetworkConfiguration).toMatchObject({
      IngressConfiguration: { IsPubliclyAccessible: false },
      IpAddressType: 'IPV4',
    });
    expect(run.runner.outputs).not.toHaveProperty('service-url');
  });

  it('is no matter of a public one', async () => {
    const run = await runAction({ service: createService() });
    expect(run.events).not.toContain('apprunner:ListVpcIngressConnections');
  });
});

describe('a partial ARN', () => {
  it('is the revision that it means, and no change where the service has it', async () => {
    const run = await runAction({
      service: createService(),
      inputs: { 'auto-scaling-configuration-arn': SCALING_ARN.replace('/3/1', '') },
      appRunner: new ModelResources([BIG]),
    });
    expect(run.error).toBe('');
    expect(run.updated[0]?.AutoScalingConfigurationArn).toBe(SCALING_ARN);
    expect(run.runner.text()).not.toMatch(/changed +AutoScaling/);
  });
});
