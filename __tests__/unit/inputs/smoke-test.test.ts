import { describe, expect, it } from '@jest/globals';
import { createInputs } from '../../support/create-inputs.ts';
import { REGISTRY } from '../../support/create-service.ts';
import { type BadInput, expectOneProblem } from '../../support/unit-bad-input.ts';

describe('a smoke test', () => {
  it.each(['/', '/health', '/a/b.c?d=e&f=%20', '/?x', '/größe', '/a//b', '/a:b@c', '/..'])(
    'may ask %s',
    (path) => {
      expect(createInputs({ 'smoke-path': path }).smoke).toEqual({ path });
    },
  );

  it.each([200, 302, 404, 599])('may want status %d', (status) => {
    const texts = { 'smoke-path': '/health', 'smoke-status': `${status}` };
    expect(createInputs(texts).smoke).toEqual({ path: '/health', status });
  });

  it('is left out when no path is named', () => {
    expect(createInputs()).not.toHaveProperty('smoke');
  });

  it('can be asked of an image that exists', () => {
    const texts = { image: `${REGISTRY}/hello:1`, 'smoke-path': '/' };
    expect(createInputs(texts).smoke).toEqual({ path: '/' });
  });
});

describe('a smoke test that is wrong ends in one sentence', () => {
  it.each<BadInput>([
    ...['199', '600', '2xx'].map(
      (status): BadInput => [
        `smoke-status ${status}`,
        { 'smoke-path': '/', 'smoke-status': status },
        [`Input 'smoke-status' is '${status}'`, 'from 200 to 599', 'Example: smoke-status: 200'],
      ],
    ),
    [
      'smoke-status without smoke-path',
      { 'smoke-status': '204' },
      ["Input 'smoke-status' is set and 'smoke-path' is not", 'Example: smoke-path: /health'],
    ],
    [
      'smoke-path without a wait',
      { 'smoke-path': '/health', wait: 'false' },
      ["Inputs 'smoke-path' and 'wait: false' exclude each other", 'Remove one of them'],
    ],
    ...['https://hello.example/health', 'HTTP://localhost', 'ftp://x/y'].map(
      (url): BadInput => [
        `${url} as smoke-path`,
        { 'smoke-path': url },
        ["Input 'smoke-path' is a whole URL", 'write only what follows the host name', '/health'],
      ],
    ),
    ...[
      'health',
      '//host/health',
      '/\\host',
      '/a\\b',
      '/a b',
      '/a#b',
      '/a\tb',
      '/\u0000',
      '?a=1',
    ].map(
      (path): BadInput => [
        `${JSON.stringify(path)} as smoke-path`,
        { 'smoke-path': path },
        [
          "Input 'smoke-path' is '",
          'a path that starts with one /',
          'Example: smoke-path: /health',
        ],
      ],
    ),
  ])('%s', (_, texts, parts) => {
    expectOneProblem(texts, parts);
  });
});
