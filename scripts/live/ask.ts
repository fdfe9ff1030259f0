import { errorMessage } from '../../src/errors.ts';
import type { Asked, Group, Question } from './question.ts';
import { GROUPS } from './question.ts';
import { redacted } from './redact.ts';
import { type Place, World } from './world.ts';

/**
 * Asks every question: the groups side by side, so that all is over within the hour that a
 * role's session lasts, and the questions of each one after another. One that fails ends no other.
 *
 * @param placeOf what a group works with; rejects when there is nothing to work with
 * @param tell told each outcome as it comes
 * @returns the outcomes in the order of the questions, without what tells the account
 */
export async function askAll(
  questions: readonly Question[],
  placeOf: (group: Group) => Promise<Place>,
  tell: (asked: Asked) => void,
): Promise<readonly Asked[]> {
  const groups = GROUPS.map(async (group) => {
    const own = questions.filter((question) => question.group === group);
    if (own.length === 0) return [];
    const place = placeOf(group).then((made) => new World(made));
    const answers: Asked[] = [];
    for (const question of own) {
      const asked = { question, outcome: await outcomeOf(question, place) };
      tell(asked);
      answers.push(asked);
    }
    return answers;
  });
  const asked = (await Promise.all(groups)).flat();
  return questions.flatMap((question) => asked.filter((each) => each.question === question));
}

async function outcomeOf(question: Question, world: Promise<World>): Promise<Asked['outcome']> {
  try {
    const { verdict, seen } = await question.ask(await world);
    return { kind: 'answered', answer: { verdict: redacted(verdict), seen: redacted(seen) } };
  } catch (error) {
    return { kind: 'unanswered', why: redacted(errorMessage(error)) };
  }
}
