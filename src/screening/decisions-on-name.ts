import type { EntityManager } from 'typeorm';
import { knownAt } from '../database/known';
import { lapsesOf } from './decisions/domain/standing';
import {
  MATCH_DECISION_COLUMNS,
  matchDecisionOf,
  type MatchDecisionRow,
} from './decisions/match-decision-row';
import { recordsIn, recordsOf } from './decisions/pair-records';
import type { MatchDecision } from './domain/match-decision';

/**
 * What persons found of pairs of a name with some vendors, or exclusions of articles, and still counts, as known at a
 * size.
 *
 * @param key of the name
 * @param objects ids of the vendors and exclusions
 */
export async function decisionsOnName(
  tx: EntityManager,
  key: string,
  objects: readonly string[],
  size: number,
): Promise<MatchDecision[]> {
  const rows = await tx.query<MatchDecisionRow[]>(
    `SELECT ${MATCH_DECISION_COLUMNS} FROM match_decision d
     WHERE d.subject_text IS NOT NULL AND ${knownAt('$1', 'd')}
       AND (d.object_id = ANY($2::uuid[]) OR d.exclusion_id = ANY($2::uuid[]))`,
    [size, objects],
  );
  const decisions = rows.map(matchDecisionOf).filter(({ subjectName }) => subjectName === key);
  const records = await recordsOf(tx, decisions, size);
  return decisions.filter(
    (decision) => lapsesOf(decision, recordsIn(records, decision)).length === 0,
  );
}
