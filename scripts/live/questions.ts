import type { Question } from './question.ts';
import { imageQuestions } from './questions/images.ts';
import { settingsQuestions } from './questions/settings.ts';
import { stateQuestions } from './questions/states.ts';

/** Every question, in the order of the table. */
export const QUESTIONS: readonly Question[] = [
  ...imageQuestions,
  ...settingsQuestions,
  ...stateQuestions,
];
