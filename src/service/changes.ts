/** One setting that a deployment changes; the values are absent where they may be secret. */
export interface Change {
  /** Path in App Runner's own words, such as InstanceConfiguration.Cpu */
  readonly setting: string;
  readonly kind: 'added' | 'changed' | 'removed';
  readonly before?: string;
  readonly after?: string;
}

/** Settings whose values are named but never shown (the API model marks them sensitive). */
const SECRET =
  /\.(RuntimeEnvironmentVariables|RuntimeEnvironmentSecrets|StartCommand|BuildCommand)(\.|$)/;

/** Every setting that differs between two configurations, sorted by name. */
export function changesBetween(before: object, after: object): Change[] {
  const old = flattened(before);
  const wanted = flattened(after);
  return [...new Set([...old.keys(), ...wanted.keys()])]
    .sort()
    .filter((setting) => old.get(setting) !== wanted.get(setting))
    .map((setting) => change(setting, old.get(setting), wanted.get(setting)));
}

function change(setting: string, before: string | undefined, after: string | undefined): Change {
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  if (SECRET.test(setting)) return { setting, kind };
  return {
    setting,
    kind,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

function flattened(value: unknown, path = ''): Map<string, string> {
  if (value === undefined || value === null) return new Map();
  if (typeof value !== 'object') return new Map([[path, String(value)]]);
  return new Map(
    Object.entries(value).flatMap(([key, member]) => [
      ...flattened(member, path === '' ? key : `${path}.${key}`),
    ]),
  );
}
