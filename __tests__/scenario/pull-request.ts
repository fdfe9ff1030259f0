import {
  DescribeServiceCommand,
  ListServicesCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-apprunner';
import { DescribeImagesCommand, ECRClient } from '@aws-sdk/client-ecr';
import type { PullRequestEvent } from '../../src/github/event.ts';
import { previewName } from '../../src/preview/name.ts';
import type { InputTexts } from '../support/create-inputs.ts';
import { ACCESS_ROLE } from '../support/create-service.ts';
import { type FakeGitHub, fakeGitHub } from '../support/fake-github.ts';
import type { FakeRunner } from '../support/fake-runner.ts';
import { createEvent, eventFile } from '../support/unit-event.ts';
import { type LocalWorld, runLocally } from '../support/unit-local-run.ts';

/** How a run for a pull request ended. */
export interface PreviewEnd {
  readonly code: number;
  readonly result: string | undefined;
  readonly runner: FakeRunner;
}

/** What is left of a preview in AWS. */
export interface Left {
  /** Undefined when there is no service. */
  readonly status: string | undefined;
  /** The commit whose image the service has, by its tag. */
  readonly deployed: string | undefined;
  /** The commit in the service's tags. */
  readonly tagged: string | undefined;
  /** The digest that answers at the service's URL. */
  readonly answers: string | undefined;
  /** Tags of images in the repository that are the preview's. */
  readonly images: readonly string[];
}

/** A commit, the same for the same number. */
export function commit(number: number): string {
  return number.toString(16).padStart(40, 'c');
}

/** One pull request against a local AWS, with what its author does and the runs that follow. */
export class LocalPullRequest {
  readonly github: FakeGitHub;
  readonly service: string;
  readonly #world: LocalWorld;
  readonly #number: number;

  constructor(world: LocalWorld, number: number) {
    this.#world = world;
    this.#number = number;
    this.service = previewName('hello', number);
    this.github = fakeGitHub({ pullRequests: [{ number, state: 'open', headSha: commit(1) }] });
  }

  /** The branch gets a commit. */
  push(headSha: string): void {
    this.github.push(this.#number, headSha);
  }

  close(): void {
    this.github.close(this.#number);
  }

  reopen(): void {
    this.github.pullRequests[0] = { number: this.#number, state: 'open', headSha: this.head };
  }

  get head(): string {
    return this.github.pullRequests[0]?.headSha ?? '';
  }

  /**
   * The run that GitHub starts for an event.
   *
   * @param onBuild awaited before the image is pushed
   */
  async run(
    event: Partial<PullRequestEvent>,
    inputs: InputTexts = {},
    onBuild?: () => Promise<void>,
    env: Readonly<Record<string, string>> = {},
  ): Promise<PreviewEnd> {
    const sent = createEvent({ number: this.#number, headSha: this.head, ...event });
    const texts = {
      service: 'hello',
      preview: 'true',
      'github-token': 'ghs_job',
      'access-role-arn': ACCESS_ROLE,
      ...inputs,
    };
    const { code, runner } = await runLocally(
      this.#world,
      texts,
      {},
      {
        env: { ...(await eventFile(sent)), ...env },
        github: this.github.gitHub,
        ...(onBuild && { onBuild }),
      },
    );
    return { code, result: runner.outputs.result, runner };
  }

  /** Looks at what AWS has of the preview. */
  async left(): Promise<Left> {
    const { appRunner, aws } = this.#world;
    const ecr = new ECRClient(aws.clientConfig);
    const { imageDetails = [] } = await ecr.send(
      new DescribeImagesCommand({ repositoryName: 'hello' }),
    );
    ecr.destroy();
    const images = imageDetails
      .flatMap(({ imageTags = [] }) => imageTags)
      .filter((tag) => tag.startsWith(`${this.service}-`))
      .sort();
    const { ServiceSummaryList = [] } = await appRunner.send(new ListServicesCommand({}));
    const ServiceArn = ServiceSummaryList.find(
      ({ ServiceName }) => ServiceName === this.service,
    )?.ServiceArn;
    if (!ServiceArn) {
      const nothing = { status: undefined, deployed: undefined, tagged: undefined };
      return { ...nothing, answers: undefined, images };
    }
    const { Service } = await appRunner.send(new DescribeServiceCommand({ ServiceArn }));
    const { Tags = [] } = await appRunner.send(
      new ListTagsForResourceCommand({ ResourceArn: ServiceArn }),
    );
    const image = Service?.SourceConfiguration?.ImageRepository?.ImageIdentifier;
    return {
      status: Service?.Status,
      deployed: image?.replace(/^.*-/, ''),
      tagged: Tags.find(({ Key }) => Key === 'apprunner-deploy:commit')?.Value,
      answers: await answerOf(Service?.ServiceUrl),
      images,
    };
  }
}

async function answerOf(url: string | undefined): Promise<string | undefined> {
  if (!url) return undefined;
  const answer: unknown = await fetch(url)
    .then((response) => response.json())
    .catch(() => undefined);
  const { image } = Object(answer);
  return typeof image === 'string' ? image.replace(/^.*-/, '') : undefined;
}
