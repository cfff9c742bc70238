import type { EntityManager } from 'typeorm';
import { Exclusions } from '../exclusions/exclusions';
import type { Timeline } from '../lists/domain/timeline';
import { Listings } from '../lists/listings';
import { kindredOf } from '../vendors/kindred';
import { Vendors } from '../vendors/vendors';
import type { Clues } from './domain/clues';
import { MAX_CANDIDATES, type KnownList, type KnownVendor } from './domain/facts';
import { gathered } from '../database/gathered';
import { KnownFacts, listsOf } from './known-facts';
import { foldAffiliations, foldExclusions, foldVendors } from './merged-vendors';

/** Facts for many questions, all as known at one size of the history. */
export class FactsReader {
  constructor(
    private readonly tx: EntityManager,
    private readonly size: number,
  ) {}

  /** Reads what any of the questions rests on, in a handful of statements however many there are. */
  async read(questions: readonly Clues[]): Promise<KnownFacts> {
    const articles = questions.some(({ items }) => items);
    const meant = await this.vendorsMeant(questions, articles);
    const { affiliations, survivors, ids } = await kindredOf(this.tx, meant, this.size);
    const exclusions = await new Exclusions(this.tx).known({ vendors: ids, articles }, this.size);
    const known = foldVendors(await this.vendors(ids), survivors);
    const codes = new Set([
      ...questions.flatMap(({ list }) => list ?? []),
      ...known.flatMap(listsOf),
    ]);
    return new KnownFacts({
      vendors: known,
      lists: await this.lists([...codes]),
      exclusions: foldExclusions(exclusions, survivors),
      affiliations: foldAffiliations(affiliations, survivors),
    });
  }

  private async vendors(ids: readonly string[]): Promise<KnownVendor[]> {
    const vendors = await new Vendors(this.tx).findAll(ids, this.size);
    const listings = await this.listingsOf(vendors.map(({ id }) => id));
    return vendors.map((vendor) => ({ ...vendor, listings: listings.get(vendor.id) ?? [] }));
  }

  /**
   * Ids of all that any question may mean: whoever has, had or will have an identifier, and whoever goes or went by
   * a name, as a seller or as the maker of what is bought; of one name no more than can be named as candidates and one.
   *
   * @param articles whether whoever is named in exclusions of articles is meant too
   */
  private async vendorsMeant(questions: readonly Clues[], articles: boolean): Promise<string[]> {
    const all = questions.flatMap(({ identifiers }) => identifiers);
    const held = all.filter(({ scheme }) => scheme !== 'id');
    const ids = all.filter(({ scheme }) => scheme === 'id').map(({ value }) => value);
    const names = new Set(
      questions.flatMap(({ name, makers }) => [...(name === null ? [] : [name]), ...makers]),
    );
    const rows = await this.tx.query<{ id: string }[]>(
      `SELECT vendor_id AS id FROM vendor_identifier
         JOIN unnest($2::text[], $3::text[]) AS asked (scheme, value) USING (scheme, value)
       WHERE recorded @> ($1::bigint - 1)
       UNION
       SELECT namesake.vendor_id FROM unnest($4::text[]) AS asked (name) CROSS JOIN LATERAL (
         SELECT DISTINCT vendor_id FROM vendor_name
         WHERE normalised = asked.name AND recorded @> ($1::bigint - 1)
         ORDER BY vendor_id LIMIT $5) AS namesake
       UNION
       SELECT unnest($6::uuid[])
       UNION
       SELECT vendor_id FROM exclusion_terms
       WHERE $7 AND covers_articles AND vendor_id IS NOT NULL AND recorded @> ($1::bigint - 1)`,
      [
        ...[this.size, held.map(({ scheme }) => scheme), held.map(({ value }) => value)],
        ...[[...names], MAX_CANDIDATES + 1, ids, articles],
      ],
    );
    return rows.map(({ id }) => id);
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
