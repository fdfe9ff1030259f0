/** Texts of a workflow_dispatch event that a public log should not have: roles and their account. */
export function masksOf(event: unknown): readonly string[] {
  const { inputs }: { inputs?: unknown } = Object(event);
  const texts = Object.values(Object(inputs)).filter((value) => typeof value === 'string');
  const arns = texts.filter((text) => text.startsWith('arn:'));
  const accounts = arns.flatMap((arn) => /:(\d{12}):/.exec(arn)?.[1] ?? []);
  return [...new Set([...arns, ...accounts])];
}
