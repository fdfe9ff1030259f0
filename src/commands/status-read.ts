import type { CustomDomain, OperationSummary, Service } from '@aws-sdk/client-apprunner';
import { imageNameOf } from '../rollback/image-name.ts';
import { revisionIn } from '../rollback/revision.ts';
import { type Remembered, rememberedIn } from '../service/remembered.ts';
import { isTrueStill } from '../service/sameness.ts';
import { isPrivate } from '../service/states.ts';
import type { Job } from './job.ts';
import { orNote } from './or-note.ts';
import { domainsOf } from './private-url.ts';

/** What a service is, as far as it could be read. */
export interface StatusRead {
  /** Undefined for a private service that no VPC ingress connection leads to. */
  readonly url: string | undefined;
  /** Undefined for a service that is built from code. */
  readonly image: string | undefined;
  readonly digest: { readonly value: string; readonly source: 'tags' | 'name' | 'ECR' } | undefined;
  readonly commit: string | undefined;
  /** What the service's tags remember of what it runs now. */
  readonly remembered: Remembered | undefined;
  /** The newest ones, newest first. */
  readonly operations: readonly OperationSummary[];
  readonly domains: readonly CustomDomain[];
  /** What could not be read, and why. */
  readonly notes: readonly string[];
}

/** Reads what App Runner and ECR tell of a service; what can't be read becomes a note. */
export async function readStatus(job: Job, service: Service): Promise<StatusRead> {
  const { aws } = job;
  const arn = `${service.ServiceArn}`;
  const notes: string[] = [];
  const image = service.SourceConfiguration?.ImageRepository?.ImageIdentifier;
  const [operations = [], tags, stored, domains = [], url] = await Promise.all([
    orNote(notes, 'The operations could not be read.', () => aws.appRunner.newestOperations(arn)),
    orNote(notes, 'The tags of the service could not be read.', () => aws.appRunner.tags(arn)),
    orNote(notes, "The image's digest could not be read.", () => storedDigest(job, service)),
    orNote(
      notes,
      'The domains could not be read.',
      async () => (await (await aws.domains()).list(arn)).domains,
    ),
    urlOf(job, service, notes),
  ]);
  const found = tags && rememberedIn(tags);
  const remembered = found && isTrueStill(found, operations) ? found : undefined;
  return {
    url,
    image,
    digest: digestOf(image, remembered, stored),
    commit: remembered?.commit ?? revisionIn([imageNameOf(image ?? '')?.tag ?? '']).commit,
    remembered,
    operations,
    domains,
    notes,
  };
}

function digestOf(
  image: string | undefined,
  remembered: Remembered | undefined,
  stored: string | undefined,
): StatusRead['digest'] {
  const named = imageNameOf(image ?? '')?.digest;
  if (named) return { value: named, source: 'name' };
  if (remembered) return { value: remembered.digest, source: 'tags' };
  return stored ? { value: stored, source: 'ECR' } : undefined;
}

/** What ECR has under the tag now; another push may have moved it since the deployment. */
async function storedDigest(
  { aws }: Job,
  { SourceConfiguration: source }: Service,
): Promise<string | undefined> {
  const { ImageIdentifier: identifier = '', ImageRepositoryType: type } =
    source?.ImageRepository ?? {};
  const name = imageNameOf(identifier);
  if (type !== 'ECR' || !name?.tag || name.digest) return undefined;
  return (await aws.ecr.image(name.repository, { tag: name.tag }, name.registryId))?.digest;
}

async function urlOf(job: Job, service: Service, notes: string[]): Promise<string | undefined> {
  if (!isPrivate(service)) return service.ServiceUrl || undefined;
  const what = 'Where the private service answers could not be read.';
  const connections = await orNote(notes, what, () =>
    job.aws.appRunner.vpcIngressConnections(`${service.ServiceArn}`),
  );
  return domainsOf(connections ?? [])[0];
}
