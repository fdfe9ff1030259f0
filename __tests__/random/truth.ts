import type { AppRunner } from '../../local-aws/apprunner/service.ts';
import { callDirectly } from './others.ts';
import { SERVICE } from './world.ts';

/** An operation as App Runner itself knows it; times in milliseconds since 1970. */
export interface TrueOperation {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly serviceArn: string;
  readonly serviceName: string;
  readonly startedAt: number;
  readonly endedAt: number | undefined;
}

/** A service's image and the names of its variables; empty when there is no service. */
export interface TrueConfiguration {
  readonly image: string;
  readonly variables: readonly string[];
}

/** What App Runner itself knows, whatever it answered to the run. */
export interface Truth {
  /** The state of the living service of the name; 'none' when there is none. */
  status(): Promise<string>;
  /** Looks at every service that was ever seen. */
  look(): Promise<void>;
  /** Operations of every service, oldest first, as last looked at. */
  operations(): readonly TrueOperation[];
  /** What the living service of the name is configured with. */
  configuration(): Promise<TrueConfiguration>;
  /** Names of all living services. */
  names(): Promise<readonly string[]>;
}

type Answer = Readonly<Record<string, unknown>>;

const listed = (value: unknown): readonly Answer[] => (Array.isArray(value) ? value : []);
const time = (value: unknown) => (value instanceof Date ? value.getTime() : undefined);

export function truthOf(appRunner: AppRunner): Truth {
  const arns = new Map<string, string>();
  const operations = new Map<string, TrueOperation>();

  const services = async (): Promise<readonly Answer[]> => {
    const all: Answer[] = [];
    let NextToken: unknown;
    do {
      const page = await callDirectly(appRunner, 'ListServices', NextToken ? { NextToken } : {});
      all.push(...listed(page.ServiceSummaryList));
      ({ NextToken } = page);
    } while (NextToken);
    for (const { ServiceArn, ServiceName } of all) arns.set(`${ServiceArn}`, `${ServiceName}`);
    return all;
  };

  const lookAt = async (arn: string, serviceName: string) => {
    const page = await callDirectly(appRunner, 'ListOperations', { ServiceArn: arn }).catch(
      // A service that was deleted long ago is forgotten; what was seen of it stays.
      (): Answer => ({}),
    );
    for (const one of listed(page.OperationSummaryList)) {
      operations.set(`${one.Id}`, {
        id: `${one.Id}`,
        type: `${one.Type}`,
        status: `${one.Status}`,
        serviceArn: arn,
        serviceName,
        startedAt: time(one.StartedAt) ?? 0,
        endedAt: time(one.EndedAt),
      });
    }
  };

  return {
    status: async () =>
      `${(await services()).find((one) => one.ServiceName === SERVICE)?.Status ?? 'none'}`,
    look: async () => {
      await services();
      for (const [arn, name] of arns) await lookAt(arn, name);
    },
    operations: () => [...operations.values()].sort((a, b) => a.startedAt - b.startedAt),
    configuration: async () => {
      const found = (await services()).find((one) => one.ServiceName === SERVICE);
      if (!found) return { image: '', variables: [] };
      const input = { ServiceArn: found.ServiceArn };
      const { Service } = await callDirectly(appRunner, 'DescribeService', input);
      const { ImageRepository } = Object(Object(Service).SourceConfiguration);
      const { ImageIdentifier, ImageConfiguration } = Object(ImageRepository);
      const { RuntimeEnvironmentVariables } = Object(ImageConfiguration);
      return {
        image: `${ImageIdentifier}`,
        variables: Object.keys(Object(RuntimeEnvironmentVariables)),
      };
    },
    names: async () => (await services()).map(({ ServiceName }) => `${ServiceName}`),
  };
}
