import { AUTO_SCALING, readRegionalArn } from './arns.ts';
import type { InputReader } from './reader.ts';

/** Sizes of auto scaling that a workflow names. */
export interface NamedSizes {
  /** Instances. */
  readonly minSize?: number;
  /** Instances. */
  readonly maxSize?: number;
  /** Requests that an instance works on at the same time. */
  readonly maxConcurrency?: number;
}

/** Auto scaling: a configuration that exists, or sizes for which an equal one is found or made. */
export type AutoScalingSettings =
  | { readonly kind: 'arn'; readonly arn: string }
  | ({ readonly kind: 'sizes' } & NamedSizes);

/** App Runner's API has no upper limit for the size; the account's quotas do the rest. */
const MOST_INSTANCES = 999_999_999;

/** Reads auto scaling, by its ARN or by sizes; undefined when no input names it. */
export function readAutoScaling(
  reader: InputReader,
  region?: string,
): AutoScalingSettings | undefined {
  const arn = readRegionalArn(reader, 'auto-scaling-configuration-arn', AUTO_SCALING, region);
  const sizes = {
    minSize: reader.integer('min-size', 1, 25, 1),
    maxSize: reader.integer('max-size', 1, MOST_INSTANCES, 5),
    maxConcurrency: reader.integer('max-concurrency', 1, 200, 100),
  };
  if (reader.has('auto-scaling-configuration-arn')) {
    for (const name of ['min-size', 'max-size', 'max-concurrency']) {
      if (!reader.has(name)) continue;
      reader.problem(
        `Inputs 'auto-scaling-configuration-arn' and '${name}' exclude each other: the configuration says its sizes itself. Remove one of them.`,
      );
    }
    return arn === undefined ? undefined : { kind: 'arn', arn };
  }
  const { minSize, maxSize } = sizes;
  if (minSize !== undefined && maxSize !== undefined && minSize > maxSize) {
    reader.problem(
      `Inputs 'min-size' and 'max-size' are ${minSize} and ${maxSize}: the first can't be the larger one. Example: min-size: 1, max-size: 5`,
    );
  }
  const named = Object.entries(sizes).filter(([, size]) => size !== undefined);
  return named.length === 0 ? undefined : { kind: 'sizes', ...Object.fromEntries(named) };
}
