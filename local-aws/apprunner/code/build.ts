import { createHash } from 'node:crypto';
import type { PullSource } from '../../ecr/images.ts';
import type { Engine } from '../engine.ts';
import { type Failure, lines } from '../event-log.ts';
import { sourceName } from '../identifiers.ts';
import { passPhase, sleepUntil } from '../phases.ts';
import type { Configuration, StoredOperation, StoredService } from '../store.ts';

/** What came of pulling or making an image. */
export type Obtained =
  | { readonly kind: 'image'; readonly image: PullSource }
  | { readonly kind: 'failed'; readonly failure: Failure };

const failed = (reason: string): Obtained => ({
  kind: 'failed',
  failure: { kind: 'build', reason },
});

/** A stand-in for the image that a build makes: every build makes another one. */
const madeUp = (configuration: Configuration, operation: StoredOperation): PullSource => {
  const reference = sourceName(configuration.source);
  const digest = createHash('sha256').update(`${reference} ${operation.id}`).digest('hex');
  return { reference, digest: `sha256:${digest}`, username: '', password: '' };
};

/** What a build prints, in the form that users quote. */
const linesOf = ({ source }: Configuration, { digest }: PullSource): readonly string[] => {
  const { SourceDirectory = '/', CodeConfiguration } = source.CodeRepository ?? {};
  const command = CodeConfiguration?.CodeConfigurationValues?.BuildCommand;
  const steps = [
    'COPY . /app',
    `WORKDIR /app${SourceDirectory}`,
    ...(command ? [`RUN ${command}`] : []),
  ];
  return [
    ...steps.map((step, index) => `Step ${index + 1}/${steps.length} : ${step}`),
    `Successfully built ${digest.slice('sha256:'.length, 'sha256:'.length + 12)}`,
  ];
};

/** Prints lines evenly over the time that a build takes. */
const print = async (
  engine: Engine,
  service: StoredService,
  operation: StoredOperation,
  texts: readonly string[],
): Promise<void> => {
  const start = engine.clock.now();
  const wholeMs = engine.timing.phaseMs('build', operation.type);
  for (const [index, text] of texts.entries()) {
    await sleepUntil(engine, start + Math.round((wholeMs * (index + 1)) / (texts.length + 1)));
    engine.events.build(service, text, operation);
  }
  await sleepUntil(engine, start + wholeMs);
};

/** The image that a build ends with: a registered one, or none where containers are scripted. */
const imageOf = async (
  engine: Engine,
  registered: string | undefined,
  standIn: PullSource,
): Promise<PullSource | undefined> => {
  if (registered === undefined) return standIn;
  const image = await engine.images.resolve(registered);
  if (image !== undefined) await engine.runtime.pull(image);
  return image;
};

/**
 * Plays the pull and the build of source code. Nothing is built here: the build's lines and its
 * end are those that were registered for the repository, and without an image registered only
 * scripted containers can be run.
 */
export const build = async (
  engine: Engine,
  service: StoredService,
  operation: StoredOperation,
  configuration: Configuration,
): Promise<Obtained> => {
  const write = (texts: readonly string[]) => engine.events.write(service, texts, operation);
  const registered = engine.repositories.find(configuration.source);
  const asBuilt = engine.repositories.asBuilt(configuration);
  const code = configuration.source.CodeRepository;
  await passPhase(engine, operation, 'pull');
  write(lines.pulled(configuration));
  if (code?.CodeConfiguration?.ConfigurationSource === 'REPOSITORY') {
    write(lines.readingFile());
    if (registered?.configurationFile === 'none') {
      return failed('App Runner configuration file apprunner.yaml not found');
    }
    write(lines.validFile());
  }
  if (registered?.image === undefined && engine.runtime.scripted !== true) {
    return failed(
      `The local AWS can't build source code, and no image is registered for ${code?.RepositoryUrl} (appRunner.registerRepository)`,
    );
  }
  write(lines.building());
  const standIn = madeUp(configuration, operation);
  await print(engine, service, operation, registered?.buildLines ?? linesOf(asBuilt, standIn));
  if (registered?.buildFails !== undefined) return failed(registered.buildFails);
  const image = await imageOf(engine, registered?.image, standIn).catch(() => undefined);
  if (image === undefined) {
    return failed(`The image ${registered?.image} that is registered for it can't be pulled`);
  }
  write(lines.built());
  return { kind: 'image', image };
};
