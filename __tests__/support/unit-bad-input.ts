import { expect } from '@jest/globals';
import { type InputTexts, problemsOf } from './create-inputs.ts';

/** A case of bad input: its name, the inputs, and what the one problem has to say. */
export type BadInput = [name: string, texts: InputTexts, parts: string[]];

/** Expects that the inputs have one problem, told in one line with all these parts. */
export function expectOneProblem(texts: InputTexts, parts: readonly string[]): void {
  const problems = problemsOf(texts);
  expect(problems).toHaveLength(1);
  const [problem = ''] = problems;
  for (const part of parts) expect(problem).toContain(part);
  expect(problem).not.toContain('\n');
}
