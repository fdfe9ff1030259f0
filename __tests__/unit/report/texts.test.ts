import { describe, expect, it } from '@jest/globals';
import { changeLines, changeTable } from '../../../src/report/changes.ts';
import { duration } from '../../../src/report/duration.ts';
import { cell, table } from '../../../src/report/markdown.ts';
import { type Done, soFar } from '../../../src/report/so-far.ts';
import type { Change } from '../../../src/service/changes.ts';

describe('a duration', () => {
  it.each([
    [0, '0 ms'],
    [480, '480 ms'],
    [999, '999 ms'],
    [1_000, '1.0 s'],
    [5_240, '5.2 s'],
    [59_900, '59.9 s'],
    [60_000, '1 min 00 s'],
    [64_000, '1 min 04 s'],
    [119_600, '2 min 00 s'],
    [3_600_000, '60 min 00 s'],
    [59_980, '1 min 00 s'],
  ])('%d ms is %s', (ms, text) => {
    expect(duration(ms)).toBe(text);
  });
});

describe('a table cell', () => {
  it.each([
    ['plain text 1.4-0', 'plain text 1.4-0'],
    ['a|b', 'a&#124;b'],
    ['`a`', '&#96;a&#96;'],
    ['<b>', '&lt;b&gt;'],
    ['&lt;', '&amp;lt;'],
    ['one\ntwo\r\n\tthree', 'one two three'],
    ['a_b*c~d', 'a&#95;b&#42;c&#126;d'],
    ['[x](y)', '&#91;x&#93;&#40;y&#41;'],
    ['@team #1 !', '`@team` `#1` &#33;'],
    ['a\\|b', 'a&#92;&#124;b'],
    ['{{x}}', '&#123;&#123;x&#125;&#125;'],
  ])('%j is shown as it is', (text, markdown) => {
    expect(cell(text)).toBe(markdown);
  });

  it('stands in a table', () => {
    expect(table(['A', 'B'], [['1', cell('a|b')]])).toBe(
      '| A | B |\n| --- | --- |\n| 1 | a&#124;b |',
    );
  });
});

describe('changed settings', () => {
  const changes: Change[] = [
    { setting: 'A.Cpu', kind: 'changed', before: '1024', after: '2048' },
    { setting: 'A.Path', kind: 'added', after: '/a|b' },
    { setting: 'A.Port', kind: 'removed', before: '80' },
    { setting: 'RuntimeEnvironmentVariables.MY_KEY', kind: 'changed' },
  ];

  it('are log lines', () => {
    expect(changeLines(changes)).toEqual([
      'changed  A.Cpu   1024 -> 2048',
      'added    A.Path  /a|b',
      'removed  A.Port  80',
      'changed  RuntimeEnvironmentVariables.MY_KEY',
    ]);
  });

  it('are one log line each, whatever others wrote into them', () => {
    const after = 'a\n::error::b\r\u001b[31m';
    expect(changeLines([{ setting: 'Tags.x\ny', kind: 'added', after }])).toEqual([
      'added    Tags.x y  a ::error::b [31m',
    ]);
  });

  it('are a table', () => {
    expect(changeTable(changes).split('\n').slice(2)).toEqual([
      '| A.Cpu | changed | 1024 | 2048 |',
      '| A.Path | added |  | /a&#124;b |',
      '| A.Port | removed | 80 |  |',
      '| RuntimeEnvironmentVariables.MY&#95;KEY | changed |  |  |',
    ]);
  });

  it('are nothing when there are none', () => {
    expect(changeTable([])).toBe('');
    expect(changeLines([])).toEqual([]);
  });
});

describe('what was done before a failure', () => {
  const image = { image: 'r/hello:1', imageDigest: 'sha256:d' };
  const pushed = 'The image was pushed: r/hello:1@sha256:d.';
  it.each<[string, Done, string[]]>([
    ['nothing', { facts: {}, pushed: false, acts: [] }, []],
    [
      'tags and an operation',
      {
        facts: {},
        pushed: false,
        acts: [
          { call: 'TagResource', effect: 'the service has the tags team' },
          { call: 'UpdateService', operationId: 'op-1', status: 'FAILED' },
        ],
      },
      [
        'This run called TagResource: the service has the tags team.',
        'This run called UpdateService: operation op-1 is FAILED.',
      ],
    ],
    ['a push', { facts: image, pushed: true, acts: [] }, [pushed, 'The service was not changed.']],
    [
      'a push and a call that failed',
      {
        facts: image,
        pushed: true,
        acts: [{ call: 'UpdateService', operationId: 'op', status: 'FAILED' }],
      },
      [pushed, 'This run called UpdateService: operation op is FAILED.'],
    ],
    [
      'a new repository and a push',
      {
        facts: image,
        pushed: true,
        acts: [
          { call: 'CreateRepository', effect: "it made repository 'hello'" },
          { call: 'PutLifecyclePolicy', effect: "repository 'hello' has its lifecycle policy" },
        ],
      },
      [
        "This run called CreateRepository: it made repository 'hello'.",
        "This run called PutLifecyclePolicy: repository 'hello' has its lifecycle policy.",
        pushed,
        'The service was not changed.',
      ],
    ],
    [
      'a new repository, a push and an operation',
      {
        facts: image,
        pushed: true,
        acts: [
          { call: 'CreateRepository', effect: "it made repository 'hello'" },
          { call: 'CreateService', operationId: 'op', status: 'FAILED' },
        ],
      },
      [
        "This run called CreateRepository: it made repository 'hello'.",
        pushed,
        'This run called CreateService: operation op is FAILED.',
      ],
    ],
    [
      'a repository that may be there',
      { facts: {}, pushed: false, acts: [{ call: 'CreateRepository' }] },
      [
        'Whether AWS took CreateRepository is not known: its answer did not come.',
        'The service was not changed.',
      ],
    ],
    [
      'a call that goes on',
      {
        facts: image,
        pushed: false,
        acts: [
          { call: 'ResumeService', status: 'SUCCEEDED' },
          { call: 'UpdateService', operationId: 'op', status: 'IN_PROGRESS' },
        ],
      },
      [
        'This run called ResumeService: an operation without an id is SUCCEEDED.',
        "App Runner goes on with operation op (UpdateService), last seen IN_PROGRESS; it can't be stopped.",
      ],
    ],
    [
      'a call without an answer',
      { facts: {}, pushed: false, acts: [{ call: 'CreateService' }] },
      ['Whether AWS took CreateService is not known: its answer did not come.'],
    ],
  ])('%s', (_, done, lines) => {
    expect(soFar(done, false)).toEqual(lines);
  });

  it('is said after a cancel also when there is nothing', () => {
    expect(soFar({ facts: {}, pushed: false, acts: [] }, true)).toEqual([
      'The service was not changed.',
    ]);
  });
});
