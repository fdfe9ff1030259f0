import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWithin } from '../../../src/domain/dns-name.ts';
import type { HostedZone } from '../../../src/domain/port.ts';
import { longestZone, namedZone } from '../../../src/domain/zones.ts';

let ids = 0;
const open = (name: string, more: Partial<HostedZone> = {}): HostedZone => {
  ids += 1;
  return { id: `Z${ids}`, name, private: false, ...more };
};

const suffixes = [
  'com',
  'example.com',
  'app.example.com',
  'b.app.example.com',
  'example.org',
  'ample.com',
];

describe('the zone of a name', () => {
  it('is the longest public one that holds it, in whatever order they are listed', () => {
    const zones = fc.shuffledSubarray(suffixes).map((names) => names.map((name) => open(name)));
    fc.assert(
      fc.property(
        zones,
        fc.constantFrom('b.app.example.com', 'example.com', 'x.example.com'),
        (listed, name) => {
          const longest = listed
            .map((zone) => zone.name)
            .filter((zone) => isWithin(name, zone))
            .reduce((best, zone) => (zone.length > best.length ? zone : best), '');
          const found = longestZone(name, listed);
          expect('zone' in found ? found.zone.name : '').toBe(longest);
        },
      ),
    );
  });

  it('is never a private one', () => {
    const found = longestZone('app.example.com', [
      open('app.example.com', { private: true }),
      open('example.com'),
    ]);
    expect(found).toMatchObject({ zone: { name: 'example.com' } });
  });

  it('is not guessed where two have the same name', () => {
    expect(longestZone('example.com', [open('example.com'), open('example.com')])).toEqual({
      problem: expect.stringContaining('Several public hosted zones'),
    });
  });

  it('is told to be none when the account has none', () => {
    expect(longestZone('example.com', [])).toEqual({
      problem: expect.stringContaining('its public ones are: none'),
    });
  });

  it('that is named has to be public and hold it', () => {
    const zone = open('example.com');
    expect(namedZone('*.example.com', zone)).toEqual({ zone });
    expect(namedZone('*.example.org', zone)).toHaveProperty('problem');
    expect(namedZone('example.com', { ...zone, private: true })).toHaveProperty('problem');
  });
});
