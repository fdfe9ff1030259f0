import type { StepResult } from '../runner/run-action.ts';

/** A line of the demo's own. */
export function say(line: string): void {
  process.stdout.write(`\n> ${line}\n`);
}

/** Lines of what is shown, set apart. */
export function show(text: string): void {
  for (const line of text.trimEnd().split('\n')) process.stdout.write(`  ${line}\n`);
}

/** The outputs and the job summary of a step. */
export function showStep({ outputs, summary }: StepResult): void {
  say('Outputs');
  for (const [name, value] of Object.entries(outputs)) show(`${name} = ${value}`);
  say(`Job summary\n${summary}`);
}

/** What a URL answers now. */
export async function showAnswer(url: string): Promise<void> {
  const response = await fetch(url);
  const body = (await response.text()).slice(0, 500).trimEnd();
  say(`${url} answers ${response.status}: ${body}`);
}
