import { describe, expect, it } from '@jest/globals';
import { nearestOf } from '../../../src/document/nearest.ts';

const KNOWN = ['ImageIdentifier', 'ImageConfiguration', 'ImageRepositoryType', 'Port', 'Cpu'];

describe('the nearest known name', () => {
  it.each<[string, string | undefined]>([
    ['ImageIdentifer', 'ImageIdentifier'],
    ['ImageIdentifierr', 'ImageIdentifier'],
    ['ImageIdentifire', 'ImageIdentifier'],
    ['imageConfigurations', 'ImageConfiguration'],
    ['image-repository-typ', 'ImageRepositoryType'],
    ['RepositoryType', 'ImageRepositoryType'],
    ['Ports', 'Port'],
    ['Prot', 'Port'],
    ['Cpus', 'Cpu'],
    ['Gpu', 'Cpu'],
    ['Gpx', undefined],
    ['Disk', undefined],
    ['', undefined],
  ])('of %s', (wrong, name) => {
    expect(nearestOf(wrong, KNOWN)).toBe(name);
  });

  it('of a text of any length is there at once', () => {
    expect(nearestOf('x'.repeat(1_000_000), KNOWN)).toBeUndefined();
  });
});
