import type { EntityManager } from 'typeorm';
import type { Thresholds } from '../screening/domain/thresholds';
import { remembered } from '../screening/domain/remembered';
import type { NamesAtHand } from './domain/names-at-hand';
import type { NameLeads } from './likenesses';
import { rest } from './loading/progress';
import { bytesOfUuid } from './memory/bytes';
import { NameScreener } from './memory/name-screener';
import { VendorNames } from './memory/vendor-names';
import { VendorSlots } from './memory/vendor-slots';
import { joinedLeads, LeadSearch } from './lead-search';
import { RECORDED_NAMES } from './recorded-names';

interface NameRow {
  readonly id: string;
  readonly name: string;
}

/** What names lead to, at hand and in what was recorded since: each is looked for once. */
export class ReadLeads {
  readonly anybodyLike: (name: string) => readonly string[];
  readonly excludedLike: (name: string) => NameLeads;
  private readonly sources: readonly NamesAtHand[];

  private constructor(sources: readonly NamesAtHand[], thresholds: Thresholds) {
    this.sources = sources;
    const searches = sources.map((names) => new LeadSearch(names, thresholds));
    this.anybodyLike = remembered((name) => [
      ...new Set(searches.flatMap((search) => search.anybodyLike(name))),
    ]);
    this.excludedLike = remembered((name) =>
      joinedLeads(searches.map((one) => one.excludedLike(name))),
    );
  }

  /**
   * @param atHand the names in memory; undefined: all are read, where there are few
   * @param size number of entries of which names are needed
   */
  static async open(
    tx: EntityManager,
    size: number,
    { atHand, thresholds }: { atHand: NamesAtHand | undefined; thresholds: Thresholds },
  ): Promise<ReadLeads> {
    const since = atHand?.position ?? 0;
    const later = since < size ? [await namesSince(tx, since)] : [];
    return new ReadLeads([...(atHand ? [atHand] : []), ...later], thresholds);
  }

  /** Ids of all that have or had a name with this key. */
  namesakes(key: string): string[] {
    return [...new Set(this.sources.flatMap((names) => names.namesakes(key)))];
  }

  excludedLikeAny(names: readonly string[]): NameLeads {
    return joinedLeads([...new Set(names)].map((name) => this.excludedLike(name)));
  }
}

/** The names that were recorded from a position on. */
async function namesSince(tx: EntityManager, since: number): Promise<NamesAtHand> {
  const [names, slots] = [new VendorNames(), new VendorSlots()];
  const slotOf = (id: string): number => slots.claim(bytesOfUuid(id) ?? Buffer.alloc(16));
  const read = (query: string): Promise<NameRow[]> => tx.query<NameRow[]>(query);
  for (const row of await read(RECORDED_NAMES.ofVendors(since))) {
    names.add(slotOf(row.id), row.name);
  }
  for (const row of await read(RECORDED_NAMES.ofBarred(since))) {
    names.bar(slotOf(row.id), row.name);
  }
  for (const row of await read(RECORDED_NAMES.ofMakers(since))) names.cover(row.id, row.name);
  await names.settle(rest);
  return new NameScreener(since, names, slots);
}
