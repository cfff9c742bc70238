import { validate } from 'uuid';
import type { EntityManager } from 'typeorm';
import { changedFrom, knownAt } from '../../database/known';
import type { MatchDecision, MatchPair } from '../domain/match-decision';
import type { NamedPair } from './domain/pair';
import {
  MATCH_DECISION_COLUMNS,
  matchDecisionOf,
  type MatchDecisionRow,
} from './match-decision-row';

/** What was found of a pair, with its name as it was given. */
export type NamedDecision = MatchDecision & NamedPair;

/** A finding with the positions between which it was known. */
export interface KnownFinding extends NamedDecision {
  /** Position of the entry that took it back or replaced it; null: none has. */
  readonly until: number | null;
}

/** Which decisions are asked for; null doesn't narrow. */
export interface DecisionFilter {
  /** Ids of vendors of which one is of the pair. */
  readonly vendors: readonly string[] | null;
  readonly exclusion: string | null;
  readonly finding: MatchDecision['finding'] | null;
}

/** Records that are one on either side of a pair. */
export interface Sides {
  /** Ids of vendors; none where the subject is a name. */
  readonly subjects: readonly string[];
  /** Key of the name; null where the subject is a vendor. */
  readonly name: string | null;
  /** Ids of vendors, or of the exclusion. */
  readonly objects: readonly string[];
}

type FoundRow = MatchDecisionRow & { readonly until: number | null };

const SELECT = `SELECT ${MATCH_DECISION_COLUMNS}, upper(d.recorded) AS until FROM match_decision d`;

/** SQL: rows of the pair whose sides are $1 and $2, as {@link sidesOf} gives them. */
const OF_PAIR = `coalesce(d.subject_id::text, 'name ' || d.subject_name) = $1
  AND coalesce(d.object_id, d.exclusion_id) = $2::uuid`;

/** What persons found of pairs, as rows that are closed and never edited. Made from a transaction. */
export class MatchDecisions {
  constructor(private readonly tx: EntityManager) {}

  /** What is found of a pair now. */
  async of(pair: MatchPair): Promise<NamedDecision | undefined> {
    const rows = await this.tx.query<FoundRow[]>(
      `${SELECT} WHERE ${OF_PAIR} AND upper_inf(d.recorded)`,
      sidesOf(pair),
    );
    return rows.map(findingOf)[0];
  }

  /** The id that whatever was found of a pair bears; undefined: nothing ever was. */
  async idOf(pair: MatchPair): Promise<string | undefined> {
    const rows = await this.tx.query<FoundRow[]>(
      `${SELECT} WHERE ${OF_PAIR} LIMIT 1`,
      sidesOf(pair),
    );
    return rows[0]?.decision_id;
  }

  /** What is found the same of any records of two sides, whichever way round. */
  async sameAmong({ subjects, name, objects }: Sides): Promise<NamedDecision[]> {
    const rows = await this.tx.query<FoundRow[]>(
      `${SELECT} WHERE upper_inf(d.recorded) AND d.finding = 'same' AND (
         (d.subject_id = ANY($1::uuid[]) OR d.subject_name = $2)
           AND coalesce(d.object_id, d.exclusion_id) = ANY($3::uuid[])
         OR d.subject_id = ANY($3::uuid[]) AND d.object_id = ANY($1::uuid[]))
       ORDER BY d.decision_id`,
      [subjects, name, objects],
    );
    return rows.map(findingOf);
  }

  /** Whether any entry from position `basis` on found something of a pair, or took it back. */
  async changedSince(pair: MatchPair, basis: number): Promise<boolean> {
    const rows = await this.tx.query<unknown[]>(
      `SELECT FROM match_decision d WHERE ${OF_PAIR} AND ${changedFrom('$3')} LIMIT 1`,
      [...sidesOf(pair), basis],
    );
    return rows.length > 0;
  }

  /** All that was ever found of one pair, in order, as known at a size. */
  async findings(id: string, size: number): Promise<KnownFinding[]> {
    const rows = await this.tx.query<FoundRow[]>(
      `${SELECT} WHERE d.decision_id = $1 AND lower(d.recorded) < $2 ORDER BY lower(d.recorded)`,
      [validate(id) ? id : null, size],
    );
    return rows
      .map(findingOf)
      .map((found) => ({ ...found, until: (found.until ?? size) < size ? found.until : null }));
  }

  /** Up to `limit` decisions, the newest pair first, from before the id `start` on, as known at a size. */
  async page(
    { vendors, exclusion, finding }: DecisionFilter,
    size: number,
    page: { readonly start: string | null; readonly limit: number },
  ): Promise<NamedDecision[]> {
    const rows = await this.tx.query<FoundRow[]>(
      `${SELECT} WHERE ${knownAt('$1', 'd')}
         AND ($2::uuid[] IS NULL OR d.subject_id = ANY($2) OR d.object_id = ANY($2))
         AND ($3::uuid IS NULL OR d.exclusion_id = $3) AND ($4::text IS NULL OR d.finding = $4)
         AND ($5::uuid IS NULL OR d.decision_id < $5)
       ORDER BY d.decision_id DESC LIMIT $6`,
      [size, vendors, exclusion, finding, page.start, page.limit],
    );
    return rows.map(findingOf);
  }

  /**
   * Makes the rows say `after` where they said `before`, from the entry at `position` on.
   *
   * @param before undefined: nothing was found
   * @param after null: nothing is found any more
   */
  async replace(
    before: MatchDecision | undefined,
    after: NamedDecision | null,
    position: number,
  ): Promise<void> {
    if (before) await this.close('decision_id = $1', [before.id], position);
    if (!after) return;
    await this.tx.query(
      `INSERT INTO match_decision (decision_id, finding, subject_id, subject_name, subject_text,
         object_id, exclusion_id, subject_revision, object_revision, persons, entry, recorded)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, int8range($11, NULL))`,
      [
        ...[after.id, after.finding, after.subjectVendor, after.subjectName, after.name],
        ...[after.objectVendor, after.objectExclusion],
        ...[after.subjectRevision, after.objectRevision, after.persons, position],
      ],
    );
  }

  /** Takes back whatever was found not the same of some vendors, whose records were put together with others. */
  async reopen(vendors: readonly string[], position: number): Promise<void> {
    const parted = `finding = 'not-same'
      AND (subject_id = ANY($1::uuid[]) OR object_id = ANY($1::uuid[]))`;
    await this.close(parted, [vendors], position);
  }

  private async close(
    condition: string,
    parameters: readonly [unknown],
    position: number,
  ): Promise<void> {
    await this.tx.query(
      `UPDATE match_decision SET recorded = int8range(lower(recorded), $2)
       WHERE ${condition} AND upper_inf(recorded)`,
      [...parameters, position],
    );
  }
}

/** Both sides of a pair, as the database holds that a pair is found one thing at a time. */
const sidesOf = (pair: MatchPair): [string, string | null] => [
  pair.subjectVendor ?? `name ${pair.subjectName ?? ''}`,
  pair.objectVendor ?? pair.objectExclusion,
];

const findingOf = (row: FoundRow): KnownFinding => ({
  ...matchDecisionOf(row),
  ...{ name: row.subject_text, until: row.until },
});
