/**
 * Writes the tables in this directory from botocore's API models:
 *   node local-aws/models/generate.ts DIRECTORY
 * DIRECTORY is botocore's data directory (`python3 -c "import botocore; print(botocore.__path__[0] + '/data')"`).
 * Names, types, limits, patterns and enums are kept, documentation texts are not.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ApiModel, OperationShapes, Shape } from './model.ts';

interface BotocoreMember {
  shape: string;
  location?: string;
  locationName?: string;
}

interface BotocoreShape {
  type: Shape['type'];
  members?: Record<string, BotocoreMember>;
  required?: string[];
  member?: BotocoreMember;
  key?: { shape: string };
  value?: { shape: string };
  min?: number;
  max?: number;
  pattern?: string;
  enum?: string[];
  sensitive?: boolean;
  exception?: boolean;
  error?: { httpStatusCode?: number };
}

interface BotocoreOperation {
  http?: { method: string; requestUri: string };
  input?: { shape: string; locationName?: string; xmlNamespace?: { uri: string } };
  output?: { shape: string; resultWrapper?: string };
  errors?: { shape: string }[];
  authtype?: string;
}

interface BotocoreModel {
  metadata: Record<string, string>;
  operations: Record<string, BotocoreOperation>;
  shapes: Record<string, BotocoreShape>;
}

/** The operations whose shapes are kept; every one of App Runner's. */
const kept: Readonly<Record<ApiModel['name'], readonly string[] | 'all'>> = {
  apprunner: 'all',
  ecr: [
    'BatchDeleteImage',
    'BatchGetImage',
    'CreateRepository',
    'DeleteRepository',
    'DescribeImages',
    'DescribeRepositories',
    'GetAuthorizationToken',
    'GetDownloadUrlForLayer',
    'GetLifecyclePolicy',
    'ListImages',
    'ListTagsForResource',
    'PutImageTagMutability',
    'PutLifecyclePolicy',
    'TagResource',
  ],
  sts: ['AssumeRoleWithWebIdentity', 'GetCallerIdentity'],
  logs: [
    'DeleteLogGroup',
    'DescribeLogGroups',
    'DescribeLogStreams',
    'FilterLogEvents',
    'GetLogEvents',
  ],
  route53: [
    'ChangeResourceRecordSets',
    'GetChange',
    'GetHostedZone',
    'ListHostedZones',
    'ListHostedZonesByName',
    'ListResourceRecordSets',
    'ListTagsForResource',
  ],
};

/** What this directory calls botocore's protocols. */
const protocols: Readonly<Record<string, ApiModel['protocol']>> = {
  query: 'query',
  'rest-xml': 'rest-xml',
};

/** One address for all regions, whose requests are signed for us-east-1. */
const globalServices: readonly ApiModel['name'][] = ['route53'];

function readModel(data: string, name: string): BotocoreModel {
  const version = readdirSync(join(data, name)).sort().at(-1);
  if (!version) throw new Error(`${join(data, name)} has no API version in it.`);
  const path = join(data, name, version, 'service-2.json');
  const bytes = existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`));
  return JSON.parse(bytes.toString('utf8'));
}

/** The members that a rest-xml request carries outside its body. */
function places(shape: BotocoreShape): NonNullable<Shape['places']> {
  const found = Object.entries(shape.members ?? {}).flatMap(([member, { location, locationName }]) =>
    location === 'uri' || location === 'querystring'
      ? [[member, { at: location === 'uri' ? 'path' : 'query', name: locationName ?? member }]]
      : [],
  );
  return Object.fromEntries(found);
}

/** Shapes are the same in every protocol but rest-xml, which places and names things in a request. */
function compactShape(shape: BotocoreShape, rest: boolean): Shape {
  const members = Object.entries(shape.members ?? {}).map(([name, to]) => [name, to.shape]);
  const status = shape.exception ? shape.error?.httpStatusCode : undefined;
  return {
    type: shape.type,
    ...(shape.required?.length && { required: shape.required }),
    ...(shape.type === 'structure' && { members: Object.fromEntries(members) }),
    ...(shape.member && { member: shape.member.shape }),
    ...(shape.key && { key: shape.key.shape }),
    ...(shape.value && { value: shape.value.shape }),
    ...(shape.min !== undefined && { min: shape.min }),
    ...(shape.max !== undefined && { max: shape.max }),
    ...(shape.pattern !== undefined && { pattern: shape.pattern }),
    ...(shape.enum && { enum: shape.enum }),
    ...(shape.sensitive && { sensitive: true as const }),
    ...(status !== undefined && { status }),
    ...(rest && Object.keys(places(shape)).length > 0 && { places: places(shape) }),
    ...(rest && shape.member?.locationName && { item: shape.member.locationName }),
  };
}

/** The namespace of a rest-xml service, which botocore keeps at each input with a body. */
function namespaceOf({ operations }: BotocoreModel): string {
  const inputs = Object.values(operations).map(({ input }) => input?.xmlNamespace?.uri);
  return inputs.find((uri) => uri !== undefined) ?? '';
}

/** Every shape name that can be reached from these. */
function reachable(model: BotocoreModel, roots: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (name: string | undefined): void => {
    if (name === undefined || found.has(name)) return;
    found.add(name);
    const shape = model.shapes[name];
    for (const member of Object.values(shape?.members ?? {})) visit(member.shape);
    for (const part of [shape?.member, shape?.key, shape?.value]) visit(part?.shape);
  };
  roots.forEach(visit);
  return [...found].sort();
}

function compactModel(name: ApiModel['name'], model: BotocoreModel): ApiModel {
  const { metadata } = model;
  const protocol = protocols[metadata.protocol ?? ''] ?? 'json';
  const wanted = kept[name];
  const names = Object.keys(model.operations).sort();
  const served = names.filter((operation) => wanted === 'all' || wanted.includes(operation));
  const operations: Record<string, OperationShapes> = {};
  const roots: string[] = [];
  for (const key of served) {
    const operation = model.operations[key];
    if (!operation) continue;
    const { input, output, errors = [] } = operation;
    operations[key] = {
      ...(input && { input: input.shape }),
      ...(output && { output: output.shape }),
      ...(output?.resultWrapper && { wrapper: output.resultWrapper }),
      ...(input?.locationName && { root: input.locationName }),
      ...(operation.authtype === 'none' && { unsigned: true as const }),
    };
    roots.push(...[input, output, ...errors].flatMap((part) => (part ? [part.shape] : [])));
  }
  const shapes: Record<string, Shape> = {};
  for (const key of reachable(model, roots)) {
    const shape = model.shapes[key];
    if (shape) shapes[key] = compactShape(shape, protocol === 'rest-xml');
  }
  const routes = Object.fromEntries(
    names.map((key) => {
      const { method = '', requestUri = '' } = model.operations[key]?.http ?? {};
      return [key, `${method} ${requestUri}`];
    }),
  );
  return {
    name,
    protocol,
    apiVersion: metadata.apiVersion ?? '',
    signingName: metadata.signingName ?? metadata.endpointPrefix ?? name,
    ...(metadata.jsonVersion && { jsonVersion: metadata.jsonVersion }),
    ...(metadata.targetPrefix && { targetPrefix: metadata.targetPrefix }),
    ...(metadata.xmlNamespace && { xmlNamespace: metadata.xmlNamespace }),
    ...(globalServices.includes(name) && { global: true as const }),
    ...(protocol === 'rest-xml' && { xmlNamespace: namespaceOf(model), routes }),
    operations,
    unserved: names.filter((operation) => !served.includes(operation)),
    shapes,
  };
}

/** JSON with one operation or shape a line, so that a new API version reads well in a diff. */
function print(model: ApiModel): string {
  const table = (entries: object) =>
    Object.entries(entries).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const lines = Object.entries(model).map(([key, value]) => {
    if (key !== 'operations' && key !== 'shapes' && key !== 'routes') return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    return `${JSON.stringify(key)}: {\n${table(value).join(',\n')}\n}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

const data = process.argv[2];
if (!data) throw new Error("Name botocore's data directory, the one with apprunner/ in it.");
for (const name of ['apprunner', 'ecr', 'sts', 'logs', 'route53'] as const) {
  const text = print(compactModel(name, readModel(data, name)));
  writeFileSync(new URL(`./${name}.json`, import.meta.url), text);
  console.log(`${name}.json: ${text.length} bytes`);
}
