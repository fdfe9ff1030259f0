import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import type { Ecr } from '../../../src/ports.ts';
import { ENVIRONMENT } from '../../support/create-inputs.ts';
import { createService, REGISTRY } from '../../support/create-service.ts';
import { PLAIN_IMAGE, type World } from '../../support/fake-ports.ts';
import { deeds, type Run, runAction } from '../../support/unit-deployment.ts';
import { runPreview } from '../../support/unit-preview.ts';

/** An error of ECR as awsCall throws it. */
function refusal(code: string, action: string, more: object = {}): ActionError {
  const cause = Object.assign(new Error('no'), { name: code, $fault: 'client', ...more });
  return new ActionError(`${action} failed for repository 'hello-api': ${code}: no.`, { cause });
}

function failing(error: Error) {
  return async (): Promise<never> => {
    throw error;
  };
}

const MISSING = failing(refusal('RepositoryNotFoundException', 'ecr:DescribeRepositories'));
const TAKEN = 'RepositoryAlreadyExistsException';
const IMMUTABLE = async (name: string) => ({ name, immutable: true, exceptions: ['latest'] });

/** ECR without the repository, and with it from its creation on. */
function emptyEcr(calls: Partial<Ecr> = {}, afterwards = IMMUTABLE): Partial<Ecr> {
  let there = false;
  return {
    repository: (name) => (there ? afterwards(name) : MISSING()),
    ...calls,
    createRepository: (request) => {
      there = true;
      return calls.createRepository?.(request) ?? Promise.resolve();
    },
  };
}

function create(world: World = {}): Promise<Run> {
  const { inputs, ecr = emptyEcr(), ...rest } = world;
  return runAction({ ecr, inputs: { 'create-repository': 'true', ...inputs }, ...rest });
}

/** What a run did to the repository and with it, in order. */
const repositoryDeeds = ({ events }: Run) =>
  events.filter((event) =>
    /^(ecr:(Create|Put)|docker (login|buildx build)|apprunner:Create)/.test(event),
  );

const warnings = ({ runner }: Run) => runner.log.filter((line) => line.startsWith('warning: '));

describe('a repository that is not there', () => {
  it('is made with create-repository, after the login and before the build', async () => {
    const run = await create();
    expect(run.error).toBe('');
    expect(repositoryDeeds(run)).toEqual([
      'docker login AWS',
      'ecr:CreateRepository hello-api',
      'ecr:PutLifecyclePolicy hello-api',
      'docker buildx build',
      'apprunner:CreateService',
    ]);
    expect(run.runner.text()).toContain(
      "Repository 'hello-api' does not exist yet and will be created.",
    );
    expect(run.runner.text()).toContain(
      "CreateRepository: 'hello-api', where images are scanned on push and encrypted, no tag but 'latest' can be moved, and a lifecycle policy keeps the last 50 images.",
    );
    expect(warnings(run)).toEqual([]);
  });

  it('is made in the account of the credentials where registry-id names it', async () => {
    const run = await create({ inputs: { 'registry-id': '123456789012' } });
    expect(run.code).toBe(0);
    expect(run.events).toContain('ecr:CreateRepository hello-api');
  });

  it('of a preview is that of its service', async () => {
    const inputs = { 'create-repository': 'true' };
    const run = await runPreview({ ecr: emptyEcr(), inputs });
    expect(run.error).toBe('');
    expect(run.events).toContain('ecr:CreateRepository hello-api');
    expect(run.runner.outputs['service-name']).toBe('hello-api-pr-7');
  });

  it.each<[string, World, string]>([
    [
      'is an error without the input, which names it',
      { inputs: { 'create-repository': '' } },
      'set create-repository: true',
    ],
    [
      'in another account is an error with what it takes there',
      { inputs: { 'registry-id': '210987654321' } },
      'in account 210987654321, with a policy that lets account 123456789012 push',
    ],
    [
      'in another account is an error without the input too',
      { inputs: { 'registry-id': '210987654321', 'create-repository': 'false' } },
      'create-repository makes none in another account',
    ],
  ])('%s', async (_, world, part) => {
    const run = await create(world);
    expect(run.code).toBe(1);
    expect(run.error).toContain('RepositoryNotFoundException');
    expect(run.error).toContain(part);
    expect(repositoryDeeds(run)).toEqual([]);
  });

  it.each<[string, World]>([
    ['a check fails', { inputs: { file: 'nope' } }],
    ['App Runner would refuse the service', { inputs: { 'access-role-arn': '' } }],
    ['the login fails', { docker: ({ args }) => (args[0] === 'login' ? { code: 1 } : undefined) }],
  ])('is not made when %s', async (_, world) => {
    const run = await create(world);
    expect(run.code).toBe(1);
    expect(run.events.filter((event) => event.startsWith('ecr:Create'))).toEqual([]);
  });
});

describe('a repository that exists', () => {
  it('is left as it is, and said to be', async () => {
    const run = await create({ ecr: {} });
    expect(run.code).toBe(0);
    expect(run.events.filter((event) => /^ecr:(Create|Put)/.test(event))).toEqual([]);
    expect(run.runner.text()).toContain("Repository 'hello-api' exists and is left as it is.");
  });

  it('since a moment ago, made by somebody else, is left as it is and pushed to', async () => {
    const createRepository = failing(refusal(TAKEN, 'ecr:CreateRepository'));
    let asked = 0;
    const image = async () => {
      asked += 1;
      return asked === 1 ? undefined : PLAIN_IMAGE;
    };
    const run = await create({ ecr: emptyEcr({ createRepository, image }) });
    expect(run.error).toBe('');
    expect(run.events).not.toContain('ecr:PutLifecyclePolicy hello-api');
    expect(run.runner.text()).toContain("Somebody else has made repository 'hello-api' meanwhile");
    expect(deeds(run)).toContain('docker buildx build');
  });

  it('since a moment ago with the image of this commit has it deployed, and nothing is built', async () => {
    const createRepository = failing(refusal(TAKEN, 'ecr:CreateRepository'));
    const run = await create({ ecr: emptyEcr({ createRepository }) });
    expect(run.error).toBe('');
    expect(deeds(run)).toEqual(['docker login AWS', 'apprunner:CreateService']);
    expect(run.runner.text()).toContain('its tag is immutable, so it is deployed as it is');
  });

  it('because the answer to the first try was lost gets its policy', async () => {
    const error = refusal(TAKEN, 'ecr:CreateRepository', { $metadata: { attempts: 2 } });
    const run = await create({ ecr: emptyEcr({ createRepository: failing(error) }) });
    expect(run.error).toBe('');
    expect(run.events).toContain('ecr:PutLifecyclePolicy hello-api');
  });
});

describe('a repository that can not be made', () => {
  const denied = failing(refusal('AccessDeniedException', 'ecr:CreateRepository'));

  it('is an error, before anything is built', async () => {
    const run = await create({ ecr: emptyEcr({ createRepository: denied }) });
    expect(run.code).toBe(1);
    expect(run.error).toContain("ecr:CreateRepository failed for repository 'hello-api'");
    expect(deeds(run)).toEqual(['docker login AWS']);
    expect(run.runner.text()).not.toContain('This run called CreateRepository');
  });

  it('for sure is said to be unknown', async () => {
    const broken = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    const error = new ActionError('ecr:CreateRepository failed: ECONNRESET.', { cause: broken });
    const run = await create({ ecr: emptyEcr({ createRepository: failing(error) }) });
    expect(run.code).toBe(1);
    expect(run.runner.text()).toContain('Whether AWS took CreateRepository is not known');
  });

  it('with its lifecycle policy is made without, and the action that is missing is named', async () => {
    const error = refusal('AccessDeniedException', 'ecr:PutLifecyclePolicy');
    const run = await create({ ecr: emptyEcr({ putLifecyclePolicy: failing(error) }) });
    expect(run.error).toBe('');
    expect(warnings(run)).toEqual([
      expect.stringMatching(/without its lifecycle policy.*ecr:PutLifecyclePolicy failed/),
    ]);
  });
});

describe('a run that fails after it made the repository', () => {
  it('says that it is there', async () => {
    const run = await create({
      docker: ({ args }) => (args[1] === 'build' ? { code: 1, stderr: 'ERROR: no' } : undefined),
    });
    expect(run.code).toBe(1);
    expect(run.runner.text()).toContain(
      "This run called CreateRepository: it made repository 'hello-api'.",
    );
    expect(run.runner.text()).toContain(
      "PutLifecyclePolicy: repository 'hello-api' has its lifecycle policy.",
    );
    expect(run.runner.text()).toContain('The service was not changed.');
  });
});

describe('a dry run', () => {
  it('says that the repository would be made, and makes nothing', async () => {
    const run = await create({ inputs: { 'dry-run': 'true' } });
    expect(run.error).toBe('');
    expect(repositoryDeeds(run)).toEqual([]);
    const steps = run.runner.log.filter((line) => /^info: {3}\d/.test(line));
    expect(steps).toEqual([
      expect.stringMatching(/1\. CreateRepository: 'hello-api', where images are scanned/),
      expect.stringContaining(
        `2. Build the image and push it as ${REGISTRY}/hello-api:${ENVIRONMENT.GITHUB_SHA}`,
      ),
      expect.stringContaining('3. CreateService'),
    ]);
  });

  it('says nothing of a repository that exists', async () => {
    const run = await create({ ecr: {}, inputs: { 'dry-run': 'true' }, service: createService() });
    expect(run.runner.text()).not.toContain('CreateRepository');
  });
});

describe('a cache in the new repository', () => {
  const inputs = {
    'cache-to': `type=registry,ref=${REGISTRY}/hello-api:cache,mode=max`,
    builder: 'mine',
  };
  const docker: World['docker'] = ({ args }) =>
    args.includes('inspect') ? { stdout: 'Driver: docker-container\n' } : undefined;
  const stuck = expect.stringContaining(
    "Input 'cache-to' writes tag 'cache' of repository 'hello-api', where it can't be moved",
  );

  it.each(['true', 'false'])('is warned of: dry-run %s', async (dryRun) => {
    const run = await create({ inputs: { ...inputs, 'dry-run': dryRun }, docker });
    expect(run.error).toBe('');
    expect(warnings(run)).toEqual([stuck]);
  });

  it('is no matter where the repository exists', async () => {
    const run = await create({ ecr: {}, inputs, docker });
    expect(warnings(run)).toEqual([]);
  });
});
