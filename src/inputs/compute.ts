/** Instance sizes as App Runner echoes them: 1024 units are one vCPU, memory in MB. */
export interface InstanceSize {
  readonly cpu: string;
  readonly memory: string;
}

/** What a service gets when neither size is named (CreateService, InstanceConfiguration). */
export const DEFAULT_SIZE: InstanceSize = { cpu: '1024', memory: '2048' };

/** The pairs App Runner runs (Developer Guide, "vCPU and memory combinations"). */
const MEMORY_BY_CPU: Readonly<Record<string, readonly string[]>> = {
  '256': ['512', '1024'],
  '512': ['1024'],
  '1024': ['2048', '3072', '4096'],
  '2048': ['4096', '6144'],
  '4096': ['8192', '10240', '12288'],
};

const CPU_WORDS = new Map(
  Object.keys(MEMORY_BY_CPU).flatMap((units) => {
    const vcpu = String(Number(units) / 1024);
    return [
      [units, units],
      [vcpu, units],
      [`${vcpu} vcpu`, units],
    ] as const;
  }),
);

const MEMORY_WORDS = new Map(
  [...new Set(Object.values(MEMORY_BY_CPU).flat())].flatMap((mb) => {
    const gb = String(Number(mb) / 1024);
    return [
      [mb, mb],
      [gb, mb],
      [`${gb} gb`, mb],
    ] as const;
  }),
);

/** `1`, `1 vCPU` and `1024` are all '1024'; undefined when App Runner has no such size. */
export function cpuUnits(text: string): string | undefined {
  return CPU_WORDS.get(normalised(text));
}

/** `2`, `2 GB` and `2048` are all '2048'; undefined when App Runner has no such size. */
export function memoryMegabytes(text: string): string | undefined {
  return MEMORY_WORDS.get(normalised(text));
}

/** Says in words what is wrong with a pair of units and MB, or undefined when App Runner runs it. */
export function wrongPair(size: InstanceSize): string | undefined {
  const allowed = MEMORY_BY_CPU[size.cpu];
  if (allowed === undefined || allowed.includes(size.memory)) return undefined;
  return `${inVcpu(size.cpu)} runs with ${allowed.map(inGb).join(', ')} of memory, not with ${inGb(size.memory)}`;
}

/** '1024' as '1 vCPU'. */
export function inVcpu(units: string): string {
  return `${Number(units) / 1024} vCPU`;
}

/** '2048' as '2 GB'. */
export function inGb(megabytes: string): string {
  return `${Number(megabytes) / 1024} GB`;
}

/** Every CPU size in words, for error messages. */
export const CPU_SIZES = Object.keys(MEMORY_BY_CPU).map(inVcpu).join(', ');

/** Every memory size in words, for error messages. */
export const MEMORY_SIZES = [...new Set(Object.values(MEMORY_BY_CPU).flat())]
  .sort((a, b) => Number(a) - Number(b))
  .map(inGb)
  .join(', ');

function normalised(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\s*(vcpu|gb)$/, ' $1');
}
