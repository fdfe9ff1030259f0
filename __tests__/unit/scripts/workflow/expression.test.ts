import { describe, expect, it } from '@jest/globals';
import { evaluate, holds, interpolate } from '../../../../scripts/workflow/expression.ts';

const contexts = {
  github: {
    repository: 'Acme/Web',
    event: { number: 7, pull_request: { head: { repo: { full_name: 'acme/web' } } } },
  },
  steps: { deploy: { outputs: { 'service-url': 'https://x' } } },
};

describe('an expression of a workflow', () => {
  it.each([
    ['github.event.number', 7],
    ['steps.deploy.outputs.service-url', 'https://x'],
    ['steps.deploy.outputs.absent', null],
    ['github.event.pull_request.base.ref', null],
    ["'it''s'", "it's"],
    ["github.repository == 'acme/web'", true],
    ['github.event.pull_request.head.repo.full_name == github.repository', true],
    ["github.event.action != ''", false],
  ])('is evaluated: %s', (expression, value) => {
    expect(evaluate(expression, contexts)).toBe(value);
  });

  it.each([
    ['failure()', 'is of a form not known here'],
    ["github.event.number == '7' && github.repository", 'is of a form not known here'],
    ['secrets.TOKEN', 'names what is not there'],
    ['steps.build.outputs.url', 'names what is not there'],
    ['github.actor', 'names what is not there'],
  ])('is refused: %s', (expression, why) => {
    expect(() => evaluate(expression, contexts)).toThrow(why);
  });
});

/** An expression in its braces, which a linter takes for a forgotten template. */
const braced = (inner: string) => `$\{{${inner}}}`;

it.each([
  [`pr-${braced(' github.event.number ')}-${braced('github.repository')}`, 'pr-7-Acme/Web'],
  [`[${braced(' github.event.absent ')}]`, '[]'],
  ['no expression $HOME', 'no expression $HOME'],
])('the text %j becomes %j', (text, expected) => {
  expect(interpolate(text, contexts)).toBe(expected);
});

it('a text is not made of an object', () => {
  expect(() => interpolate(braced(' github.event '), contexts)).toThrow('an object');
});

it.each([
  ['github.event.number', true],
  [braced("github.repository != 'acme/web'"), false],
  ['github.event.absent', false],
])('a step with if: %s runs: %s', (condition, expected) => {
  expect(holds(condition, contexts)).toBe(expected);
});
