import type { Engine } from './engine.ts';
import type { Home } from './source.ts';

/** What the rules of a source ask about the account. */
export const homeOf = (engine: Engine): Home => ({
  accountId: engine.accountId,
  owns: (identifier) => engine.images.owns(identifier),
});
