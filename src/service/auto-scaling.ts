import { createHash } from 'node:crypto';
import type {
  AutoScalingConfiguration,
  AutoScalingConfigurationSummary,
} from '@aws-sdk/client-apprunner';
import { ActionError } from '../errors.ts';
import type { NamedSizes } from '../inputs/auto-scaling.ts';
import type { AppRunnerResources } from '../ports.ts';
import { DEFAULT_SIZES, type Sizes, sameSizes, sizesOf, sizesText, wantedSizes } from './sizes.ts';

/** A configuration of the wanted sizes: one that is there, or one to be made. */
export type Scaling =
  | { readonly kind: 'arn'; readonly arn: string }
  | {
      readonly kind: 'new';
      readonly name: string;
      readonly sizes: Sizes;
      /** True when nobody named the sizes, so that a service can do without. */
      readonly optional?: boolean;
    };

/** Quotas of an account (developer guide, manage-autoscaling). */
const MOST_REVISIONS = 5;
const MOST_NAMES = 10;

/** Descriptions that are asked for at the same time. */
const AT_ONCE = 5;

const LONGEST_NAME = 32;
const HASH = 8;

/** The name of a service's own auto scaling configuration, which may be shorter than the service's. */
export function scalingName(service: string): string {
  if (service.length <= LONGEST_NAME) return service;
  const hash = createHash('sha256').update(service).digest('hex').slice(0, HASH);
  return `${service.slice(0, LONGEST_NAME - HASH - 1)}-${hash}`;
}

/**
 * Finds the auto scaling configuration for some sizes: the present one if it has them, else any
 * active revision that does, else a revision to be made under the service's own name. Sizes that
 * are not named are the present configuration's or, without one, the account's default.
 *
 * @param present ARN of the configuration that the service has or is to have
 * @throws ActionError when the sizes contradict each other or there is no room for a revision
 */
export async function findScaling(
  appRunner: AppRunnerResources,
  service: string,
  named: NamedSizes,
  present: string | undefined,
): Promise<Scaling> {
  const own = present ? await appRunner.autoScalingConfiguration(present) : undefined;
  if (own && sameSizes(sizesOf(own), wantedSizes(sizesOf(own), named))) return found(own);
  const listed = (await appRunner.autoScalingConfigurations()).filter(isActive);
  const preset = listed.find(({ IsDefault }) => IsDefault)?.AutoScalingConfigurationArn;
  const base = own ?? (preset ? await appRunner.autoScalingConfiguration(preset) : undefined);
  const sizes = wantedSizes(base ? sizesOf(base) : DEFAULT_SIZES, named);
  checkOrder(service, sizes);
  const name = scalingName(service);
  const candidates = listed.toSorted((a, b) => rank(a, name) - rank(b, name));
  const described: AutoScalingConfiguration[] = [];
  for (let at = 0; at < candidates.length; at += AT_ONCE) {
    const some = candidates.slice(at, at + AT_ONCE);
    const answers = await Promise.all(
      some.map((one) => appRunner.autoScalingConfiguration(`${one.AutoScalingConfigurationArn}`)),
    );
    const same = answers.find((one) => isActive(one) && sameSizes(sizesOf(one), sizes));
    if (same) return found(same);
    described.push(...answers);
  }
  checkRoom(name, described, sizes);
  return { kind: 'new', name, sizes };
}

function found({ AutoScalingConfigurationArn: arn }: AutoScalingConfiguration): Scaling {
  return { kind: 'arn', arn: `${arn}` };
}

/** App Runner answers this status in lower case, although its model has it in upper case. */
function isActive({ Status }: AutoScalingConfigurationSummary | AutoScalingConfiguration): boolean {
  return Status === undefined || Status.toUpperCase() === 'ACTIVE';
}

/** The service's own revisions come first, the newest before the others. */
function rank(one: AutoScalingConfigurationSummary, name: string): number {
  const own = one.AutoScalingConfigurationName === name ? 0 : 1_000_000;
  return own - (one.AutoScalingConfigurationRevision ?? 0);
}

/** One of the two may come from the inputs and the other from the service. */
function checkOrder(service: string, { minSize, maxSize }: Sizes): void {
  if (minSize <= maxSize) return;
  throw new ActionError(
    `Service '${service}' can't scale from ${minSize} to ${maxSize} instances: the first can't be the larger one. Set both inputs, min-size and max-size.`,
  );
}

function checkRoom(
  name: string,
  described: readonly AutoScalingConfiguration[],
  sizes: Sizes,
): void {
  const names = new Set(described.map((one) => `${one.AutoScalingConfigurationName}`));
  const revisions = described.filter((one) => one.AutoScalingConfigurationName === name);
  const why =
    revisions.length >= MOST_REVISIONS
      ? `auto scaling configuration '${name}' has ${revisions.length} revisions, and App Runner keeps ${MOST_REVISIONS} of a name`
      : !names.has(name) && names.size >= MOST_NAMES
        ? `the account has ${names.size} auto scaling configurations, and App Runner keeps ${MOST_NAMES} names`
        : undefined;
  if (!why) return;
  const listed = revisions.length > 0 ? revisions : described;
  throw new ActionError(
    [
      `There is no auto scaling configuration of ${sizesText(sizes)}, and none can be made: ${why}. ` +
        `Delete one that is in no use (aws apprunner delete-auto-scaling-configuration --auto-scaling-configuration-arn ARN), or name sizes that one of them has:`,
      ...listed.map(lineOf),
    ].join('\n'),
  );
}

function lineOf(one: AutoScalingConfiguration): string {
  const use = one.IsDefault ? 'the default' : one.HasAssociatedService ? 'in use' : 'in no use';
  return `${one.AutoScalingConfigurationArn}: ${sizesText(sizesOf(one))}, ${use}`;
}
