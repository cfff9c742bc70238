import type { EntityManager } from 'typeorm';
import { gathered } from '../database/gathered';
import type { KnownExclusion } from '../exclusions/domain/exclusion';
import { Exclusions } from '../exclusions/exclusions';
import type { Timeline } from '../lists/domain/timeline';
import { Listings } from '../lists/listings';
import { kindredOf } from '../vendors/kindred';
import { Vendors } from '../vendors/vendors';
import type { Clues } from './domain/clues';
import type { KnownList, KnownVendor } from './domain/facts';
import type { NamesAtHand } from './domain/names-at-hand';
import { KnownFacts, listsOf } from './known-facts';
import { MeantReader, type Meant } from './meant-reader';
import { foldAffiliations, foldExclusions, foldVendors } from './merged-vendors';

/** Facts for many questions, all as known at one size of the history. */
export class FactsReader {
  /** @param atHand the names in memory; left out: all that were recorded are read, which takes long where they are many */
  constructor(
    private readonly tx: EntityManager,
    private readonly size: number,
    private readonly atHand?: NamesAtHand,
  ) {}

  /** Reads what any of the questions rests on, in a handful of statements however many there are. */
  async read(questions: readonly Clues[]): Promise<KnownFacts> {
    const { tx, size } = this;
    const meant = await new MeantReader(tx, size, this.atHand).read(questions);
    const { affiliations, survivors, ids } = await kindredOf(tx, meant.vendors, size);
    const exclusions = await this.exclusions(ids, meant);
    const vendors = foldVendors(await this.vendors(ids), survivors);
    const codes = new Set([
      ...questions.flatMap(({ list }) => list ?? []),
      ...vendors.flatMap(listsOf),
    ]);
    return new KnownFacts({
      ...{ vendors, lists: await this.lists([...codes]) },
      ...{ decisions: meant.decisions, leads: meant.leads },
      exclusions: foldExclusions(exclusions, survivors),
      affiliations: foldAffiliations(affiliations, survivors),
    });
  }

  /** Those of some vendors, and of articles: all of them, or those that names lead to. */
  private async exclusions(
    vendors: readonly string[],
    { articles, covering }: Meant,
  ): Promise<KnownExclusion[]> {
    const exclusions = new Exclusions(this.tx);
    const known = await exclusions.known({ vendors, articles }, this.size);
    const there = new Set(known.map(({ id }) => id));
    const others = covering.filter((id) => !there.has(id));
    return others.length === 0 ? known : [...known, ...(await exclusions.byIds(others, this.size))];
  }

  private async vendors(ids: readonly string[]): Promise<KnownVendor[]> {
    const vendors = await new Vendors(this.tx).findAll(ids, this.size);
    const listings = await this.listingsOf(vendors.map(({ id }) => id));
    return vendors.map((vendor) => ({ ...vendor, listings: listings.get(vendor.id) ?? [] }));
  }

  private async listingsOf(vendors: readonly string[]): Promise<Map<string, Timeline[]>> {
    const timelines = await new Listings(this.tx).ofAll(vendors, null, this.size);
    return gathered(timelines.map((timeline) => [timeline[0]?.vendor ?? '', timeline]));
  }

  private lists(codes: readonly string[]): Promise<KnownList[]> {
    return this.tx.query<KnownList[]>(
      `SELECT code, name, categories, policy FROM approved_list_terms
       WHERE code = ANY($1) AND recorded @> ($2::bigint - 1)`,
      [codes, this.size],
    );
  }
}
