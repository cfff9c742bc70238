import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What verdicts rest on, of which some entries change rows: each instance asks for these alone. */
const RECORDED = [
  ...['vendor_profile', 'vendor_identifier', 'vendor_name', 'listing', 'approved_list_terms'],
  ...['exclusion_terms', 'waiver_terms', 'affiliation', 'vendor_merge'],
];
const REVISED = ['vendor', 'caller', 'api_key'];

/** Finds the rows that the entries from a position on opened or closed. */
export class IndexChanges1795510800010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of RECORDED) {
      await db.query(`CREATE INDEX ${table}_opened ON ${table} (lower(recorded))`);
      await db.query(`CREATE INDEX ${table}_closed ON ${table} (upper(recorded))
        WHERE upper(recorded) IS NOT NULL`);
    }
    for (const table of REVISED) {
      await db.query(`CREATE INDEX ${table}_revised ON ${table} (revision)`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    const indexes = [
      ...RECORDED.flatMap((table) => [`${table}_opened`, `${table}_closed`]),
      ...REVISED.map((table) => `${table}_revised`),
    ];
    await db.query(`DROP INDEX ${indexes.join(', ')}`);
  }
}
