import {
  type AppRunnerClient,
  CreateServiceCommand,
  type CreateServiceRequest,
  type Service,
  type SourceConfiguration,
  UpdateServiceCommand,
  type UpdateServiceRequest,
} from '@aws-sdk/client-apprunner';
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { Clock } from '../../src/ports.ts';
import type { Image, Images } from './images.ts';
import { type Done, watchOperation } from './operations.ts';

/** What the questions of one group work with. */
export interface Place {
  readonly appRunner: AppRunnerClient;
  readonly logs: CloudWatchLogsClient;
  readonly clock: Clock;
  readonly images: Images;
  /** Name of the group's service, tag of its image. */
  readonly name: string;
  readonly accessRoleArn: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Milliseconds since 1970 when nothing is waited for any more. */
  readonly until: number;
  /** GETs a page; undefined when nothing answers. */
  get(url: string): Promise<string | undefined>;
}

/** What a service has that no default of App Runner's is equal to. */
const IMAGE_CONFIGURATION = {
  Port: '3000',
  StartCommand: 'node server.js',
  RuntimeEnvironmentVariables: { FIRST: '1', SECOND: '2' },
} as const;

const REST = {
  InstanceConfiguration: { Cpu: '256', Memory: '512' },
  HealthCheckConfiguration: { Protocol: 'HTTP', Path: '/up', Interval: 7 },
} as const;

const SERVES_MS = 60_000;
const LOOK_MS = 3_000;
/** A machine that stalls has seen little in that time. */
const LEAST_LOOKS = 10;

/** App Runner answers no scheme; the local one has its own. */
const urlOf = ({ ServiceUrl = '' }: Service): string =>
  ServiceUrl.includes('://') ? ServiceUrl : `https://${ServiceUrl}`;

/** The services of one group, each made when it is first asked for. */
export class World {
  readonly place: Place;
  /** Calls that started an operation, and were watched to their end, in order. */
  readonly done: Done[] = [];
  #service: Promise<Service> | undefined;
  #failing: Promise<Service> | undefined;

  constructor(place: Place) {
    this.place = place;
  }

  /** The group's service with the image of its own tag; throws when it does not come up. */
  service(): Promise<Service> {
    this.#service ??= this.#up();
    return this.#service;
  }

  /** A service whose creation failed: there is no image of its tag. */
  failing(): Promise<Service> {
    this.#failing ??= this.#down();
    return this.#failing;
  }

  /** All that a source has when nothing is left out. */
  source(identifier: string): SourceConfiguration {
    return {
      ImageRepository: {
        ImageIdentifier: identifier,
        ImageRepositoryType: 'ECR',
        ImageConfiguration: IMAGE_CONFIGURATION,
      },
      AutoDeploymentsEnabled: false,
      AuthenticationConfiguration: { AccessRoleArn: this.place.accessRoleArn },
    };
  }

  /** UpdateService with everything that the service was made with, and another image. */
  deploy(service: Service, identifier: string): Promise<Done> {
    return this.update({
      ServiceArn: service.ServiceArn,
      SourceConfiguration: this.source(identifier),
      ...REST,
    });
  }

  /** UpdateService, watched to its end; what it refuses is thrown. */
  async update(request: UpdateServiceRequest): Promise<Done> {
    const { appRunner } = this.place;
    const { OperationId } = await appRunner.send(new UpdateServiceCommand(request));
    return this.watch('UpdateService', `${request.ServiceArn}`, OperationId);
  }

  /** Watches what a call has begun to its end. */
  async watch(call: string, serviceArn: string, operationId: string | undefined): Promise<Done> {
    const done = await watchOperation(this.place, call, { serviceArn, operationId });
    this.done.push(done);
    return done;
  }

  /** True when the service answers with an image within a minute. */
  async serves(service: Service, { marker, digest }: Image): Promise<boolean> {
    const { clock } = this.place;
    const giveUp = clock.now() + SERVES_MS;
    for (let looks = 1; ; looks += 1) {
      const page = (await this.place.get(urlOf(service))) ?? '';
      if (page.includes(marker) || page.includes(digest)) return true;
      if (clock.now() >= giveUp && looks >= LEAST_LOOKS) return false;
      await clock.sleep(LOOK_MS);
    }
  }

  async #up(): Promise<Service> {
    const { name, images } = this.place;
    const image = await images.push(name);
    const { service } = await this.#create(name, image.identifier);
    if (service.Status === 'RUNNING') return service;
    throw new Error(`There is no service to ask: its creation ended ${service.Status}.`);
  }

  async #down(): Promise<Service> {
    const { name, images } = this.place;
    const { service } = await this.#create(`${name}-failing`, images.named('absent'));
    if (service.Status === 'CREATE_FAILED') return service;
    throw new Error(`A creation without an image did not fail: it ended ${service.Status}.`);
  }

  async #create(name: string, identifier: string): Promise<Done> {
    const { appRunner, tags } = this.place;
    const request: CreateServiceRequest = {
      ServiceName: name,
      SourceConfiguration: this.source(identifier),
      ...REST,
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    };
    const { Service, OperationId } = await appRunner.send(new CreateServiceCommand(request));
    return this.watch('CreateService', `${Service?.ServiceArn}`, OperationId);
  }
}
