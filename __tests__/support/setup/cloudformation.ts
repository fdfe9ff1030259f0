import { type CollectionTag, parse, type ScalarTag, YAMLMap, YAMLSeq } from 'yaml';

/** A template of CloudFormation, its functions in their long form. */
export interface Template {
  readonly Parameters: Readonly<
    Record<string, { readonly Default?: string | number; readonly AllowedPattern?: string }>
  >;
  readonly Conditions: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<
    Record<string, { readonly Condition?: string; readonly DeletionPolicy?: string }>
  >;
  readonly Outputs: Readonly<Record<string, { readonly Condition?: string }>>;
}

/** A stack: what CloudFormation makes of a template with some parameters. */
export interface Stack {
  /** The properties of each resource that is made. */
  readonly resources: Readonly<Record<string, unknown>>;
  /** The value of each output that there is. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

const FUNCTIONS = ['Sub', 'If', 'Not', 'Equals', 'And', 'Or', 'Select', 'Split', 'GetAtt'];

/** Reads a template; `!Sub` and the like become `Fn::Sub`. */
export function parseTemplate(text: string): Template {
  return parse(text, { customTags: [...FUNCTIONS.flatMap(tagsOf), ...tagsOf('Ref')] });
}

function tagsOf(name: string): (ScalarTag | CollectionTag)[] {
  const long = name === 'Ref' ? name : `Fn::${name}`;
  const wrap = (value: unknown) => ({ [long]: name === 'GetAtt' ? `${value}`.split('.') : value });
  return [
    { tag: `!${name}`, resolve: wrap },
    {
      tag: `!${name}`,
      collection: 'seq',
      resolve: (items) => (items instanceof YAMLSeq ? mapOf(long, items) : items),
    },
  ];
}

function mapOf(key: string, value: YAMLSeq): YAMLMap {
  const map = new YAMLMap();
  map.set(key, value);
  return map;
}

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Region': 'us-east-1',
  'AWS::AccountId': '123456789012',
};

/** In place of what is left out. */
const NO_VALUE = Symbol('AWS::NoValue');

/**
 * Makes a stack of a template, without AWS: its functions are worked out, and the ARN of a role is
 * made of its name.
 *
 * @throws Error for a value that a parameter's pattern does not take
 */
export function stackOf(template: Template, parameters: Readonly<Record<string, string>>): Stack {
  const evaluator = new Evaluator(template, parameters);
  const there = <T extends { readonly Condition?: string }>(all: Readonly<Record<string, T>>) =>
    Object.entries(all).filter(([, { Condition }]) => !Condition || evaluator.holds(Condition));
  return {
    resources: Object.fromEntries(
      there(template.Resources).map(([id]) => [id, evaluator.properties(id)]),
    ),
    outputs: Object.fromEntries(
      there(template.Outputs).map(([id, output]) => [id, evaluator.value(Object(output).Value)]),
    ),
  };
}

class Evaluator {
  readonly #template: Template;
  readonly #parameters: Readonly<Record<string, string>>;

  constructor(template: Template, parameters: Readonly<Record<string, string>>) {
    this.#template = template;
    const defaults = Object.entries(template.Parameters).map(([name, { Default }]) => [
      name,
      `${Default ?? ''}`,
    ]);
    this.#parameters = { ...Object.fromEntries(defaults), ...parameters };
    for (const [name, value] of Object.entries(this.#parameters)) {
      const { AllowedPattern = '.*' } = template.Parameters[name] ?? {};
      if (!new RegExp(`^(?:${AllowedPattern})$`, 's').test(value)) {
        throw new Error(`Parameter ${name} does not take '${value}'.`);
      }
    }
  }

  holds(condition: string): boolean {
    return this.#test(this.#template.Conditions[condition]);
  }

  properties(id: string): unknown {
    return this.value(Object(this.#template.Resources[id]).Properties);
  }

  value(value: unknown): unknown {
    if (Array.isArray(value)) {
      return value.map((item) => this.value(item)).filter((item) => item !== NO_VALUE);
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [[name, argument] = ['', undefined]] = entries;
    if (name === 'Ref' || name.startsWith('Fn::')) return this.#call(name, argument);
    return Object.fromEntries(
      entries.map(([key, item]) => [key, this.value(item)]).filter(([, item]) => item !== NO_VALUE),
    );
  }

  #call(name: string, argument: unknown): unknown {
    const list: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
    switch (name) {
      case 'Ref':
        return this.#ref(`${argument}`);
      case 'Fn::If':
        return this.value(this.holds(`${list[0]}`) ? list[1] : list[2]);
      case 'Fn::Sub':
        return this.#sub(`${list[0]}`, Object(this.value(list[1] ?? {})));
      case 'Fn::Select':
        return Object(this.value(list[1]))[Number(list[0])];
      case 'Fn::Split':
        return `${this.value(list[1])}`.split(`${list[0]}`);
      case 'Fn::GetAtt':
        return this.#arn(`${list[0]}`);
      default:
        throw new Error(`This reader of templates knows no ${name}.`);
    }
  }

  #test(condition: unknown): boolean {
    const [[name, argument] = ['', undefined]] = Object.entries(Object(condition));
    const list: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
    switch (name) {
      case 'Fn::Equals':
        return this.value(list[0]) === this.value(list[1]);
      case 'Fn::Not':
        return !this.#test(list[0]);
      case 'Fn::And':
        return list.every((each) => this.#test(each));
      default:
        throw new Error(`This reader of templates knows no condition ${name}.`);
    }
  }

  #ref(name: string): unknown {
    if (name === 'AWS::NoValue') return NO_VALUE;
    const value = PSEUDO[name] ?? this.#parameters[name];
    if (value !== undefined) return value;
    const { Url } = Object(this.properties(name));
    return `arn:aws:iam::${PSEUDO['AWS::AccountId']}:oidc-provider/${`${Url}`.slice(8)}`;
  }

  #sub(text: string, values: Readonly<Record<string, unknown>>): string {
    return text.replaceAll(/\$\{([\w:]+)\}/g, (_, name: string) =>
      String(values[name] ?? this.#ref(name)),
    );
  }

  #arn(resource: string): string {
    const { RoleName } = Object(this.properties(resource));
    return `arn:aws:iam::${PSEUDO['AWS::AccountId']}:role/${RoleName}`;
  }
}
