import type { Image } from '../images.ts';
import type { Answer, Question } from '../question.ts';
import { endOf, succeeded, tried } from '../refused.ts';
import type { World } from '../world.ts';

/** Deploys an image by UpdateService and says what came of it. */
async function deploys(world: World, image: Image): Promise<Answer> {
  const service = await world.service();
  const update = await tried(() => world.deploy(service, image.identifier));
  if (update.kind === 'refused') return { verdict: 'the call is refused', seen: update.text };
  const seen = endOf(update.value);
  if (!succeeded(update.value)) return { verdict: 'the deployment fails', seen };
  return (await world.serves(service, image))
    ? { verdict: 'it is deployed', seen }
    : { verdict: 'the call succeeds, and another image serves', seen };
}

export const imageQuestions: readonly Question[] = [
  {
    id: 'same-tag',
    group: 'images',
    question: 'Does UpdateService with the tag that runs already pull the tag again?',
    assumed:
      'Neither: without changed settings StartDeployment is used; with them, StartDeployment follows unless the event log says that the update pulled.',
    where: ['src/service/decision.ts', 'src/commands/pulled-again.ts'],
    ask: async (world) => {
      const service = await world.service();
      const image = await world.place.images.push(world.place.name);
      const update = await tried(() => world.deploy(service, image.identifier));
      if (update.kind === 'refused') return { verdict: 'the call is refused', seen: update.text };
      const seen = endOf(update.value);
      return (await world.serves(service, image))
        ? { verdict: 'it pulls again', seen }
        : { verdict: 'it keeps the image that ran', seen };
    },
  },
  {
    id: 'digest',
    group: 'images',
    question: 'Is an image deployed that is named by its digest (repository@sha256:...)?',
    assumed: 'Nothing: what this action builds is deployed by its tag, and `image` takes a digest.',
    where: ['src/inputs/image-reference.ts', 'src/commands/image.ts'],
    ask: async (world) => {
      const image = await world.place.images.push('digest');
      const identifier = world.place.images.named(`@${image.digest}`);
      return deploys(world, { ...image, identifier });
    },
  },
  {
    id: 'index',
    group: 'images',
    question: 'Is an OCI index with an attestation in it deployed?',
    assumed: 'No: attestations are off, and an index is refused before the deployment.',
    where: ['src/image/build-command.ts', 'src/image/architecture.ts'],
    ask: async (world) => {
      const image = await world.place.images.push('plain');
      return deploys(world, await world.place.images.index('index', image));
    },
  },
];
