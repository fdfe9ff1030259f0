import { describe, expect, it } from '@jest/globals';
import {
  starts,
  tokenPermissions,
  type WorkflowEvent,
} from '../../../../scripts/workflow/event.ts';
import { interpolate } from '../../../../scripts/workflow/expression.ts';
import { readWorkflows } from '../../../../scripts/workflow/workflow.ts';
import { readmeWorkflow } from '../../../support/readme.ts';

const block = (text: string) => `Words\n\n\`\`\`yaml\n${text}\n\`\`\`\n`;
const workflow = 'name: A\non: { push: }\npermissions: {}\njobs: { a: { runs-on: x, steps: [] } }';

function pullRequest(action: string, from = 'acme/web', name = 'pull_request'): WorkflowEvent {
  const payload = {
    action,
    number: 7,
    pull_request: { head: { repo: from === '' ? null : { full_name: from } } },
    repository: { full_name: 'acme/web' },
  };
  return { name, payload, sha: 'a'.repeat(40), ref: 'refs/pull/7/merge' };
}

const push = (branch: string): WorkflowEvent => {
  return { name: 'push', payload: {}, sha: 'a'.repeat(40), ref: `refs/heads/${branch}` };
};

describe('the workflows of a text', () => {
  it('are its whole ones, by name', () => {
    const text = block('with:\n  service: a') + block(workflow) + block('on: {}\njobs: {}');
    expect([...readWorkflows(text).keys()]).toEqual(['A']);
  });

  it.each([
    ['in the workflow', `${workflow}\ndefaults: {}`, 'defaults'],
    ['in a job', workflow.replace('steps: []', 'environment: b, steps: []'), 'environment'],
    ['in a step', workflow.replace('[]', '[{ run: a, shell: b }]'), 'shell'],
  ])('are refused with a key that nothing reads %s', (_, text, key) => {
    expect(() => readWorkflows(block(text))).toThrow(`Workflow 'A': '${key}' is not known here.`);
  });
});

describe("the README's workflow", () => {
  const [deploy, preview] = [readmeWorkflow('Deploy'), readmeWorkflow('Preview')];

  it.each([
    ['a push to main', deploy, push('main'), true],
    ['a push elsewhere', deploy, push('blue'), false],
    ['a pull request', deploy, pullRequest('opened'), false],
    ['an opened pull request', preview, pullRequest('opened'), true],
    ['a push to it', preview, pullRequest('synchronize'), true],
    ['its end', preview, pullRequest('closed'), true],
    ['its return', preview, pullRequest('reopened'), true],
    ['a new title of it', preview, pullRequest('edited'), false],
    ['a push to main, with a preview', preview, push('main'), false],
    ['a time', readmeWorkflow('Sweep previews'), { ...push('main'), name: 'schedule' }, true],
  ])('is started, or not, by %s', (_, started, event, expected) => {
    expect(starts(started, event)).toBe(expected);
  });

  it('for previews runs once at a time for a pull request, and is not cancelled', () => {
    const { concurrency } = preview;
    const { group = '', ...rest } = typeof concurrency === 'object' ? concurrency : {};
    expect(rest).toEqual({ 'cancel-in-progress': false });
    const event = pullRequest('opened').payload;
    expect(interpolate(group, { github: { event } })).toBe('preview-7');
  });
});

describe("a job's token", () => {
  const preview = readmeWorkflow('Preview');

  it('may what the workflow says', () => {
    expect(tokenPermissions(preview, pullRequest('opened'))).toEqual({
      contents: 'read',
      'id-token': 'write',
      'pull-requests': 'write',
      deployments: 'write',
    });
  });

  it.each(['eve/web', ''])('may only read for a fork, here %j', (from) => {
    expect(tokenPermissions(preview, pullRequest('opened', from))).toEqual({
      contents: 'read',
      'pull-requests': 'read',
      deployments: 'read',
    });
  });

  it('is whole for a fork on pull_request_target', () => {
    const event = pullRequest('opened', 'eve/web', 'pull_request_target');
    expect(tokenPermissions(preview, event)).toEqual(preview.permissions);
  });
});

it('without types, a pull request starts a workflow when it is opened, pushed to or reopened', () => {
  const [bare] = readWorkflows(block(workflow.replace('push:', 'pull_request:'))).values();
  if (!bare) throw new Error('There is no workflow.');
  const actions = ['opened', 'synchronize', 'reopened', 'closed', 'labeled'];
  expect(actions.filter((action) => starts(bare, pullRequest(action)))).toEqual(
    actions.slice(0, 3),
  );
});
