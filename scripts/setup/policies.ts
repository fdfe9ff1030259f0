import { readFileSync } from 'node:fs';

/** One text or several, as IAM's JSON has it. */
export type Texts = string | readonly string[];

/** A statement of a policy of these documents; they only allow. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: Texts;
  readonly Resource: Texts;
  readonly Condition?: { readonly StringEquals: Readonly<Record<string, string>> };
}

/** A policy in IAM's shape. */
export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

/** What differs from one role to another, by the names that the policies have for it. */
export interface Place {
  readonly region: string;
  readonly account: string;
  /** Name of the App Runner service, with `*` for those of previews. */
  readonly service: string;
  /** Name of the ECR repository. */
  readonly repository: string;
  readonly access_role_arn: string;
  readonly instance_role_arn: string;
  /** ARN of the ECR repository of an image that is not built. */
  readonly image_repository_arn: string;
}

const FOLDER = new URL('../../examples/setup/policies/', import.meta.url);

/** A policy as its file has it, with `${name}` for what differs. */
export function policyTemplate(name: string): Policy {
  return JSON.parse(textOf(name));
}

/** A policy for one place. */
export function policyAt(name: string, place: Place): Policy {
  return JSON.parse(policyText(name, place));
}

/** The text of a policy for one place. Throws for a `${name}` that a place has not. */
export function policyText(name: string, place: Place): string {
  const values = new Map<string, string>(Object.entries(place));
  return textOf(name).replaceAll(/\$\{(\w+)\}/g, (_, what: string) => {
    const value = values.get(what);
    if (value === undefined) throw new Error(`${name}.json has $\{${what}}, which nothing has.`);
    return value;
  });
}

/** Texts as a list. */
export function listed(texts: Texts): readonly string[] {
  return typeof texts === 'string' ? [texts] : texts;
}

/** Every action of a policy, in its order. */
export function actionsOf({ Statement }: Policy): readonly string[] {
  return Statement.flatMap(({ Action }) => listed(Action));
}

function textOf(name: string): string {
  return readFileSync(new URL(`${name}.json`, FOLDER), 'utf8').trimEnd();
}
