import type { ServiceDocument } from '../document/document.ts';
import { InputError } from '../errors.ts';
import { type ImageReference, readImage } from '../inputs/image-reference.ts';
import type { DeployInputs } from '../inputs/inputs.ts';
import { InputReader } from '../inputs/reader.ts';
import type { Source } from '../inputs/source.ts';
import type { Ports } from '../ports.ts';

const IMAGE = 'SourceConfiguration.ImageRepository.ImageIdentifier';

/**
 * The inputs with the document that `service-config` names under them. Its source is deployed
 * unless an input says where the image comes from.
 *
 * @throws ActionError when the document can't be read or is wrong
 */
export async function withDocument(inputs: DeployInputs, { env }: Ports): Promise<DeployInputs> {
  const { serviceConfig, service, region, settings, source } = inputs;
  if (serviceConfig === undefined) return inputs;
  // Few runs have a document, and what checks it is large.
  const [{ readServiceConfig }, { checkName }] = await Promise.all([
    import('../document/read.ts'),
    import('../document/name.ts'),
  ]);
  const workspace = env.GITHUB_WORKSPACE ?? process.cwd();
  const document = await readServiceConfig(serviceConfig, workspace);
  checkName(document, service);
  const named =
    source.kind === 'build' && source.implied
      ? sourceOf(document, region, serviceConfig)
      : undefined;
  return { ...inputs, settings: { ...settings, document }, ...(named && { source: named }) };
}

/** The source that a document names; undefined when it names none, or no image. */
function sourceOf(
  { SourceConfiguration: source }: ServiceDocument,
  region: string,
  path: string,
): Source | undefined {
  const identifier = source?.ImageRepository?.ImageIdentifier;
  if (!identifier) return source?.CodeRepository && { kind: 'code', named: {} };
  const image = imageOf(identifier, region, path);
  return image && { kind: 'image', image };
}

function imageOf(identifier: string, region: string, path: string): ImageReference | undefined {
  const nothing = { csv: () => [], dotenv: () => ({}) };
  const reader = new InputReader((name) => (name === 'image' ? identifier : ''), nothing);
  const image = readImage(reader, region);
  try {
    reader.throwIfWrong();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const told = error.problems.map((problem) => problem.replace("Input 'image'", IMAGE));
    throw new InputError(told.map((problem) => `Input 'service-config', ${path}: ${problem}`));
  }
  return image;
}
