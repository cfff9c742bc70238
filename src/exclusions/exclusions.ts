import type { EntityManager } from 'typeorm';
import { inOrder } from '../clock/domain/segments';
import { gathered } from '../database/gathered';
import { changedFrom, knownAt } from '../database/known';
import { formatPeriod, parsePeriod } from '../database/period';
import type { Authority } from '../history/domain/authority';
import { ExclusionNotFound } from './domain/errors';
import type {
  ExclusionKind,
  ExclusionSegment,
  ExclusionTerms,
  ExclusionTimeline,
  KnownExclusion,
} from './domain/exclusion';
import { sameSegment } from './domain/exclusion-timeline';
import { Waivers } from './waivers';

/** What the terms say besides what has a column of its own. */
type Told = Omit<ExclusionTerms, 'kind' | 'agency' | 'vendor'>;

/** A segment as its row keeps it. */
export interface ExclusionRow {
  readonly exclusion_id: string;
  readonly vendor_id: string | null;
  readonly kind: ExclusionKind;
  readonly agency: string;
  readonly terms: Told;
  readonly effective: string;
  readonly entry: number;
  readonly authority: Authority;
  readonly suspension_id: string | null;
  readonly confirmed: boolean | null;
}

/** Rows that were known at the size $2; null: that are known now. */
const KNOWN = knownAt('$2');

/** Exclusions as rows in two times. Made from a transaction, so that no call can slip outside it. */
export class Exclusions {
  constructor(private readonly tx: EntityManager) {}

  /** Holds an exclusion and its waivers for a change until the transaction ends. @throws {ExclusionNotFound} */
  async lock(id: string): Promise<void> {
    const held = await this.tx.query<unknown[]>(`SELECT FROM exclusion WHERE id = $1 FOR UPDATE`, [
      id,
    ]);
    if (held.length === 0) throw new ExclusionNotFound(id);
  }

  /** The vendor that an exclusion names, which never changes; null where it names none. @throws {ExclusionNotFound} */
  async vendorOf(id: string): Promise<string | null> {
    const [row] = await this.tx.query<{ vendor_id: string | null }[]>(
      `SELECT vendor_id FROM exclusion_terms WHERE exclusion_id = $1 LIMIT 1`,
      [id],
    );
    if (!row) throw new ExclusionNotFound(id);
    return row.vendor_id;
  }

  /** Whether any entry from position `basis` on changed what the exclusion says or a waiver of it. */
  async changedSince(id: string, basis: number): Promise<boolean> {
    const rows = await this.tx.query<unknown[]>(
      `SELECT FROM exclusion_terms WHERE exclusion_id = $1 AND ${changedFrom('$2')}
       UNION ALL
       SELECT FROM waiver_terms WHERE exclusion_id = $1 AND ${changedFrom('$2')} LIMIT 1`,
      [id, basis],
    );
    return rows.length > 0;
  }

  /**
   * The timeline of an exclusion; empty where it was ended at its very start.
   *
   * @param size number of entries that were known; left out: all
   * @throws {ExclusionNotFound} when it was not known by then
   */
  async timeline(id: string, size?: number): Promise<ExclusionTimeline> {
    const rows = await this.tx.query<ExclusionRow[]>(
      `SELECT * FROM exclusion_terms WHERE exclusion_id = $1 AND ${KNOWN}`,
      [id, size ?? null],
    );
    if (rows.length === 0) await this.requireKnown(id, size);
    return inOrder(rows.map(segmentOf));
  }

  /**
   * Every exclusion that names one of the vendors, and every one that covers articles where these are asked for, each
   * with all its segments and waivers; in the order of their ids.
   *
   * @param size number of entries that were known; left out: all
   */
  async known(
    { vendors, articles }: { readonly vendors: readonly string[]; readonly articles: boolean },
    size?: number,
  ): Promise<KnownExclusion[]> {
    const rows = await this.tx.query<ExclusionRow[]>(
      `SELECT * FROM exclusion_terms WHERE ${KNOWN} AND exclusion_id IN (
         SELECT exclusion_id FROM exclusion_terms WHERE vendor_id = ANY($1::uuid[])
         UNION ALL
         SELECT exclusion_id FROM exclusion_terms WHERE covers_articles AND $3)
       ORDER BY exclusion_id`,
      [vendors, size ?? null, articles],
    );
    const named = new Set(vendors);
    const asked = (segment: ExclusionSegment): boolean =>
      (segment.vendor !== null && named.has(segment.vendor)) ||
      (articles && segment.scope.articles.length > 0);
    return this.withWaivers(
      timelinesOf(rows).filter((timeline) => timeline.some(asked)),
      size,
    );
  }

  /** Exclusions by their ids, in that order, as known at a size; those that were not known are left out. */
  async byIds(ids: readonly string[], size: number): Promise<KnownExclusion[]> {
    const rows = await this.tx.query<ExclusionRow[]>(
      `SELECT * FROM exclusion_terms WHERE exclusion_id = ANY($1::uuid[]) AND ${KNOWN}
       ORDER BY array_position($1::uuid[], exclusion_id)`,
      [ids, size],
    );
    return this.withWaivers(timelinesOf(rows), size);
  }

  /** Adds an exclusion that the entry at a position made; what it says is added by `replace`. */
  async add(id: string, position: number): Promise<void> {
    await this.tx.query(`INSERT INTO exclusion (id, revision) VALUES ($1, $2)`, [id, position]);
  }

  /** Makes the rows of an exclusion say `after` where they said `before`, from the entry at `position` on. */
  async replace(
    id: string,
    before: ExclusionTimeline,
    after: ExclusionTimeline,
    position: number,
  ): Promise<void> {
    const gone = before.filter((old) => !after.some((kept) => sameSegment(old, kept)));
    const made = after.filter((segment) => !before.some((old) => sameSegment(old, segment)));
    for (const { effective } of gone) {
      await this.tx.query(
        `UPDATE exclusion_terms SET recorded = int8range(lower(recorded), $3)
         WHERE exclusion_id = $1 AND effective = $2::tstzrange AND upper_inf(recorded)`,
        [id, formatPeriod(effective), position],
      );
    }
    for (const segment of made) await this.insert(segment, position);
    await this.tx.query(`UPDATE exclusion SET revision = $2 WHERE id = $1`, [id, position]);
  }

  private async insert(segment: ExclusionSegment, position: number): Promise<void> {
    const { exclusion, effective, entry, authority, suspension, ...terms } = segment;
    const { kind, agency, vendor, ...told } = terms;
    await this.tx.query(
      `INSERT INTO exclusion_terms (exclusion_id, vendor_id, kind, agency, terms, covers_articles,
         entry, authority, suspension_id, confirmed, effective, recorded)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, int8range($12, NULL))`,
      [
        ...[exclusion, vendor, kind, agency, JSON.stringify(told satisfies Told)],
        ...[told.scope.articles.length > 0, entry, JSON.stringify(authority)],
        ...[suspension?.id ?? null, suspension?.confirmed ?? null],
        ...[formatPeriod(effective), position],
      ],
    );
  }

  private async requireKnown(id: string, size: number | undefined): Promise<void> {
    const known = await this.tx.query<unknown[]>(
      `SELECT FROM exclusion_terms WHERE exclusion_id = $1
         AND ($2::bigint IS NULL OR lower(recorded) < $2) LIMIT 1`,
      [id, size ?? null],
    );
    if (known.length === 0) throw new ExclusionNotFound(id);
  }

  private async withWaivers(
    timelines: readonly ExclusionTimeline[],
    size: number | undefined,
  ): Promise<KnownExclusion[]> {
    const ids = timelines.map(idOf);
    const found = await new Waivers(this.tx).of(ids, size);
    const waivers = gathered(found.map((waiver) => [waiver.exclusion, waiver]));
    return timelines.map((timeline) => {
      const id = idOf(timeline);
      return { id, timeline, waivers: waivers.get(id) ?? [] };
    });
  }
}

/** Gathers rows into one timeline an exclusion, in the order in which exclusions first appear. */
export function timelinesOf(rows: readonly ExclusionRow[]): ExclusionTimeline[] {
  const segments = rows.map(segmentOf);
  const timelines = gathered(segments.map((segment) => [segment.exclusion, segment]));
  return [...timelines.values()].map(inOrder);
}

const segmentOf = (row: ExclusionRow): ExclusionSegment => ({
  exclusion: row.exclusion_id,
  vendor: row.vendor_id,
  kind: row.kind,
  agency: row.agency,
  ...row.terms,
  effective: parsePeriod(row.effective),
  entry: row.entry,
  authority: row.authority,
  suspension:
    row.suspension_id === null
      ? null
      : { id: row.suspension_id, confirmed: row.confirmed ?? false },
});

const idOf = (timeline: ExclusionTimeline): string => timeline[0]?.exclusion ?? '';
