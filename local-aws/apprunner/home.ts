import type { Engine } from './engine.ts';

/** What the rules of a configuration ask about the account. */
export interface Home
  extends Pick<
    Engine,
    'accountId' | 'scaling' | 'connections' | 'connectors' | 'observability' | 'undocumented'
  > {
  /** Says whether an identifier's host is this account's own ECR. */
  owns(imageIdentifier: string): boolean;
}

/** The account as the rules of a configuration ask about it. */
export const homeOf = (engine: Engine): Home => {
  const { accountId, scaling, connections, connectors, observability } = engine;
  const { undocumented, images } = engine;
  const owns = (identifier: string) => images.owns(identifier);
  return { accountId, scaling, connections, connectors, observability, undocumented, owns };
};
