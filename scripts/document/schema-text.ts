import type { Shape } from '../../local-aws/models/model.ts';

/** The part of local-aws/models/apprunner.json that the schema is made of. */
export interface Model {
  readonly shapes: Readonly<Record<string, Shape>>;
}

/** The interfaces of src/document/shape.ts, by the model's types. */
const INTERFACES: Readonly<Record<string, string>> = {
  structure: 'StructureShape',
  list: 'ListShape',
  map: 'MapShape',
  string: 'TextShape',
  integer: 'NumberShape',
  boolean: 'FlagShape',
};

/**
 * TypeScript that declares a shape and all it reaches, one constant each, so that each comes after
 * those it is made of; not yet formatted.
 *
 * @throws Error when the model has a type that a document's check does not know
 */
export function schemaText(model: Model, root: string): string {
  const declared = new Map<string, string>();
  const used = new Set<string>();
  const declare = (name: string): void => {
    if (declared.has(name)) return;
    const shape = model.shapes[name];
    if (!shape) throw new Error(`The model has no shape ${name}.`);
    const parts = [...Object.values(shape.members ?? {}), shape.member, shape.key, shape.value];
    for (const part of parts) if (part !== undefined) declare(part);
    const type = INTERFACES[shape.type];
    if (!type) {
      throw new Error(
        `The shape ${name} is of type ${shape.type}, which src/document/shape.ts does not know. Add it there and to the check.`,
      );
    }
    used.add(type);
    declared.set(name, `const ${constant(name)}: ${type} = ${literal(name, shape)};`);
  };
  declare(root);
  return [
    "// Made from local-aws/models/apprunner.json by scripts/document.ts, which also checks it: don't edit.",
    `import type { ${[...used].sort().join(', ')} } from './shape.ts';`,
    '',
    ...declared.values(),
    '',
    `/** Everything that ${root} takes, by the API model. */`,
    `export const CREATE_SERVICE: StructureShape = ${constant(root)};`,
    '',
  ].join('\n');
}

/** RoleArn as roleArn; as they are, String and Boolean would hide JavaScript's own. */
function constant(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function literal(name: string, shape: Shape): string {
  const { type, members, member, key, value, required, ...limits } = shape;
  const entries = [
    ['type', JSON.stringify(type)],
    ...(type === 'string' ? [['name', JSON.stringify(name)]] : []),
    ...(members ? [['members', memberText(members)]] : []),
    ...(required ? [['required', JSON.stringify(required)]] : []),
    ...(member ? [['item', constant(member)]] : []),
    ...(key ? [['key', constant(key)]] : []),
    ...(value ? [['value', constant(value)]] : []),
    ...Object.entries(limits).map(([limit, bound]) => [limit, JSON.stringify(bound)]),
  ];
  return `{ ${entries.map(([left, right]) => `${left}: ${right}`).join(', ')} }`;
}

function memberText(members: Readonly<Record<string, string>>): string {
  const lines = Object.entries(members).map(([name, shape]) => `${name}: ${constant(shape)},`);
  return `{\n${lines.join('\n')}\n}`;
}
