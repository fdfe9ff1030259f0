import { canonicalName, isWithin } from './names.ts';
import type { RecordType } from './shapes.ts';
import type { Zone } from './zone.ts';

/** What the world's resolvers answer. Names may come in any case, with or without a last dot. */
export interface Dns {
  /** The values of a name's records of a type; empty when there are none. */
  values(name: string, type: RecordType): readonly string[];
  /** Hears of each change once resolvers answer by it. */
  onChange(listener: () => void): void;
}

/** DNS with zones of Route 53 and records that somebody else serves. */
export class LocalDns implements Dns {
  readonly #zones: readonly Zone[];
  readonly #foreign = new Map<string, readonly string[]>();
  readonly #listeners: (() => void)[] = [];

  /** @param zones those that there are at any time */
  constructor(zones: readonly Zone[]) {
    this.#zones = zones;
  }

  /** Sets records outside of Route 53, or takes them away with no values. */
  setForeign(name: string, type: RecordType, values: readonly string[]): void {
    this.#foreign.set(`${canonicalName(name)} ${type}`, values);
    this.changed();
  }

  /** Resolvers answer by what zones publish now. */
  changed(): void {
    for (const listener of this.#listeners) listener();
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  values(name: string, type: RecordType): readonly string[] {
    const canonical = canonicalName(name);
    const zone = this.#zones
      .filter((each) => each.delegated && !each.isPrivate && isWithin(canonical, each.name))
      .sort((a, b) => b.name.length - a.name.length)[0];
    const own = [...(zone?.published.values() ?? [])]
      .filter((record) => record.Name === canonical && record.Type === type)
      .flatMap(({ ResourceRecords = [] }) => ResourceRecords.map(({ Value }) => Value));
    return [...own, ...(this.#foreign.get(`${canonical} ${type}`) ?? [])];
  }
}
