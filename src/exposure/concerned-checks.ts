import type { EntityManager } from 'typeorm';
import { readCheck, type RecordedCheck } from '../checks/domain/check';
import type { Article } from '../exclusions/domain/article-match';
import { VendorMerges } from '../vendors/vendor-merges';
import { Vendors } from '../vendors/vendors';
import { matcherOf, type Concern, type Concerned, type Match } from './domain/concern';
import type { AmountSum, CheckCount } from './domain/exposure';

/** When checks were decided: at `since` or later, and before `until`; null doesn't narrow. */
export interface Decided {
  readonly since: Date | null;
  readonly until: Date | null;
}

/** A recorded check and how it is concerned. */
export interface FoundCheck {
  readonly id: string;
  readonly matches: readonly Match[];
}

/** What was found among recorded checks. */
export interface Found {
  /** Newest first. */
  readonly checks: readonly FoundCheck[];
  /** Id of the check that was looked at last, and after which there may be more; null where there are none. */
  readonly lookedTo: string | null;
}

/** How far recorded checks are looked through. */
export interface Look {
  /** Only those before the check of this id; null: from the newest on. */
  readonly start: string | null;
  /** Most that are found. */
  readonly limit: number;
  /** Most that are looked at. */
  readonly most: number;
}

interface LookedRow extends Omit<Concerned, 'items' | 'sellers'> {
  readonly id: string;
  /** null where the check names none, or articles are not meant. */
  readonly items: readonly Partial<Article>[] | null;
}

/** Checks that are looked at in one statement. */
const PAGE = 500;

/** Recorded checks that are about some vendors or articles. */
export class ConcernedChecks {
  private readonly matchesOf: (check: Concerned) => Match[];
  private readonly vendors: readonly string[];

  constructor(
    private readonly tx: EntityManager,
    private readonly concern: Concern,
    private readonly decided: Decided,
  ) {
    this.matchesOf = matcherOf(concern);
    this.vendors = [...concern.vendors.keys()];
  }

  /** Looks through recorded checks, newest first, for those that are concerned. */
  async find({ start, limit, most }: Look): Promise<Found> {
    const checks: FoundCheck[] = [];
    let lookedTo = start;
    for (let left = most; left > 0 && checks.length <= limit; left -= PAGE) {
      const asked = Math.min(PAGE, left);
      const rows = await this.page(lookedTo, asked);
      const sellers = await this.sellersIn(rows);
      checks.push(...rows.flatMap((row) => this.foundIn(row, sellers)));
      lookedTo = rows.length < asked ? null : idOfLast(rows);
      if (lookedTo === null) break;
    }
    const found = checks.slice(0, limit);
    return { checks: found, lookedTo: checks.length > limit ? idOfLast(found) : lookedTo };
  }

  /** Checks as they were answered, by their ids; newest first. */
  async answered(ids: readonly string[]): Promise<RecordedCheck[]> {
    const rows = await this.tx.query<{ answer: Buffer }[]>(
      `SELECT answer FROM purchase_check WHERE id = ANY($1::uuid[]) ORDER BY id DESC`,
      [ids],
    );
    return rows.map(({ answer }) => readCheck(answer));
  }

  /**
   * Counts the checks that are about the vendors, and others.
   *
   * @param others ids of checks that are counted as well
   */
  count(others: readonly string[]): Promise<CheckCount[]> {
    return this.tx.query<CheckCount[]>(
      `SELECT agency, for_agency AS "forAgency", caller_id AS client, count(*) AS checks,
         count(DISTINCT (agency, reference)) FILTER (WHERE reference IS NOT NULL) AS references,
         min(decided_at) AS "firstAt", max(decided_at) AS "lastAt",
         ${countOf('ineligible')}, ${countOf('review')}, ${countOf('eligible')},
         count(DISTINCT (agency, reference)) FILTER (WHERE reference IS NOT NULL AND ${RELIED_ON})
           AS "eligibleReferences",
         min(decided_at) FILTER (WHERE ${RELIED_ON}) AS "eligibleFirstAt",
         max(decided_at) FILTER (WHERE ${RELIED_ON}) AS "eligibleLastAt"
       FROM purchase_check WHERE ${COUNTED}
       GROUP BY GROUPING SETS ((), (agency, for_agency), (agency, caller_id))`,
      [this.vendors, others, this.decided.since, this.decided.until],
    );
  }

  /** Sums the amounts of the same checks, exactly. @see count */
  sum(others: readonly string[]): Promise<AmountSum[]> {
    return this.tx.query<AmountSum[]>(
      `SELECT agency, for_agency AS "forAgency", caller_id AS client, currency,
         sum(amount)::text AS value, (sum(amount) FILTER (WHERE ${RELIED_ON}))::text AS eligible
       FROM purchase_check WHERE currency IS NOT NULL AND ${COUNTED}
       GROUP BY GROUPING SETS
         ((currency), (agency, for_agency, currency), (agency, caller_id, currency))
       ORDER BY currency`,
      [this.vendors, others, this.decided.since, this.decided.until],
    );
  }

  private foundIn(
    { id, items, ...row }: LookedRow,
    sellers: ReadonlyMap<string, string[]>,
  ): FoundCheck[] {
    const matches = this.matchesOf({
      ...row,
      items: (items ?? []).map(articleOf),
      sellers: sellers.get(row.vendor ?? '') ?? [],
    });
    return matches.length > 0 ? [{ id, matches }] : [];
  }

  /** The names, as known now, of those who sell things of which it is not told who made them, and of all one with them. */
  private async sellersIn(rows: readonly LookedRow[]): Promise<Map<string, string[]>> {
    const ids = rows.flatMap(({ vendor, items }) =>
      items?.some(({ manufacturer }) => manufacturer === undefined) ? (vendor ?? []) : [],
    );
    if (ids.length === 0) return new Map();
    const survivors = await new VendorMerges(this.tx).groups(ids);
    const knownAs = (id: string): string => survivors.get(id) ?? id;
    const known = await new Vendors(this.tx).findAll([...ids, ...survivors.keys()]);
    const oneWith = (id: string) => known.filter((one) => knownAs(one.id) === knownAs(id));
    const namesOf = (id: string) =>
      oneWith(id).flatMap(({ names }) => names.map(({ name }) => name));
    return new Map([...new Set(ids)].map((id) => [id, namesOf(id)]));
  }

  /**
   * The next checks that may be concerned, from before `start` on: by vendor for sure, by what they name perhaps. Where
   * names are meant that is any check.
   */
  private page(start: string | null, limit: number): Promise<LookedRow[]> {
    const { since, until } = this.decided;
    return this.tx.query<LookedRow[]>(
      `WITH named AS MATERIALIZED (
         SELECT c.id FROM purchase_check c WHERE c.candidates <> '{}' AND c.candidates && $1::uuid[]
           AND ${WANTED})
       SELECT id, vendor_id AS vendor, candidates::text[],
         CASE WHEN $6 AND has_items
           THEN convert_from(request, 'UTF8')::jsonb #> '{purchase,items}' END AS items,
         CASE WHEN $7 THEN convert_from(request, 'UTF8')::jsonb #>> '{vendor,name}' END AS name
       FROM purchase_check WHERE id IN (
         SELECT own.id FROM unnest($1::uuid[]) AS meant (id) CROSS JOIN LATERAL (
           SELECT c.id FROM purchase_check c WHERE c.vendor_id = meant.id AND ${WANTED}
           ORDER BY c.id DESC LIMIT $5) AS own
         UNION ALL SELECT id FROM named
         UNION ALL (SELECT c.id FROM purchase_check c WHERE $6 AND c.has_items AND ${WANTED}
           ORDER BY c.id DESC LIMIT $5)
         UNION ALL (SELECT c.id FROM purchase_check c WHERE $7 AND ${WANTED}
           ORDER BY c.id DESC LIMIT $5))
       ORDER BY id DESC LIMIT $5`,
      [
        ...[this.vendors, start, since, until, limit],
        ...[this.concern.covers.length > 0, this.concern.names !== undefined],
      ],
    );
  }
}

const idOfLast = (rows: readonly { readonly id: string }[]): string | null =>
  rows.at(-1)?.id ?? null;

/** Decided in time, and before the check of the id $2. */
const WANTED = `($2::uuid IS NULL OR c.id < $2)
  AND ($3::timestamptz IS NULL OR c.decided_at >= $3)
  AND ($4::timestamptz IS NULL OR c.decided_at < $4)`;

const COUNTED = `(vendor_id = ANY($1::uuid[])
    OR (candidates <> '{}' AND candidates && $1::uuid[]) OR id = ANY($2::uuid[]))
  AND ($3::timestamptz IS NULL OR decided_at >= $3)
  AND ($4::timestamptz IS NULL OR decided_at < $4)`;

/** A check counts as relied on when its verdict was "eligible". */
const RELIED_ON = `verdict = 'eligible'`;

const countOf = (verdict: string): string =>
  `count(*) FILTER (WHERE verdict = '${verdict}') AS ${verdict}`;

const articleOf = ({ manufacturer = null, product = null }: Partial<Article>): Article => ({
  manufacturer,
  product,
});
