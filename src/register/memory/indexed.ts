import { StableMap } from './stable-map';

/** What items go by: an id of their own, and keys that they share with others. */
export interface Naming<Item> {
  readonly idOf: (item: Item) => string;
  readonly keysOf: (item: Item) => readonly string[];
}

/** Items by their ids and by keys. Never changes: a change makes another, which shares what stays. */
export class Indexed<Item> {
  private constructor(
    private readonly naming: Naming<Item>,
    private readonly byId: StableMap<Item>,
    private readonly byKey: StableMap<readonly Item[]>,
  ) {}

  static of<Item>(items: readonly Item[], naming: Naming<Item>): Indexed<Item> {
    const nothing = new Indexed(naming, StableMap.of<Item>([]), StableMap.of<readonly Item[]>([]));
    return nothing.with(new Map(items.map((item) => [naming.idOf(item), item])));
  }

  get size(): number {
    return this.byId.size;
  }

  get(id: string): Item | undefined {
    return this.byId.get(id);
  }

  /** All items with a key, in no order. */
  of(key: string): readonly Item[] {
    return this.byKey.get(key) ?? NOTHING;
  }

  values(): Generator<Item> {
    return this.byId.values();
  }

  /** The same with other items; undefined takes the one with that id away. */
  with(changes: ReadonlyMap<string, Item | undefined>): Indexed<Item> {
    if (changes.size === 0) return this;
    const groups = new Map<string, Set<Item>>();
    const groupOf = (key: string): Set<Item> => {
      const group = groups.get(key) ?? new Set(this.of(key));
      groups.set(key, group);
      return group;
    };
    for (const [id, item] of changes) {
      const old = this.byId.get(id);
      if (old !== undefined) this.keysOf(old).forEach((key) => groupOf(key).delete(old));
      if (item !== undefined) this.keysOf(item).forEach((key) => groupOf(key).add(item));
    }
    const byKey = new Map(
      [...groups].map(([key, group]) => [key, group.size === 0 ? undefined : [...group]]),
    );
    return new Indexed(this.naming, this.byId.with(changes), this.byKey.with(byKey));
  }

  private keysOf(item: Item): readonly string[] {
    return this.naming.keysOf(item);
  }
}

const NOTHING: readonly never[] = [];
