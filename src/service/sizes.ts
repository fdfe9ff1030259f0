import type { AutoScalingConfiguration } from '@aws-sdk/client-apprunner';
import type { NamedSizes } from '../inputs/auto-scaling.ts';

/** Sizes of auto scaling: instances, and requests that one works on at the same time. */
export type Sizes = Required<NamedSizes>;

/** What App Runner sets by itself (API reference, CreateAutoScalingConfiguration). */
export const DEFAULT_SIZES: Sizes = { minSize: 1, maxSize: 25, maxConcurrency: 100 };

/** Sizes in words. */
export function sizesText({ minSize, maxSize, maxConcurrency }: Sizes): string {
  return `${minSize} to ${maxSize} instances, ${maxConcurrency} requests each`;
}

/** The sizes of a configuration. */
export function sizesOf({ MinSize, MaxSize, MaxConcurrency }: AutoScalingConfiguration): Sizes {
  return {
    minSize: MinSize ?? DEFAULT_SIZES.minSize,
    maxSize: MaxSize ?? DEFAULT_SIZES.maxSize,
    maxConcurrency: MaxConcurrency ?? DEFAULT_SIZES.maxConcurrency,
  };
}

/** Sizes with the named ones over them. */
export function wantedSizes(base: Sizes, named: NamedSizes): Sizes {
  return {
    minSize: named.minSize ?? base.minSize,
    maxSize: named.maxSize ?? base.maxSize,
    maxConcurrency: named.maxConcurrency ?? base.maxConcurrency,
  };
}

/** True when all sizes are the same. */
export function sameSizes(one: Sizes, other: Sizes): boolean {
  return (
    one.minSize === other.minSize &&
    one.maxSize === other.maxSize &&
    one.maxConcurrency === other.maxConcurrency
  );
}
