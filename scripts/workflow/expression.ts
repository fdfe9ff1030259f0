/** What expressions can speak of, such as `github` and `steps`. */
export type Contexts = Readonly<Record<string, unknown>>;

const PATH = /^[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*)+$/;
const TEXT = /^'((?:[^']|'')*)'$/;
const COMPARISON = /^(?<left>.+?)\s*(?<operator>==|!=)\s*(?<right>.+)$/;

/**
 * Replaces each `${{ }}` of a text as GitHub does. The forms that are known are those of
 * {@link evaluate}.
 *
 * @throws Error for every other form
 */
export function interpolate(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/g, (_, expression: string) =>
    asText(evaluate(expression, contexts)),
  );
}

/**
 * True when a step with this `if` runs; the braces around it can be left out.
 *
 * @throws Error for a form that {@link evaluate} does not know
 */
export function holds(condition: string, contexts: Contexts): boolean {
  const inner = /^\$\{\{(.*)\}\}$/.exec(condition.trim())?.[1] ?? condition;
  return Boolean(evaluate(inner, contexts));
}

/**
 * Evaluates what stands between the braces: a path such as `github.event.number`, a text in
 * quotes, or two of them compared with == or !=. As on GitHub, capitals do not count in a
 * comparison, and what an event does not have is null (GitHub, "Evaluate expressions").
 *
 * @throws Error for every other form, and for a context that is not there
 */
export function evaluate(expression: string, contexts: Contexts): unknown {
  const { left, operator, right } = COMPARISON.exec(expression.trim())?.groups ?? {};
  if (left === undefined || right === undefined) return operand(expression.trim(), contexts);
  const same = comparable(operand(left, contexts)) === comparable(operand(right, contexts));
  return operator === '==' ? same : !same;
}

function operand(text: string, contexts: Contexts): unknown {
  const quoted = TEXT.exec(text)?.[1];
  if (quoted !== undefined) return quoted.replaceAll("''", "'");
  if (!PATH.test(text)) throw new Error(`The expression '${text}' is of a form not known here.`);
  const [context = '', member = '', ...rest] = text.split('.');
  const members: Contexts = Object(contexts[context]);
  // A name that nobody sets would be empty on GitHub, and a slip of the pen here.
  if (!(member in members)) throw new Error(`The expression '${text}' names what is not there.`);
  return rest.reduce<unknown>((value, name) => Object(value)[name] ?? null, members[member]);
}

/** Texts without regard to capitals; anything else as the text it is shown as. */
function comparable(value: unknown): string {
  return asText(value).toLowerCase();
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') throw new Error('An expression gives an object, not a text.');
  return `${value}`;
}
