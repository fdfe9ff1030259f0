import type { Engine } from '../engine.ts';
import { page } from '../paging.ts';
import { invalidRequest, resourceNotFound } from '../refusals.ts';
import type { ConnectionStatus, PageInput, ProviderType, Tag } from '../shapes.ts';
import { newResource } from './new-resource.ts';
import type { Resource } from './resource-store.ts';

/** A connection to an account of a code repository provider. */
export interface Connection extends Resource {
  readonly provider: ProviderType;
  status: ConnectionStatus;
}

/** A connection to put into the account. */
export interface ConnectionSeed {
  readonly ConnectionName: string;
  /** Default GITHUB. */
  readonly ProviderType?: ProviderType;
  /** Default AVAILABLE. */
  readonly Status?: Exclude<ConnectionStatus, 'DELETED'>;
  /** Default: a fresh one. */
  readonly ConnectionArn?: string;
  readonly Tags?: readonly Tag[];
}

const pageSize = 100;
/** That there is a quota is in App Runner's guide (manage-connections); the figure is from memory. */
const mostConnections = 10;

const answer = (connection: Connection): object => ({
  ConnectionName: connection.name,
  ConnectionArn: connection.arn,
  ProviderType: connection.provider,
  Status: connection.status,
  CreatedAt: new Date(connection.createdAt),
});

const add = (engine: Engine, seed: ConnectionSeed, Status: ConnectionStatus): Connection => {
  const made = newResource(engine, engine.connections, {
    kind: 'connection',
    what: 'Connection',
    name: seed.ConnectionName,
    tags: seed.Tags,
    most: mostConnections,
  });
  const arn = seed.ConnectionArn ?? made.arn;
  const provider = seed.ProviderType ?? 'GITHUB';
  return engine.connections.add({ ...made, arn, provider, status: Status });
};

/** CreateConnection: it waits for the handshake, which only a person at the provider can do. */
export const createConnection = (
  engine: Engine,
  input: Required<Pick<ConnectionSeed, 'ConnectionName' | 'ProviderType'>> &
    Pick<ConnectionSeed, 'Tags'>,
): object => ({ Connection: answer(add(engine, input, 'PENDING_HANDSHAKE')) });

/** ListConnections: newest first; the only call that shows a connection's state. */
export const listConnections = (
  engine: Engine,
  input: PageInput & { readonly ConnectionName?: string },
): object => {
  const name = input.ConnectionName;
  const found = engine.connections.living().filter((each) => !name || each.name === name);
  const { items, next } = page(`connections ${name}`, found, input, pageSize);
  return { ConnectionSummaryList: items.map(answer), ...next };
};

/** DeleteConnection: refused while a service uses it (API model; the words are ours). */
export const deleteConnection = (
  engine: Engine,
  { ConnectionArn }: { readonly ConnectionArn: string },
): object => {
  const connection = engine.connections.get(ConnectionArn);
  if (connection.deletedAt !== undefined) throw resourceNotFound(ConnectionArn);
  const used = engine.services
    .living()
    .some(
      ({ configuration: { source } }) =>
        source.AuthenticationConfiguration?.ConnectionArn === ConnectionArn,
    );
  if (used) {
    throw invalidRequest(
      `Provided connection arn is being used by other services. ARN: ${ConnectionArn}`,
    );
  }
  connection.status = 'DELETED';
  connection.deletedAt = engine.clock.now();
  return { Connection: answer(connection) };
};

/** Puts a connection into the account; answers its ARN. */
export const seedConnection = (engine: Engine, seed: ConnectionSeed): string =>
  add(engine, seed, seed.Status ?? 'AVAILABLE').arn;

/** Does the handshake of a connection. Throws when there is none of that name or ARN. */
export const handshake = (engine: Engine, nameOrArn: string): void => {
  const { connections } = engine;
  const connection =
    connections.named(nameOrArn) ?? connections.living().find((each) => each.arn === nameOrArn);
  if (connection === undefined) throw new Error(`There is no connection ${nameOrArn}.`);
  connection.status = 'AVAILABLE';
};
