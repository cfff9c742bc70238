import type { EntityManager } from 'typeorm';
import type { SetMilestone } from './domain/milestone-progress';

/** What orders milestones, and so begins a page of them. */
export interface MilestoneKey {
  readonly due: string;
  readonly exclusion: string;
  readonly code: string;
}

/** The milestones that exclusions set, across all of them, as known at a size. */
export class SetMilestones {
  constructor(
    private readonly tx: EntityManager,
    private readonly size: number,
  ) {}

  /** Up to `limit` milestones of the exclusions in effect at an instant, those due first, from after `start` on. */
  async inEffect(at: Date, start: MilestoneKey | null, limit: number): Promise<SetMilestone[]> {
    return this.tx.query<SetMilestone[]>(
      `SELECT exclusion_id AS exclusion, vendor_id AS vendor, agency AS "setBy",
              authority ->> 'citation' AS citation, terms -> 'binds' AS binds,
              m ->> 'code' AS code, m ->> 'title' AS title, m ->> 'due' AS due
       FROM exclusion_terms CROSS JOIN LATERAL jsonb_array_elements(terms -> 'milestones') AS m
       WHERE jsonb_array_length(terms -> 'milestones') > 0
         AND recorded @> ($1::bigint - 1) AND effective @> $2::timestamptz
         AND ($3::timestamptz IS NULL
              OR ((m ->> 'due')::timestamptz, exclusion_id, m ->> 'code') > ($3, $4::uuid, $5))
       ORDER BY (m ->> 'due')::timestamptz, exclusion_id, m ->> 'code' LIMIT $6`,
      [this.size, at, start?.due ?? null, start?.exclusion ?? null, start?.code ?? null, limit],
    );
  }
}
