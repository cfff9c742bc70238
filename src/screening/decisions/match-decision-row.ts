import type { MatchDecision } from '../domain/match-decision';
import { nameFormOf } from '../domain/name-form';

/** What a person found of a pair, as its row keeps it. */
export interface MatchDecisionRow {
  readonly decision_id: string;
  readonly finding: MatchDecision['finding'];
  readonly subject_id: string | null;
  /** The name as it was given. Its key is made anew, since another release may make another of it. */
  readonly subject_text: string | null;
  readonly object_id: string | null;
  readonly exclusion_id: string | null;
  readonly subject_revision: number | null;
  readonly object_revision: number;
  readonly persons: 1 | 2;
  readonly entry: number;
}

/** SQL: the columns of {@link MatchDecisionRow}, of the table by the alias `d`. */
export const MATCH_DECISION_COLUMNS = `d.decision_id, d.finding, d.subject_id, d.subject_text,
  d.object_id, d.exclusion_id, d.subject_revision, d.object_revision, d.persons, d.entry`;

export const matchDecisionOf = (row: MatchDecisionRow): MatchDecision => ({
  id: row.decision_id,
  finding: row.finding,
  subjectVendor: row.subject_id,
  subjectName: row.subject_text === null ? null : nameFormOf(row.subject_text).key,
  objectVendor: row.object_id,
  objectExclusion: row.exclusion_id,
  subjectRevision: row.subject_revision,
  objectRevision: row.object_revision,
  persons: row.persons,
  entry: row.entry,
});
