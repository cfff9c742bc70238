import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { ExclusionTimeline } from '../exclusions/domain/exclusion';
import { Exclusions } from '../exclusions/exclusions';
import { History } from '../history/history';
import { ProceedingNotFound } from './domain/errors';
import {
  takenAt,
  type Proceeding,
  type ProceedingState,
  type ProceedingTerms,
  type Recorded,
  type Step,
} from './domain/proceeding';
import { stepsIn, type StepRow } from './proceeding-step';

/** Which proceedings are asked for, by how they stand at an instant. Absent members don't narrow. */
export interface ProceedingFilter {
  readonly at: Date;
  readonly vendor?: string | undefined;
  readonly state?: ProceedingState | undefined;
}

const SELECT = `
  SELECT id, vendor_id AS vendor, kind, list_code AS list, authority, reason,
         opened_by AS "openedBy", opened_at AS "openedAt", revision AS entry
  FROM proceeding`;

/** Proceedings and their steps as rows that are only added. Made from a transaction, so that no call can slip outside it. */
export class Proceedings {
  constructor(private readonly tx: EntityManager) {}

  /**
   * @param size number of entries that were known; left out: all
   * @throws {ProceedingNotFound} when no proceeding of that id was known
   */
  async read(id: string, size?: number): Promise<Proceeding> {
    const [proceeding] = await this.byIds([id], size);
    if (!proceeding) throw new ProceedingNotFound(id);
    return proceeding;
  }

  /** Those of some proceedings that were known at a size, newest first. */
  async byIds(ids: readonly string[], size?: number): Promise<Proceeding[]> {
    const terms = await this.tx.query<ProceedingTerms[]>(
      `${SELECT} WHERE id = ANY($1::uuid[]) AND ($2::bigint IS NULL OR revision < $2)
       ORDER BY id DESC`,
      [ids, size ?? null],
    );
    const rows = await this.tx.query<StepRow[]>(
      `SELECT * FROM proceeding_step
       WHERE proceeding_id = ANY($1::uuid[]) AND ($2::bigint IS NULL OR revision < $2)`,
      [ids, size ?? null],
    );
    const imposed = await this.imposedBy(rows, size);
    return terms.map((proceeding) => withSteps(proceeding, rows, imposed));
  }

  /** Ids of up to `limit` proceedings that had begun, newest first, from before `start` on, as known at a size. */
  async ids(
    { at, vendor, state }: ProceedingFilter,
    size: number,
    page: { readonly start: string | null; readonly limit: number },
  ): Promise<string[]> {
    const rows = await this.tx.query<{ id: string }[]>(
      `SELECT id FROM (${STATES_AT}) AS proceeding_at
       WHERE ($3::uuid IS NULL OR vendor_id = $3) AND ($4::text IS NULL OR state = $4)
         AND ($5::uuid IS NULL OR id < $5)
       ORDER BY id DESC LIMIT $6`,
      [size, at, vendor ?? null, state ?? null, page.start, page.limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Adds a proceeding that the entry at its `entry` opened. */
  async add(proceeding: ProceedingTerms): Promise<void> {
    const { id, vendor, kind, list, authority, reason, openedBy, openedAt, entry } = proceeding;
    await this.tx.query(
      `INSERT INTO proceeding (id, vendor_id, kind, list_code, authority, reason, opened_by,
         opened_at, revision)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, vendor, kind, list, JSON.stringify(authority), reason, openedBy, openedAt, entry],
    );
  }

  /** Adds a step that the entry at its `entry` recorded. */
  async addStep(
    proceeding: string,
    step: Step,
    { recordedBy, recordedAt, entry }: Recorded,
  ): Promise<void> {
    const exclusion = step.kind === 'decision' ? step.exclusion : null;
    await this.tx.query(
      `INSERT INTO proceeding_step (id, proceeding_id, kind, taken_at, said, exclusion_id,
         recorded_by, recorded_at, revision)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[v7(), proceeding, step.kind, takenAt(step), JSON.stringify(step), exclusion],
        ...[recordedBy, recordedAt, entry],
      ],
    );
  }

  /** The timelines of the exclusions that decisions led to, by their ids. */
  private async imposedBy(
    rows: readonly StepRow[],
    size: number | undefined,
  ): Promise<Map<string, ExclusionTimeline>> {
    const ids = rows.flatMap(({ exclusion_id: id }) => (id === null ? [] : [id]));
    const known = size ?? (await new History(this.tx).head()).size;
    const exclusions = await new Exclusions(this.tx).byIds(ids, known);
    const timelines = new Map(exclusions.map(({ id, timeline }) => [id, timeline]));
    // One that was ended at its very start says nothing any more.
    return new Map(ids.map((id) => [id, timelines.get(id) ?? []]));
  }
}

/**
 * The state of each proceeding that was known at size $1 and had begun at the instant $2. The same rule as `stateAt`
 * and `hasBegun`.
 */
const STATES_AT = `
  SELECT p.id, p.vendor_id,
         CASE WHEN step.exclusion_id IS NOT NULL THEN imposed.state
              WHEN step.kind = 'decision' THEN 'decided'
              WHEN step.kind = 'answer' THEN 'answered'
              WHEN step.kind = 'notice' THEN 'notified'
              ELSE 'proposed' END AS state
  FROM proceeding p
    LEFT JOIN LATERAL (
      SELECT s.kind, s.exclusion_id FROM proceeding_step s
      WHERE s.proceeding_id = p.id AND s.revision < $1 AND s.taken_at <= $2::timestamptz
      ORDER BY array_position('{notice,answer,decision}', s.kind) DESC LIMIT 1) AS step ON true
    LEFT JOIN LATERAL (
      SELECT CASE WHEN bool_or(t.effective @> $2::timestamptz) THEN 'in-force'
                  WHEN bool_and(t.effective >> tstzrange(NULL, $2, '(]')) THEN 'decided'
                  ELSE 'ended' END AS state
      FROM exclusion_terms t
      WHERE t.exclusion_id = step.exclusion_id AND t.recorded @> ($1::bigint - 1)) AS imposed ON true
  WHERE p.revision < $1 AND (p.opened_at <= $2 OR step.kind IS NOT NULL)`;

function withSteps(
  proceeding: ProceedingTerms,
  rows: readonly StepRow[],
  imposed: ReadonlyMap<string, ExclusionTimeline>,
): Proceeding {
  const steps = stepsIn(rows.filter((row) => row.proceeding_id === proceeding.id));
  const led = steps.decision?.exclusion ?? null;
  return {
    ...proceeding,
    ...steps,
    imposed: led === null ? null : (imposed.get(led) ?? []),
  };
}
