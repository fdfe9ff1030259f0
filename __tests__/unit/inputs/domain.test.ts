import { describe, expect, it } from '@jest/globals';
import { loadDomainSide } from '../../../src/inputs/domain-side.ts';
import {
  createInputs,
  createLifecycleInputs,
  problemsOf,
  readTexts,
} from '../../support/create-inputs.ts';
import { createEvent } from '../../support/unit-event.ts';

const PREVIEW = { preview: 'true', 'github-token': 'ghs_token' };
const EVENT = createEvent({ number: 7 });

describe('the inputs about a domain', () => {
  it.each([
    [{}, undefined],
    [{ domain: 'App.Example.com' }, { name: 'app.example.com', www: false, wait: false }],
    [
      {
        domain: 'example.com',
        'domain-www': 'true',
        'domain-wait': 'true',
        'hosted-zone-id': 'auto',
      },
      { name: 'example.com', www: true, wait: true, zone: { kind: 'auto' } },
    ],
    [
      { domain: '*.example.com', 'hosted-zone-id': '/hostedzone/Z0123' },
      { name: '*.example.com', www: false, wait: false, zone: { kind: 'id', id: 'Z0123' } },
    ],
  ])('are read: %j', (texts, domain) => {
    expect(createInputs(texts).domain).toEqual(domain);
    expect(createLifecycleInputs('delete', texts).domain).toEqual(domain);
  });

  it.each([
    [{ domain: 'https://example.com' }, ["'domain' is 'https://example.com'", 'without https://']],
    [{ domain: 'app' }, ["'domain' is 'app'"]],
    [{ domain: 'pr-{number}.example.com' }, ['without {number}', 'only a preview has one']],
    [{ domain: 'app.example.com', 'domain-www': 'true' }, ["'domain-www'", 'subdomain']],
    [{ domain: '*.example.com', 'domain-www': 'true' }, ["'domain-www'", 'wildcard']],
    [{ domain: 'app.example.com', wait: 'false' }, ["'domain' and 'wait: false'"]],
    [{ domain: 'app.example.com', 'hosted-zone-id': 'example.com' }, ["'hosted-zone-id'", 'auto']],
    [{ domain: 'app.example.com', 'domain-wait': 'yes' }, ["'domain-wait' is 'yes'"]],
    [{ 'hosted-zone-id': 'auto' }, ["'hosted-zone-id' is set and 'domain' is not"]],
    [{ 'domain-www': 'true' }, ["'domain-www' is set and 'domain' is not"]],
    [{ 'domain-wait': 'true' }, ["'domain-wait' is set and 'domain' is not"]],
  ])('are refused: %j', (texts, words) => {
    const [problem, ...others] = problemsOf(texts);
    for (const word of words) expect(problem).toContain(word);
    expect(others).toEqual([]);
  });

  it('are not looked at by a pause or a resume', () => {
    for (const command of ['pause', 'resume'] as const) {
      expect(createLifecycleInputs(command, { domain: '?' })).not.toHaveProperty('domain');
    }
  });
});

describe('the domain of a preview', () => {
  it('has the number of the pull request', () => {
    const inputs = createInputs(
      { ...PREVIEW, domain: 'pr-{number}.example.com' },
      undefined,
      EVENT,
    );
    expect(inputs.domain?.name).toBe('pr-7.example.com');
  });

  it('may be whole, as an expression of the workflow makes it', () => {
    const inputs = createInputs({ ...PREVIEW, domain: 'pr-7.example.com' }, undefined, EVENT);
    expect(inputs.domain?.name).toBe('pr-7.example.com');
  });

  it('goes with it, whether or not its end is waited for', () => {
    const texts = { ...PREVIEW, domain: 'pr-{number}.example.com', wait: 'false' };
    const closed = readTexts(texts, undefined, () => createEvent({ action: 'closed', number: 7 }));
    expect(closed).toMatchObject({ command: 'teardown', domain: { name: 'pr-7.example.com' } });
  });

  it('is no problem of its own where the event is none of a pull request', () => {
    const problems = problemsOf({ ...PREVIEW, domain: 'pr-{number}.example.com' });
    expect(problems).toEqual([expect.stringContaining("Input 'preview' is true")]);
  });
});

describe('the domains of a sweep', () => {
  const ENV = { AWS_REGION: 'us-east-1', GITHUB_REPOSITORY: 'octo/hello' };
  const SWEEP = { command: 'sweep', 'github-token': 'ghs_token' };

  it('are made of the number of each pull request', () => {
    const inputs = readTexts(
      { ...SWEEP, domain: 'pr-{number}.example.com', 'hosted-zone-id': 'auto' },
      ENV,
    );
    const domain = inputs.command === 'sweep' ? inputs.domain : undefined;
    expect(domain?.zone).toEqual({ kind: 'auto' });
    expect([7, 80].map((number) => domain?.nameFor(number))).toEqual([
      'pr-7.example.com',
      'pr-80.example.com',
    ]);
  });

  it.each([
    [{ domain: 'app.example.com' }, 'with {number} where'],
    [{ domain: 'pr_{number}.example.com' }, "'domain' is"],
    [{ 'hosted-zone-id': 'auto' }, "'domain' is not"],
  ])('are refused: %j', (texts, words) => {
    expect(problemsOf({ ...SWEEP, ...texts }, ENV)).toEqual([expect.stringContaining(words)]);
  });
});

it('what reads them is loaded for runs that name one of them only', async () => {
  const load = (texts: Readonly<Record<string, string>>) =>
    loadDomainSide((name) => texts[name] ?? '');
  expect(
    await load({ 'domain-www': 'false', 'domain-wait': 'false', service: 'hello' }),
  ).toBeUndefined();
  expect(await load({ domain: 'app.example.com' })).toBeDefined();
  expect(await load({ 'hosted-zone-id': 'auto' })).toBeDefined();
});
