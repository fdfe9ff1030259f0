import { describe, expect, it } from '@jest/globals';
import { REFUSAL_EXAMPLES } from '../../../scripts/docs/cause-examples.ts';
import { allCauses, commonCauses, examples, seenIn } from '../../../scripts/docs/causes.ts';
import { BUILD_REASONS } from '../../../src/diagnosis/build-causes.ts';
import { HEALTH_CAUSES } from '../../../src/diagnosis/health-causes.ts';
import { EXITS, explain, KNOWN_CAUSES } from '../../../src/diagnosis/known-causes.ts';
import { knownRefusal, SAID } from '../../../src/diagnosis/said.ts';
import { exitCode, failedHealthCheck } from '../../../src/diagnosis/seen.ts';

const seen = examples.map(seenIn);

describe('the documented causes', () => {
  it('are all those that the action knows, by name', () => {
    const found = seen.flatMap((each) =>
      Object.entries(KNOWN_CAUSES)
        .filter(([, find]) => find(each))
        .slice(0, 1)
        .map(([name]) => name),
    );
    expect(new Set(found)).toEqual(new Set(Object.keys(KNOWN_CAUSES)));
  });

  it('have each reason for a failed health check', () => {
    const found = seen.flatMap((each) => {
      const check = failedHealthCheck(each);
      if (!check) return [];
      return Object.entries(HEALTH_CAUSES)
        .filter(([, find]) => find(check, each))
        .slice(0, 1)
        .map(([name]) => name);
    });
    expect(new Set(found)).toEqual(new Set(Object.keys(HEALTH_CAUSES)));
  });

  it('have each thing that App Runner says in words, in its log or as a refusal', () => {
    const causes = [
      ...seen.map((each) => explain(each)?.cause),
      ...REFUSAL_EXAMPLES.map(([code, message]) => knownRefusal(code, message)?.cause),
    ];
    expect(causes).toEqual(expect.arrayContaining(SAID.map(({ cause }) => cause)));
  });

  it('have each exit code of which more is known', () => {
    const codes = new Set(seen.map(exitCode).map(String));
    expect([...codes]).toEqual(expect.arrayContaining(Object.keys(EXITS)));
  });

  it('have each reason why source code was not built', () => {
    const lines = seen.flatMap(({ events }) => events);
    const first = lines.map((line) => BUILD_REASONS.findIndex(({ says }) => says.test(line)));
    expect(first).toEqual(expect.arrayContaining(BUILD_REASONS.map((_, at) => at)));
  });

  it('are shown with what the action itself says of them', () => {
    expect(allCauses()).toContain(
      "| App Runner: `` Health check failed on protocol `TCP` [Port: '8080']. Check your configured port number. ``<br>application: `Server listening on port 3000` | the application listens on port 3000, but the service's port is 8080 | Set port: 3000, or let the application listen on port 8080. |",
    );
    expect(allCauses().match(/^## .+$/gm)).toHaveLength(5);
  });

  it('fill as many rows as there are examples, in one line each', () => {
    const rows = allCauses()
      .split('\n')
      .filter((line) => line.startsWith('| '));
    expect(rows).toHaveLength(examples.length + REFUSAL_EXAMPLES.length + 5 * 2);
    expect(rows.filter((row) => row.split(/(?<!\\)\|/).length !== 5)).toEqual([]);
  });

  it('are few where they are only the common ones', () => {
    const rows = commonCauses().split('\n');
    expect(rows.length - 2).toBe(examples.filter(({ common }) => common).length);
    expect(rows.length - 2).toBeLessThanOrEqual(12);
  });
});
