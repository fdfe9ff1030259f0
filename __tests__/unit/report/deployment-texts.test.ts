import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  beginning,
  deploymentDescription,
  ending,
  superseded,
} from '../../../src/report/deployment-texts.ts';
import type { Report } from '../../../src/report/report.ts';
import { longHostileText } from '../../support/hostile-text.ts';
import { ABOUT, CREATED, ROLLED_BACK } from '../../support/unit-report.ts';

const logUrl = ABOUT.runUrl;

describe('a deployment on record', () => {
  it('says what is deployed', () => {
    expect(deploymentDescription(ABOUT)).toBe('App Runner service hello-api-pr-7, branch feature');
    expect(deploymentDescription({ service: 'hello-api' })).toBe('App Runner service hello-api');
  });

  it('begins with a link to the run', () => {
    expect(beginning(ABOUT)).toEqual({ state: 'in_progress', logUrl });
  });

  it.each<[string, Report, object]>([
    [
      'a success',
      CREATED,
      {
        state: 'success',
        environmentUrl: 'https://x.us-east-1.awsapprunner.com',
        description: 'created, in 3 min 20 s',
      },
    ],
    [
      'a private service',
      { ...CREATED, facts: { ...CREATED.facts, serviceUrl: '' } },
      { state: 'success', description: 'created, in 3 min 20 s' },
    ],
    [
      'a run that did not wait',
      { ...CREATED, facts: { ...CREATED.facts, operationStatus: 'PENDING' } },
      { state: 'in_progress', description: 'App Runner goes on with it; the run did not wait.' },
    ],
    [
      'a rollback',
      ROLLED_BACK,
      { state: 'failure', description: 'hello-api-pr-7: the container exited with code 3' },
    ],
    [
      'a failure without a cause',
      { ...CREATED, result: 'failed', failure: 'One line.\nAnother.' },
      { state: 'failure', description: 'One line. Another.' },
    ],
    [
      'a failure without words',
      { ...CREATED, result: 'failed' },
      { state: 'failure', description: 'not deployed' },
    ],
    [
      'a skipped run',
      { ...CREATED, result: 'skipped', reason: 'It is closed.' },
      { state: 'inactive', description: 'It is closed.' },
    ],
  ])('ends after %s', (_, report, status) => {
    expect(ending(report, ABOUT, true)).toEqual({ logUrl, ...status });
  });

  it('of an older commit ends inactive, and failed where it failed', () => {
    expect(ending(CREATED, ABOUT, false)).toEqual({
      state: 'inactive',
      logUrl,
      description: 'A newer commit is deployed by its own run.',
    });
    expect(ending(ROLLED_BACK, ABOUT, false).state).toBe('failure');
  });

  it('is told in 140 characters on one line, whatever others wrote', () => {
    fc.assert(
      fc.property(longHostileText, (text) => {
        const report: Report = { ...CREATED, result: 'failed', failure: text };
        const texts = [
          deploymentDescription({ ...ABOUT, branch: text }),
          ending(report, ABOUT, true).description ?? '',
          superseded(text).description ?? '',
        ];
        for (const shown of texts) {
          expect(shown.length).toBeLessThanOrEqual(140);
          expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
        }
      }),
    );
  });
});
