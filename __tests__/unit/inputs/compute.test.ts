import { describe, expect, it } from '@jest/globals';
import {
  CPU_SIZES,
  cpuUnits,
  DEFAULT_SIZE,
  MEMORY_SIZES,
  memoryMegabytes,
  wrongPair,
} from '../../../src/inputs/compute.ts';

describe('CPU', () => {
  it.each([
    ['0.25 vCPU', '256'],
    ['0.25', '256'],
    ['256', '256'],
    ['0.5 vCPU', '512'],
    ['1', '1024'],
    ['1 vCPU', '1024'],
    ['1vCPU', '1024'],
    ['1 VCPU', '1024'],
    [' 1  vcpu ', '1024'],
    ['1024', '1024'],
    ['2 vCPU', '2048'],
    ['4', '4096'],
    ['4096', '4096'],
  ])('%j is %s units', (text, units) => {
    expect(cpuUnits(text)).toBe(units);
  });

  it.each(['3', '3 vCPU', '8 vCPU', '1024 vCPU', '1 GB', '1000', '-1', '1 vCPU 2', 'one', ''])(
    'there is no %j',
    (text) => {
      expect(cpuUnits(text)).toBeUndefined();
    },
  );
});

describe('memory', () => {
  it.each([
    ['0.5 GB', '512'],
    ['512', '512'],
    ['1', '1024'],
    ['2', '2048'],
    ['2 GB', '2048'],
    ['2GB', '2048'],
    ['2 gb', '2048'],
    ['2048', '2048'],
    ['3 GB', '3072'],
    ['12 GB', '12288'],
  ])('%j is %s MB', (text, megabytes) => {
    expect(memoryMegabytes(text)).toBe(megabytes);
  });

  it.each(['5 GB', '16 GB', '2048 GB', '2 GiB', '2G', '2048 MB', '0', '2 vCPU'])(
    'there is no %j',
    (text) => {
      expect(memoryMegabytes(text)).toBeUndefined();
    },
  );
});

describe('pairs', () => {
  const pairs: Record<string, string[]> = {
    '256': ['512', '1024'],
    '512': ['1024'],
    '1024': ['2048', '3072', '4096'],
    '2048': ['4096', '6144'],
    '4096': ['8192', '10240', '12288'],
  };
  const memories = ['512', '1024', '2048', '3072', '4096', '6144', '8192', '10240', '12288'];
  const all = Object.entries(pairs).flatMap(([cpu, allowed]) =>
    memories.map((memory) => [cpu, memory, allowed.includes(memory)] as const),
  );

  it.each(all)('%s units with %s MB: runs is %s', (cpu, memory, runs) => {
    expect(wrongPair({ cpu, memory }) === undefined).toBe(runs);
  });

  it('are told in words', () => {
    expect(wrongPair({ cpu: '1024', memory: '12288' })).toBe(
      '1 vCPU runs with 2 GB, 3 GB, 4 GB of memory, not with 12 GB',
    );
  });

  it('a CPU that this table does not know is left to App Runner', () => {
    expect(wrongPair({ cpu: '8192', memory: '2048' })).toBeUndefined();
  });

  it("App Runner's default is one of them", () => {
    expect(wrongPair(DEFAULT_SIZE)).toBeUndefined();
  });

  it('all sizes are named in order', () => {
    expect(CPU_SIZES).toBe('0.25 vCPU, 0.5 vCPU, 1 vCPU, 2 vCPU, 4 vCPU');
    expect(MEMORY_SIZES).toBe('0.5 GB, 1 GB, 2 GB, 3 GB, 4 GB, 6 GB, 8 GB, 10 GB, 12 GB');
  });
});
