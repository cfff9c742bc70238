import type { EntityManager } from 'typeorm';
import { isBoundAgency } from './domain/binding';
import type { Binding, ExclusionKind } from './domain/exclusion';

/** Which exclusions are asked for, by what they say at an instant. Absent members don't narrow. */
export interface ExclusionCriteria {
  /** Whether it is in effect at that instant. */
  readonly active?: boolean | undefined;
  /** Code of the excluding agency. */
  readonly agency?: string | undefined;
  /** Code of an agency that it binds, or may bind. */
  readonly binds?: string | undefined;
  readonly kind?: ExclusionKind | undefined;
  /** Vendors of which it names one. */
  readonly vendors?: readonly string[] | undefined;
}

interface Found {
  readonly id: string;
  readonly binds: Binding;
}

/** Most exclusions that are looked at in one go for whom they bind. */
const BATCH = 500;

/** Searches exclusions by what they say at an instant, as known at a size. */
export class ExclusionSearch {
  constructor(
    private readonly tx: EntityManager,
    private readonly when: { readonly at: Date; readonly size: number },
  ) {}

  /** Ids of up to `limit` exclusions, newest first, from before `start` on. */
  async ids(criteria: ExclusionCriteria, start: string | null, limit: number): Promise<string[]> {
    const { binds } = criteria;
    const batch = binds === undefined ? limit : BATCH;
    const found: Found[] = [];
    for (let before = start; ;) {
      const rows = await this.rows(criteria, before, batch);
      // Where it can't be told whether one binds, it is not passed over.
      found.push(
        ...rows.filter(
          (row) => binds === undefined || isBoundAgency(row.binds, binds) !== 'not-bound',
        ),
      );
      before = rows.at(-1)?.id ?? null;
      if (rows.length < batch || found.length >= limit) break;
    }
    return found.slice(0, limit).map(({ id }) => id);
  }

  private rows(
    { active, agency, kind, vendors }: ExclusionCriteria,
    before: string | null,
    limit: number,
  ): Promise<Found[]> {
    return this.tx.query<Found[]>(
      `SELECT exclusion_id AS id, binds FROM (${SAID_AT}) AS said
       WHERE ($5::boolean IS NULL OR active = $5) AND ($6::text IS NULL OR agency = $6)
         AND ($7::text IS NULL OR kind = $7)
       ORDER BY exclusion_id DESC LIMIT $8`,
      [
        ...[this.when.size, this.when.at, vendors ?? null, before],
        ...[active ?? null, agency ?? null, kind ?? null, limit],
      ],
    );
  }
}

/**
 * What each exclusion known at size $1 says at the instant $2: as the segment says that holds then, else the last one
 * before, else the first. The same rule as `exclusionAt`. Only those that name one of the vendors $3, from before the
 * id $4 on; null: all.
 */
const SAID_AT = `
  SELECT DISTINCT ON (exclusion_id) exclusion_id, kind, agency, terms -> 'binds' AS binds,
         effective @> $2::timestamptz AS active
  FROM exclusion_terms
  WHERE recorded @> ($1::bigint - 1) AND ($3::uuid[] IS NULL OR vendor_id = ANY($3))
    AND ($4::uuid IS NULL OR exclusion_id < $4)
  ORDER BY exclusion_id DESC, effective @> $2::timestamptz DESC,
           upper(effective) <= $2 DESC NULLS LAST,
           CASE WHEN upper(effective) <= $2 THEN upper(effective) END DESC,
           lower(effective) NULLS FIRST`;
