import type { EntityManager } from 'typeorm';
import type { MilestoneReport } from './domain/milestone-progress';

/** What agencies reported of milestones, as rows that are only added. Made from a transaction. */
export class MilestoneReports {
  constructor(private readonly tx: EntityManager) {}

  /**
   * The newest report of each agency about each milestone of some exclusions.
   *
   * @param size number of entries that were known; left out: all
   */
  of(exclusions: readonly string[], size?: number): Promise<MilestoneReport[]> {
    return this.tx.query<MilestoneReport[]>(
      `SELECT DISTINCT ON (exclusion_id, code, agency) id, exclusion_id AS exclusion, code, agency,
              done_at AS "doneAt", encode(evidence, 'hex') AS "evidenceSha256", note,
              reported_by AS "reportedBy", reported_at AS "reportedAt", revision AS entry
       FROM milestone_report
       WHERE exclusion_id = ANY($1::uuid[]) AND ($2::bigint IS NULL OR revision < $2)
       ORDER BY exclusion_id, code, agency, revision DESC`,
      [exclusions, size ?? null],
    );
  }

  /** Adds a report that the entry at its `entry` recorded. */
  async add(report: MilestoneReport): Promise<void> {
    const { id, exclusion, code, agency, doneAt, evidenceSha256, note } = report;
    await this.tx.query(
      `INSERT INTO milestone_report (id, exclusion_id, code, agency, done_at, evidence, note,
         reported_by, reported_at, revision)
       VALUES ($1, $2, $3, $4, $5, decode($6, 'hex'), $7, $8, $9, $10)`,
      [
        ...[id, exclusion, code, agency, doneAt, evidenceSha256, note],
        ...[report.reportedBy, report.reportedAt, report.entry],
      ],
    );
  }
}
