import { readFileSync } from 'node:fs';
import type { AwsService } from '../protocol/service.ts';

/** A shape of an API model. `member` is a list's, `key` and `value` a map's, `members` a structure's. */
export interface Shape {
  readonly type:
    | 'structure'
    | 'list'
    | 'map'
    | 'string'
    | 'integer'
    | 'long'
    | 'float'
    | 'double'
    | 'boolean'
    | 'timestamp'
    | 'blob';
  readonly members?: Readonly<Record<string, string>>;
  readonly required?: readonly string[];
  readonly member?: string;
  readonly key?: string;
  readonly value?: string;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  /** Accepted beside `pattern`; not AWS's, see adjust.ts. */
  readonly alsoPattern?: string;
  readonly enum?: readonly string[];
  readonly sensitive?: true;
  /** An error's HTTP status, when the model gives one. */
  readonly status?: number;
  /** The members that a rest-xml request carries in its path or query, under which names. */
  readonly places?: Readonly<
    Record<string, { readonly at: 'path' | 'query'; readonly name: string }>
  >;
  /** The element around each item of a rest-xml list. */
  readonly item?: string;
}

/** An operation's input and output shapes; absent where the model has none. */
export interface OperationShapes {
  readonly input?: string;
  readonly output?: string;
  /** A query service's name for the element around the result. */
  readonly wrapper?: string;
  /** The root element of a rest-xml request's body. */
  readonly root?: string;
  /** Anybody may call it: it takes no signature. */
  readonly unsigned?: true;
}

/** What the protocol layer knows of one AWS service. */
export interface ApiModel {
  readonly name: AwsService['model'];
  readonly protocol: 'json' | 'query' | 'rest-xml';
  readonly apiVersion: string;
  readonly signingName: string;
  readonly jsonVersion?: string;
  readonly targetPrefix?: string;
  readonly xmlNamespace?: string;
  /** One address for all regions; requests to it are signed for us-east-1. */
  readonly global?: true;
  /** Method and path of every rest-xml operation, such as `GET /2013-04-01/change/{Id}`. */
  readonly routes?: Readonly<Record<string, string>>;
  readonly operations: Readonly<Record<string, OperationShapes>>;
  /** Operations of the real service whose shapes were left out. */
  readonly unserved: readonly string[];
  readonly shapes: Readonly<Record<string, Shape>>;
}

/** The services that have a table here. */
export const modelNames = ['apprunner', 'ecr', 'sts', 'logs', 'route53'] as const satisfies readonly AwsService['model'][];

const loaded = new Map<string, ApiModel>();

/** The table of one service, read from this directory the first time. */
export function loadModel(name: AwsService['model']): ApiModel {
  const before = loaded.get(name);
  if (before) return before;
  const model: ApiModel = JSON.parse(
    readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8'),
  );
  loaded.set(name, model);
  return model;
}

/** The shape of that name. Throws when the table has a hole, which is a fault of the generator. */
export function shapeOf(model: ApiModel, name: string): Shape {
  const shape = model.shapes[name];
  if (!shape) throw new Error(`The ${model.name} model has no shape ${name}.`);
  return shape;
}
