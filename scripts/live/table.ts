import type { Asked, Question } from './question.ts';

const cell = (text: string): string => text.trim().replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');

const rows = (head: readonly string[], body: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...body]
    .map((cells) => `| ${cells.map(cell).join(' | ')} |`)
    .join('\n');

/** Markdown of what was found out: for the job summary. */
export function answersTable(asked: readonly Asked[]): string {
  const head = ['Question', 'Answer', 'Seen', 'What the action assumes meanwhile'];
  const body = asked.map(({ question: { question, assumed }, outcome }) =>
    outcome.kind === 'answered'
      ? [question, `**${outcome.answer.verdict}**`, outcome.answer.seen, assumed]
      : [question, 'not answered', outcome.why, assumed],
  );
  return rows(head, body);
}

/** Markdown of the questions, for the documentation. */
export function questionsTable(questions: readonly Question[]): string {
  const head = ['Question', 'What the action assumes meanwhile', 'Where'];
  const body = questions.map(({ question, assumed, where }) => [
    question,
    assumed,
    where.map((path) => `[${path.split('/').at(-1)}](../${path})`).join(', '),
  ]);
  return rows(head, body);
}
