import type { Service } from '@aws-sdk/client-apprunner';
import { logGroupsOf } from '../diagnosis/log-groups.ts';
import { ActionError } from '../errors.ts';
import type { ImageReference } from '../inputs/image-reference.ts';
import type { RollbackInputs } from '../inputs/inputs.ts';
import type { History, LogEvent, PushedImage } from '../ports.ts';
import { deploymentsOf } from '../rollback/deployments.ts';
import { imageNameOf } from '../rollback/image-name.ts';
import { previousImage } from '../rollback/previous.ts';
import { type Revision, revisionIn } from '../rollback/revision.ts';
import { namedReference, type Running, referenceOf } from '../rollback/target.ts';
import { nowhereText, sourceText } from '../rollback/texts.ts';
import { type Remembered, rememberedIn } from '../service/remembered.ts';
import type { Job } from './job.ts';
import { orWarn } from './or-warn.ts';
import { agoText } from './time-texts.ts';

/** What a rollback goes back to, and from what. */
export interface RollbackTarget {
  readonly image: ImageReference;
  readonly revision: Revision;
  /** The image that runs now. */
  readonly from: { readonly identifier: string; readonly digest: string | undefined };
  /** What the service's tags remember; undefined where that is nothing, or not known. */
  readonly remembered: Remembered | undefined;
}

/**
 * Finds the image to go back to: the one that is named, else the one that ran before the one that
 * runs, by everything that still knows of it. Nothing is changed.
 *
 * @param service that is not busy
 * @throws ActionError where there is none, and why
 */
export async function rollbackTarget(
  job: Job<RollbackInputs>,
  service: Service,
): Promise<RollbackTarget> {
  const { inputs, aws, runner, ports } = job;
  const { account } = await aws.identity();
  const running = runningImage(service, account);
  const { identifier: current } = running;
  const history = await aws.history();
  const [images, remembered] = await Promise.all([
    readImages(job, history, running),
    readRemembered(job, service),
  ]);
  const from = { identifier: current, digest: digestOf(current, images) };
  runner.info(`The service has ${current} now.`);
  if (inputs.to) {
    const image = namedReference(inputs.to, running);
    if (!image) throw unreadable(service, current);
    return { image, revision: revisionIn(tagsOf(image, images)), from, remembered };
  }
  const [operations, events] = await Promise.all([
    history.operations(`${service.ServiceArn}`),
    readEvents(job, service),
  ]);
  const deployments = deploymentsOf(events, operations);
  const previous = previousImage({ current, remembered, operations, deployments, images });
  if (previous.kind !== 'found') {
    const repository = imageNameOf(current)?.repository;
    throw new ActionError(nowhereText(inputs.service, current, previous, repository, images));
  }
  const image = referenceOf(previous.identifier, running);
  if (!image) throw unreadable(service, previous.identifier);
  const { source, at, commit } = previous;
  const when = at === undefined ? '' : `, deployed ${agoText(ports.clock.now() - at)}`;
  const text = `Before it ran ${previous.identifier}${when}, ${sourceText(source)}.`;
  if (source === 'pushes') runner.warning(text);
  else runner.info(text);
  const revision = revisionIn(tagsOf(image, images));
  return { image, revision: commit ? { commit, ...revision } : revision, from, remembered };
}

/** @throws ActionError for a service that App Runner builds from code */
function runningImage(service: Service, account: string): Running {
  const { ServiceName, SourceConfiguration: source } = service;
  const { ImageIdentifier: identifier, ImageRepositoryType: type } = source?.ImageRepository ?? {};
  if (identifier && type) return { identifier, type, account };
  throw new ActionError(
    `Service '${ServiceName}' is built by App Runner from a code repository, of which it keeps no earlier builds to go back to. ` +
      `Revert the commit on the branch and deploy again.`,
  );
}

function unreadable({ ServiceName }: Service, identifier: string): ActionError {
  return new ActionError(
    `The image of service '${ServiceName}' is '${identifier}', of which no repository can be read. Name the image to go back to in 'image'.`,
  );
}

/** ECR's own API gives no answer about ECR Public. */
async function readImages(
  { runner }: Job,
  history: History,
  { identifier, type, account }: Running,
): Promise<readonly PushedImage[] | undefined> {
  const { repository, registryId } = imageNameOf(identifier) ?? {};
  if (type !== 'ECR' || !repository) return undefined;
  return orWarn(runner, 'What ECR still has is not known.', () =>
    history.images(repository, registryId ?? account),
  );
}

async function readRemembered({ aws, runner }: Job, { ServiceArn }: Service) {
  const what = 'What tags of the service remember is not known.';
  const tags = await orWarn(runner, what, () => aws.appRunner.tags(`${ServiceArn}`));
  return tags && rememberedIn(tags);
}

/** Lines of one page; a deployment has about ten. */
const LINES = 2_000;

/** App Runner's log may be gone, or may not be read: then it tells nothing. */
async function readEvents({ aws, runner }: Job, service: Service): Promise<readonly LogEvent[]> {
  const group = logGroupsOf({ serviceArn: service.ServiceArn })?.service;
  if (!group) return [];
  const lines = await orWarn(runner, "App Runner's event log could not be read.", async () =>
    (await aws.logs()).tail(group, 'events', LINES),
  );
  return lines ?? [];
}

/** Every tag of an image, the one that names it first. */
function tagsOf({ tag, digest }: ImageReference, images: readonly PushedImage[] = []) {
  const image = images.find((one) => (tag ? one.tags.includes(tag) : one.digest === digest));
  return [...(tag ? [tag] : []), ...(image?.tags ?? [])];
}

function digestOf(identifier: string, images: readonly PushedImage[] = []): string | undefined {
  const { tag, digest } = imageNameOf(identifier) ?? {};
  return digest ?? images.find(({ tags }) => tag !== undefined && tags.includes(tag))?.digest;
}
