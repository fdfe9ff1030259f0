import type { Service } from '@aws-sdk/client-apprunner';
import type { ServiceSettings } from '../inputs/settings.ts';
import type { AppRunner } from '../ports.ts';
import type { Scaling } from './auto-scaling.ts';
import { tagsOf } from './wish.ts';

/** What a decision has to know beside the service itself; what no setting asks for is not there. */
export interface Around {
  /** The tags of the service. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** The auto scaling configuration of the sizes that are named. */
  readonly scaling?: Scaling | undefined;
  /** The observability configuration that an ARN without revision means. */
  readonly observabilityArn?: string | undefined;
  /** The service whose settings a new one starts from. */
  readonly base?: Service | undefined;
  /** What is to be said about all this. */
  readonly notes?: readonly string[] | undefined;
}

/** An ARN that ends with a name means the latest revision, as App Runner takes it. */
const LATEST = /^[^/]*\/[^/]+$/;

/**
 * Reads what a decision has to know beside the service itself. Asks nothing that no setting is
 * about, and changes nothing.
 *
 * @param name of the service
 * @param service undefined when it is to be created
 * @param base the service that one to be created starts from
 * @throws ActionError when sizes of auto scaling contradict each other or have no room
 */
export async function readAround(
  appRunner: AppRunner,
  name: string,
  service: Service | undefined,
  settings: ServiceSettings,
  base?: Service,
): Promise<Around> {
  const serviceArn = service?.ServiceArn;
  const needsTags = serviceArn && Object.keys(tagsOf(settings)).length > 0;
  const [tags, scaling, observabilityArn] = await Promise.all([
    needsTags ? appRunner.tags(serviceArn) : undefined,
    readScaling(appRunner, name, service ?? base, settings),
    readObservability(appRunner, settings),
  ]);
  return {
    ...(tags && { tags }),
    ...(scaling && { scaling }),
    ...(observabilityArn && { observabilityArn }),
  };
}

async function readScaling(
  appRunner: AppRunner,
  name: string,
  service: Service | undefined,
  { autoScaling, document }: ServiceSettings,
): Promise<Scaling | undefined> {
  if (autoScaling?.kind === 'sizes') {
    // Few runs name sizes.
    const { findScaling } = await import('./auto-scaling.ts');
    const own = service?.AutoScalingConfigurationSummary?.AutoScalingConfigurationArn;
    return findScaling(
      appRunner,
      name,
      autoScaling,
      document?.AutoScalingConfigurationArn || own || undefined,
    );
  }
  const arn = autoScaling?.arn ?? document?.AutoScalingConfigurationArn;
  if (!arn || !LATEST.test(arn)) return undefined;
  const latest = await appRunner.autoScalingConfiguration(arn);
  return { kind: 'arn', arn: latest.AutoScalingConfigurationArn ?? arn };
}

async function readObservability(
  appRunner: AppRunner,
  { observabilityConfigurationArn, document }: ServiceSettings,
): Promise<string | undefined> {
  const arn =
    observabilityConfigurationArn ??
    document?.ObservabilityConfiguration?.ObservabilityConfigurationArn;
  if (!arn || !LATEST.test(arn)) return undefined;
  return (await appRunner.observabilityConfiguration(arn)).ObservabilityConfigurationArn;
}
