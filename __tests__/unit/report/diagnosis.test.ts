import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleaner } from '../../../src/diagnosis/clean-text.ts';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import { annotation, diagnosisMarkdown, logLines } from '../../../src/report/diagnosis.ts';

const FAILURE = 'Operation 3c0d was rolled back. The service is RUNNING.\nSecond line.';

const DIAGNOSIS: Diagnosis = {
  cause: 'hello: the container exited with code 3: Error: DATABASE_URL is not set',
  remedy: 'Set it.',
  events: ['[AppRunner] one', '[AppRunner] Health check failed'],
  application: Array.from({ length: 40 }, (_, index) => `line ${index + 1}`),
  notes: ['There is no log group /aws/x.'],
  links: { 'App Runner': 'https://console/a', 'Event log': 'https://console/b' },
};

const UNKNOWN: Diagnosis = { ...DIAGNOSIS, cause: undefined, remedy: undefined };

/** A build failed, so there is no application. */
const UNBUILT: Diagnosis = {
  ...DIAGNOSIS,
  cause: 'hello: the build command failed: sh: tsc: command not found',
  application: [],
  build: ['[Build] one', '[Build] sh: tsc: command not found'],
};

describe('the annotation', () => {
  it('names the cause, then the verdict, the remedy, last lines and links', () => {
    expect(annotation(FAILURE, DIAGNOSIS).split('\n')).toEqual([
      'hello: the container exited with code 3: Error: DATABASE_URL is not set',
      'Operation 3c0d was rolled back. The service is RUNNING.',
      'Second line.',
      'Set it.',
      'The application logged last:',
      ...Array.from({ length: 10 }, (_, index) => `  line ${index + 31}`),
      'There is no log group /aws/x.',
      'App Runner: https://console/a',
      'Event log: https://console/b',
    ]);
  });

  it('without a cause begins with the failure and shows what App Runner says', () => {
    expect(annotation(FAILURE, UNKNOWN).split('\n').slice(0, 10)).toEqual([
      'Operation 3c0d was rolled back. The service is RUNNING.',
      'Second line.',
      'App Runner says:',
      '  [AppRunner] one',
      '  [AppRunner] Health check failed',
      'The application logged last:',
      '  line 36',
      '  line 37',
      '  line 38',
      '  line 39',
    ]);
  });

  it('shows what App Runner says where the application said nothing', () => {
    const text = annotation(FAILURE, { ...DIAGNOSIS, application: [] });
    expect(text).toContain('App Runner says:\n  [AppRunner] one');
    expect(text).not.toContain('logged last');
  });

  it("shows a build's last lines where the application's would be", () => {
    expect(annotation(FAILURE, UNBUILT).split('\n').slice(3, 7)).toEqual([
      'Set it.',
      'The build logged last:',
      '  [Build] one',
      '  [Build] sh: tsc: command not found',
    ]);
  });

  it('fits into the 4096 bytes that GitHub shows', () => {
    const long = { ...DIAGNOSIS, application: DIAGNOSIS.application.map(() => 'x'.repeat(500)) };
    expect(Buffer.byteLength(annotation(FAILURE, long))).toBeLessThan(4_096);
  });
});

describe('the log', () => {
  it('has all that was found out', () => {
    expect(logLines(DIAGNOSIS)).toEqual([
      'Cause: hello: the container exited with code 3: Error: DATABASE_URL is not set',
      'What to do: Set it.',
      "App Runner's event log:",
      '  [AppRunner] one',
      '  [AppRunner] Health check failed',
      "The application's log, last lines:",
      ...DIAGNOSIS.application.map((line) => `  ${line}`),
      'There is no log group /aws/x.',
      'App Runner: https://console/a',
      'Event log: https://console/b',
    ]);
  });

  it('has the lines of a build that failed', () => {
    expect(logLines(UNBUILT).slice(5, 8)).toEqual([
      "The build's log, last lines:",
      '  [Build] one',
      '  [Build] sh: tsc: command not found',
    ]);
  });

  it('says where no cause is known', () => {
    expect(logLines(UNKNOWN)[0]).toBe('The logs show no cause that is known.');
  });
});

describe('the job summary', () => {
  it('has a section with cause, remedy, lines, notes and links', () => {
    expect(diagnosisMarkdown({ ...DIAGNOSIS, application: ['a'] })).toBe(
      [
        '#### Why it failed',
        '**hello: the container exited with code 3: Error: DATABASE&#95;URL is not set**',
        'Set it.',
        'App Runner says:',
        '```text\n[AppRunner] one\n[AppRunner] Health check failed\n```',
        'The application logged last:',
        '```text\na\n```',
        '- There is no log group /aws/x.',
        '[App Runner](https://console/a) · [Event log](https://console/b)',
      ].join('\n\n'),
    );
  });

  it('has the lines of a build that failed', () => {
    expect(diagnosisMarkdown(UNBUILT)).toContain(
      'The build logged last:\n\n```text\n[Build] one\n[Build] sh: tsc: command not found\n```',
    );
  });

  it.each([
    ['```', '````'],
    ['a ````` b', '``````'],
    ['<script>', '```'],
  ])('shows the line %j behind a fence of %s', (line, fence) => {
    const section = diagnosisMarkdown({ ...UNKNOWN, events: [], application: [line] });
    expect(section).toContain(`\n${fence}text\n${line}\n${fence}\n`);
  });

  it('fits into the 1 MiB that GitHub shows, with the last lines', () => {
    const application = Array.from({ length: 1_000 }, (_, index) => `${index} ${'ü'.repeat(490)}`);
    const section = diagnosisMarkdown({ ...UNKNOWN, application });
    expect(Buffer.byteLength(section)).toBeLessThan(500_000);
    expect(section).toContain(`\n${application.at(-1)}\n`);
    expect(section).not.toContain(`\n${application[0]}\n`);
  });

  it('leaves out what there is not', () => {
    const nothing = { events: [], application: [], notes: [], links: {} };
    expect(diagnosisMarkdown(nothing)).toBe('#### Why it failed');
  });
});

describe('words from outside', () => {
  const bits = fc.constantFrom(
    '::',
    '##[',
    '`',
    '~~~',
    ' ',
    '\n',
    '\r',
    '<',
    '#',
    '\u001b[1m',
    'x',
  );
  const text = fc.array(bits, { maxLength: 8 }).map((parts) => parts.join(''));
  const clean = cleaner([]);
  /** As looking into logs makes it: clean lines; cause and notes of one line. */
  const diagnosis = fc.record({
    cause: fc.option(
      text.map((one) => clean(one).join(' ')),
      { nil: undefined },
    ),
    remedy: fc.option(
      text.map((one) => clean(one).join(' ')),
      { nil: undefined },
    ),
    events: fc.array(text).map((lines) => lines.flatMap(clean)),
    application: fc.array(text).map((lines) => lines.flatMap(clean)),
    notes: fc.array(text).map((lines) => lines.flatMap(clean)),
    links: fc.constant({ Log: 'https://console/a' }),
  });

  it('are no command to the runner', () => {
    fc.assert(
      fc.property(text, diagnosis, (failure, found) => {
        const lines = [
          ...annotation(failure, found).split(/[\r\n]/),
          ...logLines(found),
          ...logLines(found).flatMap((line) => line.split(/[\r\n]/)),
        ];
        const commands = lines.filter((line) => /^\s*::/.test(line) || line.includes('##['));
        expect(commands).toEqual([]);
      }),
    );
  });

  it('do not end the code block that they stand in', () => {
    fc.assert(
      fc.property(diagnosis, (found) => {
        const lines = diagnosisMarkdown(found).split('\n');
        const shown: string[] = [];
        let fence: string | undefined;
        for (const line of lines) {
          const opening = /^(`{3,})text$/.exec(line)?.[1];
          if (fence === undefined) fence = opening;
          else if (new RegExp(`^ {0,3}${fence}\`*\\s*$`).test(line)) fence = undefined;
          else shown.push(line);
        }
        expect(fence).toBeUndefined();
        expect(shown).toEqual([...found.events, ...found.application]);
      }),
    );
  });
});
