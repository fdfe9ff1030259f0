import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ServiceSettings } from '../../../src/inputs/settings.ts';
import { changeLines, changeTable } from '../../../src/report/changes.ts';
import { changesBetween } from '../../../src/service/changes.ts';
import { readBack, withSettings } from '../../../src/service/configuration.ts';
import { stands } from '../../../src/service/stands.ts';
import { applied } from '../../support/unit-applied.ts';
import { service } from '../../support/unit-arbitrary.ts';
import { image, settings } from '../../support/unit-arbitrary-settings.ts';
import { leaves, namedBy } from '../../support/unit-named.ts';

// The same cases in every run; another seed looks further.
fc.configureGlobal({ seed: 20_260_101 });

const MAP = /\/RuntimeEnvironment(Variables|Secrets)\//;

describe('for any service, image, document and settings', () => {
  it('what is not named is not changed', () => {
    fc.assert(
      fc.property(service, image, settings, (found, deployed, wanted) => {
        const before = readBack(found);
        const named = namedBy(wanted, before);
        const others = (value: unknown) =>
          new Map([...leaves(value)].filter(([path]) => !named.mayChange(path)));
        expect(others(withSettings(before, deployed, wanted))).toEqual(others(before));
      }),
      { numRuns: 1_000 },
    );
  });

  it('what is named is what is sent, of an input before the document', () => {
    fc.assert(
      fc.property(service, image, settings, (found, deployed, wanted) => {
        const before = readBack(found);
        const sent = leaves(withSettings(before, deployed, wanted));
        const { values } = namedBy(wanted, before);
        expect(sent).toEqual(new Map([...sent, ...values]));
        expect(sent.get('SourceConfiguration/ImageRepository/ImageIdentifier')).toBe(
          deployed.identifier,
        );
        const names = [...sent.keys()].filter((path) => MAP.test(path));
        const bare = names.map((path) => path.replace(/^.*\//, ''));
        expect(new Set(bare).size).toBe(bare.length);
        if (wanted.environmentMode === 'replace') {
          expect(names.filter((path) => !values.has(path))).toEqual([]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('the service that a request makes has all of it, and differs from the wish in nothing', () => {
    fc.assert(
      fc.property(service, image, settings, (found, deployed, wanted) => {
        const request = withSettings(readBack(found), deployed, wanted);
        const made = applied(found, request);
        expect(changesBetween(readBack(made), request)).toEqual([]);
        expect(stands(made, { ServiceArn: 'arn', ...request })).toBe(true);
        const again = withSettings(readBack(made), deployed, wanted);
        expect(changesBetween(readBack(made), again)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('a configuration differs from itself in nothing', () => {
    fc.assert(
      fc.property(service, image, settings, (found, deployed, wanted) => {
        const before = readBack(found);
        const after = withSettings(before, deployed, wanted);
        expect(changesBetween(before, structuredClone(before))).toEqual([]);
        expect(changesBetween(after, structuredClone(after))).toEqual([]);
      }),
    );
  });

  it('what was read is not written to', () => {
    fc.assert(
      fc.property(service, image, settings, (found, deployed, wanted) => {
        const [before, asked] = [structuredClone(found), structuredClone(wanted)];
        withSettings(readBack(found), deployed, wanted);
        expect(found).toEqual(before);
        expect(wanted).toEqual(asked satisfies ServiceSettings);
      }),
    );
  });

  it('no empty string is sent, save as the value of a variable', () => {
    fc.assert(
      fc.property(service, image, settings, (found, deployed, wanted) => {
        const sent = leaves(withSettings(readBack(found), deployed, wanted));
        const empty = [...sent].filter(
          ([path, value]) =>
            (value === '' && !path.includes('/RuntimeEnvironmentVariables/')) ||
            value === undefined ||
            value === null,
        );
        expect(empty).toEqual([]);
      }),
    );
  });

  it('every difference is told, and no value that may be secret is in it', () => {
    fc.assert(
      fc.property(service, image, settings, (found, deployed, wanted) => {
        const before = readBack(found);
        const after = withSettings(before, deployed, wanted);
        const changes = changesBetween(before, after);
        const told = [JSON.stringify(changes), changeTable(changes), ...changeLines(changes)];
        expect(told.join('\n')).not.toMatch(/secret[a-z0-9]{14}|:secret:/);

        const [old, sent] = [leaves(before), leaves(after)];
        const different = [...new Set([...old.keys(), ...sent.keys()])].filter(
          (path) => old.get(path) !== sent.get(path),
        );
        expect(changes.map(({ setting }) => setting)).toEqual(
          different.map((path) => path.replaceAll('/', '.')).sort(),
        );
      }),
    );
  });
});
